"""Who may do what with people. Pure."""

from collections.abc import Set as AbstractSet
from dataclasses import replace

from chatbot.kit.i18n import _
from chatbot.people.model import FOR_COORDINATORS, Grant, Person, Preferences, Role, Standing
from chatbot.people.refusals import LastAdmin, NotAllowed, Outsider

GIVEN_BY_COORDINATORS = frozenset({Role.LEAD, Role.VERIFIER})
"""Roles that say someone was trained; the others carry rights over people and money and are given by admins."""


def require_member(person: Person) -> None:
    """Raises `Outsider` for guests, people of other workspaces and deactivated accounts."""
    if person.standing is not Standing.MEMBER:
        raise Outsider


def require_admin(person: Person) -> None:
    if not person.is_admin:
        raise NotAllowed(_("admins"))


def require_coordinator(person: Person, area: str | None = None) -> None:
    """Raises `NotAllowed` unless they coordinate the area (any area when it is None)."""
    if not person.has(Role.COORDINATOR):
        raise NotAllowed(_("coordinators"))
    if area is not None and not person.coordinates(area):
        raise NotAllowed(_("coordinators of {area}", area=area) if area else _("coordinators of the whole network"))


def own_area(person: Person) -> str:
    """What a coordinator writes down without a place belongs there: their area, or the whole network when it is empty.

    Somebody of several areas takes the first by name.
    """
    areas = {grant.area for grant in person.grants if grant.role is Role.COORDINATOR}
    return "" if person.is_admin or not areas or "" in areas else min(areas)


def entrusted(before: AbstractSet[Grant], chosen: AbstractSet[Grant], among: AbstractSet[Role]) -> frozenset[Grant]:
    """The roles somebody holds after these were chosen `among` some; what was not up for choice stays."""
    kept = {grant for grant in before if grant.role not in among}
    return frozenset(kept | {grant for grant in chosen if grant.role in among}) - {Grant(role=Role.VOLUNTEER)}


def preferred(chosen: Preferences, before: Preferences, by: Person) -> Preferences:
    """What someone chose, with those notices as they were before that only coordinators are asked about."""
    unasked = frozenset() if by.has(Role.COORDINATOR) else FOR_COORDINATORS
    return replace(chosen, muted=(chosen.muted - unasked) | (before.muted & unasked))


def may_change_grants(by: Person, before: AbstractSet[Grant], after: AbstractSet[Grant], *, admins_left: int) -> None:
    """Raises when `by` may not make this change. `admins_left`: how many admins there would be afterwards."""
    changed = {grant.role for grant in before ^ after}
    if changed - GIVEN_BY_COORDINATORS:
        require_admin(by)
    else:
        require_coordinator(by)
    if Role.ADMIN in changed and admins_left == 0:
        raise LastAdmin
