"""The list of what has to be checked again, a few entries a page."""

from chatbot.kit.i18n import Text, _, n_
from chatbot.kit.pages import turned_to
from chatbot.resources.forms import MOST_DAYS
from chatbot.resources.reading import Checking
from chatbot.resources.rules import PAGE
from handlers.slack import blocks, turning
from handlers.slack.blocks import Block
from handlers.slack.resources import modals, parts
from handlers.slack.speech import Speech, bold, inert, joined, lines, link

LIST = "recheck "
"""What this window carries, with its page behind it."""


def listing(checking: Checking, speech: Speech, *, page: int, said: Text | None = None) -> Block:
    """One page; those nobody here has ever checked come first. `said` is what just happened."""
    say, stale = speech.plain, checking.stale
    page, pages = turned_to(page, total=len(stale), size=PAGE)
    rule = n_("A check counts for {count} day.", "A check counts for {count} days.", checking.days)
    count = n_("{count} entry has to be checked.", "{count} entries have to be checked.", len(stale))
    if not stale:
        count = _("Everything has been checked. Thank you!")
    found = [
        *blocks.news_apart(said, speech),
        blocks.section(
            lines(bold(speech.md(count)), speech.md(rule)),
            accessory=blocks.button(say(_("How often?")), "resources.recheck_days"),
        ),
    ]
    for resource in stale[(page - 1) * PAGE : page * PAGE]:
        told = resource.facts
        reached = joined(inert(told.phone) or None, link(told.website) if told.website else None)
        text = lines(parts.title(resource), reached or None, parts.checked(resource, speech))
        found += [
            blocks.section(text),
            blocks.actions(modals.check_button(resource, speech), parts.details_button(resource, speech)),
        ]
    if pages > 1:
        found.append(blocks.actions(*turning.buttons("resources.recheck_", page, pages, speech)))
    found += turning.line(page, pages, speech)
    return blocks.modal(say(_("To be checked")), found, close=say(_("Close")), metadata=f"{LIST}{page}")


def days_form(days: int, speech: Speech) -> Block:
    say = speech.plain
    number = blocks.number_input(initial=days, least=1, most=MOST_DAYS)
    return blocks.modal(
        say(_("How often?")),
        [blocks.field("days", say(_("After how many days is an entry checked again?")), number, optional=False)],
        close=say(_("Back")),
        submit=say(_("Save")),
        callback_id="resources.recheck_form",
    )
