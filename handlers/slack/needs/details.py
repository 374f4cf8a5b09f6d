"""The window with everything someone may read of a need, and what they can do there."""

from datetime import datetime

from chatbot.kit.i18n import Text, _
from chatbot.needs import rules
from chatbot.needs.messages import step_name
from chatbot.needs.model import Kind, Need, Opened, State, Step
from chatbot.people.model import Person
from chatbot.signups.model import SeatRole
from handlers.slack import blocks
from handlers.slack.blocks import Block, Choice
from handlers.slack.clusters.turns import family_note
from handlers.slack.needs import parts, views
from handlers.slack.signups.parts import people_button
from handlers.slack.signups.views import standing
from handlers.slack.speech import Mrkdwn, Speech, bold, inert, lines


def details(
    opened: Opened, speech: Speech, now: datetime, *, by: Person, about: str | None = None, said: Text | None = None
) -> Block:
    """Everything the person may read. `about` is the code it hangs on, `said` what just happened."""
    need = opened.need
    stands = rules.stands(need, now)
    mine = need.roster.of(by.id)
    hangs = speech.md(_("Belongs to {code}", code=about)) if about else None
    found = [
        *blocks.news_apart(said, speech),
        blocks.section(bold(speech.md(_("Cancelled")))) if need.state is State.CANCELLED else None,
        blocks.section(lines(parts.title(need, speech), parts.facts(need, speech), hangs)),
        blocks.section(lines(parts.state(need, speech), parts.room_left(need, speech) or None)),
        blocks.section(speech.md(standing(need.roster, by.id, need.when))) if mine else None,
        _own_buttons(need, speech, by) if stands else None,
        *_steps(opened, speech, helps=mine is not None and not mine.waiting, stands=stands),
        blocks.divider(),
        *_private(opened, speech),
        *family_note(need.tie, speech, may_open=opened.may_change),
        *_coordinator(opened, speech, stands=stands),
    ]
    return blocks.modal(
        speech.plain(_("Need {code}", code=need.code)),
        [block for block in found if block],
        close=speech.plain(_("Close")),
        metadata=need.code,
    )


def _own_buttons(need: Need, speech: Speech, by: Person) -> Block:
    mine = need.roster.of(by.id)
    if mine is None:
        return blocks.actions(parts.help_button(need, speech))
    drives = mine.role is SeatRole.DRIVER and need.kind is Kind.RIDE
    car = blocks.button(speech.plain(_("My car")), "needs.drive", need.code) if drives else None
    finish = blocks.button(speech.plain(_("It is done")), "needs.finish", need.code)
    return blocks.actions(
        parts.release_button(need, speech, waits=mine.waiting),
        car,
        views.trip_button(need, speech) if drives and not mine.waiting else None,
        finish if not mine.waiting else None,
    )


def _steps(opened: Opened, speech: Speech, *, helps: bool, stands: bool) -> list[Block]:
    """Boxes to tick while a bond is being posted."""
    need = opened.need
    if need.kind is not Kind.BOND_POSTING or not stands or not (helps or opened.may_change):
        return []
    choices = [Choice(label=speech.plain(step_name(step)), value=step) for step in Step]
    ticked = [step for step in Step if step in need.steps]
    boxes = blocks.checkboxes("needs.steps", choices, ticked=ticked)
    return [blocks.section(bold(speech.md(_("Tick what is done")))), {**blocks.actions(boxes), "block_id": "steps"}]


def _private(opened: Opened, speech: Speech) -> list[Block]:
    if opened.private is None:
        sentence = _("Address and contact open here for those who help.")
        return [blocks.context(speech.md(sentence))]
    entries = (
        (_("Address"), opened.private.address),
        (_("Contact"), opened.private.contact),
        (_("Notes"), opened.private.notes),
    )
    riders = {rider.id: rider for rider in opened.need.riders}
    found = [lines(bold(speech.md(label)), inert(value)) for label, value in entries if value]
    found += [
        lines(bold(speech.md(_("Pick up {alias}", alias=riders[number].alias))), inert(address))
        for number, address in opened.pickups.items()
        if number in riders
    ]
    if not found:
        return [blocks.section(speech.md(_("Nothing private is written down here.")))]
    reminder = _("Only you see this, and it is noted that you opened it. Please do not copy it into a chat.")
    return [*(blocks.section(Mrkdwn(one)) for one in found), blocks.context(speech.md(reminder))]


def _coordinator(opened: Opened, speech: Speech, *, stands: bool) -> list[Block]:
    need, say = opened.need, speech.plain
    if not opened.may_change:
        return []
    if need.state is State.ASKED:
        edit = blocks.button(say(_("Edit")), "needs.edit", need.code)
        return [blocks.actions(*views.decide_buttons(need, speech), edit)]
    if need.state is not State.OPEN:
        return []
    is_ride = need.kind is Kind.RIDE
    first = blocks.actions(
        blocks.button(say(_("Edit")), "needs.edit", need.code),
        blocks.button(say(_("Add a rider")), "needs.rider", need.code) if is_ride and stands else None,
        views.driver_button(need, speech) if is_ride and stands else None,
        people_button(need.code, speech) if need.role else None,
        blocks.button(say(_("What has arrived")), "needs.receive", need.code) if need.items else None,
        blocks.button(say(_("It is done")), "needs.finish", need.code, style="primary"),
        blocks.button(say(_("Not needed any more")), "needs.cancel", need.code, style="danger"),
    )
    choices = [Choice(label=f"{rider.alias} · {rider.town}", value=f"{need.code} {rider.id}") for rider in need.riders]
    outside = [one for one in need.roster.holders(SeatRole.DRIVER) if not one.reachable]
    trips = [blocks.section(inert(one.name), accessory=views.trip_button(need, speech, one)) for one in outside]
    remove = blocks.select("needs.rider_off", choices, placeholder=say(_("Take a rider off…"))) if choices else None
    return [first, *(trips if is_ride else []), *([blocks.actions(remove)] if remove else [])]
