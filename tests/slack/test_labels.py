"""Labels in four languages: whole, on every button, title and option, without Slack's or our own scissors."""

import ast
from collections.abc import Iterator
from datetime import date

import pytest

from chatbot.actions.messages import office_name, outcome_name, step_name
from chatbot.actions.model import Office, Outcome, Step
from chatbot.bonds.messages import purpose_name
from chatbot.bonds.model import Purpose
from chatbot.hearings.messages import access_name, kind_name, mode_name
from chatbot.hearings.model import Access, Kind, Mode
from chatbot.kit.i18n import LANGUAGES, Catalogues, Text
from chatbot.kit.money import Money
from chatbot.people.messages import role_hint
from chatbot.people.messages import role_name as person_role_name
from chatbot.people.model import Role
from chatbot.signups.messages import role_name, roles_name
from chatbot.signups.model import SeatRole
from handlers.slack.digests.plan_text import weekday_name
from tests.repo.reading import calls, python

CATALOGUES = Catalogues()

PLACES: dict[str, dict[int | str, int]] = {
    "modal": {0: 24, "close": 24, "submit": 24},
    "button": {0: 75},
    "header": {0: 150},
    "Confirm": {"title": 100, "text": 300, "yes": 30, "no": 30},
    "Choice": {"label": 75, "hint": 75},
    "select": {"placeholder": 150},
    "multi_select": {"placeholder": 150},
    "text_input": {"placeholder": 150},
    "window": {1: 24, "submit": 24},
    "money_window": {1: 24},
    "_ask_day": {2: 24},
}
"""How long a text may be, by the function around `blocks` that it is given to and the argument it stands in."""

OPTIONS = [
    *(kind_name(one) for one in Kind),
    *(purpose_name(one) for one in Purpose),
    *(step_name(one) for one in Step),
    *(office_name(one) for one in Office),
    *(outcome_name(one) for one in Outcome),
    *(mode_name(one) for one in Mode),
    *(access_name(one) for one in Access),
    *(person_role_name(one) for one in Role),
    *(role_hint(one) for one in Role if one not in (Role.VOLUNTEER, Role.COORDINATOR)),
    *(role_name(one) for one in SeatRole),
    *(roles_name(one) for one in SeatRole),
    *(weekday_name(day) for day in range(7)),
]
"""What stands in menus and beside boxes, from the tables of names."""


def labels(code: str) -> Iterator[tuple[str, int]]:
    """Every English label of a module, and how long it may be; a variable counts as what was put into it."""
    tree = ast.parse(code)
    given = {
        target.id: node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for function, call in calls(tree):
        for where, most in PLACES.get(function.split(".")[-1], {}).items():
            for argument in _argument(call, where):
                names = [one.id for one in ast.walk(argument) if isinstance(one, ast.Name)]
                spelled = [argument, *(given[name] for name in names if name in given)]
                for sentence in {said for one in spelled for said in _sentences(one)}:
                    yield sentence, most


def _argument(call: ast.Call, where: int | str) -> list[ast.expr]:
    if isinstance(where, int):
        return call.args[where : where + 1]
    return [one.value for one in call.keywords if one.arg == where]


def _sentences(tree: ast.AST) -> Iterator[str]:
    for name, call in calls(tree):
        if name in ("_", "n_"):
            yield from (str(one.value) for one in call.args if isinstance(one, ast.Constant))


def found() -> list[tuple[str, int]]:
    return sorted({label for file in python("handlers/slack") for label in labels(file.read_text("utf-8"))})


LABELS = found()
MUCH = Money(99_999_999)
BLANKS = {
    "code": "H99999",
    "name": "A" * 80,
    "count": 10_000,
    "day": date(2026, 9, 30),
    **dict.fromkeys(("amount", "over", "needed"), MUCH),
}
"""The longest that stands in the blanks of a label: 30 September is a Wednesday."""


def said(language: str, sentence: str) -> str:
    return CATALOGUES.tongue(language).say(Text(sentence, BLANKS))


def test_control_the_labels_are_found_also_behind_a_variable_and_a_condition() -> None:
    code = """
def view(s):
    label = _("Change") if s else _("Set up")
    confirm = blocks.Confirm(title=s(_("Sure?")), text="", yes="", no="")
    return blocks.modal(s(_("Edit {code}", code=1)) if s else s(_("Add")), [blocks.button(s(label), "a.b")], close=s)
"""
    assert set(labels(code)) == {("Change", 75), ("Set up", 75), ("Sure?", 100), ("Edit {code}", 24), ("Add", 24)}
    assert {("Claim", 75), ("Before you come along", 24), ("Keep", 30)} <= set(LABELS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_is_whole_in_every_language(language: str) -> None:
    assert not [(sentence, most) for sentence, most in LABELS if len(said(language, sentence)) > most]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_option_is_whole_in_every_language(language: str) -> None:
    tongue = CATALOGUES.tongue(language)
    assert not [shown for text in OPTIONS if len(shown := tongue.say(text)) > 75]


@pytest.mark.parametrize("language", LANGUAGES)
def test_buttons_are_short_enough_to_stand_in_a_row_on_a_telephone(language: str) -> None:
    row = ("Claim", "Release", "Details", "Edit", "Cancel hearing", "Add a hearing", "Back", "More", "Save", "Close")
    assert not [one for one in row if len(said(language, one)) > 20]
