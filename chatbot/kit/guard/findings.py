"""All the looks put together."""

from collections.abc import Callable, Iterator
from enum import StrEnum

from chatbot.kit.guard.contacts import emails, phones
from chatbot.kit.guard.folded import Folded, fold
from chatbot.kit.guard.identity import a_numbers, cards, social_security_numbers
from chatbot.kit.guard.kinds import Finding, Kind, Span
from chatbot.kit.guard.streets import streets


class Exposure(StrEnum):
    """Who may read a text."""

    PUBLIC = "public"
    """Everyone in a channel: nothing that leads to a person."""

    PRIVATE = "private"
    """Sealed, and opened by few: how to reach someone belongs here, numbers of identity belong nowhere."""


Look = Callable[[Folded], Iterator[Span]]

NOWHERE: dict[Kind, Look] = {
    Kind.CARD: lambda text: cards(text.lower),
    Kind.SSN: lambda text: social_security_numbers(text.lower),
    Kind.A_NUMBER: a_numbers,
}
NOT_IN_PUBLIC: dict[Kind, Look] = {
    Kind.EMAIL: lambda text: emails(text.lower),
    Kind.PHONE: lambda text: phones(text.lower),
    Kind.STREET_ADDRESS: streets,
}


def look(text: str, exposure: Exposure) -> tuple[Finding, ...]:
    """What a text with this exposure must not hold, in the order it stands there."""
    folded = fold(text)
    looks = NOWHERE if exposure is Exposure.PRIVATE else NOWHERE | NOT_IN_PUBLIC
    findings: list[Finding] = []
    for kind, look_for in looks.items():
        for span in look_for(folded):
            start, end = folded.original(span)
            if not any(start < other.end and other.start < end for other in findings):
                findings.append(Finding(kind=kind, start=start, end=end))
    return tuple(sorted(findings, key=lambda finding: finding.start))
