"""Occasions and signups as values, for tests of rules."""

from datetime import datetime, timedelta
from typing import Any

from chatbot.kit.i18n import value
from chatbot.signups.model import Roster, SeatRole, Seats, Signup
from chatbot.signups.occasions import Occasion, When
from tests.fixtures.database import MONDAY
from tests.fixtures.network import EASTERN


def when(starts_at: datetime, *, hours: float | None = None) -> When:
    """That moment, in Boston; with an end when it lasts so many hours."""
    ends = starts_at + timedelta(hours=hours) if hours is not None else None
    return When(zone=EASTERN, day=starts_at.astimezone(EASTERN).date(), starts_at=starts_at, ends_at=ends)


def signup(person: int, role: SeatRole = SeatRole.COMPANION, **facts: Any) -> Signup:
    return Signup(
        **{
            "person_id": person,
            "name": f"Person {person}",
            "role": role,
            "waiting": False,
            "since": MONDAY,
            **facts,
        }
    )


def occasion(code: str, at: When, *signups: Signup, **facts: Any) -> Occasion:
    """A check-in in Boston for two companions, unless changed."""
    return Occasion(
        **{
            "team_id": "T1",
            "subject": f"hearing:{code[1:]}",
            "code": code,
            "what": value("ICE check-in"),
            "alias": "M.R.",
            "when": at,
            "spot": "Boston Immigration Court",
            "place_id": 1,
            "area": "Greater Boston",
            "languages": "Spanish",
            "channel": "C1",
            "cancelled": False,
            "agreement": 1,
            "keeper": 1,
            "home": EASTERN,
            "command": "/hearings",
            "roster": Roster(seats={SeatRole.COMPANION: Seats(minimum=1, maximum=2)}, signups=signups),
            **facts,
        }
    )
