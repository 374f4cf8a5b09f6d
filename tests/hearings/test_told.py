"""What is told, to whom, and that nothing told holds a word about anyone."""

from sqlalchemy import select

from chatbot.kit.outbox import Act, outbox, post_subjects, posts
from tests.fixtures.database import ON_SQLITE
from tests.fixtures.network import CARDS, SmallNetwork


async def test_a_new_hearing_posts_its_card_where_cards_go(network: SmallNetwork) -> None:
    hearing = await network.add_hearing()
    assert await network.said() == ["post hearings.card"]
    (post,) = await network.rows(select(posts))
    assert (post.channel, post.ref, post.ts) == (CARDS, str(hearing.id), None)
    subjects = {row.subject for row in await network.rows(select(post_subjects))}
    assert subjects == {hearing.subject, f"place:{network.boston.id}"}


@ON_SQLITE
async def test_a_place_may_have_a_channel_of_its_own(network: SmallNetwork) -> None:
    facts = network.facts(network.boston, card_channel="C-BOSTON")
    await network.chatbot.places.change(network.boston.id, facts, by=network.admin)
    await network.add_hearing()
    assert [post.channel for post in await network.rows(select(posts))] == ["C-BOSTON"]


@ON_SQLITE
async def test_without_a_channel_for_cards_nothing_is_posted(network: SmallNetwork) -> None:
    await network.chatbot.networks.set_channels(
        card_channel=None, response_channel=None, language="en", by=network.admin
    )
    await network.add_hearing()
    assert await network.said() == []


async def test_claims_before_the_card_is_posted_need_no_update(network: SmallNetwork) -> None:
    hearing = await network.add_hearing()
    await network.chatbot.hearings.claim(hearing.code, by=network.ana)
    assert await network.said() == ["post hearings.card"]


async def test_many_claims_make_one_update_of_the_card(network: SmallNetwork) -> None:
    hearing = await network.add_hearing(companions="1")
    await network.delivered()
    for person in (network.ana, network.ben, network.cleo):
        await network.chatbot.hearings.claim(hearing.code, by=person)
    assert [letter.act for letter in await network.delivered()] == [Act.UPDATE]


async def test_a_claim_while_the_card_is_being_drawn_draws_it_again(network: SmallNetwork) -> None:
    hearing = await network.add_hearing()
    await network.delivered()
    await network.chatbot.hearings.claim(hearing.code, by=network.ana)
    (drawing,) = await network.taken()
    await network.chatbot.hearings.claim(hearing.code, by=network.ben)
    assert await network.taken() == []
    await network.arrived(drawing)
    assert [letter.act for letter in await network.delivered()] == [Act.UPDATE]


@ON_SQLITE
async def test_other_words_redraw_the_card_and_disturb_nobody(network: SmallNetwork) -> None:
    hearing = await network.add_hearing()
    await network.delivered()
    await network.chatbot.hearings.claim(hearing.code, by=network.ana)
    typed = network.typed(note="Bring water.", languages="Spanish", companions="3")
    await network.chatbot.hearings.change(hearing.code, typed, by=network.coordinator)
    assert (await network.said())[1:] == ["update hearings.card"]


async def test_a_cancellation_is_told_to_everyone_and_the_reason_stands_on_the_card(network: SmallNetwork) -> None:
    hearing = await network.add_hearing(companions="1")
    await network.delivered()
    for person in (network.ana, network.ben):
        await network.chatbot.hearings.claim(hearing.code, by=person)
    after = await network.chatbot.hearings.cancel(hearing.code, reason=" Continued. ", by=network.coordinator)
    assert after.cancelled_because == "Continued."
    assert (await network.said())[1:] == [
        "update hearings.card",
        "tell hearings.cancelled to Ana",
        "tell hearings.cancelled to Ben",
    ]


@ON_SQLITE
async def test_a_place_that_is_renamed_redraws_the_cards_of_its_hearings(network: SmallNetwork) -> None:
    await network.add_hearing()
    await network.add_hearing(place=str(network.chelmsford.id))
    await network.delivered()
    facts = network.facts(network.boston, name="Boston Court")
    await network.chatbot.places.change(network.boston.id, facts, by=network.admin)
    (letter,) = await network.delivered()
    assert (letter.act, letter.ref) == (Act.UPDATE, "1")


@ON_SQLITE
async def test_after_a_move_the_card_follows_its_new_place(network: SmallNetwork) -> None:
    hearing = await network.add_hearing()
    there = str(network.chelmsford.id)
    await network.chatbot.hearings.change(hearing.code, network.typed(place=there), by=network.coordinator)
    await network.delivered()
    facts = network.facts(network.chelmsford, name="Chelmsford Court")
    await network.chatbot.places.change(network.chelmsford.id, facts, by=network.admin)
    assert [letter.act for letter in await network.delivered()] == [Act.UPDATE]


@ON_SQLITE
async def test_what_waits_to_be_said_holds_numbers_and_no_words(network: SmallNetwork) -> None:
    """T9"""
    hearing = await network.add_hearing(companions="1", alias="Canary", note="Canary", contact="Canary")
    for person in (network.ana, network.ben):
        await network.chatbot.hearings.claim(hearing.code, by=person)
    await network.chatbot.hearings.release(hearing.code, by=network.ana)
    await network.chatbot.hearings.cancel(hearing.code, reason="Canary", by=network.coordinator)
    blanks = [row.blanks for row in await network.rows(select(outbox))]
    assert {} in blanks
    values = {value for blank in blanks for value in blank.values()}
    assert {value for value in values if isinstance(value, str)} == {hearing.subject}
    assert "Canary" not in repr(await network.rows(select(outbox))) + repr(await network.rows(select(posts)))


async def test_seats_that_are_added_reach_the_first_in_line(network: SmallNetwork) -> None:
    await network.add_hearing(companions="1")
    for person in (network.ana, network.ben, network.cleo):
        await network.chatbot.hearings.claim("H101", by=person)
    await network.delivered()
    changes = network.typed(companions="2")
    await network.chatbot.hearings.change("H101", changes, by=network.coordinator)
    await network.delivered()
    await network.chatbot.hearings.change("H101", {**changes, "note": "Bring water"}, by=network.coordinator)
    assert [said for said in await network.said() if "signups.offer" in said] == ["tell signups.offer to Ben"]
