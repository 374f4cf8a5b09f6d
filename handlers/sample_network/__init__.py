"""The sample network a practice workspace opens with. Every person and everything in it is invented.

Each capability has its own file here; `settle_in` calls them in order.
"""

from collections.abc import Mapping
from dataclasses import replace

from chatbot.bootstrap import Chatbot
from chatbot.people.model import Grant, Person, Role
from chatbot.places.model import Place
from chatbot.places.rules import named
from handlers.sample_network import actions, bonds, clusters, events, hearings, needs, resources, rooms

_CHANNELS = {"Boston": "court-boston", "Chelmsford": "court-chelmsford", "Burlington": "check-ins"}


async def settle_in(
    chatbot: Chatbot, people: Mapping[str, Person], channels: Mapping[str, str], *, coordinator: str = "daniel"
) -> None:
    """Fill a new workspace: roles, channels for cards, hearings with some seats taken, drives, and one digest.

    `people` and `channels` map the practice workspace's handles and names to people and channel ids; one person is the
    owner of the workspace.
    """
    owner = next(person for person in people.values() if person.is_owner)
    await chatbot.networks.set_channels(
        card_channel=channels["general"], response_channel=channels["response-team"], language="en", by=owner
    )
    places = await _hang_cards(chatbot, owner, channels)
    grants = {coordinator: Role.COORDINATOR, "mei": Role.LEAD, "ruth": Role.VERIFIER, "sam": Role.TREASURER}
    entrusted = {
        handle: await chatbot.people.entrust(person_id=people[handle].id, grants={Grant(role=trusted)}, by=owner)
        for handle, trusted in grants.items()
    }
    network = await chatbot.networks.get(owner.team_id)
    agreed = {
        handle: await chatbot.people.agree(version=network.agreement_version, by=people[handle])
        for handle in ("mei", "jonah", "marie", "ruth", coordinator)
    }
    await hearings.write_down(chatbot, agreed, places, owner=owner)
    await bonds.write_down(chatbot, people, channel=channels["bonds"], treasurer=entrusted["sam"])
    await rooms.write_down(chatbot, people, coordinator=agreed[coordinator])
    await needs.ask(chatbot, agreed, owner=owner)
    await clusters.gather(chatbot, agreed, channel=channels["first-street"], owner=owner)
    await events.plan(chatbot, agreed, owner=owner)
    await resources.write_down(chatbot, coordinator=agreed[coordinator], neighbour=agreed["jonah"])
    await actions.launch(chatbot, agreed, coordinator=agreed[coordinator], channel=channels["announcements"])
    plan = {"at": "07:00", "weekdays": tuple("0123456"), "zone": network.zone.key, "horizon": "14"}
    await chatbot.digests.set(channels["court-boston"], plan, by=owner)


async def _hang_cards(chatbot: Chatbot, owner: Person, channels: Mapping[str, str]) -> list[Place]:
    """Give the starter places their card channels."""
    for name, channel in _CHANNELS.items():
        place = named(await chatbot.places.listed(owner.team_id), name)[0]
        await chatbot.places.change(place.id, replace(place, card_channel=channels[channel]), by=owner)
    return await chatbot.places.listed(owner.team_id)
