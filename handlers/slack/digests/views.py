"""What people see of digests."""

from datetime import datetime

from chatbot.digests.model import Content, Digest, Plan
from chatbot.digests.rules import LONGEST_HORIZON
from chatbot.hearings.model import Hearing
from chatbot.kit.i18n import Text, _, n_
from chatbot.people.model import Person, Role
from handlers.slack import blocks
from handlers.slack.blocks import Block, Choice
from handlers.slack.hearings.views import by_day
from handlers.slack.press import Message, Say
from handlers.slack.speech import Mrkdwn, Speech, bold, lines
from handlers.slack.zones import zone_menu

MOST = 15
"""Hearings in one digest: with their buttons and days they stay below Slack's fifty blocks."""


def may_set(person: Person) -> bool:
    return person.has(Role.COORDINATOR)


def daily(content: Content, speech: Speech) -> Message:
    """The message of the day. Its buttons and its text follow every change until tomorrow's comes."""
    return Message(text=speech.plain(_("Here is today's digest.")), blocks=tuple(_blocks(content, speech)))


def preview(content: Content, speech: Speech) -> Say:
    """The same, for one pair of eyes."""
    note = blocks.context(speech.md(_("Preview: only you see this. The channel gets it at the hour that is set.")))
    return Say(
        message=Message(text=speech.plain(_("A preview of the digest.")), blocks=(note, *_blocks(content, speech)))
    )


def _blocks(content: Content, speech: Speech) -> list[Block]:
    hearings = tuple(item for item in content.sections.get("hearings", ()) if isinstance(item, Hearing))
    title = _("{day}: what is coming up", day=content.day)
    found: list[Block] = [blocks.header(speech.plain(title))]
    if not hearings:
        nothing = n_("Nothing in the next {count} day.", "Nothing in the next {count} days.", content.plan.horizon)
        return [*found, blocks.section(Mrkdwn(f":seedling: {speech.md(nothing)} {speech.md(_('Have a good day.'))}"))]
    uncovered = tuple(hearing for hearing in hearings if not hearing.roster.covered)[:MOST]
    covered = tuple(hearing for hearing in hearings if hearing.roster.covered)[: MOST - len(uncovered)]
    if uncovered:
        count = sum(not hearing.roster.covered for hearing in hearings)
        needed = n_("{count} hearing still needs people.", "{count} hearings still need people.", count)
    else:
        needed = _("Everything is covered. Thank you!")
    found.append(blocks.section(bold(speech.md(needed))))
    found += by_day(uncovered, speech, person_id=None)
    if uncovered and covered:
        found.append(blocks.section(bold(speech.md(_("Already covered")))))
    found += by_day(covered, speech, person_id=None)
    if len(hearings) > MOST:
        found.append(blocks.context(speech.md(_("And {count} more: /hearings", count=len(hearings) - MOST))))
    return found


def overview(speech: Speech, channel: str, digest: Digest | None, due: datetime | None, *, may_set: bool) -> Say:
    """What the channel gets, and what can be done about it."""
    said = [speech.md(_plan_text(digest.plan))] if digest else [speech.md(_("This channel has no digest yet."))]
    if due is not None:
        said.append(speech.md(_("The next one comes on {moment}.", moment=due)))
    set_label = _("Change") if digest else _("Set up a digest")
    stop = blocks.button(
        speech.plain(_("Stop")),
        "digests.stop",
        channel,
        confirm=blocks.Confirm(
            title=speech.plain(_("Stop the digest?")),
            text=speech.plain(_("This channel gets no digest any more until someone sets one up.")),
            yes=speech.plain(_("Stop")),
            no=speech.plain(_("Keep")),
        ),
    )
    buttons = blocks.actions(
        blocks.button(speech.plain(set_label), "digests.set", channel, style="primary") if may_set else None,
        blocks.button(speech.plain(_("Preview")), "digests.preview", channel),
        stop if may_set and digest else None,
    )
    hint = [] if may_set else [blocks.context(speech.md(_("Coordinators can set when it comes.")))]
    return Say(
        message=Message(
            text=speech.plain(_("The digest of this channel.")),
            blocks=(blocks.section(lines(*said)), buttons, *hint),
        )
    )


def _plan_text(plan: Plan) -> Text:
    zone = plan.zone.key.replace("_", " ")
    if len(plan.weekdays) == len(range(7)):
        return n_(
            "A digest comes here every day at {hour} ({zone}) and looks {count} day ahead.",
            "A digest comes here every day at {hour} ({zone}) and looks {count} days ahead.",
            plan.horizon,
            hour=plan.at,
            zone=zone,
        )
    return n_(
        "A digest comes here at {hour} ({zone}) on {days} and looks {count} day ahead.",
        "A digest comes here at {hour} ({zone}) on {days} and looks {count} days ahead.",
        plan.horizon,
        hour=plan.at,
        zone=zone,
        days=[weekday_name(day) for day in sorted(plan.weekdays)],
    )


def weekday_name(weekday: int) -> Text:
    """The name of a weekday, Monday being 0."""
    return (
        _("Monday"),
        _("Tuesday"),
        _("Wednesday"),
        _("Thursday"),
        _("Friday"),
        _("Saturday"),
        _("Sunday"),
    )[weekday]


def form(speech: Speech, channel: str, plan: Plan) -> Block:
    say = speech.plain
    days = [Choice(label=say(weekday_name(day)), value=str(day)) for day in range(7)]
    return blocks.modal(
        say(_("Digest")),
        [
            blocks.field("at", say(_("At")), blocks.time_input(initial=plan.at.strftime("%H:%M")), optional=False),
            blocks.field(
                "weekdays",
                say(_("On")),
                blocks.checkboxes("weekdays", days, ticked=[str(day) for day in plan.weekdays]),
                optional=False,
            ),
            blocks.field("zone", say(_("Time zone")), zone_menu(plan.zone), optional=False),
            blocks.field(
                "horizon",
                say(_("How many days ahead?")),
                blocks.number_input(initial=plan.horizon, least=1, most=LONGEST_HORIZON),
                optional=False,
            ),
        ],
        close=say(_("Back")),
        submit=say(_("Save")),
        callback_id="digests.set_form",
        metadata=channel,
    )


def done(speech: Speech, digest: Digest, due: datetime | None) -> Block:
    """After it was set: what happens next, and the way to see it now."""
    said = [speech.md(_plan_text(digest.plan))]
    if due is not None:
        said.append(speech.md(_("The next one comes on {moment}.", moment=due)))
    return blocks.modal(
        speech.plain(_("Digest")),
        [
            blocks.section(lines(bold(speech.md(_("Saved."))), *said)),
            blocks.actions(blocks.button(speech.plain(_("Preview")), "digests.preview", digest.channel)),
        ],
        close=speech.plain(_("Close")),
    )


def stopped(speech: Speech) -> Say:
    sentence = speech.md(_("This channel gets no digest any more. /digest sets one up again."))
    return Say(message=Message(text=speech.plain(_("The digest of this channel.")), blocks=(blocks.section(sentence),)))
