"""The forms about rooms that are offered, as they come from a door: every value is a string or missing."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from chatbot.kit.forms import wrong
from chatbot.kit.i18n import _
from chatbot.rooms.model import Feature, Home, Length, Nights, OfferDraft
from chatbot.rooms.rules import MOST_BEDS

TOWN = 60


def _some(text: str) -> str:
    if not text:
        raise wrong(_("Please fill this in."))
    return text


Town = Annotated[Annotated[str, StringConstraints(strip_whitespace=True, max_length=TOWN)], AfterValidator(_some)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=120)]
Note = Annotated[str, StringConstraints(strip_whitespace=True, max_length=600)]
Sealed = Annotated[str, StringConstraints(strip_whitespace=True, max_length=600)]


class OfferForm(BaseModel):
    """What a host typed, read and found to make sense by itself."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    town: Town
    beds: Annotated[int, Field(ge=1, le=MOST_BEDS)]
    first: date
    until: date | None = None
    lengths: Annotated[tuple[Length, ...], Field(min_length=1)]
    features: tuple[Feature, ...] = ()
    languages: Line = ""
    note: Note = ""
    address: Annotated[Sealed, AfterValidator(_some)]
    phone: Annotated[Sealed, AfterValidator(_some)]
    arrival: Sealed = ""

    def draft(self) -> OfferDraft:
        return OfferDraft(
            town=self.town,
            beds=self.beds,
            nights=Nights(first=self.first, until=self.until),
            lengths=frozenset(self.lengths),
            features=frozenset(self.features),
            languages=self.languages,
            note=self.note,
            home=Home(address=self.address, phone=self.phone, arrival=self.arrival),
        )


class ClosedForm(BaseModel):
    """Nights on which nobody can come."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    first: date
    until: date

    def nights(self) -> Nights:
        return Nights(first=self.first, until=self.until)
