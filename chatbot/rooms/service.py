"""The verbs about rooms that are offered."""

from collections.abc import Mapping, Sequence

from chatbot.audit import note
from chatbot.kit.database import Database, Tx
from chatbot.kit.forms import read
from chatbot.kit.guard import Exposure
from chatbot.kit.ids import next_code
from chatbot.kit.outbox import Outbox
from chatbot.kit.private import refuse_private
from chatbot.kit.sealed import Sealer
from chatbot.kit.verbs import query, verb
from chatbot.network.openings import opening
from chatbot.people.model import Person, Role
from chatbot.people.rules import require_coordinator
from chatbot.people.service import People
from chatbot.rooms import rules, store
from chatbot.rooms.forms import ClosedForm, OfferForm
from chatbot.rooms.matches import store as matches
from chatbot.rooms.model import CODE, Free, Home, Offer, OfferDraft, OfferState, Shown
from chatbot.rooms.reading import Reading
from chatbot.rooms.refusals import AnsweredFor, NoSuchOffer, NotYourOffer, OwnHome
from chatbot.rooms.stays import store as stays
from chatbot.rooms.stays.model import MatchState, subject


class Rooms:
    """The homes of every workspace."""

    def __init__(self, database: Database, outbox: Outbox, sealer: Sealer, *, people: People, reading: Reading) -> None:
        self.database = database
        self._people = people
        self._outbox = outbox
        self._sealer = sealer
        self._reading = reading

    @query
    async def free(self, tx: Tx, wanted: Free, *, by: Person) -> list[Shown]:
        """What is offered in the town, on the nights, for so many; for coordinators. Raises `NotAllowed`."""
        require_coordinator(by)
        today = await self._reading.today(tx, by.team_id)
        every = await self._reading.shown(tx, await store.open_ones(tx, by.team_id, today=today), today)
        return rules.found(every, wanted)

    @query
    async def mine(self, tx: Tx, *, by: Person) -> list[Shown]:
        """What this person offers, or answers for, closed rooms too."""
        today = await self._reading.today(tx, by.team_id)
        return await self._reading.shown(tx, await store.of_voice(tx, by.team_id, by.id), today)

    @query
    async def get(self, tx: Tx, code: str, *, by: Person) -> Shown:
        """One room, for its host and for coordinators. Raises `NoSuchOffer` for everyone else as well."""
        offer = await self._reading.offer(tx, by.team_id, code)
        if not rules.answers(offer, by) and not by.has(Role.COORDINATOR):
            raise NoSuchOffer(offer.code)
        return await self._shown(tx, offer)

    @query
    async def drawn(self, tx: Tx, offer_id: int, *, team_id: str) -> Offer | None:
        """The room as messages show it now."""
        return (await store.by_ids(tx, team_id, [offer_id])).get(offer_id)

    @verb
    async def add(self, tx: Tx, typed: Mapping[str, object], *, by: Person) -> Shown:
        """Offer a room of one's own home. It counts once a coordinator has met the host.

        A coordinator offers the room of someone outside the workspace, by the `name` they go by, and answers for them.
        Raises `Invalid`, `LeavesBeforeArriving`, `DaysOver`, `TooLong`, `NotAllowed`.
        """
        draft = await self._draft(tx, typed, by)
        host, keeper_id = by, None
        if name := str(typed.get("name") or "").strip():
            require_coordinator(by)
            host, keeper_id = await self._people.outside(tx, by.team_id, name), by.id
        code = await next_code(tx, by.team_id, CODE)
        good_until = await self._reading.today(tx, by.team_id) + rules.GOOD_FOR
        await store.hold_host(tx, by.team_id, host.id)
        number = await store.add(
            tx, by.team_id, code, draft, host_id=host.id, keeper_id=keeper_id, good_until=good_until
        )
        await store.seal(tx, self._sealer, number, draft.home)
        return await self._done(tx, "rooms.offer", await self._reading.offer(tx, by.team_id, code), by)

    @verb
    async def open_to_change(self, tx: Tx, code: str, *, by: Person) -> tuple[Offer, Home]:
        """The room one answers for with its private part, to write it down anew; the opening is written down.

        Raises `NoSuchOffer`, `NotYourOffer`, `TooManyOpened`.
        """
        offer = await self._reading.own_offer(tx, code, by)
        await opening(tx, "rooms.open_own", offer.subject, by=by)
        return offer, await store.unseal(tx, self._sealer, offer.id)

    @verb
    async def change(self, tx: Tx, code: str, typed: Mapping[str, object], *, by: Person) -> Shown:
        """Write one's own room down anew. Beds that are promised stay promised.

        Raises what `add` raises, and `NoSuchOffer`, `NotYourOffer`, `NightsPromised`.
        """
        offer = await self._reading.own_offer(tx, code, by)
        draft = await self._draft(tx, typed, by)
        await store.change(tx, offer.id, draft)
        await store.seal(tx, self._sealer, offer.id, draft.home)
        await self._must_keep_promises(tx, offer)
        return await self._done(tx, "rooms.change", offer, by)

    @verb
    async def close_nights(self, tx: Tx, code: str, typed: Mapping[str, object], *, by: Person) -> Shown:
        """Take nobody on these nights; the night of the last day is not among them.

        Raises `NoSuchOffer`, `NotYourOffer`, `Invalid`, `LeavesBeforeArriving`, `DaysOver`, `TooLong`,
        `NightsPromised`.
        """
        offer = await self._reading.own_offer(tx, code, by)
        nights = read(ClosedForm, typed).nights()
        rules.must_make_sense(nights, await self._reading.today(tx, by.team_id))
        await store.close_nights(tx, offer.id, nights)
        await self._must_keep_promises(tx, offer)
        return await self._done(tx, "rooms.close_nights", offer, by)

    @verb
    async def open_nights(self, tx: Tx, code: str, closed_id: int, *, by: Person) -> Shown:
        """Take guests on closed nights again. Raises `NoSuchOffer`, `NotYourOffer`."""
        offer = await self._reading.own_offer(tx, code, by)
        await store.open_nights(tx, offer.id, closed_id)
        return await self._done(tx, "rooms.free_nights", offer, by)

    @verb
    async def close(self, tx: Tx, code: str, *, by: Person) -> Shown:
        """Take no new guests. What was promised stands; a question that is not answered yet counts as a no.

        The host may, and coordinators; again it changes nothing. Raises `NoSuchOffer`, `NotYourOffer`.
        """
        offer = await self._reading.offer(tx, by.team_id, code, to_change=True)
        if not rules.answers(offer, by) and not by.has(Role.COORDINATOR):
            raise NotYourOffer(offer.code)
        if offer.state is OfferState.CLOSED:
            return await self._shown(tx, offer)
        await store.set_state(tx, offer.id, OfferState.CLOSED, good_until=offer.good_until)
        ended = await matches.end_unanswered(tx, [offer.id], (MatchState.PROPOSED,), MatchState.DECLINED)
        await self._tell_coordinators(tx, by.team_id, ended, "stays.declined")
        return await self._done(tx, "rooms.close", offer, by)

    @verb
    async def renew(self, tx: Tx, code: str, *, by: Person) -> Shown:
        """Say that the room is still free, or free again. Raises `NoSuchOffer`, `NotYourOffer`."""
        offer = await self._reading.own_offer(tx, code, by)
        good_until = await self._reading.today(tx, by.team_id) + rules.GOOD_FOR
        await store.set_state(tx, offer.id, OfferState.OPEN, good_until=good_until)
        return await self._done(tx, "rooms.renew", offer, by)

    @verb
    async def take_over(self, tx: Tx, code: str, *, by: Person) -> Shown:
        """Answer from now on for a host outside the workspace whose coordinator coordinates no more.

        Raises `NotAllowed`, `NoSuchOffer`, and `AnsweredFor` while somebody does.
        """
        require_coordinator(by)
        offer = await self._reading.offer(tx, by.team_id, code, to_change=True)
        coordinators = {one.id for one in await self._people.coordinators(tx, by.team_id)}
        if not offer.is_kept or offer.keeper_id in coordinators:
            raise AnsweredFor(offer.keeper or offer.host)
        await store.set_keeper(tx, offer.id, by.id)
        return await self._done(tx, "rooms.take_over", offer, by)

    @verb
    async def vet(self, tx: Tx, code: str, *, by: Person) -> Shown:
        """Vouch for the host of this room: they were met, and families can be sent there.

        It counts for every room they offer. Raises `NotAllowed`, `NoSuchOffer`, `OwnHome`.
        """
        require_coordinator(by)
        offer = await self._reading.offer(tx, by.team_id, code)
        if offer.host_id == by.id:
            raise OwnHome
        if not await store.hold_host(tx, by.team_id, offer.host_id):
            await store.settle_host(tx, offer.host_id, vetted=True, by=by.id)
            if offer.voice_id != by.id:
                await self._outbox.tell(
                    tx, team_id=by.team_id, person_id=offer.voice_id, view="rooms.vetted", offer=offer.id
                )
        return await self._done(tx, "rooms.vet", offer, by)

    @verb
    async def unvet(self, tx: Tx, code: str, *, by: Person) -> Shown:
        """Take the vouching back. Nobody is sent there any more, and what was not agreed yet ends.

        Guests who stay there, or will, are named by `Shown.held`. Raises `NotAllowed`, `NoSuchOffer`.
        """
        require_coordinator(by)
        offer = await self._reading.offer(tx, by.team_id, code)
        await store.hold_host(tx, by.team_id, offer.host_id)
        await store.settle_host(tx, offer.host_id, vetted=False, by=by.id)
        theirs = [one.id for one in await store.of_host(tx, by.team_id, offer.host_id)]
        waiting = (MatchState.PROPOSED, MatchState.ACCEPTED)
        ended = await matches.end_unanswered(tx, theirs, waiting, MatchState.TAKEN_BACK)
        await self._tell_coordinators(tx, by.team_id, ended, "stays.host_withdrawn")
        return await self._done(tx, "rooms.unvet", offer, by)

    async def _draft(self, tx: Tx, typed: Mapping[str, object], by: Person) -> OfferDraft:
        """What was typed, read, guarded, and found to make sense."""
        form = read(OfferForm, typed)
        refuse_private({"town": form.town, "languages": form.languages, "note": form.note}, Exposure.PUBLIC)
        private = {"address": form.address, "phone": form.phone, "arrival": form.arrival}
        refuse_private(private, Exposure.PRIVATE)
        draft = form.draft()
        rules.must_make_sense(draft.nights, await self._reading.today(tx, by.team_id))
        return draft

    async def _must_keep_promises(self, tx: Tx, offer: Offer) -> None:
        after = await self._reading.offer(tx, offer.team_id, offer.code)
        held = await matches.held(tx, [after])
        rules.must_keep_promises(after, held[after.id], today=await self._reading.today(tx, offer.team_id))

    async def _tell_coordinators(self, tx: Tx, team_id: str, stay_ids: Sequence[int], view: str) -> None:
        for stay_id in stay_ids:
            stay = await stays.by_id(tx, team_id, stay_id)
            if stay is not None:
                await self._outbox.tell(tx, team_id=team_id, person_id=stay.coordinator_id, view=view, stay=stay.id)
                await self._outbox.changed(tx, team_id=team_id, subject=subject(stay.id))

    async def _done(self, tx: Tx, verb_name: str, offer: Offer, by: Person) -> Shown:
        await self._note(tx, verb_name, offer, by)
        await self._outbox.changed(tx, team_id=by.team_id, subject=offer.subject)
        return await self._shown(tx, await self._reading.offer(tx, by.team_id, offer.code))

    async def _shown(self, tx: Tx, offer: Offer) -> Shown:
        return (await self._reading.shown(tx, [offer], await self._reading.today(tx, offer.team_id)))[0]

    async def _note(self, tx: Tx, verb_name: str, offer: Offer, by: Person) -> None:
        await note(tx, team_id=by.team_id, actor_id=by.id, verb=verb_name, subject=offer.subject)
