"""The form that says what someone is entrusted with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from chatbot.people.model import Grant, Role

TRAINING = (Role.LEAD, Role.VERIFIER)
DUTIES = (Role.TREASURER, Role.ADMIN)

_AMONG = {"training": TRAINING, "coordinates": (Role.COORDINATOR,), "duties": DUTIES}
_EVERYWHERE = "everywhere"
_AREA = "area "


@dataclass(frozen=True, kw_only=True, slots=True)
class RolesChosen:
    """The roles that were ticked, and those that could have been."""

    grants: frozenset[Grant]
    among: frozenset[Role]


def roles_chosen(typed: Mapping[str, object]) -> RolesChosen:
    """What was ticked. An input that was not on the form says nothing; whatever is no role of its input is left out."""
    grants: set[Grant] = set()
    for name in ("training", "duties"):
        grants |= {Grant(role=role) for role in _AMONG[name] if role in _ticked(typed, name)}
    places = set(_ticked(typed, "coordinates"))
    grants |= {
        Grant(role=Role.COORDINATOR, area=place.removeprefix(_AREA)) for place in places if place.startswith(_AREA)
    }
    if _EVERYWHERE in places:
        grants.add(Grant(role=Role.COORDINATOR))
    among = {role for name, roles in _AMONG.items() if name in typed for role in roles}
    return RolesChosen(grants=frozenset(grants), among=frozenset(among))


def area_value(area: str) -> str:
    """How the form writes an area, the empty one being everywhere."""
    return f"{_AREA}{area}" if area else _EVERYWHERE


def _ticked(typed: Mapping[str, object], name: str) -> Iterable[str]:
    found = typed.get(name)
    return tuple(one for one in found if isinstance(one, str)) if isinstance(found, tuple) else ()
