"""The verbs about hearings."""

from collections.abc import Mapping
from datetime import timedelta

from chatbot.hearings import rules, store
from chatbot.hearings.filters import FORTNIGHT, Reader, read_filter
from chatbot.hearings.model import Filter, Hearing, Opened, Page
from chatbot.hearings.moving.service import Moving
from chatbot.hearings.reading import Reading
from chatbot.hearings.refusals import NoSuchHearing, ReasonMissing
from chatbot.hearings.reporting.store import last as last_report
from chatbot.hearings.verifying.rules import may_verify
from chatbot.hearings.words import Say
from chatbot.hearings.writing import Writing
from chatbot.kit.clock import local_date
from chatbot.kit.columns import storable
from chatbot.kit.database import Database, Tx
from chatbot.kit.guard import Exposure
from chatbot.kit.once import once
from chatbot.kit.outbox import Outbox
from chatbot.kit.pages import turned_to
from chatbot.kit.private import refuse_private
from chatbot.kit.sealed import Sealer
from chatbot.kit.verbs import query, verb
from chatbot.network.openings import opening
from chatbot.network.service import Networks
from chatbot.people.model import Person
from chatbot.people.rules import require_coordinator
from chatbot.places.service import Places
from chatbot.signups.model import Released, SeatRole
from chatbot.signups.occasions import Claimed, Occasion
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
    async def asked(self, tx: Tx, words: str, *, say: Say, language: str, by: Person, usual: int = FORTNIGHT) -> Filter:
        """What these words behind /hearings mean, `say` and `language` being the reader's. Raises `UnknownFilter`.

        `usual` are the days ahead when the words say nothing about days.
        """
        network = await self._networks.joined(tx, by.team_id)
        reader = Reader(say=say, language=language, today=local_date(tx.now, network.zone))
        return read_filter(words, await self._places.known(tx, by.team_id), reader, usual=usual)

    @query
    async def listed(self, tx: Tx, wanted: Filter, *, page: int = 1, size: int = rules.PAGE, by: Person) -> Page:
        """One page of what is coming up, counted from today in the network's zone; hearings that are over are left out.

        `size` is how many stand on a page. A page beyond the last is the last one.
        """
        network = await self._networks.joined(tx, by.team_id)
        found = await self._reading.coming(tx, wanted, zone=network.zone, by=by)
        number, pages = turned_to(page, total=len(found), size=size)
        shown = tuple(found[(number - 1) * size : number * size])
        return Page(hearings=shown, total=len(found), number=number, pages=pages)

    @verb
    async def add(self, tx: Tx, typed: Mapping[str, object], *, by: Person) -> Hearing:
        """Write a hearing down and post its card, where a channel for cards is set.

        `typed` is the form as strings. Raises `NotAllowed`, `Invalid`, `InThePast`, `EndsBeforeItStarts`,
        `HourWithoutDay`, `NoSeats`, `NoSuchPlace`.
        """
        require_coordinator(by)
        return await self._writing.add(tx, await self._writing.draft(tx, typed, by), by)

    @query
    async def may_change(self, tx: Tx, code: str, *, by: Person) -> Hearing:
        """The hearing, for whoever may change it; nothing private is opened for that.

        Raises `NoSuchHearing`, `NotAllowed`, `Cancelled`.
        """
        hearing = await self._reading.by_code(tx, by.team_id, code)
        rules.require_changer(hearing, by)
        return hearing

    @verb
    async def change(self, tx: Tx, code: str, typed: Mapping[str, object], *, by: Person) -> Hearing:
        """Write a hearing down anew; everyone who comes is told when time, place or way of meeting changed.

        `let_go` in what was typed names those who lose their seats to a smaller number. Raises what `add` raises, and
        `NoSuchHearing`, `Cancelled`, `TooManySeated`.
        """
        before = await self._to_change(tx, code, by)
        draft = await self._writing.draft(tx, typed, by, before=before)
        after = await self._writing.change(tx, before, draft, let_go=_numbers(typed.get("let_go")))
        await self._writing.note(tx, "hearings.change", after, by)
        await self._outbox.changed(tx, team_id=by.team_id, subject=after.subject)
        if after.place.id != before.place.id:
            place = f"place:{after.place.id}"
            await self._outbox.shows(tx, team_id=by.team_id, subject=after.subject, also=place)
        await self._moving.moved(tx, before, after)
        return await self._reading.by_code(tx, by.team_id, code)

    @verb
    async def cancel(self, tx: Tx, code: str, *, reason: str, by: Person) -> Hearing:
        """Call a hearing off; everyone who comes or waits is told. Raises `Cancelled` when it was before.

        The reason is for everyone to read: it goes through the guard and onto the card.
        """
        hearing = await self._to_change(tx, code, by)
        reason = storable(reason).strip()
        if not reason:
            raise ReasonMissing
        refuse_private({"reason": reason}, Exposure.PUBLIC)
        await store.cancel(tx, hearing.id, reason)
        await self._writing.called_off(tx, hearing)
        await self._writing.note(tx, "hearings.cancel", hearing, by)
        await self._outbox.changed(tx, team_id=by.team_id, subject=hearing.subject)
        await self._moving.called_off(tx, hearing)
        return await self._reading.by_code(tx, by.team_id, code)

    async def claim(
        self, code: str, role: SeatRole = SeatRole.COMPANION, *, by: Person, anyway: bool = False
    ) -> Claimed:
        """The same as `Signups.claim`."""
        return await self._signups.claim(code, role, by=by, anyway=anyway)

    async def release(self, code: str, *, by: Person) -> tuple[Occasion, Released]:
        """The same as `Signups.release`."""
        return await self._signups.release(code, by=by)

    @verb
    async def open_details(self, tx: Tx, code: str, *, by: Person) -> Opened:
        """Everything this person may read. When that includes the private part, the opening is written down.

        Raises `NoSuchHearing`, also for a draft that is not theirs to look after, and `TooManyOpened`.
        """
        hearing = await self._reading.by_code(tx, by.team_id, code)
        if not rules.may_see(hearing, by):
            raise NoSuchHearing(hearing.code)
        private, reported = None, None
        if rules.may_read_private(hearing, by, tx.now):
            await opening(tx, "hearings.open_private", hearing.subject, by=by)
            private = await store.unseal(tx, self._sealer, hearing.id)
            reported = await last_report(tx, self._sealer, hearing.id)
        return Opened(
            hearing=hearing,
            private=private,
            may_change=by.coordinates(hearing.place.area),
            may_verify=may_verify(hearing, by),
            report=reported,
        )

    @query
    async def follow_the_day(self, tx: Tx) -> int:
        """What the clock does: draw the cards anew when the day begins and when it is over. Returns how many."""
        today = tx.now.date()
        turned = 0
        for hearing in await self._reading.between(tx, today - timedelta(days=1), today + timedelta(days=1)):
            for name in rules.turns(hearing, tx.now):
                if await once(tx, team_id=hearing.team_id, what=name):
                    await self._outbox.changed(tx, team_id=hearing.team_id, subject=hearing.subject)
                    turned += 1
        return turned

    @query
    async def hang_missing_cards(self, tx: Tx) -> int:
        """What the clock does: post the cards of hearings written down before their channel was chosen.

        Returns how many were posted. A hearing whose place has no channel yet is looked at again next time.
        """
        return sum([await self._writing.post_card(tx, hearing) for hearing in await self._reading.without_card(tx)])

    async def _to_change(self, tx: Tx, code: str, by: Person) -> Hearing:
        hearing = await self._reading.by_code(tx, by.team_id, code, to_change=True)
        rules.require_changer(hearing, by)
        return hearing


def _numbers(chosen: object) -> list[int]:
    """The people chosen in a form, by their numbers."""
    return [int(one) for one in chosen if str(one).isdecimal()] if isinstance(chosen, tuple) else []
