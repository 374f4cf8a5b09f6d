"""docs/privacy.md and its rooms' pages say of every column what it holds, who may see it, and whether it is sealed."""

from sqlalchemy import LargeBinary

from chatbot.migrations.tables import metadata
from tests.repo.documents import Row, code_words, has_section, headings, pages, rows, section

PAGE = "docs/privacy.md"


def told(table: str) -> list[Row]:
    heading = f"`{table}`"
    return [row for page in pages(PAGE) if has_section(page, heading) for row in rows(section(page, heading))]


def test_every_column_of_every_table_has_a_row() -> None:
    shown = {table: [code_words(cell)[0] for cell, *_ in told(table)] for table in metadata.tables}
    assert shown == {name: [column.name for column in table.columns] for name, table in metadata.tables.items()}


def test_no_table_is_told_that_there_is_not() -> None:
    every = [heading for page in pages(PAGE) for heading in headings(page) if heading.startswith("`")]
    assert sorted(every) == sorted(f"`{table}`" for table in metadata.tables)


def test_every_row_says_what_it_holds_who_sees_it_and_whether_it_is_sealed() -> None:
    for table in metadata.tables:
        for column, holds, seen_by, sealed in told(table):
            assert holds, column
            assert seen_by, column
            assert sealed in ("sealed", "no"), column


def test_sealed_is_said_of_the_sealed_columns_and_of_no_other() -> None:
    said = {
        (table, code_words(cell)[0])
        for table in metadata.tables
        for cell, *_, sealed in told(table)
        if sealed == "sealed"
    }
    assert said == {
        (name, column.name)
        for name, table in metadata.tables.items()
        for column in table.columns
        if isinstance(column.type, LargeBinary)
    }
