"""Reading a file to be loaded: a large one in a process of its own, so that sealing and writing keep a core.

The other process holds no key and opens no database: it reads, checks and encodes, and sends what it made
through a pipe.
"""

import gc
import logging
import signal
import traceback
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypeAlias

from ..domain.errors import Refusal, Refused, Trouble
from ..records.ahead import Ahead
from ..records.job import Cancelled, Mode, Progress, Totals, file_name
from ..records.reader import Reading, read_file
from ..store.drafts import Draft, draft_records

LOG = logging.getLogger(__name__)
LARGE = 16 << 20
"""From this many bytes on a second process is worth its start."""

_AT_ONCE = 4_000  # drafts in one message
_DEPTH = 12  # messages that wait on either side while as many drafts are being written


@dataclass(frozen=True, slots=True)
class _Reached:
    done: int
    whole: int


@dataclass(frozen=True, slots=True)
class _Broken:
    code: str
    values: dict[str, str | int]


Batches: TypeAlias = Generator[list[Draft], None, None] | Ahead[list[Draft]]
_Step: TypeAlias = list[Draft] | _Reached | Totals | Refusal | _Broken


@dataclass(frozen=True, slots=True)
class Asked:
    """How a file is to be read: see `records.reader.read_file`."""

    format: str | None = None
    mode: Mode = Mode.SYNTHETIC
    progress: Progress | None = None
    cancelled: Cancelled | None = None


def open_file(path: Path, asked: Asked) -> Reading:
    """The file, its format recognised; errors as `read_file`."""
    return read_file(
        path, format=asked.format, mode=asked.mode, progress=asked.progress, cancelled=asked.cancelled
    )


def drafts_of(path: Path, reading: Reading, asked: Asked, large: int = LARGE) -> Batches:
    """Batches of records ready to be sealed; `reading.totals` is whole when they have ended.

    A large file is being read from this call on, so close what it returns. Raises what `reading` itself
    would, and Trouble("records.stopped") where the other process was ended.
    """
    if path.stat().st_size < large:
        return (draft_records(batch) for batch in reading)
    return Ahead(_elsewhere(path, reading, asked), _DEPTH)


def grouped(batches: Iterable[list[Draft]], rows: int) -> Iterator[list[Draft]]:
    """The same drafts, at least `rows` at a time but for the last."""
    group: list[Draft] = []
    for batch in batches:
        group += batch
        if len(group) >= rows:
            yield group
            group = []
    if group:
        yield group


def _elsewhere(path: Path, reading: Reading, asked: Asked) -> Iterator[list[Draft]]:
    context = get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_read, args=(there, path, reading.format, asked.mode), daemon=True)
    process.start()
    there.close()
    try:
        yield from _received(here, path, reading.totals, asked)
    finally:
        here.close()  # whoever still sends hears of it
        process.join()


def _received(pipe: Connection, path: Path, totals: Totals, asked: Asked) -> Iterator[list[Draft]]:
    while True:
        step = _next(pipe, path)
        if isinstance(step, list):
            yield step
        elif isinstance(step, Totals):
            totals.take(step)
            return
        elif isinstance(step, _Reached):
            _report(step, path, asked)
        elif isinstance(step, Refusal):
            raise Refused(step)
        else:
            raise Trouble(step.code, **step.values)


def _next(pipe: Connection, path: Path) -> _Step:
    try:
        step: _Step = pipe.recv()
    except (EOFError, OSError):  # between messages, or within one
        raise Trouble("records.stopped", file=file_name(path)) from None
    return step


def _report(reached: _Reached, path: Path, asked: Asked) -> None:
    if asked.progress:
        asked.progress(reached.done, reached.whole)
    if asked.cancelled and asked.cancelled():
        raise Refused(Refusal("records.cancelled", {"file": file_name(path)}))


def _read(pipe: Connection, path: Path, format: str, mode: Mode) -> None:
    """The other process: sends every batch, and at last the totals or why there are none."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the first process's to answer
    gc.disable()  # nothing here refers to itself, and all of it is short-lived
    try:
        _send(pipe, path, format, mode)
    except BrokenPipeError:
        return  # nobody waits any more
    except Exception as bug:  # its words may hold what stands in the file
        frames = "".join(traceback.format_tb(bug.__traceback__))
        LOG.error("bug in reading: %s\n%s", type(bug).__name__, frames)


def _send(pipe: Connection, path: Path, format: str, mode: Mode) -> None:
    reached = [_Reached(0, 0)]

    def heard(done: int, whole: int) -> None:
        reached[0] = _Reached(done, whole)

    try:
        reading = read_file(path, format=format, mode=mode, progress=heard)
        with closing(Ahead(grouped(map(draft_records, reading), _AT_ONCE), _DEPTH)) as groups:
            for drafts in groups:
                pipe.send(drafts)
                pipe.send(reached[0])
        pipe.send(reached[0])
        pipe.send(reading.totals)
    except Refused as refused:
        pipe.send(refused.refusal)
    except Trouble as trouble:
        pipe.send(_Broken(trouble.code, trouble.values))
