"""docs/commands.md and its rooms' pages name everything one can type or press, and nothing else."""

import ast
from collections.abc import Iterator

import pytest
from typer.core import TyperGroup
from typer.main import get_command

import bot
from chatbot.hearings.importing.words import COLUMNS, NEEDED
from chatbot.hearings.messages import kind_name
from chatbot.hearings.words import KINDS, Word
from chatbot.undelivered.store import OURS
from handlers.slack.door import Registered
from tests.repo.documents import code_words, has_section, pages, rows, section
from tests.repo.reading import name_of, python
from tests.repo.test_manifest import MANIFEST

PAGE = "docs/commands.md"


def table(heading: str) -> list[tuple[str, ...]]:
    """The rows under this heading on every page that has it."""
    return [row for page in pages(PAGE) if has_section(page, heading) for row in rows(section(page, heading))]


def test_every_slash_command_has_its_section_and_every_hint_its_words(registered: Registered) -> None:
    for command in MANIFEST["features"]["slash_commands"]:
        typed = [word for cell, *_ in table(f"`{command['command']}`") for word in code_words(cell)]
        assert set(typed) >= {command["command"]}
        hints = [hint.strip() for hint in command["usage_hint"].strip("[]").split("|")]
        for hint in hints:
            if hint not in ("a place", "a kind", "a town"):
                assert f"{command['command']} {hint}" in typed
    shown = {
        typed.split()[0]
        for name in registered.commands
        for cell, *_ in table(f"`{name}`")
        for typed in code_words(cell)
    }
    assert shown == set(registered.commands)


def test_the_words_behind_hearings_are_the_ones_the_rules_read() -> None:
    words = [word for cell, *_ in table("Words that narrow the list") for word in code_words(cell)]
    assert sorted(words) == sorted([*Word, "spanish", "friday", "3/4", "2027-03-04", "march 4"])
    kinds = {word: name for cell, name in table("Kinds") for word in code_words(cell)}
    assert kinds == {word: kind_name(kind).msgid for word, kind in KINDS.items()}


def test_every_button_menu_and_form_is_explained(registered: Registered) -> None:
    pressed = [name for _, cell, *_ in table("Buttons and menus") for name in code_words(cell)]
    assert sorted(pressed) == sorted(registered.actions)
    sent = [name for _, cell, *_ in table("Forms") for name in code_words(cell)]
    assert sorted(sent) == sorted(registered.forms)
    said = [name for cell, *_ in table("What the bot writes by itself") for name in code_words(cell)]
    assert sorted(said) == sorted(registered.drawings)


def test_every_message_that_may_be_asked_about_has_a_name_people_can_read(registered: Registered) -> None:
    """ "Did it arrive?" is not asked about itself."""
    unnamed = set(registered.drawings) - set(registered.names)
    assert {view for view in unnamed if not view.startswith(OURS)} == set()


def test_every_label_of_a_button_is_in_the_list() -> None:
    shown = {label.strip() for cell, *_ in table("Buttons and menus") for label in cell.split(" / ")}
    missing = {
        f"{name_of(file)}: {label}"
        for file in python("handlers/slack")
        for label in labels(file.read_text())
        if label not in shown
    }
    assert missing == set()


def test_every_command_of_the_operator_and_its_options_are_explained() -> None:
    shown = {code_words(cell)[0]: code_words(rest) for cell, rest, *_ in table("`bot.py`")}
    group = get_command(bot.cli)
    assert isinstance(group, TyperGroup)
    assert shown == {f"uv run bot.py{name}": options for name, options in commands_of(group)}


def test_the_columns_of_a_spreadsheet_are_explained() -> None:
    columns = [(code_words(cell)[0], needed == "yes") for cell, needed, _ in table("The columns of a spreadsheet")]
    assert columns == [(column, column in NEEDED) for column in COLUMNS]


def commands_of(group: TyperGroup, prefix: str = "") -> Iterator[tuple[str, list[str]]]:
    """Every command with its options; the bare group itself is the first when it does something alone."""
    if group.invoke_without_command:
        yield prefix, []
    for name, command in group.commands.items():
        if isinstance(command, TyperGroup):
            yield from commands_of(command, f"{prefix} {name}")
        else:
            yield f"{prefix} {name}", [opt for one in command.params for opt in (*one.opts, *one.secondary_opts)]


def labels(code: str) -> set[str]:
    """The labels of the buttons a module makes: the sentence in `button(…)`, or in the variable that stands there."""
    tree = ast.parse(code)
    found: set[str] = set()
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef):
            continue
        given = {
            target.id: node.value
            for node in ast.walk(function)
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(function):
            if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] == "button" and node.args:
                found |= set(_sentences(node.args[0]))
                for name in ast.walk(node.args[0]):
                    if isinstance(name, ast.Name) and name.id in given:
                        found |= set(_sentences(given[name.id]))
    return found


def _sentences(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "_" and isinstance(node.args[0], ast.Constant):
            yield str(node.args[0].value)


@pytest.mark.parametrize(
    "code",
    [
        'def f(s): return blocks.button(s.plain(_("Claim")), "a.b")',
        'def f(s):\n    label = _("Claim") if s else _("Claim")\n    return button(s.plain(label), "a.b")',
    ],
)
def test_control_a_label_is_found(code: str) -> None:
    assert labels(code) == {"Claim"}
