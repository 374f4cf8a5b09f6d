"""Coordinators bring hearings in from a spreadsheet, and take a list out as one."""

from collections.abc import Mapping

import pytest

from chatbot.hearings.model import Filter
from handlers.practice.reading import labels_of, text_of
from tests.slack.scene import Scene

ROWS = "Alias\tKind\tPlace\tDay\tStart\tCompanions\nM.R.\tcheck-in\tBoston\t3/9/2026\t9 AM\t2\n"


async def begin(scene: Scene, handle: str = "daniel") -> None:
    await scene.someone(handle).types("/hearings import", channel="court-boston")
    await scene.settle()


async def paste(scene: Scene, rows: str) -> Mapping[str, str]:
    await begin(scene)
    await scene.someone("daniel").fills(scene.modal("daniel"), {"rows": rows})
    answer = await scene.someone("daniel").submits()
    await scene.settle()
    return answer.errors


async def aliases(scene: Scene) -> list[str]:
    found = await scene.chatbot.hearings.listed(Filter(days=60), by=await scene.known("daniel"))
    return [hearing.alias for hearing in found.hearings]


async def test_pasted_rows_are_looked_at_then_imported_and_can_be_undone(scene: Scene) -> None:
    daniel = scene.someone("daniel")
    assert await paste(scene, ROWS) == {}
    assert "1 row is good." in text_of(scene.modal("daniel"))
    assert "Row 2: M.R., Boston Immigration Court, Mon, Mar 9, 9:00 AM EDT, 2026" in text_of(scene.modal("daniel"))
    assert await aliases(scene) == []
    await daniel.presses("Import 1 hearing", in_=scene.modal("daniel"))
    await scene.settle()
    assert "1 hearing is imported." in text_of(scene.modal("daniel"))
    assert "M.R." in text_of(scene.card())
    await daniel.presses("Undo the import", in_=scene.modal("daniel"))
    await scene.settle()
    assert "The import is undone." in text_of(scene.modal("daniel"))
    assert "Cancelled" in text_of(scene.card())
    assert "M.R." not in text_of(scene.card())
    assert await aliases(scene) == []


async def test_rows_amiss_are_named_and_only_the_good_ones_can_be_chosen(scene: Scene) -> None:
    await paste(scene, ROWS + "<!channel>\tbond\tNowhere\t\t\t1\nA123456789\tbond\tBoston\t\t\t1\n")
    said = text_of(scene.modal("daniel"))
    assert "Row 3, Place: The directory has no place, or more than one, that is called “Nowhere”." in said
    assert "Row 4, Alias: This looks like an A-number." in said
    assert "123456789" not in said
    await scene.someone("daniel").presses("Import only the good row", in_=scene.modal("daniel"))
    await scene.settle()
    assert await aliases(scene) == ["M.R."]


async def test_what_is_no_table_is_said_under_the_box_and_stays_in_it(scene: Scene) -> None:
    errors = await paste(scene, "just a few words")
    assert errors["rows"].startswith("The file needs a first line with headings. Missing: Kind, Alias, Place")


@pytest.mark.parametrize("line", ["/hearings import", "/hearings export"])
async def test_only_coordinators_import_and_export(scene: Scene, line: str) -> None:
    ana = scene.someone("ana")
    await ana.types(line, channel="court-boston")
    await scene.settle()
    assert ana.modal is None
    assert "coordinators" in text_of(ana.ephemerals("court-boston")[-1])


async def test_a_forged_import_is_refused(scene: Scene) -> None:
    await paste(scene, ROWS)
    for value in ("999 all", "x", "٣ all", "9" * 400):
        await scene.someone("daniel").forges(
            scene.modal("daniel"), {"type": "button", "action_id": "hearings.import_confirm", "value": value}
        )
        await scene.settle()
        assert "This import is over" in text_of(scene.modal("daniel"))
        assert await aliases(scene) == []
        await scene.someone("daniel").closes()


async def test_the_template_arrives_in_ones_messages_with_the_bot(scene: Scene) -> None:
    await begin(scene)
    await scene.someone("daniel").presses("Template", in_=scene.modal("daniel"))
    await scene.settle()
    content = newest_file(scene, "daniel")
    assert content.startswith("Kind,Alias,Place,Day,Start,End,")
    assert "M.R." in content


async def test_an_export_holds_what_everyone_may_read_and_no_cell_is_alive(scene: Scene) -> None:
    await scene.hearing(alias="=HYPERLINK(1)", contact="canary", note="@everyone <!channel>")
    await scene.hearing(alias="Later", day=scene.day(60))
    await scene.hearing(alias="Elsewhere", kind="bond", day=scene.day(1))
    await scene.someone("daniel").types("/hearings export check-in", channel="court-boston")
    await scene.settle()
    assert "The file is in your messages" in text_of(scene.someone("daniel").ephemerals("court-boston")[-1])
    content = newest_file(scene, "daniel")
    lines = content.splitlines()
    assert [line.split(",")[2] for line in lines[1:]] == ["'=HYPERLINK(1)", "Later"]
    assert "'@everyone" in lines[1]
    assert "canary" not in content
    assert "Elsewhere" not in content


async def test_a_hearing_is_added_from_the_menu_of_shortcuts(scene: Scene) -> None:
    await scene.someone("daniel").shortcut("hearings.add")
    await scene.settle()
    assert "Who is it for?" in text_of(scene.modal("daniel"))
    await scene.someone("ana").shortcut("hearings.add")
    await scene.settle()
    assert "coordinators" in text_of(scene.modal("ana"))


async def test_home_leads_coordinators_to_the_import(scene: Scene) -> None:
    daniel = scene.someone("daniel")
    await daniel.opens_home()
    await scene.settle()
    assert daniel.home is not None
    assert "Import hearings" in labels_of(daniel.home)
    await daniel.presses("Import hearings", in_=daniel.home)
    await scene.settle()
    assert "Or paste a few rows" in text_of(scene.modal("daniel"))


def newest_file(scene: Scene, handle: str) -> str:
    """What stands in the newest file of somebody's messages with the bot."""
    message = next(one for one in reversed(scene.someone(handle).direct_messages()) if one.files)
    _, content = scene.practice._slack.workspace.files[message.files[0]["id"]]
    return content.decode("utf-8-sig")
