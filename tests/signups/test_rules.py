"""What a press of Claim means, from the roster alone."""

import pytest

from chatbot.signups.model import AlreadyYours, InLine, Outcome, Roster, SeatRole, Seats, Signup, Yours
from chatbot.signups.refusals import TooManySeated
from chatbot.signups.rules import decide, may_hold
from tests.fixtures.database import MONDAY

LEAD, COMPANION, DRIVER = SeatRole.LEAD, SeatRole.COMPANION, SeatRole.DRIVER


def roster(*signups: Signup, companions: int = 1) -> Roster:
    return Roster(
        seats={
            LEAD: Seats(minimum=1, maximum=1),
            COMPANION: Seats(minimum=1, maximum=companions),
            DRIVER: Seats(minimum=0, maximum=1),
        },
        signups=signups,
    )


def seated(person: int, role: SeatRole = COMPANION) -> Signup:
    return Signup(person_id=person, name=f"Person {person}", role=role, waiting=False, since=MONDAY)


def waits(person: int, role: SeatRole = COMPANION) -> Signup:
    return Signup(person_id=person, name=f"Person {person}", role=role, waiting=True, since=MONDAY)


ANSWERS: list[tuple[str, Roster, SeatRole, Outcome]] = [
    ("a free seat", roster(), COMPANION, Yours(role=COMPANION)),
    ("mine already", roster(seated(1)), COMPANION, AlreadyYours(role=COMPANION)),
    ("mine, pressed for another role", roster(seated(1)), DRIVER, AlreadyYours(role=COMPANION)),
    ("full", roster(seated(2)), COMPANION, InLine(role=COMPANION, place=1)),
    ("full, two wait", roster(seated(2), waits(3), waits(4)), COMPANION, InLine(role=COMPANION, place=3)),
    ("I wait second", roster(seated(2), waits(3), waits(1), waits(4)), COMPANION, InLine(role=COMPANION, place=2)),
    ("I wait, a seat came free", roster(waits(1)), COMPANION, Yours(role=COMPANION)),
    ("I wait, another role is free", roster(seated(2), waits(1)), DRIVER, Yours(role=DRIVER)),
    ("I wait, both are full", roster(seated(2), waits(1), seated(3, DRIVER)), DRIVER, InLine(role=DRIVER, place=1)),
    ("the lead is no companion", roster(seated(2, LEAD)), COMPANION, Yours(role=COMPANION)),
    ("companions are no lead", roster(seated(2)), LEAD, Yours(role=LEAD)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("roster", "role", "answer"), [case[1:] for case in ANSWERS], ids=[case[0] for case in ANSWERS]
)
def test_pressing_claim_answers(roster: Roster, role: SeatRole, answer: Outcome) -> None:
    assert decide(roster, 1, role) == answer


def test_a_roster_knows_what_is_left_and_what_is_missing() -> None:
    partly = roster(seated(1), seated(2), waits(3), companions=3)
    assert (partly.left(COMPANION), partly.missing(COMPANION)) == (1, 0)
    assert (partly.left(LEAD), partly.missing(LEAD)) == (1, 1)
    assert (partly.left(SeatRole.OBSERVER), partly.missing(SeatRole.OBSERVER)) == (0, 0)
    assert (partly.covered, partly.has_room) == (False, True)


def test_a_roster_is_covered_when_every_minimum_is_met_whoever_may_still_come() -> None:
    assert roster(seated(1), seated(2, LEAD), companions=3).covered
    assert not roster(waits(1), seated(2, LEAD)).covered


def test_a_full_roster_has_no_room() -> None:
    assert not roster(seated(1), seated(2, LEAD), seated(3, DRIVER)).has_room


def test_who_holds_a_seat_or_nothing_has_no_place_in_line() -> None:
    full = roster(seated(1), waits(2))
    assert [full.place_in_line(person) for person in (1, 2, 3)] == [0, 1, 0]


def test_a_maximum_may_not_go_below_those_who_come_and_those_who_wait_do_not_count() -> None:
    full = roster(seated(1), seated(2), waits(3), companions=2)
    may_hold(full, COMPANION, 2, field="companions")
    with pytest.raises(TooManySeated) as refused:
        may_hold(full, COMPANION, 1, field="companions")
    assert refused.value.field == "companions"
