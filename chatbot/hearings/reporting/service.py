"""The verbs about reports, and the hearings that follow from them."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import timedelta

from chatbot.hearings.detention.service import Detentions
from chatbot.hearings.keepers import Keepers
from chatbot.hearings.model import Ending, Hearing, Report, State
from chatbot.hearings.reading import Reading
from chatbot.hearings.refusals import NoSuchHearing
from chatbot.hearings.reporting import rules, store
from chatbot.hearings.reporting.forms import ReportForm
from chatbot.hearings.reporting.model import Reported
from chatbot.hearings.reporting.refusals import PostedBefore
from chatbot.hearings.rules import may_read_private, must_be_ahead
from chatbot.hearings.store import cancel, set_when
from chatbot.hearings.writing import Writing
from chatbot.kit.clock import local_date
from chatbot.kit.database import Database, Tx
from chatbot.kit.forms import read
from chatbot.kit.guard import Exposure
from chatbot.kit.once import once
from chatbot.kit.outbox import Outbox
from chatbot.kit.private import refuse_private
from chatbot.kit.sealed import Sealer
from chatbot.kit.verbs import query, verb
from chatbot.network.openings import opening
from chatbot.network.service import Networks
from chatbot.people.model import Notice, Person
from chatbot.people.rules import require_coordinator
from chatbot.people.service import People
from chatbot.signups.occasions import When
from chatbot.signups.refusals import Cancelled


class Reporting:
    """Reports of every workspace."""

    def __init__(
        self,
        database: Database,
        outbox: Outbox,
        sealer: Sealer,
        *,
        networks: Networks,
        people: People,
        reading: Reading,
        writing: Writing,
        keepers: Keepers,
        detentions: Detentions,
    ) -> None:
        self.database = database
        self._outbox = outbox
        self._sealer = sealer
        self._networks = networks
        self._people = people
        self._reading = reading
        self._writing = writing
        self._keepers = keepers
        self._detentions = detentions

    @verb
    async def report(self, tx: Tx, code: str, typed: Mapping[str, object], *, by: Person) -> Reported:
        """Say how it went; saying it again corrects it. A next date drafts the next hearing for a coordinator.

        Raises `NoSuchHearing`, `NotAllowed`, `Cancelled`, `NotYet`, `Invalid`, `HourWithoutDay`, `InThePast`.
        """
        hearing = await self._reading.by_code(tx, by.team_id, code, to_change=True)
        rules.must_be_reportable(hearing, by, tx.now)
        form = read(ReportForm, typed)
        refuse_private({"note": form.note}, Exposure.PRIVATE)
        when = form.when(hearing.place)
        must_be_ahead(when, tx.now)
        before = await store.last(tx, self._sealer, hearing.id)
        follows = rules.goes_on(form.ending, form.day)
        upcoming = await self._follow(tx, hearing, when if follows else None, before, by)
        await store.add(
            tx,
            self._sealer,
            team_id=by.team_id,
            hearing_id=hearing.id,
            ending=form.ending,
            note=form.note,
            next_id=upcoming.id if upcoming else None,
            by=by.id,
        )
        await self._writing.note(tx, "hearings.report", hearing, by, detail=form.ending)
        await self._outbox.changed(tx, team_id=by.team_id, subject=hearing.subject)
        detained = form.ending is Ending.DETAINED
        raised = await self._detentions.alarm(tx, hearing, by) if detained else None
        return Reported(
            hearing=hearing,
            report=await self._last(tx, hearing),
            next=upcoming,
            alarmed=raised is not None and raised.is_new,
        )

    @verb
    async def open_to_report(self, tx: Tx, code: str, *, by: Person) -> tuple[Hearing, Report | None]:
        """The hearing and what was reported, for those who may report; that a report opens is written down.

        Nothing opens for who reads no private part any more. Raises what `report` raises for others, and
        `TooManyOpened`.
        """
        hearing = await self._reading.by_code(tx, by.team_id, code)
        rules.must_be_reportable(hearing, by, tx.now)
        known = await store.last(tx, self._sealer, hearing.id) if may_read_private(hearing, by, tx.now) else None
        if known is not None:
            await opening(tx, "hearings.open_report", hearing.subject, by=by)
        return hearing, known

    @verb
    async def post(self, tx: Tx, code: str, *, by: Person) -> Hearing:
        """Make a drafted hearing one like any other. Those who came before are asked first, then its card is hung.

        Raises `NoSuchHearing`, `NotAllowed`, `PostedBefore`, `Cancelled`, `InThePast`.
        """
        hearing = await self._reading.by_code(tx, by.team_id, code, to_change=True)
        require_coordinator(by, hearing.place.area)
        if hearing.state is State.OPEN:
            raise PostedBefore(hearing.code)
        if hearing.state is State.CANCELLED:
            raise Cancelled(hearing.code)
        must_be_ahead(hearing.when, tx.now)
        companions = await self._came_before(tx, hearing)
        card_from = rules.card_from(hearing.when, tx.now) if companions else None
        await store.post(tx, hearing.id, card_from=card_from)
        posted = await self._reading.by_id(tx, by.team_id, hearing.id)
        await self._writing.note(tx, "hearings.post", posted, by)
        for person_id in companions:
            await self._outbox.tell(
                tx, team_id=by.team_id, person_id=person_id, view="hearings.come_again", hearing=posted.id
            )
        if card_from is None:
            await self._writing.post_card(tx, posted)
        return posted

    @query
    async def followed(self, tx: Tx, hearing_id: int, *, team_id: str) -> tuple[Hearing, Hearing]:
        """A hearing and the one it follows. Raises `NoSuchHearing`."""
        earlier = await store.before(tx, team_id, hearing_id)
        if earlier is None:
            raise NoSuchHearing("")
        hearing = await self._reading.by_id(tx, team_id, hearing_id)
        return hearing, await self._reading.by_id(tx, team_id, earlier)

    @query
    async def to_report(self, tx: Tx, *, by: Person) -> list[Hearing]:
        """What someone held a seat in and nobody has reported on."""
        found = await self._unreported(tx, by.team_id, days=rules.ASKED_FOR.days + 1)
        mine = [(one, one.roster.of(by.id)) for one in found]
        return [one for one, seat in mine if seat is not None and not seat.waiting]

    @query
    async def still_to_report(self, tx: Tx, hearing_ids: list[int], *, team_id: str) -> list[Hearing]:
        """Those of these hearings nobody has reported on yet."""
        found = await self._unreported(tx, team_id, days=rules.ASKED_FOR.days + 1)
        return [one for one in found if one.id in hearing_ids]

    @query
    async def overdue(self, tx: Tx, *, by: Person) -> list[Hearing]:
        """What nobody has reported on for a day, where this person coordinates."""
        require_coordinator(by)
        return [one for one in await self.missing(tx, by.team_id) if by.coordinates(one.place.area)]

    async def missing(self, tx: Tx, team_id: str) -> list[Hearing]:
        """The same for the whole network, inside a verb."""
        found = await self._unreported(tx, team_id, days=rules.LOOKED_BACK)
        return [one for one in found if rules.is_overdue(one, tx.now)]

    @query
    async def drafts(self, tx: Tx, *, by: Person) -> list[Hearing]:
        """The hearings that were drafted from reports and wait for this coordinator."""
        require_coordinator(by)
        return [one for one in await self.drafted(tx, by.team_id) if by.coordinates(one.place.area)]

    async def drafted(self, tx: Tx, team_id: str) -> list[Hearing]:
        """The same for the whole network, inside a verb."""
        return await self._reading.of_rows(tx, await store.drafts(tx, team_id))

    @query
    async def ask(self, tx: Tx) -> int:
        """What the clock does: ask how it went, the lead first; returns how many people were asked.

        What falls due for one person at once is one message. In somebody's quiet hours it waits, except on the day
        itself.
        """
        today = tx.now.date()
        rows = await store.unreported(tx, today - timedelta(days=rules.ASKED_FOR.days + 2), today + timedelta(days=1))
        due: defaultdict[tuple[str, int], list[Hearing]] = defaultdict(list)
        for hearing in await self._reading.of_rows(tx, rows):
            for person_id in rules.to_ask(hearing, tx.now):
                due[hearing.team_id, person_id].append(hearing)
        return sum([await self._ask(tx, team, person, found) for (team, person), found in due.items()])

    async def _ask(self, tx: Tx, team_id: str, person_id: int, hearings: list[Hearing]) -> int:
        chosen = (await self._people.choices(tx, [person_id]))[person_id]
        if not chosen.wants(Notice.REPORTS):
            return 0
        zone = (await self._networks.joined(tx, team_id)).zone
        local = tx.now.astimezone(zone)
        on_the_day = any(one.when.day == local.date() for one in hearings)
        if chosen.is_quiet(local.time()) and not on_the_day:
            return 0
        names = {one.id: f"hearings.report:{one.id}:{person_id}:{one.when.day}" for one in hearings}
        new = [number for number, name in names.items() if await once(tx, team_id=team_id, what=name)]
        if new:
            await self._outbox.tell(
                tx,
                team_id=team_id,
                person_id=person_id,
                view="hearings.how_was_it",
                hearings=" ".join(map(str, new)),
            )
        return bool(new)

    async def _follow(
        self, tx: Tx, hearing: Hearing, when: When | None, before: Report | None, by: Person
    ) -> Hearing | None:
        """The hearing that follows: drafted, or its draft brought up to date; one that was posted stays as it is."""
        known = await self._reading.by_id(tx, by.team_id, before.next_id) if before and before.next_id else None
        if known is not None and known.state is State.CANCELLED:
            known = None
        if when is None:
            if known is not None and known.state is State.DRAFT:
                await cancel(tx, known.id, "")
                return None
            return known
        if known is None:
            drafted = await self._writing.follow_up(tx, hearing, when, by)
            for person_id in await self._keepers.of(tx, hearing):
                await self._outbox.tell(
                    tx, team_id=by.team_id, person_id=person_id, view="hearings.drafted", hearing=drafted.id
                )
            return drafted
        if known.state is State.DRAFT:
            await set_when(tx, known.id, when)
        return await self._reading.by_id(tx, by.team_id, known.id)

    async def _came_before(self, tx: Tx, hearing: Hearing) -> list[int]:
        earlier = await store.before(tx, hearing.team_id, hearing.id)
        if earlier is None:
            return []
        roster = (await self._reading.by_id(tx, hearing.team_id, earlier)).roster
        came = [one.person_id for one in roster.signups if not one.waiting and one.reachable]
        return sorted(await self._people.wanting(tx, came, Notice.OFFERS))

    async def _unreported(self, tx: Tx, team_id: str, *, days: int) -> list[Hearing]:
        zone = (await self._networks.joined(tx, team_id)).zone
        today = local_date(tx.now, zone)
        rows = await store.unreported(tx, today - timedelta(days=days), today + timedelta(days=1), team_id=team_id)
        found = await self._reading.of_rows(tx, rows)
        ended = [(one, rules.ended_at(one.when)) for one in found]
        return [one for one, end in ended if end is not None and end <= tx.now]

    async def _last(self, tx: Tx, hearing: Hearing) -> Report:
        report = await store.last(tx, self._sealer, hearing.id)
        if report is None:
            raise LookupError("a report vanished while being written")
        return report
