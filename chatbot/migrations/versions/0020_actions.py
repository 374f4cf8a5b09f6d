"""Advocacy alerts: offices, scripts, what was done, who is reminded."""

import sqlalchemy as sa
from alembic import op

import chatbot.kit.columns

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    op.create_table(
        "actions",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("team_id", sa.String(length=32), nullable=False),
        sa.Column("code", sa.String(length=12), nullable=False),
        sa.Column("title", sa.String(length=80), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("bills", sa.String(length=120), nullable=False),
        sa.Column("steps", sa.String(length=40), nullable=False),
        sa.Column("links", sa.Text(), nullable=False),
        sa.Column("goal", sa.Integer(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("channel", sa.String(length=32), nullable=True),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("created_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("created_at", chatbot.kit.columns.Instant(), nullable=False),
        sa.ForeignKeyConstraint(["created_by"], ["people.id"], name=op.f("fk_actions_created_by_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_actions")),
        sa.UniqueConstraint("team_id", "code", name=op.f("uq_actions_team_id_code")),
    )
    op.create_index("ix_actions_state", "actions", ["team_id", "state", "ends_on"], unique=False)
    op.create_table(
        "action_reminders",
        sa.Column("action_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["action_id"], ["actions.id"], name=op.f("fk_action_reminders_action_id_actions"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_action_reminders_person_id_people")),
        sa.PrimaryKeyConstraint("action_id", "person_id", name=op.f("pk_action_reminders")),
    )
    op.create_table(
        "action_scripts",
        sa.Column("action_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["action_id"], ["actions.id"], name=op.f("fk_action_scripts_action_id_actions"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("action_id", "language", name=op.f("pk_action_scripts")),
    )
    op.create_table(
        "action_targets",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("action_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("office", sa.String(length=12), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("email", sa.String(length=120), nullable=False),
        sa.ForeignKeyConstraint(
            ["action_id"], ["actions.id"], name=op.f("fk_action_targets_action_id_actions"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action_targets")),
    )
    op.create_index("ix_action_targets_action", "action_targets", ["action_id"], unique=False)
    op.create_table(
        "action_deeds",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("action_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("target_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("step", sa.String(length=8), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("outcome", sa.String(length=12), nullable=True),
        sa.Column("note", sa.String(length=200), nullable=False),
        sa.Column("done_at", chatbot.kit.columns.Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["action_id"], ["actions.id"], name=op.f("fk_action_deeds_action_id_actions"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_action_deeds_person_id_people")),
        sa.ForeignKeyConstraint(
            ["target_id"], ["action_targets.id"], name=op.f("fk_action_deeds_target_id_action_targets")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action_deeds")),
        sa.UniqueConstraint(
            "target_id", "person_id", "step", "day", name=op.f("uq_action_deeds_target_id_person_id_step_day")
        ),
    )
    op.create_index("ix_action_deeds_action", "action_deeds", ["action_id"], unique=False)
    op.create_index("ix_action_deeds_person", "action_deeds", ["person_id", "action_id"], unique=False)
