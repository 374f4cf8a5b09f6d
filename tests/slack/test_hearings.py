"""Hearings, as people meet them in Slack."""

from handlers.practice.reading import labels_of, text_of
from tests.slack.models import accepted
from tests.slack.scene import Scene


async def test_the_card_of_a_new_hearing_appears_in_the_channel(scene: Scene) -> None:
    hearing = await scene.hearing(alias="M.R.")
    card = text_of(scene.card())
    assert hearing.code in card
    assert "ICE check-in" in card
    assert "Wed, Mar 4, 9:00 AM EST" in card
    assert labels_of(scene.card()) == ["Claim", "Release", "Details"]


async def test_slack_sdk_knows_every_message_and_view_of_a_whole_afternoon(scene: Scene) -> None:
    """The control of `settle`, which holds everything the bot says against the library's models."""
    await scene.hearing(roles=("lead", "driver"))
    await scene.someone("ana").types("/hearings", channel="court-boston")
    await scene.someone("ana").presses("Claim", scene.card())
    await scene.settle()
    await scene.someone("ana").submits()
    await scene.someone("daniel").presses("Details", scene.card())
    await scene.settle()
    assert sum(accepted(entry) for entry in scene.practice.traffic) >= 5


async def test_pressing_claim_shows_the_name_on_the_card_for_everyone(scene: Scene) -> None:
    await scene.hearing()
    await scene.agrees("ana")
    await scene.someone("ana").presses("Claim", scene.card())
    await scene.settle()
    assert "Ana" in text_of(scene.card())
    assert "You are coming to H101 as companion" in text_of(scene.someone("ana").ephemerals("court-boston")[-1])
    assert scene.someone("jonah").ephemerals("court-boston") == []


async def test_the_first_claim_shows_the_agreement_and_then_goes_through_by_itself(scene: Scene) -> None:
    await scene.hearing()
    ana = scene.someone("ana")
    await ana.presses("Claim", scene.card())
    await scene.settle()
    assert "The accompaniment agreement" in text_of(ana.modal)
    assert "Ana" not in text_of(scene.card())
    await ana.submits()
    await scene.settle()
    assert "You are coming to H101" in text_of(ana.modal)
    assert "Ana" in text_of(scene.card())


async def test_the_agreement_is_shown_only_once(scene: Scene) -> None:
    await scene.hearing()
    await scene.hearing(alias="Second")
    ana = scene.someone("ana")
    first, second = (one for one in scene.practice.channel("court-boston").messages if one.bot)
    await ana.presses("Claim", first)
    await scene.settle()
    await ana.submits()
    await ana.closes()
    await ana.presses("Claim", second)
    await scene.settle()
    assert ana.modal is None
    assert "H102" in text_of(ana.ephemerals("court-boston")[-1])


async def test_a_full_hearing_tells_the_place_in_line(scene: Scene) -> None:
    await scene.hearing(companions="1")
    for handle in ("jonah", "marie", "ana"):
        await scene.agrees(handle)
        await scene.someone(handle).presses("Claim", scene.card())
    await scene.settle()
    assert "you are second in line" in text_of(scene.someone("ana").ephemerals("court-boston")[-1])
    assert "2 waiting" in text_of(scene.card())
    assert labels_of(scene.card()) == ["Claim", "Release", "Details"]


async def test_a_double_click_is_one_claim(scene: Scene) -> None:
    await scene.hearing(companions="2")
    await scene.agrees("ana")
    ana = scene.someone("ana")
    await ana.presses("Claim", scene.card())
    await ana.presses("Claim", scene.card())
    await scene.settle()
    assert "already have a seat" in text_of(ana.ephemerals("court-boston")[-1])
    assert "●○" in text_of(scene.card())


async def test_releasing_gives_the_seat_back_and_tells_who_waits(scene: Scene) -> None:
    await scene.hearing(companions="1")
    for handle in ("jonah", "ana"):
        await scene.agrees(handle)
        await scene.someone(handle).presses("Claim", scene.card())
    await scene.someone("jonah").presses("Release", scene.card())
    await scene.settle()
    assert "A seat is held for you" in text_of(scene.someone("ana").direct_messages()[-1])
    await scene.someone("ana").presses("Accept", scene.someone("ana").direct_messages()[-1])
    await scene.settle()
    assert "Ana" in text_of(scene.card())


async def test_releasing_without_a_seat_is_refused_kindly(scene: Scene) -> None:
    await scene.hearing()
    await scene.someone("ana").presses("Release", scene.card())
    await scene.settle()
    assert "You have no seat in H101" in text_of(scene.someone("ana").ephemerals("court-boston")[-1])


async def test_only_those_with_a_seat_read_the_private_part_and_each_opening_is_noted(scene: Scene) -> None:
    await scene.hearing(meeting="Behind the bakery")
    await scene.agrees("ana")
    ana = scene.someone("ana")
    await ana.presses("Details", scene.card())
    await scene.settle()
    assert "Behind the bakery" not in text_of(ana.modal)
    assert "open here for those who hold a seat" in text_of(ana.modal)
    await ana.presses("Claim", scene.modal("ana"))
    await scene.settle()
    assert "Behind the bakery" in text_of(ana.modal)
    for channel in ("court-boston", "general"):
        assert all("Behind the bakery" not in text_of(one) for one in scene.practice.channel(channel).messages)


async def test_a_trained_lead_takes_the_lead_seat_and_others_are_told_about_the_training(scene: Scene) -> None:
    await scene.hearing(roles=("lead",))
    for handle in ("mei", "ana"):
        await scene.agrees(handle)
    await scene.someone("ana").selects("hearings.claim_as", "Come as lead", in_=scene.card())
    await scene.settle()
    assert "Leads are trained first" in text_of(scene.someone("ana").ephemerals("court-boston")[-1])
    await scene.someone("mei").selects("hearings.claim_as", "Come as lead", in_=scene.card())
    await scene.settle()
    assert "*Lead* ● · Mei-Ling" in text_of(scene.card())


async def test_a_guest_is_refused(scene: Scene) -> None:
    await scene.hearing()
    await scene.someone("luis").presses("Claim", scene.card())
    await scene.settle()
    assert "full members of this workspace only" in text_of(scene.someone("luis").ephemerals("court-boston")[-1])


async def test_a_card_waits_for_its_channel_to_be_chosen(scene: Scene) -> None:
    rosa = await scene.known("rosa")
    await scene.chatbot.networks.set_channels(card_channel=None, response_channel=None, language="en", by=rosa)
    hearing = await scene.hearing(alias="Patient", day=scene.day(20))
    assert not [one for one in scene.practice.channel("court-boston").messages if one.bot]
    boston = scene.practice.channel("court-boston").id
    await scene.chatbot.networks.set_channels(card_channel=boston, response_channel=None, language="en", by=rosa)
    await scene.running.caught_up()
    await scene.running.caught_up()
    await scene.settle()
    cards = [one for one in scene.practice.channel("court-boston").messages if one.bot]
    assert [hearing.code in text_of(card) for card in cards] == [True]
