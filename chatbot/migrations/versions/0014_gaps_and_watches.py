"""Gaps of hearings that are near, and who watches what."""

import sqlalchemy as sa
from alembic import op

import chatbot.kit.columns

revision = "0014"
down_revision = "0013"

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "hearing_gaps",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("team_id", sa.String(length=32), nullable=False),
        sa.Column("hearing_id", _NUMBER, nullable=False),
        sa.Column("since", chatbot.kit.columns.Instant(), nullable=False),
        sa.Column("until", chatbot.kit.columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["hearing_id"], ["hearings.id"], name=op.f("fk_hearing_gaps_hearing_id_hearings")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hearing_gaps")),
    )
    still = sa.text("until IS NULL")
    op.create_index(
        "uq_hearing_gaps_one_open",
        "hearing_gaps",
        ["hearing_id"],
        unique=True,
        sqlite_where=still,
        postgresql_where=still,
    )
    op.create_table(
        "hearing_watches",
        sa.Column("person_id", _NUMBER, nullable=False),
        sa.Column("what", sa.String(length=32), nullable=False),
        sa.Column("team_id", sa.String(length=32), nullable=False),
        sa.Column("since", chatbot.kit.columns.Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_hearing_watches_person_id_people"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person_id", "what", name=op.f("pk_hearing_watches")),
    )
    op.create_index(op.f("ix_hearing_watches_team_id"), "hearing_watches", ["team_id"], unique=False)
