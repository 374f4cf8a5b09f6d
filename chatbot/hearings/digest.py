"""What hearings add to a digest."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from chatbot.hearings.model import Filter, Hearing
from chatbot.hearings.reading import Reading
from chatbot.kit.database import Tx


class HearingsSection:
    """The hearings of the next days."""

    name = "hearings"

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    async def items(self, tx: Tx, *, team_id: str, days: int, zone: ZoneInfo) -> Sequence[Hearing]:
        """The hearings from today on for so many days, `zone` saying what today is, in the order they happen."""
        return await self._reading.ahead(tx, team_id, Filter(days=days), zone=zone)
