"""When an uncovered hearing is spoken of. Pure: `now` is an argument."""

from datetime import datetime, timedelta

from chatbot.hearings.ladder.model import Gap
from chatbot.hearings.model import Hearing, Kind

RUNGS = (24, 48, 72)
"""Hours before the beginning. Below the last one nothing waits: whoever releases then is replaced at once."""

LATE = timedelta(hours=3)
"""How long a rung that was missed is still climbed in a channel; the next one says the same."""

LATE_TO_ONE = timedelta(hours=12)
"""The same for a word to one person, which may have to wait for the end of their quiet hours."""

AHEAD = timedelta(days=4)
"""How far the clock looks."""


def rung(hearing: Hearing, now: datetime) -> int | None:
    """The rung the hearing has reached; None while it is far, once it has begun, or without an hour."""
    starts = hearing.when.starts_at
    if starts is None or starts <= now:
        return None
    return next((hours for hours in RUNGS if starts - now <= timedelta(hours=hours)), None)


def name(hearing: Hearing, gap: Gap, reached: int) -> str:
    """What happens once. Near the hour every new gap counts, further off every rung; a move begins anew."""
    starts = hearing.when.starts_at
    moment = f"{starts:%Y%m%dT%H%M}" if starts else ""
    return f"{hearing.id}:{moment}:{reached}" + (f":{gap.id}" if reached == RUNGS[0] else "")


def is_due(hearing: Hearing, reached: int, now: datetime, *, late: timedelta) -> bool:
    """Whether it is still time for this rung. The last one is due until the hearing begins."""
    starts = hearing.when.starts_at
    return starts is not None and (reached == RUNGS[0] or now < starts - timedelta(hours=reached) + late)


def watched_as(hearing: Hearing) -> tuple[str, ...]:
    """The names under which someone may watch it."""
    return (hearing.subject, place(hearing.place.id), kind(hearing.kind))


def place(place_id: int) -> str:
    return f"place:{place_id}"


def kind(of: Kind) -> str:
    return f"kind:{of}"
