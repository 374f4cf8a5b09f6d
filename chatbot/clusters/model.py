"""Clusters: congregations and teams with members, leads and a channel of their own."""

from dataclasses import dataclass, field

CODE = "C"
"""The letter of a cluster's code."""

USUAL_WAIT = 24
"""Hours. What belongs to a family waits so long for its clusters before everyone is asked."""

LONGEST_WAIT = 14 * 24


@dataclass(frozen=True, kw_only=True, slots=True)
class ClusterFacts:
    """What a coordinator writes down about a cluster. `wait` is in hours."""

    name: str
    channel: str
    wait: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Cluster:
    """A cluster as everyone may know it; who belongs to it is not among that."""

    id: int
    team_id: str
    code: str
    name: str
    channel: str
    wait: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Member:
    """Someone in a cluster. `account` is None for people outside of the chat platform."""

    person_id: int
    name: str = field(repr=False)
    account: str | None
    leads: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Seen:
    """A cluster as one person sees it: `members` is None for those who may not know."""

    cluster: Cluster
    members: tuple[Member, ...] | None
    mine: bool
    """Whether this person belongs to it."""
    may_manage: bool
    """Whether they may add and remove members."""
    may_change: bool
    """Whether they may change the cluster itself and say who leads it."""

    @property
    def leads(self) -> tuple[Member, ...]:
        return tuple(one for one in self.members or () if one.leads)
