"""The journey of issue 7: an alert from its launch to the final tally."""

import json
from datetime import timedelta

from sqlalchemy import select

from chatbot.bootstrap import Chatbot
from chatbot.kit.database import Tx
from chatbot.migrations.tables import metadata
from handlers.practice.reading import labels_of, text_of
from tests.slack.actions.steps import CHANNEL, card, closes, does, launches, presses, said, sends, told, types
from tests.slack.scene import Scene


async def passes(scene: Scene, **time: float) -> None:
    """Time goes by: the clock ticks, and everything that fell due is said."""
    await scene.practice.move_clock(by=timedelta(**time))
    await scene.settle()


async def written_down(chatbot: Chatbot) -> str:
    """Every row of every table, as text."""

    async def read(tx: Tx) -> str:
        return "".join([str(await tx.all(select(table))) for table in metadata.tables.values()])

    return await chatbot.database.run(read)


async def test_an_alert_from_launch_to_tally(scene: Scene) -> None:
    await launches(scene, ends_on=scene.day(1))
    shown = text_of(card(scene))
    for words in (
        "H.R. 2146 / S. 1088",
        "202-555-0142",
        "<https://example.org/bill>",
        "Until Tue, Mar 3",
        "Nobody yet",
    ):
        assert words in shown
    assert labels_of(card(scene)) == ["What to say", "I called", "I wrote", "Remind me"]

    # Tiago reads the script in Portuguese; his town fills its blank, in this window alone.
    await presses(scene, "tiago", "actions.details", card(scene))
    assert "Olá, meu nome é Tiago e moro em […]. Peço a Senator Elena Marsh" in said(scene, "tiago")
    assert await sends(scene, "tiago", town="Framingham") == {}
    assert "moro em Framingham." in said(scene, "tiago")
    await presses(scene, "tiago", "actions.called")
    assert await sends(scene, "tiago", outcome="Conversa com uma pessoa", note="Friendly office") == {}
    assert "Eu liguei · Senator Elena Marsh · Conversa com uma pessoa" in said(scene, "tiago")
    assert "moro em Framingham." in said(scene, "tiago")

    # Ana presses twice, and is counted once; so is Jonah, who also wrote.
    assert "Counted, thank you! That makes 2 together." in await does(scene, "ana", outcome="Left a voicemail")
    assert "This was counted today already." in await does(scene, "ana")
    await does(scene, "jonah")
    assert "1 call" not in (shown := text_of(card(scene)))
    assert "*3 of 4* · 3 calls · 3 people" in shown

    # Marie wants to be reminded, and is, the next morning; Mei finds it in her own digest.
    await scene.chatbot.people.prefer({"digest_at": "10:00"}, by=await scene.known("mei"))
    await scene.someone("marie").presses("actions.remind", card(scene))
    await scene.settle()
    assert scene.someone("marie").ephemerals(CHANNEL)
    await passes(scene, hours=24)
    (reminder,) = told(scene, "marie", "A101")
    assert "actions.called" in json.dumps(reminder.blocks)
    assert told(scene, "mei", "Pass the GRACE Act")

    # On the second day, the last one, Ana counts again, and the goal is reached.
    await does(scene, "ana")
    assert "The goal is reached" in text_of(card(scene))
    assert "A101 has reached its goal" in text_of(scene.card())

    # The morning after its last day it closes: thanks to the channel and to those who took part, one each.
    assert "This alert is closed" not in text_of(card(scene))
    await passes(scene, hours=24)
    closed = text_of(card(scene))
    assert "This alert is closed. Thank you, everyone!" in closed
    assert "*4 of 4* · 4 calls · 3 people" in closed
    assert labels_of(card(scene)) == ["Details"]
    assert "A101 is closed. Thank you to everyone who took part!" in text_of(scene.card())
    (thanks,) = told(scene, "ana", "Thank you for being part of it!")
    assert "You were counted 2 times." in text_of(thanks)
    assert len(told(scene, "jonah", "Thank you for being part of it!")) == 1
    assert told(scene, "ruth", "A101") == []

    # Coordinators see how it went, and nobody's name.
    await presses(scene, "daniel", "Details", card(scene))
    tally = await presses(scene, "daniel", "Tally")
    assert "4 calls · Spoke with a person: 1 · Left a voicemail: 1" in tally
    assert "Friendly office" in tally
    assert not [name for name in ("Ana", "Jonah", "Tiago") if name in tally]
    await presses(scene, "daniel", "As a table")
    sheet = scene.someone("daniel").direct_messages()[-1]
    assert [file["title"] for file in sheet.files] == ["actions.csv"]


async def test_nobody_is_named_to_others_and_the_town_is_kept_nowhere(scene: Scene) -> None:
    await launches(scene)
    await presses(scene, "ana", "What to say", card(scene))
    await sends(scene, "ana", town="Canarytown")
    await presses(scene, "ana", "I called")
    await sends(scene, "ana", note="A canary sang")
    posted = json.dumps([entry.body for entry in scene.practice.traffic if entry.what.startswith("chat.")])
    assert "GRACE" in posted, "control: what everyone may read is in there"
    assert not [word for word in ("Ana", "Canarytown", "canary") if word in posted]
    kept = await written_down(scene.chatbot)
    assert "A canary sang" in kept, "control: this is the database"
    assert "Canarytown" not in kept


async def test_what_was_done_today_is_taken_back_in_the_window(scene: Scene) -> None:
    await launches(scene)
    shown = await does(scene, "ana", "actions.wrote")
    assert "What you did today" in shown
    assert "It is taken back." in await presses(scene, "ana", "Take back")
    assert "Nobody yet" in text_of(card(scene))


async def test_a_form_with_several_offices_counts_each_that_is_ticked(scene: Scene) -> None:
    await launches(scene)
    await presses(scene, "daniel", "What to say", card(scene))
    await presses(scene, "daniel", "Add an office")
    assert await sends(scene, "daniel", office="Governor", name="The Governor", email="office@example.org") == {}
    await closes(scene, "daniel")
    assert "office@example.org" in text_of(card(scene))
    await presses(scene, "ana", "I called", card(scene))
    assert list(await sends(scene, "ana")) == ["targets"]
    assert await sends(scene, "ana", targets=["Senator Elena Marsh", "The Governor"]) == {}
    assert "2 of 4" in text_of(card(scene))
    await closes(scene, "ana")
    await presses(scene, "ana", "What to say", card(scene))
    await sends(scene, "ana", whom="The Governor", town="Lynn")
    assert "I ask The Governor to pass" in said(scene, "ana")


async def test_a_private_number_is_refused_and_an_offices_own_one_is_taken(scene: Scene) -> None:
    await types(scene, "daniel", "/actions add")
    errors = await sends(scene, "daniel", title="Ask Ana, 617-555-0134", ends_on=scene.day(3))
    assert "looks like a phone number" in errors["title"]
    assert await sends(scene, "daniel", title="Ask the mayor") == {}
    assert "Launch" not in labels_of(scene.modal("daniel"))
    await presses(scene, "daniel", "Add an office")
    errors = await sends(scene, "daniel", office="Another office", name="Mayor", phone="my cousin: 617-555-0134")
    assert "with its area code" in errors["phone"]
    assert await sends(scene, "daniel", phone="617.555.0134") == {}
    assert "617-555-0134" in said(scene, "daniel")
    assert "Launch" in labels_of(scene.modal("daniel"))


async def test_a_closed_alert_goes_on_and_a_draft_is_thrown_away(scene: Scene) -> None:
    await launches(scene)
    await presses(scene, "daniel", "What to say", card(scene))
    assert "A101 is closed." in await presses(scene, "daniel", "Close it")
    await presses(scene, "daniel", "Let it go on")
    assert list(await sends(scene, "daniel", ends_on=scene.day(-1))) == ["ends_on"]
    assert await sends(scene, "daniel", ends_on=scene.day(9)) == {}
    assert "A101 goes on until" in said(scene, "daniel")
    assert "This alert is closed" not in text_of(card(scene))
    assert "goes on until" in text_of(scene.card())
    await closes(scene, "daniel")
    await types(scene, "daniel", "/actions add")
    await sends(scene, "daniel", title="A mistake", ends_on=scene.day(3))
    assert "A102 is thrown away." in await presses(scene, "daniel", "Throw away")


async def test_lists_help_home_and_what_is_not_there(scene: Scene) -> None:
    for line, expected in (
        ("/actions", "Nothing is asked of you at the moment."),
        ("/actions mine", "You have not taken part in an alert yet."),
        ("/actions closed", "No alert has been closed yet."),
        ("/actions drafts", "Only coordinators can do this."),
        ("/actions add", "Only coordinators can do this."),
        ("/actions A7", "There is no alert A7."),
        ("/actions dance", "I do not know “dance”."),
        ("/actions help", "What you can type"),
    ):
        answer = await types(scene, "ana", line)
        assert expected in text_of(answer), line
    await launches(scene)
    answer = await types(scene, "ana", "/actions")
    assert answer is not None
    assert "1 alert" in text_of(answer)
    assert labels_of(answer) == ["What to say", "I called", "I wrote"]
    await scene.someone("ana").opens_home()
    await scene.settle()
    assert "Your voice is needed." in text_of(scene.someone("ana").home)
    await does(scene, "ana")
    assert "A101" in text_of(await types(scene, "ana", "/actions mine"))


async def test_a_made_up_button_does_nothing_and_gets_a_kind_answer(scene: Scene) -> None:
    """T11, T12: whatever a button says, the server decides."""
    await launches(scene)
    ana = scene.someone("ana")
    before = text_of(card(scene))
    names = [name for name in scene.running.app.door.registered.actions if name.startswith("actions.")]
    for name in names:
        for value in ("A101 999999", "A999 pt", "; drop"):
            await ana.forges(card(scene), {"type": "button", "action_id": name, "block_id": "b", "value": value})
    await scene.settle()
    heard = " ".join(text_of(one) for one in ana.ephemerals(CHANNEL))
    assert len(names) > 20
    assert "went wrong" not in heard
    assert text_of(card(scene)) == before
    for name in ("actions.close", "actions.edit", "actions.tally", "actions.sheet", "actions.target"):
        await closes(scene, "ana")
        await ana.forges(card(scene), {"type": "button", "action_id": name, "block_id": "b", "value": "A101"})
        await scene.settle()
        assert "Only coordinators can do this." in text_of(ana.ephemerals(CHANNEL)[-1]), name
    await presses(scene, "ana", "I called", card(scene))
    await presses(scene, "daniel", "What to say", card(scene))
    await presses(scene, "daniel", "Close it")
    errors = await sends(scene, "ana")
    assert "A101 is not open" in str(errors)


async def test_what_a_coordinator_types_is_text_and_nothing_more(scene: Scene) -> None:
    """T13"""
    loud = "<!channel> *now* <https://evil.example|our page> & <@U07ANA5PKD>"
    await launches(scene, title=loud[:80], why=loud, bills=loud)
    await presses(scene, "daniel", "What to say", card(scene))
    await scene.someone("daniel").selects("actions.script", ":heavy_check_mark: English", in_=scene.modal("daniel"))
    await scene.settle()
    await sends(scene, "daniel", words=f"{loud} {{name}}")
    await presses(scene, "ana", "What to say", card(scene))
    written = json.dumps([entry.body for entry in scene.practice.traffic if entry.way == "in"])
    assert "&lt;!channel&gt;" in written, "control: it was said"
    assert "<!channel>" not in text_of(card(scene)) + said(scene, "ana")
    assert "<https://evil" not in text_of(card(scene)) + said(scene, "ana")
    assert "<@U07ANA5PKD>" not in text_of(card(scene)) + said(scene, "ana")
