"""The form in which a verifier says what the court or the attorney says."""

from datetime import date

from pydantic import BaseModel, ConfigDict

from chatbot.hearings.forms import when_at
from chatbot.hearings.model import How
from chatbot.kit.forms import Hour
from chatbot.places.model import Place
from chatbot.signups.occasions import When


class FoundForm(BaseModel):
    """The day and hour as they were found out, and where."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    how: How
    day: date
    start: Hour | None = None
    end: Hour | None = None

    def when(self, place: Place) -> When:
        """As the clocks show it at the place. Raises `EndsBeforeItStarts`."""
        return when_at(place, day=self.day, start=self.start, end=self.end)
