"""People bring what they signed up for into their own calendar."""

from handlers.practice.reading import labels_of, text_of
from tests.slack.scene import Scene


async def seated(scene: Scene, handle: str = "ana") -> str:
    hearing = await scene.hearing(contact="canary")
    await scene.agrees(handle)
    await scene.someone(handle).presses("Claim", in_=scene.card())
    await scene.settle()
    return hearing.code


async def test_after_a_claim_the_calendar_is_one_press_away_and_the_file_arrives(scene: Scene) -> None:
    code, ana = await seated(scene), scene.someone("ana")
    await ana.presses("Calendar", in_=ana.ephemerals("court-boston")[-1])
    await scene.settle()
    await ana.presses("Send me the file", in_=scene.modal("ana"))
    await scene.settle()
    message = next(one for one in reversed(ana.direct_messages()) if one.files)
    file, content = scene.practice._slack.workspace.files[message.files[0]["id"]]
    assert file["name"] == f"{code}.ics"
    assert f"SUMMARY:{code}\r\n".encode() in content
    assert b"canary" not in content


async def test_an_address_is_made_renewed_and_switched_off(scene: Scene) -> None:
    await seated(scene)
    ana = scene.someone("ana")
    await ana.opens_home()
    await scene.settle()
    await ana.presses("Calendar", in_=ana.home)
    await scene.settle()
    await ana.presses("Make my address", in_=scene.modal("ana"))
    await scene.settle()
    assert "/calendar/" in text_of(scene.modal("ana"))
    await ana.closes()
    await ana.presses("Calendar", in_=ana.home)
    await scene.settle()
    assert "/calendar/" not in text_of(scene.modal("ana"))
    assert "Your calendar address was made on Mon, Mar 2" in text_of(scene.modal("ana"))
    await ana.presses("Switch off", in_=scene.modal("ana"))
    await scene.settle()
    assert "Make my address" in labels_of(scene.modal("ana"))


async def test_newcomers_are_not_bothered_with_it(scene: Scene) -> None:
    jonah = scene.someone("jonah")
    await jonah.opens_home()
    await scene.settle()
    assert jonah.home is not None
    assert "Calendar" not in labels_of(jonah.home)


async def test_a_file_of_what_is_not_theirs_is_refused(scene: Scene) -> None:
    code = await seated(scene)
    ben = scene.someone("jonah")
    for value in (code, "H999", "", "x" * 300):
        await ben.forges(scene.card(), {"type": "button", "action_id": "calendars.file", "value": value})
        await scene.settle()
    assert not [one for one in ben.direct_messages() if one.files]
