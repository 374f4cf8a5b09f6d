"""Writing needs down, inside a verb: what was typed becomes a draft, a draft a row, its seats, items and card."""

from collections.abc import Mapping
from dataclasses import replace

from chatbot.audit import note
from chatbot.clusters.families.ties import Ties
from chatbot.kit.database import Tx
from chatbot.kit.forms import read
from chatbot.kit.guard import Exposure
from chatbot.kit.ids import next_code
from chatbot.kit.outbox import Outbox
from chatbot.kit.private import refuse_private
from chatbot.kit.sealed import Sealer
from chatbot.needs import rules, store
from chatbot.needs.forms import NeedForm
from chatbot.needs.gifts import store as gifts
from chatbot.needs.matters import Matters
from chatbot.needs.model import CODE, Draft, Need, State, subject
from chatbot.needs.occasions import NeedOccasions
from chatbot.needs.reading import Reading
from chatbot.network.service import Networks
from chatbot.people.model import Person
from chatbot.people.rules import own_area, require_coordinator
from chatbot.places.service import Places
from chatbot.signups.model import SeatRole
from chatbot.signups.seating import Seating
from chatbot.signups.times import begins


class Writing:
    """What the verbs of this room write in common."""

    def __init__(
        self,
        outbox: Outbox,
        sealer: Sealer,
        *,
        networks: Networks,
        places: Places,
        seating: Seating,
        reading: Reading,
        matters: Matters,
        ties: Ties,
    ) -> None:
        self._outbox = outbox
        self._sealer = sealer
        self._networks = networks
        self._places = places
        self._seating = seating
        self._reading = reading
        self._matters = matters
        self._ties = ties
        self._occasions = NeedOccasions(reading, networks)

    async def draft(
        self, tx: Tx, typed: Mapping[str, object], by: Person, *, before: Need | None = None, asks: bool = False
    ) -> Draft:
        """What was typed, read, guarded, placed where this coordinator may place it, and found to make sense.

        A need without a place of the directory belongs to the area of whoever wrote it down. Who only `asks` for it
        need not be a coordinator, and names no family.
        """
        form = read(NeedForm, typed)
        items = "\n".join(form.items or ())
        public = {
            "title": form.title,
            "alias": form.alias,
            "town": form.town,
            "languages": form.languages,
            "note": form.note,
            "items": items,
        }
        refuse_private(public, Exposure.PUBLIC)
        refuse_private({"address": form.address, "contact": form.contact, "notes": form.notes}, Exposure.PRIVATE)
        zone, area = (await self._networks.joined(tx, by.team_id)).zone, before.area if before else own_area(by)
        if form.place is not None:
            stays = before is not None and before.place_id == form.place
            place = await self._places.get(tx, by.team_id, form.place, in_use=not stays)
            zone, area = place.zone, place.area
        if not asks:
            require_coordinator(by, area)
        draft = form.draft(zone, area=area, about=await self._matters.subject(tx, by.team_id, form.about))
        rules.must_make_sense(draft)
        return replace(draft, family=None) if asks else draft

    async def add(self, tx: Tx, draft: Draft, by: Person, *, state: State = State.OPEN) -> Need:
        """A new need with its seats and items, and its card where there is a channel for it."""
        code = await next_code(tx, by.team_id, CODE)
        number = await store.add(tx, by.team_id, code, draft, state=state, by=by.id)
        await self._ties.hang_anew(tx, by.team_id, subject(number), draft.about)
        await self._ties.hang(tx, by.team_id, subject(number), draft.family)
        need = await self._fill(tx, await self._reading.by_id(tx, by.team_id, number), draft)
        await self.note(tx, f"needs.{'add' if state is State.OPEN else 'ask'}", need, by)
        if state is State.OPEN:
            await self.post_card(tx, need)
        if need.about is not None:
            await self._outbox.changed(tx, team_id=need.team_id, subject=need.about)
        return need

    async def change(self, tx: Tx, need: Need, draft: Draft) -> Need:
        """Write it down anew. Raises `TooManySeated`."""
        await store.change(tx, need.id, draft)
        stands = need.state is State.OPEN
        is_due = await self._ties.hang_elsewhere(
            tx, need.team_id, need.subject, draft.family, before=need.tie, stands=stands
        )
        after = await self._fill(tx, await self._reading.by_id(tx, need.team_id, need.id), draft)
        if is_due:
            await self.post_card(tx, after)
        return after

    async def called_off(self, tx: Tx, need: Need) -> None:
        """It is closed: no seat in it is offered any more, and nobody looks for cover."""
        await self._seating.called_off(tx, await self._occasions.of(tx, need))

    async def post_card(self, tx: Tx, need: Need) -> bool:
        """Put the card into the channel for cards, if there is one; tell whether there is.

        That of a family goes to the family's clusters first; the clock comes again when it is everyone's turn.
        """
        if need.tie is not None:
            start = begins(need.when)
            if await self._ties.put_forward(
                tx, need.team_id, need.subject, begins=start, view=store.FIRST, subjects=(need.subject,)
            ):
                return False
            return await self.everyones_turn(tx, need)
        return await self._announce(tx, need)

    async def everyones_turn(self, tx: Tx, need: Need) -> bool:
        """The clusters of its family have had their turn; its card is posted once, while it is asked for."""
        is_new = await self._ties.opened(tx, need.team_id, need.subject)
        return is_new and need.state is State.OPEN and await self._announce(tx, need)

    async def _announce(self, tx: Tx, need: Need) -> bool:
        channel = (await self._networks.joined(tx, need.team_id)).card_channel
        if channel is not None:
            await self._outbox.announce(
                tx,
                team_id=need.team_id,
                channel=channel,
                view=store.CARD,
                ref=str(need.id),
                subjects=(need.subject,),
            )
        return channel is not None

    async def note(self, tx: Tx, verb: str, need: Need, by: Person, detail: str = "") -> None:
        """One audit line, and every message that shows the need is brought up to date."""
        await note(tx, team_id=by.team_id, actor_id=by.id, verb=verb, subject=need.subject, detail=detail)
        await self._outbox.changed(tx, team_id=need.team_id, subject=need.subject)

    async def _fill(self, tx: Tx, need: Need, draft: Draft) -> Need:
        await store.seal(tx, self._sealer, need.id, draft.private)
        if draft.items is not None:
            await gifts.set_items(tx, need.id, draft.items)
        after = await self._seating.open_seats(
            tx, await self._occasions.of(tx, need), draft.seats, input_of=_seats_input
        )
        return replace(await self._reading.by_id(tx, need.team_id, need.id), roster=after.roster)


def _seats_input(_role: SeatRole) -> str:
    return "people"
