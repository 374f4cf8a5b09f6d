"""Where places are, without asking anybody: a table of towns and one of regions, both editable.

`towns.csv` holds the cities and towns of Massachusetts and some well-known neighbourhoods, with county and coordinates
in degrees; from GeoNames (geonames.org, licence CC BY 4.0), the smallest towns left out. `regions.csv` says which
counties or towns people mean by a region, `*` standing for all of them; such names have no official limits. An
operator elsewhere has tables of their own.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from chatbot.kit.plain import plain
from chatbot.resources.model import How, Nearness
from chatbot.resources.tables import rows

FAR = 40
"""Miles beyond which nothing counts as near: an hour by car, or half a day by bus."""

_EVERY = "*"
_NATIONWIDE = frozenset(
    plain(name)
    for names in (
        "nationwide, national, everywhere, usa, us, united states, whole country",
        "todo el país, estados unidos, todo o país, tout peyi a, etazini",
    )
    for name in names.split(",")
)
_APART = re.compile(r"[,;/]| and | y | e | ak ", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Spot:
    """A town, or an area with the plain names of its towns, or a name of which nothing else is known."""

    name: str
    towns: frozenset[str] = frozenset()
    latitude: float | None = None
    longitude: float | None = None
    is_all: bool = False
    """Whether it holds every town of the table, as a state does."""

    @property
    def key(self) -> str:
        return plain(self.name)


@dataclass(frozen=True, kw_only=True, slots=True)
class Reach:
    """Where an entry is, and whom it serves."""

    home: Spot | None
    served: tuple[Spot, ...]
    everywhere: bool


class Towns:
    """The places that are known, by every name."""

    def __init__(self, spots: Mapping[str, Spot]) -> None:
        self.spots = spots

    @classmethod
    def read(cls, folder: Path = Path(__file__).parent) -> "Towns":
        """The towns and regions of the two tables in a folder."""
        towns = list(rows(folder / "towns.csv"))
        counties: dict[str, set[str]] = {}
        for row in towns:
            counties.setdefault(f"{row['county']} County", set()).add(plain(row["town"]))
        areas = {plain(name): Spot(name=name, towns=frozenset(held)) for name, held in counties.items()}
        every = frozenset(plain(row["town"]) for row in towns)
        for row in rows(folder / "regions.csv"):
            held = frozenset().union(*(_held(part, areas) for part in row["holds"].split(";")))
            is_all = row["holds"] == _EVERY
            names = row["region"].split(";")
            area = Spot(name=names[0], towns=every if is_all else held, is_all=is_all)
            areas |= {plain(name): area for name in names}
        bare = {name.removesuffix(" county"): spot for name, spot in areas.items()}
        placed = {plain(row["town"]): _town(row) for row in towns}
        return cls({**bare, **areas, **placed})

    def named(self, name: str) -> Spot:
        """The place of this name; one that is in no table is known by its name alone."""
        return self.spots.get(plain(name)) or Spot(name=name.strip())

    def reach(self, town: str, serves: str) -> Reach:
        """Where an entry with these words is and whom it serves."""
        parts = [part.strip() for part in _APART.split(serves) if part.strip()]
        everywhere = any(plain(part) in _NATIONWIDE for part in parts)
        served = tuple(self.named(part) for part in parts if plain(part) not in _NATIONWIDE)
        return Reach(home=self.named(town) if town else None, served=served, everywhere=everywhere)


def nearness(asked: Spot, reach: Reach) -> Nearness | None:
    """How near an entry is to the place; None when it is out of reach."""
    found = [*_home(asked, reach.home), *(near for spot in reach.served for near in _served(asked, spot))]
    if reach.everywhere:
        found.append(Nearness(score=0.4, how=How.EVERYWHERE))
    if reach.home is None and not reach.served and not reach.everywhere:
        found.append(Nearness(score=0.25, how=How.UNKNOWN))
    return max(found, key=lambda near: near.score, default=None)


def miles(one: Spot, other: Spot) -> float | None:
    """How far apart two towns are, as the crow flies; None when it is not known where one of them is."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    mean = math.radians((one.latitude + other.latitude) / 2)
    north, east = one.latitude - other.latitude, (one.longitude - other.longitude) * math.cos(mean)
    return math.hypot(north, east) * 69.1


def _home(asked: Spot, home: Spot | None) -> list[Nearness]:
    if home is None:
        return []
    if home.key == asked.key or home.key in asked.towns:
        return [Nearness(score=1, how=How.HERE, name=home.name)]
    return _by_road(asked, home, most=0.95)


def _served(asked: Spot, spot: Spot) -> list[Nearness]:
    if spot.key == asked.key:
        return [Nearness(score=0.97, how=How.SERVES, name=spot.name)]
    if asked.key in spot.towns or (asked.towns and asked.towns <= spot.towns):
        return [Nearness(score=0.5 if spot.is_all else 0.75, how=How.SERVES, name=spot.name)]
    if spot.key in asked.towns:
        return [Nearness(score=0.85, how=How.SERVES, name=spot.name)]
    return _by_road(asked, spot, most=0.9)


def _by_road(asked: Spot, spot: Spot, *, most: float) -> list[Nearness]:
    far = miles(asked, spot)
    if far is None or far > FAR:
        return []
    return [Nearness(score=most - far / 60, how=How.MILES, name=asked.name, miles=max(1, round(far)))]


def _town(row: Mapping[str, str]) -> Spot:
    return Spot(name=row["town"], latitude=float(row["latitude"]), longitude=float(row["longitude"]))


def _held(part: str, areas: Mapping[str, Spot]) -> frozenset[str]:
    area = areas.get(plain(part))
    return area.towns if area else frozenset({plain(part)})
