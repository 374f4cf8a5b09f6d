"""A season of hosting beside a model of it: two homes, up to five stays, and what has to be true of both."""

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, ClassVar

from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant
from sqlalchemy import select

from chatbot.bootstrap import build
from chatbot.kit.clock import Clock
from chatbot.kit.refusal import Refusal
from chatbot.kit.sealed import Sealer
from chatbot.opening import open_database
from chatbot.people.model import Person
from chatbot.rooms.matches.store import stay_matches
from tests.fixtures.database import Databases, Hand
from tests.fixtures.network import EASTERN, SmallNetwork
from tests.rooms.homes import ADDRESS, CONTACT, Homes

BEDS = {"ana": 4, "ben": 2}


@dataclass
class Asked:
    """What the model knows of one stay: its size, its nights, and where it has been promised."""

    code: str
    people: int
    first: int
    until: int
    home: str | None = None
    host_yes: bool = False
    guests_yes: bool = False
    longer: int | None = None
    withdrawn: bool = False
    expires: timedelta = timedelta(0)
    longer_expires: timedelta = timedelta(0)

    def holds(self, night: int) -> bool:
        return self.home is not None and self.first <= night < max(self.until, self.longer or 0)


@dataclass
class Home:
    code: str
    closed: list[tuple[int, int]] = field(default_factory=list)
    vetted: bool = True
    is_open: bool = True


class Season(RuleBasedStateMachine):
    """Two homes, up to five stays, two coordinators who may press in the same second.

    The model counts beds night by night, days counted from today. It says of every step whether it has to succeed.
    """

    kind: ClassVar[str]
    databases: ClassVar[Databases]
    sealer: ClassVar[Sealer]

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.Runner()
        self.hand = Hand()
        self.passed = timedelta(0)
        self.stays: list[Asked] = []

    @initialize()
    def two_homes_are_offered(self) -> None:
        clock = Clock(read=self.hand.read)
        self.database = open_database(self.databases.make(self.kind, furnished=True), clock)
        self.do(self.database.start())
        self.chatbot = build(clock=clock, database=self.database, sealer=self.sealer, zone=EASTERN)
        self.network = self.do(SmallNetwork.known(self.chatbot))
        self.all = Homes(self.network)
        self.homes = {
            name: Home(code=self.do(self.all.offered(by=self.person(name), beds=str(beds))).code)
            for name, beds in BEDS.items()
        }

    def do(self, something: Coroutine[Any, Any, Any]) -> Any:
        return self.loop.run(something)

    def person(self, name: str) -> Person:
        person: Person = getattr(self.network, name)
        return person

    def tried(self, something: Coroutine[Any, Any, Any]) -> bool:
        """Whether it was done; a refusal is a no."""
        try:
            self.do(something)
        except Refusal:
            return False
        return True

    def both(self, one: Coroutine[Any, Any, Any], other: Coroutine[Any, Any, Any]) -> list[bool]:
        """Two at once: which of them was done."""

        async def together() -> list[Any]:
            return list(await asyncio.gather(one, other, return_exceptions=True))

        answers = self.do(together())
        assert all(isinstance(answer, Refusal) or not isinstance(answer, BaseException) for answer in answers), answers
        return [not isinstance(answer, Refusal) for answer in answers]

    def stay(self, number: int) -> Asked | None:
        return self.stays[number] if number < len(self.stays) else None

    def left(self, home: str, night: int, but: Asked | None = None) -> int:
        held = sum(one.people for one in self.stays if one is not but and one.home == home and one.holds(night))
        return BEDS[home] - held

    def is_free(self, home: str, first: int, until: int, people: int, but: Asked | None = None) -> bool:
        open_nights = not any(start < until and first < end for start, end in self.homes[home].closed)
        return open_nights and all(self.left(home, night, but) >= people for night in range(first, until))

    def may_propose(self, stay: Asked, home: str) -> bool:
        place = self.homes[home]
        looks = stay.home is None and not stay.withdrawn
        return looks and place.vetted and place.is_open and self.is_free(home, stay.first, stay.until, stay.people)

    def proposed(self, stay: Asked, home: str) -> None:
        stay.home, stay.host_yes, stay.guests_yes = home, False, False
        stay.expires = self.answer_by(stay.first)

    def answer_by(self, first: int) -> timedelta:
        """The model's clock begins at ten in the morning; what would end between nine in the evening and in the
        morning ends at ten."""
        hours = round(self.passed / timedelta(hours=1)) + (6 if first <= 2 else 48)
        night = (hours + 10) % 24
        if night >= 21:
            hours += 24 - night + 10
        elif night < 9:
            hours += 10 - night
        return timedelta(hours=hours)

    def gone(self, stay: Asked) -> None:
        stay.home, stay.host_yes, stay.guests_yes, stay.longer = None, False, False, None

    def propose(self, stay: Asked, home: str, by: Person) -> Coroutine[Any, Any, Any]:
        return self.chatbot.stays.propose(stay.code, self.homes[home].code, by=by)

    @invariant()
    def no_bed_is_promised_twice(self) -> None:
        """Counted from the rows, beside everything the program believes."""
        if not hasattr(self, "homes"):
            return
        rows = self.do(self.network.rows(select(stay_matches)))
        today = date.fromisoformat(self.network.day(0))
        held = [row for row in rows if row.state in ("proposed", "accepted", "agreed")]
        for name, home in self.homes.items():
            offer = self.do(self.chatbot.rooms.get(home.code, by=self.person(name))).offer
            for night in (today + timedelta(days=number) for number in range(20)):
                here = [
                    row
                    for row in held
                    if row.offer_id == offer.id and row.first_night <= night < (row.longer_until or row.until)
                ]
                assert sum(row.beds for row in here) <= offer.beds
                assert not (here and any(closed.nights.hold(night) for closed in offer.closed))

    @invariant()
    def contacts_are_open_exactly_when_both_have_said_yes(self) -> None:
        if not hasattr(self, "homes"):
            return
        for stay in self.stays:
            for name in ("ben" if stay.home == "ana" else "ana", stay.home or "ben", "coordinator"):
                side = name in ("coordinator", stay.home)
                try:
                    contacts = self.do(self.chatbot.hosting.open_contacts(stay.code, by=self.person(name)))
                except Refusal:
                    assert not (side and stay.host_yes and stay.guests_yes)
                    continue
                assert side
                assert stay.host_yes
                assert stay.guests_yes
                assert contacts.guests == CONTACT
                assert (contacts.home.address if contacts.home else None) == (
                    ADDRESS if name == "coordinator" else None
                )

    def teardown(self) -> None:
        if hasattr(self, "database"):
            self.do(self.database.stop())
        self.loop.close()
