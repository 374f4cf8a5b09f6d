"""Every line of the audit gets a place in a chain of hashes, and the database lets nothing of it change."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    op.add_column("audit", sa.Column("number", sa.Integer(), nullable=True))
    op.add_column("audit", sa.Column("previous", sa.String(length=64), nullable=True))
    op.add_column("audit", sa.Column("hash", sa.String(length=64), nullable=True))
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.create_unique_constraint(op.f("uq_audit_team_id_number"), ["team_id", "number"])
    loose = sa.text("number IS NULL")
    op.create_index("ix_audit_loose", "audit", ["team_id", "id"], sqlite_where=loose, postgresql_where=loose)
    for statement in _ON_POSTGRESQL if op.get_bind().dialect.name == "postgresql" else _ON_SQLITE:
        op.execute(statement)


_KEPT = ("id", "team_id", "at", "actor_id", "verb", "subject", "detail")
_LAST = "SELECT max(a.number) FROM audit a WHERE a.team_id = NEW.team_id"
_IN_LINE = (
    f"NEW.number = coalesce(({_LAST}), 0) + 1 AND NEW.hash IS NOT NULL AND NEW.previous = coalesce("  # noqa: S608
    f"(SELECT a.hash FROM audit a WHERE a.team_id = NEW.team_id AND a.number = ({_LAST})), '{'0' * 64}')"
)
_IN_CHAIN = "NEW.number IS NOT NULL OR NEW.previous IS NOT NULL OR NEW.hash IS NOT NULL"
_IS_THERE = "EXISTS (SELECT 1 FROM audit a WHERE a.id = NEW.id)"
_WHY = "the audit is append-only"


def _same(equal: str) -> str:
    return " AND ".join(f"NEW.{name} {equal} OLD.{name}" for name in _KEPT)


def _on_sqlite(name: str, event: str, condition: str) -> str:
    when = f"WHEN {condition}" if condition else ""
    return f"CREATE TRIGGER audit_{name} BEFORE {event} ON audit {when} BEGIN SELECT RAISE(ABORT, '{_WHY}'); END"


# REPLACE deletes without asking a trigger unless recursive_triggers is on, so that inserts look for what they replace.
_ON_SQLITE = [
    _on_sqlite("no_delete", "DELETE", ""),
    _on_sqlite("no_update", "UPDATE", f"NOT coalesce(OLD.number IS NULL AND {_IN_LINE} AND {_same('IS')}, 0)"),
    _on_sqlite("new", "INSERT", f"{_IN_CHAIN} OR {_IS_THERE}"),
]


def _function(name: str, body: str) -> str:
    return f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} END $$"


def _on_postgresql(event: str, each: str, function: str) -> str:
    name = f"{function}_{event.lower()}"
    return f"CREATE TRIGGER {name} BEFORE {event} ON audit FOR EACH {each} EXECUTE FUNCTION {function}()"


def _unless(condition: str) -> str:
    return f"IF ({condition}) IS NOT TRUE THEN RAISE EXCEPTION '{_WHY}'; END IF; RETURN NEW;"


_ON_POSTGRESQL = [
    _function("audit_kept", f"RAISE EXCEPTION '{_WHY}';"),
    _function("audit_put", _unless(f"OLD.number IS NULL AND {_IN_LINE} AND {_same('IS NOT DISTINCT FROM')}")),
    _function("audit_new", _unless(f"NOT ({_IN_CHAIN})")),
    _on_postgresql("DELETE", "ROW", "audit_kept"),
    _on_postgresql("TRUNCATE", "STATEMENT", "audit_kept"),
    _on_postgresql("UPDATE", "ROW", "audit_put"),
    _on_postgresql("INSERT", "ROW", "audit_new"),
]
