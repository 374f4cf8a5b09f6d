"""Items that are wanted, and who brings how many of them."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Share:
    """What one person promised of an item, and how much of it has arrived."""

    person_id: int
    name: str = field(repr=False)
    promised: int
    received: int
    promised_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """Something that is wanted so many times."""

    id: int
    name: str
    wanted: int
    shares: tuple[Share, ...] = ()

    @property
    def input(self) -> str:
        """The input of the form that asks how many someone brings."""
        return f"item-{self.id}"

    def share_input(self, share: Share) -> str:
        """The input of the form that asks how many of a share have arrived."""
        return f"{self.input}-{share.person_id}"

    @property
    def promised(self) -> int:
        return sum(share.promised for share in self.shares)

    @property
    def received(self) -> int:
        return sum(share.received for share in self.shares)

    @property
    def missing(self) -> int:
        return max(0, self.wanted - self.promised)

    def of(self, person_id: int) -> Share | None:
        return next((share for share in self.shares if share.person_id == person_id), None)
