"""The form in which someone chooses for themselves."""

from collections.abc import Iterator, Sequence
from datetime import time

from chatbot.kit.i18n import LANGUAGES, Text, _, value
from chatbot.people.messages import notice_name
from chatbot.people.model import FOR_COORDINATORS, Notice, Person, Preferences, Role
from chatbot.people.preferences_form import MOST_NOTICE
from handlers.slack import blocks
from handlers.slack.blocks import NOTHING, Block, Choice, Element
from handlers.slack.speech import Speech, bold, lines

HOURS = range(5, 22)
"""When a personal digest can come."""


def preferences_button(speech: Speech) -> Element:
    return blocks.button(speech.plain(_("Preferences")), "people.preferences")


def form(chosen: Preferences, language: str | None, areas: Sequence[str], speech: Speech, *, by: Person) -> Block:
    """What they chose so far; `language` is None while the bot follows their Slack."""
    say = speech.plain
    return blocks.modal(
        say(_("Preferences")),
        [
            *_how(chosen, language, speech),
            *_what(chosen, speech, by),
            *_when(chosen, speech),
            *_where(chosen, areas, speech),
        ],
        close=say(_("Back")),
        submit=say(_("Save")),
        callback_id="people.preferences_form",
    )


def saved(chosen: Preferences, speech: Speech) -> Block:
    """In the language that was chosen just now."""
    daily = _("Your own digest comes every day at {hour}.", hour=chosen.digest_at) if chosen.digest_at else None
    said = lines(bold(speech.md(_("Saved."))), speech.md(daily) if daily else None)
    return blocks.modal(speech.plain(_("Preferences")), [blocks.section(said)], close=speech.plain(_("Close")))


def _how(chosen: Preferences, language: str | None, speech: Speech) -> Iterator[Block]:
    say = speech.plain
    languages = [
        Choice(label=say(_("The language of my Slack")), value=NOTHING),
        *(Choice(label=name, value=each) for each, name in LANGUAGES.items()),
    ]
    menu = blocks.select("language", languages, chosen=language or NOTHING)
    yield blocks.field("language", say(_("I speak to you in")), menu, optional=False)
    hours = [Choice(label=say(_("No, thank you")), value=NOTHING), *(_hour(at, speech) for at in _offered(chosen))]
    at = chosen.digest_at.isoformat("minutes") if chosen.digest_at else NOTHING
    yield blocks.field(
        "digest_at",
        say(_("Your own digest every day, by direct message")),
        blocks.select("digest_at", hours, chosen=at),
        hint=say(_("What you signed up for, and what waits for you. On a day without any, nothing comes.")),
        optional=False,
    )


def _offered(chosen: Preferences) -> list[time]:
    return sorted({time(hour) for hour in HOURS} | ({chosen.digest_at} if chosen.digest_at else set()))


def _hour(at: time, speech: Speech) -> Choice:
    return Choice(label=speech.plain(value(at)), value=at.isoformat("minutes"))


def _what(chosen: Preferences, speech: Speech, by: Person) -> Iterator[Block]:
    asked = [one for one in Notice if by.has(Role.COORDINATOR) or one not in FOR_COORDINATORS]
    boxes = [Choice(label=speech.plain(notice_name(one)), value=one) for one in asked]
    ticked = [one for one in asked if chosen.wants(one)]
    yield blocks.field(
        "wanted",
        speech.plain(_("Write to me about")),
        blocks.checkboxes("wanted", boxes, ticked=ticked),
        hint=speech.plain(_("You always hear when something you come to changes or is cancelled.")),
    )


def _when(chosen: Preferences, speech: Speech) -> Iterator[Block]:
    say = speech.plain
    yield blocks.field(
        "minimum_notice",
        say(_("Offer me a seat at least so many hours before")),
        blocks.number_input(initial=chosen.minimum_notice, least=0, most=MOST_NOTICE),
    )
    for name, label, at in _quiet(chosen):
        yield blocks.field(name, say(label), blocks.time_input(initial=at.isoformat("minutes")))


def _quiet(chosen: Preferences) -> tuple[tuple[str, Text, time], ...]:
    return (
        ("quiet_from", _("Ask me nothing from"), chosen.quiet_from),
        ("quiet_until", _("until"), chosen.quiet_until),
    )


def _where(chosen: Preferences, areas: Sequence[str], speech: Speech) -> Iterator[Block]:
    say = speech.plain
    spoken = blocks.text_input(initial=", ".join(sorted(chosen.speaks)), longest=120)
    hint = say(_("Separated by commas, such as: Spanish, Portuguese"))
    yield blocks.field("speaks", say(_("Languages I speak")), spoken, hint=hint)
    known = sorted({area for area in (*areas, *chosen.areas) if area})
    if known:
        choices = [Choice(label=area, value=area) for area in known]
        menu = blocks.multi_select("areas", choices, chosen=chosen.areas)
        yield blocks.field("areas", say(_("Areas I can go to")), menu, hint=say(_("Left empty: anywhere.")))
