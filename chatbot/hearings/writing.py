"""Writing hearings down, inside a verb: what was typed becomes a draft, a draft a row, its seats and its card."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from chatbot.audit import note
from chatbot.clusters.families.ties import Ties
from chatbot.hearings import rules, store
from chatbot.hearings.forms import guarded, seats_input
from chatbot.hearings.model import Draft, Hearing, State, subject
from chatbot.hearings.occasions import HearingOccasions
from chatbot.hearings.reading import Reading
from chatbot.kit.database import Tx
from chatbot.kit.ids import next_code
from chatbot.kit.outbox import Outbox
from chatbot.kit.sealed import Sealer
from chatbot.network.service import Networks
from chatbot.people.model import Person
from chatbot.people.rules import require_coordinator
from chatbot.places.service import Places
from chatbot.signups.occasions import When
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
        ties: Ties,
    ) -> None:
        self._outbox = outbox
        self._sealer = sealer
        self._networks = networks
        self._places = places
        self._seating = seating
        self._reading = reading
        self._ties = ties
        self._occasions = HearingOccasions(reading, networks)

    async def draft(self, tx: Tx, typed: Mapping[str, object], by: Person, *, before: Hearing | None = None) -> Draft:
        """What was typed, read, guarded, placed where this coordinator may place it, and found to make sense.

        What the hearing was `before` may stay: a time that is over, a place that was taken out of the directory.
        """
        form = guarded(typed)
        stays = before is not None and before.place.id == form.place
        place = await self._places.get(tx, by.team_id, form.place, in_use=not stays)
        require_coordinator(by, place.area)
        draft = form.draft(place)
        rules.must_make_sense(draft, tx.now, unless=before.when if before else None)
        return draft

    async def add(self, tx: Tx, draft: Draft, by: Person) -> Hearing:
        """A new hearing with its seats, and its card where there is a channel for it."""
        code = await next_code(tx, by.team_id, "H")
        number = await store.add(tx, by.team_id, code, draft, by=by.id)
        await store.seal(tx, self._sealer, number, draft.private)
        await self._ties.hang(tx, by.team_id, subject(number), draft.family)
        hearing = await self._reading.by_id(tx, by.team_id, number)
        hearing = await self._open_seats(tx, hearing, draft)
        await self.note(tx, "hearings.add", hearing, by)
        await self.post_card(tx, hearing)
        return hearing

    async def follow_up(self, tx: Tx, hearing: Hearing, when: When, by: Person) -> Hearing:
        """A draft of the hearing that follows: the same in all but the time, its private part sealed anew."""
        private = await store.unseal(tx, self._sealer, hearing.id)
        draft = Draft(
            kind=hearing.kind,
            alias=hearing.alias,
            place_id=hearing.place.id,
            when=when,
            mode=hearing.mode,
            access=hearing.access,
            languages=hearing.languages,
            note=hearing.note,
            seats=hearing.roster.seats,
            private=private,
        )
        code = await next_code(tx, hearing.team_id, "H")
        number = await store.add(tx, hearing.team_id, code, draft, by=hearing.created_by, follows=hearing.id)
        await store.seal(tx, self._sealer, number, private)
        await self._ties.hang_anew(tx, hearing.team_id, subject(number), hearing.subject)
        found = await self._open_seats(tx, await self._reading.by_id(tx, hearing.team_id, number), draft)
        await self.note(tx, "hearings.draft", found, by)
        return found

    async def change(self, tx: Tx, hearing: Hearing, draft: Draft, *, let_go: Collection[int]) -> Hearing:
        """Write it down anew, its seats and its private part too; those in `let_go` lose their seats to it.

        Raises `TooManySeated`.
        """
        await store.change(tx, hearing.id, draft)
        await store.seal(tx, self._sealer, hearing.id, draft.private)
        stands = hearing.state is State.OPEN
        is_due = await self._ties.hang_elsewhere(
            tx, hearing.team_id, hearing.subject, draft.family, before=hearing.tie, stands=stands
        )
        after = await self._reading.by_id(tx, hearing.team_id, hearing.id)
        if is_due:
            await self.post_card(tx, after)
        return await self._open_seats(tx, after, draft, let_go=let_go)

    async def put_off(self, tx: Tx, hearing: Hearing, when: When) -> Hearing:
        """Write down when it is; whoever comes or waits does so for that day, and the line moves if it can."""
        await store.set_when(tx, hearing.id, when)
        after = await self._reading.by_id(tx, hearing.team_id, hearing.id)
        occasion = await self._occasions.of(tx, after)
        moved = await self._seating.open_seats(tx, occasion, occasion.roster.seats, input_of=seats_input)
        return replace(after, roster=moved.roster)

    async def called_off(self, tx: Tx, hearing: Hearing) -> None:
        """It was cancelled: no seat is held for anyone, and nobody is asked to step in."""
        await self._seating.called_off(tx, await self._occasions.of(tx, hearing))

    async def _open_seats(self, tx: Tx, hearing: Hearing, draft: Draft, *, let_go: Collection[int] = ()) -> Hearing:
        """Set its seats. Raises `TooManySeated` below the number who already come."""
        occasion = await self._occasions.of(tx, hearing)
        after = await self._seating.open_seats(tx, occasion, draft.seats, input_of=seats_input, let_go=let_go)
        return replace(hearing, roster=after.roster)

    async def post_card(self, tx: Tx, hearing: Hearing) -> bool:
        """Put the card into its channel, if there is one; tell whether there is.

        That of a family goes to the family's clusters first; the clock comes again when it is everyone's turn.
        """
        subjects = (hearing.subject, f"place:{hearing.place.id}")
        if hearing.tie is not None:
            start = begins(hearing.when)
            if await self._ties.put_forward(
                tx, hearing.team_id, hearing.subject, begins=start, view=store.FIRST, subjects=subjects
            ):
                return False
            await self._ties.opened(tx, hearing.team_id, hearing.subject)
        channel = await self.channel(tx, hearing)
        if channel is not None:
            await self._outbox.announce(
                tx, team_id=hearing.team_id, channel=channel, view=store.CARD, ref=str(hearing.id), subjects=subjects
            )
        return channel is not None

    async def channel(self, tx: Tx, hearing: Hearing) -> str | None:
        """Where its card goes: the channel of the place, else the network's."""
        network = await self._networks.joined(tx, hearing.team_id)
        return hearing.place.card_channel or network.card_channel

    async def note(self, tx: Tx, verb_name: str, hearing: Hearing, by: Person, detail: str = "") -> None:
        """One audit line."""
        await note(tx, team_id=by.team_id, actor_id=by.id, verb=verb_name, subject=hearing.subject, detail=detail)
