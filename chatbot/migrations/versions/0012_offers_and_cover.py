"""Offers from the line, cover, confirmations and attendance."""

from typing import Any

import sqlalchemy as sa
from alembic import op

import chatbot.kit.columns

revision = "0012"
down_revision = "0011"

_ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_INSTANT = chatbot.kit.columns.Instant()


def upgrade() -> None:
    columns: tuple[sa.Column[Any], ...] = (
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("sure_of", sa.Date(), nullable=True),
        sa.Column("sure_at", _INSTANT, nullable=True),
        sa.Column("offered_until", _INSTANT, nullable=True),
        sa.Column("told_at", _INSTANT, nullable=True),
        sa.Column("lapsed_at", _INSTANT, nullable=True),
        sa.Column("attendance", sa.String(length=16), nullable=True),
    )
    for column in columns:
        op.add_column("signups", column)
    # Whoever signed up so far is sure of the day it has now.
    its_day = "(SELECT hearings.day FROM hearings WHERE 'hearing:' || hearings.id = signups.subject)"
    op.execute(f"UPDATE signups SET day = {its_day}, sure_of = {its_day}, sure_at = since")  # noqa: S608 - a constant
    for name, by, where in (
        ("ix_signups_day", "day", "ended_at IS NULL"),
        ("ix_signups_offers", "offered_until", "offered_until IS NOT NULL"),
    ):
        op.create_index(name, "signups", [by], sqlite_where=sa.text(where), postgresql_where=sa.text(where))
    undated = sa.text("starts_at IS NULL AND state = 'open'")
    op.create_index("ix_hearings_undated", "hearings", ["day"], sqlite_where=undated, postgresql_where=undated)
    op.create_table(
        "covers",
        sa.Column("id", _ROW_ID, nullable=False),
        sa.Column("team_id", sa.String(length=32), nullable=False),
        sa.Column("subject", sa.String(length=64), nullable=False),
        sa.Column("person_id", _ROW_ID, nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("taken_by", _ROW_ID, nullable=True),
        sa.Column("opened_at", _INSTANT, nullable=False),
        sa.Column("ended_at", _INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_covers_person_id_people")),
        sa.ForeignKeyConstraint(["taken_by"], ["people.id"], name=op.f("fk_covers_taken_by_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_covers")),
    )
    going_on = sa.text("state = 'open'")
    op.create_index(
        "uq_covers_one_a_seat",
        "covers",
        ["team_id", "subject", "person_id"],
        unique=True,
        sqlite_where=going_on,
        postgresql_where=going_on,
    )
    op.create_table(
        "cover_asks",
        sa.Column("cover_id", _ROW_ID, nullable=False),
        sa.Column("person_id", _ROW_ID, nullable=False),
        sa.Column("team_id", sa.String(length=32), nullable=False),
        sa.Column("asked_at", _INSTANT, nullable=False),
        sa.Column("declined_at", _INSTANT, nullable=True),
        sa.ForeignKeyConstraint(
            ["cover_id"], ["covers.id"], name=op.f("fk_cover_asks_cover_id_covers"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_cover_asks_person_id_people")),
        sa.PrimaryKeyConstraint("cover_id", "person_id", name=op.f("pk_cover_asks")),
    )
    op.create_index("ix_cover_asks_person", "cover_asks", ["team_id", "person_id", "asked_at"])
