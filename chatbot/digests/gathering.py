"""What the capabilities have to say, brought together: digests know the sections only by their names."""

from collections.abc import Callable, Sequence

from chatbot.clusters.families.ties import Ties
from chatbot.digests.model import Filters, Plan, Sections, in_order
from chatbot.kit.database import Tx
from chatbot.kit.sections import Item, Scope, Section


class Gathering:
    """Asks every section, in the order they were listed."""

    def __init__(self, sections: Sequence[Section], ties: Ties) -> None:
        self._sections = tuple(sections)
        self._ties = ties

    async def coming(self, tx: Tx, team_id: str, plan: Plan) -> Sections:
        """What a channel's digest of this plan lists now.

        What is for a family's clusters first stands only in the digests that are narrowed to one of them.
        """
        passes = await self._passing(tx, team_id, plan.filters)
        asked = [section for section in self._sections if plan.filters.shows(section.name)]
        found = [(one.name, await one.coming(tx, plan.scope(team_id, one.name))) for one in asked]
        return in_order([(name, [item for item in items if passes(item)]) for name, items in found])

    async def _passing(self, tx: Tx, team_id: str, filters: Filters) -> Callable[[Item], bool]:
        """Which items a channel may see, whatever section they stand in."""
        if filters.cluster_ids:
            theirs = await self._ties.of_clusters(tx, team_id, filters.cluster_ids)
            return lambda item: item.subject in theirs
        held_back = await self._ties.held_back(tx, team_id)
        return lambda item: item.subject not in held_back

    async def mine(self, tx: Tx, scope: Scope, *, person_id: int) -> Sections:
        """What concerns this person now."""
        return in_order([(one.name, await one.mine(tx, scope, person_id=person_id)) for one in self._sections])

    async def to_settle(self, tx: Tx, scope: Scope) -> Sections:
        """What coordinators have to look after now."""
        return in_order([(one.name, await one.to_settle(tx, scope)) for one in self._sections])
