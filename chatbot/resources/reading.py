"""The directory read, inside a verb."""

from dataclasses import dataclass
from datetime import date

from chatbot.kit.clock import local_date
from chatbot.kit.database import Tx
from chatbot.kit.ids import parse_code
from chatbot.network.service import Networks
from chatbot.resources import rules, store
from chatbot.resources.model import Resource
from chatbot.resources.refusals import NoSuchResource


@dataclass(frozen=True, kw_only=True, slots=True)
class Checking:
    """What has to be checked again. `days` is how long a check counts."""

    stale: tuple[Resource, ...]
    days: int


class Reading:
    """Finds entries for the verbs of this room and for the weekly report."""

    def __init__(self, networks: Networks) -> None:
        self._networks = networks

    async def by_code(self, tx: Tx, team_id: str, code: str, *, to_change: bool = False) -> Resource:
        """The entry, its row locked when it is going to change. Raises `NoSuchResource`."""
        found = await store.by_code(tx, team_id, parse_code(code) or "", to_change=to_change)
        if found is None:
            raise NoSuchResource(code[:12])
        return found

    async def by_id(self, tx: Tx, team_id: str, resource_id: int) -> Resource:
        found = await store.by_id(tx, team_id, resource_id)
        if found is None:
            raise NoSuchResource(str(resource_id))
        return found

    async def today(self, tx: Tx, team_id: str) -> date:
        """The local day where the network lives."""
        return local_date(tx.now, (await self._networks.joined(tx, team_id)).zone)

    async def checking(self, tx: Tx, team_id: str) -> Checking:
        """What has to be checked again: samples and what was never checked first, then what was checked longest ago."""
        today, days = await self.today(tx, team_id), await store.recheck_days(tx, team_id)
        stale = [one for one in await store.listed(tx, team_id) if rules.is_stale(one, today, days=days)]
        stale.sort(key=lambda one: (not one.is_sample, one.checked_on or date.min))
        return Checking(stale=tuple(stale), days=days)
