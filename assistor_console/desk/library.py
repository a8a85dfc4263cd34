"""Published policy, script and tables, read once a version and kept."""

from collections.abc import Callable
from datetime import datetime
from threading import Lock
from typing import Any, cast

from ..domain.offices import Office, OfficeList
from ..domain.policy import Policy
from ..domain.script import Script
from ..domain.tables import Tables
from ..store.store import Store

Reader = Callable[[str], Any]


class Library:
    """Turns published texts into values of the domain; `readers` says how, by kind."""

    def __init__(self, readers: dict[str, Reader]) -> None:
        self._readers = readers
        self._kept: dict[tuple[str, str], Any] = {}
        self._lock = Lock()

    def newest(self, store: Store, kind: str, now: datetime) -> str:
        """The version of a kind in force at `now`."""
        return store.publications.newest(kind, now)

    def get(self, store: Store, kind: str, version: str) -> Any:
        """A published version as its reader makes it; versions never change, so it is read once."""
        key = kind, version
        if key not in self._kept:
            body = store.publications.body(kind, version).decode()
            made = self._readers[kind](body)
            with self._lock:
                self._kept.setdefault(key, made)
        return self._kept[key]

    def current(self, store: Store, kind: str, now: datetime) -> Any:
        """The version of a kind in force at `now`, as its reader makes it."""
        return self.get(store, kind, self.newest(store, kind, now))

    def policy(self, store: Store, now: datetime) -> Policy:
        """The policy in force."""
        return cast(Policy, self.current(store, "policy", now))

    def script(self, store: Store, version: str) -> Script:
        """A script by version."""
        return cast(Script, self.get(store, "script", version))

    def tables(self, store: Store, now: datetime) -> Tables:
        """The word tables in force."""
        return cast(Tables, self.current(store, "tables", now))

    def office(self, store: Store, office_id: str, now: datetime) -> Office | None:
        """An office of the list in force."""
        offices = cast(OfficeList, self.current(store, "offices", now))
        return offices.find(office_id)
