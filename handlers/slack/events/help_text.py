"""What `/events help` says."""

from chatbot.kit.i18n import _
from handlers.slack import blocks
from handlers.slack.press import Message, Say
from handlers.slack.speech import Mrkdwn, Speech, bold, lines


def shown(speech: Speech, *, coordinates: bool) -> Say:
    """The words with a meaning each."""
    entries = [
        ("/events", _("what is coming up; a series with its next date")),
        ("/events today", _("only today")),
        ("/events week", _("the next seven days")),
        ("/events mine", _("what you come to")),
        ("/events lynn", _("by a place, a host or a title")),
        ("/events E101", _("one event by its code")),
    ]
    if coordinates:
        entries.append(("/events add", _("add an event or a series")))
    listed = lines(*(Mrkdwn(f"`{command}` {speech.md(meaning)}") for command, meaning in entries))
    return Say(
        message=Message(
            text=speech.plain(_("How to use /events")),
            blocks=(blocks.section(bold(speech.md(_("What you can type")))), blocks.section(listed)),
        )
    )
