"""What people see of the directory in messages: the card, the list, the empty list."""

from collections.abc import Sequence

from chatbot.kit.i18n import Text, _, n_, value
from chatbot.people.model import Person, Role
from chatbot.resources.messages import Language, topic_name
from chatbot.resources.model import Page, Resource, Understood
from handlers.slack import blocks, turning
from handlers.slack.blocks import Block
from handlers.slack.press import Message, Say
from handlers.slack.resources import parts
from handlers.slack.speech import Mrkdwn, Speech, bold, inert, joined, lines

ARCHIVED = 40
"""Archived entries in one message; older ones are found by their code."""


def card(resource: Resource, speech: Speech) -> Message:
    """The live card in a channel, the same for everyone."""
    return Message(text=speech.plain(_("Someone to turn to.")), blocks=_card(resource, speech, channel=None))


def shown(resource: Resource, speech: Speech, *, channel: str | None) -> Say:
    """One entry, for the person who asked for its code."""
    heading = speech.plain(_("Here is what the directory says."))
    return Say(message=Message(text=heading, blocks=_card(resource, speech, channel=channel)))


def _card(resource: Resource, speech: Speech, *, channel: str | None) -> tuple[Block, ...]:
    archived = speech.md(_("This is archived: it may not hold any more."))
    share = None if resource.is_archived else parts.share_button(resource, speech, channel)
    return (
        *((blocks.section(bold(archived)),) if resource.is_archived else ()),
        blocks.section(lines(parts.title(resource), parts.facts(resource, speech))),
        blocks.context(parts.checked(resource, speech)),
        blocks.actions(
            parts.details_button(resource, speech),
            share,
            parts.suggest_button(resource, speech),
        ),
    )


def listing(page: Page, words: str, speech: Speech, *, by: Person, channel: str | None, replace: bool = False) -> Say:
    """One page of what was found, with what was understood, and buttons to turn the page."""
    heading = speech.plain(_("Here is what the directory says."))
    if not page.known:
        found = _empty(speech, by)
    elif not page.total:
        found = _nothing(words, speech)
    else:
        found = _hits(page, words, speech, by=by, channel=channel)
    title = speech.plain(_("Whom to turn to"))
    return Say(message=Message(text=heading, blocks=tuple(found)), title=title, replace=replace)


def _hits(page: Page, words: str, speech: Speech, *, by: Person, channel: str | None) -> list[Block]:
    count = n_("{count} organisation or service", "{count} organisations and services", page.total)
    found: list[Block] = [blocks.header(speech.plain(count))]
    if understood := _understood(page.understood, speech):
        found.append(blocks.context(joined(speech.md(_("I looked for")), *understood)))
    if page.elsewhere:
        sentence = _("Nothing is near {places}. This is farther away:", places=list(page.understood.places))
        found.append(blocks.section(speech.md(sentence)))
    for hit in page.hits:
        found += [
            blocks.section(parts.summary(hit, speech)),
            blocks.actions(
                parts.details_button(hit.resource, speech), parts.share_button(hit.resource, speech, channel)
            ),
        ]
    found.append(
        blocks.actions(
            *turning.buttons("resources.", page.number, page.pages, speech, carried=words),
            parts.search_button(speech),
            parts.topic_menu(speech),
            parts.add_button(speech) if by.has(Role.COORDINATOR) else parts.suggest_button(None, speech),
        )
    )
    return [*found, *turning.line(page.number, page.pages, speech)]


def _understood(understood: Understood, speech: Speech) -> list[Mrkdwn]:
    """What the words were taken for, so that a slip is seen."""
    topics = [speech.md(topic_name(topic)) for topic in understood.topics]
    languages = [speech.md(value(Language(code))) for code in understood.languages]
    near = [speech.md(_("near {place}", place=place)) for place in understood.places]
    return [*topics, *languages, *near, *(inert(word) for word in understood.words)]


def _empty(speech: Speech, by: Person) -> list[Block]:
    """The directory of a new network."""
    if not by.has(Role.COORDINATOR):
        sentence = _("The directory is empty so far. Do you know an organisation that others should know?")
        return [blocks.section(_leaf(sentence, speech)), blocks.actions(parts.suggest_button(None, speech))]
    sentence = _(
        "The directory is empty. You can begin with the starter list: organisations from public sources, marked as "
        "samples until somebody checks them."
    )
    return [
        blocks.section(_leaf(sentence, speech)),
        blocks.actions(parts.load_button(speech), parts.add_button(speech), parts.import_button(speech)),
    ]


def _nothing(words: str, speech: Speech) -> list[Block]:
    sentence = _("Nothing matches “{words}”. Try fewer words, or choose a topic.", words=words[:80])
    return [
        blocks.section(_leaf(sentence, speech)),
        blocks.actions(parts.search_button(speech), parts.topic_menu(speech), parts.suggest_button(None, speech)),
    ]


def _leaf(sentence: Text, speech: Speech) -> Mrkdwn:
    said = speech.md(sentence)
    return Mrkdwn(f":seedling: {said}")


def archived(found: Sequence[Resource], speech: Speech) -> Say:
    """What was put away; each can be looked at and brought back."""
    heading = n_("{count} entry is archived.", "{count} entries are archived.", len(found))
    shown = [
        blocks.section(parts.title(resource), accessory=parts.details_button(resource, speech))
        for resource in found[:ARCHIVED]
    ]
    blocks_shown = (blocks.section(bold(speech.md(heading))), *shown)
    return Say(message=Message(text=speech.plain(_("Here is what the directory says.")), blocks=blocks_shown))
