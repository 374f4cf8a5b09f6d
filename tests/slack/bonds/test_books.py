"""Treasurers close a month on the books: the statement, the bank beside it, files for the accountant, limits."""

from handlers.practice.reading import labels_of, text_of
from tests.slack.bonds.steps import card, opens_drive, pledges, presses, said, sends
from tests.slack.bonds.test_treasury import opens_books, outside
from tests.slack.scene import Scene

BANK = "date,amount,description\n2026-03-02,40.00,TRANSFER\n2026-03-02,100.00,DEPOSIT\n2026-03-02,-12.50,FEE\n"


async def test_the_bank_beside_the_books(scene: Scene) -> None:
    await opens_drive(scene)
    await pledges(scene, "ana", "40")
    await outside(scene, "100")
    await outside(scene, "7")
    await opens_books(scene)
    await presses(scene, "sam", "Compare with the bank")
    assert (await sends(scene, "sam", rows="nothing of the kind"))["rows"]
    assert await sends(scene, "sam", rows=BANK) == {}
    shown = said(scene, "sam")
    assert "1 row is in the books." in shown
    assert "These look like pledges that came in:" in shown
    assert "-$12.50" in shown.partition("Only in the bank:")[2]
    assert "$7" in shown.partition("Only in the books:")[2]
    window = scene.modal("sam")
    await presses(scene, "sam", "Write down")
    assert "2 rows are in the books." in said(scene, "sam")
    assert "$147 received" in text_of(card(scene))
    await scene.someone("sam").presses_stale("Write down", window)
    await scene.settle()
    assert "$147 received" in text_of(card(scene)), "a second press changes nothing"


async def test_files_come_to_the_treasurers_messages(scene: Scene) -> None:
    await opens_drive(scene, alias="=1+1")
    await outside(scene, "100")
    await opens_books(scene)
    await presses(scene, "sam", "Export")
    assert await sends(scene, "sam") == {}
    sheet = scene.someone("sam").direct_messages()[-1]
    assert [file["title"] for file in sheet.files] == ["ledger.csv"]
    await opens_books(scene)
    await presses(scene, "sam", "Month statement")
    await presses(scene, "sam", "Download")
    sheet = scene.someone("sam").direct_messages()[-1]
    assert [file["title"] for file in sheet.files] == ["statement-2026-03.csv"]


async def test_a_month_is_closed_and_takes_no_more_entries(scene: Scene) -> None:
    await opens_drive(scene)
    await opens_books(scene)
    await presses(scene, "sam", "Month statement")
    assert "Close the month" not in labels_of(scene.modal("sam"))
    await presses(scene, "sam", "Month before")
    assert "2026-02" in said(scene, "sam")
    assert "No entries in this month." in said(scene, "sam")
    await presses(scene, "sam", "Close the month")
    assert "The month is closed." in said(scene, "sam")
    assert await outside(scene, "100", on="2026-02-27") != {}
    await presses(scene, "sam", "Month after") if "Month after" in labels_of(scene.modal("sam")) else None
    assert await sends(scene, "sam", on=None) == {}


async def test_the_limit_from_which_on_it_is_asked_once_more_can_be_set(scene: Scene) -> None:
    await opens_drive(scene)
    await opens_books(scene)
    await presses(scene, "sam", "Limits and rates")
    assert "Amounts above $2,500 are asked about once more." in said(scene, "sam")
    await presses(scene, "sam", "Change")
    assert await sends(scene, "sam", odd_above="30") == {}
    assert "Amounts above $30 are asked about once more." in said(scene, "sam")
    await presses(scene, "ana", "$50", card(scene))
    await sends(scene, "ana")
    assert "Please look once more" in said(scene, "ana")
    await sends(scene, "ana")
    assert "You pledged $50 to B101" in said(scene, "ana")


async def test_a_rate_beyond_what_the_law_allows_is_refused(scene: Scene) -> None:
    await opens_drive(scene)
    await opens_books(scene)
    await presses(scene, "sam", "Limits and rates")
    await presses(scene, "sam", "Set a rate")
    assert "from 0 to 3 percent" in (await sends(scene, "sam", year="2026", rate="3.5"))["rate"]
    assert await sends(scene, "sam", rate="2.75") == {}
    assert "2026: 2.75 %" in said(scene, "sam")
