"""What rooms add to digests and to the weekly report."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from chatbot.kit.clock import local_date
from chatbot.kit.database import Tx
from chatbot.kit.sections import Scope
from chatbot.rooms import rules, store
from chatbot.rooms.model import Offer, Standing
from chatbot.rooms.stays import store as stays
from chatbot.rooms.stays.model import Phase, Stay
from chatbot.rooms.stays.rules import SOON, phase


@dataclass(frozen=True, kw_only=True, slots=True)
class StayItem:
    """A stay with how far it is. `happens_on` is its next night, or the day they leave when that is what matters."""

    stay: Stay
    phase: Phase
    urgent: bool
    happens_on: date

    @property
    def subject(self) -> str:
        return self.stay.subject


@dataclass(frozen=True, kw_only=True, slots=True)
class HostItem:
    """A room whose host waits for a coordinator to meet them."""

    offer: Offer
    urgent: bool = True
    happens_on: date | None = None

    @property
    def subject(self) -> str:
        return self.offer.subject


class RoomsSection:
    """Who needs a room; for a host, who stays with them; for coordinators, what waits for them."""

    name = "rooms"

    async def coming(self, tx: Tx, scope: Scope) -> Sequence[StayItem]:
        """Those that look for a room in these days; urgent is what begins within two."""
        return [one for one in await self._ahead(tx, scope) if one.phase is Phase.LOOKING]

    async def mine(self, tx: Tx, scope: Scope, *, person_id: int) -> Sequence[StayItem]:
        """Those with this host; urgent is what waits for their answer."""
        today = local_date(tx.now, scope.zone)
        found = await stays.of_voice(tx, scope.team_id, person_id, since=today)
        items = [_item(stay, today, urgent=phase(stay, today) is Phase.HOST_ASKED) for stay in found]
        return [one for one in items if one.urgent or one.happens_on < today + timedelta(days=scope.days)]

    async def to_settle(self, tx: Tx, scope: Scope) -> Sequence[StayItem | HostItem]:
        """What looks for a room or for an answer, who leaves in these days, and hosts whom nobody has met."""
        today = local_date(tx.now, scope.zone)
        end = today + timedelta(days=scope.days)
        everyone = await stays.going_on(tx, scope.team_id, today=today)
        waiting = [one for one in await self._ahead(tx, scope) if one.phase is not Phase.AGREED]
        leaving = [
            StayItem(stay=stay, phase=Phase.AGREED, urgent=False, happens_on=stay.nights.until)
            for stay in everyone
            if phase(stay, today) is Phase.AGREED and stay.nights.until is not None and stay.nights.until < end
        ]
        offers = await store.open_ones(tx, scope.team_id, today=today)
        hosts = [HostItem(offer=one) for one in offers if rules.standing(one, today) is Standing.UNVETTED]
        return [*hosts, *waiting, *leaving]

    async def _ahead(self, tx: Tx, scope: Scope) -> list[StayItem]:
        today = local_date(tx.now, scope.zone)
        found = await stays.going_on(tx, scope.team_id, today=today)
        items = [_item(stay, today, urgent=stay.nights.first - today <= SOON) for stay in found if _passes(stay, scope)]
        return [one for one in items if one.happens_on < today + timedelta(days=scope.days)]


def _item(stay: Stay, today: date, *, urgent: bool) -> StayItem:
    return StayItem(stay=stay, phase=phase(stay, today), urgent=urgent, happens_on=max(stay.nights.first, today))


def _passes(stay: Stay, scope: Scope) -> bool:
    """A language is asked for as people write it."""
    spoken = stay.languages.casefold()
    return not scope.languages or any(language.casefold() in spoken for language in scope.languages)
