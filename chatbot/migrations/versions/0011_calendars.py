"""Calendars that follow what somebody signed up for."""

import sqlalchemy as sa
from alembic import op

import chatbot.kit.columns

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.create_table(
        "calendar_feeds",
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("team_id", sa.String(length=32), nullable=False),
        sa.Column("token", sa.String(length=64), nullable=False),
        sa.Column("made_at", chatbot.kit.columns.Instant(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_calendar_feeds_person_id_people")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_calendar_feeds")),
        sa.UniqueConstraint("token", name=op.f("uq_calendar_feeds_token")),
    )
    op.create_table(
        "calendar_entries",
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("subject", sa.String(length=64), nullable=False),
        sa.Column("team_id", sa.String(length=32), nullable=False),
        sa.Column("code", sa.String(length=12), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("cancelled", sa.Boolean(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("starts_at", chatbot.kit.columns.Instant(), nullable=True),
        sa.Column("ends_at", chatbot.kit.columns.Instant(), nullable=True),
        sa.Column("place", sa.String(length=400), nullable=False),
        sa.Column("changed_at", chatbot.kit.columns.Instant(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_calendar_entries_person_id_people")),
        sa.PrimaryKeyConstraint("person_id", "subject", name=op.f("pk_calendar_entries")),
    )
    op.create_index(op.f("ix_calendar_entries_day"), "calendar_entries", ["day"])
