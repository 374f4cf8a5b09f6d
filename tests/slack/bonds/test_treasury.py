"""Treasurers write down what happened to the money, and take back what was wrong."""

from datetime import timedelta

from chatbot.kit.money import Money
from chatbot.people.model import Grant, Role
from handlers.practice.reading import labels_of, text_of
from tests.slack.bonds.steps import card, closes, opens_details, opens_drive, pledges, presses, said, sends
from tests.slack.scene import Scene


async def opens_books(scene: Scene, handle: str = "sam") -> str:
    await closes(scene, handle)
    await scene.someone(handle).types("/bonds books", channel="general")
    await scene.settle()
    return said(scene, handle)


async def outside(scene: Scene, amount: str, **typed: object) -> dict[str, str]:
    """Sam writes down money from outside Slack."""
    await opens_details(scene, "sam")
    await presses(scene, "sam", "Money from outside Slack")
    return await sends(scene, "sam", amount=amount, **typed)


async def test_the_books_open_for_treasurers_alone(scene: Scene) -> None:
    await opens_drive(scene)
    assert "$0 at hand" in await opens_books(scene)
    for handle in ("ana", "daniel"):
        await opens_books(scene, handle)
        assert "Only treasurers can do this" in text_of(scene.someone(handle).ephemerals("general")[-1])


TREASURERS = (
    *("receive", "outside", "paid", "released", "cancelled", "requested", "refund", "breach", "address", "roll"),
    *("receive_one", "give_back", "expect_no_more", "donor", "books", "statement", "statement_sheet", "close_month"),
    *("reverse", "reconcile", "take", "export", "policy", "limit", "rate"),
)
"""The verbs of money, by the names of their buttons."""


async def test_no_verb_of_money_is_done_for_anyone_but_a_treasurer(scene: Scene) -> None:
    drive = await opens_drive(scene)
    await pledges(scene, "ana", "40")
    (pledge,) = await scene.chatbot.bonds.mine(by=await scene.known("ana"))
    values = {
        **dict.fromkeys(("receive_one", "give_back", "expect_no_more", "donor"), f"{pledge.id} {drive.code}"),
        **dict.fromkeys(("statement", "statement_sheet", "close_month"), "2026-02"),
        "take": f"{pledge.id} 4000 2026-03-02 bank:1",
    }
    for name in TREASURERS:
        await closes(scene, "daniel")
        value = values.get(name, drive.code)
        action = {"type": "button", "action_id": f"bonds.{name}", "value": value}
        await scene.someone("daniel").forges(card(scene), action)
        await scene.settle()
        assert "Only treasurers can do this" in text_of(scene.someone("daniel").ephemerals("bonds")[-1]), name
        assert len(scene.someone("daniel").ephemerals("bonds")) == TREASURERS.index(name) + 1, name
    assert "$40 pledged" in text_of(card(scene))


async def test_volunteers_see_no_verbs_of_money(scene: Scene) -> None:
    await opens_drive(scene)
    await opens_details(scene, "ana")
    assert labels_of(scene.modal("ana")) == ["$20", "$50", "$100", "$250", "Other amount"]
    await opens_details(scene, "daniel")
    assert labels_of(scene.modal("daniel"))[-3:] == ["Pledges", "Edit", "End the drive"]


async def test_more_than_was_pledged_asks_where_it_goes(scene: Scene) -> None:
    await opens_drive(scene)
    await pledges(scene, "ana", "40")
    await opens_details(scene, "sam")
    await presses(scene, "sam", "Money came in")
    await sends(scene, "sam", pledges=["Ana · $40 · B101"], amount="55")
    assert "This is $15 more than expected." in said(scene, "sam")
    assert "55" in said(scene, "sam"), "what was typed stays"
    assert await sends(scene, "sam", over="Into the fund for the next one") == {}
    assert "$40 received" in text_of(card(scene))
    totals = await scene.chatbot.bookkeeping.totals(by=await scene.known("sam"))
    assert totals.at_hand == Money(5_500)


async def test_more_from_outside_than_is_missing_asks_where_it_goes(scene: Scene) -> None:
    await opens_drive(scene)
    await outside(scene, "1600", donor="Aunt Bea")
    assert "This is $100 more than expected." in said(scene, "sam")
    assert "Aunt Bea" in said(scene, "sam"), "what was typed stays"
    assert await sends(scene, "sam", over="To B101 all the same") == {}
    assert "$1,600 received" in text_of(card(scene))


async def test_whom_to_thank_opens_for_treasurers_in_a_window_alone(scene: Scene) -> None:
    await opens_drive(scene)
    await outside(scene, "100", donor="Aunt Bea")
    await presses(scene, "sam", "Pledges")
    assert "Someone outside Slack" in said(scene, "sam")
    assert "Aunt Bea" not in said(scene, "sam")
    await presses(scene, "sam", "Whom to thank")
    assert "Aunt Bea" in said(scene, "sam")
    await opens_details(scene, "daniel")
    await presses(scene, "daniel", "Pledges")
    assert "Whom to thank" not in labels_of(scene.modal("daniel"))


async def test_the_same_form_sent_twice_is_written_down_once(scene: Scene) -> None:
    await opens_drive(scene)
    await opens_details(scene, "sam")
    await presses(scene, "sam", "Money from outside Slack")
    form = scene.modal("sam")
    await scene.someone("sam").fills(form, {"amount": "100"})
    await scene.someone("sam").submits()
    await scene.settle()
    posted = scene.chatbot.treasury.receive_outside
    key = form.private_metadata.partition(" ")[0]
    await posted("B101", {"amount": "100"}, key=key, by=await scene.known("sam"))
    await scene.settle()
    assert "$100 received" in text_of(card(scene))


async def test_money_goes_back_and_whoever_gave_it_is_told(scene: Scene) -> None:
    await opens_drive(scene)
    await pledges(scene, "ana", "40")
    await opens_details(scene, "sam")
    await presses(scene, "sam", "Pledges")
    await presses(scene, "sam", "Money came in")
    assert await sends(scene, "sam") == {}
    await opens_details(scene, "sam")
    await presses(scene, "sam", "Pledges")
    await presses(scene, "sam", "Give back")
    assert "$40 of Ana can go back." in said(scene, "sam")
    assert await sends(scene, "sam", amount="15") == {}
    assert "$25 received" in text_of(card(scene))
    assert "$15 of your pledge to B101 went back to you." in text_of(scene.someone("ana").direct_messages()[-1])


async def test_what_will_not_come_is_waited_for_no_more(scene: Scene) -> None:
    await opens_drive(scene)
    await pledges(scene, "ana", "40")
    await opens_details(scene, "sam")
    await presses(scene, "sam", "Pledges")
    await presses(scene, "sam", "Wait no more")
    assert "not waited for any more" in said(scene, "sam")
    assert "pledged ·" not in text_of(card(scene))
    assert scene.someone("ana").direct_messages() == []


async def test_a_wrong_entry_is_taken_back_with_a_reason(scene: Scene) -> None:
    await opens_drive(scene)
    await outside(scene, "1000")
    await opens_books(scene)
    await presses(scene, "sam", "Take an entry back")
    assert set(await sends(scene, "sam", entry="#1 · Mon, Mar 2 · Money received · $1,000 · B101")) == {"reason"}
    assert await sends(scene, "sam", reason="It was 100") == {}
    assert "Entry 1 is taken back by entry 2." in said(scene, "sam")
    assert "$0 received" in text_of(card(scene))
    await presses(scene, "sam", "Take an entry back")
    assert "There is no entry that could be taken back." in said(scene, "sam")


async def test_a_bond_that_is_breached_is_lost(scene: Scene) -> None:
    await opens_drive(scene)
    await outside(scene, "1500")
    await opens_details(scene, "sam")
    await presses(scene, "sam", "Bond was paid")
    assert "I-352" in said(scene, "sam")
    errors = await sends(scene, "sam", obligor="Maria Lopez")
    assert "never a name" in errors["obligor"]
    assert await sends(scene, "sam", obligor="O7") == {}
    await presses(scene, "sam", "Bond is breached (I-323)")
    assert "$1,500 are lost to the drive." in said(scene, "sam")
    assert await sends(scene, "sam") == {}
    assert "Breached" in text_of(card(scene))
    await opens_books(scene)
    await presses(scene, "sam", "Totals")
    assert "$1,500 lost" in said(scene, "sam")


async def test_treasurers_are_reminded_of_the_obligors_address(scene: Scene) -> None:
    await opens_drive(scene)
    await outside(scene, "1500")
    await presses(scene, "sam", "Bond was paid")
    await sends(scene, "sam", obligor="O7")
    scene.machine.passes(timedelta(days=90) - timedelta(minutes=1))
    await scene.chatbot.schedule.tick()
    await scene.settle()
    asked = scene.someone("sam").direct_messages()[-1]
    assert "Is the address of obligor O7 for B101 still right?" in text_of(asked)
    await presses(scene, "sam", "Obligor's address is right", asked)
    assert "again in 90 days" in said(scene, "sam")


async def test_admins_are_no_treasurers_by_themselves(scene: Scene) -> None:
    await opens_drive(scene)
    await opens_books(scene, "rosa")
    assert "Only treasurers can do this" in text_of(scene.someone("rosa").ephemerals("general")[-1])
    await scene.trusts("rosa", Grant(role=Role.TREASURER))
    assert "$0 at hand" in await opens_books(scene, "rosa")
