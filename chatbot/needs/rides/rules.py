"""Who fits into which car. Pure: a car never holds more than its driver said."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from chatbot.needs.rides.model import Car, Load, Rider


def together(loads: Iterable[Load]) -> Load:
    every = tuple(loads)
    return Load(
        seats=sum(one.seats for one in every),
        child_seats=sum(one.child_seats for one in every),
        wheelchair=any(one.wheelchair for one in every),
    )


def fits(holds: Load, taken: Load) -> bool:
    """Whether a car holds all of it; a child seat takes one of the seats, a wheelchair needs a car made for it."""
    return (
        taken.seats <= holds.seats
        and taken.child_seats <= holds.child_seats
        and (holds.wheelchair or not taken.wheelchair)
    )


def seated(riders: Sequence[Rider], cars: Sequence[Car], drivers: Collection[int]) -> dict[int, int]:
    """Which rider goes with which driver, by their numbers; riders for whom no car has room are left out.

    Riders keep the car they were given while its driver comes and has room. The others get the first car with room:
    wheelchairs first, then large parties, since few cars take them.
    """
    coming = [car for car in cars if car.person_id in drivers]
    given: dict[int, int] = {}
    for rider in riders:
        car = next((car for car in coming if car.person_id == rider.driver_id), None)
        if car is not None and _has_room(car, rider, riders, given):
            given[rider.id] = car.person_id
    rest = sorted(
        (rider for rider in riders if rider.id not in given),
        key=lambda rider: (not rider.load.wheelchair, -rider.load.seats, rider.id),
    )
    for rider in rest:
        car = next((car for car in coming if _has_room(car, rider, riders, given)), None)
        if car is not None:
            given[rider.id] = car.person_id
    return given


def _has_room(car: Car, rider: Rider, riders: Iterable[Rider], given: Mapping[int, int]) -> bool:
    inside = [one.load for one in riders if given.get(one.id) == car.person_id]
    return fits(car.holds, together((*inside, rider.load)))


def left(car: Car, riders: Iterable[Rider], given: Mapping[int, int]) -> Load:
    """What is still free in a car."""
    taken = together(one.load for one in riders if given.get(one.id) == car.person_id)
    return Load(
        seats=car.holds.seats - taken.seats,
        child_seats=car.holds.child_seats - taken.child_seats,
        wheelchair=car.holds.wheelchair,
    )


def stranded(riders: Iterable[Rider], given: Mapping[int, int]) -> tuple[Rider, ...]:
    """Those for whom there is no car yet."""
    return tuple(rider for rider in riders if rider.id not in given)
