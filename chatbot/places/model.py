"""A place of the directory."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo


@dataclass(frozen=True, kw_only=True, slots=True)
class PlaceFacts:
    """What people write down about a court or an office. Nothing of it is private: it is a public building."""

    name: str
    address: str
    room: str
    area: str
    """The part of the country a coordinator looks after, such as `Greater Boston`."""
    zone: ZoneInfo
    notes: str
    aliases: tuple[str, ...]
    """Other and earlier names people look for."""
    card_channel: str | None
    """Where cards of hearings here are posted; the network's own channel when None."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Place(PlaceFacts):
    """A place with its number in the directory."""

    id: int
    team_id: str
