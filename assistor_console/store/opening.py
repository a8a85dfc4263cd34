"""Bringing a database to where a desk can use it: schema, realm, first publications, counters, clock."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from sqlalchemy import insert

from ..domain.terms import Realm
from . import tables as t
from .publications import Publication
from .schema import SERVES
from .store import Store

COUNTERS = ("case", "letter", "run", "sweep")
"""What `counters` holds: the last number given; for `sweep`, when a server last took its turn."""
REAL = timedelta(0)


def found(store: Store, realm: Realm, now: datetime, starts: datetime | None) -> bool:
    """Writes what a new database needs but its keys, once; whether it was new. `starts` is where a practice
    clock begins (UTC)."""
    new = not store.realm.made()
    if new:
        store.realm.make(realm, now, starts - now if starts else REAL, SERVES)
        store.connection.execute(insert(t.counters), [{"name": name, "value": 0} for name in COUNTERS])
    return new


def open_keys(store: Store, now: datetime, new: bool) -> None:
    """Makes the keys of a new database, or adopts the one key of an old one, and opens them; what an old one
    keeps open is closed with them.

    Whether the wrapping key is the right one was found before; `now` is the desk's time. Raises Trouble:
    key.wrong.
    """
    if new:
        store.keys.make(now)
    else:
        store.keys.adopt(now)
    store.keys.open()
    store.accounts.hide_names()


def publish(
    store: Store, texts: Iterable[tuple[str, bytes]], read: Callable[[str, bytes], Publication]
) -> None:
    """Publishes texts, each with its kind, that are not published yet; `read` finds version and date."""
    for kind, body in texts:
        if not store.publications.holds(kind, body):
            store.publications.add(read(kind, body))


def wind_clock(store: Store, now: datetime) -> None:
    """A practice clock goes on where it stood when the desk was last used; a live desk has real time.

    `now` is real time (UTC).
    """
    realm, _ = store.realm.read()
    stood = store.trail.last_at()
    if realm is Realm.PRACTICE and stood:
        store.realm.move_clock(stood - now)
