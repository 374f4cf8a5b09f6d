"""A ride on a real database beside a model of it: who drives what, who rides, and what has to be true of both."""

import asyncio
from collections import Counter
from collections.abc import Callable, Coroutine
from typing import Any, ClassVar

from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant
from sqlalchemy import select, update

from chatbot.bootstrap import build
from chatbot.kit.clock import Clock
from chatbot.kit.database import Tx
from chatbot.kit.outbox import State, outbox
from chatbot.kit.refusal import Refusal
from chatbot.kit.sealed import Sealer
from chatbot.needs.rides.carrying import RIDERS
from chatbot.needs.rides.model import Load
from chatbot.needs.rides.store import need_cars, need_riders
from chatbot.opening import open_database
from chatbot.people.model import Person
from chatbot.signups.store import signups
from tests.fixtures.database import Hand
from tests.fixtures.network import EASTERN, SmallNetwork
from tests.needs.parts import asked

VOLUNTEERS = ("ana", "ben", "cleo")
OUTSIDE = "Tía Rosa"
CODE = "N101"


class Driving(RuleBasedStateMachine):
    """One ride, three volunteers and someone outside Slack who may drive, and up to eight parties who ride.

    The model knows who has to be carried. Cars and seats are counted from the rows, beside what the program believes.
    """

    fresh: ClassVar[Callable[[], str]]
    """The URL of a new database with the small network in it."""
    sealer: ClassVar[Sealer]

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.Runner()
        self.parties: dict[str, Load] = {}
        self.written = 0
        self.cancelled = False
        self.before: dict[str, int | None] = {}
        """Whose car everyone was in after the step before."""
        self.told: Counter[tuple[str, int]] = Counter()
        self.acted: set[int] = set()
        """Those who pressed something themselves in this step; nobody has to tell them."""

    @initialize()
    def a_ride_is_asked_for(self) -> None:
        clock = Clock(read=Hand().read)
        self.database = open_database(type(self).fresh(), clock)
        self.do(self.database.start())
        self.chatbot = build(clock=clock, database=self.database, sealer=self.sealer, zone=EASTERN)
        self.network: SmallNetwork = self.do(SmallNetwork.known(self.chatbot))
        self.do(asked(self.network))

    def do(self, something: Coroutine[Any, Any, Any]) -> Any:
        return self.loop.run(something)

    def tried(self, something: Coroutine[Any, Any, Any]) -> bool:
        """Whether it was done; a refusal is a no."""
        return self.all_at_once(something)[0]

    def all_at_once(self, *several: Coroutine[Any, Any, Any]) -> list[bool]:
        """Which of them were done."""

        async def together() -> list[Any]:
            return list(await asyncio.gather(*several, return_exceptions=True))

        answers = self.do(together())
        for answer in answers:
            if isinstance(answer, BaseException) and not isinstance(answer, Refusal):
                raise answer
        return [not isinstance(answer, Refusal) for answer in answers]

    def person(self, name: str) -> Person:
        person: Person = getattr(self.network, name)
        return person

    def acts(self, *names: str) -> None:
        self.acted = {self.person(name).id for name in names}

    def drivers(self) -> set[int]:
        """Who holds a driver's seat, by the rows."""
        here = (signups.c.ended_at.is_(None), signups.c.waiting.is_(False))
        return {row.person_id for row in self.do(self.network.rows(select(signups).where(*here)))}

    def rows(self) -> list[Any]:
        rows: list[Any] = self.do(self.network.rows(select(need_riders).order_by(need_riders.c.id)))
        return rows

    def cars(self) -> dict[int, Load]:
        rows = self.do(self.network.rows(select(need_cars)))
        return {row.person_id: _load(row) for row in rows}

    @invariant()
    def the_ride_is_right(self) -> None:
        if not hasattr(self, "network"):
            return
        riders, cars, drivers = self.rows(), self.cars(), self.drivers()
        self.nobody_is_lost(riders)
        self.no_car_carries_too_much(riders, cars, drivers)
        self.nobody_loses_a_car_unsaid(riders, drivers)
        self.addresses_open_for_the_driver_only(riders)

    def nobody_is_lost(self, riders: list[Any]) -> None:
        assert {row.alias: _load(row) for row in riders} == self.parties, "a rider was lost"

    def no_car_carries_too_much(self, riders: list[Any], cars: dict[int, Load], drivers: set[int]) -> None:
        if self.cancelled:
            return
        inside = {driver: [_load(row) for row in riders if row.driver_id == driver] for driver in drivers & set(cars)}
        assert all(row.driver_id is None or row.driver_id in inside for row in riders), (
            "in the car of who does not come"
        )
        for driver, loads in inside.items():
            assert _room(cars[driver], loads), "a car carries more than it holds"
            waiting = [_load(row) for row in riders if row.driver_id is None]
            assert not any(_room(cars[driver], [*loads, one]) for one in waiting), "left behind while a car has room"

    def nobody_loses_a_car_unsaid(self, riders: list[Any], drivers: set[int]) -> None:
        now = {row.alias: row.driver_id for row in riders}
        said = self.do(self.network.rows(select(outbox.c.view, outbox.c.person_id)))
        told = Counter((row.view, row.person_id) for row in said)
        new = told - self.told
        lost = [alias for alias, driver in self.before.items() if driver is not None and now.get(alias, driver) is None]
        if lost and not self.cancelled:
            assert new["needs.stranded", self.network.coordinator.id], "somebody has no car any more and nobody says so"
        for name in VOLUNTEERS:
            me = self.person(name).id
            had, have = ({alias for alias, driver in some.items() if driver == me} for some in (self.before, now))
            if had != have and me in drivers and me not in self.acted and not self.cancelled:
                assert new["needs.riders", me], "a driver does not know whom to pick up"
        self.do(self.database.run(_all_read))
        self.before, self.told, self.acted = now, told, set()

    def addresses_open_for_the_driver_only(self, riders: list[Any]) -> None:
        for name in (*VOLUNTEERS, "coordinator"):
            person = self.person(name)
            opened = self.do(self.chatbot.needs.open_details(CODE, by=person))
            mine = [row for row in riders if row.driver_id == person.id and not self.cancelled]
            expected = riders if name == "coordinator" else mine
            assert opened.pickups == {row.id: address(row.alias) for row in expected}, "an address opened for others"

    def teardown(self) -> None:
        if hasattr(self, "database"):
            self.do(self.database.stop())
        self.loop.close()


def address(alias: str) -> str:
    """Where that party is picked up."""
    return f"12 {alias} Street, Lynn"


async def _all_read(tx: Tx) -> None:
    """What they were told is no longer to be told, so that the next change has to be told anew."""
    await tx.execute(update(outbox).where(outbox.c.view == RIDERS).values(state=State.SENT))


def _load(row: Any) -> Load:
    return Load(seats=row.seats, child_seats=row.child_seats, wheelchair=row.wheelchair)


def _room(car: Load, inside: list[Load]) -> bool:
    """Counted here once more, on purpose: what is proven does not judge itself."""
    return (
        sum(one.seats for one in inside) <= car.seats
        and sum(one.child_seats for one in inside) <= car.child_seats
        and (car.wheelchair or not any(one.wheelchair for one in inside))
    )
