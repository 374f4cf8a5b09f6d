"""The names of the kinds of needs, of ways and of steps."""

from chatbot.kit.i18n import Text, _
from chatbot.needs.model import Kind, Step, Way

_KINDS = {
    Kind.RIDE: _("Ride"),
    Kind.LETTERS: _("Letters of support"),
    Kind.SUPPLIES: _("Food and supplies"),
    Kind.PAPERWORK: _("Help with paperwork"),
    Kind.BOND_POSTING: _("Posting a bond"),
    Kind.INTERPRETATION: _("Interpreting"),
    Kind.LEGAL: _("Legal referral"),
    Kind.OTHER: _("Other help"),
}


def kind_name(kind: Kind) -> Text:
    return _KINDS[kind]


def way_name(way: Way) -> Text:
    match way:
        case Way.THERE:
            return _("one way, there")
        case Way.BACK:
            return _("one way, back")
        case Way.BOTH:
            return _("there and back")
        case Way.WAIT:
            return _("there, waiting, and back")


def step_name(step: Step) -> Text:
    """A step of posting a bond. The forms are ICE's: I-352 is the contract, I-305 the receipt."""
    match step:
        case Step.AMOUNT:
            return _("Confirm the amount and the person's number with the attorney")
        case Step.OBLIGOR:
            return _("Agree who signs as obligor; only they get the money back")
        case Step.ACCOUNT:
            return _("Open the request in CeBONDS (cebonds.ice.gov)")
        case Step.PAY:
            return _("Pay by Fedwire or ACH")
        case Step.PAPERS:
            return _("Keep the contract (I-352) and the receipt (I-305) safe")
        case Step.PICK_UP:
            return _("Arrange who picks the person up")
