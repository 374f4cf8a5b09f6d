"""What the tests of needs stand on."""

from typing import Any

from chatbot.needs.model import Need
from chatbot.people.model import Person
from tests.fixtures.network import SmallNetwork

CAR = {"seats": "4", "child_seats": "1"}


def typed(network: SmallNetwork, **changes: Any) -> dict[str, Any]:
    """The form of a need: a ride to the Plymouth jail and back in three days at nine, unless changed."""
    return {
        "kind": "ride",
        "title": "Visit on Sunday",
        "alias": "Family of the blue house",
        "town": "Plymouth",
        "day": network.day(3),
        "start": "09:00",
        "way": "wait",
        "people": "2",
        **changes,
    }


async def asked(network: SmallNetwork, *, by: Person | None = None, **changes: Any) -> Need:
    """The coordinator, or whoever is named, writes that need down."""
    return await network.chatbot.needs.add(typed(network, **changes), by=by or network.coordinator)


async def rider(network: SmallNetwork, code: str, **changes: Any) -> Need:
    """The coordinator writes down a rider of that ride: one person from Lynn, unless changed."""
    form = {"alias": "M.R.", "town": "Lynn", "seats": "1", **changes}
    return await network.chatbot.rides.add_rider(code, form, by=network.coordinator)
