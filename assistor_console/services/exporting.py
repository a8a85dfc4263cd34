"""Copying rows of the trail into a file: a line of JSON each, in the order they were sealed."""

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TextIO

from ..domain.errors import Trouble
from ..domain.trail import AHEAD, SLOWEST
from ..requests.base import Desk, Told
from ..requests.sign_in import Checkpoint
from ..requests.trail import ExportTrail
from ..store.database import Database
from ..store.pack import moment
from ..store.ranges import unpack
from ..store.seals import MOST, Seal
from ..store.store import Store


@dataclass(frozen=True, slots=True)
class Span:
    """From a time up to, not including, another; None is without an end."""

    since: datetime | None = None
    until: datetime | None = None

    def has(self, at: datetime) -> bool:
        """Whether a time is within."""
        return (self.since is None or at >= self.since) and (self.until is None or at < self.until)

    def told(self) -> dict[str, str | None]:
        """As the last line has it."""
        ends = {"from": self.since, "to": self.until}
        return {name: end.isoformat() if end else None for name, end in ends.items()}


@dataclass(frozen=True, slots=True)
class Exported:
    """What stands in the file: how many rows, and the newest seal when they were read."""

    rows: int
    newest: Checkpoint | None


def export(desk: Desk, database: Database, out: Path, span: Span, progress: Told) -> Exported:
    """Copies the sealed rows of a span into a new, owner-only file; `desk` is an operator's.

    Raises Trouble: audit.exists, audit.unwritable; or the Cancelled that `progress` raised. Nothing is left
    of a file that was not written whole.
    """
    newest = desk.send(ExportTrail()).newest
    try:
        handle = os.open(out, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise Trouble("audit.exists", file=str(out)) from None
    except OSError as failed:
        raise _unwritable(out, failed) from failed
    try:
        with os.fdopen(handle, "w", encoding="ascii", newline="\n") as file, database.read() as store:
            rows = _write(file, store, span, newest, progress)
            file.flush()
            os.fsync(file.fileno())
    except OSError as failed:
        out.unlink()
        raise _unwritable(out, failed) from failed
    except BaseException:
        out.unlink()
        raise
    return Exported(rows, newest)


def _unwritable(out: Path, failed: OSError) -> Trouble:
    return Trouble("audit.unwritable", file=str(out), reason=os.strerror(failed.errno or 0))


def _write(file: TextIO, store: Store, span: Span, newest: Checkpoint | None, progress: Told) -> int:
    """The lines of the rows, and the last one; how many rows."""
    count = 0
    for row in _rows(store, span, newest.number if newest else 0, progress):
        file.write(_json(row) + "\n")
        count += 1
    checkpoint = newest.model_dump(mode="json") if newest else None
    file.write(json.dumps({"checkpoint": checkpoint, "rows": count, **span.told()}) + "\n")
    return count


def _json(row: dict[str, Any]) -> str:
    """A row as JSON. What a console calls itself holds no comma and no semicolon as such: a spreadsheet that
    cuts the line there finds no cell that could begin with a formula."""
    console = json.dumps(row["console"])
    safe = console.replace(",", "\\u002c").replace(";", "\\u003b")
    return json.dumps(row).replace(console, safe)


def _rows(store: Store, span: Span, newest: int, progress: Told) -> Iterator[dict[str, Any]]:
    for seal in _seals(store, span, newest):
        for first, last in unpack(seal.ids):
            for row in store.trail.between(first, last):
                if span.has(moment(row.at)):
                    yield _line(row._asdict(), seal.number)
        progress(seal.number / newest)


def _seals(store: Store, span: Span, newest: int) -> Iterator[Seal]:
    """The seals up to the newest that can have rows of this span: a row is never much younger than its seal,
    nor much older than an earlier seal after which nothing was left to seal."""
    first: int | None = 1
    if span.since:
        first = store.seals.first_made_since(span.since - AHEAD)
    if first is None:
        return
    for seal in store.seals.after(first - 1):
        if seal.number > newest:
            return
        yield seal
        if span.until and seal.count < MOST and seal.made_at - SLOWEST - timedelta(hours=1) > span.until:
            return


def _line(row: Mapping[str, Any], seal: int) -> dict[str, Any]:
    """A row as a line has it: the seal it is under, times in UTC, bytes in hexadecimal."""
    words = {name: _plain(value) for name, value in row.items()}
    return {"id": row["id"], "seal": seal, **words, "at": moment(row["at"]).isoformat()}


def _plain(value: Any) -> Any:
    if isinstance(value, bytes | memoryview):
        return bytes(value).hex()
    return value if value is None or isinstance(value, int) else str(value)
