"""Clusters and their members, families and what hangs on them; digests narrowed to clusters."""

import sqlalchemy as sa
from alembic import op

import chatbot.kit.columns

revision = "0019"
down_revision = "0018"

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "clusters",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("team_id", sa.String(length=32), nullable=False),
        sa.Column("code", sa.String(length=12), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("channel", sa.String(length=32), nullable=False),
        sa.Column("wait", sa.Integer(), nullable=False),
        sa.Column("created_by", _NUMBER, nullable=False),
        sa.Column("created_at", chatbot.kit.columns.Instant(), nullable=False),
        sa.Column("closed_at", chatbot.kit.columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["created_by"], ["people.id"], name=op.f("fk_clusters_created_by_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clusters")),
        sa.UniqueConstraint("team_id", "code", name=op.f("uq_clusters_team_id_code")),
    )
    op.create_table(
        "cluster_members",
        sa.Column("cluster_id", _NUMBER, nullable=False),
        sa.Column("person_id", _NUMBER, nullable=False),
        sa.Column("leads", sa.Boolean(), nullable=False),
        sa.Column("since", chatbot.kit.columns.Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["cluster_id"], ["clusters.id"], name=op.f("fk_cluster_members_cluster_id_clusters"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_cluster_members_person_id_people"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("cluster_id", "person_id", name=op.f("pk_cluster_members")),
    )
    op.create_index(op.f("ix_cluster_members_person_id"), "cluster_members", ["person_id"], unique=False)
    op.create_table(
        "families",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("team_id", sa.String(length=32), nullable=False),
        sa.Column("code", sa.String(length=12), nullable=False),
        sa.Column("alias", sa.String(length=40), nullable=False),
        sa.Column("created_by", _NUMBER, nullable=False),
        sa.Column("created_at", chatbot.kit.columns.Instant(), nullable=False),
        sa.Column("closed_at", chatbot.kit.columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["created_by"], ["people.id"], name=op.f("fk_families_created_by_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_families")),
        sa.UniqueConstraint("team_id", "code", name=op.f("uq_families_team_id_code")),
    )
    op.create_table(
        "family_clusters",
        sa.Column("family_id", _NUMBER, nullable=False),
        sa.Column("cluster_id", _NUMBER, nullable=False),
        sa.Column("since", chatbot.kit.columns.Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["cluster_id"], ["clusters.id"], name=op.f("fk_family_clusters_cluster_id_clusters"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["family_id"], ["families.id"], name=op.f("fk_family_clusters_family_id_families"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("family_id", "cluster_id", name=op.f("pk_family_clusters")),
    )
    op.create_table(
        "family_ties",
        sa.Column("team_id", sa.String(length=32), nullable=False),
        sa.Column("subject", sa.String(length=64), nullable=False),
        sa.Column("family_id", _NUMBER, nullable=False),
        sa.Column("since", chatbot.kit.columns.Instant(), nullable=True),
        sa.Column("hurried_at", chatbot.kit.columns.Instant(), nullable=True),
        sa.Column("opened_at", chatbot.kit.columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["family_id"], ["families.id"], name=op.f("fk_family_ties_family_id_families")),
        sa.PrimaryKeyConstraint("team_id", "subject", name=op.f("pk_family_ties")),
    )
    op.create_index("ix_family_ties_family", "family_ties", ["family_id"], unique=False)
    op.add_column("digests", sa.Column("cluster_ids", sa.JSON(), nullable=False, server_default="[]"))
