"""What can be found, and where it was; never the words themselves."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """A sort of private detail. Where two lie over each other, the earlier one here is the one told."""

    CARD = "card"
    SSN = "ssn"
    A_NUMBER = "a_number"
    EMAIL = "email"
    PHONE = "phone"
    STREET_ADDRESS = "street_address"


@dataclass(frozen=True, kw_only=True)
class Finding:
    """A private detail stands between `start` and `end` of the text that was looked at."""

    kind: Kind
    start: int
    end: int


Span = tuple[int, int]
"""Where something stands in folded text."""
