"""What may be done with drives and pledges. Pure: days and figures are arguments."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from statistics import median

from chatbot.bonds.messages import state_name
from chatbot.bonds.model import Draft, Drive, Figures, Over, Pledge, PledgeState, Purpose, Rest, State
from chatbot.bonds.refusals import (
    BeforeThat,
    BondTooSmall,
    DriveOver,
    InThePast,
    MoreThanMissing,
    NotNow,
    NotYet,
    OddAmount,
    OnlyForBonds,
    ShareTooLarge,
)
from chatbot.bonds.statements import Policy
from chatbot.kit.i18n import _
from chatbot.kit.money import ZERO, Money, total
from chatbot.kit.months import month_after, month_of
from chatbot.ledger.model import What
from chatbot.people.model import Person, Role
from chatbot.people.refusals import NotAllowed

LEAST_BOND = Money(150_000)
"""A bond of less than $1,500 does not exist: 8 U.S.C. 1226(a)(2)(A)."""

ODD_ABOVE = Money(250_000)
"""What a network asks about once more until it decides for itself."""

ODD_TIMES = 10
"""How often the usual pledge an amount may be before it looks like a slip of the finger."""

ENOUGH_TO_COMPARE = 3
"""How many pledges it takes to speak of a usual one."""

UNTIL_ACTIVE = timedelta(days=30)
"""How long after the release a drive is shown as released."""

STANDING = (State.PAID, State.RELEASED, State.ACTIVE)
"""The states in which a bond stands with the government and nothing has ended it."""

PAGE = 6

_WAITING = (PledgeState.PLEDGED, PledgeState.PARTLY_RECEIVED)


def require_treasurer(person: Person) -> None:
    if not person.has(Role.TREASURER):
        raise NotAllowed(_("treasurers"))


def require_steward(person: Person) -> None:
    """Coordinators and treasurers write drives down and see who pledged."""
    if not person.has(Role.COORDINATOR) and not person.has(Role.TREASURER):
        raise NotAllowed(_("coordinators and treasurers"))


def must_make_sense(draft: Draft, today: date, *, unless: date | None = None) -> None:
    """Raises `BondTooSmall`, `ShareTooLarge`, or `InThePast` unless the day is the one it already had."""
    if draft.purpose is Purpose.BOND and draft.amount < LEAST_BOND:
        raise BondTooSmall(LEAST_BOND)
    if draft.share > draft.amount:
        raise ShareTooLarge
    if draft.due is not None and draft.due < today and draft.due != unless:
        raise InThePast


def seen(said: State, figures: Figures, *, share: Money, released_on: date | None, today: date) -> State:
    """The state as people see it: funded once the share has come in, active a month after the release."""
    if said is State.RAISING and figures.received + max(figures.transferred, ZERO) >= share:
        return State.FUNDED
    if said is State.RELEASED and released_on is not None and today >= released_on + UNTIL_ACTIVE:
        return State.ACTIVE
    return said


def missing(share: Money, *, received: Money, transferred: Money, promised: Money) -> Money:
    return max(share - received - max(transferred, ZERO) - promised, ZERO)


def pledge_state(total: Money, received: Money, returned: Money, *, withdrawn: bool) -> PledgeState:
    """What has become of a pledge, seen from the books."""
    if withdrawn:
        return PledgeState.WITHDRAWN
    if received and returned >= received:
        return PledgeState.RETURNED
    if received and received >= total:
        return PledgeState.RECEIVED
    return PledgeState.PARTLY_RECEIVED if received else PledgeState.PLEDGED


def waits(pledge: Pledge) -> bool:
    """Whether something is still to come."""
    return pledge.state in _WAITING


def split(amount: Money, drive: Drive, *, rest: Rest | None, mine: Money = ZERO) -> tuple[Money, Money]:
    """How much of a pledge is for the drive and how much for the general fund; `mine` of what is promised is replaced.

    Raises `DriveOver`, and `MoreThanMissing` while nobody said where the rest goes.
    """
    if not drive.is_open:
        raise DriveOver(drive.code)
    needed = drive.figures.missing + mine
    if amount <= needed:
        return amount, ZERO
    if rest is None or (rest is Rest.LEAVE and not needed):
        raise MoreThanMissing(needed, amount - needed)
    return needed, amount - needed if rest is Rest.FUND else ZERO


def must_be_meant(amount: Money, usual: Sequence[Money], policy: Policy, *, sure: bool) -> None:
    """Raises `OddAmount`, once, for one far above what people pledge here or above what the network set."""
    many = median(one.cents for one in usual) * ODD_TIMES if len(usual) >= ENOUGH_TO_COMPARE else amount.cents
    if not sure and (amount > policy.odd_above or amount.cents > many):
        raise OddAmount(amount)


def spread(amount: Money | None, pledges: Sequence[Pledge]) -> tuple[list[tuple[Pledge, Money]], Money]:
    """How money that came in is spread over pledges in their order, and what nobody pledged of it.

    Without an amount each gets what it waits for.
    """
    left = total(pledge.outstanding for pledge in pledges) if amount is None else amount
    shares: list[tuple[Pledge, Money]] = []
    for pledge in pledges:
        if part := min(left, pledge.outstanding):
            shares.append((pledge, part))
            left -= part
    return shares, left


def accepted(amount: Money, drive: Drive | None, *, over: Over | None) -> Money:
    """How much of money from outside is for the drive, the rest being for the general fund.

    Raises `MoreThanMissing` while nobody said where the part goes that the drive does not need.
    """
    if drive is None:
        return ZERO
    needed = drive.figures.missing
    if amount <= needed or over is Over.DRIVE:
        return amount
    if over is None:
        raise MoreThanMissing(needed, amount - needed)
    return needed


def parts(pledge: Pledge, amount: Money) -> tuple[Money, Money]:
    """How much of what came in for a pledge is for the drive, which comes first, and how much for the general fund."""
    for_drive = min(amount, max(pledge.amount - pledge.received_for_drive, ZERO))
    return for_drive, amount - for_drive


def settled(pledge: Pledge) -> Mapping[str, object]:
    """A pledge of which nothing more is expected: it is as large as what came, or withdrawn when nothing did."""
    if not pledge.received:
        return {"withdrawn": True}
    for_drive = pledge.received_for_drive
    return {"amount": for_drive.cents, "fund_amount": (pledge.received - for_drive).cents}


def must_be(drive: Drive, states: Iterable[State]) -> None:
    """Raises `NotNow` unless the drive is in one of these states, and `OnlyForBonds` for one that raises fees."""
    if drive.purpose is Purpose.FEES:
        raise OnlyForBonds(drive.code)
    if drive.state not in states:
        raise NotNow(drive.code, drive.state, state_name(drive.state))


def happened_on(on: date | None, today: date, *, after: date | None = None) -> date:
    """The day of the books: today unless one was given. Raises `NotYet`, and `BeforeThat` for one too early."""
    day = on or today
    if day > today:
        raise NotYet
    if after is not None and day < after:
        raise BeforeThat(after)
    return day


def month(first: date | None, today: date) -> tuple[date, date]:
    """The first and the last day of a month, the present one when none is named."""
    begins = month_of(first or today)
    return begins, month_after(begins) - timedelta(days=1)


def said_after_reversal(what: What, drive: Drive) -> Mapping[str, object]:
    """What becomes of a drive when an entry of this kind is taken back."""
    if what is What.PAID:
        ended = dict.fromkeys(("paid_on", "released_on", "cancelled_on", "requested_on", "reviewed_on"))
        return {"state": State.RAISING, "obligor": "", **ended}
    if what is What.REFUNDED:
        return {"state": State.REFUND_REQUESTED if drive.requested_on else State.CANCELLED}
    if what is What.BREACHED:
        return {"state": State.RELEASED if drive.released_on else State.PAID}
    return {}
