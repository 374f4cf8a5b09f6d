"""The windows for few eyes: contacts, notes, and the form for a few sentences."""

from collections.abc import Sequence

from chatbot.kit.i18n import Text, _
from chatbot.rooms.stays.forms import WORDS
from chatbot.rooms.stays.messages import note_title
from chatbot.rooms.stays.model import Contacts, Note, Stay
from handlers.slack import blocks
from handlers.slack.blocks import Block
from handlers.slack.rooms import parts
from handlers.slack.speech import Speech, bold, inert, lines


def contacts(opened: Contacts, speech: Speech) -> Block:
    """Both sides' contacts, as far as this person may read them."""
    home = opened.home
    entries = (
        (_("Guests"), opened.guests),
        (_("Address"), home.address if home else ""),
        (_("Phone"), home.phone if home else ""),
        (_("Arriving"), home.arrival if home else ""),
    )
    filled = [blocks.section(lines(bold(speech.md(label)), inert(value))) for label, value in entries if value]
    nothing = blocks.section(speech.md(_("No contact is written down. Please ask whoever looks after the stay.")))
    reminder = _("Only you see this, and it is noted that you opened it. Please do not copy it into a chat.")
    return blocks.modal(
        speech.plain(_("Contacts of {code}", code=opened.stay.code)),
        [
            blocks.section(parts.stay_title(opened.stay, speech)),
            *(filled or [nothing]),
            blocks.context(speech.md(reminder)),
        ],
        close=speech.plain(_("Close")),
    )


def notes(stay: Stay, found: Sequence[Note], speech: Speech, *, coordinates: bool, asks: bool) -> Block:
    """What was written for few eyes, and what can be written: an answer, a hand-over, or a question."""
    say = speech.plain
    listed = [blocks.section(lines(bold(speech.md(note_title(note))), inert(note.words))) for note in found] or [
        blocks.section(speech.md(_("Nothing is written down yet.")))
    ]
    buttons = [
        blocks.button(say(_("Answer the host")), "stays.answer", stay.code) if coordinates and stay.match else None,
        blocks.button(say(_("Write a note")), "stays.note", stay.code) if coordinates else None,
        blocks.button(say(_("Ask")), "stays.question", stay.code) if asks else None,
    ]
    return blocks.modal(
        say(_("Notes on {code}", code=stay.code)),
        [
            blocks.section(parts.stay_title(stay, speech)),
            *listed[-40:],
            *([blocks.actions(*buttons)] if any(buttons) else []),
            blocks.context(speech.md(_("Only those who look after this stay read this."))),
        ],
        close=say(_("Close")),
        metadata=stay.code,
    )


def words(stay: Stay, speech: Speech, *, title: Text, hint: Text, callback_id: str, hands_over: bool = False) -> Block:
    """A form for a few sentences; `hands_over` lets a coordinator name who looks after the stay from now on."""
    say = speech.plain
    to = blocks.field("person", say(_("Hand over to")), blocks.person_input("person"))
    return blocks.modal(
        say(title),
        [
            blocks.section(parts.stay_title(stay, speech)),
            blocks.field(
                "words",
                say(_("Your words")),
                blocks.text_input(multiline=True, longest=WORDS),
                hint=say(hint),
                optional=False,
            ),
            *([to] if hands_over else []),
        ],
        close=say(_("Back")),
        submit=say(_("Send")),
        callback_id=callback_id,
        metadata=stay.code,
    )
