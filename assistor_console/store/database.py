"""Transactions on SQLite (WAL, FULL) or PostgreSQL behind one pair of verbs, read and write."""

from collections.abc import Iterator
from contextlib import contextmanager

from .engines import SERVING, Limits
from .engines import engine_for as engine_for
from .store import Store
from .vault import Vault


class Database:
    """One database and the vault its sealed columns open with."""

    def __init__(self, url: str, key: bytes, limits: Limits = SERVING) -> None:
        """`url` as `engine_for` takes it; `key` the 32-byte data key."""
        self.engine = engine_for(url, limits)
        self.vault = Vault(key)
        # A query sees one moment, as it does on SQLite: what a page counts is what it lists.
        one_moment = {"isolation_level": "REPEATABLE READ"} if self.engine.name == "postgresql" else {}
        self._reading = self.engine.execution_options(reading=True, **one_moment)

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
