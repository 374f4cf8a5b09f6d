"""Coordinators say who is trained; admins say who coordinates, keeps the books and runs the network."""

import pytest

from chatbot.people.model import Grant, Role
from handlers.practice.reading import text_of
from tests.slack.scene import Scene

GREATER_BOSTON = Grant(role=Role.COORDINATOR, area="Greater Boston")


async def chooses(scene: Scene, by: str, whom: str) -> None:
    """`by` opens the people under the settings and chooses one of them."""
    await scene.someone(by).types("/alongside settings", channel="general")
    await scene.settle()
    await scene.someone(by).presses("settings.people", scene.modal(by))
    await scene.settle()
    await scene.someone(by).selects("people.choose", whom, scene.modal(by))
    await scene.settle()


async def held(scene: Scene, handle: str) -> frozenset[Grant]:
    return (await scene.known(handle)).grants


async def test_the_people_who_hold_roles_are_shown_with_what_each_role_means(scene: Scene) -> None:
    await scene.trusts("daniel", GREATER_BOSTON)
    await scene.someone("rosa").types("/alongside settings", channel="general")
    await scene.settle()
    await scene.someone("rosa").presses("settings.people", scene.modal("rosa"))
    await scene.settle()
    shown = text_of(scene.modal("rosa"))
    assert "Daniel (Greater Boston)" in shown
    assert "*Leads* · Knows the routine and may come as lead.\nMei" in shown
    assert "*Treasurers* · Keeps the books of the bond fund.\nnobody yet" in shown
    assert "Rosa" in shown


async def test_a_coordinator_says_who_is_trained(scene: Scene) -> None:
    await chooses(scene, "daniel", "jonah")
    await scene.someone("daniel").fills(scene.modal("daniel"), {"training": ["Lead", "Verifier"]})
    await scene.someone("daniel").submits()
    await scene.settle()
    assert await held(scene, "jonah") == {Grant(role=Role.LEAD), Grant(role=Role.VERIFIER)}
    assert "Saved: Jonah." in text_of(scene.modal("daniel"))
    assert len(scene.someone("daniel").modals) == 1


async def test_what_a_coordinator_is_not_asked_about_stays(scene: Scene) -> None:
    await scene.trusts("sam", Grant(role=Role.TREASURER), Grant(role=Role.LEAD), GREATER_BOSTON)
    await chooses(scene, "daniel", "sam")
    assert "chosen by admins" in text_of(scene.modal("daniel"))
    await scene.someone("daniel").fills(scene.modal("daniel"), {"training": []})
    await scene.someone("daniel").submits()
    await scene.settle()
    assert await held(scene, "sam") == {Grant(role=Role.TREASURER), GREATER_BOSTON}


async def test_an_admin_makes_someone_coordinator_of_one_area(scene: Scene) -> None:
    await chooses(scene, "rosa", "jonah")
    form = scene.modal("rosa")
    await scene.someone("rosa").fills(form, {"coordinates": ["Greater Boston"], "duties": ["Treasurer"]})
    await scene.someone("rosa").submits()
    await scene.settle()
    assert await held(scene, "jonah") == {GREATER_BOSTON, Grant(role=Role.TREASURER)}


async def test_an_admin_makes_someone_coordinator_everywhere_and_takes_it_back(scene: Scene) -> None:
    for chosen, grants in ((["Everywhere"], {Grant(role=Role.COORDINATOR)}), ([], set())):
        await chooses(scene, "rosa", "jonah")
        await scene.someone("rosa").fills(scene.modal("rosa"), {"coordinates": chosen})
        await scene.someone("rosa").submits()
        await scene.settle()
        assert await held(scene, "jonah") == grants
        await scene.someone("rosa").closes()


async def test_the_form_begins_with_the_roles_someone_holds(scene: Scene) -> None:
    await scene.trusts("sam", Grant(role=Role.TREASURER), Grant(role=Role.VERIFIER), GREATER_BOSTON)
    before = await held(scene, "sam")
    await chooses(scene, "rosa", "sam")
    await scene.someone("rosa").submits()
    await scene.settle()
    assert await held(scene, "sam") == before


async def test_two_people_chosen_one_after_the_other_are_not_mixed_up(scene: Scene) -> None:
    await scene.someone("daniel").types("/alongside settings", channel="general")
    await scene.settle()
    for whom in ("jonah", "marie"):
        await scene.someone("daniel").presses("settings.people", scene.someone("daniel").modals[0])
        await scene.settle()
        await scene.someone("daniel").selects("people.choose", whom, scene.modal("daniel"))
        await scene.settle()
        if whom == "jonah":
            await scene.someone("daniel").fills(scene.modal("daniel"), {"training": ["Lead"]})
        await scene.someone("daniel").submits()
        await scene.settle()
    assert await held(scene, "jonah") == {Grant(role=Role.LEAD)}
    assert await held(scene, "marie") == frozenset()


async def test_the_last_admin_stays(scene: Scene) -> None:
    await scene.trusts("mei", Grant(role=Role.ADMIN))
    await scene.practice.changes("rosa", is_owner=False)
    await scene.settle()
    assert not (await scene.known("rosa")).is_admin
    await chooses(scene, "mei", "mei")
    await scene.someone("mei").fills(scene.modal("mei"), {"duties": []})
    answer = await scene.someone("mei").submits()
    assert "This is the last admin" in answer.errors["duties"]
    assert Grant(role=Role.ADMIN) in await held(scene, "mei")


@pytest.mark.parametrize("whom", ["luis", "olena", "priya"])
async def test_only_full_members_can_be_entrusted_with_anything(scene: Scene, whom: str) -> None:
    await chooses(scene, "rosa", whom)
    assert "choose someone who is a full member" in text_of(scene.modal("rosa"))


async def test_a_form_sent_after_the_role_is_gone_changes_nothing(scene: Scene) -> None:
    await chooses(scene, "daniel", "jonah")
    await scene.trusts("daniel")
    await scene.someone("daniel").fills(scene.modal("daniel"), {"training": ["Lead"]})
    answer = await scene.someone("daniel").submits()
    assert "Only coordinators can do this" in answer.errors["training"]
    assert await held(scene, "jonah") == frozenset()


async def test_an_admin_who_became_a_coordinator_cannot_make_admins(scene: Scene) -> None:
    await scene.trusts("daniel", Grant(role=Role.ADMIN))
    await chooses(scene, "daniel", "jonah")
    await scene.trusts("daniel", Grant(role=Role.COORDINATOR))
    await scene.someone("daniel").fills(scene.modal("daniel"), {"duties": ["Admin"]})
    answer = await scene.someone("daniel").submits()
    assert "Only admins can do this" in next(iter(answer.errors.values()))
    assert await held(scene, "jonah") == frozenset()
