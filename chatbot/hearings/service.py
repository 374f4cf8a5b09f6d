"""The verbs about hearings."""

from collections.abc import Mapping
from dataclasses import replace

from chatbot.audit import note
from chatbot.hearings import rules, sheet, store
from chatbot.hearings.filters import Reader, read_filter
from chatbot.hearings.forms import HearingForm, seats_input
from chatbot.hearings.model import Draft, Filter, Hearing, Opened, Page, State
from chatbot.hearings.occasions import HearingOccasions
from chatbot.hearings.reading import Reading
from chatbot.hearings.refusals import BadRows, ReasonMissing
from chatbot.hearings.words import Say
from chatbot.kit.clock import local_date
from chatbot.kit.columns import storable
from chatbot.kit.database import Database, Tx
from chatbot.kit.forms import read
from chatbot.kit.guard import Exposure
from chatbot.kit.i18n import Text
from chatbot.kit.ids import next_code
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
from chatbot.signups.occasions import Claimed, Occasion
from chatbot.signups.refusals import Cancelled
from chatbot.signups.seating import Seating
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
        reading: Reading,
        seating: Seating,
        signups: Signups,
    ) -> None:
        self.database = database
        self._outbox = outbox
        self._sealer = sealer
        self._networks = networks
        self._places = places
        self._reading = reading
        self._occasions = HearingOccasions(reading, networks)
        self._seating = seating
        self._signups = signups

    @query
    async def get(self, tx: Tx, code: str, *, team_id: str) -> Hearing:
        """The hearing of this code. Raises `NoSuchHearing`."""
        return await self._reading.by_code(tx, team_id, code)

    @query
    async def drawn(self, tx: Tx, hearing_id: int, *, team_id: str) -> Hearing:
        """The hearing as its card shows it now. Raises `NoSuchHearing`."""
        return await self._reading.by_id(tx, team_id, hearing_id)

    @query
    async def asked(self, tx: Tx, words: str, *, say: Say, language: str, by: Person) -> Filter:
        """What these words behind /hearings mean, `say` and `language` being the reader's. Raises `UnknownFilter`."""
        network = await self._networks.joined(tx, by.team_id)
        reader = Reader(say=say, language=language, today=local_date(tx.now, network.zone))
        return read_filter(words, await self._places.known(tx, by.team_id), reader)

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
        return await self._add(tx, await self._draft(tx, typed, by), by)

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
                drafts.append(await self._draft(tx, sheet.typed(row, places), by))
            except Refusal as refusal:
                problems[number] = refusal.sentence
        if problems:
            raise BadRows(problems)
        for draft in drafts if write else ():
            await self._add(tx, draft, by)
        return drafts

    async def _add(self, tx: Tx, draft: Draft, by: Person) -> Hearing:
        code = await next_code(tx, by.team_id, "H")
        number = await store.add(tx, by.team_id, code, draft, by=by.id)
        await store.seal(tx, self._sealer, number, draft.private)
        hearing = await self._reading.by_code(tx, by.team_id, code)
        hearing = await self._open_seats(tx, hearing, draft)
        await self._note(tx, "hearings.add", hearing, by)
        await self._post_card(tx, hearing)
        return hearing

    @verb
    async def change(self, tx: Tx, code: str, typed: Mapping[str, object], *, by: Person) -> Hearing:
        """Write a hearing down anew; everyone who comes is told when time, place or way of meeting changed.

        Raises what `add` raises, and `NoSuchHearing`, `Cancelled`, `TooManySeated`.
        """
        before = await self._reading.by_code(tx, by.team_id, code, to_change=True)
        require_coordinator(by, before.place.area)
        if before.state is State.CANCELLED:
            raise Cancelled(before.code)
        draft = await self._draft(tx, typed, by, before=before)
        await store.change(tx, before.id, draft)
        await store.seal(tx, self._sealer, before.id, draft.private)
        after = await self._open_seats(tx, await self._reading.by_code(tx, by.team_id, code), draft)
        await self._note(tx, "hearings.change", after, by)
        await self._outbox.changed(tx, team_id=by.team_id, subject=after.subject)
        if after.place.id != before.place.id:
            place = f"place:{after.place.id}"
            await self._outbox.shows(tx, team_id=by.team_id, subject=after.subject, also=place)
        if rules.moved(before, after):
            await self._tell_everyone(tx, after, "hearings.moved")
        return after

    @verb
    async def cancel(self, tx: Tx, code: str, *, reason: str, by: Person) -> Hearing:
        """Call a hearing off; everyone who comes or waits is told. Raises `Cancelled` when it was before.

        The reason is for everyone to read: it goes through the guard and onto the card.
        """
        hearing = await self._reading.by_code(tx, by.team_id, code, to_change=True)
        require_coordinator(by, hearing.place.area)
        if hearing.state is State.CANCELLED:
            raise Cancelled(hearing.code)
        reason = storable(reason).strip()
        if not reason:
            raise ReasonMissing
        refuse_private({"reason": reason}, Exposure.PUBLIC)
        await store.cancel(tx, hearing.id, reason)
        await self._note(tx, "hearings.cancel", hearing, by)
        await self._outbox.changed(tx, team_id=by.team_id, subject=hearing.subject)
        await self._tell_everyone(tx, hearing, "hearings.cancelled")
        return await self._reading.by_code(tx, by.team_id, code)

    async def claim(self, code: str, role: SeatRole = SeatRole.COMPANION, *, by: Person) -> Claimed:
        """The same as `Signups.claim`."""
        return await self._signups.claim(code, role, by=by)

    async def release(self, code: str, *, by: Person) -> tuple[Occasion, Released]:
        """The same as `Signups.release`."""
        return await self._signups.release(code, by=by)

    @verb
    async def open_details(self, tx: Tx, code: str, *, by: Person) -> Opened:
        """Everything this person may read. When that includes the private part, the opening is written down."""
        hearing = await self._reading.by_code(tx, by.team_id, code)
        may_change = by.coordinates(hearing.place.area)
        if not rules.may_read_private(hearing, by):
            return Opened(hearing=hearing, private=None, may_change=may_change)
        private = await store.unseal(tx, self._sealer, hearing.id)
        await self._note(tx, "hearings.open_private", hearing, by)
        return Opened(hearing=hearing, private=private, may_change=may_change)

    async def _open_seats(self, tx: Tx, hearing: Hearing, draft: Draft) -> Hearing:
        occasion = await self._occasions.of(tx, hearing)
        after = await self._seating.open_seats(tx, occasion, draft.seats, input_of=seats_input)
        return replace(hearing, roster=after.roster)

    async def _draft(self, tx: Tx, typed: Mapping[str, object], by: Person, *, before: Hearing | None = None) -> Draft:
        """What was typed, read, guarded, placed where this coordinator may place it, and found to make sense.

        What the hearing was `before` may stay: a time that is over, a place that was taken out of the directory.
        """
        form = read(HearingForm, typed)
        public = {"alias": form.alias, "languages": form.languages, "note": form.note}
        refuse_private(public, Exposure.PUBLIC)
        private = {"contact": form.contact, "attorney": form.attorney, "meeting": form.meeting, "notes": form.notes}
        refuse_private(private, Exposure.PRIVATE)
        stays = before is not None and before.place.id == form.place
        place = await self._places.get(tx, by.team_id, form.place, in_use=not stays)
        require_coordinator(by, place.area)
        draft = form.draft(place)
        rules.must_make_sense(draft, tx.now, unless=before.when if before else None)
        return draft

    @query
    async def hang_missing_cards(self, tx: Tx) -> int:
        """What the clock does: post the cards of hearings written down before their channel was chosen.

        Returns how many were posted. A hearing whose place has no channel yet is looked at again next time.
        """
        return sum([await self._post_card(tx, hearing) for hearing in await self._reading.without_card(tx)])

    async def _post_card(self, tx: Tx, hearing: Hearing) -> bool:
        """Put the card into its channel, if there is one; tell whether there is."""
        network = await self._networks.joined(tx, hearing.team_id)
        channel = hearing.place.card_channel or network.card_channel
        if channel is not None:
            await self._outbox.announce(
                tx,
                team_id=hearing.team_id,
                channel=channel,
                view=store.CARD,
                ref=str(hearing.id),
                subjects=(hearing.subject, f"place:{hearing.place.id}"),
            )
        return channel is not None

    async def _tell_everyone(self, tx: Tx, hearing: Hearing, view: str) -> None:
        for one in hearing.roster.signups:
            await self._outbox.tell(tx, team_id=hearing.team_id, person_id=one.person_id, view=view, hearing=hearing.id)

    async def _note(self, tx: Tx, verb_name: str, hearing: Hearing, by: Person, detail: str = "") -> None:
        await note(tx, team_id=by.team_id, actor_id=by.id, verb=verb_name, subject=hearing.subject, detail=detail)
