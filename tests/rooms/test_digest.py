"""What rooms add to digests and to the weekly report."""

from chatbot.kit.sections import Scope
from chatbot.rooms.digest import HostItem, RoomsSection, StayItem
from tests.fixtures.database import ON_SQLITE
from tests.fixtures.network import EASTERN, TEAM
from tests.rooms.homes import Homes

WEEK = Scope(team_id=TEAM, days=7, zone=EASTERN)
SECTION = RoomsSection()


@ON_SQLITE
async def test_a_channel_reads_who_looks_for_a_room_in_its_days_and_what_is_urgent(homes: Homes) -> None:
    day = homes.network.day
    await homes.offered()
    for first in (1, 5, 9):
        await homes.asked(first=day(first), until=day(20), alias=f"In {first} days")
    asked = await homes.asked(first=day(2), until=day(4))
    await homes.chatbot.stays.propose(asked.code, "R101", by=homes.coordinator)
    found = await homes.chatbot.database.run(lambda tx: SECTION.coming(tx, WEEK))
    assert [(one.stay.alias, one.urgent) for one in found] == [("In 1 days", True), ("In 5 days", False)]
    portuguese = Scope(team_id=TEAM, days=7, zone=EASTERN, languages=frozenset({"portuguese"}))
    assert await homes.chatbot.database.run(lambda tx: SECTION.coming(tx, portuguese)) == []


@ON_SQLITE
async def test_a_host_reads_who_waits_for_an_answer_and_who_comes(homes: Homes) -> None:
    offer = await homes.offered(beds="12")
    day = homes.network.day
    await homes.agreed(await homes.asked(first=day(3), until=day(5)), offer)
    await homes.agreed(await homes.asked(first=day(30), until=day(35)), offer)
    waiting = await homes.asked(first=day(40), until=day(50))
    await homes.chatbot.stays.propose(waiting.code, offer.code, by=homes.coordinator)
    ana, ben = homes.network.ana, homes.network.ben
    mine = await homes.chatbot.database.run(lambda tx: SECTION.mine(tx, WEEK, person_id=ana.id))
    assert [(one.stay.code, one.urgent) for one in mine] == [("S101", False), ("S103", True)]
    assert await homes.chatbot.database.run(lambda tx: SECTION.mine(tx, WEEK, person_id=ben.id)) == []


@ON_SQLITE
async def test_coordinators_read_whom_to_meet_who_waits_and_who_leaves(homes: Homes) -> None:
    offer = await homes.offered()
    await homes.offered(by=homes.network.ben, vetted=False)
    day = homes.network.day
    await homes.agreed(await homes.asked(first=day(0), until=day(3)), offer)
    await homes.asked(first=day(4), until=day(9))
    found = await homes.chatbot.database.run(lambda tx: SECTION.to_settle(tx, WEEK))
    assert [one.offer.code for one in found if isinstance(one, HostItem)] == ["R102"]
    stays = [(one.stay.code, one.happens_on.isoformat()) for one in found if isinstance(one, StayItem)]
    assert stays == [("S102", day(4)), ("S101", day(3))]
