"""What happens once, and what people choose for themselves."""

import sqlalchemy as sa
from alembic import op

import chatbot.kit.columns

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "done",
        sa.Column("team_id", sa.String(length=32), nullable=False),
        sa.Column("what", sa.String(length=128), nullable=False),
        sa.Column("at", chatbot.kit.columns.Instant(), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "what", name=op.f("pk_done")),
    )
    op.create_index(op.f("ix_done_at"), "done", ["at"], unique=False)
    op.create_table(
        "preferences",
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("muted", sa.JSON(), nullable=False),
        sa.Column("minimum_notice", sa.Integer(), nullable=False),
        sa.Column("quiet_from", sa.Time(), nullable=False),
        sa.Column("quiet_until", sa.Time(), nullable=False),
        sa.Column("speaks", sa.JSON(), nullable=False),
        sa.Column("areas", sa.JSON(), nullable=False),
        sa.Column("digest_at", sa.Time(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_preferences_person_id_people"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_preferences")),
    )
    op.add_column("people", sa.Column("chosen_language", sa.String(length=8), nullable=True))
