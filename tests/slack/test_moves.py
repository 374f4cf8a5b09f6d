"""A hearing moves, as people meet it in Slack."""

from datetime import timedelta
from typing import Any

from handlers.practice.reading import labels_of, text_of
from tests.slack.scene import Scene


async def changes(scene: Scene, **typed: Any) -> None:
    """Daniel edits the hearing an hour after it was posted; two minutes later everyone has been told."""
    await scene.practice.move_clock(by=timedelta(hours=1))
    daniel = scene.someone("daniel")
    await daniel.types("/hearings H101", channel="court-boston")
    await daniel.presses("Edit", daniel.ephemerals("court-boston")[-1])
    await scene.settle()
    await daniel.fills(daniel.modal, typed)
    await daniel.submits()
    await scene.settle()
    await scene.practice.move_clock(by=timedelta(minutes=3))
    await scene.settle()


async def test_a_moved_hearing_is_kept_by_one_and_released_by_another(scene: Scene) -> None:
    await scene.hearing()
    ana, jonah, daniel = (scene.someone(handle) for handle in ("ana", "jonah", "daniel"))
    for someone in ("ana", "jonah"):
        await scene.agrees(someone)
        await scene.someone(someone).presses("Claim", scene.card())
        await scene.settle()
    await changes(scene, day=scene.day(9), start="13:30")
    notice = ana.direct_messages()[-1]
    said = text_of(notice)
    assert "H101 has changed." in said
    assert said.index("Wed, Mar 4, 9:00 AM EST") < said.index("Wed, Mar 11, 1:30 PM EDT")
    assert "It is on another day now. Can you still come?" in said
    assert labels_of(notice) == ["Keep", "Release", "Details"]
    await ana.presses("Keep", notice)
    await scene.settle()
    await daniel.opens_home()
    await scene.settle()
    await daniel.presses("Who has not answered?", daniel.home)
    await scene.settle()
    shown = text_of(daniel.modal)
    assert "Jonah" in shown
    assert "Ana" not in shown
    await jonah.presses("Release", jonah.direct_messages()[-1])
    await scene.settle()
    assert "Ana" in text_of(scene.card())
    assert "Jonah" not in text_of(scene.card())
    await daniel.closes()
    await daniel.opens_home()
    await scene.settle()
    assert "Who has not answered?" not in labels_of(daniel.home or notice)


async def test_a_cancelled_hearing_names_the_time_people_know(scene: Scene) -> None:
    await scene.hearing()
    await scene.agrees("ana")
    await scene.someone("ana").presses("Claim", scene.card())
    await scene.settle()
    await scene.practice.move_clock(by=timedelta(hours=1))
    daniel = await scene.known("daniel")
    await scene.chatbot.verifying.found("H101", {"how": "notice", "day": scene.day(5)}, by=daniel)
    await scene.chatbot.hearings.cancel("H101", reason="Continued", by=daniel)
    await scene.settle()
    said = text_of(scene.someone("ana").direct_messages()[-1])
    assert "H101 was cancelled" in said
    assert "Wed, Mar 4, 9:00 AM EST" in said
