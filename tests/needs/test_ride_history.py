"""Thousands of steps of a ride in any order: no car too full, nobody lost unsaid, no address opened to others."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import rule, run_state_machine_as_test

from chatbot.kit.sealed import Sealer
from chatbot.needs import rules
from chatbot.needs.rides import rules as rides
from chatbot.needs.rides.carrying import Carrying
from chatbot.needs.rides.model import Load
from tests.fixtures.database import ON_SQLITE, Databases
from tests.fixtures.size import PROOF, quick_or_full
from tests.needs.driving import CODE, OUTSIDE, VOLUNTEERS, Driving, address
from tests.needs.parts import typed

CARS = (
    Load(seats=1),
    Load(seats=3),
    Load(seats=4, child_seats=1),
    Load(seats=2, wheelchair=True),
    Load(seats=5, child_seats=2, wheelchair=True),
)
PARTIES = (
    Load(seats=1),
    Load(seats=2, child_seats=1),
    Load(seats=1, wheelchair=True),
    Load(seats=3, child_seats=2),
    Load(seats=4),
)

who = st.sampled_from(VOLUNTEERS)
cars = st.sampled_from(CARS)
parties = st.sampled_from(PARTIES)


class Steps(Driving):
    """Everything people can do with a ride."""

    @rule(name=who, car=cars)
    def drives(self, name: str, car: Load) -> None:
        self.acts(name)
        self.tried(self.chatbot.rides.drive(CODE, _typed(car), by=self.person(name)))

    @rule(names=st.permutations(VOLUNTEERS), car=cars)
    def two_drive_at_once(self, names: list[str], car: Load) -> None:
        """Or change their cars, whichever they come to."""
        self.acts(*names[:2])
        self.all_at_once(*(self.chatbot.rides.drive(CODE, _typed(car), by=self.person(one)) for one in names[:2]))

    @rule(car=cars)
    def someone_outside_drives(self, car: Load) -> None:
        self.tried(self.chatbot.rides.drive_for(CODE, _typed(car), name=OUTSIDE, by=self.network.coordinator))

    @rule(name=who, car=cars)
    def a_coordinator_adds_a_driver(self, name: str, car: Load) -> None:
        person = self.person(name).id
        self.tried(self.chatbot.rides.drive_for(CODE, _typed(car), person_id=person, by=self.network.coordinator))

    @rule(load=parties)
    def someone_needs_a_ride(self, load: Load) -> None:
        self.parties_need_a_ride(load)

    @rule(one=parties, other=parties)
    def two_parties_are_written_down_at_once(self, one: Load, other: Load) -> None:
        self.parties_need_a_ride(one, other)

    def parties_need_a_ride(self, *loads: Load) -> None:
        if len(self.parties) + len(loads) > 8:
            return
        new = {f"P{self.written + number}": load for number, load in enumerate(loads, 1)}
        self.written += len(loads)
        add = self.chatbot.rides.add_rider
        forms = [
            {"alias": alias, "town": "Lynn", "address": address(alias), **_typed(load)} for alias, load in new.items()
        ]
        done = self.all_at_once(*(add(CODE, form, by=self.network.coordinator) for form in forms))
        assert done == [not self.cancelled] * len(loads)
        if not self.cancelled:
            self.parties |= new

    @rule(number=st.integers(0, 7))
    def someone_needs_it_no_more(self, number: int) -> None:
        riders = self.rows()
        if number < len(riders):
            gone = riders[number]
            assert self.tried(self.chatbot.rides.remove_rider(CODE, gone.id, by=self.network.coordinator))
            del self.parties[gone.alias]

    @rule(name=who)
    def releases(self, name: str) -> None:
        self.acts(name)
        self.tried(self.chatbot.signups.release(CODE, by=self.person(name)))

    @rule(name=who, load=parties)
    def one_releases_while_someone_is_written_down(self, name: str, load: Load) -> None:
        if len(self.parties) < 8 and not self.cancelled:
            self.acts(name)
            self.written += 1
            alias = f"P{self.written}"
            form = {"alias": alias, "town": "Lynn", "address": address(alias), **_typed(load)}
            done = self.all_at_once(
                self.chatbot.signups.release(CODE, by=self.person(name)),
                self.chatbot.rides.add_rider(CODE, form, by=self.network.coordinator),
            )
            assert done[1]
            self.parties[alias] = load

    @rule(name=who, yes=st.booleans())
    def answers_an_offer(self, name: str, yes: bool) -> None:
        self.acts(name)
        answer = self.chatbot.signups.accept if yes else self.chatbot.signups.pass_on
        self.tried(answer(CODE, by=self.person(name)))

    @rule(number=st.integers(0, 2))
    def a_coordinator_lets_a_driver_go(self, number: int) -> None:
        drivers = sorted(self.drivers())
        if number < len(drivers):
            self.tried(self.chatbot.signups.let_go(CODE, [drivers[number]], by=self.network.coordinator))

    @rule(people=st.integers(1, 3), way=st.sampled_from(("there", "back", "both", "wait")))
    def it_is_written_down_anew(self, people: int, way: str) -> None:
        form = typed(self.network, people=str(people), way=way)
        self.tried(self.chatbot.needs.change(CODE, form, by=self.network.coordinator))

    @rule(really=st.integers(0, 9))
    def it_is_cancelled(self, really: int) -> None:
        """Seldom, since nothing happens afterwards."""
        if really == 0:
            done = self.tried(self.chatbot.needs.cancel(CODE, reason="", by=self.network.coordinator))
            assert done is not self.cancelled
            self.cancelled = True


def _typed(load: Load) -> dict[str, object]:
    return {"seats": str(load.seats), "child_seats": str(load.child_seats), "wheelchair": load.wheelchair}


@pytest.fixture
def steps(databases: Databases, sealer: Sealer, kind: str) -> Iterator[type[Steps]]:
    Steps.fresh, Steps.sealer = staticmethod(lambda: databases.make(kind, furnished=True)), sealer
    yield Steps
    del Steps.fresh, Steps.sealer


@PROOF
def test_no_car_carries_more_than_it_holds_and_no_rider_is_lost_unsaid(steps: type[Steps], kind: str) -> None:
    few = 1 if kind == "postgresql" else 2
    quick = settings(
        max_examples=quick_or_full(few, few * 100),
        stateful_step_count=25,
        deadline=None,
        phases=(Phase.reuse, Phase.generate),
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    run_state_machine_as_test(steps, settings=quick)


@pytest.fixture
def on_the_way(steps: type[Steps]) -> Iterator[Steps]:
    """Ana drives a family with a child seat and someone in a wheelchair; Ben has a small car."""
    begun = steps()
    begun.a_ride_is_asked_for()
    begun.two_parties_are_written_down_at_once(Load(seats=2, child_seats=1), Load(seats=1, wheelchair=True))
    begun.drives("ana", Load(seats=5, child_seats=2, wheelchair=True))
    begun.the_ride_is_right()
    begun.drives("ben", Load(seats=1))
    begun.the_ride_is_right()
    yield begun
    begun.teardown()


@ON_SQLITE
def test_control_the_whole_way_can_be_gone(on_the_way: Steps) -> None:
    """Carried, left, carried by another, written down anew and cancelled: it does not hold because nothing happens."""
    ana, coordinator = on_the_way.network.ana.id, on_the_way.network.coordinator.id
    assert set(on_the_way.before.values()) == {ana}
    on_the_way.releases("ana")
    on_the_way.the_ride_is_right()
    assert set(on_the_way.before.values()) == {None}
    assert on_the_way.told["needs.stranded", coordinator] == 1
    on_the_way.someone_outside_drives(Load(seats=5, child_seats=2, wheelchair=True))
    on_the_way.the_ride_is_right()
    assert None not in on_the_way.before.values()
    on_the_way.drives("cleo", Load(seats=3))
    on_the_way.releases("ben")
    on_the_way.answers_an_offer("cleo", yes=True)
    on_the_way.someone_needs_a_ride(Load(seats=3))
    on_the_way.the_ride_is_right()
    assert on_the_way.before["P3"] == on_the_way.network.cleo.id
    assert on_the_way.told["needs.riders", on_the_way.network.cleo.id] == 1
    on_the_way.someone_needs_it_no_more(2)
    on_the_way.it_is_cancelled(0)
    on_the_way.the_ride_is_right()


@ON_SQLITE
def test_control_a_car_that_is_too_full_is_noticed(on_the_way: Steps, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rides, "fits", lambda *_: True)
    on_the_way.someone_needs_a_ride(Load(seats=4))
    with pytest.raises(AssertionError, match="carries more than it holds"):
        on_the_way.the_ride_is_right()


@ON_SQLITE
def test_control_a_rider_who_is_lost_unsaid_is_noticed(on_the_way: Steps, monkeypatch: pytest.MonkeyPatch) -> None:
    async def silent(*_: object) -> None: ...

    monkeypatch.setattr(Carrying, "_tell_coordinators", silent)
    on_the_way.drives("ana", Load(seats=1))
    with pytest.raises(AssertionError, match="nobody says so"):
        on_the_way.the_ride_is_right()


@ON_SQLITE
def test_control_an_address_that_opens_to_another_driver_is_noticed(
    on_the_way: Steps, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rules, "may_read_pickups", lambda need, _: frozenset(rider.id for rider in need.riders))
    with pytest.raises(AssertionError, match="opened for others"):
        on_the_way.the_ride_is_right()
