"""The forms of rides and of what is collected."""

from chatbot.kit.i18n import _
from chatbot.needs.gifts.rules import MOST
from chatbot.needs.model import Need
from chatbot.needs.rides.model import Load
from handlers.slack import blocks
from handlers.slack.blocks import Block, Choice
from handlers.slack.signups.modals import someone_fields
from handlers.slack.speech import Speech


def car_form(need: Need, speech: Speech, *, person_id: int) -> Block:
    """What my car holds; filled with what I said before."""
    mine = next((car.holds for car in need.cars if car.person_id == person_id), Load(seats=3))
    say = speech.plain
    return blocks.modal(
        say(_("Drive for {code}", code=need.code)),
        [
            _number("seats", say(_("How many seats beside yours?")), mine.seats, most=15),
            _number("child_seats", say(_("How many child seats do you have?")), mine.child_seats, most=6),
            _wheelchair(say(_("A wheelchair fits in")), ticked=mine.wheelchair),
            blocks.context(speech.md(_("Nobody is put into your car beyond what you say here."))),
        ],
        close=say(_("Back")),
        submit=say(_("I drive")),
        callback_id="needs.drive_form",
        metadata=need.code,
    )


def driver_form(need: Need, speech: Speech) -> Block:
    """Someone of the workspace, or a name, and what their car holds."""
    say = speech.plain
    return blocks.modal(
        say(_("A driver for {code}", code=need.code)),
        [
            *someone_fields(speech),
            _number("seats", say(_("How many seats beside the driver's?")), 3, most=15),
            _number("child_seats", say(_("How many child seats are there?")), 0, most=6),
            _wheelchair(say(_("A wheelchair fits in")), ticked=False),
            blocks.context(speech.md(_("To change what somebody's car holds, write it down here once more."))),
        ],
        close=say(_("Back")),
        submit=say(_("Add")),
        callback_id="needs.driver_form",
        metadata=need.code,
    )


def rider_form(need: Need, speech: Speech) -> Block:
    say = speech.plain
    return blocks.modal(
        say(_("A rider for {code}", code=need.code)),
        [
            blocks.field(
                "alias",
                say(_("Who is it?")),
                blocks.text_input(longest=40),
                hint=say(_("An alias or initials, never a full name. Everyone can read this.")),
                optional=False,
            ),
            blocks.field("town", say(_("From which town?")), blocks.text_input(longest=60), optional=False),
            _number("seats", say(_("How many seats?")), 1, least=1, most=8),
            _number("child_seats", say(_("How many of them child seats?")), 0, most=8),
            _wheelchair(say(_("Uses a wheelchair")), ticked=False),
            blocks.field(
                "address",
                say(_("Pick-up address")),
                blocks.text_input(),
                hint=say(_("Sealed. It opens for the driver of their car and for coordinators.")),
            ),
        ],
        close=say(_("Back")),
        submit=say(_("Add")),
        callback_id="needs.rider_form",
        metadata=need.code,
    )


def _number(name: str, label: str, initial: int, *, most: int, least: int = 0) -> Block:
    return blocks.field(name, label, blocks.number_input(initial=initial, least=least, most=most))


def _wheelchair(label: str, *, ticked: bool) -> Block:
    box = blocks.checkboxes("wheelchair", [Choice(label=label, value="yes")], ticked=["yes"] if ticked else [])
    return blocks.field("wheelchair", label, box)


def trip_form(need: Need, speech: Speech, *, driver: int | None = None) -> Block:
    """My own drive, or that of a driver who is not in Slack."""
    say = speech.plain
    return blocks.modal(
        say(_("Miles for {code}", code=need.code)),
        [
            blocks.field(
                "miles", say(_("Miles in all")), blocks.text_input(longest=8, placeholder="41.5"), optional=False
            ),
            blocks.field("tolls", say(_("Tolls and parking")), blocks.text_input(longest=12, placeholder="$3.50")),
        ],
        close=say(_("Back")),
        submit=say(_("Save")),
        callback_id="needs.trip_form",
        metadata=need.code if driver is None else f"{need.code} {driver}",
    )


def promise_form(need: Need, speech: Speech, *, person_id: int) -> Block:
    """A number for each item; what I promised before stands there."""
    say = speech.plain
    found = []
    for item in need.items:
        mine = item.of(person_id)
        before = mine.promised if mine else 0
        left = item.missing + before
        asks = say(_("{name}: {left} of {wanted} still to give", name=item.name, left=left, wanted=item.wanted))
        number = blocks.number_input(initial=before, most=max(left, before, 1))
        found.append(blocks.field(item.input, asks, number))
    return blocks.modal(
        say(_("What do you bring?")),
        [blocks.section(speech.md(_("Write how many you bring in all. Zero takes it back."))), *found],
        close=say(_("Back")),
        submit=say(_("I bring it")),
        callback_id="needs.promise_form",
        metadata=need.code,
    )


def receive_form(need: Need, speech: Speech) -> Block:
    """A number for each promise: how many of it have arrived."""
    say = speech.plain
    is_promised = any(item.shares for item in need.items)
    found = [
        blocks.field(
            item.share_input(share),
            say(_("{person}: {name}, {promised} promised", person=share.name, name=item.name, promised=share.promised)),
            blocks.number_input(initial=share.received, most=min(share.promised, MOST)),
        )
        for item in need.items
        for share in item.shares
    ][:90]
    nothing = [blocks.section(speech.md(_("Nobody has promised anything yet.")))]
    return blocks.modal(
        say(_("What has arrived?")),
        found or nothing,
        close=say(_("Back")),
        submit=say(_("Save")) if is_promised else None,
        callback_id="needs.receive_form",
        metadata=need.code,
    )
