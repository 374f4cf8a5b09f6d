"""Admins choose the channels, the language of channels and the agreement."""

import pytest

from chatbot.network.model import Network
from chatbot.people.model import Grant, Role
from handlers.practice.reading import labels_of, text_of
from tests.slack.scene import Scene


async def opens(scene: Scene, handle: str, entry: str) -> None:
    """Someone opens the settings and one of their entries."""
    someone = scene.someone(handle)
    await someone.types("/alongside settings", channel="general")
    await scene.settle()
    await someone.presses(entry, scene.modal(handle))
    await scene.settle()


async def network(scene: Scene) -> Network:
    return await scene.chatbot.networks.get(scene.practice.team_id)


async def test_an_admin_sees_every_setting_and_a_coordinator_their_own(scene: Scene) -> None:
    everything = ["Places", "People", "Clusters", "Channels", "Agreement", "Dates"]
    for handle, entries in (("rosa", everything), ("daniel", everything[:3])):
        await scene.someone(handle).types("/alongside settings", channel="general")
        await scene.settle()
        assert labels_of(scene.modal(handle)) == entries
    assert f"<#{scene.practice.channel('court-boston').id}>" in text_of(scene.modal("rosa"))
    assert "set by admins" in text_of(scene.modal("daniel"))


async def test_an_admin_chooses_how_early_dates_are_checked(scene: Scene) -> None:
    rosa = scene.someone("rosa")
    await rosa.types("/alongside settings", channel="general")
    await scene.settle()
    await rosa.presses("settings.dates", rosa.modal)
    await scene.settle()
    await rosa.fills(rosa.modal, {"check_days": "21"})
    await rosa.submits()
    await scene.settle()
    assert (await network(scene)).check_days == 21
    assert "Dates are checked from 21 days before" in text_of(rosa.modal)


async def test_what_an_open_window_offers_is_refused_once_the_role_is_gone(scene: Scene) -> None:
    await scene.trusts("daniel", Grant(role=Role.ADMIN))
    await scene.someone("daniel").types("/alongside settings", channel="general")
    await scene.settle()
    menu = scene.modal("daniel")
    await scene.trusts("daniel", Grant(role=Role.COORDINATOR))
    for action in ("settings.channels", "settings.agreement", "settings.dates"):
        await scene.someone("daniel").presses(action, menu)
        await scene.settle()
        assert "Only admins can do this" in text_of(scene.modal("daniel"))
        await scene.someone("daniel").closes()


@pytest.mark.parametrize("entry", ["Channels", "Agreement"])
async def test_a_form_sent_after_the_role_is_gone_changes_nothing(scene: Scene, entry: str) -> None:
    before = await network(scene)
    await scene.trusts("daniel", Grant(role=Role.ADMIN))
    await opens(scene, "daniel", entry)
    await scene.trusts("daniel", Grant(role=Role.COORDINATOR))
    new = {"Channels": {"language": "Español"}, "Agreement": {"agreement": "Mine"}}[entry]
    await scene.someone("daniel").fills(scene.modal("daniel"), new)
    answer = await scene.someone("daniel").submits()
    assert "Only admins can do this" in next(iter(answer.errors.values()))
    assert await network(scene) == before


async def test_the_channels_and_their_language_are_saved_and_the_menu_shows_them(scene: Scene) -> None:
    await opens(scene, "rosa", "Channels")
    rosa = scene.someone("rosa")
    await rosa.fills(
        scene.modal("rosa"), {"card_channel": "general", "response_channel": "coordinators", "language": "Español"}
    )
    await rosa.submits()
    await scene.settle()
    saved = await network(scene)
    assert saved.card_channel == scene.practice.channel("general").id
    assert saved.response_channel == scene.practice.channel("coordinators").id
    assert saved.language == "es"
    assert len(rosa.modals) == 1
    assert "Saved." in text_of(rosa.modal)
    assert "Español" in text_of(rosa.modal)


async def test_channels_may_be_left_empty(scene: Scene) -> None:
    await opens(scene, "rosa", "Channels")
    await scene.someone("rosa").fills(scene.modal("rosa"), {"card_channel": None, "response_channel": None})
    await scene.someone("rosa").submits()
    await scene.settle()
    saved = await network(scene)
    assert (saved.card_channel, saved.response_channel) == (None, None)
    assert "none yet" in text_of(scene.modal("rosa"))


@pytest.mark.parametrize(
    ("field", "channel", "sentence"),
    [
        ("card_channel", "random", "type /invite @alongside"),
        ("card_channel", "winter-vigil", "archived"),
        ("response_channel", "random", "type /invite @alongside"),
        ("response_channel", "general", "choose a private one"),
    ],
)
async def test_a_channel_that_does_not_fit_is_said_under_its_input_and_nothing_is_lost(
    scene: Scene, field: str, channel: str, sentence: str
) -> None:
    before = await network(scene)
    await opens(scene, "rosa", "Channels")
    await scene.someone("rosa").fills(scene.modal("rosa"), {field: channel, "language": "Português"})
    answer = await scene.someone("rosa").submits()
    assert list(answer.errors) == [field]
    assert sentence in answer.errors[field]
    assert await network(scene) == before
    await scene.someone("rosa").fills(
        scene.modal("rosa"), {"card_channel": "court-boston", "response_channel": "response-team"}
    )
    assert (await scene.someone("rosa").submits()).errors == {}
    await scene.settle()
    assert (await network(scene)).language == "pt"


async def test_a_private_channel_without_the_bot_is_one_it_cannot_see(scene: Scene) -> None:
    scene.practice.channel("coordinators").members.remove(scene.practice.bot_user_id)
    await opens(scene, "rosa", "Channels")
    await scene.someone("rosa").fills(scene.modal("rosa"), {"response_channel": "coordinators"})
    answer = await scene.someone("rosa").submits()
    assert "Invite me first" in answer.errors["response_channel"]


async def test_the_response_team_shares_its_channel_with_no_other_workspace(scene: Scene) -> None:
    scene.practice.channel("coordinators").is_shared = True
    await opens(scene, "rosa", "Channels")
    await scene.someone("rosa").fills(scene.modal("rosa"), {"response_channel": "coordinators"})
    answer = await scene.someone("rosa").submits()
    assert "Another workspace can read that channel" in answer.errors["response_channel"]


async def test_when_slack_does_not_say_nothing_is_saved_and_nothing_typed_is_lost(scene: Scene) -> None:
    before = await network(scene)
    await opens(scene, "rosa", "Channels")
    scene.practice.faults.plan("error_before", "conversations.info", times=2)
    answer = await scene.someone("rosa").submits()
    assert "Slack is slow" in next(iter(answer.errors.values()))
    assert await network(scene) == before


async def test_a_new_agreement_is_shown_to_everyone_again(scene: Scene) -> None:
    await scene.hearing()
    await scene.agrees("jonah")
    await opens(scene, "rosa", "Agreement")
    await scene.someone("rosa").fills(scene.modal("rosa"), {"agreement": "I come, and I keep it to myself."})
    await scene.someone("rosa").submits()
    await scene.settle()
    assert "Everyone reads the new agreement" in text_of(scene.modal("rosa"))
    assert "You use your own words." in text_of(scene.modal("rosa"))
    await scene.someone("jonah").presses("Claim", scene.card())
    await scene.settle()
    assert "I come, and I keep it to myself." in text_of(scene.modal("jonah"))


async def test_an_agreement_saved_unchanged_asks_nobody_again(scene: Scene) -> None:
    before = await network(scene)
    await opens(scene, "rosa", "Agreement")
    await scene.someone("rosa").submits()
    await scene.settle()
    assert "Saved." in text_of(scene.modal("rosa"))
    assert await network(scene) == before


async def test_emptying_the_agreement_brings_back_the_one_that_comes_with_the_bot(scene: Scene) -> None:
    rosa = await scene.known("rosa")
    await scene.chatbot.networks.set_agreement(words="Ours.", by=rosa)
    await opens(scene, "rosa", "Agreement")
    assert "Ours." in text_of(scene.modal("rosa"))
    await scene.someone("rosa").fills(scene.modal("rosa"), {"agreement": None})
    await scene.someone("rosa").submits()
    await scene.settle()
    assert (await network(scene)).agreement is None
    assert "comes with Alongside" in text_of(scene.modal("rosa"))


async def test_an_agreement_with_a_telephone_number_goes_back_to_its_writer(scene: Scene) -> None:
    await opens(scene, "rosa", "Agreement")
    await scene.someone("rosa").fills(scene.modal("rosa"), {"agreement": "Call 617-555-0143 when in doubt."})
    answer = await scene.someone("rosa").submits()
    assert "looks like a phone number" in answer.errors["agreement"]
    assert (await network(scene)).agreement is None
