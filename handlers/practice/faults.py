"""Misbehaviour on demand: what goes wrong next, and for how many calls."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from random import Random

from handlers.practice.network import JSON

KINDS = (
    "rate_limited",
    "error_before",
    "error_after",
    "reset_before",
    "reset_after",
    "hang",
    "hang_after",
    "late_commit",
    "duplicate",
)
"""
`rate_limited`   429 with Retry-After `seconds`; nothing is done
`error_before`   HTTP 500; nothing is done            `error_after`  done, then HTTP 500
`reset_before`   connection reset; nothing is done    `reset_after`  done, then connection reset
`hang`           nothing is done and no answer comes for `seconds`, then a reset
`hang_after`     done, but no answer comes for `seconds`, then a reset
`late_commit`    connection reset now, done after `seconds`
`duplicate`      the next delivery to the bot arrives twice; `method` is the payload's or event's type, or a command
"""


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One thing that goes wrong `times` times. `method` is a Web API method, or `*` for any."""

    kind: str
    method: str = "*"
    times: int = 1
    seconds: float = 1.0

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"no such fault: {self.kind}")

    def hits(self, method: str) -> bool:
        return self.method in ("*", method)


OF_CALLS = tuple(kind for kind in KINDS if kind != "duplicate")


class Storm:
    """A share of all calls goes wrong, in every way there is. The same seed makes the same weather.

    Waits are up to half a minute, what is done late is done within `latest` seconds.
    """

    def __init__(self, share: float, *, seed: int, latest: float) -> None:
        self._share = share
        self._latest = latest
        self._dice = Random(seed)  # noqa: S311 - weather, no secret

    def strikes(self) -> Fault | None:
        """What goes wrong with this call."""
        if self._dice.random() >= self._share:
            return None
        kind = self._dice.choice(OF_CALLS)
        longest = self._latest if kind == "late_commit" else 30.0
        return Fault(kind=kind, seconds=float(self._dice.randint(1, int(longest))))


class Faults:
    """The switchboard. `on_change` hears of every change, so that the page shows what is set."""

    def __init__(self) -> None:
        self._planned: list[Fault] = []
        self._storm: Storm | None = None
        self.is_out = False
        self.on_change: Callable[[], None] = lambda: None

    def plan(self, kind: str, method: str = "*", *, times: int = 1, seconds: float = 1.0) -> None:
        """The next `times` calls of `method` go wrong this way."""
        self._planned.append(Fault(kind=kind, method=method, times=times, seconds=seconds))
        self.on_change()

    def storm(self, share: float, *, seed: int, latest: float = 60.0) -> None:
        """From now on this share of the calls goes wrong, until `clear`."""
        self._storm = Storm(share, seed=seed, latest=latest)

    def outage(self) -> None:
        """Slack is away: no answers, no connections, no deliveries, until `outage_over`."""
        self.is_out = True
        self.on_change()

    def outage_over(self) -> None:
        self.is_out = False
        self.on_change()

    def clear(self) -> None:
        self._planned.clear()
        self._storm = None
        self.outage_over()

    def next_for_call(self, method: str) -> Fault | None:
        """Uses up one of the planned faults of this Web API method; without one, the weather decides."""
        planned = self._take(method, lambda kind: kind in OF_CALLS)
        return planned or (self._storm.strikes() if self._storm else None)

    def doubles_delivery(self, what: str) -> bool:
        return self._take(what, lambda kind: kind == "duplicate") is not None

    def _take(self, method: str, wanted: Callable[[str], bool]) -> Fault | None:
        for place, fault in enumerate(self._planned):
            if wanted(fault.kind) and fault.hits(method):
                left = replace(fault, times=fault.times - 1)
                self._planned[place : place + 1] = [left] if left.times > 0 else []
                self.on_change()
                return fault
        return None

    def as_json(self) -> JSON:
        return {"planned": [asdict(fault) for fault in self._planned], "outage": self.is_out}

    def set_from(self, raw: JSON) -> None:
        """What the page asks for replaces what was planned."""
        self._planned = [Fault(**each) for each in raw.get("planned", [])]
        self.is_out = bool(raw.get("outage", False))
        self.on_change()
