"""What counts: once a person, an office, a kind and a local day, however often and however fast somebody presses."""

import asyncio
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chatbot.actions.model import Outcome, Step
from chatbot.actions.refusals import NoSuchTarget, NotAsked, NothingToUndo, NotOpen
from chatbot.kit.refusal import Invalid
from tests.actions.parts import again, did, launched
from tests.fixtures.database import ON_SQLITE, Hand
from tests.fixtures.network import EASTERN, SmallNetwork
from tests.fixtures.size import PROOF, quick_or_full


async def test_a_second_call_on_the_same_day_counts_nothing_and_on_the_next_day_it_does(
    network: SmallNetwork, hand: Hand
) -> None:
    action = await launched(network)
    first, second = await did(action, network, network.ana), await did(action, network, network.ana)
    assert [(one.new, one.again) for one in (first, second)] == [(1, 0), (0, 1)]
    hand.move(days=1)
    assert (await did(action, network, network.ana)).new == 1
    tally = (await again(action, network)).tally
    assert (tally.total, tally.people) == (2, 1)


@ON_SQLITE
async def test_the_day_begins_at_midnight_where_the_network_lives(network: SmallNetwork, hand: Hand) -> None:
    action = await launched(network)
    hand.move(hours=13)  # eleven at night in Boston, already tomorrow in UTC
    await did(action, network, network.ana)
    hand.move(minutes=59)
    assert (await did(action, network, network.ana)).new == 0
    hand.move(minutes=1)
    assert (await did(action, network, network.ana)).new == 1


@ON_SQLITE
async def test_a_call_and_a_letter_to_one_office_are_two_and_so_are_calls_to_two_offices(
    network: SmallNetwork,
) -> None:
    action = await launched(network)
    await did(action, network, network.ana)
    await did(action, network, network.ana, Step.WRITE)
    both = tuple(str(one.id) for one in action.targets)
    counted = await did(action, network, network.ana, targets=both)
    assert (counted.new, counted.again) == (1, 1)
    assert counted.action.tally.by_step == {Step.CALL: 2, Step.WRITE: 1}


@ON_SQLITE
async def test_a_second_press_brings_the_outcome_up_to_date(network: SmallNetwork) -> None:
    action = await launched(network)
    await did(action, network, network.ana, outcome="busy")
    counted = await did(action, network, network.ana, outcome="reached")
    assert [one.outcome for one in counted.mine.today] == [Outcome.REACHED]
    assert [one.outcome for one in (await did(action, network, network.ana)).mine.today] == [Outcome.REACHED]


async def test_what_was_done_today_can_be_taken_back_and_what_was_done_yesterday_stays(
    network: SmallNetwork, hand: Hand
) -> None:
    action, deeds = await launched(network), network.chatbot.deeds
    (deed,) = (await did(action, network, network.ana)).mine.today
    with pytest.raises(NothingToUndo):
        await deeds.undo(action.code, deed.id, by=network.ben)
    after, mine = await deeds.undo(action.code, deed.id, by=network.ana)
    assert (after.tally.total, mine.today) == (0, ())
    with pytest.raises(NothingToUndo):
        await deeds.undo(action.code, deed.id, by=network.ana)
    (deed,) = (await did(action, network, network.ana)).mine.today
    hand.move(days=1)
    with pytest.raises(NothingToUndo):
        await deeds.undo(action.code, deed.id, by=network.ana)
    assert (await again(action, network)).tally.total == 1


@ON_SQLITE
async def test_nothing_counts_after_the_last_day_or_when_it_is_closed(network: SmallNetwork, hand: Hand) -> None:
    action, other = await launched(network), await launched(network)
    await network.chatbot.actions.close(other.code, by=network.coordinator)
    with pytest.raises(NotOpen):
        await did(other, network, network.ana)
    hand.move(days=5)
    (deed,) = (await did(action, network, network.ana)).mine.today
    hand.move(days=1)
    for ask in (
        lambda: did(action, network, network.ben),
        lambda: network.chatbot.deeds.undo(action.code, deed.id, by=network.ana),
        lambda: network.chatbot.deeds.remind(action.code, by=network.ana),
    ):
        with pytest.raises(NotOpen):
            await ask()


@ON_SQLITE
@pytest.mark.parametrize(
    ("form", "refusal"),
    [
        ({"step": "sign"}, NotAsked),
        ({"step": "dance"}, Invalid),
        ({"targets": ("999",)}, NoSuchTarget),
        ({"targets": ("x",)}, Invalid),
        ({"targets": ()}, Invalid),
        ({"outcome": "won"}, Invalid),
        ({"note": "Ask for Ben at 617-555-0134"}, Invalid),
    ],
)
async def test_a_made_up_form_counts_nothing(
    network: SmallNetwork, form: dict[str, Any], refusal: type[Exception]
) -> None:
    action = await launched(network)
    with pytest.raises(refusal):
        await did(action, network, network.ana, **form)
    assert (await again(action, network)).tally.total == 0


async def test_the_channel_hears_once_that_the_goal_is_reached(network: SmallNetwork) -> None:
    action = await launched(network, goal="2")
    (deed,) = (await did(action, network, network.ana)).mine.today
    assert "post actions.goal" not in await network.said()
    reached = await did(action, network, network.ben)
    assert reached.action.is_reached
    await network.chatbot.deeds.undo(action.code, deed.id, by=network.ana)
    await did(action, network, network.cleo)
    assert (await network.said()).count("post actions.goal") == 1


async def test_of_two_hundred_presses_one_counts_for_each_person(network: SmallNetwork) -> None:
    """T4's sister: ten people press twenty times each, all at once."""
    action, people = await launched(network, goal="10"), await network.crowd(10)
    presses = [did(action, network, person) for _ in range(quick_or_full(20, 100)) for person in people]
    counted = await asyncio.gather(*presses)
    assert sum(one.new for one in counted) == 10
    tally = (await again(action, network)).tally
    assert (tally.total, tally.people) == (10, 10)
    assert (await network.said()).count("post actions.goal") == 1


async def test_a_press_and_the_closing_at_once_leave_a_tally_that_is_final(network: SmallNetwork) -> None:
    action, people = await launched(network), await network.crowd(8)
    ends = await asyncio.gather(
        *(did(action, network, person) for person in people[:4]),
        network.chatbot.actions.close(action.code, by=network.coordinator),
        *(did(action, network, person) for person in people[4:]),
        return_exceptions=True,
    )
    refused = sum(isinstance(end, NotOpen) for end in ends)
    closed = next(end for end in ends if hasattr(end, "tally"))
    assert closed.tally.total == 8 - refused == (await again(action, network)).tally.total
    assert (await network.said()).count("tell actions.thank to Volunteer 0") <= 1


PRESSES = st.lists(
    st.tuples(
        st.sampled_from(["ana", "ben"]),
        st.integers(0, 1),
        st.sampled_from([Step.CALL, Step.WRITE]),
        st.sampled_from(["do", "do", "undo", "an hour", "a night"]),
    ),
    max_size=12,
)


@ON_SQLITE
async def test_the_audit_holds_that_somebody_called_and_not_who(network: SmallNetwork) -> None:
    action = await launched(network)
    mine = (await did(action, network, network.ana, Step.CALL)).mine
    await network.chatbot.deeds.remind(action.code, by=network.ana)
    await network.chatbot.deeds.undo(action.code, mine.today[0].id, by=network.ana)
    lines = await network.written_down()
    assert [line for line in lines if line.startswith("Ana actions.")] == []
    did_it = ["actions.count call", "actions.remind", "actions.undo"]
    assert [line.removeprefix("the clock ") for line in lines[-3:]] == did_it, "control: what was done is there"
    assert "Daniel actions.launch" in lines, "control: who launches an alert is named"


@ON_SQLITE
@PROOF
@settings(
    max_examples=quick_or_full(8, 200), suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(presses=PRESSES)
async def test_the_tally_is_the_number_of_different_people_offices_kinds_and_days(
    network: SmallNetwork, hand: Hand, presses: list[tuple[str, int, Step, str]]
) -> None:
    """Any history of presses, take-backs and hours that pass, against a set that a child could keep."""
    action = await launched(network, ends_on=network.day(30))
    kept: dict[tuple[str, int, Step, int], int] = {}
    for name, at, step, what in presses:
        person, today = getattr(network, name), network.chatbot.clock.now().astimezone(EASTERN).date()
        key = (name, at, step, today.toordinal())
        match what:
            case "an hour":
                hand.move(hours=1)
            case "a night":
                hand.move(hours=10)
            case "undo" if key in kept:
                await network.chatbot.deeds.undo(action.code, kept.pop(key), by=person)
            case _:
                mine = (await did(action, network, person, step, at=at)).mine
                wanted = (action.targets[at].id, step)
                kept[key] = next(one.id for one in mine.today if (one.target_id, one.step) == wanted)
    tally = (await again(action, network)).tally
    assert tally.total == len(kept)
    assert tally.people == len({name for name, *_ in kept})
    assert sum(tally.by_step.values()) == tally.total
