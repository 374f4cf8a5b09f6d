"""Every private column, every table and everything about a person has its rule: what is forgotten, and when."""

from sqlalchemy import Column, LargeBinary, Table

from chatbot.bootstrap.privacy import PARTS
from chatbot.kit.columns import metadata
from chatbot.migrations import tables
from chatbot.people.store import people
from tests.repo.documents import section, text_of

KEPT_BECAUSE = {
    "networks": "the network's own settings",
    "places": "public buildings",
    "resources": "public organisations",
    "clusters": "the network's own settings",
    "resource_rules": "the network's own settings",
    "bond_policies": "the network's own settings",
    "bond_rates": "the Treasury's figures",
    "ledger_books": "money must be accounted for",
    "ledger_entries": "money must be accounted for",
    "ledger_lines": "money must be accounted for",
    "audit": "numbers of records only",
    "counters": "a code is never given twice",
    "people": "emptied when someone is erased; the books and the audit hold its number",
    "digests": "the network's own settings",
    "impact_channels": "the network's own settings",
    "impact_months": "sums that name nobody",
    "impact_totals": "sums that name nobody",
    "room_hosts": "goes when the host is erased",
    "grants": "goes when the person is erased",
    "preferences": "goes when the person is erased",
    "calendar_feeds": "goes when the person ends it or is erased",
    "closed_channels": "goes when the channel takes messages again",
    "holds": "a pause of minutes, written over by the next",
    "digest_runs": "which digest was sent on which day",
}
"""Tables whose rows stay, or go with a person."""

BY_ITSELF = {
    "imports": "imports.forget_old",
    "calendar_entries": "calendars.forget_old",
    "inbox": "inbox.forget_old",
    "done": "once.forget_old",
    "outbox": "outbox.forget_old",
    "posts": "retention.forget",
    "post_subjects": "retention.forget",
    "digest_parts": "digests.send_due",
}
"""Tables that an entry of the timetable looks after."""

ANOTHER_WAY = {("outbox", "person_id"), ("audit", "actor_id")}
"""What waits to be told to someone is deleted with them; the audit keeps the number."""


def names(columns: set[Column[object]]) -> set[str]:
    return {f"{column.table.name}.{column.name}" for column in columns}


def ruled() -> set[Column[object]]:
    wiped = {column for part in PARTS for one in part.private for column in one.columns}
    return wiped | {column for part in PARTS for column, _ in part.elsewhere}


def purged() -> set[Table]:
    matters = {one.table for part in PARTS for one in part.matters}
    records = {one.path[0].table for part in PARTS for one in part.records}
    return matters | records | {column.table for part in PARTS for column in part.subjects}


def about_people() -> set[Column[object]]:
    """Every column that names a person: by its foreign key, or by its name."""
    every = [column for table in metadata.tables.values() for column in table.columns]
    keyed = {column for column in every if any(key.column is people.c.id for key in column.foreign_keys)}
    called = {one for one in every if one.name in ("person_id", "by_id", "actor_id", "driver_id", "verified_by")}
    return {one for one in keyed | called if (one.table.name, one.name) not in ANOTHER_WAY}


def test_every_sealed_column_is_wiped_one_day() -> None:
    assert tables.metadata is metadata
    every = {
        column for table in metadata.tables.values() for column in table.columns if isinstance(column.type, LargeBinary)
    }
    assert names(every) == names(ruled())


def test_every_table_is_purged_or_says_why_not() -> None:
    named = {table.name for table in purged()} | set(KEPT_BECAUSE) | set(BY_ITSELF)
    cascading = {
        table.name for table in metadata.tables.values() if any(key.ondelete == "CASCADE" for key in table.foreign_keys)
    }
    assert set(metadata.tables) - named - cascading == set()


def test_every_column_that_names_a_person_says_what_becomes_of_it() -> None:
    told = {about.column for part in PARTS for about in part.about}
    assert names(about_people()) - names(told) == set()


def test_what_is_emptied_for_a_name_may_be_empty() -> None:
    loosened = [one.path[0] for part in PARTS for one in part.records if one.only_loosened]
    named = [one.column for part in PARTS for one in part.about if one.erased == "name"]
    assert [column.name for column in (*loosened, *named) if not column.nullable] == []


def test_the_page_says_the_limits_that_count() -> None:
    page = section(text_of("docs/privacy.md"), "How long it is kept")
    assert "**30 days**" in page
    assert "**12 months**" in page


def test_every_entry_that_looks_after_a_table_is_on_the_timetable() -> None:
    page = text_of("docs/timetable.md")
    entries = {*BY_ITSELF.values(), *(entry for part in PARTS for _, entry in part.elsewhere)}
    assert {entry for entry in entries if f"`{entry}`" not in page} == set()
