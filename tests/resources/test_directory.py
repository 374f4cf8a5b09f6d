"""The directory's verbs: who keeps it, what is the same, what has to be checked, samples, sharing, suggestions."""

from typing import Any

import pytest

from chatbot.kit.refusal import Invalid
from chatbot.kit.sections import Scope
from chatbot.people.refusals import NotAllowed
from chatbot.resources.model import Resource, Topic
from chatbot.resources.reading import Reading
from chatbot.resources.refusals import AlreadyThere, Archived, NoSuchResource, Settled, SharedToday
from chatbot.resources.section import ResourcesSection
from chatbot.resources.store import resource_suggestions, resources
from tests.fixtures.database import ON_SQLITE, Hand
from tests.fixtures.network import EASTERN, TEAM, SmallNetwork

FORM = {"name": "Lantern Legal Aid", "topics": ("legal",), "town": "Framingham", "phone": "508-555-0100"}


async def added(network: SmallNetwork, **changes: Any) -> Resource:
    """The coordinator writes that entry down."""
    return await network.chatbot.curating.add({**FORM, **changes}, by=network.coordinator)


async def found(network: SmallNetwork, words: str) -> list[str]:
    page = await network.chatbot.resources.search(words, by=network.ana)
    return [hit.resource.facts.name for hit in page.hits]


async def test_an_entry_is_written_down_found_changed_archived_and_brought_back(network: SmallNetwork) -> None:
    entry = await added(network)
    assert (entry.code, entry.checked_by, entry.facts.topics) == ("W101", "Daniel", (Topic.LEGAL,))
    assert await found(network, "lawyer framingham") == ["Lantern Legal Aid"]
    curating = network.chatbot.curating
    await curating.change("w101", {**FORM, "name": "Lantern Law"}, by=network.coordinator)
    assert await found(network, "lawyer framingham") == ["Lantern Law"]
    await curating.archive("W101", by=network.coordinator)
    assert await found(network, "lawyer framingham") == []
    assert [one.code for one in await curating.archived(by=network.coordinator)] == ["W101"]
    with pytest.raises(Archived):
        await curating.change("W101", FORM, by=network.coordinator)
    await curating.bring_back("W101", by=network.coordinator)
    assert await found(network, "lawyer framingham") == ["Lantern Law"]
    assert [line for line in await network.written_down() if "resources" in line] == [
        f"Daniel resources.{verb}" for verb in ("add", "change", "archive", "bring_back")
    ]


@ON_SQLITE
@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": ""}, "name"),
        ({"topics": ()}, "topics"),
        ({"topics": ("gardening",)}, "topics"),
        ({"phone": "by pigeon"}, "phone"),
        ({"phone": "012-34-5678"}, "phone"),
        ({"email": "nobody"}, "email"),
        ({"website": "http://lantern.example"}, "website"),
        ({"website": "https://lantern.example/<x>"}, "website"),
        ({"notes": "Ask for Sam, 617-555-0100"}, "notes"),
        ({"notes": "A 012 345 678"}, "notes"),
        ({"hours": "write to help@lantern.example"}, "hours"),
    ],
)
async def test_what_cannot_be_taken_is_said_under_its_input(
    network: SmallNetwork, changes: dict[str, Any], field: str
) -> None:
    with pytest.raises(Invalid) as refusal:
        await added(network, **changes)
    assert list(refusal.value.problems) == [field]


@ON_SQLITE
async def test_public_ways_to_reach_an_organisation_are_taken_in_their_own_inputs(network: SmallNetwork) -> None:
    entry = await added(
        network, email="help@lantern.example", website="www.lantern.example/help", address="12 Ash Street, Framingham"
    )
    assert entry.facts.website == "https://www.lantern.example/help"
    assert entry.facts.address == "12 Ash Street, Framingham"


@ON_SQLITE
async def test_the_same_name_in_the_same_town_is_refused(network: SmallNetwork) -> None:
    await added(network)
    with pytest.raises(AlreadyThere):
        await added(network, name="LANTERN  legal aid", town="framingham")
    other = await added(network, town="Natick")
    with pytest.raises(AlreadyThere):
        await network.chatbot.curating.change(other.code, FORM, by=network.coordinator)


@ON_SQLITE
async def test_samples_are_loaded_once_and_never_come_back_by_themselves(network: SmallNetwork) -> None:
    curating, coordinator = network.chatbot.curating, network.coordinator
    await added(network, name="Project Citizenship", town="Boston", topics=("citizenship",))
    assert await curating.load_samples(by=coordinator) == 18, "one of them is here already"
    entry = (await network.chatbot.resources.search("mira coalition", by=network.ana)).hits[0].resource
    assert entry.is_sample
    checked = await curating.check(entry.code, by=coordinator)
    assert (checked.is_sample, checked.checked_by) == (False, "Daniel")
    await curating.archive(entry.code, by=coordinator)
    before = await network.rows(resources.select())
    assert await curating.load_samples(by=coordinator) == 0
    assert await network.rows(resources.select()) == before


@ON_SQLITE
async def test_what_was_checked_long_ago_is_listed_and_goes_into_the_weekly_report(
    network: SmallNetwork, hand: Hand
) -> None:
    curating, coordinator = network.chatbot.curating, network.coordinator
    await added(network)
    await curating.set_recheck_days({"days": "30"}, by=coordinator)
    hand.move(days=29)
    assert (await curating.checking(by=coordinator)).stale == ()
    hand.move(days=1)
    assert [one.code for one in (await curating.checking(by=coordinator)).stale] == ["W101"]
    section = ResourcesSection(Reading(network.chatbot.networks))
    scope = Scope(team_id=TEAM, days=7, zone=EASTERN)
    (waiting,) = await network.chatbot.database.run(lambda tx: section.to_settle(tx, scope))
    assert (waiting.stale, waiting.suggestions) == (1, 0)
    await curating.check("W101", by=coordinator)
    assert await network.chatbot.database.run(lambda tx: section.to_settle(tx, scope)) == []


@ON_SQLITE
async def test_it_is_shared_once_a_day_in_a_channel(network: SmallNetwork, hand: Hand) -> None:
    await added(network)
    share = network.chatbot.resources.share
    await share("W101", channel="C1", by=network.ana)
    with pytest.raises(SharedToday):
        await share("W101", channel="C1", by=network.ben)
    await share("W101", channel="C2", by=network.ben)
    hand.move(days=1)
    await share("W101", channel="C1", by=network.ben)
    assert await network.said() == ["post resources.card"] * 3


async def test_a_suggestion_is_sealed_looked_after_and_forgotten(network: SmallNetwork) -> None:
    await added(network)
    suggesting = network.chatbot.suggesting
    await suggesting.suggest("W101", {"words": "They moved to Natick"}, by=network.ana)
    (row,) = await network.rows(resource_suggestions.select())
    assert b"Natick" not in row.words
    (waiting,) = await suggesting.waiting(by=network.coordinator)
    opened = await suggesting.open(waiting.id, by=network.coordinator)
    assert (opened.words, opened.suggestion.by) == ("They moved to Natick", "Ana")
    await suggesting.settle(waiting.id, by=network.coordinator)
    with pytest.raises(Settled):
        await suggesting.open(waiting.id, by=network.coordinator)
    assert await network.size(resource_suggestions) == 0
    told = [said for said in await network.said() if "resources" in said]
    assert "tell resources.suggested to Daniel" in told
    assert told[-1] == "tell resources.settled to Ana"
    with pytest.raises(Invalid):
        await suggesting.suggest("", {"words": "Ask A 012 345 678"}, by=network.ana)


@ON_SQLITE
async def test_volunteers_look_and_suggest_and_change_nothing(network: SmallNetwork) -> None:
    await added(network)
    curating, ana = network.chatbot.curating, network.ana
    for attempt in (
        curating.add(FORM, by=ana),
        curating.change("W101", FORM, by=ana),
        curating.check("W101", by=ana),
        curating.archive("W101", by=ana),
        curating.bring_back("W101", by=ana),
        curating.load_samples(by=ana),
        curating.checking(by=ana),
        curating.archived(by=ana),
        curating.set_recheck_days({"days": "3"}, by=ana),
        network.chatbot.suggesting.waiting(by=ana),
        network.chatbot.suggesting.open(1, by=ana),
        network.chatbot.suggesting.settle(1, by=ana),
        network.chatbot.resource_sheets.look(b"", by=ana),
        network.chatbot.resource_sheets.bring_in(b"", by=ana),
        network.chatbot.resource_sheets.sheet(say=lambda text: text.msgid, by=ana),
    ):
        with pytest.raises(NotAllowed):
            await attempt


@ON_SQLITE
async def test_another_workspace_knows_nothing_of_it(network: SmallNetwork) -> None:
    await added(network)
    with pytest.raises(NoSuchResource):
        await network.chatbot.resources.get("W101", team_id="T2")
