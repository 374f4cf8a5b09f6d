"""Events as occasions: what the seats have to know of them."""

from collections.abc import Collection, Sequence
from datetime import date

from chatbot.events.model import CODE, Event, State
from chatbot.events.reading import Reading
from chatbot.kit.database import Tx
from chatbot.kit.i18n import value
from chatbot.network.model import Network
from chatbot.network.service import Networks
from chatbot.signups.occasions import Occasion


class EventOccasions:
    """The events among everything people sign up for."""

    kind = "event"
    letter = CODE

    def __init__(self, reading: Reading, networks: Networks) -> None:
        self._reading = reading
        self._networks = networks

    async def by_code(self, tx: Tx, team_id: str, code: str, *, to_change: bool = False) -> Occasion:
        """The event of this code, locked when its seats are going to change. Raises `NoSuchEvent`."""
        return await self.of(tx, await self._reading.by_code(tx, team_id, code, to_change=to_change))

    async def numbered(self, tx: Tx, team_id: str, numbers: Collection[int]) -> Sequence[Occasion]:
        found = await self._reading.numbered(tx, team_id, numbers)
        network = await self._networks.joined(tx, team_id)
        return [occasion(one, network) for one in found]

    async def undated(self, tx: Tx, since: date) -> Sequence[Occasion]:  # noqa: ARG002
        """None: an event is written down with its day and hour."""
        return []

    async def of(self, tx: Tx, event: Event) -> Occasion:
        """An event that a verb has read already."""
        return occasion(event, await self._networks.joined(tx, event.team_id))


def occasion(event: Event, network: Network) -> Occasion:
    """What the seats have to know of an event. Whoever comes to a gathering need not have agreed to anything."""
    return Occasion(
        team_id=event.team_id,
        subject=event.subject,
        code=event.code,
        what=value(event.facts.title),
        alias="",
        when=event.when,
        spot=event.where,
        place_id=event.facts.place_id,
        area=event.facts.area,
        languages=event.facts.languages,
        channel=network.card_channel,
        cancelled=event.state is State.CANCELLED,
        agreement=0,
        keeper=event.created_by,
        home=network.zone,
        command="/events",
        roster=event.roster,
        spot_is_public=True,
        is_gathering=True,
    )
