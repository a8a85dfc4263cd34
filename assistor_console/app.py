"""The composition root: every way to open a desk."""

import errno
import os
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout
from sqlalchemy.exc import DBAPIError

from .central import Served, open_central, open_served
from .composing import (
    PRACTICE_STARTS,
    SERVICES,
    Beside,
    Clock,
    compose,
    database_at,
    key_source,
    open_prepared,
    pipeline_over,
    real_time,
    sealing_of,
    settle_quietly,
)
from .desk.checkpoints import CheckpointFile
from .desk.pipeline import Pipeline
from .desk.sealer import Sealing
from .domain.errors import Trouble
from .settings import Settings
from .store.database import Database
from .store.failures import told, trouble
from .store.key_source import KeySource

__all__ = [
    "PRACTICE_STARTS",
    "SERVICES",
    "DATABASE",
    "Beside",
    "Embedded",
    "Served",
    "compose",
    "embedded_lock",
    "has_desk",
    "need_desk",
    "open_alongside",
    "open_beside",
    "open_embedded",
    "open_served",
    "open_unlocked",
    "real_time",
]


DATABASE = "desk.db"
"""The name of an embedded desk's database in its folder."""

CHECKPOINTS = "checkpoints.jsonl"
"""The file in the data folder of an embedded desk where its newest seals are written down."""


@dataclass(frozen=True, slots=True)
class Embedded(Beside):
    """An opened embedded desk, with the lock that keeps a second program away."""

    lock: FileLock

    def close(self) -> None:
        """Seals the trail a last time, closes the database and lets the next program in."""
        self.sealing.close()
        self.pipeline.database.close()
        self.lock.release()


def has_desk(settings: Settings) -> bool:
    """Whether the embedded desk of these settings was made; nothing is made here."""
    return (settings.data_dir / DATABASE).exists()


def need_desk(settings: Settings) -> None:
    """For what is done at a desk that is there: Trouble("desk.none") where an embedded one is not.

    A PostgreSQL that nobody prepared is refused where it is opened.
    """
    if not settings.database and not has_desk(settings):
        raise Trouble("desk.none", folder=str(settings.data_dir))


def open_beside(settings: Settings, clock: Clock = real_time) -> Beside:
    """The desk an operator works beside: the PostgreSQL that `settings.database` names, or the embedded one.

    Raises Trouble as `open_embedded` or `central.open_served`.
    """
    return open_central(settings, clock) if settings.database else open_embedded(settings, clock)


def open_embedded(settings: Settings, clock: Clock = real_time) -> Embedded:
    """Opens the embedded desk of a data directory, and makes it where there is none.

    Raises Trouble: desk.already_open, desk.read_only, desk.disk_full, desk.damaged, desk.set_back (an older
    state than its file of checkpoints says), key.…, realm.other, schema.newer.
    """
    folder = settings.data_dir
    lock = embedded_lock(folder)
    try:
        pipeline = _composed(settings, clock)
    except BaseException:
        lock.release()
        raise
    return Embedded(pipeline, settings, _sealing(pipeline, settings, clock), lock)


def checkpoints_of(settings: Settings) -> Path:
    """The file in which an embedded desk writes down its newest seals."""
    return settings.checkpoints or settings.data_dir / CHECKPOINTS


def _sealing(pipeline: Pipeline, settings: Settings, clock: Clock) -> Sealing:
    return sealing_of(pipeline, clock, checkpoints_of(settings))


def _refuse_set_back(database: Database, checkpoints: Path) -> None:
    """Raises Trouble("desk.set_back") where the trail has not the seal that was written down last."""
    last = CheckpointFile(checkpoints).last()
    if last is None:
        return
    number, digest = last
    with database.read() as store:
        seal = store.seals.get(number)
    if seal is None or seal.digest != digest:
        raise Trouble("desk.set_back", seal=number, file=str(checkpoints))


def open_alongside(settings: Settings, clock: Clock = real_time) -> Beside:
    """The embedded desk, whether or not another program has it open; nothing is changed for who has.

    Raises Trouble as `open_embedded`, but for desk.already_open.
    """
    try:
        return open_embedded(settings, clock)
    except Trouble as failed:
        if failed.code != "desk.already_open":
            raise
    return open_unlocked(settings, clock)


def open_unlocked(settings: Settings, clock: Clock = real_time) -> Beside:
    """The embedded desk of a program that has it open, or may open it at any time: nobody is kept away, and
    nothing is made or brought up to date. Raises Trouble as `open_embedded`, and schema.older."""
    source = key_source(settings)
    database = _database(settings.data_dir, source)
    try:
        with told(), database.read() as store:
            open_prepared(store, settings.realm, source)
    except BaseException:
        database.close()
        raise
    pipeline = pipeline_over(database, clock)
    return Beside(pipeline, settings, _sealing(pipeline, settings, clock))


def _composed(settings: Settings, clock: Clock) -> Pipeline:
    folder, source = settings.data_dir, key_source(settings)
    try:
        database = _database(folder, source)
        try:
            pipeline = compose(database, settings.realm, clock)
            settle_quietly(source, database.vault)
            _refuse_set_back(database, checkpoints_of(settings))
            return pipeline
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


def embedded_lock(folder: Path) -> FileLock:
    """Keeps every other program away from an embedded desk; Trouble: desk.already_open, desk.read_only."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = FileLock(folder / "desk.lock", mode=0o600)
        lock.acquire(timeout=0)
    except Timeout:
        raise Trouble("desk.already_open", folder=str(folder)) from None
    except OSError as failed:
        raise _no_file(folder, failed) from failed
    return lock


def _database(folder: Path, source: KeySource) -> Database:
    path = folder / DATABASE
    if not path.exists() and not source.exists():
        source.make()
    database = database_at(f"sqlite:///{path}", source)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    return database
