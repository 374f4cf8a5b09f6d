"""What was achieved in some months."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from chatbot.kit.figures import Figure


class Period(StrEnum):
    MONTH = "month"
    LAST_MONTH = "last_month"
    YEAR = "year"
    ALL = "all"


Month = Mapping[Figure, int]
"""The figures of one month; one that is not there is zero."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Impact:
    """The figures of a period, in whole months from the earliest in which there is anything.

    `cluster` is the name of the cluster whose families it is about, empty for the whole network.
    """

    period: Period
    cluster: str
    months: tuple[tuple[date, Month], ...]

    @property
    def totals(self) -> Month:
        """Sums over the months. Volunteers are different people in one month: the most there were in any."""
        sums = {figure: sum(month.get(figure, 0) for _first, month in self.months) for figure in Figure}
        sums[Figure.VOLUNTEERS] = max((month.get(Figure.VOLUNTEERS, 0) for _first, month in self.months), default=0)
        return sums

    @property
    def is_empty(self) -> bool:
        return not any(self.totals.values())


@dataclass(frozen=True, kw_only=True, slots=True)
class Followed:
    """A channel to which the figures of each month are posted once the month is over."""

    team_id: str
    channel: str
    since: date
