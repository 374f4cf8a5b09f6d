"""How many private details one person may open in a day."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    op.add_column("networks", sa.Column("openings_a_day", sa.Integer(), nullable=False, server_default="40"))
    with op.batch_alter_table("networks", schema=None) as batch_op:
        batch_op.alter_column("openings_a_day", existing_type=sa.Integer(), server_default=None)
