"""One way in for every record file: recognised by content, streamed, counted."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from assistor_console.domain.errors import Trouble
from assistor_console.domain.records import Record

from .detect import HEAD, detect
from .efw2 import read_efw2
from .job import Cancelled, Job, Mode, Progress, Totals, file_name
from .mef1040 import read_mef1040
from .pub1220 import read_pub1220
from .users_csv import read_users


class Format(StrEnum):
    """The formats an operator can name; `pub1220` alone lets its records say which layout they are in."""

    EFW2 = "efw2"
    PUB1220 = "pub1220"
    PUB1220_2020 = "pub1220-2020"
    PUB1220_2021 = "pub1220-2021"
    MEF1040 = "mef1040"
    USERS = "users"


_READERS: dict[Format, Callable[[Job], Iterator[list[Record]]]] = {
    Format.EFW2: read_efw2,
    Format.PUB1220: read_pub1220,
    Format.PUB1220_2020: lambda job: read_pub1220(job, "2020"),
    Format.PUB1220_2021: lambda job: read_pub1220(job, "2021"),
    Format.MEF1040: read_mef1040,
    Format.USERS: read_users,
}


@dataclass(frozen=True, slots=True)
class Reading:
    """A file being read: iterate for its records in batches; `totals` is whole when that has ended."""

    format: Format
    totals: Totals
    batches: Iterator[list[Record]]

    def __iter__(self) -> Iterator[list[Record]]:
        """Batches of some hundred records; Refused("records.…") at whatever point the file is wrong."""
        return self.batches


def read_file(
    path: Path,
    *,
    format: str | None = None,
    mode: Mode = Mode.SYNTHETIC,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Reading:
    """Opens a file of records; `format` is one of `Format`, None to recognise it by its content.

    `progress` is told bytes read and the whole size, `cancelled` asked whether to stop, after each batch.
    Nothing of a file may be kept before its reading has ended: totals are checked as they come.
    Trouble("records.unreadable") where the file cannot be opened; Refused("records.…") otherwise.
    """
    job = Job(path, mode)
    job.progress, job.cancelled = progress or job.progress, cancelled or job.cancelled
    kind = _format(job, format)
    return Reading(kind, job.totals, _batches(job, kind))


def _format(job: Job, named: str | None) -> Format:
    """The format named, or the one the file's first bytes show."""
    if named is not None and named not in set(Format):
        raise job.wrong("format_unknown", format=named, formats=", ".join(Format))
    head = _head(job)
    return Format(named or detect(job, head))


def _head(job: Job) -> bytes:
    try:
        if job.path.is_symlink():  # whoever may put a link here need not be who may read what it leads to
            raise job.wrong("link")
        if not job.path.is_file():
            raise job.wrong("no_file")
        job.size = job.path.stat().st_size
        with job.path.open("rb") as file:
            head = file.read(HEAD)
    except OSError as error:
        raise Trouble("records.unreadable", file=file_name(job.path), reason=error.strerror or "") from None
    if not head:
        raise job.wrong("empty")
    return head


def _batches(job: Job, kind: Format) -> Iterator[list[Record]]:
    try:
        job.reached(0)
        for batch in _READERS[kind](job):
            if batch:
                yield batch
        job.reached(job.size)
    except OSError as error:
        raise Trouble("records.unreadable", file=file_name(job.path), reason=error.strerror or "") from None
