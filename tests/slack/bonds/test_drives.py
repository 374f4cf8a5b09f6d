"""Drives are listed, started, edited and ended."""

import pytest

from handlers.practice.reading import labels_of, text_of
from tests.slack.bonds.steps import card, closes, opens_details, opens_drive, pledges, presses, said, sends
from tests.slack.scene import Scene

WHOLE = {"alias": "Baker", "amount": "2,000", "share": "1500", "story": "He bakes.", "link": "https://example.org/give"}


async def asks(scene: Scene, handle: str, words: str = "") -> str:
    """`/bonds` with some words behind it, in #general; what only they see then."""
    await scene.someone(handle).types(f"/bonds {words}".strip(), channel="general")
    await scene.settle()
    found = scene.someone(handle).ephemerals("general")
    return text_of(found[-1]) if found else ""


async def test_the_list_says_that_nothing_is_being_raised(scene: Scene) -> None:
    assert "Nobody needs a bond raised at the moment." in await asks(scene, "ana")
    assert "You have not pledged anything yet." in await asks(scene, "ana", "mine")


async def test_the_list_shows_a_bar_and_the_way_to_pledge(scene: Scene) -> None:
    await opens_drive(scene)
    await opens_drive(scene, alias="Teacher", purpose="fees", amount="400", share="100", due="")
    await pledges(scene, "ana", "750")
    shown = await asks(scene, "jonah")
    assert "2 drives" in shown
    assert "▱▱▱▱▱▱▱▱▱▱——————————" in shown
    assert "Legal fees" in shown
    assert labels_of(scene.someone("jonah").ephemerals("general")[-1]) == ["Pledge", "Details"] * 2
    assert "Your pledge: $750" in await asks(scene, "ana", "mine")
    assert "Teacher" in await asks(scene, "ana", "b-102")


async def test_help_shows_to_everyone_what_is_theirs(scene: Scene) -> None:
    await opens_drive(scene)
    assert "/bonds add" not in await asks(scene, "ana", "help")
    assert "/bonds books" not in await asks(scene, "daniel", "help")
    assert "/bonds books" in await asks(scene, "sam", "?")
    assert "I never take card numbers" in await asks(scene, "sam", "help")
    assert "I do not know “bail”" in await asks(scene, "ana", "bail")
    assert "There is no drive B999" in await asks(scene, "ana", "B999")


async def test_lists_are_turned_page_by_page(scene: Scene) -> None:
    for number in range(8):
        await opens_drive(scene, alias=f"Someone {number}")
    await asks(scene, "ana")
    shown = scene.someone("ana").ephemerals("general")[-1]
    assert labels_of(shown)[-1] == "More"
    await scene.someone("ana").presses("More", shown)
    await scene.settle()
    assert "Page 2 of 2" in text_of(scene.someone("ana").ephemerals("general")[-1])


async def test_a_coordinator_starts_a_drive_and_its_card_appears(scene: Scene) -> None:
    await asks(scene, "daniel", "add")
    assert "Who is eligible for bond is for the court to say" in said(scene, "daniel")
    errors = await sends(scene, "daniel", **{**WHOLE, "amount": "1,400"})
    assert "By law a bond is at least $1,500." in errors["amount"]
    assert await sends(scene, "daniel", amount="2,000", channel="bonds", due=scene.day(5)) == {}
    assert "B101 has begun" in said(scene, "daniel")
    shown = text_of(card(scene))
    assert "The whole amount is $2,000; others raise the rest." in shown
    assert "Needed by Sat, Mar 7" in shown


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"story": "Call 617-555-0143"}, "story", "looks like a phone number"),
        ({"story": "He is A012 345 678"}, "story", "looks like an A-number"),
        ({"link": "http://example.org"}, "link", "begins with https://"),
        ({"share": "3000"}, "share", "cannot be more than the whole amount"),
    ],
)
async def test_what_cannot_be_taken_is_said_under_its_input(
    scene: Scene, changes: dict[str, str], field: str, sentence: str
) -> None:
    await asks(scene, "daniel", "add")
    assert sentence in (await sends(scene, "daniel", **{**WHOLE, **changes}))[field]
    assert await sends(scene, "daniel", **WHOLE) == {}


async def test_an_edit_changes_the_card(scene: Scene) -> None:
    await opens_drive(scene)
    await opens_details(scene, "daniel")
    await presses(scene, "daniel", "Edit")
    assert "1500.00" in said(scene, "daniel")
    assert await sends(scene, "daniel", alias="Baker", amount="1800") == {}
    assert "B101 is saved" in said(scene, "daniel")
    assert "Baker" in text_of(card(scene))
    assert "$1,800" in text_of(card(scene))


async def test_a_drive_that_ends_tells_those_who_pledged(scene: Scene) -> None:
    await opens_drive(scene)
    await pledges(scene, "ana", "40")
    await opens_details(scene, "daniel")
    await presses(scene, "daniel", "End the drive")
    assert await sends(scene, "daniel", reason="The judge set no bond") == {}
    assert "The judge set no bond" in text_of(card(scene))
    told = text_of(scene.someone("ana").direct_messages()[-1])
    assert "B101 has ended. Nothing more is needed from you" in told
    assert "Your pledge" not in await opens_details(scene, "ana")


async def test_a_volunteer_is_told_who_starts_drives(scene: Scene) -> None:
    await opens_drive(scene)
    assert "Only coordinators and treasurers can do this" in await asks(scene, "ana", "add")
    for name in ("add", "edit", "close", "pledges"):
        action = {"type": "button", "action_id": f"bonds.{name}", "value": "1 B101" if name == "pledges" else "B101"}
        await scene.someone("ana").forges(card(scene), action)
        await scene.settle()
        assert scene.someone("ana").modal is None
        shown = text_of(scene.someone("ana").ephemerals("bonds")[-1])
        assert "Only coordinators and treasurers can do this" in shown


async def test_home_shows_what_is_promised_and_the_treasurer_their_books(scene: Scene) -> None:
    await opens_drive(scene)
    await pledges(scene, "ana", "40")
    await closes(scene, "ana")
    for handle in ("ana", "sam", "jonah"):
        await scene.someone(handle).opens_home()
        await scene.settle()
    assert "Your pledge: $40" in text_of(scene.someone("ana").home)
    assert "$40 promised in 1 pledge" in text_of(scene.someone("sam").home)
    assert "pledge" not in text_of(scene.someone("jonah").home)
    await scene.someone("ana").presses("Withdraw", scene.someone("ana").home)
    await scene.settle()
    assert "Your pledge" not in text_of(scene.someone("ana").home)
    await presses(scene, "sam", "The books", scene.someone("sam").home)
    assert "$0 at hand" in said(scene, "sam")
