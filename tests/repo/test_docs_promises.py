"""SECURITY.md, the threat model and the page on privacy promise only what a test shows, and say which."""

import re

import pytest

from chatbot.migrations.tables import metadata
from tests.repo.documents import text_of
from tests.repo.promising import is_there, named_in, noted, notes, promising, unshown

PAGES = {
    "SECURITY.md": {
        "": "who it is for",
        "Telling us": "how to report something",
        "If you run the bot": "what to do",
    },
    "docs/threat-model.md": {
        "": "what the page is",
        "What is protected": "a list of what there is",
        "From whom": "a list of whom we think of",
        "What is not promised": "the opposite of a promise",
    },
    "docs/privacy.md": {
        "": "what the page is",
        "What does not exist yet": "the opposite of a promise",
        "Every column": "compared with the program, column by column",
    },
}
"""The sections of each page that promise nothing, and what they hold instead."""

SAID_SO = (
    *("What you would not want", "Everything else in the database", "It stays there until they delete it"),
    *("So is that of an official", "The guard cannot tell a name", "A number spelled out in words passes"),
    *("It stops copying", "On PostgreSQL the tables are written anew", "Anything that lets someone read"),
)
"""Sentences after the last note of their paragraph that say what is not promised, or what everyone can see."""

NEVER = re.compile(r"legal_name|surname|birth|immigration|nationality|country|passport|a_number|ssn|alien")


@pytest.mark.parametrize("page", PAGES)
def test_every_sentence_that_promises_has_a_test_behind_it(page: str) -> None:
    blocks = [_without_what_is_said_so(block) for block in promising(text_of(page), but=PAGES[page])]
    assert len(blocks) >= 5
    assert unshown(blocks) == []


@pytest.mark.parametrize("page", PAGES)
def test_every_test_a_page_names_is_there(page: str) -> None:
    assert [name for name in named_in(text_of(page)) if not is_there(name)] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_note_is_used_and_names_a_test(page: str) -> None:
    text = text_of(page)
    assert set(notes(text)) == noted(text)
    assert [name for name, tests in notes(text).items() if not tests] == []


def test_control_a_promise_without_a_test_is_noticed() -> None:
    shown = "It is so.[^one] It is always so, here and there.[^two]"
    row = "| it is so | `tests/repo/test_code.py` |"
    assert unshown([shown, row]) == []
    for bare in (f"{shown} Nobody looks.", "It is so.", "| it is so | we are sure |", "A. B. C. D.[^one]"):
        assert unshown([bare]) == [bare]
    page = (
        "# Page\n\nWords.\n\n## Sure\n\n- First,\n  and more.[^one]\n- Second.\n\n## Not\n\nNothing.\n\n[^one]: `x`\n"
    )
    assert promising(page, but={"", "Not"}) == ["- First, and more.[^one]", "- Second."]


def test_control_a_test_that_is_not_there_is_noticed() -> None:
    mine = "tests/repo/test_docs_promises.py"
    assert is_there(mine)
    assert is_there(f"{mine}::test_control_a_test_that_is_not_there_is_noticed")
    for name in (f"{mine}::test_nobody_wrote", "tests/repo/test_nothing.py", "tests/repo/promising.py", "tests/repo"):
        assert not is_there(name)


def test_there_is_no_column_for_what_is_never_stored() -> None:
    columns = [column.name for table in metadata.tables.values() for column in table.columns]
    assert [name for name in columns if NEVER.search(name)] == []
    assert NEVER.search("date_of_birth")


def _without_what_is_said_so(block: str) -> str:
    cuts = [block.find(words) for words in SAID_SO if words in block]
    last = min((cut for cut in cuts if "[^" not in block[cut:]), default=len(block))
    return block[:last]
