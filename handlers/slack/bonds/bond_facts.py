"""What people who raise a bond should know, where it matters, with the place to read it first hand.

The bot never says who is eligible for bond: that is for the court, and the attorney knows.
"""

from chatbot.bonds.messages import state_hint, state_source
from chatbot.bonds.model import Drive, Purpose, State
from chatbot.kit.i18n import Text, _
from handlers.slack import blocks
from handlers.slack.blocks import Block
from handlers.slack.speech import Mrkdwn, Speech, joined, link


def of(drive: Drive, speech: Speech) -> list[Block]:
    """What to know at this point of a bond's way; nothing for legal fees, and nothing once it is over."""
    if drive.purpose is not Purpose.BOND:
        return []
    standing = drive.state in (State.PAID, State.RELEASED, State.ACTIVE)
    facts = (state_hint(drive.state), released() if standing else None)
    return [note(speech, fact, drive.state) for fact in facts if fact]


def note(speech: Speech, fact: Text, state: State) -> Block:
    """A fact in small print, and the official page behind it."""
    return blocks.context(joined(Mrkdwn(f":information_source: {speech.md(fact)}"), link(state_source(state)), by=" "))


def starting() -> Text:
    return _(
        "By law a bond is at least $1,500. Who is eligible for bond is for the court to say, and I never do: the "
        "attorney knows."
    )


def paying() -> Text:
    return _(
        "The obligor signs the contract I-352 and gets the receipt I-305. Keep both: the refund needs them. "
        "I-395 stands in for a lost receipt."
    )


def released() -> Text:
    return _(
        "An I-340 tells the obligor to bring the person to an appointment: show it to the attorney on the same day."
    )


def interest() -> Text:
    return _(
        "Interest is simple, by yearly rates of 0 to 3%. The day of the deposit does not count, the last day does."
    )
