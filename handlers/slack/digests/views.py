"""What people see of the digests of a channel."""

from datetime import datetime

from chatbot.digests.model import Content, Digest
from chatbot.digests.rules import MOST_DIGESTS
from chatbot.kit.i18n import Text, _, n_, value
from chatbot.people.model import Person, Role
from handlers.slack import blocks
from handlers.slack.blocks import Block, Element
from handlers.slack.digests.pages import Page, Views, filled, of_lines
from handlers.slack.digests.plan_text import plan_lines
from handlers.slack.press import Message, Say
from handlers.slack.sections import SectionNames
from handlers.slack.speech import Mrkdwn, Speech, bold, lines

MOST_PARTS = 6
"""Messages of one digest; what is beyond them is counted."""

Names = dict[str, SectionNames]


def may_set(person: Person) -> bool:
    return person.has(Role.COORDINATOR)


def page(content: Content, views: Views, speech: Speech) -> Page:
    """One message of the day, filled. Its buttons and its text follow every change until tomorrow's comes."""
    return filled(_head(content, speech), content.sections, of_lines(views, speech), speech)


def daily(page: Page, speech: Speech, *, uncounted: int = 0) -> Message:
    """The message of that page; `uncounted` items stand in no message."""
    more = [_more(speech, uncounted)] if uncounted else []
    return Message(text=speech.plain(_("Here is today's digest.")), blocks=(*page.blocks, *more))


def preview(content: Content, views: Views, speech: Speech) -> Say:
    """The same, for one pair of eyes."""
    note = blocks.context(speech.md(_("Preview: only you see this. The channel gets it at the hour that is set.")))
    shown = page(content, views, speech)
    more = [_more(speech, len(shown.left))] if shown.left else []
    return Say(message=Message(text=speech.plain(_("A preview of the digest.")), blocks=(note, *shown.blocks, *more)))


def _head(content: Content, speech: Speech) -> list[Block]:
    if content.part > 1:
        goes_on = [blocks.context(bold(speech.md(_("{day}, continued", day=content.day))))]
        settled = blocks.context(speech.md(_("What stood here is settled.")))
        return [*goes_on, settled] if content.is_empty else goes_on
    head: list[Block] = [blocks.header(speech.plain(_("{day}: what is coming up", day=content.day)))]
    if content.missed:
        days = [value(day) for day in content.missed]
        head.append(blocks.context(speech.md(_("No digest came on {days}: I was not running then.", days=days))))
    if content.is_empty:
        ahead = content.digest.plan.horizon
        nothing = n_("Nothing in the next {count} day.", "Nothing in the next {count} days.", ahead)
        kindly = speech.md(_("Have a good day."))
        head.append(blocks.section(Mrkdwn(f":seedling: {speech.md(nothing)} {kindly}")))
    return head


def _more(speech: Speech, count: int) -> Block:
    return blocks.context(speech.md(n_("And {count} more.", "And {count} more.", count)))


def overview(
    speech: Speech,
    channel: str,
    found: list[tuple[Digest, datetime | None]],
    *,
    names: Names,
    by: Person,
    said: Text | None = None,
) -> Say:
    """What the channel gets, and what can be done about it. `said` is what just happened, on top."""
    shown: list[Block] = blocks.news(said, speech)
    for digest, due in found:
        told = [*plan_lines(digest.plan, names, speech), _next(digest, due, speech)]
        shown.append(blocks.section(lines(*told)))
        shown.append(_buttons(digest, speech, may_set=may_set(by)))
    if not found:
        shown.append(blocks.section(speech.md(_("This channel has no digest yet."))))
    shown += _start(channel, speech, how_many=len(found), may_set=may_set(by))
    message = Message(text=speech.plain(_("The digest of this channel.")), blocks=tuple(shown))
    return Say(message=message, replace=said is not None)


def _next(digest: Digest, due: datetime | None, speech: Speech) -> Mrkdwn | None:
    if digest.paused:
        return speech.md(_(":double_vertical_bar: Paused."))
    return speech.md(_("The next one comes on {moment}.", moment=due)) if due else None


def _start(channel: str, speech: Speech, *, how_many: int, may_set: bool) -> list[Block]:
    if not may_set:
        found = [blocks.context(speech.md(_("Coordinators can set when it comes.")))]
        return [blocks.actions(preview_button(channel, speech)), *found] if how_many == 0 else found
    if how_many == 0:
        begin = blocks.button(speech.plain(_("Set up a digest")), "digests.set", channel, style="primary")
        return [blocks.actions(begin, preview_button(channel, speech))]
    if how_many >= MOST_DIGESTS:
        return []
    return [blocks.actions(blocks.button(speech.plain(_("Add another digest")), "digests.set", channel))]


def _buttons(digest: Digest, speech: Speech, *, may_set: bool) -> Block:
    number = str(digest.id)
    preview = preview_button(number, speech)
    if not may_set:
        return blocks.actions(preview)
    change = blocks.button(speech.plain(_("Change")), "digests.set", number)
    pause = blocks.button(speech.plain(_("Pause")), "digests.pause", number)
    resting = resume_button(digest, speech) if digest.paused else pause
    return blocks.actions(preview, change, resting, _stop_button(number, speech))


def preview_button(value: str, speech: Speech) -> Element:
    return blocks.button(speech.plain(_("Preview")), "digests.preview", value)


def resume_button(digest: Digest, speech: Speech) -> Element:
    return blocks.button(speech.plain(_("Resume")), "digests.resume", str(digest.id), style="primary")


def _stop_button(value: str, speech: Speech) -> Element:
    return blocks.button(
        speech.plain(_("Stop")),
        "digests.stop",
        value,
        confirm=blocks.Confirm(
            title=speech.plain(_("Stop the digest?")),
            text=speech.plain(_("It comes no more. Pause it instead if you want it back later.")),
            yes=speech.plain(_("Stop")),
            no=speech.plain(_("Keep")),
        ),
    )
