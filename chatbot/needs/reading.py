"""Needs read whole, inside a verb: the row and everyone who helps, in few statements however many there are."""

from collections.abc import Collection, Sequence
from datetime import date

from chatbot.clusters.families.model import Tie
from chatbot.clusters.families.ties import Ties
from chatbot.kit.database import Tx
from chatbot.kit.ids import parse_code
from chatbot.needs import store
from chatbot.needs.gifts import store as gifts
from chatbot.needs.model import Kind, Need, State, Way, subject
from chatbot.needs.refusals import NoSuchNeed
from chatbot.needs.rides import store as rides
from chatbot.places.service import Places
from chatbot.signups.model import Roster
from chatbot.signups.rosters import Rosters
from chatbot.signups.times import begins


class Reading:
    """Finds needs for the verbs of this room, for the seats and for the digest."""

    def __init__(self, places: Places, rosters: Rosters, ties: Ties) -> None:
        self._places = places
        self._rosters = rosters
        self._ties = ties

    async def by_code(self, tx: Tx, team_id: str, code: str, *, to_change: bool = False) -> Need:
        """The need, its row locked when it is going to change. Raises `NoSuchNeed`."""
        row = await store.by_code(tx, team_id, parse_code(code) or "", to_change=to_change)
        if row is None:
            raise NoSuchNeed(code[:12])
        return (await self.whole(tx, [row]))[0]

    async def by_id(self, tx: Tx, team_id: str, need_id: int) -> Need:
        found = await self.numbered(tx, team_id, [need_id])
        if not found:
            raise NoSuchNeed(str(need_id))
        return found[0]

    async def numbered(self, tx: Tx, team_id: str, numbers: Collection[int]) -> list[Need]:
        """The needs of these numbers, whatever became of them."""
        return await self.whole(tx, await store.numbered(tx, team_id, numbers))

    async def open_ones(self, tx: Tx, team_id: str) -> list[Need]:
        """What is asked for, the next day first."""
        return await self.whole(tx, await store.open_ones(tx, team_id))

    async def asked_for(self, tx: Tx, team_id: str) -> list[Need]:
        """What volunteers ask for and no coordinator has put before everyone yet."""
        return await self.whole(tx, await store.asked_for(tx, team_id))

    async def about(self, tx: Tx, team_id: str, subject: str) -> list[Need]:
        """The needs that hang on a hearing, a stay or a bond."""
        return await self.whole(tx, await store.about(tx, team_id, subject))

    async def between(self, tx: Tx, first: date, last: date) -> list[Need]:
        """The open needs of every workspace on these local days."""
        return await self.whole(tx, await store.between(tx, first, last))

    async def undated(self, tx: Tx, since: date) -> list[Need]:
        """The open needs of every workspace from that day on whose day or hour is not known yet."""
        return await self.whole(tx, await store.undated(tx, since))

    async def whole(self, tx: Tx, rows: Sequence[store.NeedRow]) -> list[Need]:
        """The needs of these rows, which may be of several workspaces, in the order of the rows."""
        if not rows:
            return []
        numbers = [row.id for row in rows]
        items = await gifts.items(tx, numbers)
        riders, cars = await rides.riders(tx, numbers), await rides.cars(tx, numbers)
        steps = await store.steps(tx, numbers)
        rosters: dict[str, Roster] = {}
        ties: dict[tuple[str, str], Tie] = {}
        for team in {row.team_id for row in rows}:
            of_team = [subject(row.id) for row in rows if row.team_id == team]
            rosters |= await self._rosters.of(tx, team_id=team, subjects=of_team)
            starts = {subject(row.id): begins(store.when(row)) for row in rows if row.team_id == team}
            ties |= {(team, tied): tie for tied, tie in (await self._ties.of(tx, team, starts)).items()}
        places = {
            (row.team_id, row.place_id): await self._places.get(tx, row.team_id, row.place_id)
            for row in rows
            if row.place_id is not None
        }
        return [
            Need(
                id=row.id,
                team_id=row.team_id,
                code=row.code,
                kind=Kind(row.kind),
                title=row.title,
                alias=row.alias,
                town=row.town,
                place_id=row.place_id,
                place=places[row.team_id, row.place_id].name if row.place_id is not None else "",
                area=row.area,
                when=store.when(row),
                way=Way(row.way) if row.way else None,
                languages=row.languages,
                note=row.note,
                about=row.about,
                state=State(row.state),
                closed_because=row.closed_because,
                created_by=row.created_by,
                created_at=row.created_at,
                roster=rosters[subject(row.id)],
                items=items.get(row.id, ()),
                riders=tuple(riders.get(row.id, ())),
                cars=tuple(cars.get(row.id, ())),
                steps=steps.get(row.id, {}),
                tie=ties.get((row.team_id, subject(row.id))),
            )
            for row in rows
        ]
