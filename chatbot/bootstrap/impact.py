"""Impact: what was achieved, as sums by month."""

from collections.abc import Sequence
from dataclasses import dataclass

from chatbot.bootstrap.base import Base
from chatbot.impact.counting import Figures
from chatbot.impact.jobs import ImpactJobs
from chatbot.impact.service import Impacts
from chatbot.kit.figures import Counting
from chatbot.kit.i18n import _
from chatbot.schedule import Entry


@dataclass(frozen=True, kw_only=True, slots=True)
class ImpactRoom:
    """Figures, and whoever has to keep them before records go."""

    impacts: Impacts
    figures: Figures
    entries: tuple[Entry, ...]


def impact_room(base: Base, counting: Sequence[Counting]) -> ImpactRoom:
    """The figures of these capabilities."""
    figures = Figures(counting)
    jobs = ImpactJobs(base.database, base.outbox, networks=base.networks)
    return ImpactRoom(
        impacts=Impacts(base.database, networks=base.networks, figures=figures),
        figures=figures,
        entries=(
            Entry(
                name="impact.post_months",
                when=_("At nine on the first of a month, to the channels that asked for it; up to three days late."),
                do=jobs.post_months,
            ),
        ),
    )
