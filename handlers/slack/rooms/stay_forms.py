"""The forms about a stay: who needs a room, a longer stay, an early end."""

from datetime import date

from chatbot.kit.i18n import _
from chatbot.rooms.forms import TOWN
from chatbot.rooms.messages import nights_text
from chatbot.rooms.model import Feature
from chatbot.rooms.rules import MOST_BEDS
from chatbot.rooms.stays.messages import need_name
from chatbot.rooms.stays.model import Stay
from handlers.slack import blocks
from handlers.slack.blocks import Block, Choice
from handlers.slack.rooms import parts
from handlers.slack.rooms.offer_modals import NIGHTS
from handlers.slack.speech import Speech, joined

NOT_AT_ALL = _("The first night or earlier means that they do not come.")


def form(speech: Speech, today: date, *, stay: Stay | None = None, contact: str = "") -> Block:
    """The form for a stay, empty or filled with what was written."""
    say = speech.plain
    needs = [Choice(label=say(need_name(one)), value=one) for one in Feature if one is not Feature.CHILDREN]
    found = [
        blocks.field(
            "alias",
            say(_("Who is it for?")),
            blocks.text_input(initial=stay.alias if stay else "", longest=40),
            hint=say(_("An alias or initials, never a full name. Everyone can read this.")),
            optional=False,
        ),
        blocks.field(
            "adults",
            say(_("Adults")),
            blocks.number_input(initial=stay.adults if stay else 1, least=1, most=MOST_BEDS),
            optional=False,
        ),
        blocks.field(
            "children", say(_("Children")), blocks.number_input(initial=stay.children if stay else 0, most=MOST_BEDS)
        ),
        blocks.field(
            "first",
            say(_("First night")),
            blocks.date_input(initial=(stay.nights.first if stay else today).isoformat()),
            optional=False,
        ),
        blocks.field(
            "until",
            say(_("Until")),
            blocks.date_input(initial=stay.nights.until.isoformat() if stay and stay.nights.until else None),
            hint=say(NIGHTS),
            optional=False,
        ),
        blocks.field(
            "town", say(_("Preferred town")), blocks.text_input(initial=stay.town if stay else "", longest=TOWN)
        ),
        blocks.field(
            "needs", say(_("What they need")), blocks.checkboxes("needs", needs, ticked=stay.needs if stay else ())
        ),
        blocks.field(
            "languages",
            say(_("Languages they speak")),
            blocks.text_input(
                initial=stay.languages if stay else "", longest=120, placeholder=say(_("For example: Spanish, English"))
            ),
        ),
        blocks.field(
            "note",
            say(_("Note for the host")),
            blocks.text_input(initial=stay.note if stay else "", multiline=True, longest=600),
        ),
        blocks.divider(),
        blocks.field(
            "contact",
            say(_("How the guests are reached")),
            blocks.text_input(initial=contact, multiline=True, longest=600),
            hint=say(_("Sealed: it opens to the host once both have said yes.")),
        ),
    ]
    return blocks.modal(
        say(_("Edit {code}", code=stay.code)) if stay else say(_("Ask for a room")),
        found,
        close=say(_("Back")),
        submit=say(_("Save")) if stay else say(_("Add")),
        callback_id="stays.edit_form" if stay else "stays.ask_form",
        metadata=stay.code if stay else "",
    )


def longer(stay: Stay, speech: Speech) -> Block:
    say = speech.plain
    return blocks.modal(
        say(_("Stay longer")),
        [
            blocks.section(joined(parts.stay_title(stay, speech), speech.md(nights_text(stay.nights)))),
            blocks.field("until", say(_("Until")), blocks.date_input(), hint=say(NIGHTS), optional=False),
            blocks.context(speech.md(_("The host is asked; the nights are held until they answer."))),
        ],
        close=say(_("Back")),
        submit=say(_("Ask the host")),
        callback_id="stays.longer_form",
        metadata=stay.code,
    )


def end(stay: Stay, speech: Speech, today: date) -> Block:
    say = speech.plain
    onward = [Choice(label=say(_("They still need a room from then on")), value="yes")]
    return blocks.modal(
        say(_("Leave early")),
        [
            blocks.section(joined(parts.stay_title(stay, speech), speech.md(nights_text(stay.nights)))),
            blocks.field(
                "day",
                say(_("Until")),
                blocks.date_input(initial=today.isoformat()),
                hint=f"{say(NIGHTS)} {say(NOT_AT_ALL)}",
                optional=False,
            ),
            blocks.field("onward", say(_("Afterwards")), blocks.checkboxes("onward", onward)),
        ],
        close=say(_("Back")),
        submit=say(_("Save")),
        callback_id="stays.end_form",
        metadata=stay.code,
    )
