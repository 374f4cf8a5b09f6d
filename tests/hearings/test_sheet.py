"""Hearings from a spreadsheet: all rows or none, and every row that cannot be taken is named."""

import pytest

from chatbot.hearings.refusals import BadRows, NoTable
from chatbot.hearings.store import hearings
from chatbot.kit.i18n import Catalogues
from chatbot.people.refusals import NotAllowed
from chatbot.signups.model import SeatRole
from tests.fixtures.database import ON_SQLITE
from tests.fixtures.network import SmallNetwork

pytestmark = ON_SQLITE

GOOD = """\ufeffAlias,Kind,Place,Day,Start,Companions,Roles,Contact,Whatever
M.R.,Check-in,jfk,2026-03-04,09:00,2,"lead, driver",617-555-0123,x
"The
baker",master,Chelmsford,,,1,,,
"""


async def brought(network: SmallNetwork, text: str, *, write: bool = True) -> list[str]:
    drafts = await network.chatbot.hearings.import_sheet(text, write=write, by=network.coordinator)
    return [draft.alias for draft in drafts]


async def test_every_row_becomes_a_hearing_with_its_card(network: SmallNetwork) -> None:
    assert await brought(network, GOOD) == ["M.R.", "The\nbaker"]
    first = await network.chatbot.hearings.get("H101", team_id="T1")
    assert set(first.roster.seats) == {SeatRole.LEAD, SeatRole.COMPANION, SeatRole.DRIVER}
    assert first.place.name == "Boston Immigration Court"
    assert await network.said() == ["post hearings.card"] * 2


async def test_a_dry_run_writes_nothing(network: SmallNetwork) -> None:
    assert len(await brought(network, GOOD, write=False)) == 2
    assert await network.size(hearings) == 0


async def test_one_wrong_row_keeps_out_all_and_every_wrong_row_is_named(network: SmallNetwork) -> None:
    wrong = (
        GOOD + "\nB.,wedding,Boston,,,1\nC.,bond,Nowhere,,,1\nD.,bond,Boston,2026-03-01,,1\nA12345678,bond,Boston,,,1\n"
    )
    with pytest.raises(BadRows) as refused:
        await brought(network, wrong)
    say = Catalogues().tongue("en").say
    assert {number: say(problem).split(".")[0] for number, problem in refused.value.problems.items()} == {
        5: "Please choose one of the list",
        6: "The directory has no place, or more than one, that is called “Nowhere”",
        7: "This day is over",
        8: "This looks like an A-number",
    }
    assert say(refused.value.sentence) == "4 rows cannot be taken; nothing was imported."
    assert await network.size(hearings) == 0


async def test_a_table_without_the_needed_headings_says_which_are_missing(network: SmallNetwork) -> None:
    with pytest.raises(NoTable) as refused:
        await brought(network, "alias,day\nM.R.,2026-03-04\n")
    sentence = Catalogues().tongue("en").say(refused.value.sentence)
    assert sentence == "The file needs a first line with headings. Missing: kind, place, and companions."
    with pytest.raises(NoTable):
        await brought(network, "")


async def test_a_coordinator_of_one_area_brings_in_rows_of_that_area_only(network: SmallNetwork) -> None:
    with pytest.raises(BadRows) as refused:
        await network.chatbot.hearings.import_sheet(GOOD, write=True, by=network.of_merrimack)
    assert list(refused.value.problems) == [2]
    with pytest.raises(NotAllowed):
        await network.chatbot.hearings.import_sheet(GOOD, write=True, by=network.ana)
