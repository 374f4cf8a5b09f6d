"""What happens when treasurers write down what happened to the money of a drive."""

from collections.abc import Sequence

from chatbot.bonds.messages import state_hint
from chatbot.bonds.model import Drive, Over, Pledge, State
from chatbot.bonds.refusals import MoreThanMissing, MoreThanPledged, NoSuchPledge, NothingToCollect
from chatbot.bonds.rules import require_treasurer
from chatbot.bootstrap import Chatbot
from chatbot.kit.i18n import Text, _
from chatbot.kit.money import ZERO, Money, total
from chatbot.kit.refusal import Refusal
from chatbot.ledger.model import GENERAL
from handlers.slack.bonds import bond_facts, books, treasury_modals
from handlers.slack.bonds.forms import about, key_of
from handlers.slack.bonds.showing import details
from handlers.slack.hints import numbered
from handlers.slack.press import Open, Press, Reply, Update

DRIVES = 90
"""Drives that money can be rolled over to, in a menu that takes a hundred."""


async def receive_pressed(press: Press, chatbot: Chatbot) -> Reply:
    """Money came in: for one drive when the button names it, else for any."""
    pledges = await _waiting(press, chatbot, press.value)
    return Open(view=treasury_modals.receive(press.speech, pledges, {}, code=press.value))


async def receive_one_pressed(press: Press, chatbot: Chatbot) -> Reply:
    """Money came in for this one pledge."""
    number, _space, code = press.value.partition(" ")
    pledges = await _waiting(press, chatbot, code)
    return Open(view=treasury_modals.receive(press.speech, pledges, {"pledges": (number,)}, code=code))


async def receive_submitted(press: Press, chatbot: Chatbot) -> Reply:
    await chatbot.treasury.receive(press.typed, over=_over(press), key=key_of(press.metadata), by=press.person)
    return await _back(press, chatbot, about(press.metadata))


async def more_than_pledged(press: Press, refusal: Refusal, chatbot: Chatbot) -> Reply:
    """More came in than was promised: the same form asks where that part goes."""
    over = refusal.over if isinstance(refusal, MoreThanPledged) else ZERO
    pledges = await _waiting(press, chatbot, about(press.metadata))
    view = treasury_modals.receive(press.speech, pledges, press.typed, code=about(press.metadata), over=over)
    return Update(view=view)


async def outside_pressed(press: Press, chatbot: Chatbot) -> Reply:
    require_treasurer(press.person)
    drive = await _drive(press, chatbot, press.value) if press.value else None
    return Open(view=treasury_modals.outside(press.speech, {}, drive=drive))


async def outside_submitted(press: Press, chatbot: Chatbot) -> Reply:
    code = about(press.metadata) or None
    await chatbot.treasury.receive_outside(
        code, press.typed, over=_over(press), key=key_of(press.metadata), by=press.person
    )
    return await _back(press, chatbot, about(press.metadata))


async def more_than_missing(press: Press, refusal: Refusal, chatbot: Chatbot) -> Reply:
    """More came from outside than is missing: the same form asks where that part goes."""
    over = refusal.over if isinstance(refusal, MoreThanMissing) else ZERO
    drive = await _drive(press, chatbot, about(press.metadata))
    return Update(view=treasury_modals.outside(press.speech, press.typed, drive=drive, over=over))


async def paid_pressed(press: Press, chatbot: Chatbot) -> Reply:
    return Open(view=treasury_modals.paid(await _drive(press, chatbot, press.value), press.speech))


async def paid_submitted(press: Press, chatbot: Chatbot) -> Reply:
    await chatbot.posted_bonds.mark_paid(
        about(press.metadata), press.typed, key=key_of(press.metadata), by=press.person
    )
    return await _back(press, chatbot, about(press.metadata))


async def released_pressed(press: Press, chatbot: Chatbot) -> Reply:
    return await _ask_day(press, chatbot, _("Person is released"), "bonds.released_form", bond_facts.released())


async def released_submitted(press: Press, chatbot: Chatbot) -> Reply:
    await chatbot.posted_bonds.mark_released(about(press.metadata), press.typed, by=press.person)
    return await _back(press, chatbot, about(press.metadata))


async def cancelled_pressed(press: Press, chatbot: Chatbot) -> Reply:
    return await _ask_day(press, chatbot, _("Bond is cancelled"), "bonds.cancelled_form", state_hint(State.CANCELLED))


async def cancelled_submitted(press: Press, chatbot: Chatbot) -> Reply:
    await chatbot.posted_bonds.mark_cancelled(about(press.metadata), press.typed, by=press.person)
    return await _back(press, chatbot, about(press.metadata))


async def requested_pressed(press: Press, chatbot: Chatbot) -> Reply:
    hint = state_hint(State.REFUND_REQUESTED)
    return await _ask_day(press, chatbot, _("Refund was asked for"), "bonds.requested_form", hint)


async def requested_submitted(press: Press, chatbot: Chatbot) -> Reply:
    await chatbot.posted_bonds.refund_requested(about(press.metadata), press.typed, by=press.person)
    return await _back(press, chatbot, about(press.metadata))


async def refund_pressed(press: Press, chatbot: Chatbot) -> Reply:
    quote = await chatbot.posted_bonds.quote(press.value, {}, by=press.person)
    return Open(view=treasury_modals.refund(quote, press.speech))


async def refund_submitted(press: Press, chatbot: Chatbot) -> Reply:
    await chatbot.posted_bonds.refund(about(press.metadata), press.typed, key=key_of(press.metadata), by=press.person)
    return await _back(press, chatbot, about(press.metadata))


async def breach_pressed(press: Press, chatbot: Chatbot) -> Reply:
    return Open(view=treasury_modals.breach(await _drive(press, chatbot, press.value), press.speech))


async def breach_submitted(press: Press, chatbot: Chatbot) -> Reply:
    await chatbot.posted_bonds.breach(about(press.metadata), press.typed, key=key_of(press.metadata), by=press.person)
    return await _back(press, chatbot, about(press.metadata))


async def address_pressed(press: Press, chatbot: Chatbot) -> Reply:
    drive = await chatbot.posted_bonds.address_reviewed(press.value, by=press.person)
    said = _("Thank you. I shall ask about the address of {code} again in 90 days.", code=drive.code)
    return await details(press, chatbot, drive.code, said=said)


async def roll_pressed(press: Press, chatbot: Chatbot) -> Reply:
    """From a drive, or from the general fund when the button names none."""
    require_treasurer(press.person)
    drive = await _drive(press, chatbot, press.value) if press.value else None
    at_hand = drive.figures.at_hand if drive else await _in_the_fund(press, chatbot)
    drives = (await chatbot.bonds.listed(size=DRIVES, by=press.person)).drives
    return Open(view=treasury_modals.roll_over(drive, at_hand, drives, press.speech))


async def roll_submitted(press: Press, chatbot: Chatbot) -> Reply:
    await chatbot.treasury.roll_over(
        about(press.metadata) or None, press.typed, key=key_of(press.metadata), by=press.person
    )
    return await _back(press, chatbot, about(press.metadata))


async def give_back_pressed(press: Press, chatbot: Chatbot) -> Reply:
    pledge = await _pledge(press, chatbot, press.value)
    return Open(view=treasury_modals.give_back(pledge, press.speech))


async def give_back_submitted(press: Press, chatbot: Chatbot) -> Reply:
    number, _, code = about(press.metadata).partition(" ")
    await chatbot.treasury.give_back(numbered(number), press.typed, key=key_of(press.metadata), by=press.person)
    return await _back(press, chatbot, code)


async def expect_no_more_pressed(press: Press, chatbot: Chatbot) -> Reply:
    drive = await chatbot.treasury.expect_no_more(numbered(press.value), by=press.person)
    return await books.pledges_of(press, chatbot, drive.code, said=_("The rest of it is not waited for any more."))


async def donor_pressed(press: Press, chatbot: Chatbot) -> Reply:
    """What was written down about someone outside of Slack; opened in a window alone, and the opening is noted."""
    donor = await chatbot.treasury.open_donor(numbered(press.value), by=press.person)
    return Open(view=treasury_modals.donor(donor, press.speech))


async def _ask_day(press: Press, chatbot: Chatbot, title: Text, form: str, fact: Text | None) -> Reply:
    drive = await _drive(press, chatbot, press.value)
    return Open(view=treasury_modals.a_day(drive, press.speech, title, form, fact))


async def _back(press: Press, chatbot: Chatbot, code: str) -> Reply:
    """The drive again, or the books when it was about none."""
    said = _("It is in the books.")
    return await (details(press, chatbot, code, said=said) if code else books.books_pressed(press, chatbot, said=said))


async def _in_the_fund(press: Press, chatbot: Chatbot) -> Money:
    """What the general fund has."""
    totals = await chatbot.bookkeeping.totals(by=press.person)
    return total(fund.at_hand for fund in totals.funds if fund.fund == GENERAL)


async def _drive(press: Press, chatbot: Chatbot, code: str) -> Drive:
    """The drive a treasurer is about to write about. Raises `NotAllowed`, `NoSuchDrive`."""
    require_treasurer(press.person)
    return await chatbot.bonds.get(code, by=press.person)


async def _waiting(press: Press, chatbot: Chatbot, code: str) -> Sequence[Pledge]:
    """The pledges money may come in for. Raises `NotAllowed`, `NothingToCollect`."""
    pledges = await chatbot.treasury.to_collect(by=press.person)
    found = [pledge for pledge in pledges if code in ("", pledge.code)]
    if not found:
        raise NothingToCollect
    return found


async def _pledge(press: Press, chatbot: Chatbot, value: str) -> Pledge:
    """The pledge that a button of `boards.pledges_of` names. Raises `NotAllowed`, `NoSuchDrive`, `NoSuchPledge`."""
    require_treasurer(press.person)
    number, _, code = value.partition(" ")
    for pledge in await chatbot.bonds.pledges(code, by=press.person):
        if str(pledge.id) == number:
            return pledge
    raise NoSuchPledge


def _over(press: Press) -> Over | None:
    chosen = press.typed.get("over")
    return Over(str(chosen)) if chosen in list(Over) else None
