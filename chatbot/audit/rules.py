"""How lines are chained, and what is wrong with a chain. Pure."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from chatbot.audit.model import Fault, Line, Verdict
from chatbot.kit.chain import NOTHING, START, Head, linked

MOST_LATE = timedelta(days=2)
"""A line is dated before one that stands before it only as far as clocks go wrong."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def fingerprint(line: Line, number: int, previous: str) -> str:
    """The hash of what a line says, of its place, and of the hash before it."""
    said = {
        "number": number,
        "id": line.id,
        "team": line.team_id,
        "at": (line.at - _EPOCH) // timedelta(microseconds=1),
        "by": line.actor_id,
        "verb": line.verb,
        "subject": line.subject,
        "detail": line.detail,
    }
    return linked(previous, said)


def verdict(lines: Sequence[Line], loose: Sequence[Line]) -> Verdict:
    """Look through all lines of the chain in their order, and those that are not in it yet."""
    faults: list[tuple[int, Fault]] = []
    number, last, latest = 0, START, _EPOCH
    for line in lines:
        if line.hash != fingerprint(line, line.number or 0, line.previous or ""):
            faults.append((line.id, Fault.CHANGED))
        if line.number != number + 1:
            faults.append((line.id, Fault.MISSING))
        elif line.previous != last:
            faults.append((line.id, Fault.UNLINKED))
        if latest - line.at > MOST_LATE:
            faults.append((line.id, Fault.ADDED))
        number, last, latest = line.number or 0, line.hash or "", max(latest, line.at)
    faults += [(line.id, Fault.ADDED) for line in loose if latest - line.at > MOST_LATE]
    head = Head(number=number, hash=last) if lines else NOTHING
    return Verdict(head=head, loose=len(loose), faults=tuple(faults))
