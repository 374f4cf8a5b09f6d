"""Drives and pledges as values, from nothing to far too much, for tests of views."""

from dataclasses import replace
from datetime import UTC, date, datetime

from chatbot.bonds.model import Drive, Figures, Pledge, PledgeState, Purpose, State
from chatbot.kit.money import ZERO, Money
from tests.slack.parts import long

MUCH = Money(999_999_999)


def figures(*, received: Money = ZERO, promised: Money = ZERO, missing: Money = ZERO, **more: Money) -> Figures:
    nothing = dict.fromkeys(("transferred", "at_hand", "deposited", "interest", "spent", "lost"), ZERO)
    return Figures(received=received, promised=promised, missing=missing, donors=3, **{**nothing, **more})


def drive(number: int = 1, *, state: State = State.RAISING, purpose: Purpose = Purpose.BOND) -> Drive:
    """A drive about which everything is written down that fits."""
    return Drive(
        id=number,
        team_id="T1",
        code=f"B{99_999 + number}",
        purpose=purpose,
        alias=long(40),
        amount=MUCH,
        share=MUCH - Money(1),
        due=date(2026, 9, 30),
        story=long(3000),
        link="https://example.org/" + "a" * 480,
        channel="C1",
        state=state,
        obligor="OBLIGO-123456",
        paid_on=date(2026, 9, 30),
        released_on=date(2026, 9, 30),
        cancelled_on=date(2026, 9, 30),
        requested_on=date(2026, 9, 30),
        reviewed_on=date(2026, 9, 30),
        closed_because=long(200),
        donors=tuple(long(80) for _ in range(60)),
        figures=figures(received=MUCH, promised=MUCH, missing=MUCH, transferred=MUCH, at_hand=MUCH, deposited=MUCH),
    )


def at(received: int, promised: int, missing: int) -> Drive:
    """A drive for $1,000 of which so many dollars are there, promised and missing."""
    shown = figures(received=Money(received * 100), promised=Money(promised * 100), missing=Money(missing * 100))
    return replace(drive(), share=Money(100_000), figures=shown)


def pledge(number: int = 1, *, person_id: int | None = 1, state: PledgeState = PledgeState.PARTLY_RECEIVED) -> Pledge:
    return Pledge(
        id=number,
        drive_id=1,
        code="B99999",
        person_id=person_id,
        name=long(80),
        anonymous=True,
        amount=MUCH,
        fund_amount=MUCH,
        received=Money(5),
        received_for_drive=Money(5),
        returned=Money(1),
        state=state,
        due=date(2026, 9, 30),
        made_at=datetime(2026, 3, 2, tzinfo=UTC),
    )
