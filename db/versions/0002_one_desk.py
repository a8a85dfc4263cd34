"""One desk for a whole building: live topics over several servers, leases of loads, turns at sweeping.

Expands only: programs that know 0001 go on working.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_TX = "ix_audit_tx_done"
_TX_ROWS = "outcome = 'done' and tx is not null"


def upgrade() -> None:
    """Adds columns, none of which a row must have."""
    op.add_column("audit", sa.Column("tx", sa.BigInteger(), nullable=True))
    if op.get_bind().dialect.name == "postgresql":
        # Set afterwards: a default in ADD COLUMN would give every old row this very transaction.
        op.alter_column("audit", "tx", server_default=sa.text("(pg_current_xact_id()::text)::bigint"))
    op.create_index(_TX, "audit", ["tx"], sqlite_where=sa.text(_TX_ROWS), postgresql_where=sa.text(_TX_ROWS))
    op.add_column("files", sa.Column("lease_ends", sa.BigInteger(), nullable=True))
    op.add_column("realm", sa.Column("serves", sa.String(length=32), nullable=True))
    op.execute("update realm set serves = '0001'")
    op.execute("insert into counters (name, value) select 'sweep', 0 from realm")


def downgrade() -> None:
    """Takes them away again."""
    op.execute("delete from counters where name = 'sweep'")
    op.drop_column("realm", "serves")
    op.drop_column("files", "lease_ends")
    op.drop_index(_TX, table_name="audit")
    op.drop_column("audit", "tx")
