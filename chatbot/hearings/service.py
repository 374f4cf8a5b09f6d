"""The verbs about hearings."""

from collections.abc import Mapping

from chatbot.hearings import rules, sheet, store
from chatbot.hearings.model import Claimed, Draft, Filter, Hearing, Opened, Page, State
from chatbot.hearings.moving.service import Moving
from chatbot.hearings.reading import Reading
from chatbot.hearings.refusals import BadRows, HearingCancelled, ReasonMissing
from chatbot.hearings.verifying.rules import may_verify
from chatbot.hearings.writing import Writing
from chatbot.kit.columns import storable
from chatbot.kit.database import Database, Tx
from chatbot.kit.guard import Exposure
from chatbot.kit.i18n import Text
from chatbot.kit.outbox import Outbox
from chatbot.kit.private import refuse_private
from chatbot.kit.refusal import Refusal
from chatbot.kit.sealed import Sealer
from chatbot.kit.verbs import query, verb
from chatbot.network.service import Networks
from chatbot.people.model import Person
from chatbot.people.rules import require_coordinator
from chatbot.places.service import Places
from chatbot.signups.model import Released, SeatRole
from chatbot.signups.service import Signups


class Hearings:
    """The hearings of every workspace."""

    def __init__(
        self,
        database: Database,
        outbox: Outbox,
        sealer: Sealer,
        *,
        networks: Networks,
        places: Places,
        signups: Signups,
        reading: Reading,
        writing: Writing,
        moving: Moving,
    ) -> None:
        self.database = database
        self._outbox = outbox
        self._sealer = sealer
        self._networks = networks
        self._places = places
        self._signups = signups
        self._reading = reading
        self._writing = writing
        self._moving = moving

    @query
    async def get(self, tx: Tx, code: str, *, team_id: str) -> Hearing:
        """The hearing of this code. Raises `NoSuchHearing`."""
        return await self._reading.by_code(tx, team_id, code)

    @query
    async def drawn(self, tx: Tx, hearing_id: int, *, team_id: str) -> Hearing:
        """The hearing as its card shows it now. Raises `NoSuchHearing`."""
        return await self._reading.by_id(tx, team_id, hearing_id)

    @query
    async def listed(self, tx: Tx, wanted: Filter, *, page: int = 1, size: int = rules.PAGE, by: Person) -> Page:
        """One page of what is coming up, counted from today in the network's zone; hearings that are over are left out.

        `size` is how many stand on a page. A page beyond the last is the last one.
        """
        network = await self._networks.joined(tx, by.team_id)
        found = await self._reading.coming(tx, wanted, zone=network.zone, by=by)
        pages = max(1, -(-len(found) // size))
        number = min(max(page, 1), pages)
        first = (number - 1) * size
        return Page(hearings=tuple(found[first : first + size]), total=len(found), number=number, pages=pages)

    @verb
    async def add(self, tx: Tx, typed: Mapping[str, object], *, by: Person) -> Hearing:
        """Write a hearing down and post its card, where a channel for cards is set.

        `typed` is the form as strings. Raises `NotAllowed`, `Invalid`, `InThePast`, `EndsBeforeItStarts`,
        `HourWithoutDay`, `NoSeats`, `NoSuchPlace`.
        """
        require_coordinator(by)
        return await self._writing.add(tx, await self._writing.draft(tx, typed, by), by)

    @verb
    async def import_sheet(self, tx: Tx, text: str, *, write: bool, by: Person) -> list[Draft]:
        """Write down every row of a CSV file, or none; without `write` only tell whether it could be done.

        Raises `NotAllowed`, `NoTable`, `BadRows`.
        """
        require_coordinator(by)
        places = await self._places.known(tx, by.team_id)
        drafts: list[Draft] = []
        problems: dict[int, Text] = {}
        for number, row in sheet.rows(text):
            try:
                drafts.append(await self._writing.draft(tx, sheet.typed(row, places), by))
            except Refusal as refusal:
                problems[number] = refusal.sentence
        if problems:
            raise BadRows(problems)
        for draft in drafts if write else ():
            await self._writing.add(tx, draft, by)
        return drafts

    @verb
    async def change(self, tx: Tx, code: str, typed: Mapping[str, object], *, by: Person) -> Hearing:
        """Write a hearing down anew; everyone who comes is told when time, place or way of meeting changed.

        Raises what `add` raises, and `NoSuchHearing`, `HearingCancelled`, `TooManySeated`.
        """
        before = await self._reading.by_code(tx, by.team_id, code, to_change=True)
        require_coordinator(by, before.place.area)
        if before.state is State.CANCELLED:
            raise HearingCancelled(before.code)
        draft = await self._writing.draft(tx, typed, by, before=before)
        await self._writing.open_seats(tx, before, draft)
        await self._writing.change(tx, before, draft)
        after = await self._reading.by_code(tx, by.team_id, code)
        await self._writing.note(tx, "hearings.change", after, by)
        await self._outbox.changed(tx, team_id=by.team_id, subject=after.subject)
        if after.place.id != before.place.id:
            place = f"place:{after.place.id}"
            await self._outbox.shows(tx, team_id=by.team_id, subject=after.subject, also=place)
        for person_id in rules.reached(before.roster, after.roster):
            await self._tell_seat_free(tx, after, person_id)
        await self._moving.moved(tx, before, after)
        return await self._reading.by_code(tx, by.team_id, code)

    @verb
    async def cancel(self, tx: Tx, code: str, *, reason: str, by: Person) -> Hearing:
        """Call a hearing off; everyone who comes or waits is told. Raises `HearingCancelled` when it was before.

        The reason is for everyone to read: it goes through the guard and onto the card.
        """
        hearing = await self._reading.by_code(tx, by.team_id, code, to_change=True)
        require_coordinator(by, hearing.place.area)
        if hearing.state is State.CANCELLED:
            raise HearingCancelled(hearing.code)
        reason = storable(reason).strip()
        if not reason:
            raise ReasonMissing
        refuse_private({"reason": reason}, Exposure.PUBLIC)
        await store.cancel(tx, hearing.id, reason)
        await self._writing.note(tx, "hearings.cancel", hearing, by)
        await self._outbox.changed(tx, team_id=by.team_id, subject=hearing.subject)
        await self._moving.called_off(tx, hearing)
        return await self._reading.by_code(tx, by.team_id, code)

    @verb
    async def claim(self, tx: Tx, code: str, role: SeatRole = SeatRole.COMPANION, *, by: Person) -> Claimed:
        """Take a seat: *yours*, *already yours*, or *full, you are third in line*. One winner a seat.

        Raises `NoSuchHearing`, `HearingCancelled`, `HearingOver`, `AgreementMissing`, `RoleNotNeeded`,
        `TrainingNeeded`.
        """
        hearing = await self._reading.by_code(tx, by.team_id, code, to_change=True)
        network = await self._networks.joined(tx, by.team_id)
        rules.may_claim(hearing, by, tx.now, agreement_version=network.agreement_version)
        outcome = await self._signups.take(
            tx, subject=hearing.subject, what=hearing.code, role=role, by=by, roster=hearing.roster
        )
        await self._writing.note(tx, "hearings.claim", hearing, by, detail=type(outcome).__name__)
        await self._outbox.changed(tx, team_id=by.team_id, subject=hearing.subject)
        return Claimed(hearing=await self._reading.again(tx, hearing), outcome=outcome)

    @verb
    async def release(self, tx: Tx, code: str, *, by: Person) -> tuple[Hearing, Released]:
        """Give up a seat or a place in line; whoever waits first is told that a seat came free.

        Raises `NoSuchHearing`, `HearingCancelled`, `HearingOver`, `NoSeat`.
        """
        hearing = await self._reading.by_code(tx, by.team_id, code, to_change=True)
        rules.must_stand(hearing, tx.now)
        released = await self._signups.release(tx, subject=hearing.subject, what=hearing.code, by=by)
        await self._writing.note(tx, "hearings.release", hearing, by)
        await self._outbox.changed(tx, team_id=by.team_id, subject=hearing.subject)
        if released.next_in_line is not None:
            await self._tell_seat_free(tx, hearing, released.next_in_line.person_id)
        return await self._reading.by_code(tx, by.team_id, code), released

    @verb
    async def open_details(self, tx: Tx, code: str, *, by: Person) -> Opened:
        """Everything this person may read. When that includes the private part, the opening is written down."""
        hearing = await self._reading.by_code(tx, by.team_id, code)
        private = None
        if rules.may_read_private(hearing, by):
            private = await store.unseal(tx, self._sealer, hearing.id)
            await self._writing.note(tx, "hearings.open_private", hearing, by)
        return Opened(
            hearing=hearing,
            private=private,
            may_change=by.coordinates(hearing.place.area),
            may_verify=may_verify(hearing, by),
        )

    @query
    async def hang_missing_cards(self, tx: Tx) -> int:
        """What the clock does: post the cards of hearings written down before their channel was chosen.

        Returns how many were posted. A hearing whose place has no channel yet is looked at again next time.
        """
        return sum([await self._writing.post_card(tx, hearing) for hearing in await self._reading.without_card(tx)])

    async def _tell_seat_free(self, tx: Tx, hearing: Hearing, person_id: int) -> None:
        await self._outbox.tell(
            tx, team_id=hearing.team_id, person_id=person_id, view="hearings.seat_free", hearing=hearing.id
        )
