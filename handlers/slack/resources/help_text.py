"""What `/resources help` says."""

from chatbot.kit.i18n import _
from handlers.slack import blocks
from handlers.slack.press import Message, Say
from handlers.slack.speech import Mrkdwn, Speech, bold, lines


def shown(speech: Speech, *, coordinates: bool) -> Say:
    """The words with a meaning each, in any of the four languages."""
    entries = [
        ("/resources", _("organisations and services, by name")),
        ("/resources lawyer portuguese framingham", _("what you need, a language, a place: in any order")),
        ("/resources avoka boston", _("in English, Spanish, Portuguese or Haitian Creole; typos do not matter")),
        ("/resources W101", _("one entry by its code, also to share it in this channel")),
        ("/resources suggest", _("suggest an organisation that is missing")),
    ]
    if coordinates:
        entries += [
            ("/resources add", _("add an organisation or a service")),
            ("/resources check", _("what has to be checked again, and how often")),
            ("/resources suggestions", _("what people suggest")),
            ("/resources archived", _("what was put away")),
            ("/resources samples", _("load the starter list; twice changes nothing")),
            ("/resources import", _("from a spreadsheet")),
            ("/resources export", _("as a table")),
        ]
    listed = lines(*(Mrkdwn(f"`{command}` {speech.md(meaning)}") for command, meaning in entries))
    return Say(
        message=Message(
            text=speech.plain(_("How to use /resources")),
            blocks=(blocks.section(bold(speech.md(_("What you can type")))), blocks.section(listed)),
        )
    )
