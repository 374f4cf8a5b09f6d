"""What hearings add to digests and to the weekly report."""

from collections.abc import Sequence
from datetime import date

from chatbot.hearings.model import Filter, Hearing
from chatbot.hearings.reading import Reading
from chatbot.kit.database import Tx
from chatbot.kit.sections import Scope


class HearingsSection:
    """The hearings of the next days; urgent is what still needs people."""

    name = "hearings"

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    async def coming(self, tx: Tx, scope: Scope) -> Sequence[Hearing]:
        """By day, within it by place."""
        found = await self._ahead(tx, scope)
        return sorted(found, key=lambda one: (one.when.day or date.max, one.place.name.casefold()))

    async def mine(self, tx: Tx, scope: Scope, *, person_id: int) -> Sequence[Hearing]:
        """Those where this person holds a seat or waits for one."""
        return [hearing for hearing in await self._ahead(tx, scope) if hearing.roster.of(person_id)]

    async def to_settle(self, tx: Tx, scope: Scope) -> Sequence[Hearing]:
        """Those that still need people."""
        return [hearing for hearing in await self._ahead(tx, scope) if hearing.urgent]

    async def _ahead(self, tx: Tx, scope: Scope) -> list[Hearing]:
        wanted = Filter(days=scope.days, place_ids=tuple(scope.place_ids))
        found = await self._reading.ahead(tx, scope.team_id, wanted, zone=scope.zone)
        return [one for one in found if _passes(one, scope)]


def _passes(hearing: Hearing, scope: Scope) -> bool:
    """A language is asked for as people write it: `Spanish` finds `Spanish, Mam`."""
    needed = hearing.languages.casefold()
    speaks = not scope.languages or any(language.casefold() in needed for language in scope.languages)
    return speaks and (not scope.kinds or hearing.kind in scope.kinds)
