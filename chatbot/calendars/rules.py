"""What is told to calendars, decided from what they were told before. Pure."""

from dataclasses import dataclass

from chatbot.calendars.model import Facts
from chatbot.signups.occasions import Occasion


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """What calendars were told last."""

    sequence: int
    cancelled: bool
    facts: Facts


def comes(occasion: Occasion, person_id: int) -> bool:
    """Whether they hold a seat in something that stands. Waiting in line is no appointment."""
    mine = occasion.roster.of(person_id)
    return mine is not None and not mine.waiting and not occasion.cancelled


def next_told(before: Told | None, facts: Facts | None) -> Told | None:
    """What to tell calendars now; None when they know. `facts` are None when it is not theirs, or has no day."""
    if facts is None:
        if before is None or before.cancelled:
            return None
        return Told(sequence=before.sequence + 1, cancelled=True, facts=before.facts)
    if before is None:
        return Told(sequence=0, cancelled=False, facts=facts)
    if before.cancelled or before.facts != facts:
        return Told(sequence=before.sequence + 1, cancelled=False, facts=facts)
    return None
