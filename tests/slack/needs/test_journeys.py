"""A visit to a detention centre, a list of supplies, forty letters: as the people of the network live them."""

from datetime import timedelta
from pathlib import Path

import structlog

from chatbot.kit.database import database_file
from chatbot.kit.outbox import SOON
from handlers.practice.reading import text_of
from tests.slack.needs.asking import adds_rider, drives, presses, writes_down
from tests.slack.scene import Scene
from tests.slack.traces import everything_logged, openings, said, windows

HOME = "12 Canary Lane"
CONTACT = "Ask for Tia at 978-555-0199"


async def stays_unsaid(scene: Scene, logged: str, *canaries: str, told: str) -> None:
    """No message, answer, outbox row, audit line, log line or byte of the database holds any of the canaries.

    `told` is what everyone may read; it is found where the canaries are not, so that the search is known to find.
    """
    left = await said(scene)
    folder = Path(database_file(scene.settings.database_url.get_secret_value()) or "").parent
    files = [file.read_bytes() for file in folder.glob("*.db*")]
    assert told in left
    assert any(told.encode() in file for file in files)
    assert "control" in logged
    for canary in canaries:
        assert canary in windows(scene), "it was opened, in a window"
        assert canary not in left
        assert canary not in logged
        assert not any(canary.encode() in file for file in files)


async def promises(scene: Scene, handle: str, **counts: str) -> None:
    """They say how many they bring."""
    someone = scene.someone(handle)
    await presses(scene, handle, "I bring something")
    await someone.fills(someone.modal, {name.replace("_", "-"): count for name, count in counts.items()})
    assert (await someone.submits()).errors == {}
    await scene.settle()
    assert "Thank you!" in text_of(someone.modal)
    await someone.closes(everything=True)


async def has_arrived(scene: Scene, **counts: str) -> str:
    """Daniel writes down how much has arrived: by item and handle, as in `item_1_jonah`. Answers what he reads."""
    daniel = scene.someone("daniel")
    await presses(scene, "daniel", "Details")
    await presses(scene, "daniel", "What has arrived", in_=daniel.modal)
    need = await scene.chatbot.needs.get("N101", team_id=scene.practice.team_id)
    inputs = {
        f"item_{item.id}_{share.name.casefold().split('-')[0]}": item.share_input(share)
        for item in need.items
        for share in item.shares
    }
    await daniel.fills(daniel.modal, {inputs[name]: count for name, count in counts.items()})
    assert (await daniel.submits()).errors == {}
    await scene.settle()
    answer = text_of(daniel.modal)
    await daniel.closes(everything=True)
    return answer


async def test_a_visit_with_one_driver_two_riders_and_a_child_seat(scene: Scene) -> None:
    """Nobody but the driver and the coordinators ever reads where to pick someone up, and each reading is noted."""
    with everything_logged() as log:
        await the_visit(scene)
        structlog.get_logger("alongside").info("control")
    await stays_unsaid(scene, log.getvalue(), HOME, CONTACT, told="Mother and child")


async def the_visit(scene: Scene) -> None:
    answer = await writes_down(scene, "Ride", town="Plymouth", day=scene.day(2), start="09:00", contact=CONTACT)
    assert "N101 is written down." in answer
    await adds_rider(scene, alias="Mother and child", seats="2", child_seats="1", address=f"{HOME} 1")
    await adds_rider(scene, alias="Uncle", address=f"{HOME} 2")
    assert "needs a car" in text_of(scene.card())
    await drives(scene, "jonah", seats="4", child_seats="1")
    card = text_of(scene.card())
    assert "needs a car" not in card
    assert card.count("goes with Jonah") == 2
    await scene.someone("jonah").closes(everything=True)
    before = await openings(scene, "needs.open_private")
    assert set(before) == {("Daniel", "needs.open_private")}
    await presses(scene, "ana", "Details")
    assert HOME not in text_of(scene.someone("ana").modal)
    await presses(scene, "jonah", "Details")
    opened = text_of(scene.someone("jonah").modal)
    assert "Pick up Mother and child" in opened
    assert f"{HOME} 2" in opened
    assert (await openings(scene, "needs.open_private"))[len(before) :] == [("Jonah", "needs.open_private")]
    await scene.someone("jonah").closes(everything=True)
    await adds_rider(scene, alias="Aunt", address=f"{HOME} 3")
    scene.machine.passes(SOON)
    await scene.settle()
    assert "Who rides with you for N101 has changed." in text_of(scene.someone("jonah").direct_messages()[-1])


async def test_a_driver_who_is_not_in_slack_takes_over_when_nobody_else_can(scene: Scene) -> None:
    daniel = scene.someone("daniel")
    await writes_down(scene, "Ride", town="Plymouth", day=scene.day(20), start="09:00")
    await adds_rider(scene, alias="Uncle", address=HOME)
    await drives(scene, "jonah")
    await scene.someone("jonah").closes(everything=True)
    await presses(scene, "jonah", "Release")
    told = daniel.direct_messages()[-1]
    assert "Someone who had a seat for N101 has none any more." in text_of(told)
    assert HOME not in text_of(told)
    await presses(scene, "daniel", "Add a driver", in_=told)
    await daniel.fills(daniel.modal, {"name": "Tía Carmen", "seats": "3"})
    assert (await daniel.submits()).errors == {}
    await scene.settle()
    assert "Tía Carmen is signed up." in text_of(daniel.modal)
    assert f"{HOME}" in text_of(daniel.modal)
    assert "goes with Tía Carmen" in text_of(scene.card())
    await presses(scene, "daniel", "Miles and tolls", in_=daniel.modal)
    await daniel.fills(daniel.modal, {"miles": "41.5"})
    await daniel.submits()
    await scene.settle()
    assert "Saved. The treasurer sees the miles." in text_of(daniel.modal)


async def test_a_supplies_list_is_filled_by_three_people(scene: Scene) -> None:
    """Whoever brings something reads where to; nobody else does."""
    with everything_logged() as log:
        await the_list_is_filled(scene)
        structlog.get_logger("alongside").info("control")
    await stays_unsaid(scene, log.getvalue(), HOME, told="Blue house")


async def the_list_is_filled(scene: Scene) -> None:
    await writes_down(scene, "Food and supplies", items="6 diapers\n3 coats", address=HOME)
    for handle, diapers, coats in (("jonah", "4", "0"), ("marie", "2", "1"), ("ana", "0", "2")):
        await promises(scene, handle, item_1=diapers, item_2=coats)
    card = text_of(scene.card())
    assert "6 of 6 promised, 0 here" in card
    assert "3 of 3 promised, 0 here" in card
    for handle, reads in (("jonah", True), ("mei", False)):
        await presses(scene, handle, "Details")
        assert (HOME in text_of(scene.someone(handle).modal)) is reads
        await scene.someone(handle).closes(everything=True)
    opened = await openings(scene, "needs.open_private")
    assert {name for name, _ in opened} == {"Daniel", "Jonah"}
    await has_arrived(scene, item_1_jonah="4")
    assert "6 of 6 promised, 4 here" in text_of(scene.card())
    answer = await has_arrived(scene, item_1_marie="2", item_2_marie="1", item_2_ana="2")
    assert "Everything is here." in answer


async def test_forty_letters_are_collected_over_a_week(scene: Scene) -> None:
    """Wanted on Monday, due the next; promised by many, reminded by the clock, and all there on the day."""
    await writes_down(scene, "Letters of support", title="Letters for the judge", wanted="40", day=scene.day(7))
    assert "0 of 40 promised, 0 here" in text_of(scene.card())

    async def days_pass(days: int) -> None:
        await scene.practice.move_clock(by=timedelta(days=days))
        await scene.running.caught_up()
        await scene.settle()

    def reminded(handle: str) -> list[str]:
        mine = map(text_of, scene.someone(handle).direct_messages())
        return [text for text in mine if "Thank you for helping with N101" in text]

    await promises(scene, "jonah", item_1="10")
    await promises(scene, "marie", item_1="8")
    await promises(scene, "mei", item_1="7")
    await days_pass(2)
    await has_arrived(scene, item_1_jonah="10")
    assert "25 of 40 promised, 10 here" in text_of(scene.card())
    assert "15 more wanted" in await the_list(scene, "rosa")
    await promises(scene, "rosa", item_1="5")
    await promises(scene, "daniel", item_1="4")
    await days_pass(2)
    assert {handle: len(reminded(handle)) for handle in ("jonah", "marie", "mei", "rosa", "daniel")} == {
        "jonah": 0,
        "marie": 1,
        "mei": 1,
        "rosa": 1,
        "daniel": 1,
    }
    assert "Letters for the judge: 8" in reminded("marie")[0]
    await promises(scene, "ana", item_1="6")
    assert "40 of 40 promised, 10 here" in text_of(scene.card())
    await has_arrived(scene, item_1_marie="8", item_1_mei="7", item_1_rosa="3")
    await days_pass(2)
    assert (len(reminded("marie")), len(reminded("rosa")), len(reminded("ana"))) == (1, 2, 1)
    assert "Letters for the judge: 2" in reminded("rosa")[1]
    await days_pass(1)
    assert (len(reminded("rosa")), len(reminded("daniel")), len(reminded("ana"))) == (3, 3, 2)
    answer = await has_arrived(scene, item_1_rosa="5", item_1_daniel="4", item_1_ana="6")
    assert "Everything is here." in answer
    assert "40 of 40 promised, 40 here" in text_of(scene.card())
    await presses(scene, "daniel", "Details", in_=scene.card())
    await presses(scene, "daniel", "It is done", in_=scene.someone("daniel").modal)
    assert "Done. Thank you, everyone!" in text_of(scene.card())


async def the_list(scene: Scene, handle: str) -> str:
    """What `/needs` shows them."""
    await scene.someone(handle).types("/needs", channel="court-boston")
    await scene.settle()
    return text_of(scene.someone(handle).ephemerals("court-boston")[-1])
