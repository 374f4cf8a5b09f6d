"""The pieces that cards, lists and windows about the directory are put together from."""

from chatbot.kit.i18n import Text, _
from chatbot.resources.messages import Language, near_text, topic_name
from chatbot.resources.model import Hit, Resource, Topic
from chatbot.resources.topics import topic_words
from handlers.slack import blocks
from handlers.slack.blocks import Choice, Element
from handlers.slack.speech import Mrkdwn, Speech, bold, inert, joined, lines, link, quoted


def title(resource: Resource) -> Mrkdwn:
    """`W101 · Lantern Legal Aid`"""
    return joined(bold(inert(resource.code)), bold(inert(resource.facts.name)))


def topics(resource: Resource, speech: Speech) -> Mrkdwn:
    return Mrkdwn(", ".join(speech.md(topic_name(topic)) for topic in resource.facts.topics))


def facts(resource: Resource, speech: Speech) -> Mrkdwn:
    """Everything that is written down, a line each."""
    told = resource.facts
    serves = speech.md(_("serves {place}", place=told.serves)) if told.serves else None
    return lines(
        topics(resource, speech),
        _line("round_pushpin", joined(inert(told.town) or None, serves)),
        _line("speech_balloon", inert(told.languages)),
        _line("telephone_receiver", inert(told.phone)),
        _line("email", inert(told.email)),
        _line("link", link(told.website)),
        _line("office", inert(told.address)),
        _line("clock9", inert(told.hours)),
        _line("moneybag", inert(told.cost)),
        quoted(told.notes),
    )


def checked(resource: Resource, speech: Speech) -> Mrkdwn:
    """How far it can be trusted."""
    return speech.md(_checked(resource))


def _checked(resource: Resource) -> Text:
    day = resource.checked_on
    if day is None:
        return _("Nobody has checked this yet.")
    when = _("{day}, {year}", day=day, year=day.year)
    if resource.is_sample:
        return _("A sample: public sources, checked on {day}. Check before use.", day=when)
    if resource.checked_by:
        return _("Checked on {day} by {name}.", day=when, name=resource.checked_by)
    return _("Checked on {day}.", day=when)


def summary(hit: Hit, speech: Speech) -> Mrkdwn:
    """An entry in a list: who, what for, where, how to reach them, and what to mind."""
    told = hit.resource.facts
    near = near_text(hit.nearness) if hit.nearness else None
    where = speech.md(near) if near else inert(told.town or told.serves)
    unspoken = [Language(code) for code in hit.unspoken]
    missing = speech.md(_("not written down: {languages}", languages=unspoken)) if unspoken else None
    return lines(
        title(hit.resource),
        topics(hit.resource, speech),
        _line("round_pushpin", where),
        _line("speech_balloon", joined(inert(told.languages) or None, missing)),
        _line("telephone_receiver", inert(told.phone)),
        _line("link", link(told.website)),
        Mrkdwn(f"_{checked(hit.resource, speech)}_") if hit.resource.is_sample else None,
    )


def _line(emoji: str, said: Mrkdwn) -> Mrkdwn | None:
    return Mrkdwn(f":{emoji}: {said}") if said else None


def details_button(resource: Resource, speech: Speech) -> Element:
    return blocks.button(speech.plain(_("Details")), "resources.details", resource.code)


def share_button(resource: Resource, speech: Speech, channel: str | None) -> Element | None:
    """Only where there is a channel to share it in."""
    if channel is None or channel.startswith("D"):
        return None
    return blocks.button(speech.plain(_("Share in this channel")), "resources.share", resource.code)


def suggest_button(resource: Resource | None, speech: Speech) -> Element:
    """For an entry, or for one that is missing."""
    label = _("Suggest a change") if resource else _("Suggest an organisation")
    return blocks.button(speech.plain(label), "resources.suggest", resource.code if resource else "")


def add_button(speech: Speech) -> Element:
    return blocks.button(speech.plain(_("Add to the directory")), "resources.add")


def search_button(speech: Speech) -> Element:
    return blocks.button(speech.plain(_("Search")), "resources.search", style="primary")


def load_button(speech: Speech) -> Element:
    return blocks.button(speech.plain(_("Load the starter list")), "resources.load")


def import_button(speech: Speech) -> Element:
    return blocks.button(speech.plain(_("Import")), "resources.import")


def topic_menu(speech: Speech) -> Element:
    """A menu of topics; what it carries are words one can search for."""
    choices = [Choice(label=speech.plain(topic_name(topic)), value=topic_words(topic)) for topic in Topic]
    return blocks.select("resources.topic", choices, placeholder=speech.plain(_("Choose a topic")))
