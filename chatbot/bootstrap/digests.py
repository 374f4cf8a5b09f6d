"""Digests: the channels', each person's, the coordinators'."""

from collections.abc import Sequence
from dataclasses import dataclass

from chatbot.bootstrap.base import Base
from chatbot.bootstrap.clusters import ClustersRoom
from chatbot.digests.gathering import Gathering
from chatbot.digests.jobs import ClosedChannels, DigestJobs, PersonalDigests, WeeklyReports
from chatbot.digests.service import Digests
from chatbot.kit.i18n import _
from chatbot.kit.sections import Section
from chatbot.schedule import Entry


@dataclass(frozen=True, kw_only=True, slots=True)
class DigestsRoom:
    """Everything that is told at an hour."""

    digests: Digests
    jobs: DigestJobs
    entries: tuple[Entry, ...]


def digests_room(base: Base, sections: Sequence[Section], *, clusters: ClustersRoom) -> DigestsRoom:
    """Digests of these sections, in this order."""
    database, outbox, networks, people = base.database, base.outbox, base.networks, base.people
    gathering = Gathering(sections, clusters.ties)
    digests = Digests(database, outbox, gathering, clusters=clusters.clusters)
    jobs = DigestJobs(
        personal=PersonalDigests(database, outbox, networks=networks, people=people, gathering=gathering),
        weekly=WeeklyReports(
            database, outbox, networks=networks, people=people, places=base.places, gathering=gathering
        ),
        closing=ClosedChannels(database, outbox, networks=networks),
    )
    return DigestsRoom(
        digests=digests,
        jobs=jobs,
        entries=(
            Entry(
                name="digests.send_due",
                when=_("At the hour each channel chose, on its weekdays, in its zone; up to three hours late."),
                do=digests.send_due,
            ),
            Entry(
                name="digests.send_personal",
                when=_("At the hour each person chose, in the network's zone; up to three hours late."),
                do=jobs.personal.send_due,
            ),
            Entry(
                name="digests.send_weekly",
                when=_("On Monday at eight in the network's zone; up to three hours late."),
                do=jobs.weekly.send_due,
            ),
            Entry(
                name="digests.pause_closed",
                when=_("As soon as a channel with a digest takes no more messages."),
                do=jobs.closing.pause,
            ),
        ),
    )
