"""What actions count for the network's impact."""

from collections.abc import Sequence

from chatbot.actions.deeds import store
from chatbot.actions.model import subject
from chatbot.kit.database import Tx
from chatbot.kit.figures import Count, Figure, Helped, Span


class ActionFigures:
    """Each call, letter, signature and testimony counts as often as its alert counts it."""

    async def counts(self, tx: Tx, span: Span) -> Sequence[Count]:
        done = await store.done_on(tx, span.team_id, span.first, span.before)
        return [Count(figure=Figure.ACTIONS, day=row.day, amount=1, subject=subject(row.action_id)) for row in done]

    async def helped(self, tx: Tx, span: Span) -> Sequence[Helped]:
        done = await store.done_on(tx, span.team_id, span.first, span.before)
        return [Helped(person_id=row.person_id, day=row.day, subject=subject(row.action_id)) for row in done]
