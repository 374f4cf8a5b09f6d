"""What coordinators and admins see of messages that did not simply arrive. It names no detail about anyone."""

from collections.abc import Mapping, Sequence
from zoneinfo import ZoneInfo

from chatbot.kit.i18n import Text, _, n_, value
from chatbot.undelivered.messages import explained, outcome
from chatbot.undelivered.model import Answer, Parked
from handlers.slack import blocks
from handlers.slack.blocks import Block
from handlers.slack.press import Message, Say
from handlers.slack.replies import said
from handlers.slack.speech import Mrkdwn, Speech, bold, inert, joined, lines

MOST = 5
"""Questions on a Home."""

Names = Mapping[str, Text]
"""What each sort of message is called, by its view."""


def question(letter: Parked, names: Names, speech: Speech, *, zone: ZoneInfo) -> Message:
    """Did it arrive? Only somebody who looks can know."""
    asked = _("I do not know whether this message arrived: the connection broke while I sent it.")
    look = _("Please look there, or ask the person it was for. It is not sent again by itself.")
    return Message(
        text=speech.plain(_("Did a message arrive?")),
        blocks=(
            blocks.section(lines(speech.md(asked), _which(letter, names, speech, zone))),
            blocks.section(speech.md(look)),
            _buttons(letter, speech),
        ),
    )


def set_aside(letter: Parked, count: int, names: Names, speech: Speech, *, zone: ZoneInfo) -> Message:
    """Messages that will not arrive, and what can be done about it. `letter` is the first of them."""
    failed = n_(
        "{count} message could not be delivered and was set aside.",
        "{count} messages could not be delivered and were set aside. This is the first:",
        count,
    )
    return Message(
        text=speech.plain(_("A message could not be delivered.")),
        blocks=(
            blocks.section(lines(speech.md(failed), _which(letter, names, speech, zone))),
            blocks.section(speech.md(explained(letter))),
            blocks.context(speech.md(_("Everything else goes out as usual."))),
        ),
    )


def home_part(parked: Sequence[Parked], names: Names, speech: Speech, *, zone: ZoneInfo) -> list[Block]:
    """The open questions, oldest first."""
    if not parked:
        return []
    found = [blocks.section(bold(speech.md(_("Did these messages arrive?"))))]
    for letter in parked[:MOST]:
        found += [blocks.section(_which(letter, names, speech, zone)), _buttons(letter, speech)]
    return found


def answer(found: Answer, speech: Speech) -> Say:
    """For whoever pressed."""
    return said(speech, outcome(found))


def _which(letter: Parked, names: Names, speech: Speech, zone: ZoneInfo) -> Mrkdwn:
    called = names.get(letter.view) or _("a message ({view})", view=letter.view)
    where = Mrkdwn(f"<#{inert(letter.channel)}>") if letter.channel else inert(letter.to or "")
    return joined(bold(speech.md(called)), where or None, speech.md(value(letter.since.astimezone(zone))))


def _buttons(letter: Parked, speech: Speech) -> Block:
    about = f"{letter.id}:{letter.attempts}"
    return blocks.actions(
        blocks.button(speech.plain(_("It is there")), "undelivered.there", about),
        blocks.button(speech.plain(_("Send again")), "undelivered.again", about),
    )
