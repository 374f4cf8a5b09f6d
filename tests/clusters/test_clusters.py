"""Clusters: who sets them up, who looks after their members, and who learns of whom."""

import pytest

from chatbot.clusters.refusals import ClusterNameTaken, NoSuchCluster, NoSuchFamily, NotInCluster
from chatbot.kit.refusal import Invalid
from chatbot.people.model import Person
from chatbot.people.refusals import NotAllowed, NotAPerson
from tests.clusters.parts import cluster, family
from tests.fixtures.database import ON_SQLITE
from tests.fixtures.network import SmallNetwork, agreed, met

pytestmark = ON_SQLITE


def names(found: object) -> list[str]:
    return [one.name for one in getattr(found, "members", None) or ()]


async def test_a_cluster_has_a_code_and_its_leads_are_told(network: SmallNetwork) -> None:
    found = await cluster(network, "Elm", led_by=network.ana)
    assert (found.cluster.code, names(found)) == ("C101", ["Ana"])
    assert await network.said() == ["tell clusters.added to Ana"]
    assert (await network.written_down())[-1] == "Daniel clusters.add"


async def test_a_lead_who_is_no_coordinator_looks_after_the_members(network: SmallNetwork) -> None:
    """A control stands beside it: a member who does not lead may not."""
    found = await cluster(network, "Elm", network.ben, led_by=network.ana)
    code = found.cluster.code
    found = await network.chatbot.clusters.add_members(code, [network.cleo.id], name="Aunt Ida", by=network.ana)
    assert names(found) == ["Ana", "Aunt Ida", "Ben", "Cleo"]
    found = await network.chatbot.clusters.remove(code, network.ben.id, by=network.ana)
    assert names(found) == ["Ana", "Aunt Ida", "Cleo"]
    with pytest.raises(NotAllowed):
        await network.chatbot.clusters.add_members(code, [network.ben.id], by=network.cleo)
    with pytest.raises(NotAllowed):
        await network.chatbot.clusters.remove(code, network.ana.id, by=network.cleo)


async def test_a_lead_sets_nothing_else_and_leads_no_other_cluster(network: SmallNetwork) -> None:
    elm = await cluster(network, "Elm", led_by=network.ana)
    oak = await cluster(network, "Oak", led_by=network.ben)
    typed = {"name": "Elm and Oak", "channel": "C-ELM", "wait": "0"}
    clusters, families = network.chatbot.clusters, network.chatbot.families
    for refused in (
        clusters.add(typed, leads=[], by=network.ana),
        clusters.change(elm.cluster.code, typed, leads=[], by=network.ana),
        clusters.close(elm.cluster.code, by=network.ana),
        clusters.remove(elm.cluster.code, network.ana.id, by=network.ana),
        clusters.add_members(oak.cluster.code, [network.cleo.id], by=network.ana),
        families.listed(by=network.ana),
        families.add({"alias": "Blue house"}, by=network.ana),
        families.open_now("hearing:1", by=network.ana),
    ):
        with pytest.raises(NotAllowed):
            await refused


async def test_nobody_outside_learns_who_is_a_member(network: SmallNetwork) -> None:
    found = await cluster(network, "Elm", network.ben, led_by=network.ana)

    async def knows(person: Person) -> list[str]:
        (listed,) = await network.chatbot.clusters.listed(by=person)
        assert listed == await network.chatbot.clusters.get(found.cluster.code, by=person)
        return names(listed)

    assert await knows(network.cleo) == []
    assert await knows(network.ben) == await knows(network.ana) == await knows(network.coordinator) == ["Ana", "Ben"]


async def test_people_belong_to_several_clusters_and_leave_each_by_themselves(network: SmallNetwork) -> None:
    elm, oak = await cluster(network, "Elm", network.ana), await cluster(network, "Oak", network.ana)
    assert [one.cluster.name for one in await network.chatbot.clusters.mine(by=network.ana)] == ["Elm", "Oak"]
    await network.chatbot.clusters.leave(elm.cluster.code.lower(), by=network.ana)
    assert [one.cluster.name for one in await network.chatbot.clusters.mine(by=network.ana)] == ["Oak"]
    with pytest.raises(NotInCluster):
        await network.chatbot.clusters.leave(elm.cluster.code, by=network.ana)
    assert names(await network.chatbot.clusters.get(oak.cluster.code, by=network.ana)) == ["Ana"]


async def test_being_added_twice_changes_nothing_and_says_nothing(network: SmallNetwork) -> None:
    found = await cluster(network, "Elm", network.ben, led_by=network.ana)
    before = await network.said()
    again = await network.chatbot.clusters.add_members(
        found.cluster.code, [network.ana.id, network.ben.id], by=network.coordinator
    )
    assert (names(again), [one.name for one in again.leads]) == (["Ana", "Ben"], ["Ana"])
    assert await network.said() == before


async def test_whoever_leads_no_more_stays_a_member(network: SmallNetwork) -> None:
    found = await cluster(network, "Elm", led_by=network.ana)
    typed = {"name": "Elm Street", "channel": "C-ELM", "wait": "48"}
    changed = await network.chatbot.clusters.change(
        found.cluster.code, typed, leads=[network.ben.id], by=network.coordinator
    )
    assert ([one.name for one in changed.leads], names(changed)) == (["Ben"], ["Ben", "Ana"])
    assert (changed.cluster.name, changed.cluster.wait) == ("Elm Street", 48)


async def test_a_closed_cluster_is_gone_with_its_members(network: SmallNetwork) -> None:
    elm, oak = await cluster(network, "Elm", network.ana), await cluster(network, "Oak")
    both = await family(network, elm, oak)
    await network.chatbot.clusters.close(elm.cluster.code, by=network.coordinator)
    with pytest.raises(NoSuchCluster):
        await network.chatbot.clusters.get(elm.cluster.code, by=network.coordinator)
    assert await network.chatbot.clusters.mine(by=network.ana) == []
    assert list((await network.chatbot.families.get(both.code, by=network.coordinator)).clusters.values()) == ["Oak"]


async def test_a_closed_family_is_on_no_list(network: SmallNetwork) -> None:
    code = (await family(network)).code
    assert code == "F101"
    await network.chatbot.families.close(code, by=network.coordinator)
    assert await network.chatbot.families.listed(by=network.coordinator) == []
    with pytest.raises(NoSuchFamily):
        await network.chatbot.families.get(code, by=network.coordinator)


async def test_what_cannot_be_taken_is_refused(network: SmallNetwork) -> None:
    found = await cluster(network, "Elm")
    with pytest.raises(ClusterNameTaken):
        await cluster(network, "ELM")
    oak = {"name": "Oak", "channel": "C-OAK", "wait": "24"}
    for typed in ({"name": ""}, {"channel": ""}, {"wait": "1000"}, {"name": "Call 617-555-0134"}):
        with pytest.raises(Invalid):
            await network.chatbot.clusters.add({**oak, **typed}, leads=[], by=network.coordinator)
    with pytest.raises(Invalid):
        await network.chatbot.families.add({"alias": "A 012 345 678"}, by=network.coordinator)
    for people in ([], [10**6]):
        with pytest.raises(NotAPerson):
            await network.chatbot.clusters.add_members(found.cluster.code, people, by=network.coordinator)


async def test_clusters_of_another_workspace_are_not_there(network: SmallNetwork) -> None:
    found = await cluster(network, "Elm", network.ana)
    stranger = await agreed(network.chatbot, await met(network.chatbot, "Rosa", team="T2", owner=True))
    assert await network.chatbot.clusters.listed(by=stranger) == []
    with pytest.raises(NoSuchCluster):
        await network.chatbot.clusters.get(found.cluster.code, by=stranger)
    with pytest.raises(NotAPerson):
        await network.chatbot.clusters.add_members(found.cluster.code, [stranger.id], by=network.coordinator)
