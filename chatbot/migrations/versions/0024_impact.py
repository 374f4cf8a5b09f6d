"""Sums that outlive their records, and the channels that follow them."""

import sqlalchemy as sa
from alembic import op

import chatbot.kit.columns

revision = "0024"
down_revision = "0023"

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "impact_months",
        sa.Column("team_id", sa.String(length=32), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("kept_at", chatbot.kit.columns.Instant(), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "month", name=op.f("pk_impact_months")),
    )
    op.create_table(
        "impact_totals",
        sa.Column("team_id", sa.String(length=32), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("cluster_id", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("figure", sa.String(length=16), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "month", "cluster_id", "figure", name=op.f("pk_impact_totals")),
    )
    op.create_table(
        "impact_channels",
        sa.Column("team_id", sa.String(length=32), nullable=False),
        sa.Column("channel", sa.String(length=32), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("set_by", _NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["set_by"], ["people.id"], name=op.f("fk_impact_channels_set_by_people")),
        sa.PrimaryKeyConstraint("team_id", "channel", name=op.f("pk_impact_channels")),
    )
