"""Interviews: what was shown to whom, whose clock runs, what was noticed.

Expands only: programs that know 0003 go on working.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_ADDED = {
    "interviews": (("asked_at", sa.BigInteger()), ("paused_at", sa.BigInteger()), ("expired", sa.Boolean())),
    "questions": (("shown_at", sa.BigInteger()), ("burnt", sa.Boolean())),
}


def upgrade() -> None:
    """Adds tables, and columns none of which a row must have."""
    op.create_table(
        "shown",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tin_index", sa.LargeBinary(), nullable=False),
        sa.Column("item", sa.String(length=40), nullable=False),
        sa.Column("form", sa.String(length=10), nullable=False),
        sa.Column("year", sa.SmallInteger(), nullable=False),
        sa.Column("interview_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["interview_id"], ["interviews.id"], name=op.f("fk_shown_interview_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shown")),
    )
    op.create_index(op.f("ix_shown_tin_index"), "shown", ["tin_index"], unique=False)
    op.create_index(op.f("ix_shown_at"), "shown", ["at"], unique=False)
    op.create_table(
        "signals",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("interview_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.SmallInteger(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["interview_id"], ["interviews.id"], name=op.f("fk_signals_interview_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signals")),
    )
    op.create_index(op.f("ix_signals_interview_id"), "signals", ["interview_id"], unique=False)
    op.create_index(op.f("ix_letters_account_id"), "letters", ["account_id"], unique=False)
    for table, columns in _ADDED.items():
        for name, kind in columns:
            op.add_column(table, sa.Column(name, kind, nullable=True))


def downgrade() -> None:
    """Takes them away again."""
    for table, columns in reversed(_ADDED.items()):
        for name, _ in reversed(columns):
            op.drop_column(table, name)
    op.drop_index(op.f("ix_letters_account_id"), table_name="letters")
    op.drop_index(op.f("ix_signals_interview_id"), table_name="signals")
    op.drop_table("signals")
    op.drop_index(op.f("ix_shown_at"), table_name="shown")
    op.drop_index(op.f("ix_shown_tin_index"), table_name="shown")
    op.drop_table("shown")
