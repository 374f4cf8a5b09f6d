"""The alarm: what the response team sees, and what is said around it. It holds the code and nothing else."""

from chatbot.hearings.detention.messages import task_name
from chatbot.hearings.detention.model import Alarm, Line, Raised
from chatbot.kit.i18n import Text, _
from handlers.slack import blocks, replies
from handlers.slack.blocks import Block, Element
from handlers.slack.press import Message, Say
from handlers.slack.speech import Mrkdwn, Speech, bold, inert, joined, lines, quoted


def raised(alarm: Alarm, speech: Speech) -> Message:
    """In the channel of the response team; it follows what is taken and done."""
    return Message(text=speech.plain(_("Someone was detained.")), blocks=tuple(_blocks(alarm, speech)))


def checklist(alarm: Alarm, speech: Speech) -> Block:
    """The same in a modal."""
    return blocks.modal(
        speech.plain(_("Alarm about {code}", code=alarm.code)),
        _blocks(alarm, speech),
        close=speech.plain(_("Close")),
        metadata=str(alarm.id),
    )


def _blocks(alarm: Alarm, speech: Speech) -> list[Block]:
    if not alarm.stands:
        return list(undone(alarm, speech).blocks)
    raised_by = _("Told by {name}, {moment}.", name=alarm.raised_by_name, moment=alarm.raised_at)
    return [
        blocks.section(lines(_heading(alarm, speech), speech.md(raised_by))),
        *(block for line in alarm.lines for block in _line(alarm, line, speech)),
        blocks.divider(),
        blocks.actions(
            blocks.button(speech.plain(_("Details")), "hearings.details", alarm.code), _undo_button(alarm, speech)
        ),
        blocks.context(
            speech.md(_("ICE's own search for people it holds: locate.ice.gov. Legal questions are for the attorney."))
        ),
    ]


def _heading(alarm: Alarm, speech: Speech) -> Mrkdwn:
    said = bold(speech.md(_("Someone was detained at {code}.", code=alarm.code)))
    return Mrkdwn(f":rotating_light: {said}")


def _line(alarm: Alarm, line: Line, speech: Speech) -> list[Block]:
    """What it is and who does it, with what can be pressed."""
    what = speech.md(task_name(line.task))
    name = inert(line.name)
    if line.done_at is not None:
        return [blocks.section(joined(Mrkdwn(f":white_check_mark: {what}"), name))]
    if line.taken_by is None:
        return [
            blocks.section(
                Mrkdwn(f":white_large_square: {what}"),
                accessory=_button(_("I do this"), "alarms.take", alarm, line, speech),
            )
        ]
    return [
        blocks.section(joined(Mrkdwn(f":hourglass_flowing_sand: {what}"), name)),
        blocks.actions(
            _button(_("Done"), "alarms.done", alarm, line, speech),
            _button(_("Hand back"), "alarms.hand_back", alarm, line, speech),
        ),
    ]


def _button(label: Text, action: str, alarm: Alarm, line: Line, speech: Speech) -> Element:
    return blocks.button(speech.plain(label), action, f"{alarm.id} {line.task}")


def _undo_button(alarm: Alarm, speech: Speech) -> Element:
    return blocks.button(speech.plain(_("False alarm")), "alarms.undo", str(alarm.id))


def unheard(alarm: Alarm, speech: Speech) -> Message:
    """To each coordinator, where the response team has no channel."""
    said = _("No channel of the response team is set, so I tell you directly. Please see to the list.")
    return Message(
        text=speech.plain(_("Someone was detained.")),
        blocks=(
            blocks.section(
                lines(
                    Mrkdwn(
                        ":rotating_light: " + bold(speech.md(_("Someone was detained at {code}.", code=alarm.code)))
                    ),
                    speech.md(said),
                )
            ),
            blocks.actions(
                blocks.button(speech.plain(_("Open the list")), "alarms.open", str(alarm.id), style="primary")
            ),
        ),
    )


def undone(alarm: Alarm, speech: Speech) -> Message:
    """That it was taken back, why, and by whom."""
    return Message(
        text=speech.plain(_("An alarm was taken back.")),
        blocks=(
            blocks.section(
                lines(
                    bold(speech.md(_("False alarm: nobody was detained at {code}.", code=alarm.code))),
                    quoted(alarm.undone_because),
                    speech.md(_("Taken back by {name}.", name=alarm.undone_by_name)),
                )
            ),
        ),
    )


def answer(pressed: Raised, speech: Speech) -> Say:
    """What whoever pressed reads."""
    alarm = pressed.alarm
    if not pressed.is_new:
        said = _("The alarm about {code} was raised before, by {name}.", code=alarm.code, name=alarm.raised_by_name)
    elif alarm.heard:
        said = _("The response team knows. Stay with the others if you can, and wait for their call.")
    else:
        said = _("No channel of the response team is set. I told the coordinators directly: please call one now.")
    return replies.said(speech, said, blocks.actions(_undo_button(alarm, speech)), title=alarm.code)


def undo_form(alarm: Alarm, speech: Speech) -> Block:
    say = speech.plain
    return blocks.modal(
        say(_("False alarm?")),
        [
            blocks.section(
                speech.md(_("The response team is told that nobody was detained at {code}.", code=alarm.code))
            ),
            blocks.field(
                "reason",
                say(_("Why?")),
                blocks.text_input(longest=200),
                hint=say(_("The response team reads this. That there was an alarm stays on record.")),
                optional=False,
            ),
        ],
        close=say(_("Back")),
        submit=say(_("Take it back")),
        callback_id="alarms.undo_form",
        metadata=str(alarm.id),
    )


def undone_answer(alarm: Alarm, speech: Speech) -> Say:
    return replies.said(speech, _("The alarm about {code} is taken back.", code=alarm.code), title=alarm.code)
