"""Dates are confirmed, as people meet it in Slack."""

from chatbot.people.model import Grant, Role
from handlers.practice.reading import labels_of, text_of
from tests.slack.scene import Scene


async def test_a_verifier_confirms_what_is_due_and_the_card_says_so(scene: Scene) -> None:
    await scene.hearing()
    await scene.hearing(kind="bond", alias="Uncle")
    await scene.trusts("marie", Grant(role=Role.VERIFIER))
    marie = scene.someone("marie")
    assert "date not verified yet" in text_of(scene.card())
    await marie.types("/hearings check", channel="court-boston")
    await scene.settle()
    listed = marie.ephemerals("court-boston")[-1]
    assert "2 dates to check" in text_of(listed)
    assert "1-800-898-7180" in text_of(listed)
    await marie.selects("hearings.confirm", "the hotline or the court's page", in_=listed)
    await scene.settle()
    assert "H101 is verified. Thank you." in text_of(marie.ephemerals("court-boston")[-1])
    await marie.presses("Confirmed by the attorney", marie.ephemerals("court-boston")[-1])
    await scene.settle()
    assert "No date has to be checked." in text_of(marie.ephemerals("court-boston")[-1])
    assert "verified on Mon, Mar 2" in text_of(scene.card())


async def test_a_verifier_finds_another_date(scene: Scene) -> None:
    await scene.hearing()
    await scene.trusts("marie", Grant(role=Role.VERIFIER))
    marie = scene.someone("marie")
    await marie.presses("Details", scene.card())
    await scene.settle()
    await marie.presses("Changed…", marie.modal)
    await scene.settle()
    await marie.fills(marie.modal, {"day": scene.day(3), "how": "the court's notice"})
    await marie.submits()
    await scene.settle()
    assert "Thu, Mar 5, 9:00 AM EST" in text_of(scene.card())
    assert "verified on Mon, Mar 2" in text_of(scene.card())


async def test_someone_without_the_role_is_told_who_does_this(scene: Scene) -> None:
    await scene.hearing()
    jonah = scene.someone("jonah")
    await jonah.types("/hearings check", channel="court-boston")
    await scene.settle()
    assert "Only verifiers and coordinators can do this" in text_of(jonah.ephemerals("court-boston")[-1])
    await jonah.presses("Details", scene.card())
    await scene.settle()
    assert "Changed…" not in labels_of(scene.modal("jonah"))
