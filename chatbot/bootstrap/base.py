"""What every room stands on."""

from dataclasses import dataclass

from chatbot.kit.address import Address
from chatbot.kit.clock import Clock
from chatbot.kit.database import Database
from chatbot.kit.i18n import Catalogues
from chatbot.kit.outbox import Outbox
from chatbot.kit.sealed import Sealer
from chatbot.network.service import Networks
from chatbot.people.service import People
from chatbot.places.service import Places


@dataclass(frozen=True, kw_only=True, slots=True)
class Base:
    """The floor: what is built first and handed to every room."""

    clock: Clock
    address: Address
    database: Database
    outbox: Outbox
    sealer: Sealer
    catalogues: Catalogues
    people: People
    networks: Networks
    places: Places
