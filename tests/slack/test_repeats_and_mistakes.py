"""Events that come twice, people who may not, and our own mistakes."""

from collections.abc import Mapping

import pytest

from chatbot.hearings.model import Filter
from chatbot.people.model import Grant, Role
from handlers.practice.reading import text_of
from handlers.practice.refusal import ApiError
from handlers.practice.triggers import Triggers
from tests.slack.scene import Scene
from tests.slack.traces import everything_logged


async def everything(scene: Scene) -> int:
    return (await scene.chatbot.hearings.listed(Filter(days=30), by=await scene.known("daniel"))).total


async def test_a_claim_that_is_delivered_twice_is_taken_once(scene: Scene) -> None:
    await scene.hearing(companions="1")
    await scene.agrees("ana")
    scene.practice.faults.plan("duplicate", method="block_actions")
    await scene.someone("ana").presses("Claim", scene.card())
    await scene.settle()
    assert text_of(scene.card()).count("Ana") == 1
    assert len(scene.someone("ana").ephemerals("court-boston")) == 1


async def test_a_form_that_is_delivered_twice_writes_one_hearing(scene: Scene) -> None:
    daniel = scene.someone("daniel")
    await daniel.types("/hearings add", channel="court-boston")
    await scene.settle()
    await daniel.fills(
        scene.modal("daniel"),
        {"kind": "Bond hearing", "alias": "Once", "place": "Boston Immigration Court", "companions": "1"},
    )
    scene.practice.faults.plan("duplicate", method="view_submission")
    await daniel.submits()
    await scene.settle()
    assert await everything(scene) == 1


async def test_control_two_presses_are_two_events(scene: Scene) -> None:
    await scene.hearing(companions="1")
    await scene.agrees("ana")
    for _ in range(2):
        await scene.someone("ana").presses("Claim", scene.card())
    await scene.settle()
    assert len(scene.someone("ana").ephemerals("court-boston")) == 2


async def test_a_role_taken_away_while_the_form_stands_open_is_gone(scene: Scene) -> None:
    daniel = scene.someone("daniel")
    await daniel.types("/hearings add", channel="court-boston")
    await scene.settle()
    await daniel.fills(
        scene.modal("daniel"),
        {"kind": "Bond hearing", "alias": "Late", "place": "Boston Immigration Court", "companions": "1"},
    )
    await scene.trusts("daniel", Grant(role=Role.VERIFIER))
    answer = await daniel.submits()
    assert "Only coordinators can do this" in str(answer.errors)
    assert await everything(scene) == 0


async def test_someone_who_becomes_a_guest_is_refused_from_then_on(scene: Scene) -> None:
    await scene.hearing()
    await scene.agrees("ana")
    await scene.practice.changes("ana", is_restricted=True)
    await scene.settle()
    await scene.someone("ana").presses("Claim", scene.card())
    await scene.settle()
    assert "full members of this workspace only" in text_of(scene.someone("ana").ephemerals("court-boston")[-1])
    assert "Ana" not in text_of(scene.card())


async def test_a_stranger_in_a_shared_channel_is_refused(scene: Scene) -> None:
    rosa = await scene.known("rosa")
    partners = scene.practice.channel("partners").id
    await scene.chatbot.networks.set_channels(card_channel=partners, response_channel=None, language="en", by=rosa)
    await scene.hearing()
    await scene.someone("priya").presses("Claim", scene.card("partners"))
    await scene.settle()
    assert "full members of this workspace only" in text_of(scene.someone("priya").ephemerals("partners")[-1])


@pytest.mark.parametrize("value", ["", "H999", "X", "H101; DROP TABLE hearings", "H9\u000099", "9" * 400, "<!channel>"])
async def test_a_made_up_value_is_refused_kindly(scene: Scene, value: str) -> None:
    await scene.hearing()
    await scene.agrees("ana")
    ana = scene.someone("ana")
    for action in ("hearings.claim", "hearings.release", "hearings.details"):
        await ana.forges(scene.card(), {"type": "button", "action_id": action, "value": value})
        await scene.settle()
        answer = text_of(ana.ephemerals("court-boston")[-1])
        assert answer.startswith(("There is no hearing", "I know nothing with the code"))
        assert "<!channel>" not in answer
    assert "Ana" not in text_of(scene.card())


async def test_a_mistake_of_ours_is_an_apology_with_a_number_and_no_word_of_anyone(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: object, **__: Mapping[str, object]) -> None:
        raise RuntimeError("A-SECRET-WORD")

    monkeypatch.setattr(type(scene.chatbot.hearings), "claim", broken)
    await scene.hearing()
    await scene.agrees("ana")
    with everything_logged() as log:
        await scene.someone("ana").presses("Claim", scene.card())
        await scene.settle()
    apology = text_of(scene.someone("ana").ephemerals("court-boston")[-1])
    assert "something went wrong on my side" in apology
    number = apology.rsplit(" ", 1)[-1]
    assert number in log.getvalue()
    assert "A-SECRET-WORD" not in log.getvalue() + apology


async def test_when_slack_does_not_say_in_time_who_it_is_nothing_is_decided(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Slack shows an answer for three seconds; a claim after that would be one its owner does not know of."""

    async def forgotten(*_: object, **__: object) -> None:
        return None

    await scene.hearing()
    await scene.agrees("ana")
    monkeypatch.setattr(type(scene.chatbot.people), "known", forgotten)
    scene.practice.faults.plan("hang", method="users.info", seconds=10)
    await scene.someone("ana").presses("Claim", scene.card())
    await scene.settle()
    assert "could not check who you are" in text_of(scene.someone("ana").ephemerals("court-boston")[-1])
    assert "Ana" not in text_of(scene.card())


async def test_accepting_an_old_agreement_late_takes_back_no_newer_one(scene: Scene) -> None:
    await scene.hearing()
    await scene.someone("ana").presses("Claim", scene.card())
    await scene.settle()
    await scene.chatbot.networks.set_agreement(words="We come on time.", by=await scene.known("rosa"))
    await scene.agrees("ana")
    await scene.someone("ana").submits()
    await scene.settle()
    assert (await scene.known("ana")).agreed_version == 2
    assert "Ana" in text_of(scene.card())


async def test_when_a_window_comes_too_late_for_slack_the_person_is_asked_to_try_again(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    def expired(*_: object) -> None:
        raise ApiError("expired_trigger_id")

    await scene.hearing(day=scene.day(20))
    ana = scene.someone("ana")
    monkeypatch.setattr(Triggers, "exchange", expired)
    await ana.presses("Claim", scene.card())
    await scene.settle()
    assert ana.modal is None
    assert "Please try once more" in text_of(ana.ephemerals("court-boston")[-1])
    await scene.someone("daniel").types("/hearings add", channel="general")
    await scene.settle()
    assert "Please try once more" in text_of(scene.someone("daniel").ephemerals("general")[-1])
