"""What people who raise a bond should know, where it matters, with the place to read it first hand.

The bot never says who is eligible for bond: that is for the court, and the attorney knows.
"""

from chatbot.bonds.model import Drive, Purpose, State
from chatbot.kit.i18n import Text, _
from handlers.slack import blocks
from handlers.slack.blocks import Block
from handlers.slack.speech import Mrkdwn, Speech, joined, link

SOURCE = "https://www.ice.gov/detain/detention-management/bonds"


def raising() -> Text:
    return _(
        "A bond is at least $1,500. It is paid through CeBONDS by Fedwire or ACH, by an obligor: a citizen, a permanent "
        "resident, a law firm or a non-profit. Who is eligible for bond is for the court: ask the attorney."
    )


def paying() -> Text:
    return _(
        "The obligor signs the contract I-352 and gets the receipt I-305. Keep both: the refund needs them. "
        "I-395 stands in for a lost receipt."
    )


def out() -> Text:
    return _(
        "An I-340 tells the obligor to bring the person to an appointment: show it to the attorney the same day. "
        "The refund goes to the obligor's address as ICE knows it, so keep that up to date."
    )


def cancelled() -> Text:
    return _(
        "The I-391 says that the bond is cancelled. The obligor asks for the refund with it and with the receipt I-305. "
        "It goes to the obligor only, often after a year or more."
    )


def interest() -> Text:
    return _(
        "Interest is simple, at a yearly rate the Treasury sets, 0 to 3%. The day of the deposit does not count, the "
        "last day does."
    )


def breached() -> Text:
    return _("The I-323 says that the bond is breached: the principal is lost. Speak with the attorney at once.")


def note(speech: Speech, fact: Text) -> Block:
    """The fact in small print, and its official source."""
    return blocks.context(joined(Mrkdwn(f":information_source: {speech.md(fact)}"), link(SOURCE), by=" "))


def of(drive: Drive, speech: Speech) -> list[Block]:
    """What to know at this point of a bond's way; nothing for legal fees, and nothing once it is over."""
    if drive.purpose is not Purpose.BOND:
        return []
    facts: dict[State, Text] = {
        State.RAISING: raising(),
        State.FUNDED: raising(),
        State.PAID: paying(),
        State.RELEASED: out(),
        State.ACTIVE: out(),
        State.CANCELLED: cancelled(),
        State.REFUND_REQUESTED: cancelled(),
        State.BREACHED: breached(),
    }
    return [note(speech, facts[drive.state])] if drive.state in facts else []
