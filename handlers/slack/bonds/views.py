"""What people see of drives in messages: the card, the list, and words to the channel or to one person."""

from collections.abc import Sequence

from chatbot.bonds.messages import state_name
from chatbot.bonds.model import Drive, Page, Pledge, State
from chatbot.kit.i18n import Text, _, n_
from handlers.slack import blocks, turning
from handlers.slack.blocks import Block
from handlers.slack.bonds import parts
from handlers.slack.press import Message, Say
from handlers.slack.speech import Mrkdwn, Speech, bold, inert, joined, lines

MINE = 20
"""Pledges that are listed, the newest first."""

SIGNS = {
    State.FUNDED: ":tada:",
    State.PAID: ":receipt:",
    State.RELEASED: ":dove_of_peace:",
    State.ACTIVE: ":dove_of_peace:",
    State.CANCELLED: ":mailbox:",
    State.REFUND_REQUESTED: ":hourglass:",
    State.REFUNDED: ":white_check_mark:",
    State.BREACHED: ":broken_heart:",
    State.CLOSED: ":no_entry_sign:",
}


def card(drive: Drive, speech: Speech) -> Message:
    """The live card in a channel, the same for everyone."""
    facts = parts.facts(drive, speech)
    found: list[Block] = [
        *standing(drive, speech),
        blocks.section(lines(parts.title(drive, speech), facts)),
        blocks.section(parts.progress(drive, speech)),
    ]
    if drive.is_open:
        found.append(blocks.actions(*parts.amount_buttons(drive, speech), parts.details_button(drive.code, speech)))
        found += parts.how_to_give(drive, speech)
    else:
        found.append(blocks.actions(parts.details_button(drive.code, speech)))
    return Message(text=speech.plain(_("People are raising money together.")), blocks=tuple(found))


def standing(drive: Drive, speech: Speech) -> list[Block]:
    """The line on top of a card that has come further than raising."""
    if drive.state is State.RAISING:
        return []
    said = bold(Mrkdwn(f"{SIGNS[drive.state]} {speech.md(state_line(drive))}"))
    return [blocks.section(joined(said, inert(drive.closed_because) if drive.closed_because else None))]


def state_line(drive: Drive) -> Text:
    match drive.state:
        case State.FUNDED:
            return _("The goal is reached. Thank you, everyone!")
        case State.PAID:
            return _("The bond is paid.")
        case State.RELEASED | State.ACTIVE:
            return _("Out on bond!")
        case State.CANCELLED | State.REFUND_REQUESTED:
            return _("The bond is over; its money is on the way back.")
        case State.REFUNDED:
            return _("The bond has come back and helps the next person.")
        case _:
            return state_name(drive.state)


def shown(drive: Drive, speech: Speech) -> Say:
    """One drive, for the person who asked for its code."""
    return Say(message=card(drive, speech))


def unknown(words: str, speech: Speech) -> Say:
    """Nothing the bot knows was typed behind the command."""
    sentence = _("I do not know “{words}”. Type /bonds help to see what you can ask.", words=words[:80])
    return _said(Mrkdwn(f":seedling: {speech.md(sentence)}"), speech)


def listing(page: Page, words: str, speech: Speech, *, may_add: bool, replace: bool = False) -> Say:
    """One page of the drives, with a bar each. `words` are what was asked for, so that pages can be turned."""
    found: list[Block] = [blocks.header(speech.plain(n_("{count} drive", "{count} drives", page.total)))]
    if page.total == 0:
        nothing = _("Nobody needs a bond raised at the moment. When a drive begins, its card appears in the channel.")
        found = [blocks.section(Mrkdwn(f":seedling: {speech.md(nothing)}"))]
    for drive in page.drives:
        found += row(drive, speech)
    buttons = turning.buttons("bonds.", page.number, page.pages, speech, carried=words)
    if may_add:
        buttons.append(blocks.button(speech.plain(_("Start a drive")), "bonds.add"))
    if buttons:
        found.append(blocks.actions(*buttons))
    found += turning.line(page.number, page.pages, speech)
    return Say(message=Message(text=_heading(speech), blocks=tuple(found)), replace=replace)


def _heading(speech: Speech) -> str:
    return speech.plain(_("Here are the drives you asked for."))


def _said(words: Mrkdwn, speech: Speech) -> Say:
    return Say(message=Message(text=_heading(speech), blocks=(blocks.section(words),)))


def row(drive: Drive, speech: Speech) -> list[Block]:
    """A drive in a list: what it is, its bar, and the two ways on."""
    due = speech.md(_("Needed by {day}", day=drive.due)) if drive.due and drive.is_open else None
    state = None if drive.state is State.RAISING else speech.md(state_line(drive))
    pledge = blocks.button(speech.plain(_("Pledge")), "bonds.other", drive.code) if drive.is_open else None
    return [
        blocks.section(
            lines(
                parts.title(drive, speech), parts.bar(drive), parts.amounts(drive, speech), joined(due, state) or None
            )
        ),
        blocks.actions(pledge, parts.details_button(drive.code, speech)),
    ]


def mine(pledges: Sequence[Pledge], speech: Speech) -> Say:
    """What someone promised and gave, for themselves."""
    if not pledges:
        return _said(speech.md(_("You have not pledged anything yet. /bonds shows what is being raised.")), speech)
    return Say(message=Message(text=_heading(speech), blocks=tuple(pledge_rows(pledges[:MINE], speech))))


def pledge_rows(pledges: Sequence[Pledge], speech: Speech) -> list[Block]:
    """Pledges with the ways to change them."""
    found: list[Block] = [blocks.section(bold(speech.md(_("Your pledges"))))] if pledges else []
    for pledge in pledges:
        found += pledge_row(pledge, speech)
    return found


def pledge_row(pledge: Pledge, speech: Speech) -> list[Block]:
    return [
        blocks.section(joined(bold(inert(pledge.code)), parts.own_line(pledge, speech))),
        blocks.actions(parts.details_button(pledge.code, speech), *parts.own_buttons(pledge, speech)),
    ]
