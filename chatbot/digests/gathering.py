"""What the capabilities have to say, brought together: digests know the sections only by their names."""

from collections.abc import Sequence

from chatbot.digests.model import Plan, Sections, in_order
from chatbot.kit.database import Tx
from chatbot.kit.sections import Scope, Section


class Gathering:
    """Asks every section, in the order they were listed."""

    def __init__(self, sections: Sequence[Section]) -> None:
        self._sections = tuple(sections)

    async def coming(self, tx: Tx, team_id: str, plan: Plan) -> Sections:
        """What a channel's digest of this plan lists now."""
        asked = [section for section in self._sections if plan.filters.shows(section.name)]
        return in_order([(one.name, await one.coming(tx, plan.scope(team_id, one.name))) for one in asked])

    async def mine(self, tx: Tx, scope: Scope, *, person_id: int) -> Sections:
        """What concerns this person now."""
        return in_order([(one.name, await one.mine(tx, scope, person_id=person_id)) for one in self._sections])

    async def to_settle(self, tx: Tx, scope: Scope) -> Sections:
        """What coordinators have to look after now."""
        return in_order([(one.name, await one.to_settle(tx, scope)) for one in self._sections])
