"""Clusters, as people meet them in Slack."""

from datetime import timedelta
from typing import Any

from handlers.practice.reading import labels_of, text_of
from tests.slack.scene import Scene

CLUSTERS = {
    "First Street": ("check-ins", "jonah"),
    "Grace": ("court-chelmsford", "marie"),
    "Beth El": ("bonds", "ruth"),
}
"""Three congregations: the channel of each and who leads it; none of them coordinates anything."""


async def window(scene: Scene, handle: str) -> Any:
    """The window of all clusters, opened by a command."""
    someone = scene.someone(handle)
    if someone.modal is not None:
        await someone.closes(everything=True)
    await someone.types("/alongside clusters", channel="general")
    await scene.settle()
    return someone.modal


async def presses(scene: Scene, handle: str, label: str, in_: Any, **where: Any) -> Any:
    someone = scene.someone(handle)
    await someone.presses(label, in_, **where)
    await scene.settle()
    return someone.modal


async def sends(scene: Scene, handle: str, **filled: object) -> str:
    """Fill the form that is open and send it; what stands in the window beneath."""
    someone = scene.someone(handle)
    await someone.fills(someone.modal, filled)
    answer = await someone.submits()
    assert answer.errors == {}
    await scene.settle()
    return text_of(someone.modal)


async def set_up(scene: Scene) -> None:
    """Daniel sets up the three congregations, and the family F101 that all of them support."""
    for handle in ("daniel", "ana", "jonah", "marie", "ruth", "tiago"):
        await scene.agrees(handle)
    for name, (channel, lead) in CLUSTERS.items():
        await presses(scene, "daniel", "Add a cluster", await window(scene, "daniel"))
        said = await sends(scene, "daniel", name=name, channel=channel, leads=[lead])
        assert name in said
    await presses(scene, "daniel", "Families", await window(scene, "daniel"))
    await presses(scene, "daniel", "Add a family", scene.modal("daniel"))
    said = await sends(scene, "daniel", alias="Blue house", clusters=list(CLUSTERS))
    assert "F101" in said
    assert "supported by Beth El, First Street, and Grace" in said
    await scene.someone("daniel").closes(everything=True)


async def writes_down_hearing(scene: Scene) -> str:
    """Daniel writes down a hearing of the family in ten days, through its form."""
    daniel = scene.someone("daniel")
    await daniel.types("/hearings add", channel="general")
    await scene.settle()
    boston = next(one for one in await scene.chatbot.places.listed(scene.practice.team_id) if "Boston" in one.name)
    return await sends(
        scene,
        "daniel",
        kind="ICE check-in",
        alias="Blue house",
        place=boston.name,
        day=scene.day(10),
        start="09:00",
        companions="2",
        family="F101 · Blue house",
    )


async def test_three_congregations_support_a_family_for_a_month(scene: Scene) -> None:
    """The journey of issue 7."""
    await set_up(scene)
    assert "Daniel added you to the cluster First Street." in text_of(scene.someone("jonah").direct_messages()[-1])

    # A lead who coordinates nothing adds a member, and an aunt who is not in Slack.
    await presses(scene, "jonah", "Open", await window(scene, "jonah"))
    await presses(scene, "jonah", "Add people", scene.modal("jonah"))
    assert "Ana" in await sends(scene, "jonah", person=["ana"], name="Aunt Ida")
    assert "Aunt Ida" in text_of(scene.modal("jonah"))

    # A hearing goes to the three channels and to no other.
    assert "the clusters that support the family are told" in await writes_down_hearing(scene)
    cards = [scene.card(channel) for channel, _ in CLUSTERS.values()]
    assert all("First for those who support this family" in text_of(card) for card in cards)
    assert not [one for one in scene.practice.channel("court-boston").messages if one.bot]

    # Someone else is told kindly when it opens; a member has the seat at once.
    tiago = scene.someone("tiago")
    await tiago.types("/hearings H101", channel="general")
    await scene.settle()
    await tiago.presses("hearings.claim", tiago.ephemerals("general")[-1])
    await scene.settle()
    assert "primeiro para quem apoia esta família" in text_of(tiago.ephemerals("general")[-1])
    await scene.someone("ana").presses("Claim", scene.card("check-ins"))
    await scene.settle()
    assert "Ana" in text_of(scene.card("bonds"))

    # A cluster's channel has its own digest, also of what is not open to everyone; no other channel's says it.
    await scene.someone("daniel").types("/digest preview", channel="check-ins")
    await scene.someone("daniel").types("/digest preview", channel="announcements")
    await scene.settle()
    own, other = (scene.someone("daniel").ephemerals(channel)[-1] for channel in ("check-ins", "announcements"))
    assert "H101" in text_of(own)
    assert "H101" not in text_of(other)

    # The board of the cluster stands on a member's Home, and on nobody else's.
    await scene.someone("ruth").opens_home()
    await tiago.opens_home()
    await scene.settle()
    assert "H101" in text_of(scene.someone("ruth").home)
    assert "H101" not in text_of(tiago.home)

    # A day later it is everyone's: one card in the channel for cards, and the cards of the clusters say so too.
    await scene.practice.move_clock(by=timedelta(hours=24, minutes=1))
    await scene.settle()
    assert "H101" in text_of(scene.card("court-boston"))
    assert "First for those who support" not in text_of(scene.card("bonds"))
    await tiago.presses("hearings.claim", scene.card("court-boston"))
    await scene.settle()
    assert "Tiago" in text_of(scene.card("court-boston"))

    # Whoever wants to leave leaves, and keeps the seat.
    await scene.someone("ana").presses("Leave", scene.someone("ana").direct_messages()[-1])
    await scene.settle()
    seen = text_of(await presses(scene, "jonah", "Open", await window(scene, "jonah")))
    assert "Ana" not in seen.partition("Members")[2].partition("Supports")[0]
    assert "Ana" in text_of(scene.card("court-boston"))


async def test_who_is_a_member_is_for_members_leads_and_coordinators(scene: Scene) -> None:
    await set_up(scene)
    seen = await window(scene, "tiago")
    assert "First Street" in text_of(seen)
    assert "Jonah" not in text_of(seen)
    assert "clusters.open" not in str(seen.blocks)
    assert labels_of(seen) == []
    seen = await window(scene, "jonah")
    assert text_of(seen).count("Jonah") == 1
    assert "Ruth" not in text_of(seen)


async def test_forged_presses_are_refused_kindly(scene: Scene) -> None:
    """A member who does not lead, and someone outside, with buttons they were never shown."""
    await set_up(scene)
    ana = scene.someone("ana")
    await ana.types("/alongside clusters", channel="general")
    await scene.settle()
    assert ana.modal is not None
    for action, value in (
        ("clusters.open", "C101"),
        ("clusters.members", "C101"),
        ("clusters.remove", "C101 1"),
        ("clusters.remove", "C101 me"),
        ("clusters.edit", "C101"),
        ("clusters.close", "C101"),
        ("clusters.leave", "C101"),
        ("clusters.add", ""),
        ("clusters.families", ""),
        ("clusters.family", "F101"),
        ("clusters.family_close", "F101"),
        ("clusters.open_now", "hearing:1"),
        ("clusters.open", "C999"),
    ):
        if len(ana.modals) > 1:
            await ana.closes()
        await ana.forges(ana.modals[0], {"type": "button", "action_id": action, "value": value, "block_id": "x"})
        await scene.settle()
        said = text_of(ana.modal)
        assert any(word in said for word in ("Only", "not a member", "no cluster", "Please choose")), (action, said)
    names = [one.cluster.name for one in await scene.chatbot.clusters.listed(by=await scene.known("ana"))]
    assert names == ["Beth El", "First Street", "Grace"]


async def test_a_coordinator_opens_a_ride_to_everyone_early_and_takes_it_off_the_family(scene: Scene) -> None:
    await set_up(scene)
    daniel = scene.someone("daniel")
    need = await scene.chatbot.needs.add(
        {
            "kind": "ride",
            "title": "To the store",
            "alias": "Blue house",
            "town": "Lynn",
            "day": scene.day(20),
            "start": "09:00",
            "people": "1",
            "family": "F101",
        },
        by=await scene.known("daniel"),
    )
    await scene.settle()
    ana = scene.someone("ana")
    await ana.types(f"/needs {need.code}", channel="general")
    await scene.settle()
    await presses(scene, "ana", "I drive", ana.ephemerals("general")[-1])
    assert ana.modal is None
    assert "for those who support this family first" in text_of(ana.ephemerals("general")[-1])
    await presses(scene, "daniel", "Details", scene.card("bonds"))
    assert "It belongs to the family F101." in text_of(daniel.modal)
    await presses(scene, "daniel", "Open to everyone now", daniel.modal)
    assert "It is open to everyone now." in text_of(daniel.modal)
    await scene.practice.move_clock(by=timedelta(minutes=1))
    await scene.settle()
    assert need.code in text_of(scene.card("court-boston"))
    await daniel.closes(everything=True)
    await presses(scene, "daniel", "Details", scene.card("court-boston"))
    await presses(scene, "daniel", "Edit", daniel.modal)
    await sends(scene, "daniel", family="No family")
    assert "F101" not in text_of(daniel.modal)


async def test_a_cluster_and_a_family_are_changed_and_closed(scene: Scene) -> None:
    await set_up(scene)
    daniel = scene.someone("daniel")
    await presses(scene, "daniel", "Open", await window(scene, "daniel"), value="C101")
    await presses(scene, "daniel", "Change", daniel.modal)
    said = await sends(scene, "daniel", wait="48", leads=["jonah", "tiago"])
    assert "after 48 hours" in said
    assert "led by Jonah and Tiago" in said
    await daniel.selects("clusters.remove", "Tiago", in_=daniel.modal)
    await scene.settle()
    assert "Tiago" not in text_of(daniel.modal).partition("Members")[2].partition("Supports")[0]
    await presses(scene, "daniel", "Change", daniel.modal)
    await presses(scene, "daniel", "Close it", daniel.modal)
    assert "C101 is closed." in text_of(daniel.modal)
    await presses(scene, "daniel", "Families", daniel.modal)
    await presses(scene, "daniel", "Change", daniel.modal, value="F101")
    assert "Blue barn" in await sends(scene, "daniel", alias="Blue barn")
    await presses(scene, "daniel", "Change", daniel.modal, value="F101")
    await presses(scene, "daniel", "Close it", daniel.modal)
    assert "No family is written down yet." in text_of(daniel.modal)


async def test_a_channel_the_bot_is_not_in_is_refused_under_its_input(scene: Scene) -> None:
    daniel = scene.someone("daniel")
    await presses(scene, "daniel", "Add a cluster", await window(scene, "daniel"))
    await daniel.fills(daniel.modal, {"name": "Elm", "channel": "random"})
    answer = await daniel.submits()
    assert "/invite @alongside" in answer.errors["channel"]
