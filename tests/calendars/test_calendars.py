"""What somebody comes to stands in their own calendar, follows every change, and tells nobody's secrets."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from icalendar import Calendar

from chatbot.calendars.refusals import NoSuchCalendar, NotInCalendar
from chatbot.calendars.store import calendar_entries, calendar_feeds
from chatbot.people.model import Sighting, Standing
from chatbot.signups.refusals import NoSuchOccasion
from tests.calendars.client import Client, problems
from tests.events.parts import added, comes
from tests.fixtures.database import ON_SQLITE, Hand
from tests.fixtures.network import SmallNetwork


async def client_of(network: SmallNetwork) -> tuple[Client, str]:
    """Ana's calendar program, with the address she made."""
    return Client(), await network.chatbot.calendars.make(by=network.ana)


def location(text: str) -> str:
    """Where the one entry says that it is."""
    (event,) = Calendar.from_ical(text).walk("VEVENT")
    return str(event["LOCATION"])


async def refreshed(client: Client, network: SmallNetwork, secret: str) -> dict[str, Any]:
    """What the program shows after it asked again."""
    client.takes(await network.chatbot.calendars.feed(secret))
    return client.shown()


async def test_a_seat_stands_in_the_calendar_and_follows_a_move_and_a_release(network: SmallNetwork) -> None:
    hearing = await network.add_hearing(end="11:00", contact="canary-contact", note="canary-note", alias="Canary")
    await network.chatbot.hearings.claim(hearing.code, by=network.ana)
    client, secret = await client_of(network)
    assert await refreshed(client, network, secret) == {"H101": datetime(2026, 3, 4, 14, tzinfo=UTC)}
    first = client.sequence("H101")

    assert await refreshed(client, network, secret) == {"H101": datetime(2026, 3, 4, 14, tzinfo=UTC)}
    assert client.sequence("H101") == first

    await network.chatbot.hearings.change(
        hearing.code, network.typed(day="2026-03-10", start="13:30"), by=network.coordinator
    )
    assert await refreshed(client, network, secret) == {"H101": datetime(2026, 3, 10, 17, 30, tzinfo=UTC)}
    moved = client.sequence("H101")
    assert moved > first

    await network.chatbot.hearings.release(hearing.code, by=network.ana)
    assert await refreshed(client, network, secret) == {}
    assert client.sequence("H101") > moved

    await network.chatbot.hearings.claim(hearing.code, by=network.ana)
    assert await refreshed(client, network, secret) == {"H101": datetime(2026, 3, 10, 17, 30, tzinfo=UTC)}
    assert len(client.uids) == 1


async def test_a_cancelled_hearing_and_one_whose_day_is_open_again_leave_the_calendar(network: SmallNetwork) -> None:
    for alias, start in (("cancelled", "09:00"), ("open again", "14:00")):
        hearing = await network.add_hearing(alias=alias, start=start)
        await network.chatbot.hearings.claim(hearing.code, by=network.ana)
    client, secret = await client_of(network)
    assert set(await refreshed(client, network, secret)) == {"H101", "H102"}
    await network.chatbot.hearings.cancel("H101", reason="Continued.", by=network.coordinator)
    await network.chatbot.hearings.change("H102", network.typed(day="", start=""), by=network.coordinator)
    assert await refreshed(client, network, secret) == {}


@ON_SQLITE
async def test_a_day_without_an_hour_is_a_whole_day_and_what_has_no_day_is_left_out(network: SmallNetwork) -> None:
    for day in ("2026-03-04", ""):
        hearing = await network.add_hearing(day=day, start="", alias=f"on {day}")
        await network.chatbot.hearings.claim(hearing.code, by=network.ana)
    client, secret = await client_of(network)
    assert await refreshed(client, network, secret) == {"H101": date(2026, 3, 4)}


@ON_SQLITE
async def test_waiting_in_line_is_no_appointment(network: SmallNetwork) -> None:
    hearing = await network.add_hearing(companions="1")
    await network.chatbot.hearings.claim(hearing.code, by=network.ben)
    await network.chatbot.hearings.claim(hearing.code, by=network.ana)
    client, secret = await client_of(network)
    assert await refreshed(client, network, secret) == {}
    with pytest.raises(NotInCalendar):
        await network.chatbot.calendars.file(hearing.code, by=network.ana)


async def test_a_calendar_holds_no_name_no_alias_and_no_private_word(network: SmallNetwork) -> None:
    """T9"""
    typed: dict[str, Any] = {
        name: f"canary-{name}" for name in ("alias", "contact", "attorney", "meeting", "notes", "note")
    }
    hearing = await network.add_hearing(languages="canary-languages", **typed)
    await network.chatbot.hearings.claim(hearing.code, by=network.ana)
    secret = await network.chatbot.calendars.make(by=network.ana)
    for text in (
        await network.chatbot.calendars.feed(secret),
        (await network.chatbot.calendars.file(hearing.code, by=network.ana)).content,
    ):
        unfolded = text.replace("\r\n ", "")
        assert "canary" not in unfolded.lower()
        assert "Ana" not in unfolded.replace("Calendar", "")
        assert "SUMMARY:H101" in unfolded
        assert "Boston Immigration Court" in unfolded.replace("\\", "")
        assert problems(text) == []


@ON_SQLITE
async def test_a_gathering_at_a_place_of_the_directory_keeps_its_own_words_for_the_spot(network: SmallNetwork) -> None:
    court = (await network.chatbot.places.listed("T1"))[0]
    event = await added(network, place=str(court.id), spot="By the flag pole")
    await comes(network, event, network.ana)
    file = await network.chatbot.calendars.file(event.code, by=network.ana)
    assert location(file.content) == f"{court.name}, By the flag pole, {court.room}, {court.address}"


@ON_SQLITE
async def test_a_file_takes_out_what_it_put_in(network: SmallNetwork) -> None:
    hearing = await network.add_hearing()
    await network.chatbot.hearings.claim(hearing.code, by=network.ana)
    client = Client()
    file = await network.chatbot.calendars.file("h101", by=network.ana)
    assert file.name == "H101.ics"
    assert client.opens(file.content) == {"H101": datetime(2026, 3, 4, 14, tzinfo=UTC)}
    await network.chatbot.hearings.release(hearing.code, by=network.ana)
    file = await network.chatbot.calendars.file("H101", by=network.ana)
    assert Calendar.from_ical(file.content)["METHOD"] == "CANCEL"
    assert problems(file.content) == []
    assert client.opens(file.content) == {}
    for code, refusal in (("H999", NoSuchOccasion), ("nonsense", NoSuchOccasion)):
        with pytest.raises(refusal):
            await network.chatbot.calendars.file(code, by=network.ana)
    with pytest.raises(NotInCalendar):
        await network.chatbot.calendars.file("H101", by=network.ben)


async def test_a_new_address_ends_the_old_one_and_switching_off_ends_it(network: SmallNetwork) -> None:
    old = await network.chatbot.calendars.make(by=network.ana)
    new = await network.chatbot.calendars.make(by=network.ana)
    with pytest.raises(NoSuchCalendar):
        await network.chatbot.calendars.feed(old)
    assert "BEGIN:VCALENDAR" in await network.chatbot.calendars.feed(new)
    assert await network.chatbot.calendars.stop(by=network.ana)
    assert not await network.chatbot.calendars.stop(by=network.ana)
    with pytest.raises(NoSuchCalendar):
        await network.chatbot.calendars.feed(new)
    assert (await network.written_down())[-3:] == ["Ana calendars.make", "Ana calendars.make", "Ana calendars.stop"]


@ON_SQLITE
async def test_only_the_secret_itself_opens_a_calendar(network: SmallNetwork) -> None:
    secret = await network.chatbot.calendars.make(by=network.ana)
    (row,) = await network.rows(calendar_feeds.select())
    assert secret not in str(row)
    for forged in ("", secret[:-1], secret.swapcase(), row.token, "\udfff", "x" * 10_000):
        with pytest.raises(NoSuchCalendar):
            await network.chatbot.calendars.feed(forged)


@ON_SQLITE
async def test_who_left_the_workspace_has_no_calendar(network: SmallNetwork) -> None:
    secret = await network.chatbot.calendars.make(by=network.ana)
    gone = Sighting(team_id="T1", account="U-ANA", name="Ana", standing=Standing.GONE)
    await network.chatbot.people.meet(gone)
    with pytest.raises(NoSuchCalendar):
        await network.chatbot.calendars.feed(secret)


@ON_SQLITE
async def test_what_is_long_over_leaves_the_calendar_and_is_forgotten(network: SmallNetwork, hand: Hand) -> None:
    hearing = await network.add_hearing()
    await network.chatbot.hearings.claim(hearing.code, by=network.ana)
    client, secret = await client_of(network)
    hand.move(days=20)
    assert set(await refreshed(client, network, secret)) == {"H101"}
    hand.move(days=20)
    assert "VEVENT" not in await network.chatbot.calendars.feed(secret)
    hand.move(days=60)
    assert await network.chatbot.calendars.forget_old() == 1
    assert await network.size(calendar_entries) == 0


def test_control_what_breaks_the_standard_is_noticed() -> None:
    good = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nMETHOD:PUBLISH\r\nBEGIN:VEVENT\r\nUID:1\r\n"
        "DTSTAMP:20260302T150000Z\r\nSEQUENCE:0\r\nDTSTART:20260304T140000Z\r\nORGANIZER:mailto:x@y.invalid\r\n"
        "END:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    assert problems(good) == []
    for broken in (
        good.replace("\r\n", "\n"),
        good.replace("UID:1\r\n", ""),
        good.replace("DTSTAMP:20260302T150000Z", "DTSTAMP:20260302T150000"),
        good.replace("UID:1", "UID:" + "1" * 90),
        good.replace("PRODID:x\r\n", ""),
    ):
        assert problems(broken)
