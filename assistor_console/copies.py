"""Copies of an embedded desk: taken while somebody works at it, and put back.

A copy is one database file, and beside it a small JSON file that says what it is. The key is in neither:
without the key that is kept apart, both are worth nothing.
"""

import getpass
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, count
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from . import __version__
from .app import checkpoints_of, embedded_lock, need_desk, open_alongside
from .composing import compose, database_at, key_source
from .desk.checkpoints import CheckpointFile
from .desk.local import OperatorDesk
from .domain.errors import Trouble, refused
from .domain.terms import Realm
from .requests.operate import BeginBackup, RecordRestore
from .requests.sign_in import Checkpoint
from .settings import Settings
from .small_files import read_small
from .store import copies as files
from .store.database import Database
from .store.failures import told
from .store.key_source import KeySource
from .store.schema import HEAD

Reached = Callable[[str, int, int], None]
"""Told which step it is at, and how far: done of whole. Raises Cancelled where nobody wants it any more."""
Newest = tuple[int, bytes] | None
"""Number and digest of the newest seal of a trail; None where nothing was sealed."""
DATABASE, UNDER_WAY = "desk.db", "restore-"
LONGEST = 16_384
"""Bytes of the file beside a copy."""


class Manifest(BaseModel):
    """What a copy is. `newest` is the newest seal of the trail in it."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)
    format: int = Field(ge=1, le=1)
    realm: Realm
    program: str
    schema_version: str
    made_at: datetime
    bytes: int = Field(ge=1)
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    newest: Checkpoint | None


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back, and where the database that stood there is kept (None where there was none)."""

    manifest: Manifest
    aside: Path | None


def manifest_path(copy: Path) -> Path:
    """Where the file beside a copy is."""
    return copy.with_name(copy.name + ".json")


def back_up(settings: Settings, out: Path, reached: Reached) -> Manifest:
    """Copies the desk of `settings.data_dir` to the new file `out`, and checks the copy.

    Raises Refused("backup.exists") for a file that is there; Trouble: desk.none, backup.damaged,
    backup.unwritable, key.…, schema.…; the Cancelled that `reached` raised. Nothing is left then.
    """
    for file in (out, manifest_path(out)):
        if file.exists():
            raise refused("backup.exists", file=str(file))
    need_desk(settings)
    source = settings.data_dir / DATABASE
    newest, now = _begin(settings)
    try:
        files.copy_online(source, out, lambda done, whole: reached("copy", done, whole))
        try:
            return _described(settings, out, newest, now, reached)
        except BaseException:
            files.drop(out)
            raise
    except OSError as failed:
        raise Trouble("backup.unwritable", file=str(out), reason=failed.strerror or "") from failed
    except sqlite3.Error as failed:
        raise Trouble("backup.unwritable", file=str(out), reason=str(failed)) from failed


def _begin(settings: Settings) -> tuple[Checkpoint | None, datetime]:
    beside = open_alongside(settings)
    try:
        begun = beside.operator().send(BeginBackup())
        return begun.newest, begun.now
    finally:
        beside.close()


def _described(
    settings: Settings, out: Path, newest: Checkpoint | None, now: datetime, reached: Reached
) -> Manifest:
    files.check_whole(out)
    made = Manifest(
        format=1,
        realm=settings.realm,
        program=__version__,
        schema_version=HEAD,
        made_at=now,
        bytes=out.stat().st_size,
        sha256=files.digest(out, lambda done, whole: reached("check", done, whole)),
        newest=newest,
    )
    beside = manifest_path(out)
    beside.touch(mode=0o600, exist_ok=False)
    beside.write_text(made.model_dump_json(indent=2) + "\n", "utf-8")
    files.sync(beside)
    return made


def look(copy: Path, reached: Reached) -> Manifest:
    """What a copy is, once it is found to be that; Trouble: backup.unreadable, backup.damaged."""
    try:
        manifest = Manifest.model_validate_json(read_small(manifest_path(copy), LONGEST))
        found = files.digest(copy, lambda done, whole: reached("check", done, whole))
    except OSError as failed:
        raise Trouble("backup.unreadable", file=failed.filename or str(copy)) from failed
    except ValueError:  # too long, not UTF-8, not JSON, or something else
        raise Trouble("backup.unreadable", file=str(manifest_path(copy))) from None
    if found != manifest.sha256:
        raise Trouble("backup.damaged", file=str(copy))
    return manifest


def restore(settings: Settings, copy: Path, reached: Reached, older: bool = False) -> Restored:
    """Puts a copy in the database's place; what stands there is kept beside it, and nobody may have it open.

    The copy is opened with the key in use, and brought up to date, before anything is moved. `older` agrees
    to lose what was sealed after the copy was made. Raises Refused("backup.older") without it; Trouble:
    desk.already_open, realm.other, key.…, schema.newer, backup.…
    """
    manifest = look(copy, reached)
    if manifest.realm is not settings.realm:
        raise Trouble("realm.other", found=manifest.realm.value, wanted=settings.realm.value)
    source, place = key_source(settings), settings.data_dir / DATABASE
    lock = embedded_lock(settings.data_dir)
    try:
        for left in settings.data_dir.glob(f"{UNDER_WAY}*"):  # of a restore that was killed
            shutil.rmtree(left)
        with tempfile.TemporaryDirectory(prefix=UNDER_WAY, dir=settings.data_dir) as folder:
            fresh = Path(folder) / DATABASE
            files.copy_online(copy, fresh, lambda done, whole: reached("copy", done, whole))
            files.check_whole(fresh)
            newest = _open_once(fresh, source, manifest)
            if not older:
                _refuse_older(settings, source, newest)
            aside = _aside(place, manifest)
            files.put_in_place(fresh, place, aside)
            written = checkpoints_of(settings)
            if written.exists():  # they are of the desk that went
                written.rename(_aside(written, manifest) or written)
    finally:
        lock.release()
    return Restored(manifest, aside)


def _aside(place: Path, manifest: Manifest) -> Path | None:
    """A free name beside the database for the one that stands there."""
    if not place.exists():
        return None
    names = (
        f"{place.name}.before-{manifest.made_at:%Y%m%dT%H%M%S}{more}"
        for more in chain(("",), map("-{}".format, count(2)))
    )
    return next(name for each in names if not (name := place.with_name(each)).exists())


def _open_once(fresh: Path, source: KeySource, manifest: Manifest) -> Newest:
    """Brings a copy up to date and puts the restore on its trail; its newest seal. Raises Trouble."""
    database = database_at(f"sqlite:///{fresh}", source)
    try:
        with told():
            pipeline = compose(database, manifest.realm)
        newest = _newest(database)
        OperatorDesk(pipeline, getpass.getuser()).send(RecordRestore(newest=newest[0] if newest else 0))
        return newest
    finally:
        database.close()


def _newest(database: Database) -> Newest:
    with told(), database.read() as store:
        seal = store.seals.newest()
    return (seal.number, seal.digest) if seal else None


def _refuse_older(settings: Settings, source: KeySource, copy: Newest) -> None:
    """Refused("backup.older") where the desk in place, or what it wrote down, has seals that a copy lacks."""
    there = max(filter(None, (_in_place(settings, source), _written_down(settings))), default=None)
    if there is not None and (copy is None or there[0] > copy[0] or (there[0] == copy[0] and there != copy)):
        raise refused("backup.older", copy=copy[0] if copy else 0, desk=there[0])


def _written_down(settings: Settings) -> Newest:
    return CheckpointFile(checkpoints_of(settings)).last()


def _in_place(settings: Settings, source: KeySource) -> Newest:
    """The newest seal of the database in place; None where there is none, or it cannot be read any more."""
    place = settings.data_dir / DATABASE
    if not place.exists():
        return None
    database = database_at(f"sqlite:///{place}", source)
    try:
        return _newest(database)
    except Trouble:
        return None  # damaged: that is what a copy is for
    finally:
        database.close()
