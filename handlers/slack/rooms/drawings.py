"""What the bot writes to hosts and coordinators by itself, drawn from the present state; nothing private."""

from chatbot.bootstrap import Chatbot
from chatbot.kit.i18n import Text, _
from chatbot.kit.letters import Letter
from chatbot.rooms.model import Offer
from chatbot.rooms.stays.model import Stay
from chatbot.rooms.stays.refusals import NoSuchStay
from handlers.slack import blocks
from handlers.slack.blocks import Block
from handlers.slack.door import Door, Drawing
from handlers.slack.here import Here, here
from handlers.slack.press import Message
from handlers.slack.rooms import parts
from handlers.slack.rooms.words import ANYWAY, WORDS, Word
from handlers.slack.speech import Speech, inert, joined, lines, quoted


def register(door: Door) -> None:
    for view, word in WORDS.items():
        door.drawing(view, _drawing(view, word), called=_("word about a stay"))
    for view in ("rooms.vetted", "rooms.still_free", "rooms.expired"):
        door.drawing(view, offer_drawn, called=_("word about a room"))


def _drawing(view: str, word: Word) -> Drawing:
    async def draw(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
        try:
            stay = await chatbot.stays.drawn(int(letter.blanks["stay"]), team_id=letter.team_id)
        except NoSuchStay:
            return None
        if not _holds(view, word, stay, letter):
            return None
        now = await here(letter.team_id, chatbot)
        return drawn(word, stay, now, speech)

    return draw


def _notification(word: Word) -> Text:
    if word.asks:
        return _("Somebody waits for your answer about a room.")
    return _("There is news about a stay.")


def drawn(word: Word, stay: Stay, now: Here, speech: Speech) -> Message:
    """The word, with the stay it is about on top."""
    return Message(text=speech.plain(_notification(word)), blocks=tuple(_blocks(word, stay, now, speech)))


def _blocks(word: Word, stay: Stay, now: Here, speech: Speech) -> list[Block]:
    about = lines(parts.stay_title(stay, speech), parts.stay_facts(stay, speech), quoted(stay.note))
    by = parts.answer_by(stay, now, speech) if word.asks else None
    buttons = word.buttons(stay, speech) if word.buttons else None
    found = (blocks.section(about), blocks.section(speech.md(word.says(stay))), by, buttons)
    return [block for block in found if block]


def _holds(view: str, word: Word, stay: Stay, letter: Letter) -> bool:
    match_id = letter.blanks.get("match")
    match = stay.match if stay.match and stay.match.id == match_id else None
    if view in ANYWAY:
        return True
    if not word.states:
        return match is None
    if view == "stays.longer_asked" and (match is None or match.longer_until is None):
        return False
    return match is not None and match.state in word.states


async def offer_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    """To a host about their room: vetted, still free?, expired."""
    offer = await chatbot.rooms.drawn(int(letter.blanks["offer"]), team_id=letter.team_id)
    if offer is None:
        return None
    renew = blocks.button(speech.plain(_("Still free")), "rooms.renew", offer.code, style="primary")
    close = blocks.button(speech.plain(_("Not any more")), "rooms.close", offer.code)
    details = parts.offer_details_button(offer, speech)
    buttons = blocks.actions(details) if letter.view == "rooms.vetted" else blocks.actions(renew, close, details)
    title = joined(parts.offer_title(offer, speech), inert(offer.host) if offer.is_kept else None)
    return Message(
        text=speech.plain(_("There is news about your room.")),
        blocks=(
            blocks.section(lines(title, speech.md(_about(letter.view, offer)))),
            buttons,
        ),
    )


def _about(view: str, offer: Offer) -> Text:
    match view:
        case "rooms.vetted" if offer.is_kept:
            return _("{name} is vetted. From now on guests can be proposed; you answer for them.", name=offer.host)
        case "rooms.vetted":
            return _("You are vetted. From now on guests can be proposed to you; you are asked each time.")
        case "rooms.still_free":
            return _("Is it still free? After {day} nobody is proposed to you until you say so.", day=offer.good_until)
        case _:
            return _("Nobody is proposed to you any more, because nobody said that it is still free.")
