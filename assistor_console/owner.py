"""What the owner of a PostgreSQL database does: prepare it, and look how it stands."""

import os
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection

from .composing import Clock, fill, key_source, real_time, settle_quietly
from .domain.errors import Trouble
from .settings import Settings
from .store import grants, rights
from .store.engines import engine_for
from .store.failures import told
from .store.kept_vault import KeptVault
from .store.key_source import KeySource, candidates
from .store.keys import rows
from .store.realm import realm_of
from .store.schema import HEAD, check_fit, migrate_on, version
from .store.store import Store


def prepare(settings: Settings, serving: str | None, clock: Clock = real_time) -> None:
    """As the owner: migrates, founds, publishes and grants in one transaction, or changes nothing at all.

    A new database gets a new key where there is none yet. Safe to repeat, and beside running servers.
    Raises Trouble: schema.busy, schema.newer, key.…, realm.other, database.…
    """
    engine = engine_for(settings.database)
    try:
        with told(), engine.begin() as connection:
            migrate_on(connection, HEAD)
            source = key_source(settings)
            vault = _vault(connection, source, _key(source, new=realm_of(connection) is None))
            fill(Store(connection, vault), settings.realm, clock)
            if serving:
                grants.grant(connection, serving)
        settle_quietly(source, vault)
    finally:
        engine.dispose()


def _key(source: KeySource, new: bool) -> bytes:
    if not new or source.exists():
        return source.read()
    try:
        return source.make()
    except OSError as failed:
        reason = os.strerror(failed.errno or 0)
        raise Trouble("key.unwritable", file=source.where, reason=reason) from failed


def _vault(connection: Connection, source: KeySource, key: bytes) -> KeptVault:
    return KeptVault(key, lambda: rows(connection), lambda: candidates(source))


def is_founded(settings: Settings) -> bool:
    """Whether a database is a desk's already; Trouble("database.…") where even that cannot be told."""
    engine = engine_for(settings.database)
    try:
        with told(), engine.connect() as connection:
            return version(connection) is not None and realm_of(connection) is not None
    finally:
        engine.dispose()


@dataclass(frozen=True, slots=True)
class Status:
    """What a database says of itself and of who asks.

    `schema` and `realm` are None where it was never prepared. `misfits` are what keeps this program from it.
    `might` is what the login can do that no server may, `lacks` what it cannot do that a server must.
    """

    database: str
    server: str
    login: str
    schema: str | None
    realm: str | None
    misfits: tuple[Trouble, ...]
    might: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()

    @property
    def can_serve(self) -> bool:
        """Whether a server with these settings would start."""
        return self.schema is not None and not (self.misfits or self.might or self.lacks)


def status(settings: Settings) -> Status:
    """Looks and changes nothing; Trouble("database.…") where even that cannot be done."""
    engine = engine_for(settings.database)
    try:
        with told(), engine.connect() as connection:
            return _status(connection, settings)
    finally:
        engine.dispose()


def _status(connection: Connection, settings: Settings) -> Status:
    login, found = rights.current_login(connection), version(connection)
    name, server = connection.exec_driver_sql("select current_database(), version()").one()
    at = (str(name), str(server).split()[1], login, found)
    if found is None:
        return Status(*at, None, ())
    lacks = sorted(grants.wanted(connection) - rights.of(connection, login, grants.GRANTS))
    realm = None if any(right.startswith("select realm") for right in lacks) else realm_of(connection)
    misfits = tuple(_misfits(connection, settings)) if realm else ()
    return Status(*at, realm, misfits, rights.might(connection, login), tuple(lacks))


def _misfits(connection: Connection, settings: Settings) -> Iterator[Trouble]:
    """Every trouble that would keep this program from the database, instead of the first alone."""
    fits = True
    try:
        check_fit(connection)
    except Trouble as misfit:
        fits = False
        yield misfit
    try:
        source = key_source(settings)
        store = Store(connection, _vault(connection, source, source.read()))
        store.realm.check(settings.realm)
        if fits:
            store.keys.open()
    except Trouble as misfit:
        yield misfit
