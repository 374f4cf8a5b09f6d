"""The words about stays to hosts and coordinators: what each says, while it is true, and what can be pressed."""

from collections.abc import Callable
from dataclasses import dataclass

from chatbot.kit.i18n import Text, _
from chatbot.rooms.stays.model import MatchState, Stay, StayState
from handlers.slack import blocks
from handlers.slack.blocks import Block
from handlers.slack.rooms import parts
from handlers.slack.speech import Speech

Buttons = Callable[[Stay, Speech], Block]


@dataclass(frozen=True, kw_only=True, slots=True)
class Word:
    """A word about a stay. It is said only while it is true: while its match is in one of these states.

    No states mean that the match must be over, whoever it is with now.
    """

    says: Callable[[Stay], Text]
    states: tuple[MatchState, ...] = ()
    buttons: Buttons | None = None
    asks: bool = False
    """Whether somebody has to answer: then the notification says so, and the day by which."""


def _details(stay: Stay, speech: Speech) -> Block:
    return blocks.actions(parts.stay_details_button(stay, speech))


def _contacts(stay: Stay, speech: Speech) -> Block:
    return blocks.actions(parts.contacts_button(stay, speech), parts.stay_details_button(stay, speech))


def _notes(stay: Stay, speech: Speech) -> Block:
    return blocks.actions(parts.notes_button(stay, speech), parts.stay_details_button(stay, speech))


_PROPOSED, _ACCEPTED, _AGREED = (MatchState.PROPOSED,), (MatchState.ACCEPTED,), (MatchState.AGREED,)
_HELD = (MatchState.PROPOSED, MatchState.ACCEPTED, MatchState.AGREED)


def _offer(stay: Stay) -> str:
    return stay.match.offer_code if stay.match else ""


def _longer(stay: Stay) -> object:
    return stay.match.longer_until if stay.match else None


def _could_you(stay: Stay) -> Text:
    if stay.match and stay.match.is_kept:
        return _(
            "Could {name} give them a room? It would be {offer}. Please ask them, and answer for them here.",
            name=stay.match.host,
            offer=_offer(stay),
        )
    return _("Could you give them a room? It would be {offer}.", offer=_offer(stay))


def _they_agree(stay: Stay) -> Text:
    if stay.match and stay.match.is_kept:
        return _("They said yes too! Press Contacts and put {name} in touch with them.", name=stay.match.host)
    return _("They said yes too! Press Contacts to get in touch with them.")


def _ended(stay: Stay) -> Text:
    if stay.state is StayState.AGREED:
        return _("They leave on {day}; after that your beds are free again. Thank you!", day=stay.nights.until)
    return _("They do not come after all, and your beds are free again. Thank you!")


WORDS: dict[str, Word] = {
    # to the host
    "stays.proposed": Word(
        says=_could_you,
        states=_PROPOSED,
        buttons=parts.host_buttons,
        asks=True,
    ),
    "stays.taken_back": Word(says=lambda _stay: _("This is not needed from you any more. Thank you for being there!")),
    "stays.withdrawn": Word(says=lambda _stay: _("They do not need a room any more. Thank you for being there!")),
    "stays.guests_declined": Word(says=lambda _stay: _("They found something else. Your yes meant a lot: thank you!")),
    "stays.moved_on": Word(
        says=lambda _stay: _(
            "This question ended without an answer, and your beds are free again. There is nothing to do."
        )
    ),
    "stays.agreed": Word(
        says=_they_agree,
        states=_AGREED,
        buttons=_contacts,
    ),
    "stays.answered": Word(
        says=lambda _stay: _("Your question has an answer. Press Notes."), states=_HELD, buttons=_notes
    ),
    "stays.longer_asked": Word(
        says=lambda stay: _("Could they stay until {day}?", day=_longer(stay)),
        states=_AGREED,
        buttons=parts.longer_buttons,
        asks=True,
    ),
    "stays.ended": Word(says=_ended),
    # to the coordinator
    "stays.accepted": Word(
        says=lambda stay: _("The host of {offer} says yes. Please ask the guests.", offer=_offer(stay)),
        states=_ACCEPTED,
        buttons=parts.guests_buttons,
        asks=True,
    ),
    "stays.declined": Word(
        says=lambda _stay: _("The host cannot take them. Please look for another room."), buttons=_details
    ),
    "stays.host_withdrawn": Word(
        says=lambda _stay: _("The host is not vetted any more. Please look for another room."), buttons=_details
    ),
    "stays.expired": Word(
        says=lambda _stay: _("Nobody answered in time. Please look for another room."), buttons=_details
    ),
    "stays.question": Word(says=lambda _stay: _("The host has a question. Press Notes."), states=_HELD, buttons=_notes),
    "stays.longer_granted": Word(
        says=lambda stay: _("They may stay until {day}. Please tell the guests.", day=stay.nights.until),
        states=_AGREED,
        buttons=_details,
    ),
    "stays.longer_refused": Word(
        says=lambda stay: _("It stays as agreed: until {day}. Please tell the guests.", day=stay.nights.until),
        states=_AGREED,
        buttons=_details,
    ),
    "stays.longer_expired": Word(
        says=lambda stay: _(
            "The host did not answer whether they may stay longer: it ends on {day}.", day=stay.nights.until
        ),
        states=_AGREED,
        buttons=_details,
    ),
    "stays.help_wanted": Word(
        says=lambda _stay: _("Something is needed. Please get in touch today."), states=_AGREED, buttons=_contacts
    ),
    "stays.handed_over": Word(says=lambda _stay: _("You look after this stay now. Press Notes."), buttons=_notes),
    # to both
    "stays.check_in": Word(says=lambda _stay: _("How is it going?"), states=_AGREED, buttons=parts.check_in_buttons),
}

ANYWAY = {"stays.handed_over", "stays.ended"}
"""Said whatever became of the match."""
