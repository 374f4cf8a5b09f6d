"""The form in which someone reports back."""

from chatbot.hearings.model import Ending, Hearing, Report
from chatbot.hearings.reporting.forms import NOTE
from chatbot.hearings.reporting.messages import ending_name
from chatbot.kit.i18n import _
from handlers.slack import blocks
from handlers.slack.blocks import Block, Choice
from handlers.slack.hearings import parts
from handlers.slack.speech import Speech, bold


def report(hearing: Hearing, known: Report | None, speech: Speech) -> Block:
    """Filled with what was reported before, when it is corrected."""
    say = speech.plain
    choices = [Choice(label=say(ending_name(ending)), value=ending) for ending in Ending]
    corrects = _("{name} has reported already. You can correct it.", name=known.by) if known else None
    return blocks.modal(
        say(_("Report on {code}", code=hearing.code)),
        [
            *([blocks.context(speech.md(corrects))] if corrects else []),
            blocks.section(parts.title(hearing, speech)),
            blocks.field(
                "ending",
                say(_("How did it go?")),
                blocks.select("ending", choices, chosen=known.ending if known else None),
                hint=say(_("“Someone was detained” alerts the response team at once.")),
                optional=False,
            ),
            blocks.section(bold(speech.md(_("Next date, if one was given")))),
            *parts.when_inputs(None, speech, with_end=False),
            blocks.field(
                "note",
                say(_("Note")),
                blocks.text_input(initial=known.note if known else "", multiline=True, longest=NOTE),
                hint=say(_("Only those who came and coordinators can read this.")),
            ),
        ],
        close=say(_("Back")),
        submit=say(_("Report")),
        callback_id="hearings.report_form",
        metadata=hearing.code,
    )
