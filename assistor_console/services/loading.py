"""Loading a file of records: one job of short transactions, visible all at once or not at all."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ..domain.errors import Refused, Trouble
from ..domain.records import Record
from ..records.ahead import ahead
from ..records.job import Cancelled, Mode, Progress, Totals
from ..records.reader import Reading, read_file
from ..requests.base import Desk
from ..requests.operate import AbandonLoad, BeginLoad, FinishLoad
from ..store.bulk import Row, insert_rows, seal_records
from ..store.database import Database

BATCH = 20_000
CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Asked:
    """How a file is to be read: see `records.reader.read_file`."""

    format: str | None = None
    mode: Mode = Mode.SYNTHETIC
    progress: Progress | None = None
    cancelled: Cancelled | None = None


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of a file. `known`: the same content was loaded before, and nothing was changed."""

    file: str
    format: str
    known: bool = False
    totals: Totals = field(default_factory=Totals)


def check_file(path: Path, asked: Asked) -> Loaded:
    """Reads a file whole and loads nothing; Refused("records.…") at the first thing that is wrong."""
    reading = _read(path, asked)
    for _ in reading:
        continue
    return Loaded(path.name, reading.format.value, totals=reading.totals)


def load_file(desk: Desk, database: Database, path: Path, asked: Asked) -> Loaded:
    """Loads a file whole or not at all. `desk` is an operator's; begin and end are on the trail.

    Raises as `check_file`, and leaves nothing of a file that is refused, cancelled or cut off.
    """
    reading = _read(path, asked)
    digest = digest_of(path)
    begun = desk.send(BeginLoad(name=path.name, digest=digest, format=reading.format.value))
    if begun.known:
        return Loaded(path.name, reading.format.value, known=True)
    try:
        count = _insert(database, begun.file_id, begun.first_id, reading)
    except BaseException as failed:
        desk.send(AbandonLoad(file_id=begun.file_id, reason=_reason(failed)))
        raise
    desk.send(FinishLoad(file_id=begun.file_id, records=count))
    return Loaded(path.name, reading.format.value, totals=reading.totals)


def digest_of(path: Path) -> str:
    """SHA-256 of a file's content in hexadecimal."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while chunk := file.read(CHUNK):
                digest.update(chunk)
    except OSError as failed:
        raise Trouble("records.unreadable", file=path.name, reason=failed.strerror or "") from None
    return digest.hexdigest()


def _read(path: Path, asked: Asked) -> Reading:
    return read_file(
        path, format=asked.format, mode=asked.mode, progress=asked.progress, cancelled=asked.cancelled
    )


def _insert(database: Database, file_id: int, first_id: int, reading: Reading) -> int:
    """Seals each batch while the one before it is being written."""
    count = 0
    for rows in ahead(_sealed(database, file_id, first_id, reading)):
        with database.write() as store:
            count += insert_rows(store.connection, rows)
    return count


def _sealed(
    database: Database, file_id: int, first_id: int, batches: Iterable[list[Record]]
) -> Iterator[list[Row]]:
    """Rows by the thousand; the records themselves are forgotten after each small batch."""
    rows: list[Row] = []
    at = first_id
    for batch in batches:
        rows += seal_records(database.vault, file_id, at, batch)
        at += len(batch)
        if len(rows) >= BATCH:
            yield rows
            rows = []
    if rows:
        yield rows


def _reason(failed: BaseException) -> str:
    return failed.refusal.rule if isinstance(failed, Refused) else type(failed).__name__
