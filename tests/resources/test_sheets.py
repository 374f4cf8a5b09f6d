"""Spreadsheets of the directory: row by row, and there and back again."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chatbot.kit.database import Tx
from chatbot.kit.i18n import LANGUAGES, Catalogues
from chatbot.kit.refusal import Invalid
from chatbot.kit.sheets import written as sheet_of
from chatbot.kit.tables import NoRows, NoTable, RowsAmiss, problem_text, read_table
from chatbot.people.model import Person
from chatbot.resources.forms import ResourceForm
from chatbot.resources.messages import heading
from chatbot.resources.model import Facts, Topic
from chatbot.resources.sheets.rows import COLUMNS, Findings, Terms, looked_at, written
from chatbot.resources.sheets.service import template
from tests.fixtures.database import ON_SQLITE
from tests.fixtures.network import SmallNetwork, met
from tests.fixtures.size import quick_or_full
from tests.resources.directory import resource
from tests.resources.test_directory import added

SAYS = {language: Catalogues().tongue(language).say for language in LANGUAGES}
EN = SAYS["en"]
TODAY = date(2026, 3, 2)
HEAD = "Name,Topics,Town,Phone,Last checked\n"


def said(findings: Findings) -> list[str]:
    return [EN(problem_text(problem, heading)) for problem in findings.problems]


@ON_SQLITE
async def test_every_row_is_taken_or_says_why_not(network: SmallNetwork) -> None:
    await added(network)
    sheets, coordinator = network.chatbot.resource_sheets, network.coordinator
    table = HEAD + (
        "Oak Table,food; money,Natick,508-555-0111,2026-01-05\n"
        "Lantern Legal Aid,abogado,Framingham,,\n"
        "oak table,food,NATICK,,\n"
        "No Topic,gardening,Lynn,pigeon,2027-01-01\n"
    )
    findings = await sheets.look(table.encode(), by=coordinator)
    assert [(one.row, one.facts.topics) for one in findings.good] == [(2, (Topic.FOOD, Topic.MONEY))]
    assert said(findings) == [
        "Row 3, Name: W101 has the same name and town already. Type /resources W101 to see it.",
        "Row 4, Name: Row 2 has the same name and town.",
        "Row 5, Telephone: Please write a telephone number with digits, such as 617-555-0100.",
        "Row 5, Topics: I do not know this topic: gardening. Separate topics by commas.",
        "Row 5, Last checked: Please write a day that is over, like 3/4/2026 or 2026-03-04.",
    ]
    with pytest.raises(RowsAmiss):
        await sheets.bring_in(table.encode(), by=coordinator)
    assert await sheets.bring_in(table.encode(), only_good=True, by=coordinator) == 1
    with pytest.raises(NoRows):
        await sheets.bring_in(table.encode(), only_good=True, by=coordinator)
    with pytest.raises(NoTable):
        await sheets.look(b"Town,Phone\nLynn,1\n", by=coordinator)


async def test_what_leaves_as_a_sheet_comes_back_the_same_elsewhere(network: SmallNetwork) -> None:
    await added(network, phone="+1 508-555-0100", notes='=not a formula, "quoted"\nsecond line', cost="-")
    await network.chatbot.curating.load_samples(by=network.coordinator)
    sheets = network.chatbot.resource_sheets
    text = await sheets.sheet(say=EN, by=network.coordinator)
    other = await met(network.chatbot, "Olga", team="T2", owner=True)
    assert await sheets.bring_in(text.encode("utf-8-sig"), by=other) == 20
    assert await everything(network, other) == await everything(network, network.coordinator)
    findings = await sheets.look(text.encode(), by=other)
    assert (len(findings.good), findings.bad) == (0, 20)


async def everything(network: SmallNetwork, by: Person) -> list[tuple[Facts, object]]:
    page = await network.chatbot.resources.search("", size=100, by=by)
    return [(hit.resource.facts, hit.resource.checked_on) for hit in page.hits]


WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30)


@settings(max_examples=quick_or_full(25, 2000), suppress_health_check=[HealthCheck.too_slow])
@given(name=WORDS, hours=WORDS, notes=WORDS, topics=st.sets(st.sampled_from(list(Topic)), min_size=1))
@pytest.mark.parametrize("language", LANGUAGES)
def test_any_text_comes_back_the_same_in_every_language(
    language: str, name: str, hours: str, notes: str, topics: set[Topic]
) -> None:
    """T13"""
    say = SAYS[language]
    try:
        facts = ResourceForm(name=f"x{name}", topics=tuple(topics), hours=hours, notes=notes).facts()
    except Invalid:
        return
    entry = resource(1, facts.name, " ".join(facts.topics), hours=facts.hours, notes=facts.notes)
    text = sheet_of([[say(heading(column)) for column in ("code", *COLUMNS)], written(entry, say)])
    terms = Terms.of(say, language)
    table = read_table(text, terms.columns, {"name": heading("name")})
    findings = looked_at(table, terms, {}, TODAY)
    assert [good.facts for good in findings.good] == [entry.facts]


@ON_SQLITE
@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_template_can_be_brought_in_as_it_is(network: SmallNetwork, language: str) -> None:
    reader = replace(network.coordinator, language=language)
    findings = await network.chatbot.resource_sheets.look(template(SAYS[language]).encode(), by=reader)
    assert (len(findings.good), said(findings)) == (1, [])


@ON_SQLITE
async def test_a_question_reads_the_directory_only_when_it_has_changed(
    network: SmallNetwork, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many entries there are, a question costs one small statement."""
    table = [["Name", "Topics"], *([f"Place {number}", "food"] for number in range(300))]
    await network.chatbot.resource_sheets.bring_in(sheet_of(table).encode(), by=network.coordinator)
    ran: list[str] = []
    execute = Tx.execute

    async def noted(self: Tx, statement: Any, values: Any = None) -> Any:
        ran.append(str(statement))
        return await execute(self, statement, values)

    monkeypatch.setattr(Tx, "execute", noted)
    counts = []
    for words in ("food", "place 7", "food"):
        ran.clear()
        assert (await network.chatbot.resources.search(words, by=network.ana)).total
        counts.append(len(ran))
    assert counts == [2, 1, 1]
    await added(network)
    ran.clear()
    assert (await network.chatbot.resources.search("lantern", by=network.ana)).total == 1
    assert len(ran) == 3
