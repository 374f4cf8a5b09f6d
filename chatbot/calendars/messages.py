"""The words inside calendars."""

from chatbot.calendars.model import Entry
from chatbot.kit.i18n import Text, _


def hint(entry: Entry) -> Text:
    """How to read more, where it is safe to."""
    return _("For details type {command} in Slack.", command=f"/{entry.kind}s {entry.code}")
