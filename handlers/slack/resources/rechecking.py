"""The list of what has to be checked again, a few entries a page."""

from chatbot.kit.i18n import Text, _, n_
from chatbot.resources.forms import MOST_DAYS
from chatbot.resources.reading import Checking
from chatbot.resources.rules import PAGE
from handlers.slack import blocks
from handlers.slack.blocks import Block
from handlers.slack.resources import modals, parts
from handlers.slack.speech import Speech, bold, inert, joined, lines, link

LIST = "recheck "
"""What this window carries, with its page behind it."""


def listing(checking: Checking, speech: Speech, *, page: int, said: Text | None = None) -> Block:
    """One page; those nobody here has ever checked come first. `said` is what just happened."""
    say, stale = speech.plain, checking.stale
    pages = max(1, -(-len(stale) // PAGE))
    page = min(max(page, 1), pages)
    rule = n_("A check counts for {count} day.", "A check counts for {count} days.", checking.days)
    count = n_("{count} entry has to be checked.", "{count} entries have to be checked.", len(stale))
    if not stale:
        count = _("Everything has been checked. Thank you!")
    found = [
        *([blocks.section(bold(speech.md(said))), blocks.divider()] if said else []),
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
    back = blocks.button(say(_("Back")), "resources.recheck_back", str(page - 1)) if page > 1 else None
    more = blocks.button(say(_("More")), "resources.recheck_more", str(page + 1)) if page < pages else None
    if back or more:
        found += [
            blocks.actions(back, more),
            blocks.context(speech.md(_("Page {number} of {pages}", number=page, pages=pages))),
        ]
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
