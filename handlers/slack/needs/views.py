"""What people see of needs in messages: the card, the list, the answers, and words to one person."""

from datetime import datetime

from chatbot.kit.i18n import Text, _, n_
from chatbot.needs import rules
from chatbot.needs.messages import kind_name
from chatbot.needs.model import Need, Page, State
from chatbot.people.model import Person
from chatbot.signups.messages import when_text
from chatbot.signups.model import Signup
from chatbot.signups.times import is_over
from handlers.slack import blocks, replies, turning
from handlers.slack.blocks import Block
from handlers.slack.needs import parts
from handlers.slack.press import Message, Say
from handlers.slack.speech import Mrkdwn, Speech, bold, inert, joined, lines, quoted


def card(need: Need, speech: Speech, now: datetime) -> Message:
    """The live card in a channel, the same for everyone."""
    stands = rules.stands(need, now)
    buttons = (
        blocks.actions(
            parts.help_button(need, speech), parts.release_button(need, speech), parts.details_button(need, speech)
        )
        if stands
        else blocks.actions(parts.details_button(need, speech))
    )
    return Message(
        text=speech.plain(_("Someone needs help with something.")),
        blocks=(
            *_standing(need, speech, now),
            blocks.section(lines(parts.title(need, speech), parts.facts(need, speech))),
            blocks.section(lines(parts.state(need, speech), parts.room_left(need, speech) or None)),
            buttons,
        ),
    )


def _standing(need: Need, speech: Speech, now: datetime) -> list[Block]:
    """The line on top of a card that does not stand any more."""
    if need.state is State.CANCELLED:
        reason = inert(need.closed_because) if need.closed_because else None
        cancelled = speech.md(_("Cancelled"))
        return [blocks.section(joined(bold(Mrkdwn(f":no_entry_sign: {cancelled}")), reason))]
    if need.state is State.DONE:
        done = speech.md(_("Done. Thank you, everyone!"))
        return [blocks.section(bold(Mrkdwn(f":white_check_mark: {done}")))]
    if is_over(need.when, now):
        return [blocks.context(speech.md(_("This is over.")))]
    return []


def shown(need: Need, speech: Speech, now: datetime) -> Say:
    """One need, for the person who asked for its code."""
    return Say(message=card(need, speech, now))


def listing(page: Page, words: str, speech: Speech, *, by: Person, replace: bool = False) -> Say:
    """One page of the list, with buttons to turn the page."""
    heading = speech.plain(_("Here is what is asked for."))
    add = blocks.button(speech.plain(_("Ask for help")), "needs.add")
    if page.total == 0:
        sentence = _("Nothing is asked for at the moment. When something is, its card appears in the channel.")
        if words:
            sentence = _(
                "Nothing matches “{words}”. Type /needs to see everything that is asked for.", words=words[:80]
            )
        nothing = blocks.section(Mrkdwn(f":seedling: {speech.md(sentence)}"))
        return Say(message=Message(text=heading, blocks=(nothing, blocks.actions(add))), replace=replace)
    found: list[Block] = [blocks.header(speech.plain(n_("{count} need", "{count} needs", page.total)))]
    for need in page.needs:
        found += [blocks.section(parts.summary(need, speech)), parts.line_buttons(need, speech, by.id)]
    found.append(blocks.actions(*turning.buttons("needs.", page.number, page.pages, speech, carried=words), add))
    found += turning.line(page.number, page.pages, speech)
    return Say(message=Message(text=heading, blocks=tuple(found)), replace=replace)


def cancelled(need: Need, speech: Speech) -> Message:
    reason = quoted(need.closed_because)
    sentence = _("{code} is not needed any more. Thank you for being ready to help.", code=need.code)
    said = blocks.section(lines(speech.md(sentence), parts.title(need, speech), reason))
    return Message(text=speech.plain(_("Something you help with is not needed any more.")), blocks=(said,))


def moved(need: Need, speech: Speech) -> Message:
    """To everyone who helps: how it is now."""
    sentence = _("{code} has changed. This is how it is now:", code=need.code)
    return Message(
        text=speech.plain(_("Something you help with has changed.")),
        blocks=(
            blocks.section(lines(speech.md(sentence), parts.title(need, speech), parts.facts(need, speech))),
            blocks.actions(parts.details_button(need, speech), parts.release_button(need, speech)),
        ),
    )


def remind(need: Need, speech: Speech, *, person_id: int) -> Message:
    """To someone who promised something that has not arrived yet."""
    mine = [(item.name, share) for item in need.items if (share := item.of(person_id)) is not None]
    owed = [
        Mrkdwn(f"• {inert(name)}: {share.promised - share.received}")
        for name, share in mine
        if share.promised > share.received
    ]
    sentence = _("Thank you for helping with {code}. It is due on {day}:", code=need.code, day=need.when.day)
    return Message(
        text=speech.plain(_("Something you promised is due soon.")),
        blocks=(
            blocks.section(lines(speech.md(sentence), *owed)),
            blocks.actions(
                parts.details_button(need, speech),
                blocks.button(speech.plain(_("Change my promise")), "needs.promise", need.code),
            ),
        ),
    )


def stranded(need: Need, speech: Speech) -> Message:
    """To coordinators: riders who had a car have none any more."""
    sentence = _("Someone who had a seat for {code} has none any more. Who else could drive?", code=need.code)
    return Message(
        text=speech.plain(_("Someone has no ride any more.")),
        blocks=(
            blocks.section(lines(speech.md(sentence), *_asked(need, speech))),
            blocks.section(parts.riders(need, speech)),
            blocks.actions(driver_button(need, speech, style="primary"), parts.details_button(need, speech)),
        ),
    )


def riders(need: Need, speech: Speech, *, driver: int) -> Message:
    """To a driver, when a coordinator or another driver changed who goes with them."""
    mine = lines(*(parts.party(rider, speech) for rider in rules.riders_of(need, driver)))
    sentence = _("Who rides with you for {code} has changed. This is how it is now:", code=need.code)
    return Message(
        text=speech.plain(_("Who rides with you has changed.")),
        blocks=(
            blocks.section(lines(speech.md(sentence), *_asked(need, speech))),
            blocks.section(mine or speech.md(_("Nobody rides with you at the moment."))),
            blocks.actions(parts.details_button(need, speech), parts.release_button(need, speech)),
        ),
    )


def driver_button(need: Need, speech: Speech, *, style: str | None = None) -> blocks.Element:
    return blocks.button(speech.plain(_("Add a driver")), "needs.driver", need.code, style=style)


def miles(need: Need, speech: Speech, driver: Signup | None = None) -> Message:
    """To a driver, on the day after; to a coordinator about a `driver` who is not in Slack."""
    sentence = _("Thank you for driving {code}! How far was it? The treasurer pays you back.", code=need.code)
    if driver:
        sentence = _("{name} drove {code} and is not in Slack. How far was it?", name=driver.name, code=need.code)
    return Message(
        text=speech.plain(_("How far did you drive?")),
        blocks=(
            blocks.section(speech.md(sentence)),
            blocks.actions(trip_button(need, speech, driver, style="primary")),
        ),
    )


def trip_button(
    need: Need, speech: Speech, driver: Signup | None = None, *, style: str | None = None
) -> blocks.Element:
    """For one's own drive, or for that of someone who is not in Slack."""
    trip = f"{need.code} {driver.person_id}" if driver else need.code
    return blocks.button(speech.plain(_("Miles and tolls")), "needs.trip", trip, style=style)


def asked(need: Need, speech: Speech) -> Message:
    """To coordinators: a volunteer asks for something."""
    return Message(
        text=speech.plain(_("A volunteer asks for help with something.")),
        blocks=(
            blocks.section(lines(speech.md(_("A volunteer asks for:")), *_asked(need, speech))),
            blocks.actions(*decide_buttons(need, speech)),
        ),
    )


def decide_buttons(need: Need, speech: Speech) -> tuple[blocks.Element, ...]:
    return (
        blocks.button(speech.plain(_("Put it before everyone")), "needs.publish", need.code, style="primary"),
        parts.details_button(need, speech),
        blocks.button(speech.plain(_("Decline")), "needs.cancel", need.code),
    )


def _asked(need: Need, speech: Speech) -> tuple[Mrkdwn, Mrkdwn]:
    return parts.title(need, speech), parts.facts(need, speech)


def settled(need: Need, speech: Speech, *, fresh: bool) -> Message:
    """The same once somebody decided, and the word to whoever asked."""
    sentence = _("{code} is before everyone now.", code=need.code)
    if need.state is State.CANCELLED:
        sentence = _("{code} was declined.", code=need.code)
    text = _("What you asked for is before everyone now.") if fresh else _("A volunteer asks for help with something.")
    said = lines(speech.md(sentence), *_asked(need, speech))
    return Message(
        text=speech.plain(text),
        blocks=(blocks.section(said), blocks.actions(parts.details_button(need, speech))),
    )


def answer(need: Need, sentence: Text, speech: Speech) -> Say:
    """A sentence for whoever pressed, with what it is about and what they can do next."""
    about = joined(speech.md(kind_name(need.kind)), inert(need.title), speech.md(when_text(need.when)))
    return replies.answer(
        speech,
        blocks.section(lines(speech.md(sentence), about)),
        blocks.actions(parts.details_button(need, speech)),
        title=need.code,
    )
