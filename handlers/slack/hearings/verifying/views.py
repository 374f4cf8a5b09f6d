"""Dates to confirm: the list, the buttons, and the form for another date."""

from chatbot.hearings.messages import how_name
from chatbot.hearings.model import Hearing, How
from chatbot.hearings.verifying.rules import ways
from chatbot.kit.clock import local_date
from chatbot.kit.i18n import Text, _, n_
from chatbot.signups.messages import when_text
from handlers.slack import blocks, replies
from handlers.slack.blocks import Block, Choice
from handlers.slack.hearings import parts
from handlers.slack.press import Message, Say
from handlers.slack.speech import Mrkdwn, Speech, bold, inert, joined, lines

MOST = 20
"""Dates in one list: with their buttons they stay below Slack's fifty blocks."""


def to_check(found: list[Hearing], speech: Speech, *, said: Text | None = None, replace: bool = False) -> Say:
    """The dates to ask for, the nearest first, and where to ask. `said` is what just happened, on top."""
    shown: list[Block] = blocks.news(said, speech)
    if found:
        shown.append(blocks.header(speech.plain(n_("{count} date to check", "{count} dates to check", len(found)))))
        shown.append(blocks.context(speech.md(sources())))
    else:
        shown.append(blocks.section(joined(Mrkdwn(":seedling:"), speech.md(_("No date has to be checked.")), by=" ")))
    for hearing in found[:MOST]:
        shown += [blocks.section(_line(hearing, speech)), buttons(hearing, speech)]
    if len(found) > MOST:
        more = len(found) - MOST
        shown.append(blocks.context(speech.md(n_("And {count} more later.", "And {count} more later.", more))))
    return Say(message=Message(text=speech.plain(_("Dates to check.")), blocks=tuple(shown)), replace=replace)


def sources() -> Text:
    """Where dates come from, officially."""
    return _(
        "Ask at acis.eoir.justice.gov or at the court's hotline, 1-800-898-7180. "
        "They do not list bond hearings: ask the attorney."
    )


def _line(hearing: Hearing, speech: Speech) -> Mrkdwn:
    return lines(
        parts.title(hearing, speech),
        joined(speech.md(when_text(hearing.when)), inert(hearing.place.name)),
        speech.md(_last(hearing)),
    )


def _last(hearing: Hearing) -> Text:
    if hearing.verified is None:
        return _("Never verified.")
    return verified_text(hearing) or _("Never verified.")


def verified_text(hearing: Hearing) -> Text | None:
    """Who confirmed the date, when and how."""
    if hearing.verified is None:
        return None
    on, how = local_date(hearing.verified.at, hearing.when.zone), how_name(hearing.verified.how)
    return _("Verified on {day} by {name}: {how}.", day=on, name=hearing.verified.by, how=how)


def buttons(hearing: Hearing, speech: Speech) -> Block:
    """Confirmed, by whom; or another date."""
    possible = ways(hearing.kind)
    confirmed: blocks.Element
    if possible == (How.ATTORNEY,):
        label = speech.plain(_("Confirmed by the attorney"))
        confirmed = blocks.button(label, "hearings.confirm", f"{hearing.code} {How.ATTORNEY}", style="primary")
    else:
        choices = [Choice(label=speech.plain(how_name(how)), value=f"{hearing.code} {how}") for how in possible]
        confirmed = blocks.select("hearings.confirm", choices, placeholder=speech.plain(_("Confirmed by…")))
    changed = blocks.button(speech.plain(_("Changed…")), "hearings.found", hearing.code)
    return blocks.actions(confirmed if hearing.when.day else None, changed)


def dates(hearing: Hearing, speech: Speech) -> list[Block]:
    """The same in the open details, with what is known so far."""
    known = verified_text(hearing)
    said = speech.md(known) if known else speech.md(_("The date is not verified yet."))
    return [blocks.section(lines(bold(speech.md(_("Date"))), said)), buttons(hearing, speech)]


def confirmed_text(hearing: Hearing) -> Text:
    return _("{code} is verified. Thank you.", code=hearing.code)


def answer(hearing: Hearing, said: Text, speech: Speech) -> Say:
    where = joined(speech.md(when_text(hearing.when)), inert(hearing.place.name))
    return replies.answer(speech, blocks.section(lines(speech.md(said), where)), title=hearing.code)


def found_form(hearing: Hearing, speech: Speech) -> Block:
    """What the court or the attorney says."""
    say = speech.plain
    choices = [Choice(label=say(how_name(how)), value=how) for how in ways(hearing.kind)]
    only = choices[0].value if len(choices) == 1 else None
    return blocks.modal(
        say(_("Date of {code}", code=hearing.code)),
        [
            blocks.context(speech.md(sources())),
            *parts.when_inputs(hearing.when, speech, day_needed=True),
            blocks.field("how", say(_("Who says so?")), blocks.select("how", choices, chosen=only), optional=False),
            blocks.context(speech.md(_("Everyone who signed up is told the old and the new date."))),
        ],
        close=say(_("Back")),
        submit=say(_("Save")),
        callback_id="hearings.found_form",
        metadata=hearing.code,
    )
