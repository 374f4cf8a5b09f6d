"""Calendars as files (RFC 5545 and 5546). Pure.

Times are in UTC, so no zone has to be described. A day whose hour is unknown is an event of the whole day. Titles are
codes: a calendar lies open on telephones, and often with a company that reads it.
"""

from collections.abc import Callable, Iterable
from datetime import timedelta

from icalendar import Calendar, Event, vCalAddress, vText

from chatbot.calendars.messages import hint
from chatbot.calendars.model import Entry
from chatbot.kit.i18n import Text
from chatbot.signups.times import GRACE

Say = Callable[[Text], str]

PUBLISH, CANCEL = "PUBLISH", "CANCEL"

_MAKER = "-//Alongside//Accompaniment//EN"
_NOBODY = "mailto:nobody@alongside.invalid"
"""Whoever answers an event answers nobody; the standard wants an organizer all the same."""


def written(entries: Iterable[Entry], say: Say, *, method: str = PUBLISH) -> str:
    """The entries as one calendar, its lines folded and ended as the standard wants."""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", _MAKER)
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    calendar.add("x-wr-calname", "Alongside")
    calendar.add("refresh-interval", timedelta(hours=1), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    for entry in entries:
        calendar.add_component(_event(entry, say))
    return str(calendar.to_ical(), "utf-8")


def _event(entry: Entry, say: Say) -> Event:
    facts = entry.facts
    event = Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.sequence)
    event.add("dtstamp", entry.changed_at)
    event.add("last-modified", entry.changed_at)
    event.add("summary", entry.code)
    event.add("description", say(hint(entry)))
    event.add("class", "PRIVATE")
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    if facts.starts_at is None:
        event.add("dtstart", facts.day)
        event.add("dtend", facts.day + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
    else:
        event.add("dtstart", facts.starts_at)
        event.add("dtend", facts.ends_at or facts.starts_at + GRACE)
        event.add("transp", "OPAQUE")
    if facts.where:
        event.add("location", facts.where)
    organizer = vCalAddress(_NOBODY)
    organizer.params["CN"] = vText("Alongside")
    event.add("organizer", organizer)
    return event
