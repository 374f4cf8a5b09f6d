"""What the bot says about drives by itself: the card, the celebration, and words to one person."""

from chatbot.bonds.model import Drive, Pledge, State
from chatbot.bonds.refusals import NoSuchDrive
from chatbot.bootstrap import Chatbot
from chatbot.kit.i18n import Text, _
from chatbot.kit.letters import Letter
from handlers.slack import blocks
from handlers.slack.blocks import Element
from handlers.slack.bonds import bond_facts, parts, views
from handlers.slack.press import Message
from handlers.slack.speech import Mrkdwn, Speech, bold, inert, lines


async def card_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    drive = await _drive(int(letter.ref), letter, chatbot)
    return views.card(drive, speech) if drive else None


async def goal_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    """Once, in the channel; unless the goal was missed again before it could be said."""
    drive = await _drive(int(letter.ref), letter, chatbot)
    if drive is None or drive.figures.missing:
        return None
    reached = _("The goal of {goal} is reached. Thank you, everyone!", goal=drive.share)
    return Message(
        text=speech.plain(_("A goal is reached.")),
        blocks=(
            blocks.section(lines(bold(Mrkdwn(f":tada: {speech.md(reached)}")), parts.title(drive, speech))),
            blocks.actions(parts.details_button(drive.code, speech)),
        ),
    )


async def received_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    pledge = await _pledge(letter, chatbot)
    if pledge is None or not pledge.received:
        return None
    thanks = _("Thank you! {amount} of your pledge to {code} has arrived.", amount=pledge.received, code=pledge.code)
    rest = _("{amount} still to come", amount=pledge.outstanding) if pledge.outstanding else None
    return _told(speech, _("Your money has arrived."), [thanks, rest], parts.details_button(pledge.code, speech))


async def returned_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    pledge = await _pledge(letter, chatbot)
    if pledge is None or not pledge.returned:
        return None
    back = _("{amount} of your pledge to {code} went back to you.", amount=pledge.returned, code=pledge.code)
    return _told(speech, _("Money went back to you."), [back], parts.details_button(pledge.code, speech))


async def reminder_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    """Worded as thanks; nothing once it has arrived, was changed away or withdrawn."""
    pledge = await _pledge(letter, chatbot)
    if pledge is None or not pledge.outstanding or pledge.drive_id is None:
        return None
    drive = await _drive(pledge.drive_id, letter, chatbot)
    if drive is None or drive.state is State.CLOSED:
        return None
    thanks = _("Thank you for standing with {alias}: you pledged {amount}.", alias=drive.alias, amount=pledge.total)
    last = letter.blanks.get("time") == LAST
    once_more = _("This is the last time I mention it. Whatever you decide, thank you.") if last else None
    how = _("When you give it, it will help at once. If it does not fit any more, withdraw it: that is fine.")
    message = _told(speech, _("Thank you for your pledge."), [thanks, how, once_more], *_own_buttons(pledge, speech))
    return Message(text=message.text, blocks=(*message.blocks, *parts.how_to_give(drive, speech)))


LAST = 3
"""The third reminder is the last one."""


async def closed_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    drive = await _told_drive(letter, chatbot)
    if drive is None or drive.state is not State.CLOSED:
        return None
    ended = _("{code} has ended. Nothing more is needed from you; thank you for your pledge.", code=drive.code)
    message = _told(speech, _("A drive you pledged to has ended."), [ended], parts.details_button(drive.code, speech))
    reason = blocks.context(inert(drive.closed_because))
    return Message(text=message.text, blocks=(*message.blocks, reason))


async def file_refund_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    """To treasurers, while nobody has asked for the refund."""
    drive = await _told_drive(letter, chatbot)
    if drive is None or drive.state is not State.CANCELLED:
        return None
    task = _(
        "The bond of {code} is cancelled: obligor {obligor} can ask for the refund.",
        code=drive.code,
        obligor=drive.obligor,
    )
    asked = blocks.button(speech.plain(_("Refund was asked for")), "bonds.requested", drive.code, style="primary")
    return _task(drive, speech, _("A refund is to be asked for."), task, asked)


async def ask_refund_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    """To treasurers, while the refund has not come."""
    drive = await _told_drive(letter, chatbot)
    if drive is None or drive.state is not State.REFUND_REQUESTED:
        return None
    task = _(
        "The refund of {code} was asked for on {day} and has not come. Ask how it stands?",
        code=drive.code,
        day=drive.requested_on or "–",
    )
    came = blocks.button(speech.plain(_("Refund came")), "bonds.refund", drive.code, style="primary")
    return _task(drive, speech, _("A refund has not come yet."), task, came)


async def review_address_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    """To treasurers: a refund that goes to an old address is lost."""
    drive = await _told_drive(letter, chatbot)
    if drive is None or not drive.figures.deposited:
        return None
    task = _("Is the address of obligor {obligor} for {code} still right?", obligor=drive.obligor, code=drive.code)
    right = blocks.button(speech.plain(_("Obligor's address is right")), "bonds.address", drive.code, style="primary")
    return _task(drive, speech, _("An address is to be looked at."), task, right)


def _task(drive: Drive, speech: Speech, notification: Text, task: Text, button: Element) -> Message:
    message = _told(speech, notification, [task], button, parts.details_button(drive.code, speech))
    return Message(text=message.text, blocks=(*message.blocks, *bond_facts.of(drive, speech)))


def _told(speech: Speech, notification: Text, said: list[Text | None], *buttons: Element | None) -> Message:
    words = lines(*(speech.md(sentence) for sentence in said if sentence))
    return Message(text=speech.plain(notification), blocks=(blocks.section(words), blocks.actions(*buttons)))


def _own_buttons(pledge: Pledge, speech: Speech) -> list[Element | None]:
    return [parts.details_button(pledge.code, speech), *parts.own_buttons(pledge, speech)]


async def _pledge(letter: Letter, chatbot: Chatbot) -> Pledge | None:
    return await chatbot.bonds.pledge_drawn(int(letter.blanks["pledge"]), team_id=letter.team_id)


async def _told_drive(letter: Letter, chatbot: Chatbot) -> Drive | None:
    return await _drive(int(letter.blanks["drive"]), letter, chatbot)


async def _drive(number: int, letter: Letter, chatbot: Chatbot) -> Drive | None:
    try:
        return await chatbot.bonds.drawn(number, team_id=letter.team_id)
    except NoSuchDrive:
        return None
