"""The words of bonds, without markup."""

from collections.abc import Mapping

from chatbot.bonds.model import PledgeState, Purpose, State
from chatbot.kit.i18n import Text, _
from chatbot.ledger.model import What


def purpose_name(purpose: Purpose) -> Text:
    match purpose:
        case Purpose.BOND:
            return _("Bond")
        case Purpose.FEES:
            return _("Legal fees")


def state_name(state: State) -> Text:
    return _STATES[state]


_STATES: Mapping[State, Text] = {
    State.RAISING: _("Raising"),
    State.FUNDED: _("Funded"),
    State.PAID: _("Bond paid"),
    State.RELEASED: _("Released"),
    State.ACTIVE: _("Bond stands"),
    State.CANCELLED: _("Bond cancelled, refund due"),
    State.REFUND_REQUESTED: _("Refund requested"),
    State.REFUNDED: _("Refunded"),
    State.BREACHED: _("Breached"),
    State.CLOSED: _("Closed"),
}


def state_hint(state: State) -> Text | None:
    """What the law and practice say where it matters; None where nothing has to be known."""
    match state:
        case State.FUNDED:
            return _(
                "An obligor pays at CeBONDS by Fedwire or ACH: a citizen, a permanent resident, a law firm or a"
                " nonprofit. Keep the receipt, form I-305."
            )
        case State.PAID | State.RELEASED | State.ACTIVE:
            return _(
                "The bond comes back only when the case ends, often after a year or more, and only to the obligor."
            )
        case State.CANCELLED:
            return _("Form I-391 ended the bond. The obligor files for the refund; form I-395 replaces a lost I-305.")
        case State.REFUND_REQUESTED:
            return _("Principal and simple interest go to the obligor's address on file. Keep that address up to date.")
        case State.BREACHED:
            return _("Form I-323 says that the bond was breached. The principal is lost.")
        case _:
            return None


def state_source(state: State) -> str:
    """The official page behind the hint."""
    if state is State.FUNDED:
        return "https://cebonds.ice.gov"
    if state in (State.CANCELLED, State.REFUND_REQUESTED):
        return "https://www.ecfr.gov/current/title-8/part-293"
    return "https://www.ecfr.gov/current/title-8/section-103.6"


def pledge_state_name(state: PledgeState) -> Text:
    match state:
        case PledgeState.PLEDGED:
            return _("Pledged")
        case PledgeState.PARTLY_RECEIVED:
            return _("Partly received")
        case PledgeState.RECEIVED:
            return _("Received")
        case PledgeState.WITHDRAWN:
            return _("Withdrawn")
        case PledgeState.RETURNED:
            return _("Returned")


def what_name(what: What) -> Text:  # noqa: PLR0911
    """What an entry of the books says."""
    match what:
        case What.RECEIVED:
            return _("Money received")
        case What.PAID:
            return _("Bond paid")
        case What.FEES_PAID:
            return _("Legal fees paid")
        case What.REFUNDED:
            return _("Bond refunded")
        case What.BREACHED:
            return _("Bond breached")
        case What.RETURNED:
            return _("Money returned")
        case What.ROLLED_OVER:
            return _("Rolled over")
        case What.REVERSED:
            return _("Entry reversed")
