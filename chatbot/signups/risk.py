"""Seats that may stay empty: nobody confirmed them, or whoever holds them looks for somebody else."""

from dataclasses import dataclass
from datetime import date, timedelta

from chatbot.kit.clock import instant, local_date
from chatbot.kit.database import Tx
from chatbot.signups import store, times
from chatbot.signups.cover import store as covers
from chatbot.signups.diary import Diary
from chatbot.signups.model import Signup
from chatbot.signups.occasions import Occasion


@dataclass(frozen=True, kw_only=True, slots=True)
class AtRisk:
    """An occasion with those who were asked and did not confirm, and those who look for cover."""

    occasion: Occasion
    unsure: tuple[Signup, ...]
    seeking: tuple[Signup, ...]

    @property
    def subject(self) -> str:
        return self.occasion.subject

    @property
    def urgent(self) -> bool:
        return True

    @property
    def happens_on(self) -> date | None:
        return self.occasion.when.day


class Risks:
    """Finds them, inside a verb."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    async def of(self, tx: Tx, team_id: str, *, days: int) -> list[AtRisk]:
        """What is at risk from today on for so many days, in the order it happens."""
        today = tx.now.date()
        held = await store.held_between(tx, today - timedelta(days=1), today + timedelta(days=days))
        found = await self._diary.of_subjects(tx, team_id, held.get(team_id, []))
        seekers = {
            (one.subject, one.person_id) for one in await covers.open_of(tx, team_id, [o.subject for o in found])
        }
        risks = [_risk(one, seekers, tx) for one in found if times.stands(one, tx.now)]
        return [one for one in risks if one.unsure or one.seeking]


def _risk(occasion: Occasion, seekers: set[tuple[str, int]], tx: Tx) -> AtRisk:
    seated = occasion.roster.seated
    seeking = tuple(one for one in seated if (occasion.subject, one.person_id) in seekers)
    unsure = tuple(one for one in seated if not times.is_sure(one, occasion.when) and one not in seeking)
    return AtRisk(occasion=occasion, unsure=unsure if _was_asked(occasion, tx) else (), seeking=seeking)


def _was_asked(occasion: Occasion, tx: Tx) -> bool:
    """Whether the hour at which people are asked the day before is over."""
    day = occasion.when.day
    if day is None or local_date(tx.now, occasion.when.zone) < day - timedelta(days=1):
        return False
    return tx.now >= instant(day - timedelta(days=1), times.CONFIRM_AT, occasion.when.zone)
