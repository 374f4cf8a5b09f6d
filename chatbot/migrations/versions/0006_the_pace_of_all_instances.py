"""The pace is kept in the database, and what is not sure is asked about."""

import sqlalchemy as sa
from alembic import op

import chatbot.kit.columns

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "holds",
        sa.Column("team_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("until", chatbot.kit.columns.Instant(), nullable=False),
        sa.Column("fault", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "kind", name=op.f("pk_holds")),
    )
    op.add_column("outbox", sa.Column("may_repeat", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("outbox", sa.Column("asked_at", chatbot.kit.columns.Instant(), nullable=True))
    op.create_index(op.f("ix_outbox_ended_at"), "outbox", ["ended_at"], unique=False)
