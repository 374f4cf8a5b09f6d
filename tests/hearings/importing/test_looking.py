"""A sheet is looked at before anything is written down: every row that cannot be taken is named, and why."""

from pathlib import Path

import pytest

from chatbot.hearings.importing.store import imports
from chatbot.hearings.importing.words import heading
from chatbot.hearings.store import hearings
from chatbot.kit.refusal import Refusal
from chatbot.kit.tables import NoTable, NotATable, TooLong
from chatbot.people.refusals import NotAllowed
from tests.fixtures.database import ON_SQLITE
from tests.fixtures.network import SmallNetwork
from tests.hearings.importing.sheets import GOOD, amiss, long, looked

pytestmark = ON_SQLITE

HEAD = "alias,kind,place,companions,day,start\n"


async def test_a_dry_run_writes_no_hearing(network: SmallNetwork) -> None:
    _, findings = await looked(network, GOOD)
    assert [good.draft.alias for good in findings.good] == ["M.R.", "The\nbaker"]
    assert findings.ignored == ("Whatever",)
    assert await network.size(hearings) == 0


async def test_every_wrong_row_is_named(network: SmallNetwork) -> None:
    wrong = (
        HEAD + "B.,wedding,Boston,1\nC.,bond,Nowhere,1\nD.,bond,Boston,1,3/1/2026\nE.,bond,Boston,1,soon\n"
        "F.,bond,Boston,1,3/4/2026,25:00\nG.,bond,Boston,many\n,bond,Boston,1\nOk.,bond,Boston,1\n"
    )
    _, findings = await looked(network, wrong)
    assert amiss(findings) == [
        "Row 2, Kind: Please choose one of the list.",
        "Row 3, Place: The directory has no place, or more than one, that is called “Nowhere”.",
        "Row 4, Day: This day is over. Please choose one that is still to come.",
        "Row 5, Day: Please write the day like 3/4/2026 or 2026-03-04.",
        "Row 6, Start: Please write the hour like 9:00, 9 AM or 13:30.",
        "Row 7, Companions: Please write a whole number, such as 2.",
        "Row 8, Alias: Please fill this in.",
    ]
    assert [good.row for good in findings.good] == [9]


@pytest.mark.parametrize("column", ["alias", "kind", "place", "day", "companions", "languages", "note", "contact"])
async def test_an_a_number_in_any_cell_is_refused_and_never_repeated(network: SmallNetwork, column: str) -> None:
    row = {"alias": "M.R.", "kind": "bond", "place": "Boston", "companions": "2", "day": "", column: "A123-456-789"}
    _, findings = await looked(network, ",".join(row) + "\n" + ",".join(row.values()))
    (said,) = amiss(findings)
    assert said.startswith("Row 2, ")
    assert "A-number" in said
    assert "123" not in said
    (kept,) = await network.rows(imports.select())
    assert kept.total == 0


async def test_a_heading_that_holds_a_number_is_not_repeated_either(network: SmallNetwork) -> None:
    _, findings = await looked(network, "alias,kind,place,companions,A123456789,Country\nM.R.,bond,Boston,1,,\n")
    assert findings.ignored == ("Country",)


async def test_the_same_hearing_twice_is_found_in_the_file_and_in_what_is_there(network: SmallNetwork) -> None:
    await network.add_hearing(alias="M.R.", day="2026-03-04")
    rows = "m.r.,bond,Boston,1,2026-03-04\nX.,bond,Boston,1,3/5/2026\nX.,bond,jfk,1,2026-03-05\nX.,bond,Boston,1,\n"
    _, findings = await looked(network, HEAD + rows)
    assert amiss(findings) == [
        "Row 2: H101 has the same alias, place and day already.",
        "Row 4: Row 3 has the same alias, place and day.",
    ]


async def test_headings_and_cells_may_be_in_the_readers_language(network: SmallNetwork) -> None:
    daniel = network.coordinator
    await network.chatbot.people.prefer({"language": "es"}, by=daniel)
    spanish = await network.again(daniel)
    say = network.chatbot.catalogues.tongue("es").say
    text = ";".join(say(heading(one)) for one in ("alias", "kind", "place", "companions", "day", "start"))
    _, findings = await looked(network, text + "\nM.R.;fianza;Boston;2;4 de marzo de 2026;9:00\n", by=spanish)
    assert amiss(findings) == []
    assert findings.good[0].typed["day"] == "2026-03-04"


async def test_a_table_without_the_needed_headings_says_which_are_missing(network: SmallNetwork) -> None:
    with pytest.raises(NoTable) as refused:
        await looked(network, "alias,day\nM.R.,2026-03-04\n")
    sentence = network.chatbot.catalogues.tongue("en").say(refused.value.sentence)
    assert sentence == "The file needs a first line with headings. Missing: Kind, Place, and Companions."
    with pytest.raises(NoTable):
        await looked(network, "")


ROW = "M.R.,bond,Boston,1,3/4/2026,"


@pytest.mark.parametrize(
    "content",
    [
        (HEAD + ROW).replace("\n", "\r\n").encode("utf-8-sig"),
        (HEAD + ROW).replace(",", ";").encode("cp1252"),
        (HEAD + ROW).replace(",", "\t").encode("utf-16"),
        (HEAD + "\x00" + ROW).encode(),
        ("\n\n" + HEAD + "\n" + ROW + "\n,,,,\n").encode(),
        (HEAD + ROW + "\n").replace("M.R.", "Señor Ñ").encode("cp1252"),
    ],
    ids=["utf-8 with a mark", "semicolons", "tabs in utf-16", "a NUL", "empty lines", "Windows' letters"],
)
async def test_a_file_is_read_however_it_was_saved(network: SmallNetwork, content: bytes) -> None:
    _, findings = await looked(network, content)
    assert amiss(findings) == []
    assert [good.draft.when.day.isoformat() for good in findings.good if good.draft.when.day] == ["2026-03-04"]


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"x" * 2_000_001, TooLong),
        ((HEAD + "a,b,c,1\n" * 5_001).encode(), TooLong),
        ((HEAD + f"M.R.,bond,Boston,1,{'9' * 200_000}").encode(), NotATable),
        ((HEAD + f"M.R.,bond,Boston,1,{'9' * 20_000}").encode(), NotATable),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, NoTable),
    ],
    ids=["too large", "too many rows", "a cell without end", "a huge cell", "a picture"],
)
async def test_what_is_no_table_is_refused_kindly(
    network: SmallNetwork, content: bytes, refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        await looked(network, content)


async def test_a_coordinator_of_one_area_brings_in_rows_of_that_area_only(network: SmallNetwork) -> None:
    _, findings = await looked(network, GOOD, by=network.of_merrimack)
    assert [problem.row for problem in findings.problems] == [2]
    with pytest.raises(NotAllowed):
        await network.chatbot.imports.begin(by=network.ana)


async def test_what_waits_to_be_confirmed_is_sealed(network: SmallNetwork) -> None:
    await looked(network, long(3))
    (row,) = await network.rows(imports.select())
    assert isinstance(row.rows, bytes)
    assert b"Aunt" not in row.rows


async def test_no_file_holds_a_private_word_of_a_sheet(network: SmallNetwork, database_url: str) -> None:
    """T6, before it is confirmed and after."""
    sheet = long(3).replace("Aunt", "canary")
    number, _ = await looked(network, sheet)
    file = Path(database_url.removeprefix("sqlite+aiosqlite:///"))
    for _step in range(2):
        files = list(file.parent.glob(f"{file.name}*"))
        assert len(files) > 1, "the write-ahead log is looked through as well"
        assert not [one.name for one in files if b"canary" in one.read_bytes().lower()]
        await network.chatbot.imports.confirm(number, by=network.coordinator)
        await network.chatbot.imports.carry_on_to_the_end()
