"""Suggestions in Slack: anyone makes one; what it says opens for coordinators only, in a window."""

from dataclasses import replace
from datetime import tzinfo

from chatbot.bootstrap import Chatbot
from chatbot.kit.i18n import _, n_, value
from chatbot.people.rules import require_coordinator
from chatbot.resources.forms import NOTES
from chatbot.resources.model import Opened, Resource, Suggestion
from handlers.slack import blocks
from handlers.slack.blocks import Block
from handlers.slack.hints import numbered
from handlers.slack.press import Message, Open, Press, Reply, Say
from handlers.slack.replies import said
from handlers.slack.resources import parts
from handlers.slack.speech import Mrkdwn, Speech, bold, inert, joined, lines, quoted

BENEATH = "suggestion"
"""What its window carries: what is opened from there lies on top of it, so that it can be looked after then."""

MOST = 20
"""Suggestions in one list; who has more to do begins with these."""


async def suggest_pressed(press: Press, chatbot: Chatbot) -> Reply:
    resource = await chatbot.resources.get(press.value, team_id=press.person.team_id) if press.value else None
    return Open(view=form(resource, press.speech))


async def suggest_submitted(press: Press, chatbot: Chatbot) -> Reply:
    await chatbot.suggesting.suggest(press.metadata, press.typed, by=press.person)
    return said(press.speech, _("Thank you! The coordinators have your suggestion now."))


async def suggestion_pressed(press: Press, chatbot: Chatbot) -> Reply:
    found = await chatbot.suggesting.open(numbered(press.value), by=press.person)
    network = await chatbot.networks.get(press.person.team_id)
    return Open(view=opened(found, press.speech, network.zone))


async def settle_pressed(press: Press, chatbot: Chatbot) -> Reply:
    suggestion = await chatbot.suggesting.settle(numbered(press.value), by=press.person)
    return replace(said(press.speech, _("Done. {name} is being thanked.", name=suggestion.by)), replace=True)


async def waiting_asked(press: Press, chatbot: Chatbot) -> Reply:
    require_coordinator(press.person)
    return listed(await chatbot.suggesting.waiting(by=press.person), press.speech)


def told(suggestion: Suggestion, speech: Speech) -> Message:
    """To coordinators: somebody suggests something. What it says opens in the window only."""
    look = blocks.button(speech.plain(_("Look at it")), "resources.suggestion", str(suggestion.id), style="primary")
    return Message(
        text=speech.plain(_("Someone suggests a change to the directory.")),
        blocks=(blocks.section(_line(suggestion, speech)), blocks.actions(look)),
    )


def thanks(code: str, speech: Speech) -> Message:
    """To whoever suggested it; `code` is the entry it was about, empty for a new one."""
    sentence = speech.md(_("Thank you! A coordinator has looked after what you suggested for the directory."))
    said = blocks.section(joined(sentence, inert(code) or None))
    return Message(text=speech.plain(_("Thank you for your suggestion.")), blocks=(said,))


def listed(found: list[Suggestion], speech: Speech) -> Say:
    heading = n_("{count} suggestion waits.", "{count} suggestions wait.", len(found))
    shown: list[Block] = [blocks.section(bold(speech.md(heading)))]
    for suggestion in found[:MOST]:
        look = blocks.button(speech.plain(_("Look at it")), "resources.suggestion", str(suggestion.id))
        shown.append(blocks.section(_line(suggestion, speech), accessory=look))
    return Say(
        message=Message(text=speech.plain(_("Someone suggests a change to the directory.")), blocks=tuple(shown))
    )


def _line(suggestion: Suggestion, speech: Speech) -> Mrkdwn:
    if suggestion.code:
        sentence = _("{name} suggests a change to {code}.", name=suggestion.by, code=suggestion.code)
        return lines(speech.md(sentence), inert(suggestion.name))
    return speech.md(_("{name} suggests an organisation for the directory.", name=suggestion.by))


def form(resource: Resource | None, speech: Speech) -> Block:
    say = speech.plain
    label = _("What should be different?") if resource else _("Which organisation, and how can it be reached?")
    return blocks.modal(
        say(_("Suggest a change")) if resource else say(_("Suggest")),
        [
            *([blocks.section(parts.title(resource))] if resource else []),
            blocks.field(
                "words",
                say(label),
                blocks.text_input(multiline=True, longest=NOTES),
                hint=say(_("Only coordinators read this. Nothing about single people, please.")),
                optional=False,
            ),
        ],
        close=say(_("Back")),
        submit=say(_("Send")),
        callback_id="resources.suggest_form",
        metadata=resource.code if resource else "",
    )


def opened(found: Opened, speech: Speech, zone: tzinfo) -> Block:
    suggestion, resource, say = found.suggestion, found.resource, speech.plain
    made = suggestion.made_at.astimezone(zone)
    edit = blocks.button(say(_("Edit")), "resources.edit", resource.code) if resource else None
    add = blocks.button(say(_("Add to the directory")), "resources.add") if resource is None else None
    done = blocks.button(say(_("It is looked after")), "resources.settle", str(suggestion.id), style="primary")
    shown = [
        blocks.section(_line(suggestion, speech)),
        blocks.section(quoted(found.words)),
        blocks.context(speech.md(value(made))),
        *([blocks.divider(), blocks.section(parts.facts(resource, speech))] if resource else []),
        blocks.actions(edit, add, done),
    ]
    return blocks.modal(say(_("Suggestion")), shown, close=say(_("Close")), metadata=BENEATH)
