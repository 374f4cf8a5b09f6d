"""What hearings count for the network's impact."""

from collections.abc import Sequence

from chatbot.kit.database import Tx
from chatbot.kit.figures import Count, Figure, Helped, Span
from chatbot.signups import store as seats


class HearingFigures:
    """A hearing was accompanied when it is noted of at least one person that they came."""

    async def counts(self, tx: Tx, span: Span) -> Sequence[Count]:
        rows = await seats.attended(tx, span.team_id, "hearing", span.first, span.before)
        days = {row.subject: row.day for row in rows}
        return [Count(figure=Figure.HEARINGS, day=day, amount=1, subject=subject) for subject, day in days.items()]

    async def helped(self, tx: Tx, span: Span) -> Sequence[Helped]:
        rows = await seats.attended(tx, span.team_id, "hearing", span.first, span.before)
        return [Helped(person_id=row.person_id, day=row.day, subject=row.subject) for row in rows]
