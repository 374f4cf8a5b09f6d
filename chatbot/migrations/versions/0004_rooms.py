"""Rooms that are offered, stays that are asked for, and what is promised between them."""

import sqlalchemy as sa
from alembic import op

import chatbot.kit.columns

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "room_hosts",
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("team_id", sa.String(length=32), nullable=False),
        sa.Column("vetted", sa.Boolean(), nullable=False),
        sa.Column("settled_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("settled_at", chatbot.kit.columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_room_hosts_person_id_people")),
        sa.ForeignKeyConstraint(["settled_by"], ["people.id"], name=op.f("fk_room_hosts_settled_by_people")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_room_hosts")),
    )
    op.create_table(
        "room_offers",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("team_id", sa.String(length=32), nullable=False),
        sa.Column("code", sa.String(length=12), nullable=False),
        sa.Column("host_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("town", sa.String(length=60), nullable=False),
        sa.Column("beds", sa.Integer(), nullable=False),
        sa.Column("first_night", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("lengths", sa.String(length=60), nullable=False),
        sa.Column("features", sa.String(length=200), nullable=False),
        sa.Column("languages", sa.String(length=120), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("good_until", sa.Date(), nullable=False),
        sa.Column("address", sa.LargeBinary(), nullable=True),
        sa.Column("phone", sa.LargeBinary(), nullable=True),
        sa.Column("arrival", sa.LargeBinary(), nullable=True),
        sa.Column("created_at", chatbot.kit.columns.Instant(), nullable=False),
        sa.ForeignKeyConstraint(["host_id"], ["people.id"], name=op.f("fk_room_offers_host_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_room_offers")),
        sa.UniqueConstraint("team_id", "code", name=op.f("uq_room_offers_team_id_code")),
    )
    with op.batch_alter_table("room_offers", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_room_offers_host_id"), ["host_id"], unique=False)
        batch_op.create_index("ix_room_offers_state", ["team_id", "state"], unique=False)

    op.create_table(
        "stays",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("team_id", sa.String(length=32), nullable=False),
        sa.Column("code", sa.String(length=12), nullable=False),
        sa.Column("alias", sa.String(length=40), nullable=False),
        sa.Column("town", sa.String(length=60), nullable=False),
        sa.Column("adults", sa.Integer(), nullable=False),
        sa.Column("children", sa.Integer(), nullable=False),
        sa.Column("first_night", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("needs", sa.String(length=200), nullable=False),
        sa.Column("languages", sa.String(length=120), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("contact", sa.LargeBinary(), nullable=True),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("coordinator_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("created_at", chatbot.kit.columns.Instant(), nullable=False),
        sa.ForeignKeyConstraint(["coordinator_id"], ["people.id"], name=op.f("fk_stays_coordinator_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stays")),
        sa.UniqueConstraint("team_id", "code", name=op.f("uq_stays_team_id_code")),
    )
    with op.batch_alter_table("stays", schema=None) as batch_op:
        batch_op.create_index("ix_stays_state", ["team_id", "state", "until"], unique=False)

    op.create_table(
        "room_closed",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("offer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("first_night", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["offer_id"], ["room_offers.id"], name=op.f("fk_room_closed_offer_id_room_offers"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_room_closed")),
    )
    with op.batch_alter_table("room_closed", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_room_closed_offer_id"), ["offer_id"], unique=False)

    op.create_table(
        "stay_matches",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("team_id", sa.String(length=32), nullable=False),
        sa.Column("stay_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("stay_code", sa.String(length=12), nullable=False),
        sa.Column("offer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("first_night", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("beds", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("proposed_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("proposed_at", chatbot.kit.columns.Instant(), nullable=False),
        sa.Column("expires_at", chatbot.kit.columns.Instant(), nullable=False),
        sa.Column("longer_until", sa.Date(), nullable=True),
        sa.Column("longer_expires_at", chatbot.kit.columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["offer_id"], ["room_offers.id"], name=op.f("fk_stay_matches_offer_id_room_offers")),
        sa.ForeignKeyConstraint(["proposed_by"], ["people.id"], name=op.f("fk_stay_matches_proposed_by_people")),
        sa.ForeignKeyConstraint(["stay_id"], ["stays.id"], name=op.f("fk_stay_matches_stay_id_stays")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stay_matches")),
    )
    with op.batch_alter_table("stay_matches", schema=None) as batch_op:
        batch_op.create_index("ix_stay_matches_offer", ["offer_id", "state"], unique=False)
        batch_op.create_index("ix_stay_matches_state", ["state", "expires_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_stay_matches_stay_id"), ["stay_id"], unique=False)
        batch_op.create_index(
            "uq_stay_matches_one_holding",
            ["stay_id"],
            unique=True,
            sqlite_where=sa.text("state IN ('proposed', 'accepted', 'agreed')"),
            postgresql_where=sa.text("state IN ('proposed', 'accepted', 'agreed')"),
        )

    op.create_table(
        "stay_notes",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("stay_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("match_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("author_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("written_at", chatbot.kit.columns.Instant(), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=op.f("fk_stay_notes_author_id_people")),
        sa.ForeignKeyConstraint(["match_id"], ["stay_matches.id"], name=op.f("fk_stay_notes_match_id_stay_matches")),
        sa.ForeignKeyConstraint(["stay_id"], ["stays.id"], name=op.f("fk_stay_notes_stay_id_stays")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stay_notes")),
    )
    with op.batch_alter_table("stay_notes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_stay_notes_stay_id"), ["stay_id"], unique=False)
