"""What was ticked on the form of roles."""

from chatbot.people.forms import area_value, roles_chosen
from chatbot.people.model import Grant, Role


def test_ticks_become_roles() -> None:
    chosen = roles_chosen({
        "training": ("lead",),
        "coordinates": (area_value("Merrimack Valley"), area_value("")),
        "duties": ("treasurer",),
    })  # fmt: skip
    assert chosen.grants == {
        Grant(role=Role.LEAD),
        Grant(role=Role.TREASURER),
        Grant(role=Role.COORDINATOR),
        Grant(role=Role.COORDINATOR, area="Merrimack Valley"),
    }
    assert chosen.among == {Role.LEAD, Role.VERIFIER, Role.COORDINATOR, Role.TREASURER, Role.ADMIN}


def test_an_input_that_was_not_on_the_form_says_nothing() -> None:
    chosen = roles_chosen({"training": ()})
    assert (chosen.grants, chosen.among) == (frozenset(), {Role.LEAD, Role.VERIFIER})


def test_a_role_smuggled_into_another_input_is_left_out() -> None:
    """T12"""
    chosen = roles_chosen({"training": ("admin", "lead", 7, "area x"), "coordinates": ("admin", "boston")})
    assert chosen.grants == {Grant(role=Role.LEAD)}
    assert roles_chosen({"duties": "admin"}).grants == frozenset()


def test_an_area_called_everywhere_is_not_everywhere() -> None:
    chosen = roles_chosen({"coordinates": (area_value("everywhere"),)})
    assert chosen.grants == {Grant(role=Role.COORDINATOR, area="everywhere")}
