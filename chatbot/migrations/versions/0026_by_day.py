"""What the clock looks for at every turn is found by its day, however many years there are."""

from alembic import op

revision = "0026"
down_revision = "0025"


def upgrade() -> None:
    op.create_index("ix_hearings_on", "hearings", ["day"])
    op.create_index("ix_needs_on", "needs", ["day"])
    op.create_index("ix_audit_at", "audit", ["team_id", "at"])
