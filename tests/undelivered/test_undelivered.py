"""Nothing is sent twice unless somebody wants it, and nothing is lost without a word."""

from datetime import timedelta
from functools import partial

import pytest

from chatbot.bootstrap import Chatbot
from chatbot.kit import letters
from chatbot.kit.inbox import event
from chatbot.kit.letters import SETTLES, Letter
from chatbot.kit.outbox import Act, State
from chatbot.kit.refusal import Repeat
from chatbot.people.model import Person
from chatbot.people.refusals import NotAllowed
from chatbot.undelivered.model import Answer
from tests.fixtures.database import ON_SQLITE, Hand
from tests.fixtures.network import CARDS, SmallNetwork

QUESTION, SET_ASIDE = "undelivered.question", "undelivered.set_aside"


async def lost(network: SmallNetwork) -> Letter:
    """A card of which nobody knows whether it arrived."""
    await network.add_hearing()
    (card,) = await network.taken()
    await network.chatbot.database.run(partial(letters.unsure, letter=card, fault="TimeoutError"))
    return card


async def asked(network: SmallNetwork, hand: Hand) -> Letter:
    """The same, and a coordinator was asked."""
    card = await lost(network)
    hand.now += SETTLES
    await network.chatbot.undelivered.ask()
    return card


async def questions(network: SmallNetwork, view: str = QUESTION) -> list[str]:
    return [said.removeprefix(f"tell {view} to ") for said in await network.said() if view in said]


async def states(network: SmallNetwork) -> dict[State, int]:
    return await network.chatbot.database.run(letters.counted)


async def test_nobody_is_asked_before_slack_must_have_settled_it(network: SmallNetwork, hand: Hand) -> None:
    """T8"""
    await lost(network)
    hand.now += SETTLES - timedelta(seconds=1)
    await network.chatbot.undelivered.ask()
    assert await questions(network) == []
    hand.now += timedelta(seconds=1)
    for _ in range(3):
        await network.chatbot.undelivered.ask()
    assert len(await questions(network)) == 1


async def test_the_question_goes_to_one_coordinator_and_after_three_hours_to_the_others(
    network: SmallNetwork, hand: Hand
) -> None:
    await asked(network, hand)
    assert len(await questions(network)) == 1
    hand.move(hours=3, minutes=1)
    for _ in range(2):
        await network.chatbot.undelivered.ask()
    assert sorted(await questions(network)) == ["Daniel", "Luz"]


@ON_SQLITE
async def test_where_nobody_coordinates_an_admin_is_asked(network: SmallNetwork, hand: Hand) -> None:
    for person in (network.coordinator, network.of_merrimack):
        await network.chatbot.people.entrust(person_id=person.id, grants=(), by=network.admin)
    await network.add_hearing(by=network.admin)
    (card,) = await network.taken()
    await network.chatbot.database.run(partial(letters.unsure, letter=card, fault="TimeoutError"))
    hand.now += SETTLES
    await network.chatbot.undelivered.ask()
    assert await questions(network) == ["Rosa"]


async def test_what_is_there_is_left_alone(network: SmallNetwork, hand: Hand) -> None:
    card = await asked(network, hand)
    answer = await network.chatbot.undelivered.it_is_there(card.id, card.attempts, by=network.coordinator)
    assert answer is Answer.THERE
    assert [letter.view for letter in await network.delivered()] == [QUESTION]
    assert (await network.written_down())[-1] == "Daniel undelivered.there"
    assert (await states(network))[State.SENT] == 2


async def test_what_is_missing_is_sent_again_and_becomes_a_live_card(network: SmallNetwork, hand: Hand) -> None:
    card = await asked(network, hand)
    answer = await network.chatbot.undelivered.send_again(card.id, card.attempts, by=network.coordinator)
    assert answer is Answer.AGAIN
    assert [(letter.id, letter.attempts) for letter in await network.delivered() if letter.act is Act.POST] == [
        (card.id, 2)
    ]
    await network.chatbot.hearings.cancel("H101", reason="Called off", by=network.coordinator)
    assert Act.UPDATE in [letter.act for letter in await network.delivered()]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (("it_is_there", Answer.THERE), Answer.ALREADY_THERE),
        (("send_again", Answer.AGAIN), Answer.ALREADY_AGAIN),
    ],
)
async def test_a_second_answer_changes_nothing_and_hears_what_happened(
    network: SmallNetwork, hand: Hand, first: tuple[str, Answer], then: Answer
) -> None:
    card = await asked(network, hand)
    verb, answer = first
    undelivered = network.chatbot.undelivered
    assert await getattr(undelivered, verb)(card.id, card.attempts, by=network.coordinator) is answer
    for again in (undelivered.it_is_there, undelivered.send_again):
        assert await again(card.id, card.attempts, by=network.of_merrimack) is then
    posted = [letter for letter in await network.delivered() if letter.act is Act.POST]
    assert len(posted) == (1 if answer is Answer.AGAIN else 0)


async def test_an_answer_to_an_earlier_attempt_settles_no_later_one(network: SmallNetwork, hand: Hand) -> None:
    card = await asked(network, hand)
    undelivered = network.chatbot.undelivered
    await undelivered.send_again(card.id, card.attempts, by=network.coordinator)
    again = next(letter for letter in await network.taken() if letter.act is Act.POST)
    await network.chatbot.database.run(partial(letters.unsure, letter=again, fault="TimeoutError"))
    stale = await undelivered.it_is_there(card.id, card.attempts, by=network.coordinator)
    assert stale is Answer.ALREADY_AGAIN
    assert (await states(network))[State.UNSURE] == 1


@ON_SQLITE
async def test_the_same_press_delivered_twice_is_one(network: SmallNetwork, hand: Hand) -> None:
    """T2"""
    card = await asked(network, hand)
    with event("press"):
        await network.chatbot.undelivered.send_again(card.id, card.attempts, by=network.coordinator)
        with pytest.raises(Repeat):
            await network.chatbot.undelivered.send_again(card.id, card.attempts, by=network.coordinator)


@ON_SQLITE
async def test_only_coordinators_may_answer(network: SmallNetwork, hand: Hand) -> None:
    """T11"""
    card = await asked(network, hand)
    undelivered = network.chatbot.undelivered
    for person in (network.ana, network.lead):
        for verb in (undelivered.it_is_there, undelivered.send_again):
            with pytest.raises(NotAllowed):
                await verb(card.id, card.attempts, by=person)
        with pytest.raises(NotAllowed):
            await undelivered.open_questions(by=person)
    assert len(await undelivered.open_questions(by=network.coordinator)) == 1


@ON_SQLITE
async def test_another_workspace_knows_nothing_of_it(network: SmallNetwork, hand: Hand) -> None:
    """T11"""
    card = await asked(network, hand)
    other = await SmallNetwork.of(network.chatbot, team="T2")
    answer = await network.chatbot.undelivered.send_again(card.id, card.attempts, by=other.admin)
    assert answer is Answer.FORGOTTEN
    assert await network.chatbot.undelivered.open_questions(by=other.admin) == []


async def seen(chatbot: Chatbot, letter: Letter, by: Person, *, channel: str = CARDS) -> None:
    await chatbot.undelivered.seen(letter.id, channel=channel, ts="1700.5", by=by)


async def test_a_press_in_the_message_is_the_receipt_and_the_card_follows_again(
    network: SmallNetwork, hand: Hand
) -> None:
    """T8"""
    card = await lost(network)
    for _ in range(2):
        await seen(network.chatbot, card, network.ana)
    (update,) = await network.delivered()
    assert (update.act, update.ts, update.ref) == (Act.UPDATE, "1700.5", card.ref)
    hand.now += SETTLES
    await network.chatbot.undelivered.ask()
    assert await questions(network) == []


async def test_a_press_somewhere_else_is_none(network: SmallNetwork) -> None:
    card = await lost(network)
    await seen(network.chatbot, card, network.ana, channel="C-OTHER")
    assert (await states(network))[State.UNSURE] == 1


async def test_a_press_in_the_first_of_two_does_not_bend_the_second(network: SmallNetwork, hand: Hand) -> None:
    card = await asked(network, hand)
    await network.chatbot.undelivered.send_again(card.id, card.attempts, by=network.coordinator)
    await network.delivered()
    await seen(network.chatbot, card, network.ana)
    await network.chatbot.hearings.cancel("H101", reason="Called off", by=network.coordinator)
    (update,) = [letter for letter in await network.delivered() if letter.act is Act.UPDATE]
    assert update.ts != "1700.5"


async def failed(network: SmallNetwork, code: str) -> None:
    await network.add_hearing()
    card = next(letter for letter in await network.taken() if letter.act is Act.POST)
    await network.chatbot.database.run(partial(letters.refused, letter=card, code=code))


async def test_admins_are_told_once_a_day_for_each_reason(network: SmallNetwork, hand: Hand) -> None:
    for code in ("invalid_blocks", "invalid_blocks", f"{letters.MISTAKE} 1a2b", f"{letters.MISTAKE} 3c4d"):
        await failed(network, code)
    await network.chatbot.undelivered.tell()
    assert await questions(network, SET_ASIDE) == ["Rosa", "Rosa"]
    await failed(network, "invalid_blocks")
    await network.chatbot.undelivered.tell()
    assert len(await questions(network, SET_ASIDE)) == 2
    hand.move(days=1)
    await failed(network, "invalid_blocks")
    await network.chatbot.undelivered.tell()
    assert len(await questions(network, SET_ASIDE)) == 3


@ON_SQLITE
async def test_nobody_is_asked_about_a_question(network: SmallNetwork, hand: Hand) -> None:
    await asked(network, hand)
    (question,) = await network.taken()
    assert (question.view, question.may_repeat) == (QUESTION, True)
    await network.chatbot.database.run(partial(letters.refused, letter=question, code="user_disabled"))
    await network.chatbot.undelivered.tell()
    assert await questions(network, SET_ASIDE) == []
