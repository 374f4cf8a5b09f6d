"""The invented hearings a practice workspace opens with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from chatbot.bootstrap import Chatbot
from chatbot.hearings.model import Hearing, How
from chatbot.hearings.store import set_when
from chatbot.kit.clock import local_date
from chatbot.people.model import Person
from chatbot.places.model import Place
from chatbot.places.rules import named
from chatbot.signups.model import SeatRole


@dataclass(frozen=True, kw_only=True, slots=True)
class Sample:
    """One invented hearing: so many days from today, at this hour or at none yet."""

    days: int | None
    start: str = ""
    kind: str
    alias: str
    place: str
    companions: int = 3
    at_least: int = 1
    roles: tuple[str, ...] = ()
    mode: str = "in_person"
    access: str = "open"
    languages: str = ""
    note: str = ""
    meeting: str = ""
    contact: str = ""
    attorney: str = ""
    claimed: tuple[tuple[str, SeatRole], ...] = ()
    released: tuple[str, ...] = ()
    """Who gave the seat up again, so that it is held for the first in line."""
    verified: How | None = None
    """How its date was confirmed, if it was."""
    happened: bool = False
    """Whether it was yesterday instead: nobody has reported on it yet."""


_LEAD, _COMPANION, _INTERPRETER = SeatRole.LEAD, SeatRole.COMPANION, SeatRole.INTERPRETER

HEARINGS = (
    Sample(
        days=1,
        start="08:30",
        kind="check_in",
        alias="Family of the blue house",
        place="Burlington",
        companions=3,
        at_least=2,
        roles=("lead", "driver"),
        access="closed",
        languages="Portuguese",
        note="First check-in at this office. The family is nervous; calm company helps most.",
        meeting="The bakery across the street from the office, from 7:45",
        contact="Call the coordinator on duty if you are late",
        claimed=(("mei", _LEAD),),
    ),
    Sample(
        days=1,
        start="13:00",
        kind="master",
        alias="M.R.",
        place="Boston",
        companions=4,
        languages="Spanish",
        note="Short hearing, long wait. Bring water and something to read.",
        meeting="In front of the main entrance, at the flag",
        attorney="The attorney meets the group in the hallway",
        claimed=(("jonah", _COMPANION), ("ruth", _COMPANION)),
        verified=How.HOTLINE,
    ),
    Sample(
        days=2,
        start="09:00",
        kind="individual",
        alias="Teacher",
        place="Chelmsford",
        companions=5,
        at_least=2,
        roles=("lead", "interpreter", "driver"),
        access="ask_first",
        languages="Haitian Creole, French",
        note="May last until the afternoon. Rides leave from the river car park.",
        meeting="River car park, at the ticket machine, 7:30",
        claimed=(("marie", _INTERPRETER), ("mei", _LEAD)),
        verified=How.ATTORNEY,
    ),
    Sample(
        days=4,
        start="10:30",
        kind="bond",
        alias="Uncle of J.",
        place="Chelmsford",
        companions=2,
        mode="webex",
        access="ask_first",
        languages="Spanish",
        note="By Webex: the coordinator sends the link on the day.",
    ),
    Sample(
        days=6,
        kind="isap",
        alias="Baker",
        place="Burlington",
        companions=1,
        note="The hour is not known yet; the office calls the day before.",
    ),
    Sample(
        days=9,
        start="11:15",
        kind="master",
        alias="A. and baby",
        place="Boston",
        companions=2,
        languages="Portuguese",
        note="A stroller comes along: the lift is on the left.",
        claimed=(("jonah", _COMPANION),),
    ),
    Sample(
        days=12,
        start="08:00",
        kind="individual",
        alias="Two sisters",
        place="Boston",
        companions=1,
        languages="Haitian Creole",
        claimed=(("marie", _COMPANION), ("jonah", _COMPANION), ("ruth", _COMPANION)),
        released=("marie",),
    ),
    Sample(
        days=3,
        start="10:00",
        kind="master",
        alias="Painter",
        place="Boston",
        companions=2,
        roles=("lead",),
        claimed=(("mei", _LEAD), ("marie", _COMPANION)),
        happened=True,
    ),
    Sample(days=None, kind="individual", alias="Carpenter", place="Boston", companions=4, roles=("lead",)),
)


async def write_down(chatbot: Chatbot, people: Mapping[str, Person], places: Sequence[Place], *, owner: Person) -> None:
    """Write the hearings down, with the seats some have claimed; `people` have agreed to the agreement."""
    network = await chatbot.networks.get(owner.team_id)
    today = local_date(chatbot.clock.now(), network.zone)
    for sample in HEARINGS:
        day = (today + timedelta(days=sample.days)).isoformat() if sample.days is not None else None
        typed = {
            "kind": sample.kind,
            "alias": sample.alias,
            "place": str(named(places, sample.place)[0].id),
            "day": day,
            "start": sample.start,
            "companions": str(sample.companions),
            "at_least": str(sample.at_least),
            "roles": sample.roles,
            "mode": sample.mode,
            "access": sample.access,
            "languages": sample.languages,
            "note": sample.note,
            "contact": sample.contact,
            "attorney": sample.attorney,
            "meeting": sample.meeting,
        }
        hearing = await chatbot.hearings.add(typed, by=owner)
        for handle, role in sample.claimed:
            await chatbot.hearings.claim(hearing.code, role, by=people[handle])
        for handle in sample.released:
            await chatbot.hearings.release(hearing.code, by=people[handle])
        if sample.verified is not None:
            await chatbot.verifying.confirm(hearing.code, sample.verified, by=owner)
        if sample.happened:
            await _was_yesterday(chatbot, hearing, today)


async def _was_yesterday(chatbot: Chatbot, hearing: Hearing, today: date) -> None:
    """No verb writes down what is over; a network that has been at work has some of it all the same."""
    when = hearing.when
    if when.day is None or when.starts_at is None:
        raise ValueError("a sample that happened had a day and an hour")
    ago = when.day - today + timedelta(days=1)
    earlier = replace(when, day=when.day - ago, starts_at=when.starts_at - ago)
    await chatbot.database.run(lambda tx: set_when(tx, hearing.id, earlier))
