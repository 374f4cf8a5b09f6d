"""What is private about a hearing shows in windows alone: no card, list, digest, word to a person, file or audit."""

from handlers.practice.reading import text_of
from tests.slack.scene import Scene
from tests.slack.traces import said, windows

CANARIES = {
    "contact": "Tia Canary-Contact",
    "attorney": "Counsel Canary-Attorney",
    "meeting": "the Canary-Bench",
    "notes": "Canary-Notes, ring twice",
}


async def test_no_message_list_file_or_line_of_the_audit_holds_what_is_private(scene: Scene) -> None:
    """Control: in the window of whoever holds a seat each of them is found."""
    daniel, ana = scene.someone("daniel"), scene.someone("ana")
    hearing = await scene.hearing(day=scene.day(3), **CANARIES)
    await scene.agrees("ana")
    await ana.presses("Claim", scene.card())
    await scene.settle()
    await ana.types("/hearings mine", channel="general")
    await ana.types(f"/hearings {hearing.code}", channel="general")
    await ana.presses("Details", ana.ephemerals("general")[-1])
    await scene.settle()
    typed = {**CANARIES, "kind": "check_in", "alias": "M.R.", "place": str(hearing.place.id), "day": scene.day(4)}
    form = {**typed, "start": "11:00", "companions": "2", "at_least": "1"}
    await scene.chatbot.hearings.change(hearing.code, form, by=await scene.known("daniel"))
    await scene.settle()
    await daniel.types("/hearings export", channel="general")
    await scene.settle()
    await scene.chatbot.hearings.cancel(hearing.code, reason="moved", by=await scene.known("daniel"))
    await scene.settle()
    shown, everywhere = windows(scene), await said(scene)
    assert "M.R." in text_of(scene.card())
    for word in CANARIES.values():
        assert word in shown, "control"
        assert word not in everywhere
