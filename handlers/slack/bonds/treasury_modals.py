"""The windows in which treasurers write down what happened to the money."""

from collections.abc import Sequence

from chatbot.bonds.model import Drive, Pledge, Purpose
from chatbot.bonds.statements import Quote
from chatbot.kit.i18n import Text, _, value
from chatbot.kit.money import ZERO, Money
from chatbot.ledger.model import GENERAL
from handlers.slack import blocks
from handlers.slack.blocks import Block, Choice
from handlers.slack.bonds import bond_facts, forms, parts
from handlers.slack.bonds.forms import Typed
from handlers.slack.speech import Speech, bold, inert, joined, lines

NONE: Typed = {}


def receive(speech: Speech, pledges: Sequence[Pledge], typed: Typed, *, code: str, over: Money = ZERO) -> Block:
    """Money that came in, for one or several of these pledges."""
    choices = [Choice(label=pledge_label(pledge, speech), value=str(pledge.id)) for pledge in pledges]
    found = [
        blocks.field(
            "pledges",
            speech.plain(_("For which pledges?")),
            blocks.multi_select("pledges", choices, chosen=forms.chosen(typed, "pledges")),
            hint=speech.plain(_("One transfer may be for several: it is shared out in the order you choose them.")),
            optional=False,
        ),
        forms.amount(
            speech,
            _("How much came in?"),
            typed,
            hint=_("Leave it empty when it is exactly what was pledged. A part is fine; the rest stays pledged."),
            optional=True,
        ),
        forms.day(speech, _("When?"), typed),
        *([forms.where_over(speech, over, None)] if over else []),
    ]
    return forms.money_window(speech, _("Money came in"), found, form="bonds.receive_form", about=code)


def pledge_label(pledge: Pledge, speech: Speech) -> str:
    """`Ana · $40 · B101`"""
    name = pledge.name or speech.plain(_("Anonymous"))
    return f"{blocks.short(name, 40)} · {speech.plain(value(pledge.outstanding))} · {pledge.code}"


def outside(speech: Speech, typed: Typed, *, drive: Drive | None, over: Money = ZERO) -> Block:
    """Money from someone who is not in Slack, for a drive or for the fund."""
    found = [
        blocks.section(parts.title(drive, speech) if drive else speech.md(_("For the general fund"))),
        forms.amount(speech, _("How much came in?"), typed),
        forms.day(speech, _("When?"), typed),
        blocks.field(
            "donor",
            speech.plain(_("Whom to thank")),
            blocks.text_input(initial=forms.text(typed, "donor"), longest=120),
            hint=speech.plain(_("Sealed: only treasurers can open it, and each opening is written down.")),
        ),
        *([forms.where_over(speech, over, drive)] if over else []),
    ]
    return forms.money_window(
        speech,
        _("From outside Slack"),
        found,
        form="bonds.outside_form",
        about=drive.code if drive else "",
    )


def paid(drive: Drive, speech: Speech) -> Block:
    """A bond was posted, or fees were paid."""
    is_bond = drive.purpose is Purpose.BOND
    obligor = blocks.field(
        "obligor",
        speech.plain(_("Obligor")),
        blocks.text_input(initial=drive.obligor, longest=20, placeholder="O7"),
        hint=speech.plain(_("Your own reference, such as O7; never a name.")),
        optional=False,
    )
    found = [
        _head(drive, speech),
        forms.amount(speech, _("How much was paid?"), {"amount": drive.figures.at_hand.plain}),
        forms.day(speech, _("When?"), NONE),
        *([obligor] if is_bond else []),
        *([bond_facts.note(speech, bond_facts.paying(), drive.state)] if is_bond else []),
    ]
    title = _("Bond was paid") if is_bond else _("Fees were paid")
    return forms.money_window(speech, title, found, form="bonds.paid_form", about=drive.code)


def a_day(drive: Drive, speech: Speech, title: Text, form: str, fact: Text | None) -> Block:
    """Something that happened to a bond on a day and moves no money."""
    found = [
        _head(drive, speech),
        forms.day(speech, _("When?"), NONE),
        *([bond_facts.note(speech, fact, drive.state)] if fact else []),
    ]
    return forms.money_window(speech, title, found, form=form, about=drive.code)


def refund(quote: Quote, speech: Speech) -> Block:
    """A bond came back: the principal, and the interest as the table of rates has it."""
    drive = quote.drive
    counted = _("Paid on {first}; interest counts until {last}.", first=quote.paid_on, last=quote.until)
    found = [
        blocks.section(
            lines(
                parts.title(drive, speech),
                joined(bold(speech.md(_("Principal: {amount}", amount=quote.principal)))),
                speech.md(counted),
            )
        ),
        forms.amount(
            speech,
            _("Interest that came"),
            {"interest": quote.interest.plain},
            name="interest",
            hint=_("This is what the rates say until today. Type what really came; 0 for none."),
            optional=True,
        ),
        forms.day(speech, _("When?"), NONE),
        bond_facts.note(speech, bond_facts.interest(), drive.state),
    ]
    title = _("Refund came")
    return forms.money_window(speech, title, found, form="bonds.refund_form", about=drive.code)


def give_back(pledge: Pledge, speech: Speech) -> Block:
    """Money goes back to whoever gave it."""
    left = pledge.received - pledge.returned
    name = pledge.name or speech.plain(_("Anonymous"))
    back = _("{amount} of {name} can go back.", amount=left, name=name)
    found = [
        blocks.section(speech.md(back)),
        forms.amount(speech, _("How much goes back?"), {"amount": left.plain}),
        forms.day(speech, _("When?"), NONE),
    ]
    return forms.money_window(
        speech,
        _("Give money back"),
        found,
        form="bonds.give_back_form",
        about=f"{pledge.id} {pledge.code}",
    )


def roll_over(drive: Drive | None, at_hand: Money, drives: Sequence[Drive], speech: Speech) -> Block:
    """Money of one drive, or of the fund, is for another one from now on."""
    fund = [Choice(label=speech.plain(_("The general fund")), value=GENERAL)] if drive else []
    others = [
        Choice(label=f"{other.code} · {other.alias}", value=other.code)
        for other in drives
        if drive is None or other.id != drive.id
    ]
    found = [
        blocks.section(
            lines(
                parts.title(drive, speech) if drive else bold(speech.md(_("The general fund"))),
                speech.md(_("{amount} at hand", amount=at_hand)),
            )
        ),
        blocks.field("to", speech.plain(_("Where to?")), blocks.select("to", [*fund, *others]), optional=False),
        forms.amount(speech, _("How much?"), {"amount": at_hand.plain}),
        forms.day(speech, _("When?"), NONE),
    ]
    return forms.money_window(
        speech,
        _("Roll money over"),
        found,
        form="bonds.roll_form",
        about=drive.code if drive else "",
    )


def breach(drive: Drive, speech: Speech) -> Block:
    lost = _("{amount} are lost to the drive.", amount=drive.figures.deposited)
    found = [
        blocks.section(lines(parts.title(drive, speech), bold(speech.md(lost)))),
        forms.day(speech, _("When?"), NONE),
        *bond_facts.of(drive, speech),
    ]
    title = _("Bond is breached?")
    return forms.money_window(speech, title, found, form="bonds.breach_form", about=drive.code)


def _head(drive: Drive, speech: Speech) -> Block:
    return blocks.section(
        lines(parts.title(drive, speech), speech.md(_("{amount} at hand", amount=drive.figures.at_hand)))
    )


def donor(name: str, speech: Speech) -> Block:
    """Whom to thank; in no message, and gone when the window is closed."""
    return blocks.modal(
        speech.plain(_("Whom to thank")),
        [
            blocks.section(inert(name) if name else speech.md(_("Nothing was written down."))),
            blocks.context(speech.md(_("That you looked is written down. Please keep it to yourself."))),
        ],
        close=speech.plain(_("Close")),
    )
