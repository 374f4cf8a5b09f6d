"""The private part: sealed in the file, opened by few, every opening written down."""

from pathlib import Path

import pytest
from sqlalchemy import select

from chatbot.hearings.model import Private
from chatbot.hearings.store import hearings
from chatbot.kit.sealed import Unreadable
from tests.fixtures.database import ON_SQLITE, Hand
from tests.fixtures.network import SmallNetwork

CANARIES = Private(
    contact="canary-contact 617-555-0123",
    attorney="canary-attorney",
    meeting="canary-meeting, 12 Elm Street",
    notes="canary-notes",
)
TYPED = {name: getattr(CANARIES, name) for name in ("contact", "attorney", "meeting", "notes")}


@ON_SQLITE
async def test_no_file_holds_a_private_word(network: SmallNetwork, database_url: str) -> None:
    """T6"""
    hearing = await network.add_hearing(**TYPED)
    await network.chatbot.hearings.change(hearing.code, network.typed(**TYPED, alias="B."), by=network.coordinator)
    await network.chatbot.hearings.open_details(hearing.code, by=network.coordinator)
    file = Path(database_url.removeprefix("sqlite+aiosqlite:///"))
    files = list(file.parent.glob(f"{file.name}*"))
    assert len(files) > 1, "the write-ahead log is looked through as well"
    for one in files:
        content = one.read_bytes().lower()
        assert b"canary" not in content
        assert "canary".encode("utf-16-le") not in content


async def test_what_was_sealed_is_no_text_in_the_database(network: SmallNetwork) -> None:
    await network.add_hearing(**TYPED)
    (row,) = await network.rows(select(hearings.c.contact, hearings.c.attorney, hearings.c.meeting, hearings.c.notes))
    assert all(isinstance(value, bytes) and b"canary" not in value for value in row)


@ON_SQLITE
async def test_it_closes_a_week_after_the_day_for_those_who_came(network: SmallNetwork, hand: Hand) -> None:
    hearing = await network.add_hearing(**TYPED)
    await network.chatbot.hearings.claim(hearing.code, by=network.ana)
    read = []
    for days in (9, 1):
        hand.move(days=days)
        opened = [
            await network.chatbot.hearings.open_details(hearing.code, by=person)
            for person in (network.ana, network.coordinator)
        ]
        read.append([one.private == CANARIES for one in opened])
    assert read == [[True, True], [False, True]]


@ON_SQLITE
async def test_it_closes_at_once_when_the_hearing_is_cancelled(network: SmallNetwork) -> None:
    hearing = await network.add_hearing(**TYPED)
    await network.chatbot.hearings.claim(hearing.code, by=network.ana)
    assert (await network.chatbot.hearings.open_details(hearing.code, by=network.ana)).private == CANARIES
    await network.chatbot.hearings.cancel(hearing.code, reason="Moved away", by=network.coordinator)
    assert (await network.chatbot.hearings.open_details(hearing.code, by=network.ana)).private is None


async def test_who_holds_a_seat_reads_it_and_who_waits_does_not(network: SmallNetwork) -> None:
    """T11"""
    hearing = await network.add_hearing(companions="1", **TYPED)
    for person in (network.ana, network.ben):
        await network.chatbot.hearings.claim(hearing.code, by=person)
    read = {
        person.name: (await network.chatbot.hearings.open_details(hearing.code, by=person)).private
        for person in (network.ana, network.ben, network.cleo, network.coordinator, network.of_merrimack, network.admin)
    }
    assert read == {
        "Ana": CANARIES,
        "Ben": None,
        "Cleo": None,
        "Daniel": CANARIES,
        "Luz": None,
        "Rosa": CANARIES,
    }


@ON_SQLITE
async def test_who_released_the_seat_reads_it_no_more(network: SmallNetwork) -> None:
    hearing = await network.add_hearing(**TYPED)
    await network.chatbot.hearings.claim(hearing.code, by=network.ana)
    await network.chatbot.hearings.release(hearing.code, by=network.ana)
    assert (await network.chatbot.hearings.open_details(hearing.code, by=network.ana)).private is None


@ON_SQLITE
async def test_every_opening_is_written_down_and_a_closed_door_is_not(network: SmallNetwork) -> None:
    hearing = await network.add_hearing(**TYPED)
    for person in (network.coordinator, network.coordinator, network.cleo):
        await network.chatbot.hearings.open_details(hearing.code, by=person)
    opened = [line for line in await network.written_down() if "open_private" in line]
    assert opened == ["Daniel hearings.open_private"] * 2


@ON_SQLITE
async def test_only_coordinators_of_the_area_are_offered_to_change_it(network: SmallNetwork) -> None:
    hearing = await network.add_hearing(**TYPED)
    offered = {
        person.name: (await network.chatbot.hearings.open_details(hearing.code, by=person)).may_change
        for person in (network.ana, network.coordinator, network.of_merrimack)
    }
    assert offered == {"Ana": False, "Daniel": True, "Luz": False}


@ON_SQLITE
async def test_a_private_input_that_is_emptied_is_gone(network: SmallNetwork) -> None:
    hearing = await network.add_hearing(**TYPED)
    await network.chatbot.hearings.change(hearing.code, network.typed(contact="new"), by=network.coordinator)
    opened = await network.chatbot.hearings.open_details(hearing.code, by=network.coordinator)
    assert opened.private == Private(contact="new")


@ON_SQLITE
async def test_what_was_sealed_for_one_hearing_opens_in_no_other(network: SmallNetwork) -> None:
    first, second = await network.add_hearing(**TYPED), await network.add_hearing(**TYPED)
    (row,) = await network.rows(select(hearings.c.contact).where(hearings.c.id == first.id))

    await network.chatbot.database.run(
        lambda tx: tx.execute(hearings.update().where(hearings.c.id == second.id).values(contact=row.contact))
    )
    with pytest.raises(Unreadable):
        await network.chatbot.hearings.open_details(second.code, by=network.coordinator)


@ON_SQLITE
async def test_nothing_private_shows_when_a_hearing_is_printed(network: SmallNetwork) -> None:
    """T14"""
    hearing = await network.add_hearing(**TYPED)
    opened = await network.chatbot.hearings.open_details(hearing.code, by=network.coordinator)
    assert opened.private == CANARIES
    assert "canary" not in repr(opened)
