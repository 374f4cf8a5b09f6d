"""Rides: who goes with whom, and that no car carries more than it holds."""

import asyncio
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.kit.refusal import Invalid
from chatbot.needs import rules
from chatbot.needs.refusals import NotARide, NotYourRide
from chatbot.needs.rides.model import Car, Load, Rider
from chatbot.needs.rides.rules import fits, seated, stranded, together
from chatbot.people.model import Grant, Role
from chatbot.people.refusals import NotAllowed
from chatbot.signups.model import InLine, SeatRole, Yours
from tests.fixtures.database import ON_POSTGRESQL, ON_SQLITE
from tests.fixtures.network import SmallNetwork
from tests.needs.parts import CAR, asked, rider

LOADS = st.builds(Load, seats=st.integers(1, 5), child_seats=st.integers(0, 3), wheelchair=st.booleans())
DRIVERS = (1, 2, 3)


@st.composite
def rides(draw: st.DrawFn) -> tuple[list[Rider], list[Car], set[int]]:
    cars = [Car(person_id=number, name=str(number), holds=draw(LOADS)) for number in DRIVERS]
    riders = [
        Rider(
            id=number,
            alias=str(number),
            town="Lynn",
            load=draw(LOADS),
            driver_id=draw(st.sampled_from([None, *DRIVERS, 99])),
        )
        for number in range(draw(st.integers(0, 8)))
    ]
    return riders, cars, draw(st.sets(st.sampled_from(DRIVERS)))


@given(rides())
def test_no_car_ever_carries_more_than_it_holds(ride: tuple[list[Rider], list[Car], set[int]]) -> None:
    riders, cars, drivers = ride
    given_to = seated(riders, cars, drivers)
    assert set(given_to.values()) <= drivers
    for car in cars:
        inside = together(rider.load for rider in riders if given_to.get(rider.id) == car.person_id)
        assert fits(car.holds, inside)


@given(rides())
def test_nobody_is_left_behind_while_a_car_has_room(ride: tuple[list[Rider], list[Car], set[int]]) -> None:
    riders, cars, drivers = ride
    given_to = seated(riders, cars, drivers)
    for left in stranded(riders, given_to):
        for car in cars:
            if car.person_id in drivers:
                inside = [rider.load for rider in riders if given_to.get(rider.id) == car.person_id]
                assert not fits(car.holds, together((*inside, left.load)))


def test_whoever_has_a_car_keeps_it_when_another_comes_first() -> None:
    riders = [Rider(id=1, alias="A", town="Lynn", load=Load(seats=2), driver_id=2)]
    cars = [Car(person_id=number, name=str(number), holds=Load(seats=4)) for number in DRIVERS]
    assert seated(riders, cars, {1, 2, 3}) == {1: 2}
    assert seated(riders, cars, {1, 3}) == {1: 1}


async def test_a_driver_takes_two_riders_and_a_child_seat(network: SmallNetwork) -> None:
    need = await asked(network)
    await rider(network, need.code, alias="M.R.", seats="2", child_seats="1", town="Lynn")
    await rider(network, need.code, alias="Aunt", town="Salem")
    claimed = await network.chatbot.rides.drive(need.code, CAR, by=network.ana)
    assert claimed.outcome == Yours(role=SeatRole.DRIVER)
    after = await network.chatbot.needs.get(need.code, by=network.ana)
    assert [one.driver_id for one in after.riders] == [network.ana.id] * 2
    assert rules.missing(after) == 0


async def test_riders_beyond_the_car_wait_for_a_second_one(network: SmallNetwork) -> None:
    need = await asked(network)
    for alias in ("One", "Two", "Three"):
        await rider(network, need.code, alias=alias, seats="2")
    await network.chatbot.rides.drive(need.code, CAR, by=network.ana)
    half = await network.chatbot.needs.get(need.code, by=network.ana)
    assert [one.alias for one in rules.waiting_riders(half)] == ["Three"]
    assert rules.missing(half) == 2
    await network.chatbot.rides.drive(need.code, CAR, by=network.ben)
    full = await network.chatbot.needs.get(need.code, by=network.ana)
    assert rules.waiting_riders(full) == ()
    third = await network.chatbot.rides.drive(need.code, CAR, by=network.cleo)
    assert isinstance(third.outcome, InLine)


async def test_when_a_driver_releases_their_riders_need_a_car_again(network: SmallNetwork) -> None:
    need = await asked(network)
    await rider(network, need.code)
    await network.chatbot.rides.drive(need.code, CAR, by=network.ana)
    await network.chatbot.signups.release(need.code, by=network.ana)
    after = await network.chatbot.needs.get(need.code, by=network.ana)
    assert [one.alias for one in rules.waiting_riders(after)] == ["M.R."]


async def test_a_smaller_car_lets_riders_go_that_do_not_fit(network: SmallNetwork) -> None:
    need = await asked(network)
    await rider(network, need.code, wheelchair=True)
    await network.chatbot.rides.drive(need.code, {"seats": "3", "wheelchair": True}, by=network.ana)
    assert rules.missing(await network.chatbot.needs.get(need.code, by=network.coordinator)) == 0
    await network.chatbot.rides.drive(need.code, {"seats": "3"}, by=network.ana)
    assert rules.missing(await network.chatbot.needs.get(need.code, by=network.coordinator)) == 1


@ON_POSTGRESQL
async def test_riders_written_down_at_once_never_overfill_a_car(network: SmallNetwork) -> None:
    need = await asked(network)
    await network.chatbot.rides.drive(need.code, {"seats": "3"}, by=network.ana)
    await asyncio.gather(*(rider(network, need.code, alias=str(number)) for number in range(8)))
    after = await network.chatbot.needs.get(need.code, by=network.coordinator)
    assert sum(one.driver_id == network.ana.id for one in after.riders) == 3


async def test_only_the_driver_reads_the_addresses_of_their_own_riders(network: SmallNetwork) -> None:
    need = await asked(network)
    for alias in ("One", "Two"):
        await rider(network, need.code, alias=alias, seats="2", address=f"12 {alias} Street")
    for person in (network.ana, network.ben):
        await network.chatbot.rides.drive(need.code, {"seats": "2"}, by=person)
    for person, expected in (
        (network.ana, {"12 One Street"}),
        (network.ben, {"12 Two Street"}),
        (network.cleo, set()),
        (network.coordinator, {"12 One Street", "12 Two Street"}),
    ):
        opened = await network.chatbot.needs.open_details(need.code, by=person)
        assert set(opened.pickups.values()) == expected
    assert (await network.written_down()).count("Ana needs.open_private") == 1
    assert "Cleo needs.open_private" not in await network.written_down()


async def test_miles_and_tolls_are_written_by_the_driver_and_read_by_the_treasurer(network: SmallNetwork) -> None:
    need = await asked(network, day=network.day(0), start="")
    await network.chatbot.rides.drive(need.code, CAR, by=network.ana)
    trip = {"miles": "41.5", "tolls": "$3.50"}
    await network.chatbot.rides.write_trip(need.code, {"miles": "12"}, by=network.ana)
    await network.chatbot.rides.write_trip(need.code, trip, by=network.ana)
    with pytest.raises(NotYourRide):
        await network.chatbot.rides.write_trip(need.code, trip, by=network.ben)
    with pytest.raises(NotAllowed):
        await network.chatbot.rides.trips(date(2026, 3, 1), date(2026, 4, 1), by=network.ana)
    treasurer = await network.chatbot.people.entrust(
        person_id=network.ben.id, grants={Grant(role=Role.TREASURER)}, by=network.admin
    )
    (written,) = await network.chatbot.rides.trips(date(2026, 3, 1), date(2026, 4, 1), by=treasurer)
    assert (written.need_code, written.driver, written.tenths, written.tolls.cents) == (need.code, "Ana", 415, 350)


@ON_SQLITE
@pytest.mark.parametrize(
    ("form", "field"),
    [({"miles": "far"}, "miles"), ({"miles": "12,5"}, "miles"), ({"miles": "3", "tolls": "x"}, "tolls")],
)
async def test_miles_that_cannot_be_read_are_asked_again(
    network: SmallNetwork, form: dict[str, str], field: str
) -> None:
    need = await asked(network)
    await network.chatbot.rides.drive(need.code, CAR, by=network.ana)
    with pytest.raises(Invalid) as refusal:
        await network.chatbot.rides.write_trip(need.code, form, by=network.ana)
    assert set(refusal.value.problems) == {field}


@ON_SQLITE
async def test_only_rides_take_drivers_and_riders(network: SmallNetwork) -> None:
    need = await asked(network, kind="other", title="Move a sofa")
    with pytest.raises(NotARide):
        await network.chatbot.rides.drive(need.code, CAR, by=network.ana)
    with pytest.raises(NotARide):
        await rider(network, need.code)
