"""Transactions on SQLite (WAL, FULL) or PostgreSQL behind one pair of verbs, read and write."""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property

from sqlalchemy import Connection, Engine

from . import keys
from .engines import SERVING, Limits
from .engines import engine_for as engine_for
from .kept_vault import KeptVault
from .store import Store
from .wrapping import KeyRow

LOOK_SECONDS = 1.0
"""After so long a writing transaction looks whether another key seals by now."""


class Database:
    """One database and the vault its sealed columns open with."""

    def __init__(
        self,
        url: str,
        key: bytes,
        limits: Limits = SERVING,
        again: Callable[[], Iterable[bytes]] = tuple,
    ) -> None:
        """`url` as `engine_for` takes it; `key` the 32-byte wrapping key, `again` as `KeptVault` has it."""
        self.engine = engine_for(url, limits)
        self.vault = KeptVault(key, self._read_keys, again)
        self._url, self._limits = url, limits
        # A query sees one moment, as it does on SQLite: what a page counts is what it lists.
        one_moment = {"isolation_level": "REPEATABLE READ"} if self.engine.name == "postgresql" else {}
        self._reading = self.engine.execution_options(reading=True, **one_moment)

    @contextmanager
    def write(self) -> Iterator[Store]:
        """One writing transaction: committed at the end, rolled back by any exception."""
        with self.engine.begin() as connection:
            self._look(connection)
            sealing, looked_at = self.vault.sealing, self.vault.looked_at
            yield Store(connection, self.vault)
            if sealing and time.monotonic() - looked_at >= LOOK_SECONDS:
                keys.still_seals(connection, sealing)

    @contextmanager
    def read(self) -> Iterator[Store]:
        """One reading transaction."""
        with self._reading.begin() as connection:
            yield Store(connection, self.vault)

    def close(self) -> None:
        """Closes every connection."""
        self.engine.dispose()

    def look_at_keys(self) -> None:
        """Seals under the current key from now on, whoever has made it."""
        with self.read() as store:
            self._learn(store.connection)

    def _look(self, connection: Connection) -> None:
        """Nothing is sealed but in a writing transaction: this is soon enough and costs next to nothing."""
        if self.vault.opened and time.monotonic() - self.vault.looked_at >= LOOK_SECONDS:
            self._learn(connection)

    def _learn(self, connection: Connection) -> None:
        self.vault.learn_if_new(keys.data_keys(connection), lambda: keys.rows(connection))

    def _read_keys(self) -> list[KeyRow]:
        with self._apart.begin() as connection:
            return keys.rows(connection)

    @cached_property
    def _apart(self) -> Engine:
        """For a short connection of its own: a transaction that meets an unknown key holds one already, and
        if each of a pool's did, none would be left to ask with."""
        return engine_for(self._url, self._limits, pooled=False).execution_options(reading=True)
