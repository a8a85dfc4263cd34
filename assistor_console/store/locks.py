"""Locks that are no row's: PostgreSQL's advisory locks, held until the transaction ends.

SQLite has one writer, who holds everything: there they are always ours.
"""

import hashlib

from sqlalchemy import Connection, func, select

MIGRATING, SWEEPING, FOUNDING, SEALING = range(0x6173_7369_7374_0001, 0x6173_7369_7374_0005)
KEYS = 0x6173_7369_7374_0010
"""Any numbers, the same in every program that ever works with one database."""


def wait_for(connection: Connection, lock: int) -> None:
    """Takes a lock; waits for who has it, no longer than the session's lock_timeout (OperationalError)."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(lock)))


def share(connection: Connection, lock: int) -> None:
    """As `wait_for`, but for others who share it too."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock_shared(lock)))


def take(connection: Connection, lock: int) -> bool:
    """Takes a lock where it is free; waits for nobody."""
    if connection.dialect.name != "postgresql":
        return True
    return bool(connection.execute(select(func.pg_try_advisory_xact_lock(lock))).scalar_one())


def number(about: bytes) -> int:
    """The lock of one thing among many; two things have the same one by chance only."""
    return int.from_bytes(hashlib.sha256(about).digest()[:8], "big", signed=True)
