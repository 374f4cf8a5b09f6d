"""The audit as an admin reads it, always in a window: names and codes stand in no message."""

from datetime import datetime
from zoneinfo import ZoneInfo

from chatbot.kit.i18n import Text, _, n_, value
from chatbot.network.forms import MOST_OPENINGS
from chatbot.network.model import Network
from chatbot.trail.model import Page, Step, Wanted
from handlers.slack import blocks
from handlers.slack.blocks import Block
from handlers.slack.hints import numbered
from handlers.slack.press import Message
from handlers.slack.speech import Mrkdwn, Speech, bold, inert, joined, lines


def page(shown: Page, speech: Speech, *, zone: ZoneInfo) -> Block:
    """Some lines, newest first; a person to choose, and the way to older ones."""
    wanted, steps = shown.wanted, shown.steps
    found: list[Block] = [
        blocks.section(bold(speech.md(_title(shown)))),
        blocks.actions(
            blocks.person_input("audit.person"),
            blocks.button(speech.plain(_("Everything")), "audit.turn") if wanted != Wanted() else None,
            blocks.button(speech.plain(_("Daily limit")), "audit.limit"),
        ),
    ]
    found += [blocks.section(_step(step, speech, zone)) for step in steps]
    if not steps:
        found.append(blocks.section(speech.md(_("Nothing is written down here yet."))))
    if shown.has_older:
        older = Wanted(person_id=wanted.person_id, code=wanted.code, before=steps[-1].id)
        found.append(blocks.actions(blocks.button(speech.plain(_("Older")), "audit.turn", _carried(older))))
    found += [
        blocks.context(speech.md(_limit(shown.openings_a_day))),
        blocks.context(speech.md(_("Without a name stands what the clock did, and what people did for an alert."))),
        blocks.context(speech.md(_("For one record type its code, such as “/alongside audit H204”."))),
    ]
    return blocks.modal(speech.plain(_("Who did what")), found, close=speech.plain(_("Close")))


def limit(network: Network, speech: Speech) -> Block:
    say = speech.plain
    return blocks.modal(
        say(_("Private details")),
        [
            blocks.field(
                "openings_a_day",
                say(_("Of how many records may one person open them in a day?")),
                blocks.number_input(initial=network.openings_a_day, least=1, most=MOST_OPENINGS),
                hint=say(_("Admins hear of it when somebody has opened half as many.")),
                optional=False,
            )
        ],
        close=say(_("Back")),
        submit=say(_("Save")),
        callback_id="audit.limit_form",
    )


def many_opened(name: str, many: int, speech: Speech) -> Message:
    """A word to an admin. It names who, and nothing of what they read."""
    said = n_(
        "{name} has opened the private details of at least {count} record today.",
        "{name} has opened the private details of at least {count} records today.",
        many,
        name=name,
    )
    what = _("If that is not for their work, take their role away. “/alongside audit” shows which records.")
    return Message(
        text=speech.plain(_("Someone opens many private details.")),
        blocks=(blocks.section(lines(speech.md(said), speech.md(what))),),
    )


def restored(moment: datetime, speech: Speech) -> Message:
    """A word to those who coordinate: what was done since is lost."""
    said = _(
        "I was brought back from a backup of {moment}. What you pressed or told me after that, I do not know any more.",
        moment=moment,
    )
    what = _(
        "Please look through what is coming up and do again what is missing. A role that was taken away since, or"
        " someone who was erased, may be back."
    )
    return Message(
        text=speech.plain(_("I was brought back from a backup.")),
        blocks=(blocks.section(lines(speech.md(said), speech.md(what))),),
    )


def wanted_in(carried: str) -> Wanted:
    """What a button asks for; of a made-up one, everything."""
    person, code, before = (*carried.split("|"), "", "", "")[:3]
    return Wanted(person_id=numbered(person) or None, code=code[:12], before=numbered(before) or None)


def _carried(wanted: Wanted) -> str:
    return f"{wanted.person_id or ''}|{wanted.code}|{wanted.before or ''}"


def _title(shown: Page) -> Text:
    if shown.person:
        return _("What {name} did", name=shown.person)
    if shown.wanted.code:
        return _("What happened to {code}", code=shown.wanted.code.upper())
    return _("Who did what, newest first")


def _step(step: Step, speech: Speech, zone: ZoneInfo) -> Mrkdwn:
    who = inert(step.who) if step.who else speech.md(_("without a name"))
    what = Mrkdwn(f"`{inert(step.verb)}`")
    detail = inert(step.detail) if step.detail else None
    return joined(speech.md(value(step.at.astimezone(zone))), who, what, inert(step.record), detail)


def _limit(number: int) -> Text:
    return n_(
        "One person may open the private details of {count} record a day.",
        "One person may open the private details of {count} records a day.",
        number,
    )
