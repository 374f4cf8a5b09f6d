"""The pieces that cards, lists, answers and digests are put together from."""

from collections.abc import Sequence

from chatbot.bonds.messages import purpose_name
from chatbot.bonds.model import Drive, Pledge
from chatbot.bonds.statements import Totals
from chatbot.kit.i18n import Text, _, n_, value
from chatbot.kit.money import ZERO, Money, total
from handlers.slack import blocks
from handlers.slack.blocks import Block, Element
from handlers.slack.speech import Mrkdwn, Speech, bold, inert, joined, lines, link, quoted

RECEIVED, PLEDGED, MISSING = "▰", "▱", "—"
CELLS = 20

NAMED = 12
"""Names on a card; the others are counted."""

PRESETS = {f"bonds.pledge_{dollars}": Money(dollars * 100) for dollars in (20, 50, 100, 250)}
"""The amounts that have a button of their own, by its name."""


def title(drive: Drive, speech: Speech) -> Mrkdwn:
    """`B101 · Bond · Uncle of J.`"""
    return joined(bold(inert(drive.code)), speech.md(purpose_name(drive.purpose)), bold(inert(drive.alias)))


def standing(totals: Totals, waiting: Sequence[Pledge], speech: Speech) -> tuple[Mrkdwn, ...]:
    """What is at hand, what stands with the government, and what is promised."""
    promised = n_(
        "{amount} promised in {count} pledge",
        "{amount} promised in {count} pledges",
        len(waiting),
        amount=total(pledge.outstanding for pledge in waiting),
    )
    return (
        speech.md(_("{amount} at hand", amount=totals.at_hand)),
        speech.md(_("{amount} with the government as bonds", amount=totals.deposited)),
        speech.md(promised),
    )


def bar(drive: Drive) -> Mrkdwn:
    """What was received, what is pledged and what is missing, as signs; the words beside it say the same.

    Whatever there is has at least one sign, and the bar is full only when nothing is missing.
    """
    there, promised = there_already(drive), drive.figures.promised
    received = _cells(there, drive)
    pledged = max(_cells(there + promised, drive) - received, 1 if promised else 0)
    room = CELLS - (1 if drive.figures.missing else 0)
    received = min(received, room - (1 if promised else 0))
    pledged = min(pledged, room - received)
    return Mrkdwn(RECEIVED * received + PLEDGED * pledged + MISSING * (CELLS - received - pledged))


def _cells(amount: Money, drive: Drive) -> int:
    return max(amount.cents * CELLS // max(drive.share.cents, 1), 1) if amount else 0


def there_already(drive: Drive) -> Money:
    """What people gave, and what other funds helped out with."""
    return drive.figures.received + max(drive.figures.transferred, ZERO)


def amounts(drive: Drive, speech: Speech) -> Mrkdwn:
    """The bar in words."""
    figures = drive.figures
    missing = _("{amount} missing of {goal}", amount=figures.missing, goal=drive.share)
    reached = _("the goal of {goal} is reached", goal=drive.share)
    return joined(
        bold(speech.md(_("{amount} received", amount=figures.received))),
        speech.md(_("{amount} from other funds", amount=figures.transferred)) if figures.transferred > ZERO else None,
        speech.md(_("{amount} pledged", amount=figures.promised)) if figures.promised else None,
        speech.md(missing if figures.missing else reached),
    )


def progress(drive: Drive, speech: Speech) -> Mrkdwn:
    return lines(bar(drive), amounts(drive, speech))


def facts(drive: Drive, speech: Speech) -> Mrkdwn | None:
    """The story, the day it is needed by, and who stands behind it; a line each."""
    whole = _("The whole amount is {amount}; others raise the rest.", amount=drive.amount)
    needed = speech.md(_("Needed by {day}", day=drive.due)) if drive.due and drive.is_open else None
    found = lines(
        quoted(drive.story),
        speech.md(whole) if drive.share < drive.amount else None,
        Mrkdwn(f":calendar: {needed}") if needed else None,
        _donors(drive, speech),
    )
    return found or None


def _donors(drive: Drive, speech: Speech) -> Mrkdwn | None:
    """`3 pledges · Ana, Jonah`: those who wish not to be named, and those from outside, are counted."""
    if not drive.figures.donors:
        return None
    count = n_("{count} pledge", "{count} pledges", drive.figures.donors)
    named = ", ".join(inert(name) for name in drive.donors[:NAMED])
    more = "…" if len(drive.donors) > NAMED else ""
    return Mrkdwn(f":handshake: {joined(speech.md(count), Mrkdwn(named + more))}")


def how_to_give(drive: Drive, speech: Speech) -> list[Block]:
    """The place to give at, and the sentence about card numbers."""
    here = joined(speech.md(_("Give here:")), link(drive.link), by=" ") if drive.link else None
    treasurer = None if here else speech.md(_("A treasurer tells you how to give."))
    return [blocks.context(joined(here, treasurer, speech.md(no_cards()), by="  "))]


def no_cards() -> Text:
    return _("I never take card numbers: please do not type one here.")


def amount_buttons(drive: Drive, speech: Speech) -> list[Element | None]:
    """The usual amounts that are still missing, and any other."""
    fitting = [name for name, amount in PRESETS.items() if amount <= drive.figures.missing] or list(PRESETS)[:1]
    return [
        *(blocks.button(speech.plain(value(PRESETS[name])), name, drive.code) for name in fitting),
        blocks.button(speech.plain(_("Other amount")), "bonds.other", drive.code),
    ]


def details_button(code: str, speech: Speech) -> Element:
    return blocks.button(speech.plain(_("Details")), "bonds.details", code)


def own_buttons(pledge: Pledge, speech: Speech) -> list[Element | None]:
    """What someone can do about their own promise while nothing of it has arrived."""
    if pledge.received or not pledge.outstanding:
        return []
    sure = blocks.Confirm(
        title=speech.plain(_("Withdraw your pledge?")),
        text=speech.plain(_("That is fine. Nobody is told; the card shows what is missing then.")),
        yes=speech.plain(_("Withdraw")),
        no=speech.plain(_("Keep")),
    )
    return [
        blocks.button(speech.plain(_("Change pledge")), "bonds.change", pledge.code),
        blocks.button(speech.plain(_("Withdraw")), "bonds.withdraw", pledge.code, confirm=sure),
    ]


def own_line(pledge: Pledge, speech: Speech) -> Mrkdwn:
    """`Your pledge: $40 · nothing of it has arrived yet`"""
    if not pledge.outstanding:
        arrived = speech.md(_("it has arrived, thank you"))
    elif pledge.received:
        arrived = speech.md(_("{amount} of it has arrived, thank you", amount=pledge.received))
    else:
        arrived = speech.md(_("not arrived yet"))
    return joined(
        bold(speech.md(_("Your pledge: {amount}", amount=pledge.total))),
        arrived,
        speech.md(_("your name is not shown")) if pledge.anonymous else None,
    )
