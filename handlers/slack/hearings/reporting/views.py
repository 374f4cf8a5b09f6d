"""What people see of reports, and of the hearings that follow from them."""

from chatbot.hearings.model import Hearing, Report
from chatbot.hearings.reporting.messages import ending_name
from chatbot.hearings.reporting.model import Reported
from chatbot.kit.i18n import Text, _
from chatbot.signups.messages import when_text
from chatbot.signups.model import SeatRole
from handlers.slack import blocks
from handlers.slack.blocks import Block
from handlers.slack.hearings import parts
from handlers.slack.press import Message, Say
from handlers.slack.replies import answer
from handlers.slack.speech import Mrkdwn, Speech, bold, inert, joined, lines

MOST = 20
"""Hearings in one list: with their buttons they stay below Slack's fifty blocks."""


def how_was_it(hearings: list[Hearing], speech: Speech) -> Message:
    """To those who came, the lead first."""
    return Message(
        text=speech.plain(_("How did it go? Please report back.")),
        blocks=(
            blocks.section(bold(speech.md(_("How did it go? Please report back.")))),
            *_each(hearings, speech),
            blocks.context(speech.md(_("One choice is enough. If there is a next date, please add it."))),
        ),
    )


def to_report(hearings: list[Hearing], speech: Speech) -> list[Block]:
    return [blocks.section(bold(speech.md(_("To report")))), *_each(hearings, speech)]


def overdue(hearings: list[Hearing], speech: Speech) -> Say:
    """For coordinators."""
    heading = _("Nobody has reported on these yet.") if hearings else _("No report is missing.")
    return Say(
        message=Message(
            text=speech.plain(_("Missing reports.")),
            blocks=(blocks.section(bold(speech.md(heading))), *_each(hearings, speech)),
        )
    )


def _each(hearings: list[Hearing], speech: Speech) -> list[Block]:
    return [blocks.section(_named(one, speech), accessory=parts.report_button(one, speech)) for one in hearings[:MOST]]


def _named(hearing: Hearing, speech: Speech) -> Mrkdwn:
    where = joined(speech.md(when_text(hearing.when)), inert(hearing.place.name))
    return lines(parts.title(hearing, speech), where)


def thanks(reported: Reported, speech: Speech) -> Say:
    """What whoever reported reads."""
    code = reported.hearing.code
    told: list[Text] = [_("Thank you. {code}: {ending}.", code=code, ending=ending_name(reported.report.ending))]
    if reported.next is not None:
        told.append(
            _(
                "{code} is written down for the next time: {when}. A coordinator checks it and posts it.",
                code=reported.next.code,
                when=when_text(reported.next.when),
            )
        )
    if reported.alarmed:
        told.append(_("The response team has been alerted."))
    return answer(speech, *(blocks.section(speech.md(sentence)) for sentence in told), title=code)


def report_lines(report: Report, speech: Speech) -> Mrkdwn:
    """In the open details."""
    next_one = _("Next: {code}", code=report.next_code) if report.next_code else None
    return lines(
        bold(speech.md(_("Reported by {name}", name=report.by))),
        joined(speech.md(ending_name(report.ending)), speech.md(next_one) if next_one else None),
        inert(report.note) if report.note else None,
    )


def drafted(hearing: Hearing, earlier: Hearing, speech: Speech) -> Message:
    """To the coordinator whose hearing it is."""
    said = _("{code} follows {earlier}. Please check it and post it.", code=hearing.code, earlier=earlier.code)
    return Message(
        text=speech.plain(_("A hearing was written down from a report.")),
        blocks=(*_draft(hearing, said, speech),),
    )


def drafts(hearings: list[Hearing], speech: Speech) -> Say:
    heading = _("These wait for you to check and post them.") if hearings else _("No hearing waits to be posted.")
    shown = [block for one in hearings[:MOST] for block in _draft(one, None, speech)]
    return Say(
        message=Message(
            text=speech.plain(_("Hearings to post.")), blocks=(blocks.section(bold(speech.md(heading))), *shown)
        )
    )


def _draft(hearing: Hearing, said: Text | None, speech: Speech) -> list[Block]:
    return [
        blocks.section(lines(speech.md(said) if said else None, _named(hearing, speech))),
        blocks.actions(post_button(hearing, speech), *parts.change_elements(hearing, speech)),
    ]


def post_button(hearing: Hearing, speech: Speech) -> blocks.Element:
    return blocks.button(speech.plain(_("Post it")), "hearings.post", hearing.code, style="primary")


def posted(hearing: Hearing, speech: Speech) -> Say:
    said = _("{code} is posted. Those who came last time are asked first.", code=hearing.code)
    return answer(speech, blocks.section(lines(speech.md(said), _named(hearing, speech))), title=hearing.code)


def come_again(hearing: Hearing, earlier: Hearing, role: SeatRole, speech: Speech) -> Message:
    """To those who came last time, before everyone else."""
    said = _(
        "You came to {earlier}. It goes on as {code}. Would you come again?", earlier=earlier.code, code=hearing.code
    )
    claim = blocks.button(speech.plain(_("Claim")), "signups.claim", f"{hearing.code} {role}", style="primary")
    return Message(
        text=speech.plain(_("A hearing you came to goes on.")),
        blocks=(
            blocks.section(lines(speech.md(said), _named(hearing, speech))),
            blocks.actions(claim, parts.details_button(hearing, speech)),
        ),
    )
