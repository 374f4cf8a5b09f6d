"""The forms about stays, as they come from a door: every value is a string or missing."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from chatbot.kit.forms import wrong
from chatbot.kit.i18n import _
from chatbot.rooms.forms import TOWN, Line, Note, Sealed
from chatbot.rooms.model import Feature, Nights
from chatbot.rooms.rules import MOST_BEDS
from chatbot.rooms.stays.model import StayDraft

WORDS = 1000


def _some(text: str) -> str:
    if not text:
        raise wrong(_("Please give an alias or initials, never a full name."))
    return text


def _written(text: str) -> str:
    if not text:
        raise wrong(_("Please fill this in."))
    return text


Words = Annotated[Annotated[str, StringConstraints(strip_whitespace=True, max_length=WORDS)], AfterValidator(_written)]


class StayForm(BaseModel):
    """What a coordinator typed, read and found to make sense by itself."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    alias: Annotated[Annotated[str, StringConstraints(strip_whitespace=True, max_length=40)], AfterValidator(_some)]
    town: Annotated[str, StringConstraints(strip_whitespace=True, max_length=TOWN)] = ""
    adults: Annotated[int, Field(ge=1, le=MOST_BEDS)]
    children: Annotated[int, Field(ge=0, le=MOST_BEDS)] = 0
    first: date
    until: date
    needs: tuple[Feature, ...] = ()
    languages: Line = ""
    note: Note = ""
    contact: Sealed = ""

    def draft(self) -> StayDraft:
        return StayDraft(
            alias=self.alias,
            town=self.town,
            adults=self.adults,
            children=self.children,
            nights=Nights(first=self.first, until=self.until),
            needs=frozenset(self.needs),
            languages=self.languages,
            note=self.note,
            contact=self.contact,
        )


class LongerForm(BaseModel):
    """The later day on which they would leave."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    until: date


class EndForm(BaseModel):
    """The earlier day on which they leave, and whether they need another room from then on."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    day: date
    onward: tuple[str, ...] = ()


class WordsForm(BaseModel):
    """Something written to few eyes."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    words: Words
