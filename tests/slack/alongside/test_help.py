"""`/alongside` tells people what the bot does and what they can type."""

import pytest

from handlers.practice.reading import labels_of, text_of
from tests.slack.scene import Scene


@pytest.mark.parametrize("line", ["/alongside", "/alongside help", "/alongside  HELP "])
async def test_everyone_can_ask_what_the_bot_does(scene: Scene, line: str) -> None:
    answer = await scene.someone("jonah").types(line, channel="general")
    assert answer.ephemeral is not None
    assert "Nobody goes to a hearing alone." in text_of(answer.ephemeral)
    assert "`/hearings mine`" in text_of(answer.ephemeral)
    assert "/alongside settings" not in text_of(answer.ephemeral)
    assert labels_of(answer.ephemeral) == ["See hearings", "Preferences"]
    await scene.settle()


async def test_coordinators_also_read_about_the_settings(scene: Scene) -> None:
    answer = await scene.someone("daniel").types("/alongside", channel="general")
    assert answer.ephemeral is not None
    assert "`/alongside settings`" in text_of(answer.ephemeral)
    assert labels_of(answer.ephemeral) == ["See hearings", "Preferences", "Settings"]
    await scene.someone("daniel").presses("Settings", answer.ephemeral)
    await scene.settle()
    assert "The courts and offices" in text_of(scene.modal("daniel"))


async def test_a_word_the_bot_does_not_know_is_answered_with_the_help(scene: Scene) -> None:
    answer = await scene.someone("jonah").types("/alongside <!channel> *dance*", channel="general")
    assert "I do not know “&lt;!channel&gt; *dance*”" in text_of(answer.ephemeral)
    assert "`/hearings`" in text_of(answer.ephemeral)
    await scene.settle()


async def test_see_hearings_shows_what_is_coming_up(scene: Scene) -> None:
    await scene.hearing()
    answer = await scene.someone("jonah").types("/alongside", channel="general")
    assert answer.ephemeral is not None
    await scene.someone("jonah").presses("See hearings", answer.ephemeral)
    await scene.settle()
    assert "H101" in text_of(scene.someone("jonah").ephemerals("general")[-1])


async def test_a_volunteer_who_asks_for_the_settings_is_told_whose_they_are(scene: Scene) -> None:
    answer = await scene.someone("jonah").types("/alongside settings", channel="general")
    assert "Only coordinators can do this" in text_of(answer.ephemeral)
    assert scene.someone("jonah").modal is None
    await scene.settle()
