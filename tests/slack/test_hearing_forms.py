"""Coordinators write hearings down, change them and call them off."""

from datetime import timedelta

import pytest

from chatbot.hearings.model import Filter
from handlers.practice.reading import labels_of, text_of
from tests.slack.scene import Scene

WHOLE = {
    "kind": "Master calendar hearing",
    "alias": "Teacher",
    "place": "Boston Immigration Court",
    "day": "2026-03-09",
    "start": "09:00",
    "companions": "3",
}


EMPTY = {"note": None, "notes": None, "contact": None, "end": None}


async def fill_in(scene: Scene, changes: dict[str, str | None] | None = None) -> None:
    await scene.someone("daniel").types("/hearings add", channel="court-boston")
    await scene.settle()
    await scene.someone("daniel").fills(scene.modal("daniel"), {**WHOLE, **(changes or {})})


async def test_a_coordinator_adds_a_hearing_and_its_card_appears(scene: Scene) -> None:
    await fill_in(scene)
    answer = await scene.someone("daniel").submits()
    await scene.settle()
    assert answer.errors == {}
    assert "H101 is written down" in text_of(scene.modal("daniel"))
    assert "Mon, Mar 9, 9:00 AM EDT" in text_of(scene.card())


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"day": "2026-03-01"}, "day", "This day is over."),
        ({"day": "2026-03-02", "start": "08:00"}, "start", "This hour is over."),
        ({"end": "08:30"}, "end", "It would end before it starts."),
        ({"day": None}, "day", "An hour needs a day."),
        ({"companions": "0"}, "companions", "Nobody could sign up for this."),
        ({"note": "Call 617-555-0143 when you are there"}, "note", "looks like a phone number"),
        ({"note": "He lives at 45 Elm Street"}, "note", "looks like a street address"),
        ({"alias": "someone@example.org"}, "alias", "looks like an e-mail"),
        ({"notes": "His number is A012 345 678"}, "notes", "looks like an A-number"),
        ({"contact": "SSN 078-05-1120"}, "contact", "social security number"),
    ],
)
async def test_what_cannot_be_taken_is_said_under_its_input_and_nothing_typed_is_lost(
    scene: Scene, changes: dict[str, str | None], field: str, sentence: str
) -> None:
    await fill_in(scene, changes)
    answer = await scene.someone("daniel").submits()
    assert sentence in answer.errors[field]
    found = await scene.chatbot.hearings.listed(Filter(days=30), by=await scene.known("daniel"))
    assert found.total == 0
    await scene.someone("daniel").fills(scene.modal("daniel"), WHOLE | EMPTY)
    assert (await scene.someone("daniel").submits()).errors == {}


async def test_a_missing_seat_count_is_asked_for(scene: Scene) -> None:
    await fill_in(scene, {"companions": None})
    answer = await scene.someone("daniel").submits()
    assert answer.errors


async def test_a_phone_number_belongs_into_the_private_part(scene: Scene) -> None:
    await fill_in(scene, {"contact": "Rosa, 617-555-0143"})
    await scene.someone("daniel").submits()
    await scene.settle()
    assert "617-555-0143" in text_of(scene.modal("daniel"))
    assert "617-555-0143" not in text_of(scene.card())


async def test_a_volunteer_is_told_that_coordinators_add_hearings(scene: Scene) -> None:
    answer = await scene.someone("ana").types("/hearings add", channel="court-boston")
    assert "Only coordinators can do this" in text_of(scene.someone("ana").ephemerals("court-boston")[-1])
    assert answer.ok


async def test_a_volunteer_pressing_a_coordinators_button_is_refused(scene: Scene) -> None:
    await scene.hearing()
    daniel, ana = scene.someone("daniel"), scene.someone("ana")
    await daniel.types("/hearings H101", channel="court-boston")
    shown = daniel.ephemerals("court-boston")[-1]
    assert labels_of(shown)[-2:] == ["Edit", "Cancel hearing"]
    await ana.presses_stale("Cancel hearing", shown)
    await scene.settle()
    assert "Only coordinators can do this" in text_of(ana.ephemerals("court-boston")[-1])


async def test_an_edit_changes_the_card_and_tells_those_who_come(scene: Scene) -> None:
    await scene.hearing()
    await scene.agrees("ana")
    await scene.someone("ana").presses("Claim", scene.card())
    await scene.practice.move_clock(by=timedelta(hours=1))
    daniel = scene.someone("daniel")
    await daniel.presses("Details", scene.card())
    await scene.settle()
    await daniel.presses("Edit", scene.modal("daniel"))
    await scene.settle()
    await daniel.fills(scene.modal("daniel"), {"start": "11:30"})
    await daniel.submits()
    await scene.settle()
    assert "H101 is saved" in text_of(scene.modal("daniel"))
    assert "11:30 AM" in text_of(scene.card())
    await scene.practice.move_clock(by=timedelta(minutes=3))
    await scene.settle()
    told = text_of(scene.someone("ana").direct_messages()[-1])
    assert "H101 has changed" in told
    assert "11:30 AM" in told


async def test_an_edit_that_moves_nothing_tells_nobody(scene: Scene) -> None:
    await scene.hearing()
    await scene.agrees("ana")
    await scene.someone("ana").presses("Claim", scene.card())
    daniel = scene.someone("daniel")
    await daniel.presses("Details", scene.card())
    await scene.settle()
    await daniel.presses("Edit", scene.modal("daniel"))
    await scene.settle()
    await daniel.fills(scene.modal("daniel"), {"note": "Bring water"})
    await daniel.submits()
    await scene.settle()
    assert "Bring water" in text_of(scene.card())
    assert scene.someone("ana").direct_messages() == []


async def test_a_cancelled_hearing_says_so_and_a_late_click_is_answered_kindly(scene: Scene) -> None:
    await scene.hearing()
    await scene.agrees("ana")
    await scene.someone("ana").presses("Claim", scene.card())
    await scene.settle()
    stale = scene.card()
    await scene.someone("daniel").presses("Details", scene.card())
    await scene.settle()
    await scene.someone("daniel").presses("Cancel hearing", scene.modal("daniel"))
    await scene.settle()
    await scene.someone("daniel").fills(scene.modal("daniel"), {"reason": "Moved to June"})
    await scene.someone("daniel").submits()
    await scene.settle()
    assert "Cancelled" in text_of(scene.card())
    assert "Moved to June" in text_of(scene.card())
    assert labels_of(scene.card()) == ["Details"]
    assert "H101 was cancelled" in text_of(scene.someone("ana").direct_messages()[-1])
    await scene.someone("jonah").presses_stale("Claim", stale)
    await scene.settle()
    assert "H101 was cancelled" in text_of(scene.someone("jonah").ephemerals("court-boston")[-1])
