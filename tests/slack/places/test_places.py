"""Coordinators look after the directory of courts and offices."""

from zoneinfo import ZoneInfo

import pytest

from chatbot.people.model import Grant, Role
from chatbot.places.model import Place
from handlers.practice.reading import labels_of, text_of
from tests.slack.scene import Scene

WORCESTER = {"name": "Worcester probate court", "area": "Worcester County", "address": "225 Main Street"}


async def opens(scene: Scene, handle: str = "daniel") -> None:
    """Someone opens the directory."""
    someone = scene.someone(handle)
    await someone.types("/alongside settings", channel="general")
    await scene.settle()
    await someone.presses("settings.places", scene.modal(handle))
    await scene.settle()


async def presses(scene: Scene, label: str, handle: str = "daniel", **which: str) -> None:
    await scene.someone(handle).presses(label, scene.modal(handle), **which)
    await scene.settle()


async def places(scene: Scene) -> dict[str, Place]:
    return {place.name: place for place in await scene.chatbot.places.listed(scene.practice.team_id)}


async def edits(scene: Scene, name: str, handle: str = "daniel") -> None:
    await opens(scene, handle)
    await presses(scene, "Edit", handle, value=str((await places(scene))[name].id))


async def test_the_directory_shows_the_places_the_network_starts_with(scene: Scene) -> None:
    await opens(scene)
    shown = text_of(scene.modal("daniel"))
    assert "*Boston Immigration Court*" in shown
    assert "Greater Boston" in shown
    assert "Also called Chelmsford, Lowell" in shown


async def test_a_place_is_added_and_stands_in_the_directory(scene: Scene) -> None:
    await opens(scene)
    await presses(scene, "Add a place")
    daniel = scene.someone("daniel")
    await daniel.fills(
        scene.modal("daniel"),
        {**WORCESTER, "aliases": "Worcester, probate, Worcester", "zone": "America/Chicago", "card_channel": "general"},
    )
    assert (await daniel.submits()).errors == {}
    await scene.settle()
    place = (await places(scene))["Worcester probate court"]
    assert place.aliases == ("Worcester", "probate")
    assert place.zone == ZoneInfo("America/Chicago")
    assert place.card_channel == scene.practice.channel("general").id
    assert len(daniel.modals) == 1
    assert "Worcester probate court is in the directory now." in text_of(daniel.modal)
    assert "*Worcester probate court*" in text_of(daniel.modal)


async def test_a_place_that_changes_its_name_is_found_under_both(scene: Scene) -> None:
    await edits(scene, "Chelmsford Immigration Court")
    assert "Lowell" in text_of(scene.modal("daniel"))
    await scene.someone("daniel").fills(scene.modal("daniel"), {"name": "Chelmsford Court", "room": "Suite 200"})
    assert (await scene.someone("daniel").submits()).errors == {}
    await scene.settle()
    place = (await places(scene))["Chelmsford Court"]
    assert "Chelmsford Immigration Court" in place.aliases
    assert place.room == "Suite 200"
    assert "Saved." in text_of(scene.modal("daniel"))


async def test_the_cards_of_its_hearings_follow_a_place(scene: Scene) -> None:
    await scene.hearing()
    await edits(scene, "Boston Immigration Court")
    await scene.someone("daniel").fills(scene.modal("daniel"), {"room": "Fourth floor"})
    await scene.someone("daniel").submits()
    await scene.settle()
    assert "Fourth floor" in text_of(scene.card())


async def test_two_places_opened_one_after_the_other_are_not_mixed_up(scene: Scene) -> None:
    await edits(scene, "Hartford Immigration Court")
    await scene.someone("daniel").fills(scene.modal("daniel"), {"room": "Room 999"})
    await scene.someone("daniel").submits()
    await scene.settle()
    await presses(scene, "Edit", value=str((await places(scene))["Boston Immigration Court"].id))
    await scene.someone("daniel").submits()
    await scene.settle()
    assert (await places(scene))["Boston Immigration Court"].room == "Room 320"


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"name": "Hartford Immigration Court"}, "name", "already a place called Hartford Immigration Court"),
        ({"name": "   "}, "name", "Please fill this in."),
        ({"notes": "Ask for A012 345 678"}, "notes", "looks like an A-number"),
        ({"card_channel": "random"}, "card_channel", "type /invite @alongside"),
        ({"card_channel": "winter-vigil"}, "card_channel", "archived"),
    ],
)
async def test_what_cannot_be_taken_is_said_under_its_input_and_nothing_typed_is_lost(
    scene: Scene, changes: dict[str, str], field: str, sentence: str
) -> None:
    await opens(scene)
    await presses(scene, "Add a place")
    daniel = scene.someone("daniel")
    await daniel.fills(scene.modal("daniel"), {**WORCESTER, **changes})
    answer = await daniel.submits()
    assert list(answer.errors) == [field]
    assert sentence in answer.errors[field]
    assert len(await places(scene)) == 5
    await daniel.fills(scene.modal("daniel"), {"name": WORCESTER["name"], "notes": None, "card_channel": None})
    assert (await daniel.submits()).errors == {}
    await scene.settle()
    assert (await places(scene))["Worcester probate court"].area == "Worcester County"


async def test_a_place_is_taken_out_after_a_question_and_its_hearings_stay(scene: Scene) -> None:
    hearing = await scene.hearing()
    await edits(scene, "Boston Immigration Court")
    await presses(scene, "Take out of the directory")
    assert "Nobody can choose it" in text_of(scene.modal("daniel"))
    await scene.someone("daniel").submits()
    await scene.settle()
    assert "Boston Immigration Court is out of the directory." in text_of(scene.modal("daniel"))
    assert "Boston Immigration Court" not in await places(scene)
    shown = await scene.chatbot.hearings.get(hearing.code, team_id=scene.practice.team_id)
    assert shown.place.name == "Boston Immigration Court"


async def test_a_place_that_was_taken_out_comes_back_by_its_name(scene: Scene) -> None:
    boston = (await places(scene))["Boston Immigration Court"]
    await scene.chatbot.places.retire(boston.id, by=await scene.known("daniel"))
    await opens(scene)
    await presses(scene, "Add a place")
    await scene.someone("daniel").fills(scene.modal("daniel"), {"name": boston.name, "room": "Room 320"})
    assert (await scene.someone("daniel").submits()).errors == {}
    assert (await places(scene))["Boston Immigration Court"].id == boston.id


async def test_a_place_that_is_gone_meanwhile_is_said_kindly(scene: Scene) -> None:
    await edits(scene, "Boston Immigration Court")
    boston = (await places(scene))["Boston Immigration Court"]
    await scene.chatbot.places.retire(boston.id, by=await scene.known("rosa"))
    answer = await scene.someone("daniel").submits()
    assert "not in the directory any more" in answer.errors["name"]


async def test_a_coordinator_of_one_area_looks_after_its_places_only(scene: Scene) -> None:
    await scene.trusts("daniel", Grant(role=Role.COORDINATOR, area="Greater Boston"))
    await opens(scene)
    assert labels_of(scene.modal("daniel")).count("Edit") == 2
    await presses(scene, "Add a place")
    await scene.someone("daniel").fills(scene.modal("daniel"), WORCESTER)
    answer = await scene.someone("daniel").submits()
    assert "Only coordinators of Worcester County can do this" in next(iter(answer.errors.values()))
    await scene.someone("daniel").fills(scene.modal("daniel"), {"area": "Greater Boston"})
    assert (await scene.someone("daniel").submits()).errors == {}


async def test_a_long_directory_is_turned_page_by_page(scene: Scene) -> None:
    rosa = await scene.known("rosa")
    boston = (await places(scene))["Boston Immigration Court"]
    for number in range(10, 22):
        facts = {name: getattr(boston, name) for name in ("address", "room", "area", "zone", "notes")}
        place = Place(**facts, id=0, team_id="", name=f"Yard {number}", aliases=(), card_channel=None)
        await scene.chatbot.places.add(place, by=rosa)
    await opens(scene)
    assert "Page 1 of 3" in text_of(scene.modal("daniel"))
    await presses(scene, "More")
    await presses(scene, "More")
    assert "Yard 21" in text_of(scene.modal("daniel"))
    await presses(scene, "Edit", value=str((await places(scene))["Yard 21"].id))
    await scene.someone("daniel").submits()
    await scene.settle()
    assert "Page 3 of 3" in text_of(scene.modal("daniel"))
    await presses(scene, "Back")
    await presses(scene, "All settings")
    assert "Who leads" in text_of(scene.modal("daniel"))


async def test_what_an_open_directory_offers_is_refused_once_the_role_is_gone(scene: Scene) -> None:
    await opens(scene)
    directory = scene.modal("daniel")
    await scene.trusts("daniel")
    for action in ("places.edit", "places.add", "settings.menu"):
        await scene.someone("daniel").presses(action, directory)
        await scene.settle()
        assert "Only coordinators can do this" in text_of(scene.modal("daniel"))
        await scene.someone("daniel").closes()


async def test_a_form_sent_after_the_role_is_gone_changes_nothing(scene: Scene) -> None:
    await edits(scene, "Boston Immigration Court")
    await scene.trusts("daniel")
    await scene.someone("daniel").fills(scene.modal("daniel"), {"room": "Cellar"})
    answer = await scene.someone("daniel").submits()
    assert "Only coordinators can do this" in next(iter(answer.errors.values()))
    assert (await places(scene))["Boston Immigration Court"].room == "Room 320"
