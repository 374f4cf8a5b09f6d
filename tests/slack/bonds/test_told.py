"""What the bot says about drives by itself, and what it does not say any more once it is not true."""

from datetime import timedelta

from handlers.practice.reading import labels_of, text_of
from tests.slack.bonds.steps import card, opens_details, opens_drive, pledges, presses, sends
from tests.slack.scene import Scene

HOUR = timedelta(hours=1)


async def ten_oclock(scene: Scene, *, days: int) -> None:
    """The morning so many days later: it is ten o'clock now."""
    scene.machine.passes(timedelta(days=days))
    await scene.chatbot.schedule.tick()
    await scene.settle()


def told(scene: Scene, handle: str) -> list[str]:
    return [text_of(one) for one in scene.someone(handle).direct_messages()]


async def test_a_pledge_is_thanked_for_three_times_and_never_again(scene: Scene) -> None:
    await opens_drive(scene, due=scene.day(1))
    await pledges(scene, "ana", "40")
    for days in (2, 7, 14):
        await ten_oclock(scene, days=days)
    reminders = told(scene, "ana")
    assert len(reminders) == 3
    assert "Thank you for standing with Uncle of J.: you pledged $40." in reminders[0]
    assert "https://example.org/give" in reminders[0]
    assert "the last time" not in reminders[1]
    assert "the last time" in reminders[2]
    await ten_oclock(scene, days=20)
    assert len(told(scene, "ana")) == 3
    reminder = scene.someone("ana").direct_messages()[-1]
    assert labels_of(reminder) == ["Details", "Change pledge", "Withdraw"]
    await presses(scene, "ana", "Withdraw", reminder)
    assert "pledged ·" not in text_of(card(scene))


async def test_nobody_is_reminded_of_a_pledge_that_is_gone(scene: Scene) -> None:
    await opens_drive(scene, due=scene.day(1))
    await pledges(scene, "ana", "40")
    await scene.chatbot.bonds.withdraw("B101", by=await scene.known("ana"))
    await ten_oclock(scene, days=2)
    assert told(scene, "ana") == []


async def test_the_goal_is_celebrated_once(scene: Scene) -> None:
    await opens_drive(scene)
    for amount in ("1500", "10"):
        await opens_details(scene, "sam")
        await presses(scene, "sam", "Money from outside Slack")
        await sends(scene, "sam", amount=amount)
        if amount == "10":
            await sends(scene, "sam", over="To B101 all the same")
    said = [text_of(one) for one in scene.practice.channel("bonds").messages if one.bot]
    assert sum("The goal of $1,500 is reached." in one for one in said) == 1
    assert labels_of(card(scene)) == ["$20", "Other amount", "Details"]


async def test_treasurers_are_reminded_until_the_refund_is_asked_for_and_has_come(scene: Scene) -> None:
    await opens_drive(scene)
    sam = await scene.known("sam")
    await scene.chatbot.treasury.receive_outside("B101", {"amount": "1500"}, key="in", by=sam)
    await scene.chatbot.posted_bonds.mark_paid("B101", {"amount": "1500", "obligor": "O7"}, key="out", by=sam)
    await scene.chatbot.posted_bonds.mark_cancelled("B101", {}, by=sam)
    await scene.settle()
    (first,) = told(scene, "sam")
    assert "obligor O7 can ask for the refund" in first
    await ten_oclock(scene, days=14)
    assert len(told(scene, "sam")) == 2
    task = scene.someone("sam").direct_messages()[-1]
    await presses(scene, "sam", "Refund was asked for", task)
    assert await sends(scene, "sam") == {}
    await ten_oclock(scene, days=60)
    assert "was asked for on Mon, Mar 16 and has not come" in told(scene, "sam")[-1]
    await presses(scene, "sam", "Refund was asked for", task)
    errors = await sends(scene, "sam")
    assert "This cannot be done now: B101" in " ".join(errors.values()), "an old button is answered with what is true"
