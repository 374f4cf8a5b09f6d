"""What the tests of events stand on."""

from typing import Any

from chatbot.events.model import Event, Filter
from chatbot.people.model import Person
from chatbot.signups.model import SeatRole
from tests.fixtures.network import SmallNetwork

LINK = "https://meet.example.org/canary-room"


def typed(network: SmallNetwork, **changes: Any) -> dict[str, Any]:
    """The form of an event: a walk on Castle Island in three days from six to seven, for two, unless changed."""
    return {
        "title": "Evening walk",
        "host": "Saint Brigid",
        "spot": "Castle Island",
        "day": network.day(3),
        "start": "18:00",
        "end": "19:00",
        "limit": "2",
        **changes,
    }


async def added(network: SmallNetwork, *, by: Person | None = None, **changes: Any) -> Event:
    """The coordinator, or whoever is named, writes that event down; answers the first date of a series."""
    return await network.chatbot.events.add(typed(network, **changes), by=by or network.coordinator)


async def dates(network: SmallNetwork, event: Event) -> list[Event]:
    """All dates of its series that are open, the next first."""
    opened = await network.chatbot.events.open_details(event.code, by=network.ben)
    everything = [await again(network, event), *opened.others]
    return sorted(everything, key=lambda one: (one.when.day or network.day(0), one.id))


async def again(network: SmallNetwork, event: Event) -> Event:
    """The event as it is now."""
    return await network.chatbot.events.get(event.code, team_id=event.team_id)


async def comes(network: SmallNetwork, event: Event, *people: Person) -> None:
    """These say yes."""
    for person in people:
        await network.chatbot.signups.claim(event.code, SeatRole.GUEST, by=person)


async def codes(network: SmallNetwork, **wanted: Any) -> list[str]:
    """What the list shows to Ana."""
    page = await network.chatbot.events.listed(Filter(**wanted), by=network.ana)
    return [one.code for one in page.events]
