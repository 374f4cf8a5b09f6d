"""The directory of organisations and services."""

import sqlalchemy as sa
from alembic import op

import chatbot.kit.columns

revision = "0015"
down_revision = "0014"

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "resources",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("team_id", sa.String(length=32), nullable=False),
        sa.Column("code", sa.String(length=12), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("topics", sa.JSON(), nullable=False),
        sa.Column("town", sa.String(length=60), nullable=False),
        sa.Column("serves", sa.String(length=200), nullable=False),
        sa.Column("languages", sa.String(length=200), nullable=False),
        sa.Column("phone", sa.String(length=200), nullable=False),
        sa.Column("email", sa.String(length=200), nullable=False),
        sa.Column("website", sa.String(length=220), nullable=False),
        sa.Column("address", sa.String(length=200), nullable=False),
        sa.Column("hours", sa.String(length=200), nullable=False),
        sa.Column("cost", sa.String(length=200), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("same", sa.Text(), nullable=False),
        sa.Column("sample", sa.String(length=40), nullable=True),
        sa.Column("is_sample", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=True),
        sa.Column("checked_by", _NUMBER, nullable=True),
        sa.Column("archived_at", chatbot.kit.columns.Instant(), nullable=True),
        sa.Column("created_at", chatbot.kit.columns.Instant(), nullable=False),
        sa.ForeignKeyConstraint(["checked_by"], ["people.id"], name=op.f("fk_resources_checked_by_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_resources")),
        sa.UniqueConstraint("team_id", "code", name=op.f("uq_resources_team_id_code")),
        sa.UniqueConstraint("team_id", "sample", name=op.f("uq_resources_team_id_sample")),
    )
    op.create_index("ix_resources_same", "resources", ["team_id", "same"], unique=False)
    op.create_table(
        "resource_rules",
        sa.Column("team_id", sa.String(length=32), nullable=False),
        sa.Column("recheck_days", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("team_id", name=op.f("pk_resource_rules")),
    )
    op.create_table(
        "resource_suggestions",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("team_id", sa.String(length=32), nullable=False),
        sa.Column("resource_id", _NUMBER, nullable=True),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.Column("person_id", _NUMBER, nullable=False),
        sa.Column("made_at", chatbot.kit.columns.Instant(), nullable=False),
        sa.Column("settled_at", chatbot.kit.columns.Instant(), nullable=True),
        sa.Column("settled_by", _NUMBER, nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_resource_suggestions_person_id_people")),
        sa.ForeignKeyConstraint(
            ["resource_id"], ["resources.id"], name=op.f("fk_resource_suggestions_resource_id_resources")
        ),
        sa.ForeignKeyConstraint(["settled_by"], ["people.id"], name=op.f("fk_resource_suggestions_settled_by_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_resource_suggestions")),
    )
    op.create_index("ix_resource_suggestions_open", "resource_suggestions", ["team_id", "settled_at"], unique=False)
