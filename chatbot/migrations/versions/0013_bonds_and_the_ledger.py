"""Drives, pledges, and books that the database itself keeps from being changed."""

import sqlalchemy as sa
from alembic import op

import chatbot.kit.columns

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.create_table(
        "bond_policies",
        sa.Column("team_id", sa.String(length=32), nullable=False),
        sa.Column("odd_above", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("team_id", name=op.f("pk_bond_policies")),
    )
    op.create_table(
        "bond_rates",
        sa.Column("team_id", sa.String(length=32), nullable=False),
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("rate", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "year", name=op.f("pk_bond_rates")),
    )
    op.create_table(
        "ledger_books",
        sa.Column("team_id", sa.String(length=32), nullable=False),
        sa.Column("opened_at", chatbot.kit.columns.Instant(), nullable=False),
        sa.Column("closed_through", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("team_id", name=op.f("pk_ledger_books")),
    )
    op.create_table(
        "bonds",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("team_id", sa.String(length=32), nullable=False),
        sa.Column("code", sa.String(length=12), nullable=False),
        sa.Column("purpose", sa.String(length=8), nullable=False),
        sa.Column("alias", sa.String(length=40), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("share", sa.BigInteger(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("link", sa.String(length=500), nullable=False),
        sa.Column("channel", sa.String(length=32), nullable=True),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("obligor", sa.String(length=16), nullable=False),
        sa.Column("paid_on", sa.Date(), nullable=True),
        sa.Column("released_on", sa.Date(), nullable=True),
        sa.Column("cancelled_on", sa.Date(), nullable=True),
        sa.Column("requested_on", sa.Date(), nullable=True),
        sa.Column("reviewed_on", sa.Date(), nullable=True),
        sa.Column("closed_because", sa.Text(), nullable=False),
        sa.Column("created_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("created_at", chatbot.kit.columns.Instant(), nullable=False),
        sa.ForeignKeyConstraint(["created_by"], ["people.id"], name=op.f("fk_bonds_created_by_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bonds")),
        sa.UniqueConstraint("team_id", "code", name=op.f("uq_bonds_team_id_code")),
    )
    op.create_index("ix_bonds_state", "bonds", ["team_id", "state", "due"], unique=False)
    op.create_table(
        "ledger_entries",
        sa.Column("team_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("what", sa.String(length=16), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", chatbot.kit.columns.Instant(), nullable=False),
        sa.Column("by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("key", sa.String(length=128), nullable=False),
        sa.Column("asked", sa.String(length=64), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("reverses", sa.Integer(), nullable=True),
        sa.Column("previous", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["team_id"], ["ledger_books.team_id"], name=op.f("fk_ledger_entries_team_id_ledger_books")
        ),
        sa.PrimaryKeyConstraint("team_id", "number", name=op.f("pk_ledger_entries")),
        sa.UniqueConstraint("team_id", "key", name=op.f("uq_ledger_entries_team_id_key")),
        sa.UniqueConstraint("team_id", "reverses", name=op.f("uq_ledger_entries_team_id_reverses")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_ledger_entries_day", "ledger_entries", ["team_id", "day"], unique=False)
    op.create_table(
        "ledger_lines",
        sa.Column("team_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("line", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("account", sa.String(length=16), nullable=False),
        sa.Column("fund", sa.String(length=64), nullable=False),
        sa.Column("party", sa.String(length=64), nullable=False),
        sa.Column("cents", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["team_id", "number"],
            ["ledger_entries.team_id", "ledger_entries.number"],
            name=op.f("fk_ledger_lines_team_id_ledger_entries"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("team_id", "number", "line", name=op.f("pk_ledger_lines")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_ledger_lines_account", "ledger_lines", ["team_id", "fund", "account"], unique=False)
    op.create_index("ix_ledger_lines_party", "ledger_lines", ["team_id", "party"], unique=False)
    op.create_table(
        "pledges",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("team_id", sa.String(length=32), nullable=False),
        sa.Column("drive_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("donor", sa.LargeBinary(), nullable=True),
        sa.Column("anonymous", sa.Boolean(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("fund_amount", sa.BigInteger(), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("made_at", chatbot.kit.columns.Instant(), nullable=False),
        sa.ForeignKeyConstraint(["drive_id"], ["bonds.id"], name=op.f("fk_pledges_drive_id_bonds")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_pledges_person_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pledges")),
    )
    op.create_index("ix_pledges_drive", "pledges", ["team_id", "drive_id"], unique=False)
    op.create_index("ix_pledges_person", "pledges", ["team_id", "person_id"], unique=False)
    guard = _GUARDED_ON_POSTGRESQL if op.get_bind().dialect.name == "postgresql" else _GUARDED_ON_SQLITE
    for statement in guard:
        op.execute(statement)


_APPEND_ONLY = "the ledger is append-only"
_UNBALANCED = "an entry must sum to zero within every fund"
_OUT_OF_LINE = "an entry must follow the last one"

_LINES = "FROM ledger_lines l WHERE l.team_id = NEW.team_id AND l.number = NEW.number"
_LAST = "SELECT max(e.number) FROM ledger_entries e WHERE e.team_id = NEW.team_id"
_IS_UNBALANCED = (
    f"(SELECT count(*) {_LINES}) < 2 OR EXISTS (SELECT 1 {_LINES} GROUP BY l.fund HAVING sum(l.cents) <> 0)"
)
_IS_OUT_OF_LINE = (
    f"NEW.number <> coalesce(({_LAST}), 0) + 1 OR NEW.previous <> coalesce((SELECT e.hash FROM ledger_entries e"  # noqa: S608
    f" WHERE e.team_id = NEW.team_id AND e.number = ({_LAST})), '{'0' * 64}')"
)
_IS_WRITTEN = "EXISTS (SELECT 1 FROM ledger_entries e WHERE e.team_id = NEW.team_id AND e.number = NEW.number)"
_IS_KNOWN = (
    "EXISTS (SELECT 1 FROM ledger_entries e WHERE e.team_id = NEW.team_id"
    " AND (e.key = NEW.key OR e.reverses = NEW.reverses))"
)
_IS_THERE = f"EXISTS (SELECT 1 {_LINES} AND l.line = NEW.line)"


def _on_sqlite(name: str, event: str, table: str, condition: str, why: str) -> str:
    when = f"WHEN {condition}" if condition else ""
    return f"CREATE TRIGGER {name} BEFORE {event} ON {table} {when} BEGIN SELECT RAISE(ABORT, '{why}'); END"


# REPLACE deletes without asking a trigger unless recursive_triggers is on, so that inserts look for what they replace.
_GUARDED_ON_SQLITE = [
    *(
        _on_sqlite(f"{table}_no_{event.lower()}", event, table, "", _APPEND_ONLY)
        for table in ("ledger_entries", "ledger_lines")
        for event in ("UPDATE", "DELETE")
    ),
    _on_sqlite("ledger_lines_new", "INSERT", "ledger_lines", f"{_IS_THERE} OR {_IS_WRITTEN}", _APPEND_ONLY),
    _on_sqlite("ledger_entries_new", "INSERT", "ledger_entries", f"{_IS_WRITTEN} OR {_IS_KNOWN}", _APPEND_ONLY),
    _on_sqlite("ledger_entries_in_line", "INSERT", "ledger_entries", _IS_OUT_OF_LINE, _OUT_OF_LINE),
    _on_sqlite("ledger_entries_balanced", "INSERT", "ledger_entries", _IS_UNBALANCED, _UNBALANCED),
]


def _function(name: str, body: str) -> str:
    return f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} END $$"


def _on_postgresql(table: str, events: str, each: str, function: str) -> str:
    name = f"{table}_{function}_{each.lower()}"
    return f"CREATE TRIGGER {name} BEFORE {events} ON {table} FOR EACH {each} EXECUTE FUNCTION {function}()"


_GUARDED_ON_POSTGRESQL = [
    _function("ledger_kept", f"RAISE EXCEPTION '{_APPEND_ONLY}';"),
    _function("ledger_line_new", f"IF {_IS_WRITTEN} THEN RAISE EXCEPTION '{_APPEND_ONLY}'; END IF; RETURN NEW;"),
    _function(
        "ledger_entry_sound",
        f"IF {_IS_OUT_OF_LINE} THEN RAISE EXCEPTION '{_OUT_OF_LINE}'; END IF;"
        f" IF {_IS_UNBALANCED} THEN RAISE EXCEPTION '{_UNBALANCED}'; END IF; RETURN NEW;",
    ),
    *(
        _on_postgresql(table, events, each, "ledger_kept")
        for table in ("ledger_entries", "ledger_lines")
        for events, each in (("UPDATE OR DELETE", "ROW"), ("TRUNCATE", "STATEMENT"))
    ),
    _on_postgresql("ledger_lines", "INSERT", "ROW", "ledger_line_new"),
    _on_postgresql("ledger_entries", "INSERT", "ROW", "ledger_entry_sound"),
]
