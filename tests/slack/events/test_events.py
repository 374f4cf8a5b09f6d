"""Events, as people meet them in Slack."""

import json
from datetime import timedelta
from typing import Any

from handlers.practice.reading import labels_of, text_of
from tests.slack.scene import Scene

LINK = "https://meet.example.org/canary-room"


async def presses(scene: Scene, handle: str, label: str, *, in_: Any = None) -> None:
    await scene.someone(handle).presses(label, in_ or scene.card())
    await scene.settle()


async def passes(scene: Scene, **time: float) -> None:
    await scene.practice.move_clock(by=timedelta(**time))
    await scene.settle()


async def adds(scene: Scene, repeats: str = "every week", **filled: object) -> str:
    """Daniel writes an event down through the window: a walk in three days from six to seven; what he sees then."""
    daniel = scene.someone("daniel")
    await daniel.types("/events add", channel="general")
    await scene.settle()
    await daniel.selects("repeats", repeats, in_=daniel.modal)
    form = {"title": "Evening walk", "spot": "Castle Island", "day": scene.day(3), "start": "18:00", "end": "19:00"}
    await daniel.fills(daniel.modal, {**form, **filled})
    answer = await daniel.submits()
    assert answer.errors == {}
    await scene.settle()
    said = text_of(daniel.modal)
    await daniel.closes(everything=True)
    return said


async def edits(scene: Scene, code: str, **filled: object) -> None:
    """Daniel changes a date through its window."""
    daniel = scene.someone("daniel")
    await daniel.types(f"/events {code}", channel="general")
    await scene.settle()
    await presses(scene, "daniel", "Details", in_=daniel.ephemerals("general")[-1])
    await presses(scene, "daniel", "Edit", in_=daniel.modal)
    await daniel.fills(daniel.modal, filled)
    assert (await daniel.submits()).errors == {}
    await scene.settle()
    await daniel.closes(everything=True)


def last_word(scene: Scene, handle: str) -> str:
    return text_of(scene.someone(handle).direct_messages()[-1])


async def calendar(scene: Scene, handle: str, code: str) -> str:
    """The date as the file they get of it."""
    return (await scene.chatbot.calendars.file(code, by=await scene.known(handle))).content


async def test_a_weekly_walk_with_one_moved_date(scene: Scene) -> None:
    """The journey of issue 7: from the plan to who came."""
    said = await adds(scene, day=scene.day(1), limit="2", link=LINK, closed=("yes",))
    assert "E101 is written down." in said
    assert "every week" in said
    assert "E106" in said, "six dates are there to sign up for"
    for handle in ("jonah", "ana", "marie"):
        await presses(scene, handle, "I come" if handle != "marie" else "Wait in line")
    card = text_of(scene.card())
    assert "2 of 2 come" in card
    assert "1 waiting" in card
    assert "you are first in line" in text_of(scene.someone("marie").ephemerals("court-boston")[-1])
    ana, before = await scene.known("ana"), await calendar(scene, "ana", "E101")

    await edits(scene, "E101", day=scene.day(2), start="17:00", end="18:00")
    for handle in ("jonah", "ana", "marie"):
        told = last_word(scene, handle)
        assert told.index("Tue, Mar 3, 6:00 PM EST") < told.index("Wed, Mar 4, 5:00 PM EST")
    after = await calendar(scene, "ana", "E101")
    assert ("SEQUENCE:0" in before, "SEQUENCE:1" in after) == (True, True)
    assert [line for line in before.splitlines() if line.startswith("UID")] == [
        line for line in after.splitlines() if line.startswith("UID")
    ]
    await scene.someone("daniel").types("/events week", channel="general")
    assert "Tue, Mar 10" not in text_of(scene.someone("daniel").ephemerals("general")[-1])
    await presses(scene, "daniel", "Details")
    assert "Tue, Mar 10, 6:00 PM EDT" in text_of(scene.modal("daniel")), "the others stay where they are"
    await scene.someone("daniel").closes(everything=True)

    await presses(scene, "jonah", "Release")
    assert "A seat is held for you" in last_word(scene, "marie")
    await presses(scene, "marie", "Accept", in_=scene.someone("marie").direct_messages()[-1])
    await passes(scene, hours=25, minutes=5)  # 11:05 on the day before
    question = scene.someone("ana").direct_messages()[-1]
    assert "Are you still coming on Wed, Mar 4?" in text_of(question)
    assert "Find cover" not in labels_of(question)
    await presses(scene, "ana", "Confirm", in_=question)
    await passes(scene, hours=20)
    assert "Today you are expected here" in last_word(scene, "ana")
    await presses(scene, "ana", "Details", in_=scene.someone("ana").direct_messages()[-1])
    assert LINK in text_of(scene.modal("ana"))
    await scene.someone("ana").closes(everything=True)

    await passes(scene, days=1, hours=2, minutes=10)  # a quarter past nine on the day after
    assert "E102" in text_of(scene.card()), "the card of the next one"
    await passes(scene, hours=1)
    assert "Who came to E101?" in last_word(scene, "daniel")
    await presses(scene, "daniel", "Who comes", in_=scene.someone("daniel").direct_messages()[-1])
    await scene.someone("daniel").selects("signups.mark", f"E101 {ana.id} attended", scene.modal("daniel"))
    await scene.settle()
    event = await scene.chatbot.events.get("E101", team_id=ana.team_id)
    assert [one.attendance for one in event.roster.signups if one.person_id == ana.id] == ["attended"]
    open_to_all = [one for one in scene.practice.traffic if "Castle Island" in json.dumps(one.body)]
    assert {"chat.postMessage", "response_url"} <= {one.what for one in open_to_all}, "control: what everyone may read"
    hidden = {one.what for one in scene.practice.traffic if "canary" in json.dumps(one.body)}
    assert hidden == {"view_submission", "views.open", "views.update", "block_actions"}, "in windows and nowhere else"


async def test_the_link_opens_for_those_who_come_and_for_nobody_else(scene: Scene) -> None:
    await adds(scene, repeats="once", link=LINK, closed=("yes",))
    await presses(scene, "ana", "Details")
    assert "canary" not in text_of(scene.modal("ana"))
    await scene.someone("ana").closes(everything=True)
    await presses(scene, "ana", "I come")
    await presses(scene, "ana", "Details")
    assert LINK in text_of(scene.modal("ana"))


async def test_a_cancelled_date_is_told_with_its_reason_and_the_series_goes_on(scene: Scene) -> None:
    await adds(scene)
    await presses(scene, "ana", "I come")
    daniel = scene.someone("daniel")
    await presses(scene, "daniel", "Details")
    await presses(scene, "daniel", "Cancel it", in_=daniel.modal)
    await daniel.fills(daniel.modal, {"reason": "Snow"})
    await daniel.submits()
    await scene.settle()
    assert "E101 is cancelled." in text_of(daniel.modal)
    await presses(scene, "daniel", "Show", in_=daniel.modal)
    assert "E102" in text_of(daniel.modal)
    told = last_word(scene, "ana")
    assert "E101 does not take place." in told
    assert "Snow" in told
    assert "Cancelled" in text_of(scene.card())


async def test_what_is_wrong_is_said_under_its_input_and_only_coordinators_add(scene: Scene) -> None:
    daniel, ana = scene.someone("daniel"), scene.someone("ana")
    await daniel.types("/events add", channel="general")
    await scene.settle()
    await daniel.selects("repeats", "by a rule that I write below", in_=daniel.modal)
    wrong = {"title": "Walk", "day": scene.day(3), "start": "18:00", "rule": "whenever it does not rain"}
    await daniel.fills(daniel.modal, wrong)
    assert "I do not understand this rule" in (await daniel.submits()).errors["rule"]
    await ana.types("/events add", channel="general")
    await scene.settle()
    assert ana.modal is None
    assert "coordinators" in text_of(ana.ephemerals("general")[-1])


async def test_lists_help_and_home_say_something_also_when_there_is_nothing(scene: Scene) -> None:
    ana = scene.someone("ana")
    for words, expected in (
        ("", "No gathering is planned"),
        ("lynn", "Nothing matches “lynn”"),
        ("help", "/events mine"),
    ):
        await ana.types(f"/events {words}".strip(), channel="general")
        assert expected in text_of(ana.ephemerals("general")[-1])
    await adds(scene)
    await ana.types("/events castle", channel="general")
    assert "5 more dates" in text_of(ana.ephemerals("general")[-1])
    await ana.opens_home()
    await scene.settle()
    assert "Gatherings this week" in text_of(ana.home)
    await presses(scene, "ana", "I come", in_=ana.home)
    await ana.closes(everything=True)
    await ana.opens_home()
    await scene.settle()
    assert "You come to" in text_of(ana.home)
