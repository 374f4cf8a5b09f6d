"""Who may do what in a cluster. Pure."""

from collections.abc import Iterable

from chatbot.clusters.model import Cluster, Member, Seen
from chatbot.kit.i18n import _
from chatbot.people.model import Person, Role
from chatbot.people.refusals import NotAllowed


def seen(cluster: Cluster, members: Iterable[Member], person: Person) -> Seen:
    """The cluster as this person sees it: who belongs to it is for its own members and for coordinators."""
    found = tuple(members)
    mine = next((one for one in found if one.person_id == person.id), None)
    coordinates = person.has(Role.COORDINATOR)
    return Seen(
        cluster=cluster,
        members=found if mine is not None or coordinates else None,
        mine=mine is not None,
        may_manage=coordinates or (mine is not None and mine.leads),
        may_change=coordinates,
    )


def must_know_members(found: Seen) -> None:
    """Raises `NotAllowed` for someone outside of the cluster."""
    if found.members is None:
        raise NotAllowed(_("its members"))


def must_manage(found: Seen) -> None:
    """Raises `NotAllowed` unless they lead the cluster, or coordinate."""
    if not found.may_manage:
        raise NotAllowed(_("the leads of this cluster and coordinators"))
