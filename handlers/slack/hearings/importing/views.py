"""The modals of an import."""

from chatbot.hearings.importing.messages import good_text, problem_text, progress
from chatbot.hearings.importing.model import Findings, Import, State
from chatbot.kit.i18n import _, n_
from chatbot.kit.tables import counted, ignored_text
from handlers.slack import blocks
from handlers.slack.blocks import Block
from handlers.slack.speech import Mrkdwn, Speech, bold, lines

SAMPLES = 3
PROBLEMS = 20


def way_in(begun: Import, speech: Speech, *, page: str | None, last: Import | None) -> Block:
    """Where a file can be chosen, and where a few rows can be pasted. `last` is what they imported before."""
    say = speech.plain
    files = (
        _("Choose a CSV file on a page of mine. It never goes through Slack; the link is good for an hour, for you.")
        if page
        else _("I have no page here on which to choose a file. For long files ask whoever runs me: bot.py import.")
    )
    link = blocks.link(say(_("Choose a file")), "hearings.import_page", page) if page else None
    found = [
        blocks.section(speech.md(files)),
        blocks.actions(link, blocks.button(say(_("Template")), "hearings.import_template")),
        *([blocks.divider(), *_last(last, speech)] if last and last.is_news else []),
        blocks.divider(),
        blocks.field(
            "rows",
            say(_("Or paste a few rows, with the headings")),
            blocks.text_input(multiline=True),
            hint=say(_("About thirty rows fit. I only look at them first; nothing is imported yet.")),
            optional=False,
        ),
    ]
    return blocks.modal(
        say(_("Import hearings")),
        found,
        close=say(_("Close")),
        submit=say(_("Look at it")),
        callback_id="hearings.import_form",
        metadata=str(begun.id),
    )


def looked_at(number: int, findings: Findings, speech: Speech) -> Block:
    """What was found in the rows."""
    good = len(findings.good)
    label = n_("Import {count} hearing", "Import {count} hearings", good)
    if findings.problems:
        label = n_("Import only the good row", "Import only the {count} good rows", good)
    which = "good" if findings.problems else "all"
    confirm = blocks.button(speech.plain(label), "hearings.import_confirm", f"{number} {which}", style="primary")
    problems = [speech.md(problem_text(problem)) for problem in findings.problems]
    more = len(problems) - PROBLEMS
    found = [
        blocks.section(lines(bold(speech.md(counted(good, findings.bad))), speech.md(_("Nothing is imported yet.")))),
        *[blocks.section(Mrkdwn(f":warning: {problem}")) for problem in problems[:PROBLEMS]],
        *([blocks.context(speech.md(n_("And {count} more.", "And {count} more.", more)))] if more > 0 else []),
        *[blocks.context(speech.md(good_text(one, findings))) for one in findings.good[:SAMPLES]],
        *([blocks.context(speech.md(ignored_text(findings.ignored)))] if findings.ignored else []),
        blocks.actions(confirm if good else None, blocks.button(speech.plain(_("Other rows")), "hearings.import")),
    ]
    return blocks.modal(speech.plain(_("Import hearings")), found, close=speech.plain(_("Close")))


def standing(one: Import, speech: Speech) -> Block:
    """How far an import has come."""
    return blocks.modal(speech.plain(_("Import hearings")), _last(one, speech), close=speech.plain(_("Close")))


def _last(one: Import, speech: Speech) -> list[Block]:
    say = speech.plain
    said = blocks.section(bold(speech.md(progress(one))))
    if one.state in (State.RUNNING, State.UNDOING):
        return [said, blocks.actions(blocks.button(say(_("How far is it?")), "hearings.import"))]
    if not one.may_undo:
        return [said]
    question = blocks.Confirm(
        title=say(_("Undo the import?")),
        text=say(_("All its hearings are called off, and what was written into them is taken away.")),
        yes=say(_("Undo")),
        no=say(_("Keep")),
    )
    undo = blocks.button(say(_("Undo the import")), "hearings.import_undo", str(one.id), confirm=question)
    return [said, blocks.actions(undo)]
