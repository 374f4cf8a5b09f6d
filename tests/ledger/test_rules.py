"""What the books allow, and what they notice."""

from dataclasses import fields, replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.kit.chain import NOTHING, START, Head
from chatbot.kit.money import Money
from chatbot.ledger import postings, rules
from chatbot.ledger.model import CHART, GENERAL, Account, Entry, Fault, Line, Posting, What
from chatbot.ledger.refusals import NotEnough

GIFT = postings.received([("bond:1", "pledge:1", Money(5000)), (GENERAL, "pledge:1", Money(100))])
EVERY_POSTING = [
    GIFT,
    postings.paid("bond:1", "obligor:O7", Money(5000)),
    postings.fees_paid("bond:1", Money(70)),
    postings.refunded("bond:1", {"obligor:O7": Money(5000)}, Money(17)),
    postings.breached("bond:1", {"obligor:O7": Money(5000)}),
    postings.returned([("bond:1", "pledge:1", Money(30)), (GENERAL, "pledge:1", Money(20))]),
    postings.rolled_over("bond:1", GENERAL, Money(500)),
]


def entry(number: int = 1, *, previous: str = START, posting: Posting = GIFT) -> Entry:
    written = Entry(
        team_id="T1",
        number=number,
        what=posting.what,
        day=date(2026, 3, 2),
        at=datetime(2026, 3, 2, 15, tzinfo=UTC),
        by_id=4,
        key=f"form-{number}",
        asked="a",
        reason="",
        reverses=None,
        previous=previous,
        hash="",
        lines=posting.lines,
    )
    return replace(written, hash=rules.fingerprint(written))


def chain(length: int) -> list[Entry]:
    entries = [entry()]
    while len(entries) < length:
        entries.append(entry(len(entries) + 1, previous=entries[-1].hash))
    return entries


def test_every_account_stands_in_the_chart() -> None:
    assert set(CHART) == set(Account)


@pytest.mark.parametrize("posting", EVERY_POSTING, ids=lambda posting: posting.what)
def test_whatever_is_posted_sums_to_zero_in_every_fund_and_so_does_its_reversal(posting: Posting) -> None:
    """T15"""
    assert rules.is_balanced(posting.lines)
    assert rules.is_balanced(rules.reversal(posting.lines))
    assert rules.balances([*posting.lines, *rules.reversal(posting.lines)]) == ()


def test_lines_that_sum_to_zero_over_two_funds_only_are_not_balanced() -> None:
    lines = (
        Line(account=Account.BANK, fund=GENERAL, cents=100),
        Line(account=Account.GIFTS, fund="bond:1", party="pledge:1", cents=-100),
    )
    assert not rules.is_balanced(lines)
    assert not rules.is_balanced(())


def test_an_account_is_told_in_its_own_nature() -> None:
    found = rules.balances(GIFT.lines)
    assert rules.held(found, Account.BANK) == Money(5100)
    assert rules.held(found, Account.GIFTS, party="pledge:1") == Money(5100)
    assert rules.held(found, Account.GIFTS, fund=GENERAL) == Money(100)


def test_a_drive_cannot_spend_what_another_fund_has() -> None:
    before = rules.balances(GIFT.lines)
    after = [*before, *rules.balances(postings.paid("bond:1", "obligor:O7", Money(5001)).lines)]
    with pytest.raises(NotEnough) as refused:
        rules.must_hold(rules.fund_sums(before), rules.fund_sums(after))
    assert refused.value.left == Money(5000)
    rules.must_hold({}, rules.fund_sums([*before, *rules.balances(postings.fees_paid("bond:1", Money(5000)).lines)]))


def test_nobody_gets_back_more_than_they_gave_from_whatever_fund() -> None:
    gift = rules.balances(GIFT.lines)
    fair = rules.balances(postings.returned([(GENERAL, "pledge:1", Money(5100))]).lines)
    rules.must_hold({}, rules.party_sums([*gift, *fair]))
    more = rules.balances(postings.returned([(GENERAL, "pledge:1", Money(5101))]).lines)
    with pytest.raises(NotEnough):
        rules.must_hold({}, rules.party_sums([*gift, *more]))


def test_books_that_nobody_touched_are_sound() -> None:
    entries = chain(3)
    verdict = rules.verdict(entries)
    assert verdict.is_sound
    assert verdict.head == Head(number=3, hash=entries[-1].hash)
    assert rules.verdict([]) == replace(verdict, head=NOTHING)


CHANGED: dict[str, Any] = {
    "team_id": "T2",
    "what": What.PAID,
    "day": date(2026, 3, 3),
    "at": datetime(2026, 3, 2, 15, 0, 0, 1, tzinfo=UTC),
    "by_id": 5,
    "key": "form-9",
    "asked": "b",
    "reason": "x",
    "reverses": 1,
    "previous": "f" * 64,
    "lines": GIFT.lines[::-1],
}


@pytest.mark.parametrize("name", CHANGED)
def test_whatever_is_changed_in_an_entry_is_noticed(name: str) -> None:
    """T15"""
    entries = chain(3)
    entries[1] = replace(entries[1], **{name: CHANGED[name]})
    assert (2, Fault.CHANGED) in rules.verdict(entries).faults


def test_every_word_of_an_entry_is_in_that_list() -> None:
    derived = {"number", "hash", "reversed_by"}
    assert {one.name for one in fields(Entry)} - derived == set(CHANGED)


@given(place=st.integers(0, 3), cents=st.integers(-(10**9), 10**9).filter(bool))
def test_a_flipped_cent_is_noticed_wherever_it_is(place: int, cents: int) -> None:
    """T15"""
    entries = chain(3)
    lines = list(entries[1].lines)
    lines[place] = replace(lines[place], cents=lines[place].cents + cents)
    entries[1] = replace(entries[1], lines=tuple(lines))
    faults = rules.verdict(entries).faults
    assert (2, Fault.CHANGED) in faults
    assert (2, Fault.UNBALANCED) in faults


def test_an_entry_that_was_changed_with_its_hash_breaks_the_chain_behind_it() -> None:
    entries = chain(3)
    changed = replace(entries[1], reason="x")
    entries[1] = replace(changed, hash=rules.fingerprint(changed))
    assert rules.verdict(entries).faults == ((3, Fault.UNLINKED),)


@pytest.mark.parametrize(("gone", "fault"), [(0, (2, Fault.MISSING)), (1, (3, Fault.MISSING))])
def test_an_entry_that_is_gone_leaves_a_gap(gone: int, fault: tuple[int, Fault]) -> None:
    entries = chain(3)
    del entries[gone]
    assert rules.verdict(entries).faults == (fault,)


def test_an_account_below_zero_is_told() -> None:
    verdict = rules.verdict([entry(posting=postings.fees_paid("bond:1", Money(1)))])
    assert [(one.account, one.fund, one.cents) for one in verdict.below_zero] == [(Account.BANK, "bond:1", -1)]
    assert not verdict.is_sound
