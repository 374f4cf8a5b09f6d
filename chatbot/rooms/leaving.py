"""Someone is erased: their rooms are closed. While guests have their word, they cannot be."""

from chatbot.kit.database import Tx
from chatbot.kit.i18n import Text, _
from chatbot.kit.outbox import Outbox
from chatbot.people.model import Person
from chatbot.rooms import store
from chatbot.rooms.matches import store as matches
from chatbot.rooms.model import OfferState
from chatbot.rooms.reading import Reading
from chatbot.rooms.stays import store as stays
from chatbot.rooms.stays.model import MatchState


class RoomsLeft:
    """What this room does when someone is erased."""

    def __init__(self, outbox: Outbox, reading: Reading) -> None:
        self._outbox = outbox
        self._reading = reading

    async def reason_to_stay(self, tx: Tx, person: Person) -> Text | None:
        """Guests who were promised a bed need to find it."""
        today = await self._reading.today(tx, person.team_id)
        found = await stays.promised_by(tx, person.team_id, person.id, since=today)
        last = max((one.nights.until for one in found if one.nights.until), default=None)
        return _("Guests were promised a bed until {day}. It can be done after that.", day=last) if last else None

    async def leave(self, tx: Tx, person: Person) -> None:
        """A question that was not answered yet counts as a no, and whoever looks after the guests is told."""
        offers = await store.of_host(tx, person.team_id, person.id)
        for offer in offers:
            if offer.state is OfferState.OPEN:
                await store.set_state(tx, offer.id, OfferState.CLOSED, good_until=offer.good_until)
        waiting = (MatchState.PROPOSED, MatchState.ACCEPTED)
        numbers = [offer.id for offer in offers]
        for stay_id in await matches.end_unanswered(tx, numbers, waiting, MatchState.DECLINED) if numbers else []:
            stay = await stays.by_id(tx, person.team_id, stay_id)
            if stay is not None:
                await self._outbox.tell(
                    tx, team_id=person.team_id, person_id=stay.coordinator_id, view="stays.declined", stay=stay.id
                )
                await self._outbox.changed(tx, team_id=person.team_id, subject=stay.subject)
        for offer in offers:
            await self._outbox.changed(tx, team_id=person.team_id, subject=offer.subject)
