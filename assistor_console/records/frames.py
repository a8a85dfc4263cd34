"""Fixed-width records out of a file's bytes: with or without line ends, some at a time.

A record comes as text of exactly its length, one character per byte (ISO 8859-1), so that positions count
bytes; NULs count as blanks. What follows the last record may only be padding.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from .job import Job

AT_ONCE = 250  # few enough to be forgotten before Python looks for garbage
_PLAIN = bytes(range(0x20, 0x7F)) + b"\r\n"
_BOM = b"\xef\xbb\xbf"
_PADDING = b"\0\r\n\x1a"


@dataclass(frozen=True, slots=True)
class Frame:
    """Some records, the number of the first, and whether all are printable ASCII."""

    first: int
    texts: list[str]
    plain: bool


def frames(job: Job, length: int) -> Iterator[Frame]:
    """The records of a file; Refused for cut or wrongly long ones."""
    with job.path.open("rb") as file:
        yield from _batches(job, file, length)


def _batches(job: Job, file: BinaryIO, length: int) -> Iterator[Frame]:
    end = _line_end(job, file, length)
    stride, first, ended = length + len(end), 1, False
    while chunk := file.read(stride * AT_ONCE):
        body = chunk.rstrip(_PADDING)
        if body and ended:
            raise job.wrong("after_padding", record=first)
        count = -(-len(body) // stride)
        _check(job, chunk, count, length, end, first)
        text = chunk.decode("iso-8859-1").replace("\0", " ")
        texts = [text[at : at + length] for at in range(0, count * stride, stride)]
        yield Frame(first, texts, not chunk.translate(None, _PLAIN))
        ended = count < AT_ONCE
        first += count
        job.reached(file.tell())


def _line_end(job: Job, file: BinaryIO, length: int) -> bytes:
    """What separates records, judged by the first; leaves the file at its first record."""
    head = file.read(len(_BOM))
    start = len(_BOM) if head == _BOM else 0
    file.seek(start)
    head = file.read(length + 2)
    file.seek(start)
    line = head[:length].find(b"\n")
    if line >= 0:
        raise job.wrong("length", record=1, expected=length, found=len(head[:line].rstrip(b"\r")))
    after = head[length:]
    return next((end for end in (b"\r\n", b"\n", b"\r") if after.startswith(end)), b"")


def _check(job: Job, chunk: bytes, count: int, length: int, end: bytes, first: int) -> None:
    """Every record is whole and each but the file's last is followed by the same line end."""
    stride = length + len(end)
    for offset, byte in enumerate(end):
        found = chunk[length + offset : count * stride : stride]
        if found.count(byte) < len(found):
            number = next(i for i, each in enumerate(found) if each != byte)
            raise _misplaced(job, chunk[number * stride :], length, first + number)
    last = chunk[(count - 1) * stride : count * stride] if count else b" " * length
    if len(last) < length:
        raise job.wrong("cut", record=first + count - 1, expected=length, found=len(last.rstrip(_PADDING)))


def _misplaced(job: Job, rest: bytes, length: int, number: int) -> Exception:
    line = rest.split(b"\n", 1)[0].rstrip(b"\r")
    return job.wrong("length", record=number, expected=length, found=len(line))
