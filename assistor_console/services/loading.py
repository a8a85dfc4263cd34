"""Loading a file of records: one job of short transactions, visible all at once or not at all."""

import hashlib
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from ..domain.errors import Refused, Trouble, refused
from ..records.job import Totals, file_name
from ..requests.base import Desk
from ..requests.operate import AbandonLoad, BeginLoad, DropLeftOver, FinishLoad, LoadBegun, RenewLoad
from ..store.bulk import add_drafts
from ..store.database import Database
from .reading import Asked as Asked
from .reading import Batches, drafts_of, grouped, open_file

ROWS = 50_000  # in one transaction of less than a second
CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of a file. `known`: the same content was loaded before, and nothing was changed."""

    file: str
    format: str
    known: bool = False
    totals: Totals = field(default_factory=Totals)


def check_file(path: Path, asked: Asked) -> Loaded:
    """Reads a file whole and loads nothing; Refused("records.…") at the first thing that is wrong."""
    reading = open_file(path, asked)
    for _ in reading:
        continue
    return Loaded(file_name(path), reading.format.value, totals=reading.totals)


def load_file(desk: Desk, database: Database, path: Path, asked: Asked) -> Loaded:
    """Loads a file whole or not at all. `desk` is an operator's; begin and end are on the trail.

    Raises as `check_file`, Refused("load.under_way") where somebody else is loading it, and leaves nothing of
    a file that is refused, cancelled or cut off.
    """
    reading = open_file(path, asked)
    with closing(drafts_of(path, reading, asked)) as batches:
        digest = digest_of(path)
        begun = desk.send(BeginLoad(name=file_name(path), digest=digest, format=reading.format.value))
        if begun.known:
            return Loaded(file_name(path), reading.format.value, known=True)
        drop_left_over(desk)
        try:
            count = _insert(desk, database, begun, batches)
        except BaseException as failed:
            _abandon(desk, begun, failed)
            raise
    desk.send(FinishLoad(file_id=begun.file_id, records=count))
    return Loaded(file_name(path), reading.format.value, totals=reading.totals)


def digest_of(path: Path) -> str:
    """SHA-256 of a file's content in hexadecimal."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while chunk := file.read(CHUNK):
                digest.update(chunk)
    except OSError as failed:
        raise Trouble("records.unreadable", file=file_name(path), reason=failed.strerror or "") from None
    return digest.hexdigest()


def drop_left_over(desk: Desk, every: bool = False) -> None:
    """Drops what loads that died have left, in short transactions."""
    while desk.send(DropLeftOver(every=every)).more:
        continue


def _insert(desk: Desk, database: Database, begun: LoadBegun, batches: Batches) -> int:
    """Seals and writes everything, many thousand in one transaction; as long as the file is ours to load."""
    count = 0
    for drafts in grouped(batches, ROWS):
        if count:
            desk.send(RenewLoad(file_id=begun.file_id))
        with database.write() as store:
            if not store.records.hold(begun.file_id):
                raise refused("load.unknown")
            first = begun.first_id + count
            count += add_drafts(store.connection, database.vault, begun.file_id, first, drafts)
    return count


def _abandon(desk: Desk, begun: LoadBegun, failed: BaseException) -> None:
    with suppress(Refused):  # where somebody has taken the file over there is nothing left to abandon
        desk.send(AbandonLoad(file_id=begun.file_id, reason=_reason(failed)))
    drop_left_over(desk)


def _reason(failed: BaseException) -> str:
    return failed.refusal.rule if isinstance(failed, Refused) else type(failed).__name__
