"""What people read when a hearing moved or was called off."""

from chatbot.hearings.messages import mode_name
from chatbot.hearings.model import Hearing, Mode
from chatbot.hearings.moving.model import Before, MoveNotice, Unanswered
from chatbot.kit.i18n import _
from chatbot.places.model import Place
from chatbot.signups.messages import when_text
from chatbot.signups.occasions import When
from handlers.slack import blocks
from handlers.slack.blocks import Block
from handlers.slack.hearings import parts
from handlers.slack.press import Message, Say
from handlers.slack.replies import answer
from handlers.slack.speech import Mrkdwn, Speech, bold, inert, joined, lines, quoted


def moved(notice: MoveNotice, speech: Speech) -> Message:
    """To everyone who comes or waits: how it was, how it is now, and whether they keep their seat."""
    hearing, before = notice.hearing, notice.before
    other_day = before.when.day != hearing.when.day
    ask = _("It is on another day now. Can you still come?") if other_day else _("Can you still come?")
    return Message(
        text=speech.plain(_("A hearing you signed up for has changed.")),
        blocks=(
            blocks.section(
                lines(
                    bold(speech.md(_("{code} has changed.", code=hearing.code))),
                    joined(speech.md(_("Before:")), _spot(before.when, before.place, before.mode, speech), by=" "),
                    joined(
                        bold(speech.md(_("Now:"))), _spot(hearing.when, hearing.place, hearing.mode, speech), by=" "
                    ),
                    speech.md(ask),
                )
            ),
            _answers(notice, speech),
        ),
    )


def _spot(when: When, place: Place, mode: Mode, speech: Speech) -> Mrkdwn:
    room = inert(place.room) if place.room else None
    return joined(speech.md(when_text(when)), inert(place.name), room, speech.md(mode_name(mode)))


def _answers(notice: MoveNotice, speech: Speech) -> Block:
    keep = blocks.button(speech.plain(_("Keep")), "hearings.keep", str(notice.id), style="primary")
    return blocks.actions(
        keep if notice.is_newest else None,
        parts.release_button(notice.hearing, speech),
        parts.details_button(notice.hearing, speech),
    )


def kept(hearing: Hearing, speech: Speech) -> Say:
    sentence = _("Thank you. You keep your place in {code}.", code=hearing.code)
    where = joined(speech.md(when_text(hearing.when)), inert(hearing.place.name))
    return answer(speech, blocks.section(lines(speech.md(sentence), where)), title=hearing.code)


def cancelled(hearing: Hearing, before: Before | None, speech: Speech) -> Message:
    """To everyone who would have come, with the time they know it by."""
    when, place = (before.when, before.place) if before else (hearing.when, hearing.place)
    return Message(
        text=speech.plain(_("A hearing you signed up for was cancelled.")),
        blocks=(
            blocks.section(
                lines(
                    speech.md(_("{code} was cancelled. You do not need to come.", code=hearing.code)),
                    joined(speech.md(when_text(when)), inert(place.name)),
                    quoted(hearing.cancelled_because),
                )
            ),
        ),
    )


MOST = 20
"""Hearings in one list: Slack takes fifty blocks."""


def unanswered(found: list[Unanswered], speech: Speech) -> Say:
    """Who has not answered yet, for coordinators."""
    shown: list[Block] = []
    for one in found[:MOST]:
        names = Mrkdwn(", ".join(inert(name) for name in one.names))
        shown += [
            blocks.section(
                lines(
                    parts.title(one.hearing, speech),
                    speech.md(when_text(one.hearing.when)),
                    joined(speech.md(_("No answer yet:")), names, by=" "),
                ),
                accessory=parts.details_button(one.hearing, speech),
            )
        ]
    heading = speech.md(_("These hearings moved, and not everyone has said whether they still come."))
    if not shown:
        heading = speech.md(_("Everyone has answered."))
    return Say(
        message=Message(
            text=speech.plain(_("Who has not answered yet.")), blocks=(blocks.section(bold(heading)), *shown)
        )
    )
