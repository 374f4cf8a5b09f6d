"""Where what was told to a person stands, so that it can be taken down."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"


def upgrade() -> None:
    op.add_column("posts", sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite")))
    op.create_index("ix_posts_person_id", "posts", ["person_id"])
