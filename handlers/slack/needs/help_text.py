"""What `/needs help` says."""

from chatbot.kit.i18n import _
from handlers.slack import blocks
from handlers.slack.press import Message, Say
from handlers.slack.speech import Mrkdwn, Speech, bold, lines


def shown(speech: Speech, *, coordinates: bool) -> Say:
    """The words with a meaning each."""
    entries = [
        ("/needs", _("what is asked for, the next day first")),
        ("/needs rides", _("only one kind: rides, letters, supplies, paperwork, bond, interpreter, legal, other")),
        ("/needs open", _("where something is still missing")),
        ("/needs mine", _("what you help with")),
        ("/needs lynn", _("in a town")),
        ("/needs N101", _("one need by its code")),
        ("/needs add", _("ask for help with something")),
    ]
    if coordinates:
        entries.append(("/needs miles", _("for treasurers: miles and tolls as a table")))
    listed = lines(*(Mrkdwn(f"`{command}` {speech.md(meaning)}") for command, meaning in entries))
    return Say(
        message=Message(
            text=speech.plain(_("How to use /needs")),
            blocks=(blocks.section(bold(speech.md(_("What you can type")))), blocks.section(listed)),
        )
    )
