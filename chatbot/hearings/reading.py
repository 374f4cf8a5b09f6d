"""Hearings read whole, inside a verb: the row, its place and its roster, in few statements however many there are."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from chatbot.clusters.families.ties import Ties
from chatbot.hearings import store
from chatbot.hearings.model import Filter, Hearing, subject
from chatbot.hearings.refusals import NoSuchHearing
from chatbot.kit.clock import local_date
from chatbot.kit.database import Tx
from chatbot.kit.ids import parse_code
from chatbot.kit.languages import languages_in
from chatbot.people.model import Person
from chatbot.places.service import Places
from chatbot.signups.rosters import Rosters
from chatbot.signups.times import begins, is_over


class Reading:
    """Finds hearings for the verbs of this room and for the digest."""

    def __init__(self, places: Places, rosters: Rosters, ties: Ties) -> None:
        self._places = places
        self._rosters = rosters
        self._ties = ties

    async def by_code(self, tx: Tx, team_id: str, code: str, *, to_change: bool = False) -> Hearing:
        """The hearing, its row locked when it is going to change. Raises `NoSuchHearing`."""
        row = await store.by_code(tx, team_id, parse_code(code) or "", to_change=to_change)
        if row is None:
            raise NoSuchHearing(code[:12])
        return (await self._whole(tx, team_id, [row]))[0]

    async def by_id(self, tx: Tx, team_id: str, hearing_id: int, *, to_change: bool = False) -> Hearing:
        """The hearing, its row locked when it is going to change. Raises `NoSuchHearing`."""
        row = await store.by_id(tx, team_id, hearing_id, to_change=to_change)
        if row is None:
            raise NoSuchHearing(str(hearing_id))
        return (await self._whole(tx, team_id, [row]))[0]

    async def subject_of(self, tx: Tx, team_id: str, code: str) -> str:
        """The name among all things of the hearing of this code. Raises `NoSuchHearing`."""
        return (await self.by_code(tx, team_id, code)).subject

    async def coming(self, tx: Tx, wanted: Filter, *, zone: ZoneInfo, by: Person) -> list[Hearing]:
        """What the filter asks for, as this person's list."""
        among = None
        if wanted.mine:
            mine = await self._rosters.held_by(tx, by)
            among = frozenset(int(one.removeprefix("hearing:")) for one in mine if one.startswith("hearing:"))
        return await self.ahead(tx, by.team_id, wanted, zone=zone, among=among)

    async def ahead(
        self, tx: Tx, team_id: str, wanted: Filter, *, zone: ZoneInfo, among: frozenset[int] | None = None
    ) -> list[Hearing]:
        """The hearings the filter asks for that are not over, in the order they happen; `zone` says what today is."""
        rows = await store.coming(tx, team_id, wanted, today=local_date(tx.now, zone), among=among)
        if wanted.language:
            rows = [row for row in rows if wanted.language in languages_in(row.languages)]
        found = await self._whole(tx, team_id, rows)
        standing = [one for one in found if not is_over(one.when, tx.now)]
        return [one for one in standing if one.roster.has_room] if wanted.open else standing

    async def numbered(self, tx: Tx, team_id: str, numbers: Collection[int]) -> list[Hearing]:
        """The hearings of these numbers, whatever became of them."""
        return await self._whole(tx, team_id, await store.numbered(tx, team_id, numbers))

    async def between(self, tx: Tx, first: date, last: date) -> list[Hearing]:
        """The open hearings of every workspace on these local days."""
        return await self.of_rows(tx, await store.between(tx, first, last))

    async def undated(self, tx: Tx, since: date) -> list[Hearing]:
        """The open hearings of every workspace from that day on whose day or hour is not known yet."""
        return await self.of_rows(tx, await store.undated(tx, since))

    async def without_card(self, tx: Tx) -> list[Hearing]:
        """The hearings of every workspace that are still to come and have no card in any channel for everyone.

        Those that are for a family's clusters first are left out until it is everyone's turn.
        """
        since = tx.now.date() - timedelta(days=1)
        rows = await store.without_card(tx, since=since)
        if rows:
            # Whoever held them before may have posted their cards: only now, locked, it can be seen.
            rows = await store.without_card(tx, since=since)
        found = [one for one in await self.of_rows(tx, rows) if not is_over(one.when, tx.now)]
        return [one for one in found if one.tie is None or one.tie.first is None]

    async def of_rows(self, tx: Tx, rows: Sequence[store.HearingRow]) -> list[Hearing]:
        """The hearings of these rows, which may be of several workspaces."""
        teams = sorted({row.team_id for row in rows})
        return [
            hearing
            for team in teams
            for hearing in await self._whole(tx, team, [row for row in rows if row.team_id == team])
        ]

    async def _whole(self, tx: Tx, team_id: str, rows: Sequence[store.HearingRow]) -> list[Hearing]:
        places = {number: await self._places.get(tx, team_id, number) for number in {row.place_id for row in rows}}
        rosters = await self._rosters.of(tx, team_id=team_id, subjects=[subject(row.id) for row in rows])
        ties = await self._ties.of(tx, team_id, {subject(row.id): begins(store.when(row)) for row in rows})
        return [
            Hearing(
                id=row.id,
                team_id=row.team_id,
                code=row.code,
                alias=row.alias,
                place=places[row.place_id],
                when=store.when(row),
                languages=row.languages,
                note=row.note,
                cancelled_because=row.cancelled_because,
                verified=store.verified(row),
                created_at=row.created_at,
                created_by=row.created_by,
                roster=rosters[subject(row.id)],
                tie=ties.get(subject(row.id)),
                **store.enums(row),
            )
            for row in rows
        ]
