"""A pipeline over a database: what every way of opening a desk has in common."""

import getpass
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from .desk.checkpoints import CheckpointFile
from .desk.library import Library
from .desk.local import LocalDesk, OperatorDesk
from .desk.pipeline import Pipeline, handlers
from .desk.sealer import Sealer, Sealing
from .domain.errors import Trouble
from .domain.keys import KeyPlace
from .domain.terms import Realm, Role
from .first_versions import READERS, first_versions, publication
from .requests.operate import DropLeftOver, Sweep
from .services import (
    access,
    accounts,
    appointments,
    intake,
    interview,
    keys,
    letters,
    operate,
    registration,
    review,
    scripts,
    shift,
    sign_in,
    staff,
    trail,
    visits,
)
from .settings import Settings
from .store.database import Database
from .store.engines import SERVING, Limits
from .store.kept_vault import KeptVault
from .store.key_source import FileKey, KeySource, candidates, environment_key, settle
from .store.opening import found, open_keys, publish, wind_clock
from .store.schema import bring_up_to_date, check_fit
from .store.store import Store
from .store.system_keyring import SystemKeyring

SERVICES = (
    *(access, accounts, appointments, intake, interview, keys, letters, operate),
    *(registration, review, scripts, shift, sign_in, staff, trail, visits),
)
PRACTICE_STARTS = datetime(2017, 12, 11, 15, 0, tzinfo=UTC)
"""Monday 11 December 2017, 10:00 Eastern."""

Clock = Callable[[], datetime]


def real_time() -> datetime:
    """The time it is (UTC)."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Beside:
    """A desk opened by who works beside its database."""

    pipeline: Pipeline
    settings: Settings
    sealing: Sealing

    def desk(self) -> LocalDesk:
        """A desk for one window."""
        return LocalDesk(self.pipeline, self.settings.console_name)

    def operator(self) -> OperatorDesk:
        """The desk of whoever runs this program beside the database."""
        return OperatorDesk(self.pipeline, getpass.getuser())

    def close(self) -> None:
        """Seals the trail a last time and closes the database."""
        self.sealing.close()
        self.pipeline.database.close()


def key_path(settings: Settings) -> Path:
    """Where the file of the wrapping key lies."""
    return settings.key_file or settings.data_dir / "desk.key"


def key_source(settings: Settings) -> KeySource:
    """Where the wrapping key is kept. From the environment it is taken here, so that no child inherits it."""
    if settings.key_source is KeyPlace.ENVIRONMENT:
        return environment_key(os.environ)
    if settings.key_source is KeyPlace.KEYRING:
        return SystemKeyring(f"{settings.realm} {settings.data_dir}")
    return FileKey(key_path(settings))


def database_at(url: str, source: KeySource, limits: Limits = SERVING) -> Database:
    """A database with the key of a source; Trouble("key.…") for none."""
    return Database(url, source.read(), limits, lambda: candidates(source))


def open_prepared(store: Store, realm: Realm, source: KeySource) -> None:
    """Checks that a database which others prepared fits this program, realm and key, and opens its keys.

    Raises Trouble: schema.…, realm.other, key.wrong, keys.none.
    """
    check_fit(store.connection)
    store.realm.check(realm)
    store.keys.open()
    settle_quietly(source, store.vault)


def settle_quietly(source: KeySource, vault: KeptVault) -> None:
    """As `settle`; who may not write where the key is kept works with the next one all the same."""
    with suppress(Trouble):
        settle(source, vault)


def sealing_of(pipeline: Pipeline, clock: Clock, checkpoints: Path | None) -> Sealing:
    """Seals the trail of an opened desk from now on; `checkpoints` is the file they are written down in."""
    return Sealing(Sealer(pipeline, clock, CheckpointFile(checkpoints) if checkpoints else None))


def pipeline_over(database: Database, clock: Clock, posts: bool = True) -> Pipeline:
    """Every handler over a database that is ready; `posts` as `Pipeline` has it."""
    return Pipeline(database, handlers(SERVICES), Library(READERS), clock, posts)


def fill(store: Store, realm: Realm, clock: Clock) -> None:
    """Founds a database that is new, checks that it is this realm's and this key's, and publishes.

    Raises Trouble: realm.other, key.wrong.
    """
    now = clock()
    new = found(store, realm, now, PRACTICE_STARTS if realm is Realm.PRACTICE else None)
    store.realm.check(realm)
    open_keys(store, now + store.realm.read()[1], new)
    publish(store, first_versions(), publication)


def compose(database: Database, realm: Realm, clock: Clock = real_time) -> Pipeline:
    """A pipeline over a database that nobody else has open: its schema is brought up to date here, and what
    loads that died have left is dropped."""
    bring_up_to_date(database.engine)
    with database.write() as store:
        fill(store, realm, clock)
        wind_clock(store, clock())
    pipeline = pipeline_over(database, clock)
    desk = OperatorDesk(pipeline, "desk", Role.SYSTEM)
    desk.send(Sweep())
    while desk.send(DropLeftOver(every=True)).more:
        continue
    return pipeline
