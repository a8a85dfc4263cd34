"""The tables of a staff member's second factor: recovery codes, and resets that two supervisors agree on."""

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    LargeBinary,
    String,
    Table,
    Uuid,
)

from .tables import meta

recovery_codes = Table(
    "recovery_codes",
    meta,
    Column("id", Uuid, primary_key=True),
    Column("person", Uuid, ForeignKey("people.id"), nullable=False, index=True),
    # A keyed digest: the code itself rests nowhere.
    Column("digest", LargeBinary, nullable=False),
    Column("used_at", BigInteger),
)

resets = Table(
    "resets",
    meta,
    Column("id", Uuid, primary_key=True),
    Column("person", Uuid, ForeignKey("people.id"), nullable=False, index=True),
    Column("asked_by", Uuid, ForeignKey("people.id"), nullable=False),
    Column("asked_at", BigInteger, nullable=False),
    Column("reason", String(200), nullable=False),
    # "asked", "approved", "declined"
    Column("state", String(10), nullable=False),
    Column("decided_by", Uuid, ForeignKey("people.id")),
    Column("decided_at", BigInteger),
)
