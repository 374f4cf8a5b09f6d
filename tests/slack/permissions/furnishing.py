"""What the town has beyond the sample network, so that every button there is stands somewhere.

It is furnished early on a Monday and lives through that morning.
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from chatbot.bonds.model import Drive
from chatbot.hearings.detention.model import Task
from chatbot.hearings.model import Hearing
from chatbot.hearings.store import set_when
from chatbot.kit import letters
from chatbot.kit.clock import Clock, local_date
from chatbot.people.model import Grant, Role
from chatbot.places.model import PlaceFacts
from chatbot.signups.model import SeatRole
from handlers.slack.press import Open, Surface, Update
from handlers.slack.privacy import views as privacy
from handlers.slack.speech import Speech
from tests.fixtures.network import EASTERN
from tests.fixtures.pace import AT_ONCE
from tests.slack.permissions.touches import Touch
from tests.slack.permissions.town import BYSTANDERS, Town
from tests.slack.permissions.walking import in_view

DAWN = datetime(2026, 3, 1, 11, 30, tzinfo=UTC)
"""Half past six in Boston, on a Sunday."""

TICKS = tuple(timedelta(days=1, minutes=minutes) for minutes in (35, 95, 215, 275))
"""When the clock is asked what is due: on Monday at five past seven, eight, ten, and eleven."""

SHEET = b"alias,kind,place,day,companions\nS.T.,check-in,Boston,4/15/2027,2\n"


GUESTS = {"alias": "A tailor", "town": "Lowell", "adults": "1", "languages": "English", "contact": "Ask at church"}


async def furnish(town: Town, clock: Clock) -> None:
    """Everything below, in this order, and what the clock makes of it until Monday at eleven."""
    await _on_sunday(town)
    clock.run_ahead(timedelta(days=1))
    for room in (_seats, _reports, _bonds, _rooms, _needs, _gatherings, _places, _settings):
        await room(town)
    for tick in TICKS:
        clock.run_ahead(tick)
        failures = await town.chatbot.schedule.tick()
        assert failures == []
    await _windows(town)


def _day(town: Town, ahead: int) -> str:
    return (local_date(town.chatbot.clock.now(), EASTERN) + timedelta(days=ahead)).isoformat()


async def _on_sunday(town: Town) -> None:
    """Someone comes to Marie's for the night. Those who have nothing to do with anything want to be asked nothing."""
    bot, daniel, marie = town.chatbot, town.people["daniel"], town.people["marie"]
    for name in BYSTANDERS:
        await bot.people.prefer({"wanted": ()}, by=town.people[name])
    stay = await bot.stays.add({**GUESTS, "first": _day(town, 0), "until": _day(town, 2)}, by=daniel)
    await bot.stays.propose(stay.code, "R102", by=daniel)
    await bot.stays.accept(stay.code, by=marie)
    await bot.stays.guests_agree(stay.code, by=daniel)


async def _seats(town: Town) -> None:
    """Jonah looks for cover at H102, Marie goes somewhere else soon after it, and Jonah reads a calendar."""
    bot, people = town.chatbot, town.people
    await bot.covers.ask("H102", by=people["jonah"])
    h110 = await _hearing(town, alias="Weaver", day=_day(town, 0), start="15:00", place="Chelmsford")
    await bot.hearings.claim(h110.code, by=people["marie"])
    await bot.calendars.make(by=people["jonah"])
    await bot.watching.hearing("H106", by=people["jonah"])


async def _reports(town: Town) -> None:
    """H111 was yesterday: Mei led it, says that it goes on, and that someone was detained, while there was no channel
    to say it in. So was someone at H101, and Jonah took a task."""
    bot, people = town.chatbot, town.people
    rosa, mei, jonah = people["rosa"], people["mei"], people["jonah"]
    h111 = await _hearing(town, alias="Gardener", day=_day(town, 3), roles=("lead",))
    await bot.hearings.claim(h111.code, SeatRole.LEAD, by=mei)
    await bot.hearings.claim(h111.code, by=jonah)
    assert h111.when.day
    assert h111.when.starts_at
    ago = timedelta(days=4)
    earlier = replace(h111.when, day=h111.when.day - ago, starts_at=h111.when.starts_at - ago)
    await bot.database.run(lambda tx: set_when(tx, h111.id, earlier))
    await bot.reporting.report(h111.code, {"ending": "continued", "day": _day(town, 20), "start": "10:00"}, by=mei)
    where: dict[str, Any] = {"card_channel": "C0GENERAL", "language": "en", "by": rosa}
    await bot.networks.set_channels(response_channel=None, **where)
    await bot.detentions.raise_alarm(h111.code, by=mei)
    await bot.networks.set_channels(response_channel="C0RESPONSETEAM", **where)
    alarm = (await bot.detentions.raise_alarm("H101", by=mei)).alarm
    await bot.detentions.take(alarm.id, Task.LOCATE, by=jonah)
    h106 = await bot.hearings.get("H106", team_id=rosa.team_id)
    moved = {
        "alias": h106.alias,
        "kind": h106.kind,
        "place": str(h106.place.id),
        "day": _day(town, 10),
        "start": "09:00",
    }
    await bot.hearings.change("H106", {**moved, "companions": "2", "at_least": "1"}, by=rosa)


async def _hearing(town: Town, **typed: Any) -> Hearing:
    name = typed.pop("place", "Boston")
    place = next(one for one in await town.chatbot.places.listed("T1") if one.name.startswith(name))
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
    await bot.treasury.receive_outside(None, {"amount": "500"}, key="general", by=sam)
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
    """S103 asks to stay longer, S105 waits for its guests; R104 was kept by Tiago, who coordinates no more, and
    R105 is by Daniel."""
    bot, people = town.chatbot, town.people
    rosa, daniel, ruth, tiago = (people[name] for name in ("rosa", "daniel", "ruth", "tiago"))
    await bot.stays.take_back("S102", by=daniel)
    await bot.stays.propose("S102", "R102", by=daniel)
    s105 = await bot.stays.add({**GUESTS, "first": _day(town, 70), "until": _day(town, 75)}, by=daniel)
    await bot.stays.propose(s105.code, "R101", by=daniel)
    await bot.stays.accept(s105.code, by=ruth)
    await bot.hosting.ask_longer("S103", {"until": _day(town, 60)}, by=daniel)
    await bot.stay_notes.ask("S103", {"words": "Is a cot needed?"}, by=ruth)
    await bot.rooms.close_nights("R101", {"first": _day(town, 90), "until": _day(town, 92)}, by=ruth)
    s106 = await bot.stays.add({**GUESTS, "first": _day(town, 80), "until": _day(town, 82)}, by=daniel)
    await bot.stays.withdraw(s106.code, by=daniel)
    coordinating = {Grant(role=Role.COORDINATOR)}
    keeper = await bot.people.entrust(person_id=tiago.id, grants=coordinating, by=rosa)
    offer = {"town": "Lynn", "beds": "1", "first": _day(town, 0), "lengths": ("short",), "languages": "English"}
    home = {"name": "Aunt Ida", "address": "15 Sample Street, Lynn", "phone": "978-555-0135"}
    await bot.rooms.add({**offer, **home}, by=keeper)
    await bot.rooms.add({**offer, **home, "name": "Uncle Leo"}, by=daniel)
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
    """Events and alerts for a second page; a draft, and an alert that has ended. Jonah has called this morning."""
    bot, daniel = town.chatbot, town.people["daniel"]
    await bot.deeds.count("A101", {"step": "call", "targets": ("1",)}, by=town.people["jonah"])
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
    """A digest that rests, figures that are posted, rows brought in, and a message nobody knows to have arrived."""
    bot, rosa = town.chatbot, town.people["rosa"]
    plan = {"at": "07:00", "weekdays": tuple("0123456"), "zone": EASTERN.key, "horizon": "14"}
    digest = await bot.digests.set("C0CHECKINS", plan, by=rosa)
    await bot.digests.pause(digest.id, by=rosa)
    await bot.impacts.follow("C0BONDS", by=rosa)
    begun, _ = await bot.imports.begin(by=rosa)
    await bot.imports.look(begun.id, SHEET, by=rosa)
    await bot.imports.confirm(begun.id, by=rosa)
    (letter, *_) = await bot.database.run(lambda tx: letters.take(tx, 1, AT_ONCE))
    await bot.database.run(lambda tx: letters.unsure(tx, letter, "timeout"))


async def _windows(town: Town) -> None:
    """Windows that stand open: what they are about is not begun a second time by looking at it.

    Ana reads a long copy of what is kept about her. Daniel has his rows looked at; he saw the directory when it was
    empty, and reads shorter weekly reports elsewhere.
    """
    daniel = town.people["daniel"]
    begin = Touch(surface=Surface.MESSAGE, name="hearings.import", action={"action_id": "hearings.import"})
    standing = (await town.does(begin, daniel)).reply
    assert isinstance(standing, Open)
    town.open_windows += [("daniel", touch) for touch in in_view(standing.view, town)]
    form = next(touch for _, touch in town.open_windows if touch.surface is Surface.FORM)
    looked_at = (await town.does(form, daniel)).reply
    assert isinstance(looked_at, Update)
    town.open_windows += [("daniel", touch) for touch in in_view(looked_at.view, town)]
    speech = Speech(town.chatbot.catalogues.tongue("en"))
    for view in (privacy.copy("kept " * 100_000, speech, page=page) for page in (1, 2)):
        town.open_windows += [("ana", touch) for touch in in_view(view, town)]
    for name in ("resources.load", "resources.recheck"):
        touch = Touch(surface=Surface.MESSAGE, name=name, action={"action_id": name})
        town.open_windows.append(("daniel", touch))
