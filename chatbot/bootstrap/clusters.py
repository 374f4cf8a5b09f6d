"""Clusters: congregations and teams, the families they support, and whose turn it is."""

from dataclasses import dataclass

from chatbot.bootstrap.base import Base
from chatbot.clusters.families.service import Families
from chatbot.clusters.families.ties import Ties
from chatbot.clusters.service import Clusters


@dataclass(frozen=True, kw_only=True, slots=True)
class ClustersRoom:
    """What the rooms above ask about families."""

    clusters: Clusters
    families: Families
    ties: Ties


def clusters_room(base: Base) -> ClustersRoom:
    return ClustersRoom(
        clusters=Clusters(base.database, base.outbox, people=base.people),
        families=Families(base.database, base.outbox),
        ties=Ties(base.outbox),
    )
