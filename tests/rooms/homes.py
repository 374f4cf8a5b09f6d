"""Hosts, homes and stays for tests of rooms; everyone is invented."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from chatbot.kit.i18n import Catalogues, Text
from chatbot.people.model import Person
from chatbot.rooms.model import Nights, Offer
from chatbot.rooms.stays.model import Stay
from tests.fixtures.network import SmallNetwork

ADDRESS = "12 Canary Lane, Lowell"
PHONE = "978-555-0142"
CONTACT = "Ask for Tia at 978-555-0199"


class Homes:
    """A small network in which Ana and Ben offer rooms and Daniel looks for some."""

    def __init__(self, network: SmallNetwork) -> None:
        self.network = network
        self.chatbot = network.chatbot
        self.coordinator = network.coordinator

    async def offered(self, *, by: Person | None = None, vetted: bool = True, **changes: Any) -> Offer:
        """Ana, or whoever is named, offers a room for four from today on, open-ended; Daniel has met her."""
        typed = {
            "town": "Lowell",
            "beds": "4",
            "first": self.network.day(0),
            "lengths": ("emergency", "short", "long"),
            "features": ("children", "wheelchair"),
            "languages": "Spanish, English",
            "address": ADDRESS,
            "phone": PHONE,
            **changes,
        }
        shown = await self.chatbot.rooms.add(typed, by=by or self.network.ana)
        if vetted:
            shown = await self.chatbot.rooms.vet(shown.offer.code, by=self.coordinator)
        return shown.offer

    def stay_typed(self, **changes: Any) -> dict[str, Any]:
        return {
            "alias": "Family of four",
            "town": "Lowell",
            "adults": "2",
            "children": "2",
            "first": self.network.day(7),
            "until": self.network.day(28),
            "needs": ("wheelchair",),
            "languages": "Spanish",
            "contact": CONTACT,
            **changes,
        }

    async def asked(self, *, by: Person | None = None, **changes: Any) -> Stay:
        """Daniel, or whoever is named, asks for a room for four, from next week on for three weeks."""
        return await self.chatbot.stays.add(self.stay_typed(**changes), by=by or self.coordinator)

    async def agreed(self, stay: Stay, offer: Offer, *, host: Person | None = None) -> Stay:
        """Proposed, and both said yes."""
        await self.chatbot.stays.propose(stay.code, offer.code, by=self.coordinator)
        await self.chatbot.stays.accept(stay.code, by=host or self.network.ana)
        return await self.chatbot.stays.guests_agree(stay.code, by=self.coordinator)

    async def again(self, stay: Stay) -> Stay:
        return await self.chatbot.stays.get(stay.code, by=self.coordinator)


def nights(first: date, count: int) -> Nights:
    return Nights(first=first, until=first + timedelta(days=count))


ENGLISH = Catalogues().tongue("en")


def words(texts: Iterable[Text]) -> list[str]:
    """What the sentences say in English."""
    return [ENGLISH.say(text) for text in texts]
