"""The documents hang together, and the timetable and the decisions they show are the program's own."""

import re

import pytest

from chatbot.bootstrap import Chatbot
from chatbot.schedule import TICK
from tests.repo import documents
from tests.repo.documents import anchor, code_words, rows, section, text_of
from tests.repo.reading import name_of
from tests.tree import ROOT

ADRS = sorted((ROOT / "docs" / "adr").glob("*.md"))


def test_every_link_within_the_project_leads_somewhere() -> None:
    found = {name_of(file): documents.broken(file, file.read_text()) for file in documents.documents()}
    assert {name: targets for name, targets in found.items() if targets} == {}


def test_every_document_can_be_reached_from_the_readme() -> None:
    reached, ahead = set(), [ROOT / "README.md"]
    while ahead:
        file = ahead.pop()
        if file in reached:
            continue
        reached.add(file)
        targets = (target.partition("#")[0] for _, _, target in documents.links(file.read_text()))
        nearby = ((file.parent / path).resolve() for path in targets if path.endswith(".md") and "://" not in path)
        ahead.extend(nearby)
    assert {name_of(file) for file in documents.documents()} - {name_of(file) for file in reached} == set()


def test_every_picture_is_small_and_says_in_words_what_it_shows() -> None:
    shown = [
        (words, file.parent / target)
        for file in documents.documents()
        for picture, words, target in documents.links(file.read_text())
        if picture
    ]
    assert [path.name for _, path in shown] == ["practice.png"]
    for words, path in shown:
        assert len(words) > 40
        assert path.stat().st_size < 300_000


def test_the_timetable_shows_what_the_clock_does(chatbot: Chatbot) -> None:
    page = text_of("docs/timetable.md")
    shown = [(code_words(name)[0], when) for name, when, *_ in rows(page)]
    assert shown == [(entry.name, entry.when.msgid) for entry in chatbot.schedule.entries]
    assert f"every {TICK.total_seconds():.0f} seconds" in page


def test_the_decisions_are_numbered_without_a_gap_and_each_says_why() -> None:
    assert [int(file.name[:4]) for file in ADRS] == list(range(1, len(ADRS) + 1))
    index = text_of("docs/README.md")
    for file in ADRS:
        text = file.read_text()
        assert text.startswith(f"# {int(file.name[:4])}. "), file.name
        assert [name for name in documents.headings(text) if name in FOUR] == FOUR, file.name
        assert f"adr/{file.name}" in index
        assert len(text.splitlines()) <= 60, f"{file.name} is longer than a page"


FOUR = ["Context", "Decision", "Consequences", "Alternatives"]


def test_every_library_the_bot_stands_on_has_its_reason() -> None:
    project = (ROOT / "pyproject.toml").read_text()
    asked = re.findall(r'^  "([a-z-]+)', project.partition("dependencies = [")[2].partition("]\n\n")[0], re.MULTILINE)
    explained = [name for cell, *_ in rows(text_of("docs/adr/0014-the-parts-list.md")) for name in code_words(cell)]
    assert sorted(explained) == sorted(asked)


@pytest.mark.parametrize("target", ["docs/no-such-page.md", "README.md#no-such-heading", "#nowhere"])
def test_control_a_link_that_leads_nowhere_is_caught(target: str) -> None:
    assert documents.broken(ROOT / "README.md", f"# Here\n\n[there]({target})") == [target]


def test_control_a_link_that_leads_somewhere_passes() -> None:
    assert documents.broken(ROOT / "README.md", "[a](SECURITY.md#what-counts) [b](https://example.org)") == []


def test_control_a_table_is_read_cell_by_cell_and_a_section_ends_at_the_next() -> None:
    text = "# A\n\n## B\n\n| one | two |\n|---|---|\n| `x` | a \\| b |\n\n## C\n\n| three |\n|---|\n| y |\n"
    assert rows(section(text, "B")) == [("`x`", "a | b")]
    assert anchor("What it keeps, and not") == "what-it-keeps-and-not"
