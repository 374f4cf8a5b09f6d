"""The verbs about rides."""

from collections.abc import Mapping, Sequence
from datetime import date

from chatbot.kit.clock import local_date
from chatbot.kit.database import Database, Tx
from chatbot.kit.forms import read
from chatbot.kit.guard import Exposure
from chatbot.kit.money import ZERO
from chatbot.kit.private import refuse_private
from chatbot.kit.sealed import Sealer
from chatbot.kit.verbs import query, verb
from chatbot.needs import rules
from chatbot.needs.forms import CarForm, RiderForm, TripForm
from chatbot.needs.model import Kind, Need
from chatbot.needs.occasions import NeedOccasions
from chatbot.needs.reading import Reading
from chatbot.needs.refusals import NotARide
from chatbot.needs.rides import store
from chatbot.needs.rides.carrying import Carrying
from chatbot.needs.rides.model import Trip
from chatbot.needs.writing import Writing
from chatbot.people.messages import roles_name
from chatbot.people.model import Person, Role
from chatbot.people.refusals import NotAllowed
from chatbot.people.rules import require_coordinator
from chatbot.people.service import People
from chatbot.signups.model import AlreadyYours, SeatRole
from chatbot.signups.occasions import Claimed
from chatbot.signups.rules import may_sign_up
from chatbot.signups.seating import Seating, someone


class Rides:
    """Riders and drivers of every workspace."""

    def __init__(
        self,
        database: Database,
        sealer: Sealer,
        *,
        people: People,
        reading: Reading,
        writing: Writing,
        seating: Seating,
        occasions: NeedOccasions,
        carrying: Carrying,
    ) -> None:
        self.database = database
        self._sealer = sealer
        self._people = people
        self._reading = reading
        self._writing = writing
        self._seating = seating
        self._occasions = occasions
        self._carrying = carrying

    @verb
    async def drive(self, tx: Tx, code: str, typed: Mapping[str, object], *, by: Person) -> Claimed:
        """Take the driver's seat, or a place in line, with a car that holds so many; riders without a car get into it.

        Who drives already only tells of another car. Riders who do not fit any more are without one again, and
        coordinators hear of it. Raises `Invalid`, `NoSuchNeed`, `NotARide`, and what claiming raises.
        """
        car = read(CarForm, typed).load
        need = await self._ride(tx, code, by)
        occasion = await self._occasions.of(tx, need)
        may_sign_up(occasion, by, tx.now)
        await store.tell_car(tx, need.id, by.id, car)
        after, outcome = await self._seating.take(tx, occasion, by, SeatRole.DRIVER)
        await self._carrying.settle(tx, need, by=by.id)
        await self._writing.note(tx, "needs.drive", need, by, detail=type(outcome).__name__)
        return Claimed(occasion=after, outcome=outcome)

    @verb
    async def drive_for(
        self,
        tx: Tx,
        code: str,
        typed: Mapping[str, object],
        *,
        person_id: int | None = None,
        name: str = "",
        by: Person,
    ) -> tuple[Claimed, Person]:
        """A coordinator writes down who else drives, and what their car holds; again to change what it holds.

        By `name` someone who is not in the workspace: nobody writes to them, coordinators see whom they pick up. Raises
        `NotAllowed`, `Invalid`, `NoSuchNeed`, `NotARide`, `NobodyNamed`, and what signing someone up raises.
        """
        car = read(CarForm, typed).load
        need = await self._ride(tx, code, by)
        require_coordinator(by, need.area)
        rules.must_stand(need, tx.now)
        person = await someone(tx, self._people, by.team_id, person_id, name)
        await store.tell_car(tx, need.id, person.id, car)
        occasion = await self._occasions.of(tx, need)
        after, outcome = await self._seating.take(tx, occasion, person, SeatRole.DRIVER, anyway=True)
        await self._carrying.settle(tx, need, by=by.id)
        detail = f"{person.id} {type(outcome).__name__}"
        await self._writing.note(tx, "needs.drive_for", need, by, detail=detail)
        mine = after.roster.of(person.id)
        if mine is not None and not isinstance(outcome, AlreadyYours) and person.id != by.id:
            await self._seating.tell(tx, after, mine, "signups.signed_up", by=by.id)
        return Claimed(occasion=after, outcome=outcome), person

    @verb
    async def add_rider(self, tx: Tx, code: str, typed: Mapping[str, object], *, by: Person) -> Need:
        """Write down someone who needs this ride; a car with room takes them at once.

        The pick-up address is sealed. Raises `NotAllowed`, `Invalid`, `NoSuchNeed`, `NotARide`, `NeedClosed`.
        """
        form = read(RiderForm, typed)
        refuse_private({"alias": form.alias, "town": form.town}, Exposure.PUBLIC)
        refuse_private({"address": form.address}, Exposure.PRIVATE)
        need = await self._ride(tx, code, by)
        require_coordinator(by, need.area)
        rules.must_stand(need, tx.now)
        await store.add_rider(
            tx, self._sealer, need.id, alias=form.alias, town=form.town, load=form.load, address=form.address
        )
        after = await self._carrying.settle(tx, need, by=by.id)
        await self._writing.note(tx, "needs.add_rider", after, by)
        return after

    @verb
    async def remove_rider(self, tx: Tx, code: str, rider_id: int, *, by: Person) -> Need:
        """Someone does not need the ride any more. Raises `NotAllowed`, `NoSuchNeed`, `NotARide`."""
        need = await self._ride(tx, code, by)
        require_coordinator(by, need.area)
        await store.remove_rider(tx, need.id, rider_id)
        after = await self._carrying.settle(tx, need, by=by.id)
        await self._writing.note(tx, "needs.remove_rider", after, by)
        return after

    @verb
    async def write_trip(
        self, tx: Tx, code: str, typed: Mapping[str, object], *, driver_id: int | None = None, by: Person
    ) -> Need:
        """Write down the miles and tolls of one's own drive, to be paid back; again to correct them.

        A coordinator writes down those of a driver who is not in the workspace. Raises `Invalid`, `NoSuchNeed`,
        `NotARide`, `NotYourRide`.
        """
        form = read(TripForm, typed)
        need = await self._ride(tx, code, by)
        drove = rules.drove(need, driver_id or by.id, by)
        driven_on = need.when.day or local_date(tx.now, need.when.zone)
        tolls = form.tolls or ZERO
        await store.write_trip(tx, need.id, drove, driven_on=driven_on, tenths=form.miles, tolls=tolls)
        await self._writing.note(tx, "needs.write_trip", need, by)
        return need

    @query
    async def trips(self, tx: Tx, first: date, until: date, *, by: Person) -> Sequence[Trip]:
        """What was driven from `first` on and before `until`, for the treasurer. Raises `NotAllowed`."""
        if not by.is_admin and not by.has(Role.TREASURER):
            raise NotAllowed(roles_name(Role.TREASURER))
        return await store.trips(tx, by.team_id, first, until)

    async def _ride(self, tx: Tx, code: str, by: Person) -> Need:
        need = await self._reading.by_code(tx, by.team_id, code, to_change=True)
        if need.kind is not Kind.RIDE:
            raise NotARide(need.code)
        return need
