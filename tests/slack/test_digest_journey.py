"""The digests of a channel, someone's own digest and the coordinators' week, as people meet them in Slack."""

from datetime import timedelta

from handlers.practice.posts import Message
from handlers.practice.reading import labels_of, text_of
from tests.slack.scene import Scene, bot_in
from tests.slack.test_digests import digests, set_up


async def passes(scene: Scene, **time: float) -> None:
    """Time goes by: the clock ticks, and everything that fell due is said."""
    await scene.practice.move_clock(by=timedelta(**time))
    await scene.settle()


async def overview(scene: Scene, handle: str = "daniel") -> Message:
    person = scene.someone(handle)
    await person.types("/digest", channel="court-boston")
    return person.ephemerals("court-boston")[-1]


async def presses(scene: Scene, label: str, shown: Message, handle: str = "daniel") -> Message:
    """Press a button of a private message; what stands there afterwards."""
    await scene.someone(handle).presses(label, shown)
    await scene.settle()
    return scene.someone(handle).ephemerals("court-boston")[-1]


def parts(scene: Scene) -> list[Message]:
    """Every message of every digest in the channel, whatever its language."""
    notices = ("Here is today's digest.", "Aquí está el resumen de hoy.")
    return [one for one in scene.practice.channel("court-boston").messages if one.text in notices]


def words(scene: Scene, handle: str, about: str) -> list[Message]:
    return [one for one in scene.someone(handle).direct_messages() if about in text_of(one)]


async def test_a_digest_is_narrowed_previewed_sent_followed_paused_and_resumed(scene: Scene) -> None:
    await scene.hearing(languages="Spanish", at_least="1", companions="1")
    await scene.hearing(kind="bond", languages="Portuguese")
    await scene.agrees("ana")
    await set_up(
        scene,
        kinds=["ICE check-in"],
        languages="spanish",
        empty="Send nothing",
        language="Español",
        weekdays=["Tuesday"],
    )
    assert "Only: ICE check-in and spanish." in text_of(scene.modal("daniel"))
    shown = await presses(scene, "Preview", await overview(scene))
    assert "H101" in text_of(shown)
    assert "H102" not in text_of(shown)
    await passes(scene, hours=24)
    (digest,) = parts(scene)
    assert "1 audiencia todavía necesita gente." in text_of(digest)
    await scene.someone("ana").presses("Me apunto", digest)
    await scene.settle()
    assert "Todo está cubierto" in text_of(parts(scene)[0])
    stale = await presses(scene, "Pause", await overview(scene))
    assert "Paused." in text_of(stale)
    await passes(scene, days=7)
    assert "Resume" in labels_of(await overview(scene))
    resumed = await presses(scene, "Resume", await overview(scene))
    assert "The next one comes on" in text_of(resumed)
    await scene.hearing(languages="Spanish", day=scene.day(9))
    await passes(scene, days=7)
    assert len(parts(scene)) == 2
    assert "No llegó" not in text_of(parts(scene)[1])


async def test_yesterdays_digest_still_answers_with_how_things_are_now(scene: Scene) -> None:
    await scene.hearing(day=scene.day(3), companions="1")
    await set_up(scene)
    await scene.agrees("ana")
    await scene.agrees("jonah")
    await passes(scene, hours=24)
    old = digests(scene)[0]
    await passes(scene, hours=24)
    await scene.someone("ana").presses("Claim", digests(scene)[1])
    await scene.settle()
    await scene.someone("jonah").presses_stale("Claim", old)
    await scene.settle()
    assert "you are first in line" in text_of(scene.someone("jonah").ephemerals("court-boston")[-1])


async def test_a_channel_has_a_second_digest_and_each_is_stopped_for_itself(scene: Scene) -> None:
    await set_up(scene)
    daniel = scene.someone("daniel")
    await daniel.presses("Add another digest", await overview(scene))
    await scene.settle()
    await daniel.fills(scene.modal("daniel"), {"at": "17:00"})
    await daniel.submits()
    await scene.settle()
    assert labels_of(await overview(scene)).count("Stop") == 2
    shown = await presses(scene, "Stop", await overview(scene))
    assert "That digest comes no more." in text_of(shown)
    assert "5:00 PM" in text_of(await overview(scene))
    assert labels_of(await overview(scene, "ana")) == ["Preview"]


async def test_a_long_digest_goes_on_in_further_messages_and_nothing_is_lost_when_it_changes(scene: Scene) -> None:
    for number in range(40):
        await scene.hearing(day=scene.day(1 + number % 12), companions="1")
    await set_up(scene)
    await scene.agrees("ana")
    await passes(scene, hours=22)
    shown = parts(scene)
    lines = [text_of(one) for one in shown]
    codes = [f"H{101 + number}" for number in range(40)]
    assert {code: sum(code in line for line in lines) for code in codes} == dict.fromkeys(codes, 1)
    assert len(shown) >= 2
    assert all(len(one.blocks) <= 50 for one in shown)
    await scene.someone("ana").presses("Claim", shown[1])
    await scene.settle()
    again = parts(scene)
    assert [one.ts for one in again] == [one.ts for one in shown]
    lines = [text_of(one) for one in again]
    assert {code: sum(code in line for line in lines) for code in codes} == dict.fromkeys(codes, 1)


async def test_what_was_missed_is_said_in_the_head_of_the_next_digest(scene: Scene) -> None:
    await set_up(scene)
    await scene.running.stop()
    await scene.chatbot.database.stop()
    await scene.practice.move_clock(by=timedelta(hours=25))
    async with bot_in(scene.practice, scene.settings, scene.machine) as again:
        await again.settle()
        assert digests(again) == []
        await passes(again, hours=20)
        assert "No digest came on Tue, Mar 3: I was not running then." in text_of(digests(again)[0])


async def test_a_channel_that_was_archived_rests_until_somebody_resumes_it(scene: Scene) -> None:
    await set_up(scene)
    channel = scene.practice.channel("court-boston")
    channel.is_archived = True
    await passes(scene, hours=24)
    await passes(scene, minutes=1)
    (word,) = words(scene, "daniel", "Its digest is paused.")
    assert "The channel is archived." in text_of(word)
    await passes(scene, hours=24)
    assert len(words(scene, "daniel", "Its digest is paused.")) == 1
    await scene.someone("daniel").presses("Resume", word)
    await scene.settle()
    channel.is_archived = False
    await scene.someone("daniel").presses("Resume", word)
    await scene.settle()
    await passes(scene, hours=24)
    assert len(digests(scene)) == 1


async def test_someones_own_digest_in_the_language_they_chose(scene: Scene) -> None:
    await scene.agrees("ana")
    hearing = await scene.hearing()
    await scene.hearing()
    await scene.chatbot.hearings.claim(hearing.code, by=await scene.known("ana"))
    ana = scene.someone("ana")
    await ana.opens_home()
    await scene.settle()
    await ana.presses("Preferences", ana.home)
    await scene.settle()
    await ana.fills(
        scene.modal("ana"),
        {"language": "Kreyòl ayisyen", "digest_at": "7:00 AM", "speaks": "Spanish", "minimum_notice": "5"},
    )
    assert (await ana.submits()).errors == {}
    await scene.settle()
    assert "Anrejistre" in text_of(scene.modal("ana"))
    await passes(scene, hours=24)
    (word,) = words(scene, "ana", "H101")
    assert "men sa k ap tann ou" in text_of(word)
    assert "H102" not in text_of(word)
    await ana.presses("Preferans", word)
    await scene.settle()
    assert text_of(scene.modal("ana")).count("Kreyòl ayisyen")


async def test_nobody_is_written_to_on_a_day_without_anything(scene: Scene) -> None:
    await scene.chatbot.people.prefer({"digest_at": "07:00"}, by=await scene.known("ana"))
    before = len(scene.someone("ana").direct_messages())
    await passes(scene, hours=24)
    assert len(scene.someone("ana").direct_messages()) == before


async def test_on_monday_coordinators_read_what_there_is_to_settle(scene: Scene) -> None:
    await scene.hearing(day=scene.day(9))
    await passes(scene, days=6, hours=21)
    (word,) = words(scene, "daniel", "What there is to settle this week")
    assert "H101" in text_of(word)
    assert "The date has to be checked." in text_of(word)
    assert words(scene, "ana", "What there is to settle this week") == []
