"""What is kept about one person, as they see it."""

from dataclasses import dataclass, field

from chatbot.kit.i18n import Text
from chatbot.kit.personal import Kept
from chatbot.people.model import Person


@dataclass(frozen=True, kw_only=True, slots=True)
class Shown:
    """What every room keeps about someone, how long, and why they cannot be erased just now, if they cannot."""

    person: Person = field(repr=False)
    rooms: tuple[Kept, ...]
    private_days: int
    record_months: int
    reason_to_stay: Text | None
    on_hold: bool
