"""The tables of the sealed trail and of the keys that everything sealed opens with."""

from sqlalchemy import (
    BigInteger,
    Column,
    Integer,
    LargeBinary,
    String,
    Table,
)

from .tables import meta

seals = Table(
    "seals",
    meta,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("at", BigInteger, nullable=False),
    # Every transaction below it has ended and is sealed here or earlier; 0 on SQLite.
    Column("horizon", BigInteger, nullable=False),
    # No row up to this id is still to be sealed, whatever its transaction; on SQLite the same as `top`.
    Column("floor", BigInteger, nullable=False),
    # The highest id sealed here or earlier.
    Column("top", BigInteger, nullable=False),
    Column("count", Integer, nullable=False),
    # The ids of the sealed rows, as ranges.
    Column("ids", LargeBinary, nullable=False),
    # The first bytes of each row's leaf, in the order of ids: they tell which row is another one now.
    Column("marks", LargeBinary, nullable=False),
    Column("digest", LargeBinary, nullable=False),
    Column("key_id", LargeBinary, nullable=False),
    Column("signature", LargeBinary, nullable=False),
)

# What stays of audit rows past their retention: their leaves, so that every seal can still be checked.
purged = Table(
    "purged",
    meta,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("leaf", LargeBinary, nullable=False),
)

# Keys, wrapped by the one that is kept apart from the database. `public` is that of a signing key.
keys = Table(
    "keys",
    meta,
    Column("id", LargeBinary, primary_key=True),
    Column("purpose", String(10), nullable=False),
    Column("state", String(10), nullable=False),
    Column("made_at", BigInteger, nullable=False),
    Column("wrapped", LargeBinary, nullable=False),
    Column("public", LargeBinary),
)
