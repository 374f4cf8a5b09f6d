"""What may be done with a need, and what a list was asked for. Pure: `now` is an argument."""

from datetime import datetime, timedelta

from chatbot.clusters.families import rules as turns
from chatbot.kit.clock import local_date
from chatbot.kit.i18n import _
from chatbot.needs.model import GIFTS, Draft, Filter, Kind, Need, State
from chatbot.needs.refusals import ItemsNeeded, NeedClosed, NotYourRide
from chatbot.needs.rides import rules as rides
from chatbot.needs.rides.model import Rider
from chatbot.people.model import Person
from chatbot.people.rules import require_coordinator
from chatbot.signups.model import SeatRole
from chatbot.signups.times import is_over

PAGE = 6
"""How many needs a list shows at once: what fits a telephone without scrolling for long."""

SOON = timedelta(days=3)
"""A need that is this close and not met is urgent."""

WORDS = {
    "ride": Kind.RIDE,
    "rides": Kind.RIDE,
    "letters": Kind.LETTERS,
    "supplies": Kind.SUPPLIES,
    "food": Kind.SUPPLIES,
    "paperwork": Kind.PAPERWORK,
    "bond": Kind.BOND_POSTING,
    "interpreter": Kind.INTERPRETATION,
    "interpretation": Kind.INTERPRETATION,
    "legal": Kind.LEGAL,
    "other": Kind.OTHER,
}


def read_filter(words: str) -> Filter:
    """What someone typed behind /needs: `rides`, `mine`, `open`, and a town for what is left."""
    kind, mine, is_open, rest = None, False, False, []
    for word in words.casefold().split():
        if word in WORDS:
            kind = WORDS[word]
        elif word == "mine":
            mine = True
        elif word == "open":
            is_open = True
        else:
            rest.append(word)
    return Filter(kind=kind, mine=mine, open=is_open, town=" ".join(rest))


def must_stand(need: Need, now: datetime) -> None:
    """Raises `NeedClosed` for one that is done, cancelled or over."""
    if not stands(need, now):
        raise NeedClosed(need.code)


def require_changer(need: Need, person: Person) -> None:
    """Raises `NotAllowed`, and `NeedClosed` for one that is done or cancelled."""
    require_coordinator(person, need.area)
    if need.state not in (State.ASKED, State.OPEN):
        raise NeedClosed(need.code)


def stands(need: Need, now: datetime) -> bool:
    """Whether it is asked for and still to come."""
    return need.state is State.OPEN and not is_over(need.when, now)


def must_make_sense(draft: Draft) -> None:
    """Raises `ItemsNeeded` for a collection of nothing."""
    if draft.kind in GIFTS and draft.items is not None and not draft.items:
        raise ItemsNeeded(_("Please write what is wanted, a line each, such as: 12 diapers size 4."))


def missing(need: Need) -> int:
    """How many people, things or riders' seats are still missing."""
    if need.kind in GIFTS:
        return sum(item.missing for item in need.items)
    people = sum(need.roster.missing(role) for role in need.roster.seats)
    return max(people, sum(rider.load.seats for rider in waiting_riders(need)))


def waiting_riders(need: Need) -> tuple[Rider, ...]:
    """The riders for whom there is no car yet."""
    return rides.stranded(need.riders, going_with(need))


def riders_of(need: Need, driver_id: int) -> tuple[Rider, ...]:
    """Who goes in this driver's car."""
    given = going_with(need)
    return tuple(rider for rider in need.riders if given.get(rider.id) == driver_id)


def going_with(need: Need) -> dict[int, int]:
    """Which rider goes with which driver."""
    role = need.role
    drivers = {one.person_id for one in need.roster.holders(role)} if role else set()
    return rides.seated(need.riders, need.cars, drivers)


def is_urgent(need: Need, now: datetime) -> bool:
    """Whether something is missing and the day is near, or nobody said when."""
    if not missing(need):
        return False
    day = need.when.day
    return day is None or day <= local_date(now + SOON, need.when.zone)


def helps(need: Need, person_id: int) -> bool:
    """Whether they hold a seat, wait for one, or promised something."""
    return need.roster.of(person_id) is not None or _gives(need, person_id)


def _gives(need: Need, person_id: int) -> bool:
    return any(item.of(person_id) is not None for item in need.items)


def must_be_their_turn(need: Need, person: Person, now: datetime) -> None:
    """Raises `MembersFirst` for someone outside of its family's clusters while it is for those first.

    Whoever helps already goes on helping.
    """
    if need.tie is not None and not helps(need, person.id):
        turns.must_be_their_turn(need.tie.first, person.id, code=need.code, zone=need.when.zone, now=now)


def may_see(need: Need, person: Person) -> bool:
    """What a volunteer asks for is theirs and the coordinators' until it is before everyone."""
    return need.state is not State.ASKED or person.id == need.created_by or person.coordinates(need.area)


def may_read_private(need: Need, person: Person) -> bool:
    """Coordinators, and while it is open those who help: who hold a seat or promised something, not who waits."""
    mine = need.roster.of(person.id)
    seated = mine is not None and not mine.waiting
    return person.coordinates(need.area) or (need.state is State.OPEN and (seated or _gives(need, person.id)))


def may_read_pickups(need: Need, person: Person) -> frozenset[int]:
    """The riders whose addresses this person may read: all for coordinators, those of one's own car for a driver."""
    if person.coordinates(need.area):
        return frozenset(rider.id for rider in need.riders)
    return frozenset(rider.id for rider in riders_of(need, person.id))


def drove(need: Need, driver_id: int, by: Person) -> int:
    """The driver whose miles this person may write down: oneself, or for coordinators who is not in the workspace.

    Raises `NotYourRide`.
    """
    driver = next((one for one in need.roster.holders(SeatRole.DRIVER) if one.person_id == driver_id), None)
    if driver is None or (driver_id != by.id and (driver.reachable or not by.coordinates(need.area))):
        raise NotYourRide(need.code)
    return driver_id


def moved(before: Need, after: Need) -> bool:
    """Whether those who help have to know: another time or another place."""
    return (before.when, before.spot, before.town) != (after.when, after.spot, after.town)


def fits(need: Need, wanted: Filter, person: Person) -> bool:
    """Whether a list that was asked for shows it."""
    town = wanted.town.casefold()
    return (
        wanted.kind in (None, need.kind)
        and (not wanted.mine or helps(need, person.id))
        and (not wanted.open or bool(missing(need)))
        and (not town or town in need.town.casefold() or town in need.place.casefold())
    )
