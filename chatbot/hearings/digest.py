"""What hearings add to digests and to the weekly report."""

from collections.abc import Sequence
from datetime import date

from chatbot.hearings.model import Filter, Hearing, Matter, Why
from chatbot.hearings.moving.service import Moving
from chatbot.hearings.reading import Reading
from chatbot.hearings.reporting.service import Reporting
from chatbot.hearings.verifying.service import Verifying
from chatbot.kit.database import Tx
from chatbot.kit.languages import language_of, languages_in
from chatbot.kit.sections import Scope


class HearingsSection:
    """The hearings of the next days; urgent is what still needs people."""

    name = "hearings"

    def __init__(self, reading: Reading, *, moving: Moving, verifying: Verifying, reporting: Reporting) -> None:
        self._reading = reading
        self._moving = moving
        self._verifying = verifying
        self._reporting = reporting

    async def coming(self, tx: Tx, scope: Scope) -> Sequence[Hearing]:
        """By day, within it by place."""
        found = await self._ahead(tx, scope)
        return sorted(found, key=lambda one: (one.when.day or date.max, one.place.name.casefold()))

    async def mine(self, tx: Tx, scope: Scope, *, person_id: int) -> Sequence[Hearing]:
        """Those where this person holds a seat or waits for one."""
        return [hearing for hearing in await self._ahead(tx, scope) if hearing.roster.of(person_id)]

    async def to_settle(self, tx: Tx, scope: Scope) -> Sequence[Hearing | Matter]:
        """Those that still need people, then dates to check, answers and reports that are missing, and drafts."""
        team = scope.team_id
        needed = [hearing for hearing in await self._ahead(tx, scope) if hearing.urgent]
        matters = [Matter(hearing=one, why=Why.DATE) for one in await self._verifying.due(tx, team)]
        matters += [Matter(hearing=one.hearing, why=Why.ANSWERS) for one in await self._moving.waiting_for(tx, team)]
        matters += [Matter(hearing=one, why=Why.REPORT) for one in await self._reporting.missing(tx, team)]
        matters += [Matter(hearing=one, why=Why.DRAFT) for one in await self._reporting.drafted(tx, team)]
        return [*needed, *(one for one in matters if _lies_in(one.hearing, scope) and _passes(one.hearing, scope))]

    async def _ahead(self, tx: Tx, scope: Scope) -> list[Hearing]:
        wanted = Filter(days=scope.days, place_ids=tuple(scope.place_ids))
        found = await self._reading.ahead(tx, scope.team_id, wanted, zone=scope.zone)
        return [one for one in found if _passes(one, scope)]


def _lies_in(hearing: Hearing, scope: Scope) -> bool:
    return not scope.place_ids or hearing.place.id in scope.place_ids


def _passes(hearing: Hearing, scope: Scope) -> bool:
    """A language is asked for by any of its names: `Kreyòl` finds `Haitian Creole or French`."""
    return _speaks(hearing, scope) and (not scope.kinds or hearing.kind in scope.kinds)


def _speaks(hearing: Hearing, scope: Scope) -> bool:
    needed, line = languages_in(hearing.languages), hearing.languages.casefold()
    wanted = ((language_of(language), language.casefold()) for language in scope.languages)
    return not scope.languages or any(code in needed or word in line for code, word in wanted)
