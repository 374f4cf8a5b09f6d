"""The Home tab shows what someone signed up for, and follows what they do."""

from typing import Any

from handlers.practice.reading import labels_of, text_of
from tests.slack.scene import Scene


async def opens_home(scene: Scene, handle: str = "jonah") -> str:
    await scene.someone(handle).opens_home()
    await scene.settle()
    return text_of(scene.someone(handle).home)


def labels(handle: str, scene: Scene) -> list[str]:
    """The buttons on someone's Home."""
    home = scene.someone(handle).home
    return labels_of(home) if home else []


async def claims(scene: Scene, *handles: str, **changes: Any) -> str:
    """A hearing is written down, and these people press Claim on its card; answers its code."""
    hearing = await scene.hearing(**changes)
    for handle in handles:
        await scene.agrees(handle)
        await scene.someone(handle).presses("hearings.claim", scene.card())
        await scene.settle()
    return hearing.code


async def presses(scene: Scene, label: str, handle: str = "jonah") -> None:
    """On the Home."""
    home = scene.someone(handle).home
    assert home is not None
    await scene.someone(handle).presses(label, home)
    await scene.settle()


async def test_an_empty_home_says_what_to_do_first(scene: Scene) -> None:
    shown = await opens_home(scene)
    assert "Good to see you, Jonah" in shown
    assert "You have not signed up for anything yet." in shown
    assert labels("jonah", scene) == ["See what is coming up", "Preferences"]


async def test_home_shows_what_someone_signed_up_for(scene: Scene) -> None:
    await claims(scene, "jonah")
    await claims(scene, "marie", alias="Teacher")
    shown = await opens_home(scene)
    assert "H101" in shown
    assert "Wed, Mar 4, 9:00 AM EST" in shown
    assert "You come as companion." in shown
    assert "H102" not in shown
    assert labels("jonah", scene) == [
        "Details",
        "Release",
        "Find cover",
        "Calendar",
        "See what is coming up",
        "Preferences",
    ]


async def test_home_shows_the_place_in_line(scene: Scene) -> None:
    await claims(scene, "marie", "mei", "jonah", companions="1")
    assert "Waiting as companion: you are second in line." in await opens_home(scene)


async def test_a_seat_in_two_months_is_shown(scene: Scene) -> None:
    await claims(scene, "jonah", day=scene.day(60))
    assert "H101" in await opens_home(scene)


async def test_a_release_on_home_is_answered_and_home_follows(scene: Scene) -> None:
    await claims(scene, "jonah")
    await opens_home(scene)
    await presses(scene, "Release")
    assert "Your seat in H101 is free again" in text_of(scene.modal("jonah"))
    assert "You have not signed up for anything yet." in text_of(scene.someone("jonah").home)
    assert "Jonah" not in text_of(scene.card())


async def test_home_follows_a_release_in_the_window_above_it(scene: Scene) -> None:
    await claims(scene, "jonah")
    await opens_home(scene)
    await presses(scene, "Details")
    await scene.someone("jonah").presses("Release", scene.modal("jonah"))
    await scene.settle()
    assert "You have not signed up for anything yet." in text_of(scene.someone("jonah").home)


async def test_a_first_claim_from_home_goes_through_the_agreement_and_home_follows(scene: Scene) -> None:
    await scene.hearing()
    await opens_home(scene)
    await presses(scene, "See what is coming up")
    assert "H101" in text_of(scene.modal("jonah"))
    await scene.someone("jonah").presses("Claim", scene.modal("jonah"))
    await scene.settle()
    assert "The accompaniment agreement" in text_of(scene.modal("jonah"))
    await scene.someone("jonah").submits()
    await scene.settle()
    assert "You come as companion." in text_of(scene.someone("jonah").home)


async def test_what_is_coming_up_is_turned_page_by_page_in_its_window(scene: Scene) -> None:
    for number in range(8):
        await scene.hearing(alias=f"Someone {number}", start=f"{9 + number:02}:00")
    await opens_home(scene)
    await presses(scene, "See what is coming up")
    await scene.someone("jonah").presses("More", scene.modal("jonah"))
    await scene.settle()
    assert "Page 2 of 2" in text_of(scene.modal("jonah"))
    assert len(scene.someone("jonah").modals) == 1


async def test_coordinators_begin_their_work_from_home(scene: Scene) -> None:
    await opens_home(scene, "daniel")
    assert labels("daniel", scene)[:3] == ["Add a hearing", "Import hearings", "Settings"]
    await presses(scene, "Settings", "daniel")
    assert "The courts and offices" in text_of(scene.modal("daniel"))
    await scene.someone("daniel").closes()
    await presses(scene, "Add a hearing", "daniel")
    assert "Who is it for?" in text_of(scene.modal("daniel"))


async def test_a_refusal_on_home_opens_a_window(scene: Scene) -> None:
    await claims(scene, "jonah")
    await opens_home(scene)
    await scene.someone("jonah").presses("Release", scene.card())
    await scene.settle()
    await presses(scene, "Release")
    assert "You have no seat in H101" in text_of(scene.modal("jonah"))
    assert "You have not signed up for anything yet." in text_of(scene.someone("jonah").home)


async def test_a_guest_reads_on_their_home_whom_the_bot_works_with(scene: Scene) -> None:
    assert "full members of this workspace only" in await opens_home(scene, "luis")


async def test_the_messages_tab_draws_no_home(scene: Scene) -> None:
    await scene.someone("jonah").opens_messages_tab()
    await scene.settle()
    assert scene.someone("jonah").home is None


async def test_nobody_elses_home_is_touched(scene: Scene) -> None:
    await claims(scene, "marie", "jonah")
    await opens_home(scene, "marie")
    before = scene.someone("marie").home
    await opens_home(scene, "jonah")
    await presses(scene, "Release", "jonah")
    assert scene.someone("marie").home == before
