"""Alerts read whole, inside a verb: the row, its offices and scripts, and what was counted, in few statements."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from chatbot.actions import store
from chatbot.actions.deeds import store as deeds
from chatbot.actions.model import Action, Mine, State, Step, Tally
from chatbot.actions.refusals import NoSuchAction
from chatbot.kit.database import Tx
from chatbot.kit.ids import parse_code
from chatbot.network.service import Networks
from chatbot.people.model import Person, Role


class Reading:
    """Finds alerts for the verbs of this room, the cards and the digest."""

    def __init__(self, networks: Networks) -> None:
        self._networks = networks

    async def here(self, tx: Tx, team_id: str) -> datetime:
        """What the network's clocks show now."""
        return tx.now.astimezone((await self._networks.joined(tx, team_id)).zone)

    async def today(self, tx: Tx, team_id: str) -> date:
        return (await self.here(tx, team_id)).date()

    async def by_code(self, tx: Tx, code: str, *, by: Person, to_change: bool = False) -> Action:
        """The alert, locked when it or its count is going to change; drafts are there for coordinators alone.

        Raises `NoSuchAction`.
        """
        row = await store.by_code(tx, by.team_id, parse_code(code) or "", to_change=to_change)
        if row is None or (row.state == State.DRAFT and not by.has(Role.COORDINATOR)):
            raise NoSuchAction(code[:12] or "–")
        return (await self.whole(tx, [row]))[0]

    async def by_id(self, tx: Tx, team_id: str, action_id: int) -> Action:
        """The alert of this number. Raises `NoSuchAction`."""
        found = await self.whole(tx, await store.by_ids(tx, team_id, [action_id]))
        if not found:
            raise NoSuchAction(str(action_id))
        return found[0]

    async def every(self, tx: Tx, team_id: str, *where: store.Where) -> list[Action]:
        """All that fit, those that end first at the top."""
        return await self.whole(tx, await store.every(tx, team_id, *where))

    async def mine(self, tx: Tx, team_id: str, action_ids: Collection[int], person_id: int) -> dict[int, Mine]:
        """How this person stands to each of these alerts today."""
        return await deeds.mine(tx, action_ids, person_id, await self.today(tx, team_id))

    async def whole(self, tx: Tx, rows: Sequence[store.ActionRow]) -> list[Action]:
        """The alerts of these rows."""
        if not rows:
            return []
        numbers = [row.id for row in rows]
        targets, scripts = await store.targets(tx, numbers), await store.scripts(tx, numbers)
        tallies = await deeds.tallies(tx, numbers)
        return [
            Action(
                id=row.id,
                team_id=row.team_id,
                code=row.code,
                title=row.title,
                why=row.why,
                bills=row.bills,
                steps=tuple(Step(step) for step in row.steps.split()),
                links=tuple(row.links.splitlines()),
                goal=row.goal,
                ends_on=row.ends_on,
                channel=row.channel,
                state=State(row.state),
                created_at=row.created_at,
                targets=targets.get(row.id, ()),
                scripts=scripts.get(row.id, {}),
                tally=tallies.get(row.id, Tally()),
            )
            for row in rows
        ]
