"""Riders and cars. Addresses are sealed and no part of these."""

from dataclasses import dataclass, field
from datetime import date

from chatbot.kit.money import Money


@dataclass(frozen=True, kw_only=True, slots=True)
class Load:
    """What riders take and cars offer. `seats` counts everyone, children in child seats too."""

    seats: int
    child_seats: int = 0
    wheelchair: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Rider:
    """Someone, or a party, who needs a ride together. `driver_id` is whose car they were given, if any."""

    id: int
    alias: str
    town: str
    load: Load
    driver_id: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Car:
    """What a driver's car holds, the driver not counted."""

    person_id: int
    name: str = field(repr=False)
    holds: Load


@dataclass(frozen=True, kw_only=True, slots=True)
class Trip:
    """What a driver wrote down after a ride, for being paid back. `tenths` are tenths of a mile."""

    need_code: str
    driver: str = field(repr=False)
    driven_on: date
    tenths: int
    tolls: Money
