"""`/hearings` and everything that can stand behind it."""

import pytest

from handlers.practice.posts import Message
from handlers.practice.reading import labels_of, text_of
from tests.slack.scene import Scene


async def asked(scene: Scene, words: str, handle: str = "ana") -> Message:
    """What someone reads after `/hearings` and these words."""
    await scene.someone(handle).types(f"/hearings {words}".strip(), channel="court-boston")
    await scene.settle()
    return scene.someone(handle).ephemerals("court-boston")[-1]


async def chelmsford(scene: Scene) -> str:
    places = await scene.chatbot.places.listed(scene.practice.team_id)
    return str(next(place.id for place in places if place.name.startswith("Chelmsford")))


async def test_nothing_coming_up_is_said_kindly_and_coordinators_may_add(scene: Scene) -> None:
    assert "No hearings in the next 14 days" in text_of(await asked(scene, ""))
    assert labels_of(await asked(scene, "")) == []
    assert labels_of(await asked(scene, "", "daniel")) == ["Add a hearing"]


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("", {"H101", "H102", "H103", "H104"}),
        ("today", {"H101"}),
        ("this week", {"H101", "H102", "H104"}),
        ("open", {"H101", "H102", "H103", "H104"}),
        ("mine", set()),
        ("lowell", {"H102"}),
        ("JFK building", {"H101", "H103", "H104"}),
        ("bond", {"H103"}),
        ("this week boston check-in", {"H101", "H104"}),
        ("H105", {"H105"}),
        ("h 105", {"H105"}),
    ],
)
async def test_the_list_shows_what_was_asked_for(scene: Scene, words: str, codes: set[str]) -> None:
    await scene.hearing(day=scene.day(0), start="23:00")
    await scene.hearing(day=scene.day(3), place=await chelmsford(scene), kind="master")
    await scene.hearing(day=scene.day(10), kind="bond")
    await scene.hearing(day=None, start=None)
    await scene.hearing(day=scene.day(20), kind="master")
    found = text_of(await asked(scene, words))
    assert {code for code in ("H101", "H102", "H103", "H104", "H105") if code in found} == codes


async def test_mine_lists_what_i_signed_up_for_with_release(scene: Scene) -> None:
    await scene.hearing()
    await scene.hearing(alias="Other")
    await scene.agrees("ana")
    await scene.someone("ana").presses("Claim", scene.card())
    await scene.settle()
    mine = await asked(scene, "mine")
    assert "H102" in text_of(mine)
    assert "H101" not in text_of(mine)
    assert labels_of(mine) == ["Release", "Details"]


async def test_a_claim_in_a_list_shows_in_that_list(scene: Scene) -> None:
    await scene.hearing()
    await scene.agrees("ana")
    ana = scene.someone("ana")
    shown = await asked(scene, "open")
    await ana.presses("Claim", shown)
    await scene.settle()
    (now,) = ana.ephemerals("court-boston")
    assert "You are coming to H101" in text_of(now)
    assert "You come as companion." in text_of(now)
    assert labels_of(now) == ["Release", "Details"]


async def test_an_unknown_word_is_answered_with_the_nearest_known_one(scene: Scene) -> None:
    assert "I do not know “bostn”. Did you mean “Boston”?" in text_of(await asked(scene, "bostn"))
    assert "Type /hearings help" in text_of(await asked(scene, "qqqqqq"))


async def test_an_unknown_code_is_answered_kindly(scene: Scene) -> None:
    assert "There is no hearing H999" in text_of(await asked(scene, "H999"))


async def test_help_shows_every_filter_and_to_coordinators_how_to_add(scene: Scene) -> None:
    assert "/hearings this week" in text_of(await asked(scene, "help"))
    assert "/hearings add" not in text_of(await asked(scene, "help"))
    assert "/hearings add" in text_of(await asked(scene, "help", "daniel"))


async def test_a_long_list_is_turned_page_by_page_in_place(scene: Scene) -> None:
    for number in range(8):
        await scene.hearing(alias=f"Person {number}")
    ana = scene.someone("ana")
    first = await asked(scene, "")
    assert "8 hearings" in text_of(first)
    assert labels_of(first)[-1] == "More"
    before = len(ana.ephemerals("court-boston"))
    await ana.presses("More", first)
    await scene.settle()
    assert len(ana.ephemerals("court-boston")) == before
    second = ana.ephemerals("court-boston")[-1]
    assert "Page 2 of 2" in text_of(second)
    assert "Person 7" in text_of(second)
    await ana.presses("Back", second)
    await scene.settle()
    assert "Page 1 of 2" in text_of(ana.ephemerals("court-boston")[-1])


async def test_what_people_type_is_inert_wherever_it_is_shown(scene: Scene) -> None:
    await scene.hearing(alias="<!channel> *x*", note="<https://example.org|click> <@U07ANA5PKD> & co")
    assert "&lt;!channel&gt;" in text_of(scene.card())
    assert "&lt;https://example.org|click&gt; &lt;@U07ANA5PKD&gt; &amp; co" in text_of(scene.card())
    assert "<!channel>" not in str(scene.card().blocks)
    answer = await asked(scene, "<!channel>")
    assert "<!channel>" not in str(answer.blocks)


async def test_a_notification_holds_no_word_about_anyone(scene: Scene) -> None:
    await scene.hearing(alias="The gardener")
    assert scene.card().text == "A hearing needs company."
    assert "gardener" not in (await asked(scene, "")).text
