"""What somebody wants to see: a period, and perhaps a cluster."""

from dataclasses import dataclass

from chatbot.impact.model import Period
from chatbot.kit.ids import parse_code

_WORDS = {
    "": Period.MONTH,
    "month": Period.MONTH,
    "this month": Period.MONTH,
    "last month": Period.LAST_MONTH,
    "year": Period.YEAR,
    "this year": Period.YEAR,
    "all": Period.ALL,
    "all time": Period.ALL,
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """A button carries it as its value. `cluster` is a code, empty for the whole network."""

    period: Period
    cluster: str = ""

    @classmethod
    def typed(cls, words: str) -> "Asked | None":
        """What the words behind the command mean: `year`, `C101`, `all C101`; None when they mean nothing."""
        *before, last = words.split() or [""]
        code = parse_code(last) or ""
        period = _WORDS.get(" ".join(before) if code else words)
        if code and not before:
            period = Period.YEAR
        return None if period is None else cls(period=period, cluster=code)

    @classmethod
    def read(cls, value: str) -> "Asked":
        """What a button carried; anything that is none counts as this month of everything."""
        period, _space, cluster = value.partition(" ")
        known = Period(period) if period in set(Period) else Period.MONTH
        return cls(period=known, cluster=parse_code(cluster) or "")

    @property
    def value(self) -> str:
        return f"{self.period} {self.cluster}".strip()
