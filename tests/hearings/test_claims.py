"""Claiming and releasing seats, with a real database: what the volunteer is told and what everyone else learns."""

import asyncio

import pytest

from chatbot.hearings.refusals import NoSuchHearing
from chatbot.kit import inbox
from chatbot.kit.refusal import Repeat
from chatbot.signups.model import AlreadyYours, InLine, SeatRole, Yours
from chatbot.signups.refusals import (
    AgreementMissing,
    Cancelled,
    NoSeat,
    NoSuchOccasion,
    Over,
    RoleNotNeeded,
    TrainingNeeded,
)
from tests.fixtures.database import Hand
from tests.fixtures.network import SmallNetwork


async def test_the_first_press_takes_the_seat_and_the_second_is_told_so(network: SmallNetwork) -> None:
    hearing = await network.add_hearing()
    first = await network.chatbot.hearings.claim(hearing.code, by=network.ana)
    second = await network.chatbot.hearings.claim(hearing.code, by=network.ana)
    assert first.outcome == Yours(role=SeatRole.COMPANION)
    assert second.outcome == AlreadyYours(role=SeatRole.COMPANION)
    assert [one.name for one in second.occasion.roster.signups] == ["Ana"]


async def test_a_double_click_is_one_claim(network: SmallNetwork) -> None:
    """T2, T4: both presses are under way at once."""
    hearing = await network.add_hearing()
    claims = await asyncio.gather(*(network.chatbot.hearings.claim(hearing.code, by=network.ana) for _ in range(2)))
    assert {type(claim.outcome) for claim in claims} == {Yours, AlreadyYours}


async def test_slack_sending_a_press_twice_is_one_claim(network: SmallNetwork) -> None:
    """T2"""
    hearing = await network.add_hearing()
    with inbox.event("press-1"):
        await network.chatbot.hearings.claim(hearing.code, by=network.ana)
        with pytest.raises(Repeat):
            await network.chatbot.hearings.claim(hearing.code, by=network.ana)
    assert (await network.written_down()).count("Ana signups.claim Yours") == 1


async def test_when_all_seats_are_taken_people_are_told_their_place_in_line(network: SmallNetwork) -> None:
    hearing = await network.add_hearing(companions="1")
    outcomes = [
        (await network.chatbot.hearings.claim(hearing.code, by=person)).outcome
        for person in (network.ana, network.ben, network.cleo, network.ben)
    ]
    assert outcomes == [
        Yours(role=SeatRole.COMPANION),
        InLine(role=SeatRole.COMPANION, place=1),
        InLine(role=SeatRole.COMPANION, place=2),
        InLine(role=SeatRole.COMPANION, place=1),
    ]


async def test_a_lead_is_not_counted_against_the_companions(network: SmallNetwork) -> None:
    hearing = await network.add_hearing(companions="1", roles=("lead",))
    lead = await network.chatbot.hearings.claim(hearing.code, SeatRole.LEAD, by=network.lead)
    companion = await network.chatbot.hearings.claim(hearing.code, by=network.ana)
    assert (lead.outcome, companion.outcome) == (Yours(role=SeatRole.LEAD), Yours(role=SeatRole.COMPANION))


async def test_a_released_seat_is_told_to_the_first_in_line_and_to_nobody_else(network: SmallNetwork) -> None:
    hearing = await network.add_hearing(companions="1")
    for person in (network.ana, network.ben, network.cleo):
        await network.chatbot.hearings.claim(hearing.code, by=person)
    after, released = await network.chatbot.hearings.release(hearing.code, by=network.ana)
    assert released.next_in_line is not None
    assert released.next_in_line.name == "Ben"
    assert after.roster.left(SeatRole.COMPANION) == 0
    assert [one.name for one in after.roster.offers(SeatRole.COMPANION)] == ["Ben"]
    assert [line for line in await network.said() if "signups.offer" in line] == ["tell signups.offer to Ben"]


async def test_leaving_the_line_frees_no_seat_and_tells_nobody(network: SmallNetwork) -> None:
    hearing = await network.add_hearing(companions="1")
    for person in (network.ana, network.ben, network.cleo):
        await network.chatbot.hearings.claim(hearing.code, by=person)
    after, released = await network.chatbot.hearings.release(hearing.code, by=network.ben)
    assert (released.was_waiting, released.next_in_line) == (True, None)
    assert after.roster.place_in_line(network.cleo.id) == 1
    assert not [line for line in await network.said() if "signups.offer" in line]


async def test_who_released_may_claim_again(network: SmallNetwork) -> None:
    hearing = await network.add_hearing()
    await network.chatbot.hearings.claim(hearing.code, by=network.ana)
    await network.chatbot.hearings.release(hearing.code, by=network.ana)
    again = await network.chatbot.hearings.claim(hearing.code, by=network.ana)
    assert again.outcome == Yours(role=SeatRole.COMPANION)


async def test_who_waits_may_take_a_free_seat_of_another_role_and_leaves_the_line(network: SmallNetwork) -> None:
    hearing = await network.add_hearing(companions="1", roles=("driver",))
    for person in (network.ana, network.ben):
        await network.chatbot.hearings.claim(hearing.code, by=person)
    claim = await network.chatbot.hearings.claim(hearing.code, SeatRole.DRIVER, by=network.ben)
    assert claim.outcome == Yours(role=SeatRole.DRIVER)
    assert claim.occasion.roster.line(SeatRole.COMPANION) == ()


async def test_every_claim_and_release_leaves_one_line_in_the_audit(network: SmallNetwork) -> None:
    hearing = await network.add_hearing(companions="1")
    await network.chatbot.hearings.claim(hearing.code, by=network.ana)
    await network.chatbot.hearings.claim(hearing.code, by=network.ben)
    await network.chatbot.hearings.release(hearing.code, by=network.ana)
    assert (await network.written_down())[-3:] == [
        "Ana signups.claim Yours",
        "Ben signups.claim InLine",
        "Ana signups.release",
    ]


async def test_nobody_claims_before_agreeing_to_the_agreement(network: SmallNetwork) -> None:
    hearing = await network.add_hearing()
    with pytest.raises(AgreementMissing) as refused:
        await network.chatbot.hearings.claim(hearing.code, by=network.newcomer)
    assert refused.value.version == 1


async def test_new_words_of_the_agreement_are_agreed_to_again(network: SmallNetwork) -> None:
    hearing = await network.add_hearing()
    await network.chatbot.networks.set_agreement(words="We come on time.", by=network.admin)
    with pytest.raises(AgreementMissing):
        await network.chatbot.hearings.claim(hearing.code, by=network.ana)
    agreed = await network.chatbot.people.agree(version=2, by=network.ana)
    assert (await network.chatbot.hearings.claim(hearing.code, by=agreed)).outcome == Yours(role=SeatRole.COMPANION)


@pytest.mark.parametrize("code", ["H999", "hello", "", "<!channel>", "H101; drop"])
async def test_a_code_that_is_none_is_refused(network: SmallNetwork, code: str) -> None:
    await network.add_hearing()
    with pytest.raises(NoSuchOccasion):
        await network.chatbot.hearings.claim(code, by=network.ana)


async def test_a_code_may_be_typed_the_way_it_is_said(network: SmallNetwork) -> None:
    hearing = await network.add_hearing()
    claim = await network.chatbot.hearings.claim(f" h {hearing.code[1:]}", by=network.ana)
    assert claim.occasion.code == hearing.code


async def test_a_hearing_of_another_workspace_is_not_there(network: SmallNetwork) -> None:
    """T11"""
    elsewhere = await SmallNetwork.of(network.chatbot, team="T2")
    hearing = await network.add_hearing()
    for attempt in (
        network.chatbot.hearings.claim(hearing.code, by=elsewhere.ana),
        network.chatbot.hearings.release(hearing.code, by=elsewhere.ana),
        network.chatbot.hearings.open_details(hearing.code, by=elsewhere.admin),
        network.chatbot.hearings.cancel(hearing.code, reason="no", by=elsewhere.admin),
        network.chatbot.hearings.drawn(hearing.id, team_id="T2"),
    ):
        with pytest.raises(NoSuchHearing):
            await attempt


async def test_a_cancelled_hearing_takes_no_claims(network: SmallNetwork) -> None:
    hearing = await network.add_hearing()
    await network.chatbot.hearings.cancel(hearing.code, reason="The date was continued.", by=network.coordinator)
    with pytest.raises(Cancelled):
        await network.chatbot.hearings.claim(hearing.code, by=network.ana)
    with pytest.raises(Cancelled):
        await network.chatbot.hearings.release(hearing.code, by=network.ana)


async def test_a_hearing_that_is_over_takes_no_claims(network: SmallNetwork, hand: Hand) -> None:
    hearing = await network.add_hearing()
    hand.move(days=2, hours=2)
    with pytest.raises(Over):
        await network.chatbot.hearings.claim(hearing.code, by=network.ana)


async def test_what_cannot_be_claimed_is_refused_in_words(network: SmallNetwork) -> None:
    hearing = await network.add_hearing(roles=("lead",))
    with pytest.raises(RoleNotNeeded):
        await network.chatbot.hearings.claim(hearing.code, SeatRole.DRIVER, by=network.ana)
    with pytest.raises(TrainingNeeded):
        await network.chatbot.hearings.claim(hearing.code, SeatRole.LEAD, by=network.ana)
    with pytest.raises(NoSeat):
        await network.chatbot.hearings.release(hearing.code, by=network.ana)
