"""What a form about roles says, and what becomes of the roles it did not ask about."""

import pytest

from chatbot.people.forms import area_value, roles_chosen
from chatbot.people.model import Grant, Role
from chatbot.people.rules import entrusted

LEAD, ADMIN, EVERYWHERE = Grant(role=Role.LEAD), Grant(role=Role.ADMIN), Grant(role=Role.COORDINATOR)
BOSTON = Grant(role=Role.COORDINATOR, area="Greater Boston")


def test_a_form_about_training_changes_training_only() -> None:
    chosen = roles_chosen({"training": ("verifier",)})
    assert chosen.among == {Role.LEAD, Role.VERIFIER}
    assert entrusted({LEAD, ADMIN, BOSTON}, chosen.grants, chosen.among) == {
        Grant(role=Role.VERIFIER),
        ADMIN,
        BOSTON,
    }


def test_areas_are_taken_one_by_one() -> None:
    chosen = roles_chosen({"coordinates": (area_value("Greater Boston"), area_value(""))})
    assert chosen.grants == {EVERYWHERE, BOSTON}
    assert entrusted({LEAD, BOSTON}, frozenset(), chosen.among) == {LEAD}


@pytest.mark.parametrize(
    "typed",
    [
        {"training": ("admin", "treasurer")},
        {"training": "lead"},
        {"coordinates": ("admin",)},
        {"duties": (1, None, "owner", "lead")},
        {"roles": ("admin",)},
    ],
)
def test_no_input_gives_more_than_it_asks_about(typed: dict[str, object]) -> None:
    assert roles_chosen(typed).grants == frozenset()


def test_being_a_volunteer_is_no_role_one_is_given() -> None:
    assert entrusted(set(), {Grant(role=Role.VOLUNTEER), LEAD}, frozenset(Role)) == {LEAD}
