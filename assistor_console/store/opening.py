"""Bringing a database to where a desk can use it: schema, realm, first publications, counters, clock."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from sqlalchemy import insert

from ..domain.terms import Realm
from . import tables as t
from .database import Database
from .publications import Publication

COUNTERS = ("case", "letter", "run")
REAL = timedelta(0)


def found(database: Database, realm: Realm, now: datetime, starts: datetime | None) -> None:
    """Writes what a new database needs, once; `starts` is where a practice clock begins (UTC)."""
    with database.write() as store:
        if not store.realm.made():
            store.realm.make(realm, now, starts - now if starts else REAL)
            store.connection.execute(insert(t.counters), [{"name": name, "value": 0} for name in COUNTERS])


def publish(
    database: Database, texts: Iterable[tuple[str, bytes]], read: Callable[[str, bytes], Publication]
) -> None:
    """Publishes texts, each with its kind, that are not published yet; `read` finds version and date."""
    with database.write() as store:
        for kind, body in texts:
            if not store.publications.holds(kind, body):
                store.publications.add(read(kind, body))


def check(database: Database, realm: Realm) -> None:
    """Raises Trouble where the database is another realm's or the key is not its own."""
    with database.read() as store:
        store.realm.check(realm)


def wind_clock(database: Database, now: datetime) -> None:
    """A practice clock goes on where it stood when the desk was last used; a live desk has real time.

    `now` is real time (UTC).
    """
    with database.write() as store:
        realm, _ = store.realm.read()
        stood = store.trail.last_at()
        if realm is Realm.PRACTICE and stood:
            store.realm.move_clock(stood - now)
