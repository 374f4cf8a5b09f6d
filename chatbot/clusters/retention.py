"""What is forgotten of clusters: families whose support ended. Who belongs to a cluster is gone when they leave it."""

from chatbot.clusters.families.store import families, family_ties
from chatbot.clusters.store import cluster_members, clusters
from chatbot.kit.i18n import Text, _, n_
from chatbot.kit.retention import About, Erased, Matter, Part, Record
from chatbot.people.authorship import authored


def _belongs(count: int) -> Text:
    return n_("that you belong to {count} cluster", "that you belong to {count} clusters", count)


FAMILY = Matter(kind="family", table=families, over_on=families.c.closed_at)

CLUSTERS = Part(
    room="clusters",
    title=_("Clusters"),
    matters=(FAMILY,),
    records=(Record(matter=FAMILY, path=(family_ties.c.family_id,)),),
    subjects=(family_ties.c.subject,),
    about=(
        About(
            column=cluster_members.c.person_id,
            told=_belongs,
            erased=Erased.ROWS,
            shown=(cluster_members.c.leads, cluster_members.c.since),
        ),
        About(column=clusters.c.created_by, told=authored, shown=(clusters.c.code, clusters.c.created_at)),
        About(column=families.c.created_by, told=authored, shown=(families.c.code, families.c.created_at)),
    ),
)
