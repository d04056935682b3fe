"""sessions and optouts"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sessions",
        sa.Column("sender", sa.LargeBinary(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("expires_hour", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sender", name=op.f("pk_sessions")),
    )
    op.create_index(op.f("ix_sessions_expires_hour"), "sessions", ["expires_hour"])
    op.create_table(
        "optouts",
        sa.Column("sender", sa.LargeBinary(length=32), nullable=False),
        sa.PrimaryKeyConstraint("sender", name=op.f("pk_optouts")),
    )


def downgrade() -> None:
    op.drop_table("optouts")
    op.drop_index(op.f("ix_sessions_expires_hour"), table_name="sessions")
    op.drop_table("sessions")
