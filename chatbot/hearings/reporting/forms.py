"""The form in which someone reports back."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

from chatbot.hearings.forms import when_at
from chatbot.hearings.model import Ending
from chatbot.kit.forms import Hour
from chatbot.places.model import Place
from chatbot.signups.occasions import When

NOTE = 1000


class ReportForm(BaseModel):
    """How it went, the next date if one was given, and a note."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    ending: Ending
    day: date | None = None
    start: Hour | None = None
    note: Annotated[str, StringConstraints(strip_whitespace=True, max_length=NOTE)] = ""

    def when(self, place: Place) -> When:
        """The next date, as the clocks show it at the place. Raises `HourWithoutDay`."""
        return when_at(place, day=self.day, start=self.start, end=None)
