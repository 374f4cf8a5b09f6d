"""What rooms count for the network's impact."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from chatbot.kit.database import Tx
from chatbot.kit.figures import Count, Figure, Helped, Span
from chatbot.rooms import store
from chatbot.rooms.matches import store as matches
from chatbot.rooms.matches.store import MatchRow
from chatbot.rooms.reading import Reading
from chatbot.rooms.stays.model import subject


class RoomFigures:
    """A night is one night of one stay, however many guests; nights to come do not count."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    async def counts(self, tx: Tx, span: Span) -> Sequence[Count]:
        return [
            Count(figure=Figure.NIGHTS, day=night, amount=1, subject=subject(row.stay_id))
            for row, night in await self._nights(tx, span)
        ]

    async def helped(self, tx: Tx, span: Span) -> Sequence[Helped]:
        nights = await self._nights(tx, span)
        homes = await store.by_ids(tx, span.team_id, {row.offer_id for row, _night in nights})
        return [
            Helped(person_id=homes[row.offer_id].host_id, day=night, subject=subject(row.stay_id))
            for row, night in nights
            if row.offer_id in homes
        ]

    async def _nights(self, tx: Tx, span: Span) -> list[tuple[MatchRow, date]]:
        end = min(span.before, await self._reading.today(tx, span.team_id))
        rows = await matches.took_place(tx, span.team_id, since=span.first, until=end)
        return [(row, night) for row in rows for night in _days(max(row.first_night, span.first), min(row.until, end))]


def _days(first: date, before: date) -> Iterator[date]:
    return (first + timedelta(days=number) for number in range((before - first).days))
