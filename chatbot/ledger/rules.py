"""What the books allow, and how their entries are chained. Pure."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from chatbot.kit.chain import NOTHING, START, Head, linked
from chatbot.kit.money import Money
from chatbot.ledger.model import CHART, Account, Balance, Entry, Fault, Line, Nature, Verdict
from chatbot.ledger.refusals import NotEnough

Sums = Mapping[tuple[Account, str, str], int]
"""Cents by account, fund and party; the latter two are empty where they play no part."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def balances(lines: Iterable[Line]) -> tuple[Balance, ...]:
    """What the accounts hold after these lines, each fund and party apart, without those that hold nothing."""
    sums: Counter[tuple[Account, str, str]] = Counter()
    for line in lines:
        sums[line.account, line.fund, line.party] += line.cents
    return tuple(
        Balance(account=account, fund=fund, party=party, cents=in_nature(account, cents))
        for (account, fund, party), cents in sorted(sums.items())
        if cents
    )


def in_nature(account: Account, cents: int) -> int:
    return cents if CHART[account] is Nature.DEBIT else -cents


def held(found: Iterable[Balance], account: Account, *, fund: str | None = None, party: str | None = None) -> Money:
    """What an account holds, in all or for one fund or party."""
    return Money(
        sum(
            one.cents
            for one in found
            if one.account is account and fund in (None, one.fund) and party in (None, one.party)
        )
    )


def fund_sums(found: Iterable[Balance]) -> Sums:
    """What each account holds in each fund, where it may not fall below zero; deposits obligor by obligor."""
    sums: Counter[tuple[Account, str, str]] = Counter()
    for one in found:
        if CHART[one.account] is not Nature.EITHER:
            sums[one.account, one.fund, one.party if one.account is Account.DEPOSITS else ""] += one.cents
    return sums


def party_sums(found: Iterable[Balance]) -> Sums:
    """What each party gave and did not get back, to and from whatever fund. Nobody gets back more than they gave."""
    sums: Counter[tuple[Account, str, str]] = Counter()
    for one in found:
        if one.account in (Account.GIFTS, Account.RETURNED):
            sums[Account.GIFTS, "", one.party] += one.cents if one.account is Account.GIFTS else -one.cents
    return sums


def must_hold(before: Sums, after: Sums) -> None:
    """Raises `NotEnough` when something would fall below zero."""
    for (account, fund, party), cents in after.items():
        if cents < 0:
            raise NotEnough(account, Money(before.get((account, fund, party), 0)))


def is_balanced(lines: Iterable[Line]) -> bool:
    """Whether there are lines and they sum to zero within every fund."""
    sums: Counter[str] = Counter()
    for line in lines:
        sums[line.fund] += line.cents
    return bool(sums) and not any(sums.values())


def fingerprint(entry: Entry) -> str:
    """The hash of what an entry says and of the hash before it. Every sign of it counts."""
    said = {
        "team": entry.team_id,
        "number": entry.number,
        "what": entry.what,
        "day": entry.day.isoformat(),
        "at": (entry.at - _EPOCH) // timedelta(microseconds=1),
        "by": entry.by_id,
        "key": entry.key,
        "asked": entry.asked,
        "reason": entry.reason,
        "reverses": entry.reverses,
        "lines": [[line.account, line.fund, line.party, line.cents] for line in entry.lines],
    }
    return linked(entry.previous, said)


def verdict(entries: Sequence[Entry]) -> Verdict:
    """Look through all entries in their order."""
    faults: list[tuple[int, Fault]] = []
    for entry in entries:
        if fingerprint(entry) != entry.hash:
            faults.append((entry.number, Fault.CHANGED))
        if not is_balanced(entry.lines):
            faults.append((entry.number, Fault.UNBALANCED))
    if entries and (entries[0].number, entries[0].previous) != (1, START):
        faults.append((entries[0].number, Fault.MISSING))
    for before, entry in pairwise(entries):
        if entry.number != before.number + 1:
            faults.append((entry.number, Fault.MISSING))
        elif entry.previous != before.hash:
            faults.append((entry.number, Fault.UNLINKED))
    head = Head(number=entries[-1].number, hash=entries[-1].hash) if entries else NOTHING
    found = balances(line for entry in entries for line in entry.lines)
    sums = {**fund_sums(found), **party_sums(found)}
    below_zero = tuple(
        Balance(account=account, fund=fund, party=party, cents=cents)
        for (account, fund, party), cents in sums.items()
        if cents < 0
    )
    return Verdict(head=head, faults=tuple(sorted(faults)), below_zero=below_zero)


def asked_hash(asked: str) -> str:
    """The request as the books keep it: enough to tell it from another."""
    return hashlib.sha256(asked.encode()).hexdigest()


def reversal(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The same lines with the sides changed."""
    return tuple(Line(account=line.account, fund=line.fund, party=line.party, cents=-line.cents) for line in lines)
