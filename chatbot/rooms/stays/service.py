"""The verbs about stays, from the request until both sides have said yes."""

from collections.abc import Mapping

from chatbot.kit.database import Database, Tx
from chatbot.kit.forms import read
from chatbot.kit.guard import Exposure
from chatbot.kit.ids import next_code
from chatbot.kit.private import refuse_private
from chatbot.kit.sealed import Sealer
from chatbot.kit.verbs import query, verb
from chatbot.network.openings import opening
from chatbot.people.model import Person
from chatbot.people.rules import require_coordinator
from chatbot.rooms import rules as beds
from chatbot.rooms import store as offers
from chatbot.rooms.matches import store as matches
from chatbot.rooms.reading import Reading
from chatbot.rooms.stays import matching, rules, store
from chatbot.rooms.stays.forms import StayForm
from chatbot.rooms.stays.model import CODE, Fit, MatchState, Stay, StayDraft, StayState
from chatbot.rooms.stays.refusals import NoSuchStay, OwnGuests, StayWithdrawn
from chatbot.rooms.telling import Telling


class Stays:
    """The stays of every workspace."""

    def __init__(self, database: Database, sealer: Sealer, *, reading: Reading, telling: Telling) -> None:
        self.database = database
        self._sealer = sealer
        self._reading = reading
        self._telling = telling

    @query
    async def get(self, tx: Tx, code: str, *, by: Person) -> Stay:
        """One stay, for coordinators and the host it is with. Raises `NoSuchStay` for everyone else as well."""
        return await self._reading.visible(tx, code, by)

    @query
    async def drawn(self, tx: Tx, stay_id: int, *, team_id: str) -> Stay:
        """The stay as messages show it now. Raises `NoSuchStay`."""
        stay = await store.by_id(tx, team_id, stay_id)
        if stay is None:
            raise NoSuchStay(str(stay_id))
        return stay

    @query
    async def listed(self, tx: Tx, *, by: Person) -> list[Stay]:
        """Every stay that is not over, the one that begins first on top; for coordinators. Raises `NotAllowed`."""
        require_coordinator(by)
        return await store.going_on(tx, by.team_id, today=await self._reading.today(tx, by.team_id))

    @query
    async def with_me(self, tx: Tx, *, by: Person) -> list[Stay]:
        """The stays this person is asked about, hosts, or will host."""
        return await store.of_voice(tx, by.team_id, by.id, since=await self._reading.today(tx, by.team_id))

    @verb
    async def add(self, tx: Tx, typed: Mapping[str, object], *, by: Person) -> Stay:
        """Write down who needs a room, and when. Whoever does looks after it.

        Raises `NotAllowed`, `Invalid`, `LeavesBeforeArriving`, `DaysOver`, `TooLong`.
        """
        require_coordinator(by)
        draft = await self._draft(tx, typed, by)
        code = await next_code(tx, by.team_id, CODE)
        number = await store.add(tx, by.team_id, code, draft, by=by.id)
        await store.seal_contact(tx, self._sealer, number, draft.contact)
        return await self._done(tx, "stays.ask", await self._reading.stay(tx, by.team_id, code), by)

    @verb
    async def open_to_change(self, tx: Tx, code: str, *, by: Person) -> tuple[Stay, str]:
        """The stay with the guests' contact, to write it down anew; the opening is written down.

        Raises `NotAllowed`, `NoSuchStay`, `AlreadyAsked`, `AlreadyAgreed`, `StayWithdrawn`, `TooManyOpened`.
        """
        stay = await self._reading.coordinated(tx, code, by)
        rules.must_look(stay, stay.nights.first)
        await opening(tx, "stays.open_contact", stay.subject, by=by)
        return stay, await store.unseal_contact(tx, self._sealer, stay.id)

    @verb
    async def change(self, tx: Tx, code: str, typed: Mapping[str, object], *, by: Person) -> Stay:
        """Write a stay down anew while no host has been asked. Raises what `add` raises, and `AlreadyAsked`,
        `AlreadyAgreed`, `StayWithdrawn`, `NoSuchStay`.
        """
        stay = await self._reading.coordinated(tx, code, by)
        rules.must_look(stay, stay.nights.first)
        draft = await self._draft(tx, typed, by)
        await store.change(tx, stay.id, draft)
        await store.seal_contact(tx, self._sealer, stay.id, draft.contact)
        return await self._done(tx, "stays.change", stay, by)

    @verb
    async def withdraw(self, tx: Tx, code: str, *, by: Person) -> Stay:
        """No room is needed any more; a host who was asked is told. A stay that is agreed is ended instead.

        Raises `NotAllowed`, `NoSuchStay`, `StayWithdrawn`, `AlreadyAgreed`.
        """
        stay = await self._reading.coordinated(tx, code, by)
        if stay.state is StayState.WITHDRAWN:
            raise StayWithdrawn(stay.code)
        if stay.match is not None:
            rules.waiting(stay)
            await matches.set_match(tx, stay.match.id, state=MatchState.TAKEN_BACK)
            await self._telling.host(tx, stay, "stays.withdrawn")
        await store.set_stay(tx, stay.id, state=StayState.WITHDRAWN)
        return await self._done(tx, "stays.withdraw", stay, by)

    @verb
    async def look_again(self, tx: Tx, code: str, *, by: Person) -> Stay:
        """Undo a withdrawal: a room is looked for again. Raises `NotAllowed`, `NoSuchStay`, `StayOver`."""
        stay = await self._reading.coordinated(tx, code, by)
        if stay.state is StayState.WITHDRAWN:
            await store.set_stay(tx, stay.id, state=StayState.OPEN)
        return await self._done(tx, "stays.look_again", stay, by)

    @query
    async def fitting(self, tx: Tx, code: str, *, by: Person) -> tuple[Stay, list[Fit]]:
        """The homes that would do, best first, each with what fits and what does not; for coordinators.

        Raises `NotAllowed`, `NoSuchStay`.
        """
        require_coordinator(by)
        stay = await self._reading.stay(tx, by.team_id, code)
        today = await self._reading.today(tx, by.team_id)
        every = await self._reading.shown(tx, await offers.open_ones(tx, by.team_id, today=today), today)
        said_no = await matches.said_no(tx, stay.id)
        others = [one for one in every if one.offer.host_id != by.id]
        return stay, matching.ranked(stay, others, said_no=said_no, today=today)

    @verb
    async def propose(self, tx: Tx, code: str, offer_code: str, *, by: Person) -> Stay:
        """Ask a host to take the party in, and hold the beds until they answer. A bed is never promised twice.

        The stay's row is held first, then the offer's and the host's. Raises `NotAllowed`, `NoSuchStay`,
        `NoSuchOffer`, `AlreadyAsked`, `AlreadyAgreed`, `StayWithdrawn`, `StayOver`, `OwnGuests`, `HostNotVetted`,
        `NotFree`, `OutsideOffer`, `NightClosed`, `BedsTaken`.
        """
        stay = await self._reading.coordinated(tx, code, by)
        today = await self._reading.today(tx, by.team_id)
        rules.must_look(stay, today)
        offer = await self._reading.offer(tx, by.team_id, offer_code, to_change=True)
        if offer.host_id == by.id:
            raise OwnGuests
        await offers.hold_host(tx, by.team_id, offer.host_id)
        offer = await self._reading.offer(tx, by.team_id, offer_code)
        beds.must_take_guests(offer, today)
        nights = rules.nights_ahead(stay, today)
        held = await matches.held(tx, [offer])
        beds.must_be_free(offer, held[offer.id], nights, stay.people)
        expires_at = rules.answer_by(nights, tx.now, await self._reading.zone(tx, by.team_id))
        await matches.propose(tx, stay, offer, nights, by=by.id, expires_at=expires_at)
        stay = await self._done(tx, "stays.propose", stay, by)
        await self._telling.host(tx, stay, "stays.proposed")
        return stay

    @verb
    async def take_back(self, tx: Tx, code: str, *, by: Person) -> Stay:
        """Ask the host no longer, before both sides said yes; the host is told. Raises `NotAllowed`, `NothingAsked`,
        `AlreadyAgreed`.
        """
        stay = await self._reading.coordinated(tx, code, by)
        match = rules.waiting(stay)
        await matches.set_match(tx, match.id, state=MatchState.TAKEN_BACK)
        await self._telling.host(tx, stay, "stays.taken_back")
        return await self._done(tx, "stays.take_back", stay, by)

    @verb
    async def accept(self, tx: Tx, code: str, *, by: Person) -> Stay:
        """The host says yes; now the guests are asked by whoever looks after them. Nothing opens yet.

        Raises `NoSuchStay`, `NotAsked`, `NothingAsked`.
        """
        stay = await self._reading.stay(tx, by.team_id, code, to_change=True)
        match = rules.asked_of_host(stay, by, tx.now)
        expires_at = rules.answer_by(match.nights, tx.now, await self._reading.zone(tx, by.team_id))
        await matches.set_match(tx, match.id, state=MatchState.ACCEPTED, expires_at=expires_at)
        await self._telling.coordinator(tx, stay, "stays.accepted")
        return await self._done(tx, "stays.accept", stay, by)

    @verb
    async def decline(self, tx: Tx, code: str, *, by: Person) -> Stay:
        """The host says no, or takes back a yes the guests have not answered; it needs no reason. The beds are free.

        Raises what `accept` raises.
        """
        stay = await self._reading.stay(tx, by.team_id, code, to_change=True)
        match = rules.open_to_host(stay, by, tx.now)
        await matches.set_match(tx, match.id, state=MatchState.DECLINED)
        await self._telling.coordinator(tx, stay, "stays.declined")
        return await self._done(tx, "stays.decline", stay, by)

    @verb
    async def guests_agree(self, tx: Tx, code: str, *, by: Person) -> Stay:
        """The guests say yes through a coordinator: both sides have, and the contacts open to both.

        Raises `NotAllowed`, `NoSuchStay`, `NothingAsked`, `OwnGuests`.
        """
        stay = await self._reading.coordinated(tx, code, by)
        match = rules.asked_of_guests(stay, by, tx.now)
        await matches.set_match(tx, match.id, state=MatchState.AGREED)
        await store.set_stay(tx, stay.id, state=StayState.AGREED)
        await self._telling.host(tx, stay, "stays.agreed")
        return await self._done(tx, "stays.guests_agree", stay, by)

    @verb
    async def guests_decline(self, tx: Tx, code: str, *, by: Person) -> Stay:
        """The guests say no; the host is thanked and the beds are free again. Raises what `guests_agree` raises."""
        stay = await self._reading.coordinated(tx, code, by)
        match = rules.asked_of_guests(stay, by, tx.now)
        await matches.set_match(tx, match.id, state=MatchState.REFUSED)
        await self._telling.host(tx, stay, "stays.guests_declined")
        return await self._done(tx, "stays.guests_decline", stay, by)

    async def _draft(self, tx: Tx, typed: Mapping[str, object], by: Person) -> StayDraft:
        """What was typed, read, guarded, and found to make sense."""
        form = read(StayForm, typed)
        public = {"alias": form.alias, "town": form.town, "languages": form.languages, "note": form.note}
        refuse_private(public, Exposure.PUBLIC)
        refuse_private({"contact": form.contact}, Exposure.PRIVATE)
        draft = form.draft()
        beds.must_make_sense(draft.nights, await self._reading.today(tx, by.team_id))
        return draft

    async def _done(self, tx: Tx, verb_name: str, stay: Stay, by: Person) -> Stay:
        await self._telling.done(tx, verb_name, stay, by)
        return await self._reading.stay(tx, stay.team_id, stay.code)
