"""What the clock does about alerts: it reminds who asked, and closes what is over."""

import asyncio

from chatbot.actions.model import State
from chatbot.actions.reading import Reading
from chatbot.actions.section import ActionsSection
from chatbot.bootstrap import Chatbot
from chatbot.kit.sections import Scope
from chatbot.people.model import Notice
from tests.actions.parts import again, did, drafted, launched
from tests.fixtures.database import ON_POSTGRESQL, ON_SQLITE, Hand
from tests.fixtures.network import EASTERN, SmallNetwork


async def days_told(network: SmallNetwork, hand: Hand, days: int) -> list[int]:
    """On which of the next days somebody was reminded, the clock ticking twice at ten and again in the evening."""
    told: list[int] = []
    for day in range(1, days + 1):
        hand.move(days=1)
        before = (await network.said()).count("tell actions.remind to Ana")
        for _ in range(2):
            await network.chatbot.action_jobs.remind()
        hand.move(hours=8)
        await network.chatbot.action_jobs.remind()
        hand.move(hours=-8)
        told += [day] * ((await network.said()).count("tell actions.remind to Ana") - before)
    return told


@ON_SQLITE
async def test_who_asked_is_reminded_on_the_next_day_and_on_the_last_one(network: SmallNetwork, hand: Hand) -> None:
    action = await launched(network)
    _action, mine = await network.chatbot.deeds.remind(action.code, by=network.ana)
    assert mine.reminded
    assert await days_told(network, hand, 8) == [1, 5]


@ON_SQLITE
async def test_who_changed_their_mind_or_wants_no_news_or_has_called_already_is_left_alone(
    network: SmallNetwork, hand: Hand
) -> None:
    action, deeds = await launched(network), network.chatbot.deeds
    for person in (network.ana, network.ben, network.cleo, network.lead):
        await deeds.remind(action.code, by=person)
    await deeds.remind(action.code, wanted=False, by=network.ana)
    wanted = tuple(one for one in Notice if one is not Notice.NEWS)
    await network.chatbot.people.prefer({"wanted": wanted}, by=network.ben)
    everything = {"wanted": tuple(Notice), "quiet_from": "09:00", "quiet_until": "11:00"}
    await network.chatbot.people.prefer(everything, by=network.lead)
    hand.move(days=1)
    await did(action, network, network.cleo)
    assert await network.chatbot.action_jobs.remind() == 0
    hand.move(hours=1)
    assert await network.chatbot.action_jobs.remind() == 1
    assert (await network.said())[-1] == "tell actions.remind to Mei"


async def test_an_alert_is_closed_on_the_morning_after_its_last_day_and_never_at_night(
    network: SmallNetwork, hand: Hand
) -> None:
    action, jobs = await launched(network), network.chatbot.action_jobs
    await did(action, network, network.ana)
    hand.move(days=5)
    assert await jobs.close_ended() == 0
    hand.move(hours=14)
    assert await jobs.close_ended() == 0
    assert (await again(action, network)).state is State.OPEN
    hand.move(hours=10)
    assert await jobs.close_ended() == 1
    assert await jobs.close_ended() == 0
    assert (await again(action, network)).state is State.CLOSED
    assert (await network.said())[-2:] == ["post actions.thanks", "tell actions.thank to Ana"]


@ON_POSTGRESQL
async def test_two_instances_close_and_remind_once(network: SmallNetwork, other_instance: Chatbot, hand: Hand) -> None:
    action = await launched(network)
    await network.chatbot.deeds.remind(action.code, by=network.ben)
    await did(action, network, network.ana)
    hand.move(days=1)
    both = (network.chatbot.action_jobs, other_instance.action_jobs)
    assert sum(await asyncio.gather(*(jobs.remind() for jobs in both))) == 1
    hand.move(days=5)
    assert sum(await asyncio.gather(*(jobs.close_ended() for jobs in both))) == 1
    said = await network.said()
    assert said.count("post actions.thanks") == said.count("tell actions.thank to Ana") == 1


@ON_SQLITE
async def test_the_digest_lists_what_is_open_and_the_report_what_a_coordinator_left_lying(
    network: SmallNetwork, hand: Hand
) -> None:
    late, soon = await launched(network, ends_on=network.day(60)), await launched(network, ends_on=network.day(3))
    draft = await drafted(network)
    await did(late, network, network.ana)
    section, run = ActionsSection(Reading(network.chatbot.networks)), network.chatbot.database.run
    scope = Scope(team_id="T1", days=7, zone=EASTERN)
    coming = await run(lambda tx: section.coming(tx, scope))
    assert [(one.action.code, one.urgent) for one in coming] == [(soon.code, False), (late.code, False)]
    mine = await run(lambda tx: section.mine(tx, scope, person_id=network.ana.id))
    assert [one.action.code for one in mine] == [soon.code]
    hand.move(days=1)
    settle = await run(lambda tx: section.to_settle(tx, scope))
    assert [one.action.code for one in settle] == [draft.code, soon.code]
