"""What needs count for the network's impact."""

from collections.abc import Sequence

from chatbot.kit.database import Tx
from chatbot.kit.figures import Count, Figure, Helped, Span
from chatbot.needs.model import subject
from chatbot.needs.rides import store as rides
from chatbot.signups import store as seats
from chatbot.signups.model import SeatRole


class NeedFigures:
    """A ride is one car that drove: its driver is noted as having come, or its miles are written down."""

    async def counts(self, tx: Tx, span: Span) -> Sequence[Count]:
        came = await seats.attended(tx, span.team_id, "need", span.first, span.before)
        cars = {(row.subject, row.person_id): row.day for row in came if row.role == SeatRole.DRIVER}
        for row in await rides.driven(tx, span.team_id, span.first, span.before):
            cars[subject(row.need_id), row.person_id] = row.driven_on
        return [Count(figure=Figure.RIDES, day=day, amount=1, subject=need) for (need, _), day in cars.items()]

    async def helped(self, tx: Tx, span: Span) -> Sequence[Helped]:
        came = await seats.attended(tx, span.team_id, "need", span.first, span.before)
        drove = await rides.driven(tx, span.team_id, span.first, span.before)
        return [
            *(Helped(person_id=row.person_id, day=row.day, subject=row.subject) for row in came),
            *(Helped(person_id=row.person_id, day=row.driven_on, subject=subject(row.need_id)) for row in drove),
        ]
