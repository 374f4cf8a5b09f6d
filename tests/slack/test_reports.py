"""Reporting back and the next hearing, as people meet it in Slack."""

from datetime import timedelta

from handlers.practice.reading import labels_of, text_of
from tests.slack.scene import Scene


async def comes(scene: Scene, *handles: str) -> None:
    """These people claim a seat, and it is Wednesday, an hour after the hearing."""
    for handle in handles:
        await scene.agrees(handle)
        await scene.someone(handle).presses("Claim", scene.card())
        await scene.settle()
    await scene.practice.move_clock(by=timedelta(hours=50))
    await scene.settle()


async def test_a_report_drafts_the_next_hearing_and_those_who_came_are_asked_first(scene: Scene) -> None:
    await scene.hearing(companions="2", contact="Canary")
    await comes(scene, "ana")
    ana, daniel = scene.someone("ana"), scene.someone("daniel")
    asked = ana.direct_messages()[-1]
    assert "How did it go? Please report back." in text_of(asked)
    assert labels_of(scene.card()) == ["Report", "Details", "Someone was detained"]
    await ana.presses("Report", asked)
    await scene.settle()
    await ana.fills(
        ana.modal, {"ending": "Continued to another day", "day": scene.day(30), "start": "13:00", "note": "Same judge"}
    )
    await ana.submits()
    await scene.settle()
    said = text_of(ana.modal)
    assert "Thank you. H101: Continued to another day." in said
    assert "H102 is written down for the next time: Fri, Apr 3, 1:00 PM EDT." in said
    await ana.closes()
    draft = daniel.direct_messages()[-1]
    assert "H102 follows H101. Please check it and post it." in text_of(draft)
    await ana.types("/hearings H102", channel="court-boston")
    await scene.settle()
    assert "There is no hearing H102" in text_of(ana.ephemerals("court-boston")[-1])
    await daniel.presses("Post it", draft)
    await scene.settle()
    again = ana.direct_messages()[-1]
    assert "You came to H101. It goes on as H102. Would you come again?" in text_of(again)
    await ana.presses("Claim", again)
    await scene.settle()
    await scene.practice.move_clock(by=timedelta(hours=13))
    await scene.settle()
    card = text_of(scene.card())
    assert "H102" in card
    assert "Ana" in card
    assert "date not verified yet" in card
    everything = [one for name in ("court-boston", "general") for one in scene.practice.channel(name).messages]
    assert all("Same judge" not in text_of(one) and "Canary" not in text_of(one) for one in everything)


async def test_a_missing_report_waits_on_the_coordinators_home(scene: Scene) -> None:
    await scene.hearing()
    await comes(scene)
    await scene.practice.move_clock(by=timedelta(hours=26))
    daniel = scene.someone("daniel")
    await daniel.opens_home()
    await scene.settle()
    assert "1 report is missing." in text_of(daniel.home)
    await daniel.presses("Missing reports", daniel.home)
    await scene.settle()
    await daniel.presses("Report", daniel.modal)
    await scene.settle()
    await daniel.fills(daniel.modal, {"ending": "None of us was there"})
    await daniel.submits()
    await scene.settle()
    await daniel.closes()
    await daniel.opens_home()
    await scene.settle()
    assert "report is missing" not in text_of(daniel.home)


async def test_the_response_team_hears_of_a_detention_shares_it_out_and_hears_that_it_was_none(scene: Scene) -> None:
    await scene.hearing(alias="Canary", contact="Canary")
    await scene.agrees("ana")
    await scene.someone("ana").presses("Claim", scene.card())
    await scene.settle()
    await scene.practice.move_clock(by=timedelta(hours=40))
    await scene.settle()
    ana, rosa = scene.someone("ana"), scene.someone("rosa")
    assert "Someone was detained" in labels_of(scene.card())
    await scene.someone("jonah").presses("Someone was detained", scene.card())
    await scene.settle()
    assert "Only those who hold a seat" in text_of(scene.someone("jonah").ephemerals("court-boston")[-1])
    await ana.presses("Someone was detained", scene.card())
    await scene.settle()
    assert "The response team knows." in text_of(ana.ephemerals("court-boston")[-1])
    alarm = scene.card("response-team")
    assert "Someone was detained at H101." in text_of(alarm)
    assert "Canary" not in text_of(alarm)
    await rosa.presses("I do this", alarm, value="1 attorney")
    await scene.settle()
    assert ":hourglass_flowing_sand: Call the attorney · Rosa" in text_of(scene.card("response-team"))
    await rosa.presses("Done", scene.card("response-team"), value="1 attorney")
    await scene.settle()
    assert ":white_check_mark: Call the attorney · Rosa" in text_of(scene.card("response-team"))
    await ana.presses("Someone was detained", scene.card())
    await scene.settle()
    second = ana.ephemerals("court-boston")[-1]
    assert "was raised before, by Ana" in text_of(second)
    await ana.presses("False alarm", second)
    await scene.settle()
    await ana.fills(ana.modal, {"reason": "They came out by another door"})
    await ana.submits()
    await scene.settle()
    posts = [one for one in scene.practice.channel("response-team").messages if one.bot]
    assert ["They came out by another door" in text_of(post) for post in posts] == [True, True]
    assert labels_of(posts[0]) == []


async def test_without_a_response_channel_coordinators_open_the_list_from_their_messages(scene: Scene) -> None:
    rosa = await scene.known("rosa")
    boston = scene.practice.channel("court-boston").id
    await scene.chatbot.networks.set_channels(card_channel=boston, response_channel=None, language="en", by=rosa)
    await scene.hearing()
    card = scene.card()
    await scene.practice.move_clock(by=timedelta(hours=40))
    await scene.settle()
    daniel = scene.someone("daniel")
    await daniel.presses("Someone was detained", card)
    await scene.settle()
    assert "please call one now" in text_of(daniel.ephemerals("court-boston")[-1])
    await daniel.presses("Open the list", daniel.direct_messages()[-1])
    await scene.settle()
    await daniel.presses("I do this", daniel.modal, value="1 family")
    await scene.settle()
    assert "Tell the family · Daniel" in text_of(daniel.modal)
