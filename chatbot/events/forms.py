"""The form of an event, as it comes from a door: every value is a string or missing."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from chatbot.events.model import Draft, Facts, Hours, Plan, Reach, Repeats
from chatbot.events.recurrence import ending, read_rule, rule_for
from chatbot.events.refusals import EndsBeforeItStarts, RuleNotUnderstood
from chatbot.kit.dates import day_of
from chatbot.kit.forms import Hour, read, wrong
from chatbot.kit.guard import Exposure
from chatbot.kit.i18n import _
from chatbot.kit.private import refuse_private
from chatbot.kit.refusal import Invalid

MOST = 2000
"""More people than this need no list any more."""

TITLE, HOST, SPOT, LINK, RULE = 80, 80, 120, 400, 200

_WEB = re.compile(r"https://[^\s<>|\"]{4,390}")


def _days(text: object) -> object:
    """Days, a line each or between commas, as people write them."""
    if not isinstance(text, str):
        return text
    found: list[date] = []
    for line in (part for part in re.split(r"[\n;,]+", text) if part.strip()):
        day = day_of(line)
        if day is None:
            raise wrong(_("I do not understand “{day}”. Write days as 2026-03-14 or 3/14/2026.", day=line.strip()[:40]))
        found.append(day)
    return frozenset(found)


class EventForm(BaseModel):
    """What was typed, read and found to make sense by itself."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    title: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=TITLE)]
    host: Annotated[str, StringConstraints(strip_whitespace=True, max_length=HOST)] = ""
    place: int | None = None
    spot: Annotated[str, StringConstraints(strip_whitespace=True, max_length=SPOT)] = ""
    day: date
    start: Hour
    end: Hour | None = None
    link: Annotated[str, StringConstraints(strip_whitespace=True, max_length=LINK)] = ""
    closed: bool = False
    limit: Annotated[int, Field(ge=1, le=MOST)] | None = None
    languages: Annotated[str, StringConstraints(strip_whitespace=True, max_length=120)] = ""
    note: Annotated[str, StringConstraints(strip_whitespace=True, max_length=3000)] = ""
    repeats: Repeats = Repeats.ONCE
    rule: Annotated[str, StringConstraints(strip_whitespace=True, max_length=RULE)] = ""
    until: date | None = None
    except_on: Annotated[frozenset[date], BeforeValidator(_days)] = frozenset()
    reach: Reach = Reach.THIS

    def draft(self, zone: ZoneInfo, *, area: str) -> Draft:
        """The event to write down. Raises `EndsBeforeItStarts` and `RuleNotUnderstood`."""
        if self.end is not None and self.end <= self.start:
            raise EndsBeforeItStarts
        return Draft(
            facts=Facts(
                title=self.title,
                host=self.host,
                spot=self.spot,
                place_id=self.place,
                area=area,
                zone=zone,
                languages=self.languages,
                note=self.note,
                page="" if self.closed else self.link,
                limit=self.limit,
            ),
            day=self.day,
            hours=Hours(start=self.start, end=self.end),
            plan=self._plan(),
            reach=self.reach,
            link=self.link if self.closed else "",
        )

    def _plan(self) -> Plan | None:
        if self.repeats is Repeats.ONCE:
            return None
        rule = read_rule(self.rule) if self.repeats is Repeats.RULE else rule_for(self.repeats, self.day)
        if rule is None:
            raise RuleNotUnderstood
        return Plan(rule=ending(rule, self.until) if self.until else rule, first=self.day, except_on=self.except_on)


def guarded(typed: Mapping[str, object]) -> EventForm:
    """The form, read, and nothing in it that must not be stored or shown there. Raises `Invalid`.

    What opens only for those who come may be any text, an address too; what everyone reads must be a web address.
    """
    form = read(EventForm, typed)
    public = {name: getattr(form, name) for name in ("title", "host", "spot", "languages", "note")}
    refuse_private(public if form.closed else {**public, "link": form.link}, Exposure.PUBLIC)
    refuse_private({"link": form.link}, Exposure.PRIVATE)
    if form.link and not form.closed and not _WEB.fullmatch(form.link):
        raise Invalid({"link": _("Write an address that begins with https://, or tick that it is for those who come.")})
    return form
