"""A bond from the first pledge to the refund a year later, all of it pressed and typed in Slack."""

from datetime import timedelta

from chatbot.kit.money import Money
from handlers.practice.reading import labels_of, text_of
from tests.slack.bonds.steps import card, closes, opens_details, opens_drive, presses, said, sends
from tests.slack.scene import Scene

TO_FUND = "Pledge all of it: $200 go to the fund for the next one"


async def pledges_elsewhere(scene: Scene, handle: str, amount: str, **answers: object) -> None:
    """By the drive's code, in a channel where its card does not hang."""
    await scene.someone(handle).types("/bonds B101", channel="general")
    await presses(scene, handle, "Other amount", scene.someone(handle).ephemerals("general")[-1])
    assert await sends(scene, handle, amount=amount) == {}
    assert await sends(scene, handle, **answers) == {}
    assert "Thank you!" in said(scene, handle)


async def money_came_in(scene: Scene, *for_: str, amount: str | None = None) -> None:
    """Sam writes down one transfer for these pledges."""
    await opens_details(scene, "sam")
    await presses(scene, "sam", "Money came in")
    assert await sends(scene, "sam", pledges=list(for_), amount=amount) == {}
    assert "It is in the books." in said(scene, "sam")


async def does(scene: Scene, label: str, **typed: object) -> None:
    """Sam does the next step of the bond."""
    await opens_details(scene, "sam")
    await presses(scene, "sam", label)
    assert await sends(scene, "sam", **typed) == {}
    assert "It is in the books." in said(scene, "sam")


async def seven_pledges(scene: Scene) -> None:
    """$20, $500 without a name, $250, $1,000, $730, $1,500 from outside Slack, and $200 more than is missing."""
    await presses(scene, "ana", "$20", card(scene))
    await sends(scene, "ana")
    await pledges_elsewhere(scene, "ruth", "$500", anonymous=["Do not show my name"])
    await presses(scene, "rosa", "$250", card(scene))
    await sends(scene, "rosa")
    await pledges_elsewhere(scene, "daniel", "1,000")
    await pledges_elsewhere(scene, "mei", "730.00")
    await opens_details(scene, "sam")
    await presses(scene, "sam", "Money from outside Slack")
    assert await sends(scene, "sam", amount="1500 USD", donor="First Street congregation") == {}
    await scene.someone("jonah").types("/bonds B101", channel="general")
    await presses(scene, "jonah", "Other amount", scene.someone("jonah").ephemerals("general")[-1])
    await sends(scene, "jonah", amount="1200")
    assert "This is $200 more than what is missing" in said(scene, "jonah")
    assert await sends(scene, "jonah", rest=TO_FUND) == {}


async def all_of_it_arrives(scene: Scene) -> None:
    await money_came_in(scene, "Ana · $20 · B101", "Rosa · $250 · B101")
    await money_came_in(scene, "Ruth · $500 · B101")
    await money_came_in(scene, "Daniel · $1,000 · B101", amount="400")
    await money_came_in(scene, "Daniel · $600 · B101", amount="600")
    await money_came_in(scene, "Mei-Ling · $730 · B101", "Jonah · $1,200 · B101", amount="$1,930")


async def sets_rate(scene: Scene, year: str, rate: str) -> None:
    await closes(scene, "sam")
    await scene.someone("sam").types("/bonds books", channel="general")
    await scene.settle()
    await presses(scene, "sam", "Limits and rates")
    await presses(scene, "sam", "Set a rate")
    assert await sends(scene, "sam", year=year, rate=rate) == {}


async def statement(scene: Scene) -> str:
    """This month's, from the books."""
    await closes(scene, "sam")
    await scene.someone("sam").types("/bonds books", channel="general")
    await scene.settle()
    await presses(scene, "sam", "Month statement")
    return said(scene, "sam")


async def test_a_whole_bond(scene: Scene) -> None:
    await opens_drive(scene, amount="5000")
    await seven_pledges(scene)
    shown = text_of(card(scene))
    assert "$1,500 received · $3,500 pledged · the goal of $5,000 is reached".replace("*", "") in shown.replace("*", "")
    assert "7 pledges" in shown
    assert "▰▰▰▰▰▰▱▱▱▱▱▱▱▱▱▱▱▱▱▱" in shown

    await all_of_it_arrives(scene)
    shown = text_of(card(scene))
    assert "$5,000 received" in shown
    assert "pledged ·" not in shown
    celebrated = [one for one in scene.practice.channel("bonds").messages if "Thank you, everyone" in text_of(one)]
    assert len(celebrated) == 2, "the card says it, and one message celebrates it"
    assert "Thank you! $1,200 of your pledge to B101 has arrived." in text_of(
        scene.someone("jonah").direct_messages()[-1]
    )

    await does(scene, "Bond was paid", amount="5000", obligor="O7")
    assert labels_of(card(scene)) == ["Details"]
    assert "The bond is paid." in text_of(card(scene))
    await does(scene, "Person is released")
    assert "Out on bond!" in text_of(card(scene))
    month = await statement(scene)
    assert "$0 at hand on Sun, Mar 1" in month
    assert "$5,200 came in" in month
    assert "$5,000 went out" in month
    assert "$200 at hand on Tue, Mar 31" in month
    assert "$5,000 with the government as bonds" in month

    scene.machine.passes(timedelta(days=380))  # it is Wednesday, 17 March 2027
    await does(scene, "Bond is cancelled (I-391)", on="2027-03-10")
    task = text_of(scene.someone("sam").direct_messages()[-1])
    assert "The bond of B101 is cancelled: obligor O7 can ask for the refund." in task
    assert "I-391" in task
    await does(scene, "Refund was asked for")

    # The deposit of 2 March 2026 does not count, 17 March 2027 does: 304 days of 2026 (365 less the 61 until 2 March)
    # at 2%, 76 days of 2027 (31 + 28 + 17) at 1.5%.
    #   5000 x 0.02  x 304/365 = 83.2877
    #   5000 x 0.015 x  76/365 = 15.6164
    #   together                 98.9041, so $98.90
    await sets_rate(scene, "2026", "2.00")
    await sets_rate(scene, "2027", "1.5")
    await opens_details(scene, "sam")
    await presses(scene, "sam", "Refund came")
    assert "Principal: $5,000" in said(scene, "sam")
    assert "98.90" in said(scene, "sam")
    assert await sends(scene, "sam") == {}
    assert "The bond has come back" in text_of(card(scene))

    await opens_details(scene, "sam")
    await presses(scene, "sam", "Roll money over")
    assert "$5,098.90 at hand" in said(scene, "sam")
    assert await sends(scene, "sam", to="The general fund") == {}
    month = await statement(scene)
    assert "$200 at hand on Mon, Mar 1" in month
    assert "$5,098.90 came in" in month
    assert "$0 went out" in month
    assert "$5,298.90 at hand on Wed, Mar 31" in month
    assert "$0 with the government as bonds" in month

    await the_books_agree(scene)


async def the_books_agree(scene: Scene) -> None:
    """What the card and the statement said is what the entries sum to, and their chain is whole."""
    sam = await scene.known("sam")
    totals = await scene.chatbot.bookkeeping.totals(by=sam)
    assert {fund.code or "fund": fund.at_hand for fund in totals.funds} == {"fund": Money(529_890), "B101": Money(0)}
    assert dict(totals.obligors) in ({}, {"O7": Money(0)})
    drive = await scene.chatbot.bonds.get("B101", by=sam)
    assert drive.figures.received == Money(500_000)
    assert (await scene.chatbot.ledger.verify(scene.practice.team_id)).is_sound
