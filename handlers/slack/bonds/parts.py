"""The pieces that cards, lists, answers and digests are put together from."""

from chatbot.bonds.messages import purpose_name
from chatbot.bonds.model import Drive, State
from chatbot.kit.i18n import Text, _, n_
from chatbot.kit.money import figures
from handlers.slack import blocks
from handlers.slack.blocks import Block, Element
from handlers.slack.speech import Mrkdwn, Speech, bold, inert, joined, lines

RECEIVED, PLEDGED, MISSING = "▰", "▱", "·"
CELLS = 20

PRESETS = (2_000, 5_000, 10_000, 25_000)
"""Cents: the amounts that have a button of their own."""

NAMED = 12
"""Supporters who stand on a card by name; the others are counted."""


def title(drive: Drive, speech: Speech) -> Mrkdwn:
    """`B101 · Bond · Uncle of J.`"""
    return joined(bold(inert(drive.code)), speech.md(purpose_name(drive.purpose)), bold(inert(drive.alias)))


def bar(drive: Drive) -> Mrkdwn:
    """What was received, what is pledged and what is missing, as signs; the words beside it say the same."""
    received = min(CELLS, drive.received * CELLS // drive.goal)
    promised = min(CELLS, (drive.received + drive.pledged) * CELLS // drive.goal) - received
    return Mrkdwn(RECEIVED * received + PLEDGED * promised + MISSING * (CELLS - received - promised))


def amounts(drive: Drive, speech: Speech) -> Mrkdwn:
    """The bar in words."""
    return joined(
        bold(speech.md(_("{amount} received", amount=drive.received))),
        speech.md(_("{amount} pledged", amount=drive.pledged)) if drive.pledged else None,
        speech.md(
            _("{amount} missing of {goal}", amount=drive.missing, goal=drive.goal)
            if drive.missing
            else _("the goal of {goal} is reached", goal=drive.goal)
        ),
    )


def progress(drive: Drive, speech: Speech) -> Mrkdwn:
    return lines(bar(drive), amounts(drive, speech))


def story(drive: Drive) -> Mrkdwn | None:
    return Mrkdwn(f"> {inert(drive.story)}".replace("\n", "\n> ")) if drive.story else None


def deadline(drive: Drive, speech: Speech) -> Mrkdwn | None:
    if drive.deadline is None or drive.state is not State.RAISING:
        return None
    return Mrkdwn(f":calendar: {speech.md(_('Needed by {day}', day=drive.deadline))}")
