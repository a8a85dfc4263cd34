"""Who may do what, and the trail that proves it: seals, keys, factors, households, flags, alerts, shifts.

Expands only: programs that know 0002 go on working.
"""

import sqlalchemy as sa
from alembic import op
from alembic.util import CommandError

revision = "0003"
down_revision = "0002"

_DONE = "outcome = 'done' and tx is not null"
_ANY = "tx is not null"


def upgrade() -> None:
    """Adds tables, and columns none of which a row must have."""
    op.create_table(
        "alerts",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("person", sa.Uuid(), nullable=True),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("tin_index", sa.LargeBinary(), nullable=True),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("last_at", sa.BigInteger(), nullable=False),
        sa.Column("values", sa.String(length=2000), nullable=False),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.Column("closed_by", sa.Uuid(), nullable=True),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.Column("note", sa.String(length=200), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alerts")),
    )
    op.create_index(op.f("ix_alerts_open_last_at"), "alerts", ["open", "last_at"], unique=False)
    op.create_table(
        "flags",
        sa.Column("tin_index", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("person", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("live", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("tin_index", name=op.f("pk_flags")),
    )
    op.create_table(
        "keys",
        sa.Column("id", sa.LargeBinary(), nullable=False),
        sa.Column("purpose", sa.String(length=10), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("wrapped", sa.LargeBinary(), nullable=False),
        sa.Column("public", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_keys")),
    )
    op.create_table(
        "opens",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False
        ),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("person", sa.Uuid(), nullable=False),
        sa.Column("tin_index", sa.LargeBinary(), nullable=False),
        sa.Column("name_index", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opens")),
    )
    op.create_index(op.f("ix_opens_person_at"), "opens", ["person", "at"], unique=False)
    op.create_index(op.f("ix_opens_tin_index_at"), "opens", ["tin_index", "at"], unique=False)
    op.create_table(
        "purged",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("leaf", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_purged")),
    )
    op.create_table(
        "seals",
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("horizon", sa.BigInteger(), nullable=False),
        sa.Column("floor", sa.BigInteger(), nullable=False),
        sa.Column("top", sa.BigInteger(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("ids", sa.LargeBinary(), nullable=False),
        sa.Column("marks", sa.LargeBinary(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("key_id", sa.LargeBinary(), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_seals")),
    )
    op.create_table(
        "extensions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["people.id"], name=op.f("fk_extensions_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_extensions")),
    )
    op.create_index(op.f("ix_extensions_day"), "extensions", ["day"], unique=False)
    op.create_table(
        "kin",
        sa.Column("person", sa.Uuid(), nullable=False),
        sa.Column("tin_index", sa.LargeBinary(), nullable=False),
        sa.Column("relation", sa.String(length=10), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_kin_person")),
        sa.PrimaryKeyConstraint("person", "tin_index", name=op.f("pk_kin")),
    )
    op.create_table(
        "recovery_codes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person", sa.Uuid(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("used_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_recovery_codes_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recovery_codes")),
    )
    op.create_index(op.f("ix_recovery_codes_person"), "recovery_codes", ["person"], unique=False)
    op.create_table(
        "releases",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tin_index", sa.LargeBinary(), nullable=False),
        sa.Column("person", sa.Uuid(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["people.id"], name=op.f("fk_releases_by")),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_releases_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_releases")),
    )
    op.create_index(op.f("ix_releases_person_until"), "releases", ["person", "until"], unique=False)
    op.create_table(
        "resets",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person", sa.Uuid(), nullable=False),
        sa.Column("asked_by", sa.Uuid(), nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("decided_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["asked_by"], ["people.id"], name=op.f("fk_resets_asked_by")),
        sa.ForeignKeyConstraint(["decided_by"], ["people.id"], name=op.f("fk_resets_decided_by")),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_resets_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_resets")),
    )
    op.create_index(op.f("ix_resets_person"), "resets", ["person"], unique=False)
    # Every row is sealed, not only what was done.
    op.drop_index("ix_audit_tx_done", table_name="audit")
    op.create_index(
        "ix_audit_tx", "audit", ["tx"], sqlite_where=sa.text(_ANY), postgresql_where=sa.text(_ANY)
    )
    op.add_column("audit", sa.Column("reason", sa.String(length=40), nullable=True))
    op.add_column("audit", sa.Column("about", sa.Uuid(), nullable=True))
    op.add_column("sessions", sa.Column("state", sa.String(length=10), nullable=True))
    op.add_column("sessions", sa.Column("bound", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    """Takes them away again, but not the keys of what older programs could not open."""
    serves = op.get_bind().execute(sa.text("select serves from realm")).scalar_one_or_none()
    if serves is not None and serves >= revision:
        raise CommandError("what rests here is sealed under keys of its own")
    op.drop_column("sessions", "bound")
    op.drop_column("sessions", "state")
    op.drop_column("audit", "about")
    op.drop_column("audit", "reason")
    op.drop_index("ix_audit_tx", table_name="audit")
    op.create_index(
        "ix_audit_tx_done", "audit", ["tx"], sqlite_where=sa.text(_DONE), postgresql_where=sa.text(_DONE)
    )
    op.drop_index(op.f("ix_resets_person"), table_name="resets")
    op.drop_table("resets")
    op.drop_index(op.f("ix_releases_person_until"), table_name="releases")
    op.drop_table("releases")
    op.drop_index(op.f("ix_recovery_codes_person"), table_name="recovery_codes")
    op.drop_table("recovery_codes")
    op.drop_table("kin")
    op.drop_index(op.f("ix_extensions_day"), table_name="extensions")
    op.drop_table("extensions")
    op.drop_table("seals")
    op.drop_table("purged")
    op.drop_index(op.f("ix_opens_tin_index_at"), table_name="opens")
    op.drop_index(op.f("ix_opens_person_at"), table_name="opens")
    op.drop_table("opens")
    op.drop_table("keys")
    op.drop_table("flags")
    op.drop_index(op.f("ix_alerts_open_last_at"), table_name="alerts")
    op.drop_table("alerts")
