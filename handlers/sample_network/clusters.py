"""The invented congregation a practice workspace opens with, and the family it supports."""

from collections.abc import Mapping
from datetime import timedelta

from chatbot.bootstrap import Chatbot
from chatbot.kit.clock import local_date
from chatbot.people.model import Person


async def gather(chatbot: Chatbot, people: Mapping[str, Person], *, channel: str, owner: Person) -> None:
    """First Street, led by Ruth, with a ride that is for its members first."""
    network = await chatbot.networks.get(owner.team_id)
    day = local_date(chatbot.clock.now(), network.zone) + timedelta(days=9)
    form = {"name": "First Street", "channel": channel, "wait": "48"}
    cluster = (await chatbot.clusters.add(form, leads=[people["ruth"].id], by=owner)).cluster
    members = [people[handle].id for handle in ("jonah", "marie")]
    await chatbot.clusters.add_members(cluster.code, members, name="Aunt Ida", by=people["ruth"])
    family = await chatbot.families.add({"alias": "A. and baby", "clusters": (str(cluster.id),)}, by=owner)
    ride = {
        "kind": "ride",
        "title": "To the clinic",
        "alias": "A. and baby",
        "town": "Chelsea",
        "day": day.isoformat(),
        "start": "10:15",
        "way": "both",
        "family": family.code,
    }
    await chatbot.needs.add(ride, by=owner)
