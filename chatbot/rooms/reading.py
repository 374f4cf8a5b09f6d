"""Rooms and stays found by their codes, inside a verb."""

from datetime import date
from zoneinfo import ZoneInfo

from chatbot.kit.clock import local_date
from chatbot.kit.database import Tx
from chatbot.kit.ids import parse_code
from chatbot.network.service import Networks
from chatbot.people.model import Person, Role
from chatbot.people.rules import require_coordinator
from chatbot.rooms import rules, store
from chatbot.rooms.matches import store as matches
from chatbot.rooms.model import Offer, Shown
from chatbot.rooms.refusals import NoSuchOffer, NotYourOffer
from chatbot.rooms.stays import store as stays
from chatbot.rooms.stays.model import Stay
from chatbot.rooms.stays.refusals import NoSuchStay


class Reading:
    """Finds what the verbs of rooms and stays are about."""

    def __init__(self, networks: Networks) -> None:
        self._networks = networks

    async def today(self, tx: Tx, team_id: str) -> date:
        """The date on the network's own calendar."""
        return local_date(tx.now, await self.zone(tx, team_id))

    async def zone(self, tx: Tx, team_id: str) -> ZoneInfo:
        """Whose clocks hosts and coordinators live by."""
        return (await self._networks.joined(tx, team_id)).zone

    async def offer(self, tx: Tx, team_id: str, code: str, *, to_change: bool = False) -> Offer:
        """The offer, its row locked when beds of it are going to be promised or taken back. Raises `NoSuchOffer`."""
        found = await store.by_code(tx, team_id, parse_code(code) or "", to_change=to_change)
        if found is None:
            raise NoSuchOffer(code[:12])
        return found

    async def own_offer(self, tx: Tx, code: str, by: Person) -> Offer:
        """The offer this person answers for, locked. Raises `NoSuchOffer`, `NotYourOffer`."""
        found = await self.offer(tx, by.team_id, code, to_change=True)
        if not rules.answers(found, by):
            raise NotYourOffer(found.code)
        return found

    async def shown(self, tx: Tx, offers: list[Offer], today: date) -> list[Shown]:
        """The offers with what is held of them and how they stand."""
        held = await matches.held(tx, offers)
        return [
            Shown(offer=offer, held=tuple(held[offer.id]), standing=rules.standing(offer, today)) for offer in offers
        ]

    async def stay(self, tx: Tx, team_id: str, code: str, *, to_change: bool = False) -> Stay:
        """The stay, its row locked when its match is going to change. Raises `NoSuchStay`."""
        found = await stays.by_code(tx, team_id, parse_code(code) or "", to_change=to_change)
        if found is None:
            raise NoSuchStay(code[:12])
        return found

    async def subject_of(self, tx: Tx, team_id: str, code: str) -> str:
        """The name among all things of the stay of this code. Raises `NoSuchStay`."""
        return (await self.stay(tx, team_id, code)).subject

    async def coordinated(self, tx: Tx, code: str, by: Person) -> Stay:
        """The same, locked, for those who coordinate. Raises `NotAllowed`, `NoSuchStay`."""
        require_coordinator(by)
        return await self.stay(tx, by.team_id, code, to_change=True)

    async def visible(self, tx: Tx, code: str, by: Person) -> Stay:
        """The stay, for coordinators and who answers for its home. Raises `NoSuchStay` for everyone else as well."""
        stay = await self.stay(tx, by.team_id, code)
        mine = stay.match is not None and rules.answers(stay.match, by)
        if not mine and not by.has(Role.COORDINATOR):
            raise NoSuchStay(stay.code)
        return stay
