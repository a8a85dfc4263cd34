"""The memory of a live process, and the files of a folder, as bytes to be searched (Linux)."""

import os
import re
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

from tests.benchmarks.blind_net import CHUNK, OVERLAP, overlapping

_LINE = re.compile(r"([0-9a-f]+)-([0-9a-f]+) (\S{4}) \S+ \S+ \S+\s*(.*)")
_NOT_MEMORY = ("[vvar]", "[vvar_vclock]", "[vsyscall]")
_STOPS_SECONDS = 5.0


@contextmanager
def still(pid: int) -> Iterator[None]:
    """The process stands still within the block, so that nothing moves past who looks."""
    os.kill(pid, signal.SIGSTOP)
    try:
        ends = time.monotonic() + _STOPS_SECONDS
        while _state(pid) != "T" and time.monotonic() < ends:
            os.sched_yield()
        yield
    finally:
        os.kill(pid, signal.SIGCONT)


def _state(pid: int) -> str:
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]


def memory(pid: int) -> Iterator[bytes]:
    """Every readable byte of a process, in pieces that overlap within a mapping: heap, stacks, data of
    libraries, shared memory.

    Left out are files that are mapped for reading only (programs, fonts: what is in them is on the disk) and
    what the kernel shows of itself.
    """
    maps = Path(f"/proc/{pid}/maps").read_text().splitlines()
    with open(f"/proc/{pid}/mem", "rb", buffering=0) as file:
        for line in maps:
            match = _LINE.match(line)
            if match and match[3].startswith("r") and not _is_file_or_kernel(match[3], match[4]):
                yield from _mapping(file.fileno(), int(match[1], 16), int(match[2], 16))


def _is_file_or_kernel(rights: str, name: str) -> bool:
    return name in _NOT_MEMORY or (name.startswith("/") and "w" not in rights)


def _mapping(file: int, start: int, end: int) -> Iterator[bytes]:
    for at in range(start, end, CHUNK):
        first = max(start, at - OVERLAP)
        try:
            yield os.pread(file, min(end, at + CHUNK) - first, first)
        except OSError:
            return  # a file was mapped beyond its end: there is no memory


def files(folder: Path) -> Iterator[bytes]:
    """Every byte of every file below a folder, the words of PDF files too, and the names of them all."""
    for path in sorted(folder.rglob("*")):
        yield path.name.encode()
        if path.is_file():
            content = path.read_bytes()
            yield from overlapping(content)
            if content.startswith(b"%PDF"):
                yield words_of(content)


def words_of(pdf: bytes) -> bytes:
    """What can be read in a PDF file."""
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).encode()
