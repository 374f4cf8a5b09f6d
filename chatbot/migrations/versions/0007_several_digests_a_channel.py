"""Several digests a channel, narrowed and parted; what became of each of their days."""

import sqlalchemy as sa
from alembic import op

import chatbot.kit.columns

revision = "0007"
down_revision = "0006"

_EVERYTHING = ("sections", "place_ids", "kinds", "languages")


def upgrade() -> None:
    with op.batch_alter_table("digests") as table:
        table.drop_constraint("uq_digests_team_id_channel", type_="unique")
        for name in _EVERYTHING:
            table.add_column(sa.Column(name, sa.JSON(), nullable=False, server_default=sa.text("'[]'")))
        table.add_column(sa.Column("language", sa.String(length=8), nullable=True))
        table.add_column(sa.Column("skip_empty", sa.Boolean(), nullable=False, server_default=sa.false()))
        table.add_column(sa.Column("paused_at", chatbot.kit.columns.Instant(), nullable=True))
        table.add_column(sa.Column("stopped_at", chatbot.kit.columns.Instant(), nullable=True))
    with op.batch_alter_table("digests") as table:
        table.create_index("ix_digests_channel", ["team_id", "channel"])
        for name in (*_EVERYTHING, "skip_empty"):
            table.alter_column(name, server_default=None)
    with op.batch_alter_table("digest_runs") as table:
        table.add_column(sa.Column("outcome", sa.String(length=8), nullable=False, server_default="late"))
    op.execute("UPDATE digest_runs SET outcome = 'sent' WHERE sent = 1")
    with op.batch_alter_table("digest_runs") as table:
        table.alter_column("outcome", server_default=None)
        table.drop_column("sent")
    op.create_table(
        "digest_parts",
        sa.Column("digest_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("subject", sa.String(length=64), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["digest_id"], ["digests.id"], name=op.f("fk_digest_parts_digest_id_digests"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("digest_id", "day", "subject", name=op.f("pk_digest_parts")),
    )
