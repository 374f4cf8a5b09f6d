"""Counts from records, or from the sums that were kept when the records went."""

from collections.abc import Sequence
from datetime import date

from chatbot.clusters import store as clusters
from chatbot.clusters.families import store as families
from chatbot.impact import rules, store
from chatbot.impact.model import Impact, Month, Period
from chatbot.kit.database import Tx
from chatbot.kit.figures import Counting, Span
from chatbot.kit.months import month_after

NETWORK = 0
"""In the place of a cluster's number: everything there is."""


class Figures:
    """What the capabilities counted, put together."""

    def __init__(self, counting: Sequence[Counting]) -> None:
        self._counting = counting

    async def impact(
        self, tx: Tx, team_id: str, period: Period, *, today: date, cluster_id: int = NETWORK, cluster: str = ""
    ) -> Impact:
        """The figures of the period. Months that are kept are not counted again."""
        first, before = rules.months_of(period, today)
        kept = await store.kept(tx, team_id, first, before)
        sums = await store.totals(tx, team_id, cluster_id, first, before)
        counted = await self._counted(tx, Span(team_id=team_id, first=first, before=before), cluster_id)
        live = {month: figures for month, figures in counted.items() if month not in kept}
        return Impact(period=period, cluster=cluster, months=rules.in_order({**live, **sums}, first, before))

    async def keep_through(self, tx: Tx, team_id: str, month: date) -> None:
        """Keep the sums of every month up to this one, whose records are about to go. Each once and for good.

        A stay that ends in a month was hosted in months before it as well. What clusters supported is known as long as
        their families are; that is why theirs are kept with it.
        """
        span = Span(team_id=team_id, first=rules.BEGINNING, before=month_after(month))
        kept = await store.kept(tx, team_id, span.first, span.before)
        parts = (NETWORK, *(one.id for one in await clusters.all_of(tx, team_id)))
        counted = {part: await self._counted(tx, span, part) for part in parts}
        for first in sorted({month, *counted[NETWORK]} - kept):
            if await store.keep(tx, team_id, first):
                for part in parts:
                    await store.add(tx, team_id, first, part, counted[part].get(first, {}))

    async def _counted(self, tx: Tx, span: Span, cluster_id: int) -> dict[date, Month]:
        subjects = await families.subjects_of(tx, span.team_id, [cluster_id]) if cluster_id else None
        counts = [count for one in self._counting for count in await one.counts(tx, span)]
        helped = [person for one in self._counting for person in await one.helped(tx, span)]
        return dict(rules.summed(counts, helped, subjects=subjects))
