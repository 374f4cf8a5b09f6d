"""When things are over, how long a network keeps them, and legal holds."""

import sqlalchemy as sa
from alembic import op

import chatbot.kit.columns

revision = "0023"
down_revision = "0022"

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

_OVER = {
    "hearings": "state = 'cancelled'",
    "events": "state = 'cancelled'",
    "needs": "state IN ('done', 'cancelled')",
    "stays": "state = 'withdrawn'",
    "room_offers": "state = 'closed'",
    "bonds": "state IN ('refunded', 'breached', 'closed')",
    "pledges": "drive_id IS NULL",
}


def upgrade() -> None:
    """What was over before nobody knows when: its days count from today."""
    for table, condition in _OVER.items():
        op.add_column(table, sa.Column("closed_on", sa.Date(), nullable=True))
        op.execute(sa.text(f"UPDATE {table} SET closed_on = CURRENT_DATE WHERE {condition}"))  # noqa: S608 - our own names
    op.add_column("people", sa.Column("left_at", chatbot.kit.columns.Instant(), nullable=True))
    op.execute(sa.text("UPDATE people SET left_at = seen_at WHERE standing = 'gone'"))
    op.add_column("networks", sa.Column("private_days", sa.Integer(), server_default="30", nullable=False))
    op.add_column("networks", sa.Column("record_months", sa.Integer(), server_default="12", nullable=False))
    op.create_table(
        "legal_holds",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("team_id", sa.String(length=32), nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=True),
        sa.Column("set_by", _NUMBER, nullable=False),
        sa.Column("set_at", chatbot.kit.columns.Instant(), nullable=False),
        sa.Column("ended_by", _NUMBER, nullable=True),
        sa.Column("ended_at", chatbot.kit.columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["ended_by"], ["people.id"], name=op.f("fk_legal_holds_ended_by_people")),
        sa.ForeignKeyConstraint(["set_by"], ["people.id"], name=op.f("fk_legal_holds_set_by_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_legal_holds")),
    )
    standing = sa.text("ended_at IS NULL")
    op.create_index(
        "uq_legal_holds_one_standing",
        "legal_holds",
        ["team_id"],
        unique=True,
        sqlite_where=standing,
        postgresql_where=standing,
    )
