"""What the tests of clusters stand on."""

from typing import Any

from chatbot.clusters.families.model import Family
from chatbot.clusters.model import Seen
from chatbot.people.model import Person
from tests.fixtures.network import SmallNetwork


async def cluster(
    network: SmallNetwork, name: str, *members: Person, led_by: Person | None = None, **typed: Any
) -> Seen:
    """The coordinator sets a cluster up: it waits 24 hours and has a channel of its own, unless changed."""
    form = {"name": name, "channel": f"C-{name.upper()}", "wait": "24", **typed}
    leads = [led_by.id] if led_by else []
    found = await network.chatbot.clusters.add(form, leads=leads, by=network.coordinator)
    if members:
        people = [one.id for one in members]
        found = await network.chatbot.clusters.add_members(found.cluster.code, people, by=network.coordinator)
    return found


async def family(network: SmallNetwork, *clusters: Seen) -> Family:
    """The coordinator writes a family down that these clusters support."""
    numbers = tuple(str(one.cluster.id) for one in clusters)
    return await network.chatbot.families.add({"alias": "Blue house", "clusters": numbers}, by=network.coordinator)


async def channels(network: SmallNetwork, *views: str) -> list[str]:
    """Where the messages of these views that are due go, in the order they leave."""
    return [letter.channel or "" for letter in await network.delivered() if letter.view in views and letter.ts is None]
