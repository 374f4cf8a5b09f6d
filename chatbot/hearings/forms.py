"""The form a coordinator fills in, as it comes from a door: every value is a string or missing."""

from collections.abc import Mapping
from datetime import date, time
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from chatbot.hearings.model import Access, Draft, Kind, Mode, Private
from chatbot.hearings.refusals import EndsBeforeItStarts, HourWithoutDay
from chatbot.kit.clock import instant
from chatbot.kit.forms import Hour, read, wrong
from chatbot.kit.guard import Exposure
from chatbot.kit.i18n import _
from chatbot.kit.private import refuse_private
from chatbot.places.model import Place
from chatbot.signups.model import SeatRole, Seats
from chatbot.signups.occasions import When

MOST = 40
"""More than this many companions do not fit into any waiting room; a bigger number is a slip of the finger."""

EXTRA_ROLES = (SeatRole.LEAD, SeatRole.INTERPRETER, SeatRole.DRIVER, SeatRole.OBSERVER)
"""The roles that are asked for one person at a time, by ticking them."""


def seats_input(role: SeatRole) -> str:
    """The input that says how many of the role may come."""
    return "companions" if role is SeatRole.COMPANION else "roles"


Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=120)]
Long = Annotated[str, StringConstraints(strip_whitespace=True, max_length=3000)]
Count = Annotated[int, Field(ge=0, le=MOST)]


def _some(text: str) -> str:
    if not text:
        raise wrong(_("Please give an alias or initials, never a full name."))
    return text


def when_at(place: Place, *, day: date | None, start: time | None, end: time | None) -> When:
    """A day and its hours as the clocks show them at the place. Raises `HourWithoutDay` and `EndsBeforeItStarts`."""
    if start and day is None:
        raise HourWithoutDay
    if end and (start is None or end <= start):
        raise EndsBeforeItStarts
    if day is None or start is None:
        return When(zone=place.zone, day=day)
    return When(
        zone=place.zone,
        day=day,
        starts_at=instant(day, start, place.zone),
        ends_at=instant(day, end, place.zone) if end else None,
    )


class HearingForm(BaseModel):
    """What was typed, read and found to make sense by itself. Rules that need the present time come later."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    kind: Kind
    alias: Annotated[Annotated[str, StringConstraints(strip_whitespace=True, max_length=40)], AfterValidator(_some)]
    place: int
    day: date | None = None
    start: Hour | None = None
    end: Hour | None = None
    mode: Mode = Mode.IN_PERSON
    access: Access = Access.OPEN
    companions: Count
    at_least: Count = 1
    roles: tuple[SeatRole, ...] = ()
    languages: Line = ""
    note: Long = ""
    family: Annotated[str, StringConstraints(max_length=12)] | None = None
    contact: Long = ""
    attorney: Long = ""
    meeting: Long = ""
    notes: Long = ""

    def draft(self, place: Place) -> Draft:
        """The hearing to write down, its hours taken as the clocks show them at the place.

        Raises `HourWithoutDay` and `EndsBeforeItStarts`.
        """
        return Draft(
            kind=self.kind,
            alias=self.alias,
            place_id=place.id,
            when=when_at(place, day=self.day, start=self.start, end=self.end),
            mode=self.mode,
            access=self.access,
            languages=self.languages,
            note=self.note,
            seats=self._seats(),
            private=Private(contact=self.contact, attorney=self.attorney, meeting=self.meeting, notes=self.notes),
            family=self.family,
        )

    def _seats(self) -> dict[SeatRole, Seats]:
        extra = {role: Seats(minimum=1, maximum=1) for role in EXTRA_ROLES if role in self.roles}
        if not self.companions:
            return extra
        companions = Seats(minimum=min(self.at_least, self.companions), maximum=self.companions)
        return {SeatRole.COMPANION: companions, **extra}


def guarded(typed: Mapping[str, object]) -> HearingForm:
    """The form, read, and nothing in it that must not be stored or shown there. Raises `Invalid`."""
    form = read(HearingForm, typed)
    refuse_private({"alias": form.alias, "languages": form.languages, "note": form.note}, Exposure.PUBLIC)
    private = {"contact": form.contact, "attorney": form.attorney, "meeting": form.meeting, "notes": form.notes}
    refuse_private(private, Exposure.PRIVATE)
    return form
