"""What a console has sent and its desk has not acknowledged: in order, sealed, on this machine.

A file holds records, each its number (8 bytes), the length of what follows (4) and a sealed entry; a record
of length 0 says that the entry of that number is done. Entries are sealed under a key that the desk gives a
person at sign-in and that is kept in memory only, bound to person, console and number. What is written
survives the end of the program at once; a power cut may lose what the system had not yet put on the disk.
"""

import errno
import os
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID, uuid4

from filelock import FileLock, Timeout
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ..domain.errors import Trouble
from ..sealing import seal_bytes, unseal_bytes

MOST_ENTRIES = 512
MOST_BYTES = 4 * 1024 * 1024
ENDING, ASIDE = ".spool", ".damaged"
_NUMBER, _LENGTH = 8, 4


class Entry(BaseModel):
    """One request that waits: where it goes, its body, and the id and key of its envelope.

    `replaces` names what an entry is about where a later one makes an earlier one needless.
    """

    model_config = ConfigDict(
        frozen=True, ser_json_bytes="base64", val_json_bytes="base64", hide_input_in_errors=True
    )

    path: str
    body: bytes = Field(repr=False)
    id: UUID
    key: bytes = Field(repr=False)
    replaces: str = Field(default="", repr=False)


@dataclass(slots=True)
class Found:
    """What earlier runs of a console left: entries in order, and how many files could not be read whole."""

    entries: list[Entry] = field(default_factory=list)
    damaged: int = 0


class Spool:
    """The waiting entries of one person at one console; a file of this process's own, made when first used.

    For one thread at a time. Raises Trouble: spool.full, spool.unwritable.
    """

    def __init__(self, folder: Path, person: UUID, console: str, key: bytes) -> None:
        """`key` are 32 bytes that open nobody else's entries."""
        self._folder, self._person, self._key = folder, person, key
        self._about = b"spool 1\0" + person.bytes + console.encode() + b"\0"
        self._path = folder / f"{person}-{uuid4().hex[:12]}{ENDING}"
        self._lock: FileLock | None = None
        self._handle = -1
        self._next = self._waiting = self._size = 0

    def left(self) -> Found:
        """Takes over what earlier runs left; a file that cannot be read whole is put aside.

        A file that another program of this person still writes stays as it is.
        """
        found = Found()
        for path in sorted(self._folder.glob(f"{self._person}-*{ENDING}")):
            if path != self._path:
                self._take(path, found)
        return found

    def add(self, entry: Entry) -> int:
        """Keeps an entry; its number."""
        blob = entry.model_dump_json().encode()
        if self._waiting >= MOST_ENTRIES or self._size + len(blob) > MOST_BYTES:
            raise Trouble("spool.full", most=MOST_ENTRIES)
        number = self._next
        self._write(number, seal_bytes(self._key, blob, self._about + number.to_bytes(_NUMBER, "big")))
        self._next += 1
        self._waiting += 1
        return number

    def done(self, number: int) -> None:
        """An entry is acknowledged, or needless; the file shrinks to nothing when none waits."""
        self._waiting -= 1
        try:
            if self._waiting == 0:
                os.ftruncate(self._handle, 0)
                self._size = 0
            else:
                self._write(number, b"")
        except (OSError, Trouble):
            pass  # it is sent once more after a crash, which changes nothing

    def close(self) -> None:
        """Lets the next run take over what waits; an empty file goes. The key is forgotten."""
        self._key = b""
        if self._lock is None:
            return
        os.close(self._handle)
        if self._waiting == 0:
            self._path.unlink(missing_ok=True)
        self._lock.release()
        Path(self._lock.lock_file).unlink(missing_ok=True)
        self._lock, self._handle = None, -1

    def _write(self, number: int, blob: bytes) -> None:
        record = number.to_bytes(_NUMBER, "big") + len(blob).to_bytes(_LENGTH, "big") + blob
        try:
            if self._lock is None:
                self._begin()
            self._append(record)
        except OSError as failed:
            reason = failed.strerror or type(failed).__name__
            raise Trouble("spool.unwritable", folder=str(self._folder), reason=reason) from None
        self._size += len(record)

    def _append(self, record: bytes) -> None:
        """All of a record or nothing of it."""
        if os.write(self._handle, record) < len(record):
            os.ftruncate(self._handle, self._size)
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def _begin(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = FileLock(f"{self._path}.lock", mode=0o600)
        lock.acquire(timeout=0)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND
        self._handle = os.open(self._path, flags, 0o600)
        self._lock = lock

    def _take(self, path: Path, found: Found) -> None:
        lock = FileLock(f"{path}.lock", mode=0o600)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            return
        try:
            whole = self._read(path, found)
            if whole:
                path.unlink(missing_ok=True)
            else:
                found.damaged += 1
                path.rename(path.with_suffix(ASIDE))
        except OSError:
            found.damaged += 1
        finally:
            lock.release()
            Path(lock.lock_file).unlink(missing_ok=True)

    def _read(self, path: Path, found: Found) -> bool:
        """Adds a file's waiting entries; False where it is not whole."""
        blobs, whole = _records(path.read_bytes())
        for number, blob in sorted(blobs.items()):
            try:
                about = self._about + number.to_bytes(_NUMBER, "big")
                found.entries.append(Entry.model_validate_json(unseal_bytes(self._key, blob, about)))
            except (Trouble, ValidationError):
                whole = False
        return whole


def _records(data: bytes) -> tuple[dict[int, bytes], bool]:
    """The sealed entries that are not done, by number, and whether the file ends where a record does.

    A record cut short at the very end is one whose writing was cut short: nothing was promised for it.
    """
    blobs: dict[int, bytes] = {}
    at, head = 0, _NUMBER + _LENGTH
    while at + head <= len(data):
        number = int.from_bytes(data[at : at + _NUMBER], "big")
        length = int.from_bytes(data[at + _NUMBER : at + head], "big")
        blob = data[at + head : at + head + length]
        if len(blob) < length:
            return blobs, False
        if length:
            blobs[number] = blob
        else:
            blobs.pop(number, None)
        at += head + length
    return blobs, at == len(data)
