"""What is forgotten of calendars: what they were told goes ninety days after the day, by an entry of its own."""

from chatbot.calendars.store import calendar_entries, calendar_feeds
from chatbot.kit.i18n import Text, _, n_
from chatbot.kit.retention import About, Erased, Part


def _feed(_count: int) -> Text:
    return _("a calendar of your own, under a secret address")


def _entries(count: int) -> Text:
    return n_("{count} entry in it", "{count} entries in it", count)


CALENDARS = Part(
    room="calendars",
    title=_("Your calendar"),
    about=(
        About(column=calendar_feeds.c.person_id, told=_feed, erased=Erased.ROWS, shown=(calendar_feeds.c.made_at,)),
        About(
            column=calendar_entries.c.person_id,
            told=_entries,
            erased=Erased.ROWS,
            shown=(calendar_entries.c.code, calendar_entries.c.day, calendar_entries.c.place),
        ),
    ),
)
