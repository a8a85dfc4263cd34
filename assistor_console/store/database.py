"""Engines and transactions: SQLite (WAL, FULL) or PostgreSQL behind one pair of verbs, read and write."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event

from .store import Store
from .vault import Vault

PRAGMAS = (
    "pragma journal_mode=wal",
    "pragma synchronous=full",
    "pragma busy_timeout=5000",
    "pragma foreign_keys=on",
    "pragma secure_delete=on",
    "pragma cache_size=-16000",  # kibibytes; a million rows' index barely fits, and loading touches all of it
)


class Database:
    """One database and the vault its sealed columns open with."""

    def __init__(self, url: str, key: bytes) -> None:
        """`url` is SQLAlchemy's; `key` the 32-byte data key."""
        self.engine = engine_for(url)
        self.vault = Vault(key)
        self._reading = self.engine.execution_options(reading=True)

    @contextmanager
    def write(self) -> Iterator[Store]:
        """One writing transaction: committed at the end, rolled back by any exception."""
        with self.engine.begin() as connection:
            yield Store(connection, self.vault)

    @contextmanager
    def read(self) -> Iterator[Store]:
        """One reading transaction."""
        with self._reading.begin() as connection:
            yield Store(connection, self.vault)

    def close(self) -> None:
        """Closes every connection."""
        self.engine.dispose()


def engine_for(url: str) -> Engine:
    """An engine whose errors never show parameters, with our pragmas where it is SQLite."""
    engine = create_engine(url, hide_parameters=True)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _on_connect)
        event.listen(engine, "begin", _on_begin)
    return engine


def _on_connect(raw: Any, _: object) -> None:
    raw.isolation_level = None  # we say BEGIN ourselves: the driver would begin too late
    for pragma in PRAGMAS:
        raw.execute(pragma)


def _on_begin(connection: Connection) -> None:
    reading = connection.get_execution_options().get("reading")
    connection.exec_driver_sql("begin" if reading else "begin immediate")
