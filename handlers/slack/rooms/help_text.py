"""What `/rooms help` says."""

from chatbot.kit.i18n import _
from handlers.slack import blocks
from handlers.slack.press import Message, Say
from handlers.slack.speech import Mrkdwn, Speech, bold, lines


def shown(speech: Speech, *, coordinates: bool) -> Say:
    """The words with a meaning each; coordinators see theirs too."""
    entries = [
        ("/rooms", _("your rooms and your guests")),
        ("/rooms offer", _("offer a room")),
        ("/rooms R101", _("one of your rooms by its code")),
    ]
    if coordinates:
        entries += [
            ("/rooms free", _("every room that is offered")),
            (
                "/rooms lowell 4 2027-01-11 2027-02-01",
                _("free in a town, for so many people, from a first night until a day"),
            ),
            ("/rooms stays", _("who needs a room, and how far it is")),
            ("/rooms ask", _("write down who needs a room")),
            ("/rooms S101", _("one stay by its code")),
        ]
    listed = lines(*(Mrkdwn(f"`{command}` {speech.md(meaning)}") for command, meaning in entries))
    return Say(
        message=Message(
            text=speech.plain(_("How to use /rooms")),
            blocks=(
                blocks.section(bold(speech.md(_("What you can type")))),
                blocks.section(listed),
                blocks.context(speech.md(_("The night of the last day is never included."))),
            ),
        )
    )
