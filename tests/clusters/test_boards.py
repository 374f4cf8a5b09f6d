"""What a cluster sees of its families: its board and its channel's digest; and what no other channel sees yet."""

import pytest

from chatbot.clusters.model import Seen
from chatbot.people.model import Person
from chatbot.people.refusals import NotAllowed
from tests.clusters.parts import cluster, family
from tests.fixtures.database import ON_SQLITE, Hand
from tests.fixtures.network import EASTERN, SmallNetwork
from tests.needs.parts import asked

pytestmark = ON_SQLITE

PLAN = {"at": "07:00", "weekdays": tuple("0123456"), "zone": EASTERN.key, "horizon": "30"}


async def board(network: SmallNetwork, found: Seen, person: Person) -> set[str]:
    sections = await network.chatbot.digests.board(found.cluster.code, zone=EASTERN, by=person)
    return {item.subject for items in sections.values() for item in items}


async def test_a_board_shows_its_families_and_nothing_else_to_members_and_coordinators(network: SmallNetwork) -> None:
    elm, oak = await cluster(network, "Elm", network.ana), await cluster(network, "Oak", network.cleo)
    both, one = await family(network, elm, oak), await family(network, oak)
    hearing = await network.add_hearing(day=network.day(20), family=both.code)
    ride = await asked(network, day=network.day(20), family=one.code)
    await network.add_hearing(day=network.day(20))
    assert await board(network, elm, network.ana) == {hearing.subject}
    assert await board(network, oak, network.cleo) == {hearing.subject, ride.subject}
    assert await board(network, elm, network.coordinator) == {hearing.subject}
    with pytest.raises(NotAllowed):
        await board(network, elm, network.cleo)


async def test_a_clusters_digest_comes_with_what_is_held_back_and_the_others_leave_it_out(
    network: SmallNetwork, hand: Hand
) -> None:
    elm = await cluster(network, "Elm", network.ana, wait="48")
    hearing = await network.add_hearing(day=network.day(20), family=(await family(network, elm)).code)
    digests, by = network.chatbot.digests, network.coordinator
    own = await digests.set("C-ELM", {**PLAN, "clusters": (str(elm.cluster.id),)}, by=by)
    other = await digests.set("C-ALL", PLAN, by=by)

    async def listed(digest_id: int) -> tuple[str, ...]:
        content = await digests.drawn(digest_id, hand.now.date(), team_id=by.team_id)
        assert content is not None
        return content.subjects

    hand.move(hours=21, minutes=5)
    assert await digests.send_due() == 2
    assert await listed(own.id) == (hearing.subject,)
    assert await listed(other.id) == ()
    hand.move(hours=48)
    await network.chatbot.hearings.hang_missing_cards()
    assert await listed(own.id) == await listed(other.id) == (hearing.subject,)
