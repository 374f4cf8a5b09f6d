"""What bonds count for the network's impact."""

from collections.abc import Sequence

from chatbot.bonds import store
from chatbot.kit.database import Tx
from chatbot.kit.figures import Count, Figure, Helped, Span
from chatbot.ledger import store as books
from chatbot.ledger.model import GENERAL, Account


class BondFigures:
    """Raised is what people gave less what went back to them, by the books; money that is lent out and back is not."""

    async def counts(self, tx: Tx, span: Span) -> Sequence[Count]:
        given = await books.by_day(tx, span.team_id, (Account.GIFTS, Account.RETURNED), span.first, span.before)
        out = await store.released(tx, span.team_id, span.first, span.before)
        return [
            *(
                Count(
                    figure=Figure.RAISED,
                    day=row.day,
                    amount=int(row.cents),
                    subject="" if row.fund == GENERAL else row.fund,
                )
                for row in given
            ),
            *(Count(figure=Figure.BONDED_OUT, day=row.released_on, amount=1, subject=f"bond:{row.id}") for row in out),
        ]

    async def helped(self, tx: Tx, span: Span) -> Sequence[Helped]:  # noqa: ARG002 - gifts are counted in money
        return []
