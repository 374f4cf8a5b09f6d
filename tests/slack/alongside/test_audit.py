"""`/alongside audit`: admins read who did what, in a window, and hear when somebody opens very much."""

from datetime import UTC, datetime

from handlers.practice.reading import labels_of, text_of
from tests.slack.scene import Scene


async def test_an_admin_reads_the_audit_by_code_by_person_and_sets_the_limit(scene: Scene) -> None:
    await scene.hearing(contact="canary")
    rosa, daniel = scene.someone("rosa"), scene.someone("daniel")
    await rosa.types("/alongside audit h101", channel="general")
    await scene.settle()
    assert "What happened to H101" in text_of(rosa.modal)
    assert "`hearings.add` · H101" in text_of(rosa.modal)
    await rosa.presses("Everything", rosa.modal)
    await scene.settle()
    assert "Who did what, newest first" in text_of(rosa.modal)
    assert "canary" not in text_of(rosa.modal)
    assert "Older" not in labels_of(scene.modal("rosa"))
    await rosa.presses("Daily limit", rosa.modal)
    await scene.settle()
    await rosa.fills(rosa.modal, {"openings_a_day": "2"})
    await rosa.submits()
    await scene.settle()
    assert "private details of 2 records a day" in text_of(rosa.modal)
    await rosa.closes(None, everything=True)

    await daniel.types("/hearings H101", channel="general")
    await scene.settle()
    await daniel.presses("Details", daniel.ephemerals("general")[-1])
    await scene.settle()
    assert "canary" in text_of(daniel.modal)
    await scene.chatbot.schedule.tick()
    await scene.settle()
    told = text_of(rosa.direct_messages()[-1])
    assert "has opened the private details of at least 1 record today" in told
    assert "canary" not in told


async def test_coordinators_hear_from_when_a_backup_is_that_was_brought_back(scene: Scene) -> None:
    daniel, moment = await scene.known("daniel"), datetime(2026, 3, 1, 8, tzinfo=UTC)
    await scene.chatbot.network_jobs.tell_of_backup(team_id=daniel.team_id, made_at=moment)
    await scene.settle()
    told = text_of(scene.someone("daniel").direct_messages()[-1])
    assert "I was brought back from a backup of Sun, Mar 1, 3:00 AM EST." in told
    assert scene.someone("ana").direct_messages() == []


async def test_nobody_else_reads_it(scene: Scene) -> None:
    """T11"""
    daniel = scene.someone("daniel")
    await daniel.types("/alongside audit", channel="general")
    await scene.settle()
    assert daniel.modal is None
    assert "Only admins can do this" in text_of(daniel.ephemerals("general")[-1])
    await scene.someone("rosa").types("/alongside audit H999", channel="general")
    await scene.settle()
    assert "There is nothing with the code H999" in text_of(scene.someone("rosa").ephemerals("general")[-1])
