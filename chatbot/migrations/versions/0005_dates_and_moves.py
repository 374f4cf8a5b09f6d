"""Dates that were verified, moves that were told."""

import sqlalchemy as sa
from alembic import op

import chatbot.kit.columns

revision = "0005"
down_revision = "0004"

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("hearings", sa.Column("verified_at", chatbot.kit.columns.Instant(), nullable=True))
    op.add_column("hearings", sa.Column("verified_by", _NUMBER, nullable=True))
    op.add_column("hearings", sa.Column("verified_how", sa.String(length=16), nullable=True))
    op.add_column("networks", sa.Column("check_days", sa.Integer(), nullable=False, server_default="14"))
    op.create_table(
        "hearing_moves",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("team_id", sa.String(length=32), nullable=False),
        sa.Column("hearing_id", _NUMBER, nullable=False),
        sa.Column("at", chatbot.kit.columns.Instant(), nullable=False),
        sa.Column("zone", chatbot.kit.columns.Zone(length=64), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("starts_at", chatbot.kit.columns.Instant(), nullable=True),
        sa.Column("ends_at", chatbot.kit.columns.Instant(), nullable=True),
        sa.Column("place_id", _NUMBER, nullable=False),
        sa.Column("mode", sa.String(length=16), nullable=False),
        sa.Column("told_at", chatbot.kit.columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["hearing_id"], ["hearings.id"], name=op.f("fk_hearing_moves_hearing_id_hearings")),
        sa.ForeignKeyConstraint(["place_id"], ["places.id"], name=op.f("fk_hearing_moves_place_id_places")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hearing_moves")),
    )
    op.create_index("ix_hearing_moves_hearing", "hearing_moves", ["hearing_id", "told_at"], unique=False)
    op.create_table(
        "hearing_notices",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("team_id", sa.String(length=32), nullable=False),
        sa.Column("hearing_id", _NUMBER, nullable=False),
        sa.Column("move_id", _NUMBER, nullable=False),
        sa.Column("at", chatbot.kit.columns.Instant(), nullable=False),
        sa.ForeignKeyConstraint(["hearing_id"], ["hearings.id"], name=op.f("fk_hearing_notices_hearing_id_hearings")),
        sa.ForeignKeyConstraint(
            ["move_id"], ["hearing_moves.id"], name=op.f("fk_hearing_notices_move_id_hearing_moves")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hearing_notices")),
    )
    op.create_index("ix_hearing_notices_hearing", "hearing_notices", ["hearing_id"], unique=False)
    op.create_table(
        "hearing_keeps",
        sa.Column("notice_id", _NUMBER, nullable=False),
        sa.Column("person_id", _NUMBER, nullable=False),
        sa.Column("at", chatbot.kit.columns.Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["notice_id"], ["hearing_notices.id"], name=op.f("fk_hearing_keeps_notice_id_hearing_notices")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_hearing_keeps_person_id_people")),
        sa.PrimaryKeyConstraint("notice_id", "person_id", name=op.f("pk_hearing_keeps")),
    )
