"""Someone was detained: who is told, what is shared out, and how an alarm is taken back."""

import asyncio

import pytest
from sqlalchemy import select

from chatbot.hearings.detention.model import Alarm, Task
from chatbot.hearings.detention.refusals import AlarmUndone, NoSuchAlarm, NotTaken, NotTheDay, TakenByAnother, TaskDone
from chatbot.hearings.detention.store import alarms
from chatbot.hearings.refusals import ReasonMissing
from chatbot.kit.outbox import outbox, posts
from chatbot.kit.refusal import Invalid
from chatbot.people.model import Sighting
from chatbot.people.refusals import NotAllowed
from tests.fixtures.database import ON_SQLITE, Hand
from tests.fixtures.network import CARDS, SmallNetwork

RESPONSE = "C-RESPONSE"


@pytest.fixture
async def day(network: SmallNetwork, hand: Hand) -> SmallNetwork:
    """It is the day of a hearing that Ana comes to, and the response team has a channel."""
    await network.chatbot.networks.set_channels(
        card_channel=CARDS, response_channel=RESPONSE, language="en", by=network.admin
    )
    await network.add_hearing(companions="1", alias="Canary", note="Canary", contact="Canary")
    for person in (network.ana, network.ben):
        await network.chatbot.signups.claim("H101", by=person)
    await network.delivered()
    hand.move(hours=44)
    return network


async def raised(network: SmallNetwork) -> Alarm:
    return (await network.chatbot.detentions.raise_alarm("H101", by=network.ana)).alarm


async def test_the_response_team_is_told_at_once_and_by_the_code_alone(day: SmallNetwork) -> None:
    outcome = await day.chatbot.detentions.raise_alarm("H101", by=day.ana)
    assert (outcome.is_new, outcome.alarm.heard, outcome.alarm.code) == (True, True, "H101")
    assert (await day.said())[-1] == "post alarms.raised"
    assert (await day.rows(select(posts).order_by(posts.c.id.desc())))[0].channel == RESPONSE
    assert "Canary" not in repr(await day.rows(select(outbox))) + repr(outcome.alarm)
    assert (await day.written_down())[-1] == "Ana alarms.raise"


async def test_a_double_click_is_one_alarm(day: SmallNetwork) -> None:
    presses = (day.chatbot.detentions.raise_alarm("H101", by=person) for person in (day.ana, day.coordinator) * 3)
    outcomes = await asyncio.gather(*presses)
    assert sum(one.is_new for one in outcomes) == 1
    assert await day.size(alarms) == 1
    assert (await day.said()).count("post alarms.raised") == 1


@ON_SQLITE
async def test_only_those_with_a_seat_and_coordinators_raise_it_and_only_on_the_day(
    day: SmallNetwork, hand: Hand
) -> None:
    for person in (day.ben, day.cleo, day.of_merrimack):
        with pytest.raises(NotAllowed):
            await day.chatbot.detentions.raise_alarm("H101", by=person)
    hand.move(days=2)
    with pytest.raises(NotTheDay):
        await day.chatbot.detentions.raise_alarm("H101", by=day.ana)


async def test_each_task_is_taken_by_one_person_and_done(day: SmallNetwork) -> None:
    alarm = await raised(day)
    take, done = day.chatbot.detentions.take, day.chatbot.detentions.done
    await take(alarm.id, Task.ATTORNEY, by=day.cleo)
    await take(alarm.id, Task.ATTORNEY, by=day.cleo)
    with pytest.raises(TakenByAnother):
        await take(alarm.id, Task.ATTORNEY, by=day.ben)
    with pytest.raises(TakenByAnother):
        await day.chatbot.detentions.hand_back(alarm.id, Task.ATTORNEY, by=day.ben)
    after = await done(alarm.id, Task.ATTORNEY, by=day.ben)
    assert (after.line(Task.ATTORNEY).name, after.line(Task.ATTORNEY).done_at is not None) == ("Cleo", True)
    with pytest.raises(TaskDone):
        await take(alarm.id, Task.ATTORNEY, by=day.ben)
    assert (await done(alarm.id, Task.ATTORNEY, by=day.ana)).line(Task.ATTORNEY).name == "Cleo"


@ON_SQLITE
async def test_a_task_that_is_handed_back_is_free_again(day: SmallNetwork) -> None:
    alarm = await raised(day)
    await day.chatbot.detentions.take(alarm.id, Task.RIDE, by=day.cleo)
    after = await day.chatbot.detentions.hand_back(alarm.id, Task.RIDE, by=day.cleo)
    assert after.line(Task.RIDE).taken_by is None
    with pytest.raises(NotTaken):
        await day.chatbot.detentions.hand_back(alarm.id, Task.RIDE, by=day.cleo)


@ON_SQLITE
async def test_whoever_cannot_take_an_alarm_back_is_told_before_they_write_a_reason(day: SmallNetwork) -> None:
    alarm = await raised(day)
    for person in (day.cleo, day.of_merrimack):
        with pytest.raises(NotAllowed):
            await day.chatbot.detentions.may_undo(alarm.id, by=person)
    for person in (day.ana, day.coordinator):
        assert (await day.chatbot.detentions.may_undo(alarm.id, by=person)).stands


@ON_SQLITE
async def test_a_task_of_someone_who_is_erased_is_free_and_the_team_sees_it(day: SmallNetwork) -> None:
    alarm = await raised(day)
    await day.delivered()
    for task in (Task.RIDE, Task.BOND):
        await day.chatbot.detentions.take(alarm.id, task, by=day.cleo)
    await day.chatbot.detentions.done(alarm.id, Task.BOND, by=day.cleo)
    await day.delivered()
    await day.chatbot.personal.erase(by=day.cleo)
    assert [letter.view for letter in await day.delivered()] == ["alarms.raised"]
    after = await day.chatbot.detentions.get(alarm.id, team_id=day.ana.team_id)
    assert (after.line(Task.RIDE).taken_by, after.line(Task.BOND).name) == (None, "someone")


async def test_a_false_alarm_is_taken_back_with_a_reason_and_stays_on_record(day: SmallNetwork) -> None:
    alarm = await raised(day)
    undo = day.chatbot.detentions.undo
    for reason, refusal in ((" ", ReasonMissing), ("Call 617-555-0142", Invalid)):
        with pytest.raises(refusal):
            await undo(alarm.id, reason=reason, by=day.ana)
    with pytest.raises(NotAllowed):
        await undo(alarm.id, reason="Mistaken", by=day.cleo)
    after = await undo(alarm.id, reason="They came out by another door", by=day.coordinator)
    assert (after.stands, after.undone_by_name) == (False, "Daniel")
    assert "post alarms.undone" in (await day.said())[-2:]
    with pytest.raises(AlarmUndone):
        await day.chatbot.detentions.take(alarm.id, Task.RIDE, by=day.cleo)
    assert "Ana alarms.raise" in await day.written_down()
    again = await day.chatbot.detentions.raise_alarm("H101", by=day.ana)
    assert again.is_new


async def test_without_a_channel_every_coordinator_is_told(day: SmallNetwork) -> None:
    await day.chatbot.networks.set_channels(card_channel=CARDS, response_channel=None, language="en", by=day.admin)
    outcome = await day.chatbot.detentions.raise_alarm("H101", by=day.ana)
    assert not outcome.alarm.heard
    told = ["tell alarms.unheard to Daniel", "tell alarms.unheard to Rosa"]
    assert sorted((await day.said())[-2:]) == told
    await day.chatbot.detentions.undo(outcome.alarm.id, reason="Mistaken", by=day.ana)
    assert sorted((await day.said())[-2:]) == told


@ON_SQLITE
async def test_a_report_of_a_detention_raises_the_alarm(day: SmallNetwork, hand: Hand) -> None:
    hand.move(hours=5)
    reported = await day.chatbot.reporting.report("H101", {"ending": "detained"}, by=day.coordinator)
    assert reported.alarmed
    again = await day.chatbot.reporting.report("H101", {"ending": "detained"}, by=day.coordinator)
    assert not again.alarmed


@ON_SQLITE
async def test_an_alarm_of_another_workspace_is_none(day: SmallNetwork) -> None:
    alarm = await raised(day)
    stranger = await day.chatbot.people.meet(Sighting(team_id="T2", account="U-X", name="X", is_owner=True))
    with pytest.raises(NoSuchAlarm):
        await day.chatbot.detentions.take(alarm.id, Task.RIDE, by=stranger)
    with pytest.raises(NoSuchAlarm):
        await day.chatbot.detentions.get(alarm.id, team_id="T2")
