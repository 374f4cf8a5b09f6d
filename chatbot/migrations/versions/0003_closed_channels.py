"""Channels into which nothing can be posted any more."""

import sqlalchemy as sa
from alembic import op

import chatbot.kit.columns

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "closed_channels",
        sa.Column("team_id", sa.String(length=32), nullable=False),
        sa.Column("channel", sa.String(length=32), nullable=False),
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.Column("since", chatbot.kit.columns.Instant(), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "channel", name=op.f("pk_closed_channels")),
    )
