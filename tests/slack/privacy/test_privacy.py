"""`/alongside privacy`: seeing what is kept about oneself, a copy, erasing it; limits and the legal hold for admins."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from chatbot.kit.database import Tx
from chatbot.people.store import people
from chatbot.signups.model import SeatRole
from handlers.practice.reading import labels_of, text_of
from handlers.slack.privacy import views
from tests.slack.scene import Scene
from tests.slack.traces import openings


async def opens(scene: Scene, handle: str, *actions: str) -> None:
    """Types the command, and presses one button after the other."""
    await scene.someone(handle).types("/alongside privacy", channel="general")
    await scene.settle()
    for action in actions:
        await scene.someone(handle).presses(action, scene.modal(handle))
        await scene.settle()


async def test_someone_sees_what_is_kept_takes_a_copy_and_has_it_erased(scene: Scene) -> None:
    hearing = await scene.hearing(day=scene.day(20))
    await scene.agrees("ana")
    ana = await scene.known("ana")
    await scene.chatbot.hearings.claim(hearing.code, by=ana)
    await scene.settle()
    await opens(scene, "ana")
    assert "1 seat or place in line" in text_of(scene.modal("ana"))
    assert "Legal hold" not in text_of(scene.modal("ana"))
    await scene.someone("ana").presses("privacy.copy", scene.modal("ana"))
    await scene.settle()
    assert f"hearing:{hearing.id}" in text_of(scene.modal("ana"))
    await scene.someone("ana").closes()
    await scene.someone("ana").presses("privacy.erase", scene.modal("ana"))
    await scene.settle()
    await scene.someone("ana").submits()
    await scene.settle()
    assert "It is done." in text_of(scene.modal("ana"))
    row = await scene.chatbot.database.run(lambda tx: tx.first(select(people).where(people.c.id == ana.id)))
    assert row is not None
    assert (row.account, row.name) == (None, "someone")
    assert "Ana" not in text_of(scene.card())
    await opens(scene, "ana")
    assert "seat" not in text_of(scene.modal("ana")).split("Only you")[0], "whoever writes again is met as a stranger"


async def test_a_long_copy_is_read_page_by_page_and_nothing_is_missing(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "PIECE", 20)
    monkeypatch.setattr(views, "PIECES", 2)
    ana = await scene.known("ana")
    await opens(scene, "ana", "privacy.copy")
    read = [pieces(scene)]
    while "More" in labels_of(scene.modal("ana")):
        assert len(read[-1]) <= 40
        await scene.someone("ana").presses("privacy.copy_more", scene.modal("ana"))
        await scene.settle()
        read.append(pieces(scene))
    assert "".join(read) == await scene.chatbot.personal.copy(by=ana)
    assert len(read) > 2
    await scene.someone("ana").presses("privacy.copy_back", scene.modal("ana"))
    await scene.settle()
    assert pieces(scene) == read[-2]


async def test_everyone_outside_slack_can_be_chosen_however_many_they_are(scene: Scene) -> None:
    hearing = await scene.hearing(day=scene.day(20))
    daniel = await scene.known("daniel")
    await scene.chatbot.signups.sign_up(hearing.code, SeatRole.COMPANION, name="Zoe", by=daniel)
    await scene.chatbot.database.run(lambda tx: outsiders(tx, daniel.team_id, 220))
    await opens(scene, "daniel", "privacy.outside")
    await scene.someone("daniel").selects("privacy.outsider", "Zoe", scene.modal("daniel"))
    await scene.settle()
    assert "1 seat" in text_of(scene.modal("daniel"))


async def outsiders(tx: Tx, team_id: str, number: int) -> None:
    """So many people more who are known by name only."""
    row = await tx.first(select(people).where(people.c.team_id == team_id, people.c.name == "Zoe"))
    assert row is not None
    like = {name: value for name, value in row._asdict().items() if name != "id"}
    await tx.execute(people.insert(), [{**like, "name": f"Somebody {each:03}"} for each in range(number)])


def pieces(scene: Scene) -> str:
    """What Ana's window shows of the copy."""
    shown = [block for block in scene.modal("ana").blocks if block["type"] == "section"]
    return "".join(block["text"]["text"] for block in shown if block["text"]["type"] == "plain_text")


async def test_a_coordinator_has_someone_outside_slack_erased(scene: Scene) -> None:
    hearing = await scene.hearing(day=scene.day(20))
    daniel = await scene.known("daniel")
    _, bea = await scene.chatbot.signups.sign_up(hearing.code, SeatRole.COMPANION, name="Bea from church", by=daniel)
    await scene.settle()
    await opens(scene, "daniel", "privacy.outside")
    await scene.someone("daniel").selects("privacy.outsider", "Bea from church", scene.modal("daniel"))
    await scene.settle()
    await scene.someone("daniel").presses("privacy.erase", scene.modal("daniel"))
    await scene.settle()
    await scene.someone("daniel").submits()
    await scene.settle()
    assert "Bea" not in text_of(scene.card())
    again = await scene.chatbot.people.by_id(team_id=bea.team_id, person_id=bea.id)
    assert again is not None
    assert again.name == "someone"


async def test_an_admin_sets_the_limits_and_a_legal_hold_and_lifts_it(scene: Scene) -> None:
    await opens(scene, "rosa", "privacy.limits")
    await scene.someone("rosa").fills(scene.modal("rosa"), {"private_days": "14", "record_months": "6"})
    await scene.someone("rosa").submits()
    await scene.settle()
    assert "wiped 14 days after" in text_of(scene.modal("rosa"))
    await scene.someone("rosa").presses("privacy.hold", scene.modal("rosa"))
    await scene.settle()
    await scene.someone("rosa").fills(scene.modal("rosa"), {"reason": "A letter from counsel"})
    await scene.someone("rosa").submits()
    await scene.settle()
    assert "The legal hold stands." in text_of(scene.modal("rosa"))
    await opens(scene, "rosa", "privacy.hold")
    assert "A letter from counsel" in text_of(scene.modal("rosa"))
    assert await openings(scene, "holds.open_reason") == [("Rosa", "holds.open_reason")]
    await opens(scene, "ana", "privacy.erase")
    assert "until an admin lifts it" in text_of(scene.modal("ana"))
    await scene.someone("rosa").presses("privacy.lift", scene.modal("rosa"))
    await scene.settle()
    assert "is lifted" in text_of(scene.modal("rosa"))


async def test_the_bot_takes_its_old_card_down(scene: Scene) -> None:
    hearing = await scene.hearing(day=scene.day(1))
    await scene.chatbot.signups.claim(hearing.code, by=await scene.agrees("mei"))
    await scene.settle()
    await scene.chatbot.networks.set_limits({"private_days": "1", "record_months": "12"}, by=await scene.known("rosa"))
    scene.machine.passes(timedelta(days=4))
    assert await scene.chatbot.schedule.tick() == []
    await scene.settle()
    shown = scene.practice.channel("court-boston").messages
    assert [one for one in shown if one.bot and not one.ephemeral] == []
