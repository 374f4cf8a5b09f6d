"""The directory, as people meet it in Slack."""

import json

from chatbot.people.model import Grant, Role
from handlers.practice.posts import Message
from handlers.practice.reading import labels_of, text_of
from tests.slack.scene import Scene

LANTERN = {
    "name": "Lantern Legal Aid",
    "topics": ["Legal help", "Citizenship"],
    "town": "Framingham",
    "serves": "MetroWest",
    "languages": "Portuguese, Spanish",
    "phone": "508-555-0100",
    "website": "lantern.example",
    "notes": "Ask for the evening hours.",
}
HARBOR = {"name": "Harbor Law", "topics": ["Legal help"], "town": "Boston", "languages": "Haitian Creole"}


async def adds(scene: Scene, **facts: object) -> None:
    """Daniel writes an entry down through the window."""
    daniel = scene.someone("daniel")
    await daniel.types("/resources add", channel="general")
    await scene.settle()
    await daniel.fills(daniel.modal, facts)
    assert (await daniel.submits()).errors == {}
    await scene.settle()
    await daniel.closes(everything=True)


async def asks(scene: Scene, words: str, handle: str = "ana", channel: str = "general") -> Message:
    """Someone types it; what they alone see then."""
    someone = scene.someone(handle)
    await someone.types(f"/resources {words}".strip(), channel=channel)
    await scene.settle()
    return someone.ephemerals(channel)[-1]


async def test_a_newcomer_finds_legal_help_in_portuguese_near_framingham(scene: Scene) -> None:
    """The journey of issue 7, with typos and in Portuguese words as well; then it is shared in the channel."""
    await adds(scene, **HARBOR)
    await adds(scene, **LANTERN)
    for words in ("legal help in Portuguese near Framingham", "advogado em framingam", "abogdo portuges framinghan"):
        found = text_of(await asks(scene, words))
        assert found.index("Lantern Legal Aid") < found.index("Harbor Law"), words
        assert "near Framingham" in found
        assert "in Framingham" in found
    assert "not written down: Portuguese" in text_of(await asks(scene, "legal portuguese framingham"))
    ana = scene.someone("ana")
    await ana.presses("Details", await asks(scene, "lantern"))
    await scene.settle()
    for told in ("508-555-0100", "<https://lantern.example>", "Ask for the evening hours.", "Checked on"):
        assert told in text_of(ana.modal)
    await ana.closes(everything=True)
    await ana.presses("Share in this channel", await asks(scene, "lantern"))
    await scene.settle()
    assert "is shared in this channel" in text_of(ana.ephemerals("general")[-1])
    card = scene.card("general")
    assert "508-555-0100" in text_of(card)
    assert "Ana" not in text_of(card)
    await ana.presses("Share in this channel", await asks(scene, "w102"))
    await scene.settle()
    assert "today already" in text_of(ana.ephemerals("general")[-1])


async def test_the_card_follows_what_coordinators_change_and_says_when_it_is_archived(scene: Scene) -> None:
    await adds(scene, **LANTERN)
    await adds(scene, **HARBOR)
    daniel = scene.someone("daniel")
    await daniel.presses("Share in this channel", await asks(scene, "W101", "daniel"))
    await scene.settle()
    card = scene.card("general")
    await daniel.presses("Details", card)
    await scene.settle()
    await daniel.presses("Edit", daniel.modal)
    await scene.settle()
    await daniel.fills(daniel.modal, {"phone": "508-555-0199"})
    assert (await daniel.submits()).errors == {}
    await scene.settle()
    assert "W101 is saved." in text_of(daniel.modal)
    assert "508-555-0199" in text_of(scene.card("general"))
    await daniel.presses("Archive", daniel.modal)
    await scene.settle()
    assert "archived" in text_of(scene.card("general"))
    assert "Nothing matches" in text_of(await asks(scene, "lanternn lgal zzz"))
    assert "1 entry is archived." in text_of(await asks(scene, "archived", "daniel"))
    await daniel.presses("Bring back", daniel.modal)
    await scene.settle()
    assert "Lantern" in text_of(await asks(scene, "lantern"))


async def test_the_starter_list_is_loaded_checked_paged_and_found_by_topic_and_form(scene: Scene) -> None:
    assert labels_of(await asks(scene, "")) == ["Suggest an organisation"]
    daniel = scene.someone("daniel")
    await daniel.presses("Load the starter list", await asks(scene, "", "daniel"))
    await scene.settle()
    assert "samples are in the directory now" in text_of(daniel.ephemerals("general")[-1])
    assert "loaded already" in text_of(await asks(scene, "samples", "daniel"))
    shown = await asks(scene, "mira coalition")
    assert "A sample: public sources, checked on" in text_of(shown)
    await daniel.types("/resources check", channel="general")
    await scene.settle()
    assert "19 entries have to be checked." in text_of(daniel.modal)
    await daniel.presses("More", daniel.modal)
    await scene.settle()
    await daniel.presses("Checked today", daniel.modal)
    await scene.settle()
    assert "18 entries have to be checked." in text_of(daniel.modal)
    assert "Page 2 of 4" in text_of(daniel.modal)
    await daniel.presses("How often?", daniel.modal)
    await scene.settle()
    await daniel.fills(daniel.modal, {"days": "30"})
    assert (await daniel.submits()).errors == {}
    await scene.settle()
    assert "A check counts for 30 days." in text_of(daniel.modal)
    ana = scene.someone("ana")
    first = await asks(scene, "")
    assert "19 organisations and services" in text_of(first)
    await ana.presses("More", first)
    await scene.settle()
    assert "Page 2 of 4" in text_of(ana.ephemerals("general")[-1])
    await ana.selects("resources.topic", "Courts and dates", in_=ana.ephemerals("general")[-1])
    await scene.settle()
    assert "acis.eoir.justice.gov" in text_of(ana.ephemerals("general")[-1])
    await ana.presses("Search", ana.ephemerals("general")[-1])
    await scene.settle()
    await ana.fills(ana.modal, {"topic": "Legal help", "town": "Brooklyn", "language": "Spanish"})
    assert (await ana.submits()).errors == {}
    await scene.settle()
    assert "Mixteca" in text_of(ana.modal)
    assert "near Brooklyn" in text_of(ana.modal)
    assert "Share in this channel" not in labels_of(scene.modal("ana"))


async def test_a_suggestion_reaches_coordinators_and_its_words_open_in_the_window_only(scene: Scene) -> None:
    await adds(scene, **LANTERN)
    ana, daniel = scene.someone("ana"), scene.someone("daniel")
    await ana.presses("Suggest a change", await asks(scene, "W101"))
    await scene.settle()
    await ana.fills(ana.modal, {"words": "The telephone is 508-555-0123 now"})
    assert (await ana.submits()).errors == {}
    await scene.settle()
    assert "Thank you!" in text_of(ana.modal)
    told = daniel.direct_messages()[-1]
    assert "suggests a change to W101" in text_of(told)
    await daniel.presses("Look at it", told)
    await scene.settle()
    assert "508-555-0123" in text_of(daniel.modal)
    await daniel.presses("Edit", daniel.modal)
    await scene.settle()
    await daniel.fills(daniel.modal, {"phone": "508-555-0144"})
    assert (await daniel.submits()).errors == {}
    await scene.settle()
    await daniel.closes()
    await daniel.presses("It is looked after", daniel.modal)
    await scene.settle()
    assert "Ana is being thanked." in text_of(daniel.modal)
    assert "looked after what you suggested" in text_of(ana.direct_messages()[-1])
    written = json.dumps([entry.body for entry in scene.practice.traffic if entry.what.startswith("chat.")])
    assert "suggests a change to W101" in written, "control: what may stand in a message is in there"
    assert "508-555-0123" not in written


async def test_a_table_is_pasted_and_what_stands_in_the_wrong_input_is_sent_to_its_own(scene: Scene) -> None:
    await adds(scene, **LANTERN)
    daniel = scene.someone("daniel")
    await daniel.types("/resources import", channel="general")
    await scene.settle()
    pasted = (
        "Name,Topics,Town,Phone,Horoscope\nOak Table,food,Natick,508-555-0111,x\n"
        "Lantern Legal Aid,legal,Framingham,,\nNo Topic,gardening,Lynn,,\n"
    )
    await daniel.fills(daniel.modal, {"rows": pasted})
    assert (await daniel.submits()).errors == {}
    await scene.settle()
    shown = text_of(daniel.modal)
    assert "1 row is good. 2 cannot be taken." in shown
    assert "Row 3, Name: W101 has the same name and town already." in shown
    assert "gardening" in shown
    assert "Horoscope" in shown
    assert (await daniel.submits()).errors == {}
    await scene.settle()
    assert "1 entry is in the directory now." in text_of(daniel.modal)
    assert "Oak Table" in text_of(await asks(scene, "food near natick"))
    await daniel.types("/resources export", channel="general")
    await scene.settle()
    (file,) = daniel.direct_messages()[-1].files
    assert str(file["name"]).endswith("resources.csv")
    await daniel.closes(everything=True)
    await daniel.types("/resources add", channel="general")
    await scene.settle()
    await daniel.fills(daniel.modal, {**HARBOR, "notes": "Call 617-555-0100", "phone": "by pigeon", "website": "x"})
    answer = await daniel.submits()
    assert set(answer.errors) == {"phone", "website"}
    await daniel.fills(daniel.modal, {"phone": "617-555-0100", "website": ""})
    answer = await daniel.submits()
    assert "has its own input here" in answer.errors["notes"]


FOR_EVERYONE = {
    *("back", "more", "topic", "search", "details", "share", "suggest", "add", "import_template", "import_page"),
}
"""What any member may press; `add` asks them for a suggestion."""


async def test_a_made_up_button_changes_nothing(scene: Scene) -> None:
    """T11: a volunteer, the treasurer, a guest of the workspace."""
    await adds(scene, **LANTERN)
    await scene.trusts("sam", Grant(role=Role.TREASURER))
    await scene.chatbot.suggesting.suggest("W101", {"words": "Canary words"}, by=await scene.known("daniel"))
    names = [name for name in scene.running.app.door.registered.actions if name.startswith("resources.")]
    assert len(names) > 15
    for handle in ("jonah", "sam", "luis"):
        someone, channel = scene.someone(handle), "announcements"
        here = await asks(scene, "help", handle, channel)
        for name in sorted(set(names) - {f"resources.{one}" for one in FOR_EVERYONE}):
            for value in ("W101", "1", ""):
                await someone.forges(here, {"type": "button", "action_id": name, "block_id": "b", "value": value})
        await scene.settle()
        assert someone.modal is None
        heard = " ".join(text_of(one) for one in someone.ephemerals(channel))
        assert "Canary" not in heard
        assert "went wrong" not in heard
    checking = await scene.chatbot.curating.checking(by=await scene.known("daniel"))
    assert (checking.days, checking.stale) == (180, ())
    assert "Lantern" in text_of(await asks(scene, "W101", "daniel"))
