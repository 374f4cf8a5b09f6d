"""Invented homes, and invented people who need a room for a while."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from chatbot.bootstrap import Chatbot
from chatbot.kit.clock import local_date
from chatbot.people.model import Person


@dataclass(frozen=True, kw_only=True, slots=True)
class Home:
    """One invented offer, from today on, for so many days or without an end. Nobody has met the last host yet."""

    host: str
    town: str
    beds: int
    days: int | None = None
    lengths: tuple[str, ...]
    features: tuple[str, ...] = ()
    languages: str
    note: str = ""
    vetted: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class Guests:
    """One invented stay: from so many days ahead, for so many nights; `at` is the host who agreed, or is asked."""

    alias: str
    town: str
    adults: int
    children: int = 0
    ahead: int
    nights: int
    needs: tuple[str, ...] = ()
    languages: str
    note: str = ""
    asked: str = ""
    agreed: bool = False


HOMES = (
    Home(
        host="ruth",
        town="Lowell",
        beds=4,
        lengths=("short", "long"),
        features=("children", "wheelchair", "smoke_free", "kitchen"),
        languages="English, Spanish",
        note="The room is on the ground floor, with its own bath. There is a piano.",
    ),
    Home(
        host="marie",
        town="Boston",
        beds=2,
        days=60,
        lengths=("emergency", "short"),
        features=("no_pets", "smoke_free", "transit"),
        languages="Haitian Creole, French, English",
        note="Third floor, no lift.",
    ),
    Home(
        host="jonah",
        town="Chelmsford",
        beds=3,
        lengths=("emergency",),
        features=("children", "pets_welcome", "kitchen"),
        languages="English",
        vetted=False,
    ),
)

GUESTS = (
    Guests(
        alias="Family of four",
        town="Lowell",
        adults=2,
        children=2,
        ahead=3,
        nights=21,
        needs=("wheelchair",),
        languages="Spanish",
        note="One of the children uses a wheelchair.",
    ),
    Guests(alias="Two sisters", town="Boston", adults=2, ahead=2, nights=9, languages="Haitian Creole", asked="marie"),
    Guests(
        alias="J. and baby",
        town="Lowell",
        adults=1,
        children=1,
        ahead=40,
        nights=14,
        languages="Spanish",
        asked="ruth",
        agreed=True,
    ),
)


async def write_down(chatbot: Chatbot, people: Mapping[str, Person], *, coordinator: Person) -> None:
    """Offer the homes, vouch for the hosts who were met, and ask for the rooms."""
    network = await chatbot.networks.get(coordinator.team_id)
    today = local_date(chatbot.clock.now(), network.zone)
    codes: dict[str, str] = {}
    for home in HOMES:
        typed = {
            "town": home.town,
            "beds": str(home.beds),
            "first": today.isoformat(),
            "until": (today + timedelta(days=home.days)).isoformat() if home.days else None,
            "lengths": home.lengths,
            "features": home.features,
            "languages": home.languages,
            "note": home.note,
            "address": f"{len(codes) + 11} Sample Street, {home.town}",
            "phone": f"978-555-01{len(codes) + 31}",
        }
        shown = await chatbot.rooms.add(typed, by=people[home.host])
        codes[home.host] = shown.offer.code
        if home.vetted:
            await chatbot.rooms.vet(shown.offer.code, by=coordinator)
    for guests in GUESTS:
        first = today + timedelta(days=guests.ahead)
        typed = {
            "alias": guests.alias,
            "town": guests.town,
            "adults": str(guests.adults),
            "children": str(guests.children),
            "first": first.isoformat(),
            "until": (first + timedelta(days=guests.nights)).isoformat(),
            "needs": guests.needs,
            "languages": guests.languages,
            "note": guests.note,
            "contact": "Through their cousin, 617-555-0177",
        }
        stay = await chatbot.stays.add(typed, by=coordinator)
        if guests.asked:
            await chatbot.stays.propose(stay.code, codes[guests.asked], by=coordinator)
        if guests.agreed:
            await chatbot.stays.accept(stay.code, by=people[guests.asked])
            await chatbot.stays.guests_agree(stay.code, by=coordinator)
