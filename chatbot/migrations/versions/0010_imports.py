"""Imports from spreadsheets."""

import sqlalchemy as sa
from alembic import op

import chatbot.kit.columns

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.create_table(
        "imports",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("team_id", sa.String(length=32), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("token", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("rows", sa.LargeBinary(), nullable=True),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("bad", sa.Integer(), nullable=False),
        sa.Column("looked", sa.Integer(), nullable=False),
        sa.Column("left_out", sa.JSON(), nullable=False),
        sa.Column("began_at", chatbot.kit.columns.Instant(), nullable=False),
        sa.Column("ended_at", chatbot.kit.columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_imports_person_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_imports")),
        sa.UniqueConstraint("token", name=op.f("uq_imports_token")),
    )
    op.create_index("ix_imports_state", "imports", ["state", "began_at"])
    op.create_index("ix_imports_person", "imports", ["team_id", "person_id", "id"])
    op.create_table(
        "imported",
        sa.Column("hearing_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("import_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["hearing_id"], ["hearings.id"], name=op.f("fk_imported_hearing_id_hearings"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["import_id"], ["imports.id"], name=op.f("fk_imported_import_id_imports"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("hearing_id", name=op.f("pk_imported")),
    )
    op.create_index("uq_imported_row", "imported", ["import_id", "row"], unique=True)
