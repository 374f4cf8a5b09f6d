"""A suggestion that was looked after is forgotten."""

import sqlalchemy as sa
from alembic import op

import chatbot.kit.columns

revision = "0017"
down_revision = "0016"

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    # No version with the table was released: it is made anew rather than changed.
    op.drop_table("resource_suggestions")
    op.create_table(
        "resource_suggestions",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("team_id", sa.String(length=32), nullable=False),
        sa.Column("resource_id", _NUMBER, nullable=True),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.Column("person_id", _NUMBER, nullable=False),
        sa.Column("made_at", chatbot.kit.columns.Instant(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_resource_suggestions_person_id_people")),
        sa.ForeignKeyConstraint(
            ["resource_id"], ["resources.id"], name=op.f("fk_resource_suggestions_resource_id_resources")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_resource_suggestions")),
    )
    op.create_index("ix_resource_suggestions_team", "resource_suggestions", ["team_id"], unique=False)
