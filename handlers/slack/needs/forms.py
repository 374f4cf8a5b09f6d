"""The forms of needs. Each asks only for what its kind needs."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from chatbot.clusters.families.model import Family
from chatbot.kit.i18n import Text, _
from chatbot.needs.forms import MOST_PEOPLE
from chatbot.needs.gifts.rules import MOST
from chatbot.needs.messages import kind_name, way_name
from chatbot.needs.model import GIFTS, Kind, Need, Private, Way
from chatbot.places.model import Place
from handlers.slack import blocks
from handlers.slack.blocks import Block, Choice
from handlers.slack.clusters.turns import family_input
from handlers.slack.speech import Speech

CARRIED = 3000
"""Characters of a window's `private_metadata`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Start:
    """What a new need begins with: its kind, and what a message said that was made into it."""

    kind: Kind | None = None
    note: str = ""
    notes: str = ""

    @classmethod
    def read(cls, metadata: str, kind: str = "") -> "Start":
        """From what a window carries; whatever makes no sense there is left out."""
        try:
            found = json.loads(metadata or "{}")
        except ValueError:
            found = {}
        found = found if isinstance(found, Mapping) else {}
        kind = kind or str(found.get("kind") or "")
        return cls(
            kind=Kind(kind) if kind in list(Kind) else None,
            note=str(found.get("note") or ""),
            notes=str(found.get("notes") or ""),
        )

    def written(self) -> str:
        """As much of it as a window carries, whatever script it is written in."""
        room, carried = len(self.note) + len(self.notes), ""
        while not carried or len(carried) > CARRIED:
            found = {"kind": self.kind, "note": self.note[:room], "notes": self.notes[:room]}
            carried, room = json.dumps(found, ensure_ascii=False), room - 50
        return carried


def chooser(start: Start, speech: Speech) -> Block:
    """The first question of a new need."""
    choices = [Choice(label=speech.plain(kind_name(kind)), value=kind) for kind in Kind]
    menu = blocks.select("needs.kind", choices, placeholder=speech.plain(_("Choose")))
    return blocks.modal(
        speech.plain(_("Ask for help")),
        [blocks.section(speech.md(_("What is needed?"))), blocks.actions(menu)],
        close=speech.plain(_("Close")),
        metadata=start.written(),
    )


def form(
    start: Start,
    speech: Speech,
    places: Sequence[Place],
    *,
    need: Need | None = None,
    private: Private | None = None,
    about: str = "",
    families: Sequence[Family] = (),
) -> Block:
    """The form of a new need of this kind, or of one that is there, filled with what is known."""
    kind = need.kind if need else start.kind or Kind.OTHER
    hidden = private or Private(notes=start.notes)
    say = speech.plain
    found = [
        blocks.field(
            "title",
            say(_("What is needed, in a few words?")),
            blocks.text_input(initial=need.title if need else "", longest=80, placeholder=say(_EXAMPLES[kind])),
            optional=False,
        ),
        blocks.field(
            "alias",
            say(_("Who is it for?")),
            blocks.text_input(initial=need.alias if need else "", longest=40),
            hint=say(_("An alias or initials, never a full name. Everyone can read this.")),
            optional=False,
        ),
        *_amounts(kind, speech, need),
        *_when(kind, speech, need),
        *_where(kind, speech, places, need),
        blocks.field(
            "languages",
            say(_("Languages that help")),
            blocks.text_input(initial=need.languages if need else "", longest=120),
        ),
        blocks.field(
            "note",
            say(_("Note for everyone")),
            blocks.text_input(initial=need.note if need else start.note, multiline=True),
            hint=say(_("Everyone can read this.")),
        ),
        blocks.field(
            "about",
            say(_("Does it belong to a hearing or a stay?")),
            blocks.text_input(initial=about, longest=12, placeholder="H204"),
            hint=say(_("Its code. It is shown there as well.")),
        ),
        *family_input(families, need.tie if need else None, speech, is_new=need is None),
        blocks.divider(),
        blocks.context(speech.md(_("Private: sealed, and open only for those who help and for coordinators."))),
        blocks.field("address", say(_("Address")), blocks.text_input(initial=hidden.address)),
        blocks.field("contact", say(_("Contact")), blocks.text_input(initial=hidden.contact)),
        blocks.field("notes", say(_("Notes")), blocks.text_input(initial=hidden.notes, multiline=True)),
    ]
    return blocks.modal(
        say(_("Edit {code}", code=need.code)) if need else say(kind_name(kind)),
        found,
        close=say(_("Back")),
        submit=say(_("Save")) if need else say(_("Add")),
        callback_id="needs.edit_form" if need else "needs.add_form",
        metadata=f"{need.code} {kind}" if need else Start(kind=kind).written(),
    )


_EXAMPLES: dict[Kind, Text] = {
    Kind.RIDE: _("For example: visit on Sunday"),
    Kind.LETTERS: _("For example: letter to the judge"),
    Kind.SUPPLIES: _("For example: things for a baby"),
    Kind.PAPERWORK: _("For example: school registration"),
    Kind.BOND_POSTING: _("For example: post the bond of B12"),
    Kind.INTERPRETATION: _("For example: talk with the school"),
    Kind.LEGAL: _("For example: find an attorney near Lynn"),
    Kind.OTHER: _("For example: move a sofa"),
}


def _amounts(kind: Kind, speech: Speech, need: Need | None) -> list[Block]:
    say = speech.plain
    if kind is Kind.LETTERS:
        wanted = need.items[0].wanted if need and need.items else 10
        number = blocks.number_input(initial=wanted, least=1, most=MOST)
        return [blocks.field("wanted", say(_("How many letters?")), number, optional=False)]
    if kind is Kind.SUPPLIES:
        listed = "\n".join(f"{item.wanted} {item.name}" for item in need.items) if need else ""
        box = blocks.text_input(initial=listed, multiline=True, placeholder=say(_("12 diapers size 4")))
        hint = say(_("A line each: how many, and of what."))
        return [blocks.field("items", say(_("What is wanted?")), box, hint=hint, optional=False)]
    maximum = sum(seats.maximum for seats in need.roster.seats.values()) if need else 1
    label = _("How many drivers may come?") if kind is Kind.RIDE else _("How many people may help?")
    return [blocks.field("people", say(label), blocks.number_input(initial=maximum, least=1, most=MOST_PEOPLE))]


def _when(kind: Kind, speech: Speech, need: Need | None) -> list[Block]:
    say = speech.plain
    day = need.when.day.isoformat() if need and need.when.day else None
    if kind in GIFTS:
        return [blocks.field("day", say(_("Until which day?")), blocks.date_input(initial=day))]
    start = need.when.starts_at.astimezone(need.when.zone).strftime("%H:%M") if need and need.when.starts_at else None
    found = [
        blocks.field("day", say(_("Day")), blocks.date_input(initial=day)),
        blocks.field("start", say(_("Starts at")), blocks.time_input(initial=start)),
    ]
    if kind is Kind.RIDE:
        choices = [Choice(label=say(way_name(way)), value=way) for way in Way]
        chosen = need.way if need else Way.BOTH
        found.append(blocks.field("way", say(_("Which way?")), blocks.select("way", choices, chosen=chosen)))
    return found


def _where(kind: Kind, speech: Speech, places: Sequence[Place], need: Need | None) -> list[Block]:
    say = speech.plain
    town = blocks.text_input(initial=need.town if need else "", longest=60)
    label = _("To which town?") if kind is Kind.RIDE else _("In which town?")
    hint = say(_("Everyone can read this. An address belongs into the private part below."))
    found = [blocks.field("town", say(label), town, hint=hint)]
    if places and kind in (Kind.RIDE, Kind.INTERPRETATION, Kind.PAPERWORK):
        choices = [Choice(label=place.name, value=str(place.id)) for place in places]
        chosen = str(need.place_id) if need and need.place_id else None
        menu = blocks.select("place", choices, placeholder=say(_("Choose a court or office")), chosen=chosen)
        found.append(blocks.field("place", say(_("Or a court or office")), menu))
    return found


def cancel_form(need: Need, speech: Speech) -> Block:
    say = speech.plain
    return blocks.modal(
        say(_("Close {code}?", code=need.code)),
        [
            blocks.section(speech.md(_("Everyone who helps is told."))),
            blocks.field(
                "reason",
                say(_("Why?")),
                blocks.text_input(longest=200),
                hint=say(_("Everyone can read this.")),
            ),
        ],
        close=say(_("Back")),
        submit=say(_("Close it")),
        callback_id="needs.cancel_form",
        metadata=need.code,
    )
