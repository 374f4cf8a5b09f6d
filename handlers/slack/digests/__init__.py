"""Digests in Slack: setting them, looking at one before it comes, and drawing the daily messages."""

from chatbot.kit.i18n import _
from handlers.slack.digests.listeners import ChannelDigests
from handlers.slack.digests.words import WordsOfTheClock
from handlers.slack.door import Door


def register(door: Door) -> None:
    channels = ChannelDigests(door.registered)
    door.command("/digest", channels.digest_asked)
    door.action("digests.set", channels.set_pressed)
    door.form("digests.set_form", channels.set_submitted)
    door.action("digests.preview", channels.preview_pressed)
    door.action("digests.pause", channels.pause_pressed)
    door.action("digests.resume", channels.resume_pressed)
    door.action("digests.stop", channels.stop_pressed)
    door.drawing("digests.daily", channels.daily_drawn, called=_("the daily digest"))
    words = WordsOfTheClock(door.registered)
    door.drawing("digests.personal", words.personal_drawn, called=_("personal digest"))
    door.drawing("digests.weekly", words.weekly_drawn, called=_("weekly report"))
    door.drawing("digests.closed", words.closed_drawn, called=_("word that a digest cannot be posted"))
