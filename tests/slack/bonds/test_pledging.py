"""People pledge in Slack: by a button or any amount, asked once, changed or withdrawn until it has arrived."""

from chatbot.kit.money import Money
from handlers.practice.reading import labels_of, text_of
from tests.slack.bonds.steps import card, closes, opens_details, opens_drive, pledges, presses, said, sends
from tests.slack.scene import Scene


async def test_the_card_of_a_new_drive_says_what_is_missing_and_offers_amounts(scene: Scene) -> None:
    await opens_drive(scene)
    shown = text_of(card(scene))
    assert "Uncle of J." in shown
    assert "He fixes everybody's bicycle." in shown
    assert "————————————————————" in shown
    assert "$1,500" in shown
    assert "<https://example.org/give>" in shown
    assert "I never take card numbers" in shown
    assert labels_of(card(scene)) == ["$20", "$50", "$100", "$250", "Other amount", "Details"]


async def test_a_button_asks_in_figures_and_in_words_and_then_the_card_follows(scene: Scene) -> None:
    await opens_drive(scene)
    await presses(scene, "ana", "$50", card(scene))
    assert "You pledge $50" in said(scene, "ana")
    assert "In words: fifty dollars" in said(scene, "ana")
    assert "$50 pledged" not in text_of(card(scene))
    assert await sends(scene, "ana") == {}
    assert "Thank you! You pledged $50 to B101." in said(scene, "ana")
    assert "$50 pledged" in text_of(card(scene))
    assert "$1,450 missing of $1,500" in text_of(card(scene))
    assert "1 pledge · Ana" in text_of(card(scene))


async def test_a_pledge_may_be_anonymous(scene: Scene) -> None:
    drive = await opens_drive(scene)
    await presses(scene, "ana", "$50", card(scene))
    await sends(scene, "ana", anonymous=["Do not show my name"])
    assert "your name is not shown" in said(scene, "ana")
    assert "1 pledge" in text_of(card(scene))
    assert "Ana" not in text_of(card(scene))
    daniel, sam = await scene.known("daniel"), await scene.known("sam")
    assert [one.name for one in await scene.chatbot.bonds.pledges(drive.code, by=daniel)] == [""]
    assert [one.name for one in await scene.chatbot.bonds.pledges(drive.code, by=sam)] == ["Ana"]


async def test_amounts_are_understood_as_people_write_them(scene: Scene) -> None:
    await opens_drive(scene)
    for typed in ("$40", "40.00", "40 USD"):
        await presses(scene, "ana", "Other amount", card(scene))
        assert await sends(scene, "ana", amount=typed) == {}
        assert "In words: forty dollars" in said(scene, "ana")
        await closes(scene, "ana")


async def test_what_is_no_amount_is_refused_under_its_input_and_what_was_typed_stays(scene: Scene) -> None:
    await opens_drive(scene)
    await presses(scene, "ana", "Other amount", card(scene))
    for typed in ("40,5", "-3", "NaN", "1e3", "$0"):
        assert set(await sends(scene, "ana", amount=typed)) == {"amount"}
    assert "payment card number" in (await sends(scene, "ana", amount="4111 1111 1111 1111"))["amount"]
    assert await sends(scene, "ana", amount="1,200") == {}
    assert "In words: one thousand two hundred dollars" in said(scene, "ana")


async def test_more_than_is_missing_asks_where_the_rest_goes(scene: Scene) -> None:
    await opens_drive(scene)
    await pledges(scene, "ruth", "1400")
    await presses(scene, "ana", "Other amount", card(scene))
    await sends(scene, "ana", amount="150")
    assert "This is $50 more than what is missing" in said(scene, "ana")
    assert (await sends(scene, "ana"))["rest"]
    assert await sends(scene, "ana", rest="Pledge all of it: $50 go to the fund for the next one") == {}
    assert "You pledged $150 to B101" in said(scene, "ana")
    (drive,) = (await scene.chatbot.bonds.listed(by=await scene.known("ana"))).drives
    assert (drive.figures.promised, drive.figures.missing) == (Money(150_000), Money(0))


async def test_once_nothing_is_missing_all_of_it_is_for_the_fund(scene: Scene) -> None:
    await opens_drive(scene)
    await pledges(scene, "ruth", "1500")
    await presses(scene, "ana", "$20", card(scene))
    assert "This is $20 more than what is missing" in said(scene, "ana")
    assert "Pledge only" not in said(scene, "ana")
    assert await sends(scene, "ana", rest="Pledge all of it: $20 go to the fund for the next one") == {}
    assert "You pledged $20 to B101" in said(scene, "ana")


async def test_someone_else_may_have_pledged_meanwhile(scene: Scene) -> None:
    await opens_drive(scene)
    await presses(scene, "ana", "Other amount", card(scene))
    await sends(scene, "ana", amount="200")
    await pledges(scene, "ruth", "1400")
    await sends(scene, "ana")
    assert "This is $100 more than what is missing" in said(scene, "ana")
    assert await sends(scene, "ana", rest="Pledge only the $100 that are missing") == {}
    assert "You pledged $100 to B101" in said(scene, "ana")


async def test_an_odd_amount_is_asked_about_once_more(scene: Scene) -> None:
    await opens_drive(scene, amount="20000")
    await presses(scene, "ana", "Other amount", card(scene))
    await sends(scene, "ana", amount="5000")
    await sends(scene, "ana")
    assert "Please look once more" in said(scene, "ana")
    assert "five thousand dollars" in said(scene, "ana")
    assert "$5,000 pledged" not in text_of(card(scene))
    await sends(scene, "ana")
    assert "$5,000 pledged" in text_of(card(scene))


async def test_a_second_click_finds_the_pledge_that_is_there(scene: Scene) -> None:
    await opens_drive(scene)
    await pledges(scene, "ana", "40")
    await closes(scene, "ana")
    await presses(scene, "ana", "$20", card(scene))
    assert "You pledged $40 to B101 already." in said(scene, "ana")
    assert labels_of(scene.modal("ana")) == ["Change pledge", "Withdraw"]
    assert "$40 pledged" in text_of(card(scene))


async def test_a_pledge_is_changed(scene: Scene) -> None:
    await opens_drive(scene)
    await pledges(scene, "ana", "40")
    await presses(scene, "ana", "Change pledge")
    assert "40.00" in said(scene, "ana")
    await sends(scene, "ana", amount="60")
    await sends(scene, "ana")
    assert "You pledged $60 to B101" in said(scene, "ana")
    assert "$60 pledged" in text_of(card(scene))


async def test_a_pledge_is_withdrawn(scene: Scene) -> None:
    await opens_drive(scene)
    await pledges(scene, "ana", "40")
    await presses(scene, "ana", "Withdraw")
    assert "Your pledge to B101 is withdrawn" in said(scene, "ana")
    assert "pledged" not in text_of(card(scene))
    assert "$20" in labels_of(scene.modal("ana"))


async def test_what_has_arrived_is_not_changed_any_more(scene: Scene) -> None:
    await opens_drive(scene)
    await pledges(scene, "ana", "40")
    (pledge,) = await scene.chatbot.bonds.mine(by=await scene.known("ana"))
    typed = {"pledges": (str(pledge.id),), "amount": "15"}
    await scene.chatbot.treasury.receive(typed, key="k", by=await scene.known("sam"))
    await scene.settle()
    stale = scene.modal("ana")
    await scene.someone("ana").presses_stale("Withdraw", stale)
    await scene.settle()
    assert "$15 of this pledge arrived already" in said(scene, "ana")
    assert "Change pledge" not in await opens_details(scene, "ana")
    assert "$15 of it has arrived" in said(scene, "ana")
    assert "Thank you! $15 of your pledge to B101 has arrived." in text_of(scene.someone("ana").direct_messages()[-1])


async def test_a_drive_that_is_over_is_answered_kindly(scene: Scene) -> None:
    await opens_drive(scene)
    stale = card(scene)
    await scene.chatbot.bonds.close("B101", reason="The case ended", by=await scene.known("daniel"))
    await scene.settle()
    assert "The case ended" in text_of(card(scene))
    assert labels_of(card(scene)) == ["Details"]
    await scene.someone("ana").presses_stale("$20", stale)
    await scene.settle()
    assert "B101 takes no more pledges" in text_of(scene.someone("ana").ephemerals("bonds")[-1])


async def test_guests_pledge_nothing(scene: Scene) -> None:
    await opens_drive(scene)
    await scene.someone("luis").types("/bonds", channel="court-boston")
    assert "full members of this workspace only" in text_of(scene.someone("luis").ephemerals("court-boston")[-1])
