"""Alerts: writing them down, launching, closing and going on, and who may read what."""

from typing import Any

import pytest

from chatbot.actions.model import Outcome, State, Step, Which
from chatbot.actions.refusals import (
    InThePast,
    NoChannel,
    NoSuchAction,
    NoSuchTarget,
    NotNow,
)
from chatbot.kit.refusal import Invalid
from chatbot.people.model import Notice
from chatbot.people.refusals import NotAllowed
from tests.actions.parts import SENATOR, again, did, drafted, launched, typed
from tests.fixtures.database import ON_SQLITE, Hand
from tests.fixtures.network import CARDS, SmallNetwork


async def test_a_draft_is_seen_by_coordinators_alone_until_it_is_launched(network: SmallNetwork) -> None:
    actions = network.chatbot.actions
    draft = await drafted(network)
    assert (draft.code, draft.state) == ("A101", State.DRAFT)
    with pytest.raises(NoSuchAction):
        await actions.get(draft.code, by=network.ana)
    assert (await actions.listed(by=network.ana)).total == 0
    assert await network.said() == []
    action = await actions.launch(draft.code, by=network.coordinator)
    assert (await actions.get(action.code, by=network.ana)).state is State.OPEN
    assert action.channel == CARDS
    assert await network.said() == ["post actions.card"]


@ON_SQLITE
@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": ""}, "title"),
        ({"title": "Ask Ana, 617-555-0134"}, "title"),
        ({"why": "Write to ana@example.org"}, "why"),
        ({"bills": "A 012 345 678"}, "bills"),
        ({"steps": ()}, "steps"),
        ({"steps": ("dance",)}, "steps"),
        ({"links": "http://example.org"}, "links"),
        ({"links": "https://example.org|click <here>"}, "links"),
        ({"links": "\n".join(f"https://example.org/{n}" for n in range(6))}, "links"),
        ({"goal": "0"}, "goal"),
        ({"ends_on": ""}, "ends_on"),
    ],
)
async def test_what_cannot_be_taken_is_said_under_its_input(
    network: SmallNetwork, changes: dict[str, Any], field: str
) -> None:
    with pytest.raises(Invalid) as refusal:
        await network.chatbot.actions.write(typed(network, **changes), by=network.coordinator)
    assert field in refusal.value.problems


@ON_SQLITE
async def test_only_coordinators_write_launch_close_and_read_the_tally(network: SmallNetwork) -> None:
    actions, ana = network.chatbot.actions, network.ana
    action = await launched(network)
    for ask in (
        lambda: actions.write(typed(network), by=ana),
        lambda: actions.change(action.code, typed(network), by=ana),
        lambda: actions.set_target(action.code, SENATOR, by=ana),
        lambda: actions.remove_target(action.code, action.targets[0].id, by=ana),
        lambda: actions.set_script(action.code, {"language": "en", "words": "x"}, by=ana),
        lambda: actions.launch(action.code, by=ana),
        lambda: actions.discard(action.code, by=ana),
        lambda: actions.close(action.code, by=ana),
        lambda: actions.reopen(action.code, {"ends_on": network.day(9)}, by=ana),
        lambda: actions.tally(action.code, by=ana),
        lambda: actions.export(action.code, say=str, by=ana),
        lambda: actions.listed(Which.DRAFTS, by=ana),
    ):
        with pytest.raises(NotAllowed):
            await ask()


@ON_SQLITE
async def test_an_alert_of_another_workspace_is_not_there(network: SmallNetwork) -> None:
    """T11"""
    action = await launched(network)
    other = await SmallNetwork.of(network.chatbot, team="T2")
    with pytest.raises(NoSuchAction):
        await network.chatbot.actions.get(action.code, by=other.coordinator)
    with pytest.raises(NoSuchAction):
        await did(action, network, other.ana)
    theirs = await launched(other)
    with pytest.raises(NoSuchTarget):
        await network.chatbot.deeds.count(
            theirs.code, {"step": "call", "targets": (str(action.targets[0].id),)}, by=other.ana
        )


async def test_closing_thanks_the_channel_and_everyone_who_took_part_once(network: SmallNetwork) -> None:
    action = await launched(network)
    for person in (network.ana, network.ben, network.cleo):
        await did(action, network, person)
        await did(action, network, person, at=1)
    wanted = tuple(one for one in Notice if one is not Notice.NEWS)
    await network.chatbot.people.prefer({"wanted": wanted}, by=network.ben)
    await network.delivered()
    closed = await network.chatbot.actions.close(action.code, by=network.coordinator)
    assert (closed.state, closed.tally.total, closed.tally.people) == (State.CLOSED, 6, 3)
    thanks = ["tell actions.thank to Ana", "tell actions.thank to Cleo"]
    said = await network.said()
    assert sorted(one for one in said if "thank" in one) == ["post actions.thanks", *thanks]
    assert said.count("update actions.card") == 1
    with pytest.raises(NotNow):
        await network.chatbot.actions.close(action.code, by=network.coordinator)


@ON_SQLITE
async def test_an_alert_that_goes_on_thanks_nobody_a_second_time(network: SmallNetwork) -> None:
    actions, by = network.chatbot.actions, network.coordinator
    action = await launched(network)
    await did(action, network, network.ana)
    await actions.close(action.code, by=by)
    with pytest.raises(InThePast):
        await actions.reopen(action.code, {"ends_on": network.day(-1)}, by=by)
    again_open = await actions.reopen(action.code, {"ends_on": network.day(9)}, by=by)
    assert (again_open.state, again_open.ends_on.isoformat()) == (State.OPEN, network.day(9))
    await did(action, network, network.ben)
    await actions.close(action.code, by=by)
    said = await network.said()
    assert [one for one in said if "thank" in one] == [
        "post actions.thanks",
        "tell actions.thank to Ana",
        "tell actions.thank to Ben",
    ]


@ON_SQLITE
async def test_a_draft_is_thrown_away_and_an_open_alert_is_not(network: SmallNetwork) -> None:
    actions, by = network.chatbot.actions, network.coordinator
    await actions.discard((await drafted(network)).code, by=by)
    with pytest.raises(NoSuchAction):
        await actions.get("A101", by=by)
    action = await launched(network)
    assert action.code == "A102"
    with pytest.raises(NotNow):
        await actions.discard(action.code, by=by)


@ON_SQLITE
async def test_without_a_channel_for_cards_a_draft_waits(network: SmallNetwork) -> None:
    await network.chatbot.networks.set_channels(
        card_channel=None, response_channel=None, language="en", by=network.admin
    )
    draft = await drafted(network)
    with pytest.raises(NoChannel):
        await network.chatbot.actions.launch(draft.code, by=network.coordinator)
    await network.chatbot.actions.change(draft.code, typed(network, channel="C-NEWS"), by=network.coordinator)
    assert (await network.chatbot.actions.launch(draft.code, by=network.coordinator)).channel == "C-NEWS"


@ON_SQLITE
async def test_an_edit_keeps_the_card_where_it_is_and_the_day_it_had(network: SmallNetwork, hand: Hand) -> None:
    actions, by = network.chatbot.actions, network.coordinator
    action = await launched(network)
    ended = network.day(5)
    hand.move(days=6)
    changed = await actions.change(
        action.code, typed(network, title="Pass it now", ends_on=ended, channel="C-NEWS"), by=by
    )
    assert (changed.title, changed.channel) == ("Pass it now", CARDS)
    with pytest.raises(InThePast):
        await actions.change(action.code, typed(network, ends_on=network.day(-2)), by=by)


@ON_SQLITE
async def test_lists_show_what_is_open_what_is_mine_and_what_is_over(network: SmallNetwork, hand: Hand) -> None:
    actions = network.chatbot.actions
    late, soon = await launched(network, ends_on=network.day(9)), await launched(network, ends_on=network.day(1))
    over = await actions.close((await launched(network)).code, by=network.coordinator)
    await did(late, network, network.ana)
    await network.chatbot.deeds.remind(soon.code, by=network.ben)

    async def codes(which: Which, person: Any) -> list[str]:
        return [one.code for one in (await actions.listed(which, by=person)).actions]

    assert await codes(Which.OPEN, network.ana) == [soon.code, late.code]
    assert await codes(Which.MINE, network.ana) == [late.code]
    assert await codes(Which.MINE, network.ben) == [soon.code]
    assert await codes(Which.CLOSED, network.ana) == [over.code]
    draft = await drafted(network)
    assert await codes(Which.DRAFTS, network.coordinator) == [draft.code]
    hand.move(days=2)
    assert await codes(Which.OPEN, network.ana) == [late.code]


@ON_SQLITE
async def test_coordinators_see_how_often_and_how_it_went_but_not_who(network: SmallNetwork) -> None:
    action = await launched(network)
    await did(action, network, network.ana, outcome="voicemail", note="Mailbox nearly full")
    await did(action, network, network.ben, outcome="voicemail")
    await did(action, network, network.cleo, Step.WRITE, at=1, note="=1+1")
    _action, lines = await network.chatbot.actions.tally(action.code, by=network.coordinator)
    found = [(one.target_id, one.step, one.outcome, one.count, one.notes) for one in lines]
    senator, governor = (one.id for one in action.targets)
    assert found == [
        (senator, Step.CALL, Outcome.VOICEMAIL, 2, ("Mailbox nearly full",)),
        (governor, Step.WRITE, None, 1, ("=1+1",)),
    ]
    text = await network.chatbot.actions.export(action.code, say=lambda text: text.msgid, by=network.coordinator)
    assert text.splitlines() == [
        "day,office,of,what,outcome,count,notes",
        "2026-03-02,Senator Elena Marsh,US Congress,Call,Left a voicemail,2,Mailbox nearly full",
        "2026-03-02,The Governor,Governor,Write,,1,'=1+1",
    ]
    assert not [name for name in ("Ana", "Ben", "Cleo") if name in text]
    assert (await again(action, network)).tally.total == 3
