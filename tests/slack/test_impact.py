"""`/impact` in Slack: figures, the picture, the table, the message of the month."""

from datetime import date, timedelta

import pytest
from sqlalchemy import update

from chatbot.impact import chart, store
from chatbot.kit.outbox import State
from chatbot.signups.model import Attendance, SeatRole
from chatbot.signups.store import signups
from handlers.practice.posts import Message
from handlers.practice.reading import text_of
from tests.slack.scene import Scene
from tests.slack.test_outages import states


async def a_hearing_was_accompanied(scene: Scene) -> None:
    """Ana came to one on the tenth of February; it is Monday, the second of March 2026."""
    ana = await scene.agrees("ana")
    hearing = await scene.hearing(day=scene.day(20))
    await scene.chatbot.hearings.claim(hearing.code, SeatRole.COMPANION, by=ana)
    was = {"day": date(2026, 2, 10), "attendance": Attendance.ATTENDED}
    await scene.chatbot.database.run(lambda tx: tx.execute(update(signups).values(**was)))


async def general_follows(scene: Scene) -> None:
    """Since the middle of February."""
    general, daniel = scene.practice.channel("general").id, await scene.known("daniel")
    team, since = scene.practice.team_id, date(2026, 2, 15)
    await scene.chatbot.database.run(lambda tx: store.follow(tx, team, general, since=since, by=daniel.id))


def pictures(scene: Scene) -> list[Message]:
    return [one for one in scene.practice.channel("general").messages if one.files]


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
    assert "hearings accompanied: 1" in text_of(shown)
    assert "Ana" not in text_of(shown)
    await jonah.presses("Picture", shown)
    await scene.settle()
    drawn = jonah.direct_messages()[-1].files[0]
    assert drawn["mimetype"] == "image/png"
    assert "hearings accompanied: 02/26 1" in drawn["alt"]
    await jonah.presses("Table", shown)
    await scene.settle()
    assert jonah.direct_messages()[-1].files[0]["name"] == "impact.csv"


async def test_a_coordinator_has_the_months_posted_to_a_channel_and_ends_it(scene: Scene) -> None:
    daniel, ana = scene.someone("daniel"), scene.someone("ana")
    await daniel.types("/impact", channel="general")
    await daniel.presses("Post here monthly", daniel.ephemerals("general")[-1])
    await scene.settle()
    assert "On the first of each month" in text_of(daniel.ephemerals("general")[-1])
    await ana.types("/impact", channel="general")
    assert "Stop posting here" not in text_of(ana.ephemerals("general")[-1])
    await daniel.presses("Stop posting here", daniel.ephemerals("general")[-1])
    await scene.settle()
    assert "On the first of each month" not in text_of(daniel.ephemerals("general")[-1])


async def test_where_i_cannot_write_i_say_so_at_once_and_not_a_month_later(scene: Scene) -> None:
    daniel = scene.someone("daniel")
    await daniel.types("/impact", channel="random")
    await daniel.presses("Post here monthly", daniel.ephemerals("random")[-1])
    await scene.settle()
    assert "On the first of each month" not in text_of(daniel.ephemerals("random")[-1])
    assert "I am not in that channel yet" in text_of(daniel.ephemerals("random")[-1])


async def test_the_message_of_the_month_comes_once_with_its_picture(scene: Scene) -> None:
    await a_hearing_was_accompanied(scene)
    await general_follows(scene)
    for _tick in range(2):
        await scene.running.caught_up()
        await scene.settle()
    assert ["What we did together in 02/2026" in one.text for one in pictures(scene)] == [True]
    assert ["hearings accompanied: 1" in one.text for one in pictures(scene)] == [True]
    assert pictures(scene)[0].files[0]["mimetype"] == "image/png"


async def test_a_picture_whose_fate_is_unknown_is_not_sent_twice(scene: Scene) -> None:
    await a_hearing_was_accompanied(scene)
    await general_follows(scene)
    scene.practice.faults.plan("error_after", method="files.completeUploadExternal")
    for _tick in range(2):
        await scene.running.caught_up()
        await scene.settle()
    assert len(pictures(scene)) == 1
    assert (await states(scene)).get(State.UNSURE) == 1


async def test_a_picture_that_could_not_be_handed_in_is_handed_in_again(scene: Scene) -> None:
    await a_hearing_was_accompanied(scene)
    await general_follows(scene)
    scene.practice.faults.plan("error_after", method="files.getUploadURLExternal")
    await scene.running.caught_up()
    await scene.settle()
    await scene.practice.move_clock(by=timedelta(minutes=2))
    await scene.settle()
    assert len(pictures(scene)) == 1
    assert (await states(scene)).get(State.UNSURE) is None


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


async def test_a_mistake_while_the_picture_is_drawn_is_said_with_its_number(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    async def broken(_chart: str) -> bytes:
        raise ZeroDivisionError

    monkeypatch.setattr(chart, "_drawn", broken)
    await a_hearing_was_accompanied(scene)
    jonah = scene.someone("jonah")
    await jonah.types("/impact year", channel="general")
    await jonah.presses("Picture", jonah.ephemerals("general")[-1])
    await scene.settle()
    apology = text_of(jonah.ephemerals("general")[-1])
    assert "something went wrong on my side" in apology
    written = capfd.readouterr()
    assert apology.rsplit(" ", 1)[-1] in written.out + written.err
