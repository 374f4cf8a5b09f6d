"""The directory of places."""

import pytest

from chatbot.bootstrap import Chatbot
from chatbot.kit.refusal import Invalid
from chatbot.people.refusals import NotAllowed
from chatbot.places.refusals import NameTaken, NoSuchPlace
from chatbot.places.rules import named, split_aliases
from chatbot.places.starter import STARTER
from chatbot.places.store import places
from tests.fixtures.database import ON_SQLITE
from tests.fixtures.network import SmallNetwork


async def found(network: SmallNetwork, words: str) -> list[str]:
    return [place.name for place in named(await network.chatbot.places.listed("T1"), words)]


async def test_a_new_network_begins_with_the_starter_places_once(chatbot: Chatbot) -> None:
    for _ in range(2):
        await chatbot.places.start("T1")
    listed = await chatbot.places.listed("T1")
    assert [place.name for place in listed] == sorted(facts.name for facts in STARTER)
    assert await chatbot.places.listed("T2") == []


@ON_SQLITE
async def test_a_directory_that_was_changed_gets_no_starter_places_back(network: SmallNetwork) -> None:
    await network.chatbot.places.retire(network.boston.id, by=network.admin)
    await network.chatbot.places.start("T1")
    assert len(await network.chatbot.places.listed("T1")) == len(STARTER) - 1


@ON_SQLITE
@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("boston", ["Boston Immigration Court"]),
        ("  JFK   Building ", ["Boston Immigration Court"]),
        ("lowell", ["Chelmsford Immigration Court"]),
        ("ICE", ["ICE Boston field office, Burlington"]),
        ("h", ["Hartford Immigration Court"]),
        ("south shore", ["Plymouth County Correctional Facility"]),
        ("immigration court", []),
        ("", []),
        ("  ", []),
    ],
)
async def test_a_place_is_found_by_what_people_call_it(network: SmallNetwork, words: str, names: list[str]) -> None:
    assert await found(network, words) == names


async def test_a_place_that_is_renamed_is_still_found_by_its_old_name(network: SmallNetwork) -> None:
    facts = network.facts(network.chelmsford, name="Lowell Court")
    place = await network.chatbot.places.change(network.chelmsford.id, facts, by=network.admin)
    assert place.name == "Lowell Court"
    assert await found(network, "chelmsford immigration court") == ["Lowell Court"]
    again = await network.chatbot.places.change(place.id, network.facts(place, notes="New."), by=network.admin)
    assert again.aliases == place.aliases


async def test_two_places_have_two_names(network: SmallNetwork) -> None:
    with pytest.raises(NameTaken):
        await network.chatbot.places.add(network.facts(network.boston), by=network.admin)
    facts = network.facts(network.chelmsford, name=network.boston.name)
    with pytest.raises(NameTaken):
        await network.chatbot.places.change(network.chelmsford.id, facts, by=network.admin)


async def test_a_place_taken_out_stays_with_its_hearings_and_may_come_back(network: SmallNetwork) -> None:
    hearing = await network.add_hearing()
    await network.chatbot.places.retire(network.boston.id, by=network.coordinator)
    assert await found(network, "jfk") == []
    assert (await network.chatbot.hearings.get(hearing.code, team_id="T1")).place == network.boston
    back = await network.chatbot.places.add(network.facts(network.boston, room="Room 1"), by=network.coordinator)
    assert (back.id, back.room) == (network.boston.id, "Room 1")
    assert await network.size(places) == len(STARTER)


@ON_SQLITE
async def test_who_looks_after_an_area_looks_after_its_places_only(network: SmallNetwork) -> None:
    theirs, others = network.chelmsford, network.boston
    changed = await network.chatbot.places.change(theirs.id, network.facts(theirs, room="2"), by=network.of_merrimack)
    assert changed.room == "2"
    for place, facts in (
        (others, network.facts(others, room="2")),
        (theirs, network.facts(theirs, area="Greater Boston")),
        (others, network.facts(others, area="Merrimack Valley")),
    ):
        with pytest.raises(NotAllowed):
            await network.chatbot.places.change(place.id, facts, by=network.of_merrimack)
    with pytest.raises(NotAllowed):
        await network.chatbot.places.retire(others.id, by=network.of_merrimack)
    with pytest.raises(NotAllowed):
        await network.chatbot.places.add(network.facts(others, name="New"), by=network.of_merrimack)


@ON_SQLITE
async def test_volunteers_change_nothing_in_the_directory(network: SmallNetwork) -> None:
    facts = network.facts(network.boston, name="New")
    for attempt in (
        network.chatbot.places.add(facts, by=network.ana),
        network.chatbot.places.change(network.boston.id, facts, by=network.ana),
        network.chatbot.places.retire(network.boston.id, by=network.ana),
    ):
        with pytest.raises(NotAllowed):
            await attempt


@ON_SQLITE
async def test_a_place_of_another_workspace_is_not_there(network: SmallNetwork) -> None:
    """T11"""
    elsewhere = await SmallNetwork.of(network.chatbot, team="T2")
    for attempt in (
        network.chatbot.places.change(network.boston.id, network.facts(network.boston), by=elsewhere.admin),
        network.chatbot.places.retire(network.boston.id, by=elsewhere.admin),
        elsewhere.add_hearing(place=str(network.boston.id)),
    ):
        with pytest.raises(NoSuchPlace):
            await attempt


@ON_SQLITE
async def test_a_public_telephone_is_welcome_and_a_number_of_identity_is_not(network: SmallNetwork) -> None:
    facts = network.facts(network.boston, notes="Court telephone 617-565-3080")
    await network.chatbot.places.change(network.boston.id, facts, by=network.admin)
    wrong = network.facts(network.boston, notes="Ask for A123-456-789")
    with pytest.raises(Invalid) as refused:
        await network.chatbot.places.change(network.boston.id, wrong, by=network.admin)
    assert refused.value.field == "notes"


@ON_SQLITE
async def test_an_old_name_with_a_comma_survives_the_form(network: SmallNetwork) -> None:
    """The form shows aliases on one line with commas between, and reads them from there again."""
    (ice,) = [place for place in await network.chatbot.places.listed("T1") if place.name.startswith("ICE")]
    for change in ({"name": "Burlington office"}, {"notes": "Two sisters guard the door."}):
        facts = network.facts(ice, **change)
        facts = network.facts(ice, **change, aliases=split_aliases(", ".join(facts.aliases)))
        ice = await network.chatbot.places.change(ice.id, facts, by=network.admin)
    assert await found(network, "ICE Boston field office, Burlington") == ["Burlington office"]


async def test_a_place_that_comes_back_keeps_its_names_and_redraws_its_cards(network: SmallNetwork) -> None:
    await network.add_hearing()
    await network.delivered()
    await network.chatbot.places.retire(network.boston.id, by=network.admin)
    facts = network.facts(network.boston, aliases=("Hub",), room="Floor 9")
    place = await network.chatbot.places.add(facts, by=network.admin)
    assert place.aliases == ("Hub", *network.boston.aliases)
    assert (await network.said())[-1] == "update hearings.card"


async def test_a_coordinator_brings_back_no_place_of_another_area(network: SmallNetwork) -> None:
    """Or they could take it over: hearings that are there stay there."""
    await network.chatbot.places.retire(network.boston.id, by=network.admin)
    facts = network.facts(network.boston, area="Merrimack Valley")
    with pytest.raises(NotAllowed):
        await network.chatbot.places.add(facts, by=network.of_merrimack)
    assert "Boston Immigration Court" not in [place.name for place in await network.chatbot.places.listed("T1")]
