"""A calendar program, as the common ones behave: it knows events by their UID and believes the higher SEQUENCE."""

from datetime import date, datetime

from icalendar import Calendar, Component


class Client:
    """What somebody sees in it."""

    def __init__(self) -> None:
        self._events: dict[str, Component] = {}
        self.uids: set[str] = set()

    def takes(self, text: str) -> None:
        """A whole feed: what is not in it any more is gone."""
        there = {str(event["UID"]) for event in _events(text)}
        self.opens(text)
        self._events = {uid: event for uid, event in self._events.items() if uid in there}

    def opens(self, text: str) -> dict[str, date | datetime]:
        """A single file: a newer word about an event replaces the older, an older one is ignored."""
        for event in _events(text):
            uid = str(event["UID"])
            known = self._events.get(uid)
            self.uids.add(uid)
            if known is None or _number(event) >= _number(known):
                self._events[uid] = event
        return self.shown()

    def shown(self) -> dict[str, date | datetime]:
        """Each title and when it is."""
        standing = [event for event in self._events.values() if str(event["STATUS"]) != "CANCELLED"]
        return {str(event["SUMMARY"]): event.decoded("DTSTART") for event in standing}

    def sequence(self, title: str) -> int:
        return max(_number(event) for event in self._events.values() if str(event["SUMMARY"]) == title)


def problems(text: str) -> list[str]:
    """Where a file breaks RFC 5545 in ways that calendar programs stumble over."""
    found = []
    if text.replace("\r\n", "").count("\n") or text.replace("\r\n", "").count("\r"):
        found.append("a line that does not end in CR LF")
    if any(len(line.encode()) > 75 for line in text.split("\r\n")):
        found.append("a line of more than 75 octets")
    if not text.endswith("END:VCALENDAR\r\n"):
        found.append("no end")
    calendar = Calendar.from_ical(text)
    found += [f"no {name}" for name in ("VERSION", "PRODID", "METHOD") if name not in calendar]
    for event in _events(text):
        found += [f"an event without {name}" for name in ("UID", "DTSTAMP", "DTSTART", "SEQUENCE") if name not in event]
        if "DTSTAMP" in event and not _as_written(event, "DTSTAMP").endswith("Z"):
            found.append("DTSTAMP not in UTC")
        if calendar.get("METHOD") in ("PUBLISH", "CANCEL") and "ORGANIZER" not in event:
            found.append("no ORGANIZER")
        start = _as_written(event, "DTSTART") if "DTSTART" in event else "Z"
        if "T" in start and not start.endswith("Z"):
            found.append("a time without a zone")
    return found


def _events(text: str) -> list[Component]:
    return list(Calendar.from_ical(text).walk("VEVENT"))


def _number(event: Component) -> int:
    return int(str(event["SEQUENCE"]))


def _as_written(event: Component, name: str) -> str:
    written = event[name].to_ical()
    return written.decode() if isinstance(written, bytes) else str(written)
