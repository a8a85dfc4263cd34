"""The composition root: the only place where desk, store, services and published texts meet."""

import errno
import getpass
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout
from sqlalchemy.exc import DBAPIError

from .desk.library import Library
from .desk.local import LocalDesk, OperatorDesk
from .desk.pipeline import Pipeline, handlers
from .domain.errors import Trouble
from .domain.terms import Realm, Role
from .first_versions import READERS, first_versions, publication
from .requests.operate import Sweep
from .services import (
    accounts,
    appointments,
    intake,
    interview,
    letters,
    operate,
    review,
    sign_in,
    staff,
    visits,
)
from .settings import Settings
from .store.database import Database
from .store.failures import trouble
from .store.key_file import make_key, read_key
from .store.opening import check, found, publish, wind_clock
from .store.schema import bring_up_to_date

SERVICES = (accounts, appointments, intake, interview, letters, operate, review, sign_in, staff, visits)
PRACTICE_STARTS = datetime(2017, 12, 11, 15, 0, tzinfo=UTC)
"""Monday 11 December 2017, 10:00 Eastern."""

Clock = Callable[[], datetime]


def real_time() -> datetime:
    """The time it is (UTC)."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Embedded:
    """An opened embedded desk: its pipeline, and the lock that keeps a second program away."""

    pipeline: Pipeline
    lock: FileLock
    settings: Settings

    def desk(self) -> LocalDesk:
        """A desk for one window."""
        return LocalDesk(self.pipeline, self.settings.console_name)

    def operator(self) -> OperatorDesk:
        """The desk of whoever runs this program beside the database."""
        return OperatorDesk(self.pipeline, getpass.getuser())

    def close(self) -> None:
        """Closes the database and lets the next program in."""
        self.pipeline.database.close()
        self.lock.release()


def open_embedded(settings: Settings, clock: Clock = real_time) -> Embedded:
    """Opens the embedded desk of a data directory, and makes it where there is none.

    Raises Trouble: desk.already_open, desk.read_only, desk.disk_full, desk.damaged, key.…, realm.other,
    schema.newer.
    """
    folder = settings.data_dir
    lock = _locked(folder)
    try:
        pipeline = _composed(folder, settings.realm, clock)
    except BaseException:
        lock.release()
        raise
    return Embedded(pipeline, lock, settings)


def _composed(folder: Path, realm: Realm, clock: Clock) -> Pipeline:
    try:
        database = _database(folder)
        try:
            return compose(database, realm, clock)
        except BaseException:
            database.close()
            raise
    except DBAPIError as failed:
        raise trouble(failed) from failed
    except OSError as failed:
        raise _no_file(folder, failed) from failed


def _no_file(folder: Path, failed: OSError) -> Trouble:
    full = failed.errno in (errno.ENOSPC, errno.EDQUOT)
    code = "desk.disk_full" if full else "desk.read_only"
    return Trouble(code, folder=str(folder), reason=failed.strerror or "")


def compose(database: Database, realm: Realm, clock: Clock = real_time) -> Pipeline:
    """A pipeline over a database whose schema is brought up to date here."""
    bring_up_to_date(database.engine)
    found(database, realm, clock(), PRACTICE_STARTS if realm is Realm.PRACTICE else None)
    check(database, realm)
    publish(database, first_versions(), publication)
    wind_clock(database, clock())
    pipeline = Pipeline(database, handlers(SERVICES), Library(READERS), clock)
    OperatorDesk(pipeline, "desk", Role.SYSTEM).send(Sweep())
    return pipeline


def _locked(folder: Path) -> FileLock:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = FileLock(folder / "desk.lock", mode=0o600)
        lock.acquire(timeout=0)
    except Timeout:
        raise Trouble("desk.already_open", folder=str(folder)) from None
    except OSError as failed:
        raise _no_file(folder, failed) from failed
    return lock


def _database(folder: Path) -> Database:
    path = folder / "desk.db"
    key_path = folder / "desk.key"
    key = read_key(key_path) if path.exists() or key_path.exists() else make_key(key_path)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    return Database(f"sqlite:///{path}", key)
