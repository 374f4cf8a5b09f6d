"""The pieces that words about seats are put together from, whatever the seats are in."""

from chatbot.kit.i18n import Text, _
from chatbot.signups.messages import when_text
from chatbot.signups.model import SeatRole, Signup
from chatbot.signups.occasions import Occasion
from handlers.slack import blocks
from handlers.slack.blocks import Block, Element
from handlers.slack.press import Message
from handlers.slack.speech import Mrkdwn, Speech, bold, inert, joined, lines


def title(occasion: Occasion, speech: Speech) -> Mrkdwn:
    """`H204 · ICE check-in · M.R.`"""
    alias = bold(inert(occasion.alias)) if occasion.alias else None
    return joined(bold(inert(occasion.code)), speech.md(occasion.what), alias)


def when_and_where(occasion: Occasion, speech: Speech) -> Mrkdwn:
    return joined(speech.md(when_text(occasion.when)), inert(occasion.spot) if occasion.spot else None)


def told(sentence: Text, occasion: Occasion, speech: Speech) -> Mrkdwn:
    """What happened, and under it when and where."""
    return lines(speech.md(sentence), when_and_where(occasion, speech))


def message(
    notification: Text, sentence: Text, occasion: Occasion, speech: Speech, *buttons: Element | None
) -> Message:
    """A word to one person: a sentence, when and where, and what they can do."""
    found: tuple[Block, ...] = (blocks.section(told(sentence, occasion, speech)),)
    return Message(text=speech.plain(notification), blocks=(*found, blocks.actions(*buttons)) if buttons else found)


def claim_button(occasion: Occasion, speech: Speech, role: SeatRole) -> Element:
    return blocks.button(speech.plain(_("Claim")), "signups.claim", f"{occasion.code} {role}", style="primary")


def release_button(occasion: Occasion, speech: Speech, mine: Signup | None = None) -> Element:
    """Asks once more, unless it only gives up a place in line."""
    waits = mine is not None and mine.waiting
    return blocks.button(
        speech.plain(_("Release")),
        "signups.release",
        occasion.code,
        confirm=None if waits else release_question(occasion.code, speech),
    )


def release_question(code: str, speech: Speech) -> blocks.Confirm:
    return blocks.Confirm(
        title=speech.plain(_("Release your seat?")),
        text=speech.plain(_("Your seat in {code} goes back to the others.", code=code)),
        yes=speech.plain(_("Release")),
        no=speech.plain(_("Keep")),
    )


def details_button(occasion: Occasion, speech: Speech) -> Element:
    """Opens the details in the room of the capability it belongs to."""
    return blocks.button(speech.plain(_("Details")), f"{occasion.kind}s.details", occasion.code)


def accept_button(code: str, speech: Speech) -> Element:
    return blocks.button(speech.plain(_("Accept")), "signups.accept", code, style="primary")


def pass_button(code: str, speech: Speech) -> Element:
    return blocks.button(speech.plain(_("Pass")), "signups.pass", code)


def confirm_button(code: str, speech: Speech) -> Element:
    return blocks.button(speech.plain(_("Confirm")), "signups.confirm", code, style="primary")


def cover_button(code: str, speech: Speech) -> Element:
    return blocks.button(speech.plain(_("Find cover")), "signups.cover", code)


def people_button(code: str, speech: Speech) -> Element:
    """For leads and coordinators."""
    return blocks.button(speech.plain(_("Who comes")), "signups.people", code)


def cover_buttons(cover_id: int, occasion: Occasion, speech: Speech) -> list[Element]:
    """What someone can answer who was asked to step in."""
    return [
        blocks.button(speech.plain(_("I can come")), "signups.take_cover", str(cover_id), style="primary"),
        blocks.button(speech.plain(_("I cannot")), "signups.decline_cover", str(cover_id)),
        details_button(occasion, speech),
    ]
