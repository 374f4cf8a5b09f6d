"""What people see of hearings in messages: the card, the list, the answers, and words to one person."""

from datetime import datetime

from chatbot.hearings.messages import kind_hint
from chatbot.hearings.model import Hearing, Page, State
from chatbot.kit.i18n import Text, _, n_, value
from chatbot.people.model import Person
from chatbot.signups.times import is_over
from handlers.slack import blocks, turning
from handlers.slack.blocks import Block
from handlers.slack.hearings import parts
from handlers.slack.press import Message, Say
from handlers.slack.signups.views import standing
from handlers.slack.speech import Mrkdwn, Speech, bold, inert, joined, lines


def card(hearing: Hearing, speech: Speech, now: datetime) -> Message:
    """The live card in a channel, the same for everyone."""
    return Message(
        text=speech.plain(_("A hearing needs company.")),
        blocks=(
            *_standing(hearing, speech, now),
            blocks.section(lines(parts.title(hearing, speech), parts.facts(hearing, speech))),
            blocks.section(parts.seats(hearing, speech)),
            parts.card_buttons(hearing, speech, now),
            blocks.context(speech.md(kind_hint(hearing.kind))),
        ),
    )


def _standing(hearing: Hearing, speech: Speech, now: datetime) -> list[Block]:
    """The line on top of a card that does not stand any more."""
    if hearing.state is State.CANCELLED:
        reason = inert(hearing.cancelled_because)
        cancelled = speech.md(_("Cancelled"))
        return [blocks.section(joined(bold(Mrkdwn(f":no_entry_sign: {cancelled}")), reason))]
    if is_over(hearing.when, now):
        return [blocks.context(speech.md(_("This hearing is over.")))]
    return []


def shown(hearing: Hearing, speech: Speech, now: datetime, *, may_change: bool) -> Say:
    """One hearing, for the person who asked for its code."""
    message = card(hearing, speech, now)
    if may_change and hearing.state is State.OPEN:
        message = Message(text=message.text, blocks=(*message.blocks, change_buttons(hearing, speech)))
    return Say(message=message)


def change_buttons(hearing: Hearing, speech: Speech) -> Block:
    """What coordinators can do."""
    return blocks.actions(*parts.change_elements(hearing, speech))


def listing(
    page: Page,
    words: str,
    speech: Speech,
    *,
    by: Person,
    may_add: bool,
    replace: bool = False,
    said: Text | None = None,
) -> Say:
    """One page of the list, grouped by day, with buttons to turn the page. `said` is what just happened, on top."""
    news = blocks.news(said, speech)
    if page.total == 0:
        nothing = _nothing(words, speech, may_add=may_add)
        return Say(message=Message(text=nothing.text, blocks=(*news, *nothing.blocks)), replace=replace)
    found: list[Block] = [*news, blocks.header(speech.plain(n_("{count} hearing", "{count} hearings", page.total)))]
    found += by_day(page.hearings, speech, person_id=by.id, place=f"{page.number} {words}")
    found += _page_turner(page, words, speech, may_add=may_add)
    return Say(message=Message(text=_heading(speech), blocks=tuple(found)), replace=replace)


def by_day(hearings: tuple[Hearing, ...], speech: Speech, *, person_id: int | None, place: str = "") -> list[Block]:
    """The hearings under the days they happen on, two blocks each; for one person with how they stand to it."""
    found: list[Block] = []
    for number, hearing in enumerate(hearings):
        if number == 0 or hearings[number - 1].when.day != hearing.when.day:
            found.append(blocks.context(bold(speech.md(_day(hearing)))))
        mine = person_id if person_id is not None and hearing.roster.of(person_id) else None
        own = speech.md(standing(hearing.roster, mine, hearing.when)) if mine is not None else None
        found.append(blocks.section(lines(parts.summary(hearing, speech), own)))
        found.append(parts.line_buttons(hearing, speech, person_id, place))
    return found


def _day(hearing: Hearing) -> Text:
    return value(hearing.when.day) if hearing.when.day else _("Date to be announced")


def _heading(speech: Speech) -> str:
    return speech.plain(_("Here are the hearings you asked for."))


def _nothing(words: str, speech: Speech, *, may_add: bool) -> Message:
    if words.strip():
        sentence = _("Nothing matches “{words}”. Type /hearings to see the next 14 days.", words=words.strip()[:80])
    else:
        sentence = _("No hearings in the next 14 days. When one is added, its card appears in the channel.")
    found = [blocks.section(Mrkdwn(f":seedling: {speech.md(sentence)}"))]
    if may_add:
        found.append(blocks.actions(_add_button(speech)))
    return Message(text=_heading(speech), blocks=tuple(found))


def _add_button(speech: Speech) -> blocks.Element:
    return blocks.button(speech.plain(_("Add a hearing")), "hearings.add")


def _page_turner(page: Page, words: str, speech: Speech, *, may_add: bool) -> list[Block]:
    buttons = turning.buttons("hearings.", page.number, page.pages, speech, carried=words)
    if may_add:
        buttons.append(_add_button(speech))
    return [*([blocks.actions(*buttons)] if buttons else []), *turning.line(page.number, page.pages, speech)]
