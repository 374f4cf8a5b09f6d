"""`/impact` in Slack: figures, the picture, the table, the message of the month."""

from datetime import timedelta

import pytest

from chatbot.impact import chart
from chatbot.kit.outbox import State
from chatbot.signups.model import Attendance, SeatRole
from handlers.practice.reading import text_of
from tests.slack.scene import Scene
from tests.slack.test_outages import states

DAY = timedelta(days=1)


async def a_hearing_was_accompanied(scene: Scene) -> None:
    """Ana came to one in the middle of March 2026; it is the day after."""
    daniel, ana = await scene.known("daniel"), await scene.agrees("ana")
    hearing = await scene.hearing(day=scene.day(10))
    await scene.chatbot.hearings.claim(hearing.code, SeatRole.COMPANION, by=ana)
    await scene.practice.move_clock(by=11 * DAY)
    await scene.chatbot.signups.mark(hearing.code, ana.id, Attendance.ATTENDED, by=daniel)


async def test_it_begins_with_what_counts(scene: Scene) -> None:
    ana = scene.someone("ana")
    await ana.types("/impact", channel="general")
    assert "Nothing is counted yet" in text_of(ana.ephemerals("general")[-1])
    await ana.types("/impact <!channel>", channel="general")
    assert "I do not know" in text_of(ana.ephemerals("general")[-1])


async def test_figures_a_picture_and_a_table(scene: Scene) -> None:
    await a_hearing_was_accompanied(scene)
    jonah = scene.someone("jonah")
    await jonah.types("/impact year", channel="general")
    shown = jonah.ephemerals("general")[-1]
    assert "1 hearings accompanied" in text_of(shown)
    assert "Ana" not in text_of(shown)
    await jonah.presses("Picture", shown)
    await scene.settle()
    drawn = jonah.direct_messages()[-1].files[0]
    assert drawn["mimetype"] == "image/png"
    assert "hearings accompanied: 03/26 1" in drawn["alt"]
    await jonah.presses("Table", shown)
    await scene.settle()
    assert jonah.direct_messages()[-1].files[0]["name"] == "impact.csv"


async def test_the_message_of_the_month_comes_once_with_its_picture(scene: Scene) -> None:
    await a_hearing_was_accompanied(scene)
    daniel = scene.someone("daniel")
    await daniel.types("/impact", channel="general")
    await daniel.presses("Post here monthly", daniel.ephemerals("general")[-1])
    await scene.settle()
    assert "On the first of each month" in text_of(daniel.ephemerals("general")[-1])
    await scene.practice.move_clock(by=20 * DAY)
    await scene.running.caught_up()
    await scene.settle()
    posted = [one for one in scene.practice.channel("general").messages if one.files]
    assert ["What we did together in 03/2026" in one.text for one in posted] == [True]
    assert posted[0].files[0]["mimetype"] == "image/png"
    await scene.practice.move_clock(by=DAY)
    await scene.running.caught_up()
    await scene.settle()
    assert len([one for one in scene.practice.channel("general").messages if one.files]) == 1


async def test_a_picture_whose_fate_is_unknown_is_not_sent_twice(scene: Scene) -> None:
    await a_hearing_was_accompanied(scene)
    general = scene.practice.channel("general")
    await scene.chatbot.impacts.follow(general.id, by=await scene.known("daniel"))
    scene.practice.faults.plan("error_after", method="files.completeUploadExternal")
    await scene.practice.move_clock(by=20 * DAY)
    await scene.running.caught_up()
    await scene.settle()
    assert len([one for one in general.messages if one.files]) == 1
    assert (await states(scene)).get(State.UNSURE) == 1


async def test_without_a_picture_the_words_come_alone(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    async def none(_chart: str) -> bytes:
        raise chart.NoPictureError

    monkeypatch.setattr(chart, "_drawn", none)
    await a_hearing_was_accompanied(scene)
    jonah = scene.someone("jonah")
    await jonah.types("/impact year", channel="general")
    await jonah.presses("Picture", jonah.ephemerals("general")[-1])
    await scene.settle()
    assert "could not draw the picture" in text_of(jonah.ephemerals("general")[-1])
