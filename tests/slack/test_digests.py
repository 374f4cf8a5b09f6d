"""The daily digest of a channel."""

from datetime import timedelta

from sqlalchemy import select

from chatbot.kit.database import Tx
from chatbot.places.store import places
from handlers.practice.posts import Message
from handlers.practice.reading import labels_of, text_of
from tests.slack.scene import Scene, bot_in

SET = {"at": "07:00", "zone": "America/New York", "horizon": "14"}


async def set_up(scene: Scene, **changes: object) -> None:
    daniel = scene.someone("daniel")
    await daniel.types("/digest", channel="court-boston")
    await daniel.presses("Set up a digest", daniel.ephemerals("court-boston")[-1])
    await scene.settle()
    await daniel.fills(scene.modal("daniel"), {**SET, **changes})
    answer = await daniel.submits()
    assert answer.errors == {}
    await scene.settle()


def digests(scene: Scene, channel: str = "court-boston") -> list[Message]:
    return [one for one in scene.practice.channel(channel).messages if "what is coming up" in text_of(one)]


async def test_a_coordinator_sets_a_digest_and_reads_when_it_comes_next(scene: Scene) -> None:
    await set_up(scene)
    assert "The next one comes on Tue, Mar 3, 7:00 AM EST" in text_of(scene.modal("daniel"))


async def test_a_filter_beyond_slacks_hundred_choices_stays_when_the_digest_is_saved_anew(scene: Scene) -> None:
    daniel, coordinator = scene.someone("daniel"), await scene.known("daniel")
    await scene.chatbot.database.run(lambda tx: courts(tx, coordinator.team_id, 120))
    await set_up(scene, places=["Court 003", "Court 119"])
    await daniel.types("/digest", channel="court-boston")
    assert "2 places" in text_of(daniel.ephemerals("court-boston")[-1])
    await daniel.presses("Change", daniel.ephemerals("court-boston")[-1])
    await scene.settle()
    await daniel.fills(scene.modal("daniel"), {"horizon": "7"})
    assert (await daniel.submits()).errors == {}
    (digest,) = await scene.chatbot.digests.of_channel(scene.practice.channel("court-boston").id, by=coordinator)
    known = {place.id: place.name for place in await scene.chatbot.places.listed(coordinator.team_id)}
    assert {known[number] for number in digest.plan.filters.place_ids} == {"Court 003", "Court 119"}


async def courts(tx: Tx, team_id: str, number: int) -> None:
    """So many places more in the directory."""
    row = await tx.first(select(places).where(places.c.team_id == team_id))
    assert row is not None
    like = {name: value for name, value in row._asdict().items() if name != "id"}
    await tx.execute(places.insert(), [{**like, "name": f"Court {each:03}"} for each in range(number)])


async def test_a_volunteer_sees_the_plan_but_cannot_change_it(scene: Scene) -> None:
    await set_up(scene)
    ana = scene.someone("ana")
    await ana.types("/digest", channel="court-boston")
    assert labels_of(ana.ephemerals("court-boston")[-1]) == ["Preview"]


async def test_the_preview_is_for_one_pair_of_eyes(scene: Scene) -> None:
    await scene.hearing()
    daniel = scene.someone("daniel")
    await daniel.types("/digest preview", channel="court-boston")
    assert "H101" in text_of(daniel.ephemerals("court-boston")[-1])
    assert digests(scene) == []


async def test_what_is_uncovered_comes_before_what_is_covered(scene: Scene) -> None:
    await scene.hearing(day=scene.day(1), at_least="0")
    await scene.hearing(day=scene.day(3))
    daniel = scene.someone("daniel")
    await daniel.types("/digest preview", channel="court-boston")
    shown = text_of(daniel.ephemerals("court-boston")[-1])
    assert shown.index("H102") < shown.index("Also coming up") < shown.index("H101")


async def test_tomorrow_morning_brings_one_digest(scene: Scene) -> None:
    await scene.hearing()
    await set_up(scene)
    await scene.practice.move_clock(by=timedelta(hours=24))
    await scene.settle()
    (digest,) = digests(scene)
    assert "1 hearing still needs people." in text_of(digest)
    assert "H101" in text_of(digest)


async def test_the_digest_comes_once_a_day_also_across_a_restart(scene: Scene) -> None:
    await scene.hearing()
    await set_up(scene)
    await scene.practice.move_clock(by=timedelta(hours=22))
    await scene.settle()
    await scene.running.stop()
    await scene.chatbot.database.stop()
    async with bot_in(scene.practice, scene.settings, scene.machine) as again:
        await again.settle()
        assert len(digests(again)) == 1
        await again.practice.move_clock(by=timedelta(hours=24))
        await again.settle()
        assert len(digests(again)) == 2


async def test_a_digest_missed_by_less_than_three_hours_is_caught_up(scene: Scene) -> None:
    await set_up(scene)
    await scene.running.stop()
    await scene.chatbot.database.stop()
    await scene.practice.move_clock(by=timedelta(hours=23))
    async with bot_in(scene.practice, scene.settings, scene.machine) as again:
        await again.settle()
        assert len(digests(again)) == 1


async def test_a_digest_missed_by_more_is_left_out(scene: Scene) -> None:
    await set_up(scene)
    await scene.running.stop()
    await scene.chatbot.database.stop()
    await scene.practice.move_clock(by=timedelta(hours=25))
    async with bot_in(scene.practice, scene.settings, scene.machine) as again:
        await again.settle()
        assert digests(again) == []


async def test_the_buttons_in_a_digest_work_and_it_follows_what_happens(scene: Scene) -> None:
    await scene.hearing()
    await scene.agrees("ana")
    await set_up(scene)
    await scene.practice.move_clock(by=timedelta(hours=24))
    await scene.settle()
    await scene.someone("ana").presses("Claim", digests(scene)[0])
    await scene.settle()
    assert "Everything is covered" in text_of(digests(scene)[0])


async def test_an_empty_digest_says_so_kindly(scene: Scene) -> None:
    await set_up(scene)
    await scene.practice.move_clock(by=timedelta(hours=24))
    await scene.settle()
    assert "Nothing in the next 14 days." in text_of(digests(scene)[0])


async def test_a_stopped_digest_does_not_come(scene: Scene) -> None:
    await set_up(scene)
    daniel = scene.someone("daniel")
    await daniel.types("/digest", channel="court-boston")
    await daniel.presses("Stop", daniel.ephemerals("court-boston")[-1])
    await scene.practice.move_clock(by=timedelta(hours=24))
    await scene.settle()
    assert digests(scene) == []
