"""What the town has beyond the sample network, so that every button there is stands somewhere.

It is furnished early on a Monday and lives through that morning.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import select

from chatbot.bonds.model import Drive
from chatbot.hearings.detention.model import Task
from chatbot.hearings.model import Hearing
from chatbot.hearings.store import set_when
from chatbot.kit import letters
from chatbot.kit.clock import Clock, local_date
from chatbot.kit.letters import Letter
from chatbot.kit.outbox import outbox
from chatbot.people.model import Grant, Role
from chatbot.places.model import PlaceFacts
from chatbot.signups.model import SeatRole
from handlers.slack.press import Open, Say, Surface, Update
from tests.fixtures.network import EASTERN
from tests.fixtures.pace import AT_ONCE
from tests.slack.permissions.town import Touch, Town

DAWN = datetime(2026, 3, 2, 11, 30, tzinfo=UTC)
"""Half past six in Boston, on a Monday."""

TICKS = (timedelta(minutes=35), timedelta(minutes=95), timedelta(minutes=275), timedelta(minutes=395))
"""When the clock is asked what is due: five past seven, eight, eleven, and one."""

SHEET = "alias,kind,place,day,start,companions\nP.Q.,check-in,Boston,4/14/2027,9:30 AM,2\n"
DIRECTORY = "name,topics,town\nThe Warm Corner,Food,Lowell\n"


async def furnish(town: Town, clock: Clock) -> None:
    """Everything below, in this order, and what the clock makes of it until the early afternoon."""
    for room in (_seats, _reports, _bonds, _rooms, _needs, _gatherings, _places, _settings, _windows):
        await room(town)
    for tick in TICKS:
        clock.run_ahead(tick)
        failures = await town.chatbot.schedule.tick()
        assert failures == []


def _day(town: Town, ahead: int) -> str:
    return (local_date(town.chatbot.clock.now(), EASTERN) + timedelta(days=ahead)).isoformat()


async def _seats(town: Town) -> None:
    """Jonah looks for cover at H102, H106 was moved, and Jonah reads a calendar."""
    bot, people = town.chatbot, town.people
    await bot.covers.ask("H102", by=people["jonah"])
    await bot.calendars.make(by=people["jonah"])
    await bot.watching.hearing("H106", by=people["jonah"])


async def _reports(town: Town) -> None:
    """H110 was yesterday: Mei led it, says that it goes on, and that someone was detained; Jonah took a task."""
    bot, people = town.chatbot, town.people
    rosa, mei, jonah = people["rosa"], people["mei"], people["jonah"]
    h110 = await _hearing(town, alias="Gardener", day=_day(town, 3), roles=("lead",))
    await bot.hearings.claim(h110.code, SeatRole.LEAD, by=mei)
    await bot.hearings.claim(h110.code, by=jonah)
    assert h110.when.day
    assert h110.when.starts_at
    ago = timedelta(days=4)
    earlier = replace(h110.when, day=h110.when.day - ago, starts_at=h110.when.starts_at - ago)
    await bot.database.run(lambda tx: set_when(tx, h110.id, earlier))
    await bot.reporting.report(h110.code, {"ending": "continued", "day": _day(town, 20), "start": "10:00"}, by=mei)
    alarm = (await bot.detentions.raise_alarm(h110.code, by=mei)).alarm
    await bot.detentions.take(alarm.id, Task.LOCATE, by=jonah)
    h106 = await bot.hearings.get("H106", team_id=rosa.team_id)
    moved = {"alias": h106.alias, "kind": h106.kind, "place": str(h106.place.id), "day": _day(town, 10), "start": "09:00"}
    await bot.hearings.change("H106", {**moved, "companions": "2", "at_least": "1"}, by=rosa)


async def _hearing(town: Town, **typed: Any) -> Hearing:
    place = next(one for one in await town.chatbot.places.listed("T1") if one.name.startswith("Boston"))
    usual = {"kind": "master", "place": str(place.id), "start": "10:00", "companions": "2", "at_least": "1"}
    return await town.chatbot.hearings.add({**usual, **typed}, by=town.people["rosa"])


async def _bonds(town: Town) -> None:
    """One drive for each step that money takes, and enough of them for a second page."""
    bot, people = town.chatbot, town.people
    sam = people["sam"]
    paid = [await _paid(town, alias) for alias in ("Painter", "Plumber", "Tailor")]
    await bot.posted_bonds.mark_cancelled(paid[1].code, {}, by=sam)
    await bot.posted_bonds.mark_cancelled(paid[2].code, {}, by=sam)
    await bot.posted_bonds.refund_requested(paid[2].code, {}, by=sam)
    for number in range(5):
        await _drive(town, f"Neighbour {number}")
    for name in (f"U-GIVER{number}" for number in range(12)):
        giver = await town.meets(name, name)
        await bot.bonds.pledge("B102", "20", by=giver)
    await bot.bookkeeping.set_rate({"year": "2026", "rate": "3"}, by=sam)


async def _drive(town: Town, alias: str) -> Drive:
    typed = {"purpose": "bond", "alias": alias, "amount": "1500", "story": "A neighbour.", "channel": "C0BONDS"}
    return await town.chatbot.bonds.start(typed, by=town.people["sam"])


async def _paid(town: Town, alias: str) -> Drive:
    drive, sam = await _drive(town, alias), town.people["sam"]
    await town.chatbot.treasury.receive_outside(drive.code, {"amount": "1500"}, key=alias, by=sam)
    typed = {"amount": "1500", "obligor": "O8"}
    await town.chatbot.posted_bonds.mark_paid(drive.code, typed, key=f"{alias} paid", by=sam)
    return drive


async def _rooms(town: Town) -> None:
    """S103 asks to stay longer, S104 waits for its guests; R104 was kept by Tiago, who coordinates no more."""
    bot, people = town.chatbot, town.people
    rosa, daniel, ruth, tiago = (people[name] for name in ("rosa", "daniel", "ruth", "tiago"))
    guests = {"alias": "A tailor", "town": "Lowell", "adults": "1", "languages": "English", "contact": "Ask at church"}
    s104 = await bot.stays.add({**guests, "first": _day(town, 70), "until": _day(town, 75)}, by=daniel)
    await bot.stays.propose(s104.code, "R101", by=daniel)
    await bot.stays.accept(s104.code, by=ruth)
    await bot.hosting.ask_longer("S103", {"until": _day(town, 60)}, by=daniel)
    await bot.stay_notes.ask("S103", {"words": "Is a cot needed?"}, by=ruth)
    await bot.rooms.close_nights("R101", {"first": _day(town, 90), "until": _day(town, 92)}, by=ruth)
    s105 = await bot.stays.add({**guests, "first": _day(town, 80), "until": _day(town, 82)}, by=daniel)
    await bot.stays.withdraw(s105.code, by=daniel)
    coordinating = {Grant(role=Role.COORDINATOR)}
    keeper = await bot.people.entrust(person_id=tiago.id, grants=coordinating, by=rosa)
    offer = {"town": "Lynn", "beds": "1", "first": _day(town, 0), "lengths": ("short",), "languages": "English"}
    home = {"name": "Aunt Ida", "address": "15 Sample Street, Lynn", "phone": "978-555-0135"}
    await bot.rooms.add({**offer, **home}, by=keeper)
    await bot.people.entrust(person_id=tiago.id, grants=set(), by=rosa)


async def _needs(town: Town) -> None:
    """What Ana asks for, posting a bond with Marie's help, and enough of them for a second page."""
    bot, people = town.chatbot, town.people
    rosa, ana, marie = people["rosa"], people["ana"], people["marie"]
    asked = {"kind": "other", "title": "Someone to sit with", "alias": "Grandfather", "day": _day(town, 6)}
    await bot.needs.ask(asked, by=ana)
    posting = {"kind": "bond_posting", "title": "Post a bond", "alias": "Painter", "day": _day(town, 6)}
    need = await bot.needs.add(posting, by=rosa)
    await bot.signups.claim(need.code, SeatRole.COMPANION, by=marie)
    for number in range(4):
        other = {"kind": "legal", "title": f"Papers, part {number}", "alias": "Baker", "day": _day(town, 7)}
        await bot.needs.add(other, by=rosa)


async def _gatherings(town: Town) -> None:
    """Events and alerts for a second page; a draft, and an alert that has ended."""
    bot, daniel = town.chatbot, town.people["daniel"]
    for number in range(6):
        event = {"title": f"Supper {number}", "host": "All of us", "spot": "The hall", "day": _day(town, 5)}
        await bot.events.add({**event, "start": "18:00"}, by=daniel)
    for number in range(8):
        alert = {"title": f"Alert {number}", "why": "It matters.", "steps": ("call", "sign", "testify")}
        alert |= {"links": "https://example.org/", "ends_on": _day(town, 9), "channel": "C0ANNOUNCEMENTS"}
        written = await bot.actions.write(alert, by=daniel)
        await bot.actions.set_target(written.code, {"office": "governor", "name": "The Governor"}, by=daniel)
        for language in ("en",):
            await bot.actions.set_script(written.code, {"language": language, "words": "Hello {office}"}, by=daniel)
        if number:
            await bot.actions.launch(written.code, by=daniel)
        if number == 1:
            await bot.actions.close(written.code, by=daniel)


async def _places(town: Town) -> None:
    """More places than a page holds, and an organisation that nobody checked for long."""
    rosa = town.people["rosa"]
    somewhere: dict[str, Any] = dict.fromkeys(("address", "room", "area", "notes"), "")
    somewhere |= {"zone": EASTERN, "aliases": (), "card_channel": None}
    for number in range(9):
        await town.chatbot.places.add(PlaceFacts(name=f"Office {number}", **somewhere), by=rosa)


async def _settings(town: Town) -> None:
    """Digests that rest and that come, figures that are posted, and a message that nobody knows to have arrived."""
    bot, rosa = town.chatbot, town.people["rosa"]
    plan = {"at": "07:00", "weekdays": tuple("0123456"), "zone": EASTERN.key, "horizon": "14"}
    digest = await bot.digests.set("C0CHECKINS", plan, by=rosa)
    await bot.digests.pause(digest.id, by=rosa)
    await bot.impacts.follow("C0BONDS", by=rosa)
    (letter, *_) = await bot.database.run(lambda tx: letters.take(tx, 1, AT_ONCE))
    await bot.database.run(lambda tx: letters.unsure(tx, letter, "timeout"))


async def _windows(town: Town) -> None:
    """Windows that stand open since before: what they carry is not to be had a second time."""
