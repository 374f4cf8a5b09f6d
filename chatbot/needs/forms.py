"""The forms of needs, as they come from a door: every value is a string or missing."""

import re
from datetime import date
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from chatbot.kit.clock import instant
from chatbot.kit.forms import Hour, wrong
from chatbot.kit.i18n import _
from chatbot.kit.money import Amount
from chatbot.kit.refusal import Invalid
from chatbot.needs.gifts.rules import MOST
from chatbot.needs.model import GIFTS, ROLE_OF, Draft, Kind, Private, Way
from chatbot.needs.rides.model import Load
from chatbot.signups.model import Seats
from chatbot.signups.occasions import When

MOST_PEOPLE = 20
MOST_ITEMS = 20
"""Lines of a list that people still read to its end."""

Short = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
Alias = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=120)]
Long = Annotated[str, StringConstraints(strip_whitespace=True, max_length=3000)]

_ITEM = re.compile(r"^\s*[-*•]?\s*(?P<count>[0-9]{1,4})\s*(?:x|×)?\s+(?P<name>\S.{0,79}?)\s*$", re.IGNORECASE)


def _items(text: object) -> object:
    """`12 diapers size 4`, a line each, into names and how many."""
    if not isinstance(text, str):
        return text
    found: dict[str, int] = {}
    for number, line in enumerate((line for line in text.splitlines() if line.strip()), 1):
        read = _ITEM.match(line)
        if read is None or not 1 <= int(read["count"]) <= MOST:
            raise wrong(_("Line {number} should be a number and a thing, such as: 12 diapers size 4.", number=number))
        if read["name"] in found:
            raise wrong(_("Line {number} names something that stands there already.", number=number))
        found[read["name"]] = int(read["count"])
    if len(found) > MOST_ITEMS:
        raise wrong(_("Please write at most {most} lines. A second need takes the rest.", most=MOST_ITEMS))
    return found


Items = Annotated[dict[str, int], BeforeValidator(_items)]


class NeedForm(BaseModel):
    """What was typed, read and found to make sense by itself."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    kind: Kind
    title: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]
    alias: Alias
    town: Annotated[str, StringConstraints(strip_whitespace=True, max_length=60)] = ""
    place: int | None = None
    day: date | None = None
    start: Hour | None = None
    way: Way | None = None
    people: Annotated[int, Field(ge=1, le=MOST_PEOPLE)] = 1
    wanted: Annotated[int, Field(ge=1, le=MOST)] | None = None
    items: Items | None = None
    languages: Line = ""
    note: Long = ""
    about: Annotated[str, StringConstraints(strip_whitespace=True, max_length=12)] = ""
    family: Annotated[str, StringConstraints(max_length=12)] | None = None
    address: Long = ""
    contact: Long = ""
    notes: Long = ""

    def draft(self, zone: ZoneInfo, *, area: str, about: str | None) -> Draft:
        """The need to write down; its hour is taken as the clocks show it in `zone`. Raises `Invalid`."""
        if self.start and self.day is None:
            raise Invalid({"day": _("An hour needs a day. Please choose the day as well.")})
        starts_at = instant(self.day, self.start, zone) if self.day and self.start else None
        role = ROLE_OF.get(self.kind)
        return Draft(
            kind=self.kind,
            title=self.title,
            alias=self.alias,
            town=self.town,
            place_id=self.place,
            area=area,
            when=When(zone=zone, day=self.day, starts_at=starts_at),
            way=(self.way or Way.THERE) if self.kind is Kind.RIDE else None,
            languages=self.languages,
            note=self.note,
            about=about,
            seats={role: Seats(minimum=1, maximum=self.people)} if role else {},
            items=self._items(),
            private=Private(address=self.address, contact=self.contact, notes=self.notes),
            family=self.family,
        )

    def _items(self) -> dict[str, int] | None:
        if self.kind not in GIFTS:
            return {}
        if self.kind is Kind.LETTERS:
            return {self.title: self.wanted} if self.wanted else {}
        return self.items or {}


class RiderForm(BaseModel):
    """Someone who needs a ride. `seats` counts everyone, children in child seats too."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    alias: Alias
    town: Short
    seats: Annotated[int, Field(ge=1, le=8)] = 1
    child_seats: Annotated[int, Field(ge=0, le=8)] = 0
    wheelchair: bool = False
    address: Long = ""

    @property
    def load(self) -> Load:
        return Load(seats=self.seats, child_seats=min(self.child_seats, self.seats), wheelchair=self.wheelchair)


class CarForm(BaseModel):
    """What a driver's car holds, the driver not counted."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    seats: Annotated[int, Field(ge=1, le=15)]
    child_seats: Annotated[int, Field(ge=0, le=6)] = 0
    wheelchair: bool = False

    @property
    def load(self) -> Load:
        return Load(seats=self.seats, child_seats=self.child_seats, wheelchair=self.wheelchair)


def _tenths(text: object) -> object:
    """`12` or `12.4` miles, as tenths of a mile."""
    if isinstance(text, str):
        read = re.fullmatch(r"\s*([0-9]{1,4})(?:\.([0-9]))?\s*", text)
        if read is None:
            raise wrong(_("Please write the miles as a number, such as 12 or 12.4."))
        return int(read[1]) * 10 + int(read[2] or 0)
    return text


class TripForm(BaseModel):
    """What a driver writes down afterwards."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    miles: Annotated[int, BeforeValidator(_tenths), Field(ge=0, le=20000)]
    tolls: Amount | None = None
