"""The forms of the directory: a new place, a place that is there, and taking one out."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from chatbot.kit.i18n import _
from chatbot.people.model import Person, Role
from chatbot.places.forms import ADDRESS, ALIASES, AREA, NAME, NOTES, ROOM
from chatbot.places.model import Place, PlaceFacts
from handlers.slack import blocks
from handlers.slack.blocks import Block
from handlers.slack.speech import Speech, bold, inert, lines
from handlers.slack.zones import zone_menu

AREAS_SHOWN = 6


def new(speech: Speech, places: Sequence[Place], *, zone: ZoneInfo, by: Person) -> Block:
    """The empty form, in the network's zone and, for a coordinator of one area, in theirs."""
    theirs = sorted(grant.area for grant in by.grants if grant.role is Role.COORDINATOR)
    area = theirs[0] if theirs and not by.coordinates("") else ""
    empty = PlaceFacts(name="", address="", room="", area=area, zone=zone, notes="", aliases=(), card_channel=None)
    return blocks.modal(
        speech.plain(_("Add a place")),
        _fields(speech, empty, places),
        close=speech.plain(_("Back")),
        submit=speech.plain(_("Add")),
        callback_id="places.add_form",
    )


def edit(speech: Speech, place: Place, places: Sequence[Place]) -> Block:
    out = blocks.button(speech.plain(_("Take out of the directory")), "places.retire", str(place.id), style="danger")
    return blocks.modal(
        speech.plain(_("Edit a place")),
        [*_fields(speech, place, places), blocks.divider(), blocks.actions(out)],
        close=speech.plain(_("Back")),
        submit=speech.plain(_("Save")),
        callback_id="places.edit_form",
        metadata=str(place.id),
    )


def retire(speech: Speech, place: Place) -> Block:
    return blocks.modal(
        speech.plain(_("Take it out?")),
        [
            blocks.section(
                lines(
                    bold(inert(place.name)),
                    speech.md(_("Nobody can choose it for a new hearing any more.")),
                    speech.md(_("Hearings that are there stay there.")),
                    speech.md(_("To bring it back, add a place of the same name.")),
                )
            )
        ],
        close=speech.plain(_("Keep it")),
        submit=speech.plain(_("Take it out")),
        callback_id="places.retire_form",
        metadata=str(place.id),
    )


def _fields(speech: Speech, facts: PlaceFacts, places: Sequence[Place]) -> list[Block]:
    say = speech.plain
    text = blocks.text_input
    areas = list(dict.fromkeys(place.area for place in places if place.area))[:AREAS_SHOWN]
    area_hint = _("The part of the country a coordinator looks after.")
    if areas:
        area_hint = _("The part of the country a coordinator looks after, such as {areas}.", areas=areas)
    return [
        blocks.field("name", say(_("Name")), text(initial=facts.name, longest=NAME), optional=False),
        blocks.field("address", say(_("Address")), text(initial=facts.address, longest=ADDRESS)),
        blocks.field("room", say(_("Room or floor")), text(initial=facts.room, longest=ROOM)),
        blocks.field("area", say(_("Area")), text(initial=facts.area, longest=AREA), hint=say(area_hint)),
        blocks.field("zone", say(_("Time zone")), zone_menu(facts.zone), optional=False),
        blocks.field(
            "aliases",
            say(_("Other names")),
            text(initial=", ".join(facts.aliases), longest=ALIASES),
            hint=say(_("Separated by commas. People find the place by every one of them: /hearings lowell")),
        ),
        blocks.field(
            "card_channel",
            say(_("Channel for its cards")),
            blocks.channel_input(initial=facts.card_channel),
            hint=say(_("Leave it empty for the network's own channel. I must have been invited there.")),
        ),
        blocks.field(
            "notes",
            say(_("Notes for everyone who comes")),
            text(initial=facts.notes, multiline=True, longest=NOTES),
            hint=say(_("Security, parking, where to wait. Nothing about people.")),
        ),
    ]
