"""The directory from and to spreadsheets, in Slack."""

from collections.abc import Sequence

from chatbot.bootstrap import Chatbot
from chatbot.kit.i18n import Text, _, n_
from chatbot.kit.tables import counted, ignored_text, problem_text
from chatbot.resources.messages import heading
from chatbot.resources.sheets.rows import Findings
from chatbot.resources.sheets.service import template
from handlers.slack import blocks
from handlers.slack.blocks import Block
from handlers.slack.here import put
from handlers.slack.press import Press, Reply, SendFile, Update
from handlers.slack.replies import said
from handlers.slack.speech import Mrkdwn, Speech, bold, inert, joined, lines

LONGEST = 2900
"""Characters that can be pasted: the next window carries them, and it carries no more."""

PROBLEMS, SAMPLES = 15, 3


async def import_pressed(press: Press, chatbot: Chatbot) -> Reply:
    """A page for files, where we have one, and a box for a few rows."""
    word = await chatbot.passes.make(by=press.person)
    return put(press, way_in(press.speech, page=chatbot.address.of(f"directory/{word}")))


async def page_opened(press: Press, chatbot: Chatbot) -> Reply:  # noqa: ARG001
    """The button was a link; Slack tells of it all the same."""
    return None


async def template_pressed(press: Press, chatbot: Chatbot) -> Reply:  # noqa: ARG001
    say = press.speech.plain
    return SendFile(
        name="resources-template.csv", content=template(say), about=say(_("A template for /resources import."))
    )


async def import_submitted(press: Press, chatbot: Chatbot) -> Reply:
    """What was pasted, looked at; nothing is written down yet."""
    pasted = str(press.typed.get("rows") or "")[:LONGEST]
    findings = await chatbot.resource_sheets.look(_bytes(pasted), by=press.person)
    return Update(view=looked_at(pasted, findings, press.speech))


async def confirm_submitted(press: Press, chatbot: Chatbot) -> Reply:
    count = await chatbot.resource_sheets.bring_in(_bytes(press.metadata), only_good=True, by=press.person)
    sentence = n_("{count} entry is in the directory now.", "{count} entries are in the directory now.", count)
    return said(press.speech, sentence)


async def export_asked(press: Press, chatbot: Chatbot) -> Reply:
    """`/resources export`: everything in use."""
    say = press.speech.plain
    text = await chatbot.resource_sheets.sheet(say=say, by=press.person)
    return SendFile(name="resources.csv", content=text, about=say(_("The whole directory, as a table.")))


def way_in(speech: Speech, *, page: str | None) -> Block:
    say = speech.plain
    files = (
        _("Choose a CSV file on a page of mine. It never goes through Slack; the link is good for an hour, for you.")
        if page
        else _("Long files go through whoever runs me: bot.py resources import.")
    )
    link = blocks.link(say(_("Choose a file")), "resources.import_page", page) if page else None
    return blocks.modal(
        say(_("Import")),
        [
            blocks.section(speech.md(files)),
            blocks.actions(link, blocks.button(say(_("Template")), "resources.import_template")),
            blocks.divider(),
            blocks.field(
                "rows",
                say(_("Or paste a few rows, with the headings")),
                blocks.text_input(multiline=True, longest=LONGEST),
                hint=say(_("I only look at them first; nothing is imported yet.")),
                optional=False,
            ),
        ],
        close=say(_("Close")),
        submit=say(_("Look at it")),
        callback_id="resources.import_form",
    )


def looked_at(pasted: str, findings: Findings, speech: Speech) -> Block:
    """What was found in the rows, and the button that takes the good ones."""
    good = len(findings.good)
    problems = [problem_text(problem, heading) for problem in findings.problems]
    more = len(problems) - PROBLEMS
    found = [
        blocks.section(lines(bold(speech.md(counted(good, findings.bad))), speech.md(_("Nothing is imported yet.")))),
        *_warnings(problems[:PROBLEMS], speech),
        *([blocks.context(speech.md(n_("And {count} more.", "And {count} more.", more)))] if more > 0 else []),
        *(
            blocks.context(joined(inert(one.facts.name), inert(one.facts.town) or None))
            for one in findings.good[:SAMPLES]
        ),
        *([blocks.context(speech.md(ignored_text(findings.ignored)))] if findings.ignored else []),
        blocks.actions(blocks.button(speech.plain(_("Other rows")), "resources.import")),
    ]
    return blocks.modal(
        speech.plain(_("Import")),
        found,
        close=speech.plain(_("Close")),
        submit=speech.plain(_("Import good rows")) if good else None,
        callback_id="resources.confirm_form",
        metadata=pasted,
    )


def _warnings(problems: Sequence[Text], speech: Speech) -> list[Block]:
    return [blocks.section(Mrkdwn(f":warning: {speech.md(problem)}")) for problem in problems]


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")
