"""Digests in Slack: setting one, looking at it before it comes, and drawing the daily message."""

from chatbot.kit.i18n import _
from handlers.slack.digests import listeners
from handlers.slack.door import Door


def register(door: Door) -> None:
    door.command("/digest", listeners.digest_asked)
    door.action("digests.set", listeners.set_pressed)
    door.action("digests.preview", listeners.preview_pressed)
    door.action("digests.stop", listeners.stop_pressed)
    door.form("digests.set_form", listeners.set_submitted)
    door.drawing("digests.daily", listeners.daily_drawn, called=_("the daily digest"))
