"""The tables of who may see what: staff's own households, flagged records, what was opened, alerts, shifts.

A TIN stands here as its blind index alone.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    String,
    Table,
    Uuid,
)

from .tables import meta

kin = Table(
    "kin",
    meta,
    Column("person", Uuid, ForeignKey("people.id"), nullable=False),
    Column("tin_index", LargeBinary, nullable=False),
    # "own" or "household"
    Column("relation", String(10), nullable=False),
    PrimaryKeyConstraint("person", "tin_index"),
)

flags = Table(
    "flags",
    meta,
    Column("tin_index", LargeBinary, primary_key=True),
    Column("at", BigInteger, nullable=False),
    Column("person", Uuid, nullable=False),
    Column("reason", String(200), nullable=False),
    Column("live", Boolean, nullable=False),
)

releases = Table(
    "releases",
    meta,
    Column("id", Uuid, primary_key=True),
    Column("tin_index", LargeBinary, nullable=False),
    Column("person", Uuid, ForeignKey("people.id"), nullable=False),
    Column("by", Uuid, ForeignKey("people.id"), nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("until", BigInteger, nullable=False),
    Column("reason", String(200), nullable=False),
    Index(None, "person", "until"),
)

opens = Table(
    "opens",
    meta,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
    Column("at", BigInteger, nullable=False),
    Column("person", Uuid, nullable=False),
    Column("tin_index", LargeBinary, nullable=False),
    Column("name_index", LargeBinary),
    Index(None, "person", "at"),
    Index(None, "tin_index", "at"),
)

alerts = Table(
    "alerts",
    meta,
    Column("id", Uuid, primary_key=True),
    Column("at", BigInteger, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("person", Uuid),
    Column("case_id", Uuid),
    Column("tin_index", LargeBinary),
    # How often it has happened since it was opened, and when last.
    Column("times", Integer, nullable=False),
    Column("last_at", BigInteger, nullable=False),
    Column("values", String(2000), nullable=False),
    Column("open", Boolean, nullable=False),
    Column("closed_by", Uuid),
    Column("closed_at", BigInteger),
    Column("note", String(200)),
    Index(None, "open", "last_at"),
)

extensions = Table(
    "extensions",
    meta,
    Column("id", Uuid, primary_key=True),
    # The day's number in the calendar (date.toordinal), in the policy's zone.
    Column("day", BigInteger, nullable=False, index=True),
    Column("until", BigInteger, nullable=False),
    Column("by", Uuid, ForeignKey("people.id"), nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("reason", String(200), nullable=False),
)
