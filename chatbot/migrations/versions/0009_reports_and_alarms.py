"""Reports, the hearings that follow from them, and alarms when someone was detained."""

import sqlalchemy as sa
from alembic import op

import chatbot.kit.columns

revision = "0009"
down_revision = "0008"

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _to(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}"))


def upgrade() -> None:
    op.add_column("hearings", sa.Column("follows_id", _NUMBER, nullable=True))
    op.add_column("hearings", sa.Column("card_from", chatbot.kit.columns.Instant(), nullable=True))
    op.create_table(
        "hearing_reports",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("team_id", sa.String(length=32), nullable=False),
        sa.Column("hearing_id", _NUMBER, nullable=False),
        sa.Column("at", chatbot.kit.columns.Instant(), nullable=False),
        sa.Column("by_id", _NUMBER, nullable=False),
        sa.Column("ending", sa.String(length=16), nullable=False),
        sa.Column("note", sa.LargeBinary(), nullable=True),
        sa.Column("next_id", _NUMBER, nullable=True),
        _to("hearing_reports", "hearing_id", "hearings"),
        _to("hearing_reports", "by_id", "people"),
        _to("hearing_reports", "next_id", "hearings"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hearing_reports")),
    )
    op.create_index("ix_hearing_reports_hearing", "hearing_reports", ["hearing_id"], unique=False)
    op.create_table(
        "alarms",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("team_id", sa.String(length=32), nullable=False),
        sa.Column("hearing_id", _NUMBER, nullable=False),
        sa.Column("raised_at", chatbot.kit.columns.Instant(), nullable=False),
        sa.Column("raised_by", _NUMBER, nullable=False),
        sa.Column("heard", sa.Boolean(), nullable=False),
        sa.Column("undone_at", chatbot.kit.columns.Instant(), nullable=True),
        sa.Column("undone_by", _NUMBER, nullable=True),
        sa.Column("undone_because", sa.Text(), nullable=False),
        _to("alarms", "hearing_id", "hearings"),
        _to("alarms", "raised_by", "people"),
        _to("alarms", "undone_by", "people"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alarms")),
    )
    standing = sa.text("undone_at IS NULL")
    op.create_index(
        "uq_alarms_one_a_hearing",
        "alarms",
        ["hearing_id"],
        unique=True,
        sqlite_where=standing,
        postgresql_where=standing,
    )
    op.create_table(
        "alarm_tasks",
        sa.Column("alarm_id", _NUMBER, nullable=False),
        sa.Column("task", sa.String(length=16), nullable=False),
        sa.Column("taken_by", _NUMBER, nullable=False),
        sa.Column("done_at", chatbot.kit.columns.Instant(), nullable=True),
        _to("alarm_tasks", "alarm_id", "alarms"),
        _to("alarm_tasks", "taken_by", "people"),
        sa.PrimaryKeyConstraint("alarm_id", "task", name=op.f("pk_alarm_tasks")),
    )
