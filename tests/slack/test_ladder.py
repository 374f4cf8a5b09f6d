"""What stays uncovered, as people meet it in Slack."""

from datetime import timedelta

from handlers.practice.reading import labels_of, text_of
from tests.slack.scene import Scene


async def test_an_uncovered_hearing_climbs_to_a_watcher_who_takes_the_seat(scene: Scene) -> None:
    await scene.hearing(day=scene.day(4), start="12:00")
    marie = scene.someone("marie")
    await scene.agrees("marie")
    await marie.types("/hearings watch boston", channel="general")
    await scene.settle()
    assert "Boston Immigration Court" in text_of(marie.ephemerals("general")[-1])
    for hours in (26, 24):
        await scene.practice.move_clock(by=timedelta(hours=hours, minutes=5))
        await scene.settle()
    pings = [one for one in scene.practice.channel("court-boston").messages if one.bot and "near" in text_of(one)]
    assert len(pings) == 2
    assert "These hearings are near and still need people." in text_of(pings[-1])
    told = marie.direct_messages()[-1]
    assert "What you watch is near and still needs people." in text_of(told)
    await marie.presses("Claim", told)
    await scene.settle()
    await scene.practice.move_clock(by=timedelta(hours=24))
    await scene.settle()
    messages = [one for one in scene.practice.channel("court-boston").messages if one.bot]
    assert sum("Covered now. Thank you!" in text_of(one) for one in messages) == 2
    assert len([one for one in marie.direct_messages() if "What you watch" in text_of(one)]) == 2


async def test_one_hearing_is_watched_from_its_details_and_no_longer(scene: Scene) -> None:
    await scene.hearing()
    ana = scene.someone("ana")
    await ana.presses("Details", scene.card())
    await scene.settle()
    await ana.presses("Watch", ana.modal)
    await scene.settle()
    assert "You watch H101" in text_of(ana.modal)
    await ana.presses("Stop watching", ana.modal)
    await scene.settle()
    assert "You watch nothing." in text_of(ana.modal)
    assert "Stop watching" not in labels_of(scene.modal("ana"))
