"""The windows about a room: details, the form, and the nights nobody can come."""

from datetime import date

from chatbot.kit.i18n import Text, _
from chatbot.rooms.forms import TOWN
from chatbot.rooms.messages import feature_name, length_name, nights_text
from chatbot.rooms.model import Feature, Home, Length, Offer, OfferState, Shown, Standing
from chatbot.rooms.rules import MOST_BEDS
from handlers.slack import blocks
from handlers.slack.blocks import Block, Choice
from handlers.slack.rooms import parts
from handlers.slack.speech import Speech, bold, inert, joined, lines

NIGHTS = _("The day people leave. Its night is not included.")
"""Said under every date that ends something."""


def details(shown: Shown, speech: Speech, *, person_id: int, coordinates: bool, said: Text | None = None) -> Block:
    """Everything about a room that is not private, and what this person can do. `said` is what just happened."""
    offer = shown.offer
    own, kept = offer.voice_id == person_id, offer.is_kept
    held = parts.held_lines(shown, speech)
    closed = [joined(speech.md(nights_text(one.nights))) for one in offer.closed]
    found = [
        *blocks.news_apart(said, speech),
        blocks.section(lines(parts.offer_title(offer, speech), parts.offer_facts(shown, speech))),
        None if own and not kept else blocks.context(speech.md(_("Offered by {name}", name=offer.host))),
        blocks.context(speech.md(_("Not in Slack; {name} answers for them.", name=offer.keeper)))
        if offer.is_kept
        else None,
        blocks.section(lines(bold(speech.md(_("Promised, or asked for"))), held)) if held else None,
        blocks.section(lines(bold(speech.md(_("Closed nights"))), *closed)) if closed else None,
        _own_buttons(shown, speech) if own else None,
        _coordinator_buttons(shown, speech, own=own) if coordinates and (kept or not own) else None,
        blocks.context(speech.md(_("The address opens once the host and the guests have both said yes."))),
    ]
    return blocks.modal(
        speech.plain(_("Room {code}", code=offer.code)),
        [block for block in found if block],
        close=speech.plain(_("Close")),
        metadata=offer.code,
    )


def _own_buttons(shown: Shown, speech: Speech) -> Block:
    code, say = shown.offer.code, speech.plain
    renew = blocks.button(say(_("Still free")), "rooms.renew", code, style="primary")
    return blocks.actions(
        renew if shown.standing in (Standing.CLOSED, Standing.EXPIRED) else None,
        blocks.button(say(_("Edit")), "rooms.edit", code),
        blocks.button(say(_("Closed nights")), "rooms.nights", code),
        close_button(shown.offer, speech),
    )


def close_button(offer: Offer, speech: Speech) -> blocks.Element | None:
    """Asks once more; it can be undone by offering the room again."""
    if offer.state is OfferState.CLOSED:
        return None
    say = speech.plain
    confirm = blocks.Confirm(
        title=say(_("Take no new guests?")),
        text=say(_("What is promised stands. A question that is not answered yet counts as a no.")),
        yes=say(_("Close room")),
        no=say(_("Back")),
    )
    return blocks.button(say(_("Close room")), "rooms.close", offer.code, style="danger", confirm=confirm)


def _coordinator_buttons(shown: Shown, speech: Speech, *, own: bool) -> Block:
    offer, say = shown.offer, speech.plain
    vet = blocks.Confirm(
        title=say(_("Do you vouch for this host?")),
        text=say(_("You, or someone you trust, met them and saw the home. Your name is kept with it.")),
        yes=say(_("Vet host")),
        no=say(_("Back")),
    )
    unvet = blocks.Confirm(
        title=say(_("Take the vetting back?")),
        text=say(_("Nobody is sent there any more. Guests who are there stay until you find them another room.")),
        yes=say(_("Take vetting back")),
        no=say(_("Back")),
    )
    return blocks.actions(
        blocks.button(say(_("Take vetting back")), "rooms.unvet", offer.code, style="danger", confirm=unvet)
        if offer.vetted
        else blocks.button(say(_("Vet host")), "rooms.vet", offer.code, style="primary", confirm=vet),
        None if own else close_button(offer, speech),
        None if own or not offer.is_kept else blocks.button(say(_("Take over")), "rooms.take_over", offer.code),
    )


def form(
    speech: Speech, today: date, *, offer: Offer | None = None, home: Home | None = None, others: bool = False
) -> Block:
    """The form for a room, empty or filled with what was written. Only who answers for the home ever gets it filled.

    `others` asks whose it is, too.
    """
    say, home = speech.plain, home or Home()
    until = offer.nights.until.isoformat() if offer and offer.nights.until else None
    lengths = [Choice(label=say(length_name(one)), value=one) for one in Length]
    features = [Choice(label=say(feature_name(one)), value=one) for one in Feature]
    ticked = offer.features if offer else ()
    found = [
        *([_host_field(speech)] if others else []),
        blocks.field(
            "town", say(_("Town")), blocks.text_input(initial=offer.town if offer else "", longest=TOWN), optional=False
        ),
        blocks.field(
            "beds",
            say(_("How many people can sleep there?")),
            blocks.number_input(initial=offer.beds if offer else None, least=1, most=MOST_BEDS),
            optional=False,
        ),
        blocks.field(
            "first",
            say(_("First night")),
            blocks.date_input(initial=(offer.nights.first if offer else today).isoformat()),
            optional=False,
        ),
        blocks.field(
            "until",
            say(_("Until")),
            blocks.date_input(initial=until),
            hint=joined_hint(say(NIGHTS), say(_("Empty means open-ended."))),
        ),
        blocks.field(
            "lengths",
            say(_("For how long?")),
            blocks.checkboxes("lengths", lengths, ticked=offer.lengths if offer else ()),
            optional=False,
        ),
        blocks.field("features", say(_("Your home")), blocks.checkboxes("features", features, ticked=ticked)),
        blocks.field(
            "languages",
            say(_("Languages you speak")),
            blocks.text_input(
                initial=offer.languages if offer else "",
                longest=120,
                placeholder=say(_("For example: Spanish, English")),
            ),
        ),
        blocks.field(
            "note",
            say(_("Note for coordinators")),
            blocks.text_input(initial=offer.note if offer else "", multiline=True, longest=600),
        ),
        blocks.divider(),
        blocks.section(
            lines(
                bold(speech.md(_("Sealed"))),
                speech.md(_("This opens only once you and the guests have both said yes, and each opening is noted.")),
            )
        ),
        blocks.field(
            "address", say(_("Address")), blocks.text_input(initial=home.address, longest=600), optional=False
        ),
        blocks.field("phone", say(_("Phone")), blocks.text_input(initial=home.phone, longest=600), optional=False),
        blocks.field(
            "arrival",
            say(_("Arriving")),
            blocks.text_input(initial=home.arrival, multiline=True, longest=600),
            hint=say(_("Keys, doors, parking.")),
        ),
    ]
    return blocks.modal(
        say(_("Edit {code}", code=offer.code)) if offer else say(_("Offer a room")),
        found,
        close=say(_("Back")),
        submit=say(_("Save")) if offer else say(_("Offer")),
        callback_id="rooms.edit_form" if offer else "rooms.offer_form",
        metadata=offer.code if offer else "",
    )


def _host_field(speech: Speech) -> Block:
    say = speech.plain
    hint = _("The name they go by. You answer for them; another coordinator passes on the guests' answer.")
    label = say(_("For a host who is not in Slack"))
    return blocks.field("name", label, blocks.text_input(longest=80), hint=say(hint))


def joined_hint(*sentences: str) -> str:
    return " ".join(sentences)


def closed_nights(shown: Shown, speech: Speech, today: date) -> Block:
    """The nights on which nobody can come: what is closed, and a form for more."""
    say, offer = speech.plain, shown.offer
    listed = [
        blocks.section(
            speech.md(nights_text(one.nights)),
            accessory=blocks.button(say(_("Open again")), "rooms.open_nights", f"{offer.code} {one.id}"),
        )
        for one in offer.closed
    ]
    return blocks.modal(
        say(_("Closed nights")),
        [
            blocks.section(
                lines(
                    inert(offer.code),
                    speech.md(_("On these nights nobody is proposed to you. What is promised stands.")),
                )
            ),
            *listed,
            blocks.field("first", say(_("First night")), blocks.date_input(initial=today.isoformat()), optional=False),
            blocks.field("until", say(_("Until")), blocks.date_input(), hint=say(NIGHTS), optional=False),
        ],
        close=say(_("Back")),
        submit=say(_("Close nights")),
        callback_id="rooms.nights_form",
        metadata=offer.code,
    )
