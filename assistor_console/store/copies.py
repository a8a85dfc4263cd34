"""Copies of an embedded desk's database: taken while it is in use, checked, and put in its place."""

import hashlib
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from ..domain.errors import Trouble

Reached = Callable[[int, int], None]
"""Told how many pages of how many are copied; raises Cancelled where nobody wants the copy any more."""

PAGES = 2_000  # in one step: a few milliseconds, between which everybody works on
_READ_BYTES = 1 << 20
_BESIDE = ("-wal", "-shm", "-journal")


def copy_online(source: Path, target: Path, reached: Reached) -> None:
    """Copies the database at `source` into a new, owner-only file; others may read and write meanwhile.

    The copy is of one moment, whole, and a single file. Raises FileExistsError, OSError, sqlite3.Error, or
    the Cancelled that `reached` raised; nothing is left then.
    """
    os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        with closing(sqlite3.connect(_read_only(source), uri=True)) as old, closing(_plain(target)) as new:
            old.backup(new, pages=PAGES, progress=lambda _, left, whole: reached(whole - left, whole))
            new.execute("pragma journal_mode=delete")
        sync(target)
    except BaseException:
        drop(target)
        raise


def check_whole(file: Path) -> None:
    """Raises Trouble("backup.damaged") where SQLite finds a fault in a copy."""
    try:
        with closing(sqlite3.connect(_read_only(file), uri=True)) as connection:
            found = connection.execute("pragma integrity_check").fetchone()
    except sqlite3.DatabaseError:
        found = None
    if found != ("ok",):
        raise Trouble("backup.damaged", file=str(file))


def digest(file: Path, reached: Reached) -> str:
    """The SHA-256 of a file, in hexadecimal; `reached` is told of bytes."""
    whole, done, found = file.stat().st_size, 0, hashlib.sha256()
    with file.open("rb") as reading:
        while part := reading.read(_READ_BYTES):
            found.update(part)
            done += len(part)
            reached(done, whole)
    return found.hexdigest()


def put_in_place(copy: Path, place: Path, aside: Path | None) -> None:
    """Gives a copy the name of the database; what stands there is kept under the name `aside`.

    Nobody may have the database open. Killed at any point, either database is whole under its name.
    """
    if place.exists():
        _fold(place, aside)  # a log that stayed would be taken for the copy's
        if aside is not None:
            os.link(place, aside)
    os.replace(copy, place)
    _sync_folder(place.parent)


def sync(file: Path) -> None:
    """Waits until a file is on the disk."""
    with file.open("rb") as open_file:
        os.fsync(open_file.fileno())
    _sync_folder(file.parent)


def drop(file: Path) -> None:
    """Removes a database file and what SQLite puts beside it."""
    for ending in ("", *_BESIDE):
        file.with_name(file.name + ending).unlink(missing_ok=True)


def _fold(place: Path, aside: Path | None) -> None:
    """What waits in the write-ahead log goes into the database file, so that the file alone is all of it.

    Where the file is damaged, the log is kept beside it under its other name.
    """
    try:
        with closing(_plain(place)) as connection:
            connection.execute("pragma wal_checkpoint(truncate)")
    except sqlite3.DatabaseError:
        for ending in _BESIDE:
            log = place.with_name(place.name + ending)
            if log.exists():
                log.rename((aside or place).with_name(f"{(aside or place).name}.damaged{ending}"))


def _plain(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(file, isolation_level=None)


def _read_only(file: Path) -> str:
    return f"{file.resolve().as_uri()}?mode=ro"


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
