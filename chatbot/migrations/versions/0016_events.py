"""Events: dates, the series they come from, and how they were before they moved."""

from typing import Any

import sqlalchemy as sa
from alembic import op

import chatbot.kit.columns

revision = "0016"
down_revision = "0015"

_ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_INSTANT = chatbot.kit.columns.Instant()


def upgrade() -> None:
    op.create_table(
        "event_series",
        sa.Column("id", _ROW_ID, nullable=False),
        sa.Column("team_id", sa.String(length=32), nullable=False),
        sa.Column("rule", sa.String(length=200), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("except_on", sa.JSON(), nullable=False),
        sa.Column("start", sa.Time(), nullable=False),
        sa.Column("end", sa.Time(), nullable=True),
        *_facts(),
        sa.Column("made_through", sa.Date(), nullable=False),
        sa.Column("ended_at", _INSTANT, nullable=True),
        sa.Column("created_by", _ROW_ID, nullable=False),
        sa.Column("created_at", _INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["created_by"], ["people.id"], name=op.f("fk_event_series_created_by_people")),
        sa.ForeignKeyConstraint(["place_id"], ["places.id"], name=op.f("fk_event_series_place_id_places")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_series")),
    )
    op.create_table(
        "events",
        sa.Column("id", _ROW_ID, nullable=False),
        sa.Column("team_id", sa.String(length=32), nullable=False),
        sa.Column("code", sa.String(length=12), nullable=False),
        sa.Column("series_id", _ROW_ID, nullable=True),
        sa.Column("slot", sa.Date(), nullable=True),
        sa.Column("apart", sa.Boolean(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("starts_at", _INSTANT, nullable=False),
        sa.Column("ends_at", _INSTANT, nullable=True),
        *_facts(),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("cancelled_because", sa.Text(), nullable=False),
        sa.Column("created_by", _ROW_ID, nullable=False),
        sa.Column("created_at", _INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["created_by"], ["people.id"], name=op.f("fk_events_created_by_people")),
        sa.ForeignKeyConstraint(["place_id"], ["places.id"], name=op.f("fk_events_place_id_places")),
        sa.ForeignKeyConstraint(["series_id"], ["event_series.id"], name=op.f("fk_events_series_id_event_series")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_events")),
        sa.UniqueConstraint("series_id", "slot", name=op.f("uq_events_series_id_slot")),
        sa.UniqueConstraint("team_id", "code", name=op.f("uq_events_team_id_code")),
    )
    op.create_index("ix_events_day", "events", ["team_id", "state", "day"])
    op.create_table(
        "event_moves",
        sa.Column("id", _ROW_ID, nullable=False),
        sa.Column("event_id", _ROW_ID, nullable=False),
        sa.Column("at", _INSTANT, nullable=False),
        sa.Column("zone", chatbot.kit.columns.Zone(length=64), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("starts_at", _INSTANT, nullable=False),
        sa.Column("ends_at", _INSTANT, nullable=True),
        sa.Column("spot", sa.String(length=400), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name=op.f("fk_event_moves_event_id_events")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_moves")),
    )
    op.create_index("ix_event_moves_event", "event_moves", ["event_id"])


def _facts() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("title", sa.String(length=80), nullable=False),
        sa.Column("host", sa.String(length=80), nullable=False),
        sa.Column("spot", sa.String(length=120), nullable=False),
        sa.Column("place_id", _ROW_ID, nullable=True),
        sa.Column("area", sa.String(length=60), nullable=False),
        sa.Column("zone", chatbot.kit.columns.Zone(length=64), nullable=False),
        sa.Column("languages", sa.String(length=120), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("page", sa.String(length=400), nullable=False),
        sa.Column("limit", sa.Integer(), nullable=True),
        sa.Column("link", sa.LargeBinary(), nullable=True),
    )
