"""What a console has sent and its desk has not acknowledged: in order, sealed, on this machine.

A file holds records, each its number (8 bytes), the length of what follows (4) and a sealed entry; a later
record of the same number that seals nothing says that the entry is done. Records are sealed under a key that
the desk gives a person at sign-in and that is kept in memory only, bound to person, console and number. What
is written survives the end of the program at once; a power cut may lose what the system had not yet put on
the disk. The name of a file says under which key it was sealed, so that what cannot be opened because it is
somebody else's, or another console's, is never taken for damaged.
"""

import errno
import hashlib
import os
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID, uuid4

from filelock import FileLock, Timeout
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ..domain.errors import Trouble
from ..sealing import seal_bytes, unseal_bytes

MOST_ENTRIES = 512
MOST_BYTES = 4 * 1024 * 1024
"""Of what waits."""
WASTE_BYTES = 1024 * 1024
"""How much of a file may be entries that are done, before it is written anew."""
ENDING, ASIDE, ANEW = ".spool", ".damaged", ".anew"
_NUMBER, _LENGTH = 8, 4
_WRITES = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND | getattr(os, "O_BINARY", 0)


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
    """What earlier runs of a console left: entries in order with their numbers in this spool (None where they
    could not be written into it), and how many files could not be read whole."""

    entries: list[tuple[Entry, int | None]] = field(default_factory=list)
    damaged: int = 0


class Spool:
    """The waiting entries of one person at one console; a file of this process's own, made when first used.

    For one thread at a time. Raises Trouble: spool.full, spool.unwritable.
    """

    def __init__(self, folder: Path, person: UUID, console: str, key: bytes) -> None:
        """`key` are 32 bytes that open nobody else's entries."""
        self._folder, self._key = folder, key
        self._about = b"spool 2\0" + person.bytes + console.encode() + b"\0"
        check = hashlib.sha256(self._about + key).hexdigest()[:16]
        self._whose = f"{person}-{check}-"
        # Names sort by the time they were made: what was typed first is sent first.
        self._path = folder / f"{self._whose}{time.time_ns():020d}-{uuid4().hex[:8]}{ENDING}"
        self._lock: FileLock | None = None
        self._handle = -1
        self._next = self._size = 0
        self._sizes: dict[int, int] = {}

    def left(self) -> Found:
        """Takes over what earlier runs left: first written here, then removed there. A file that cannot be
        read whole is put aside; one that another program of this person still writes stays as it is.
        """
        found = Found()
        for path in sorted(self._folder.glob(f"{self._whose}*{ENDING}")):
            if path != self._path:
                self._take(path, found)
        return found

    def add(self, entry: Entry) -> int:
        """Keeps an entry; its number."""
        number = self._next
        blob = self._seal(number, entry.model_dump_json().encode())
        if len(self._sizes) >= MOST_ENTRIES or sum(self._sizes.values()) + len(blob) > MOST_BYTES:
            raise Trouble("spool.full", most=MOST_ENTRIES)
        self._write(number, blob)
        self._next += 1
        self._sizes[number] = len(blob)
        return number

    def done(self, number: int) -> None:
        """An entry is acknowledged, or needless; the file shrinks to nothing when none waits."""
        self._sizes.pop(number, None)
        # Where that cannot be written, the entry is sent once more after a crash, which changes nothing.
        with suppress(OSError, Trouble):
            if not self._sizes:
                os.ftruncate(self._handle, 0)
                self._size = 0
                return
            self._write(number, self._seal(number, b""))
            if self._size - sum(self._sizes.values()) > WASTE_BYTES:
                self._write_anew()

    def close(self) -> None:
        """Lets the next run take over what waits; an empty file goes. The key is forgotten."""
        self._key = b""
        if self._lock is None:
            return
        os.close(self._handle)
        with suppress(OSError):
            if not self._sizes:
                self._path.unlink(missing_ok=True)
        lock, self._lock, self._handle = self._lock, None, -1
        _unlock(lock)

    def _seal(self, number: int, data: bytes) -> bytes:
        return seal_bytes(self._key, data, self._about + number.to_bytes(_NUMBER, "big"))

    def _write(self, number: int, blob: bytes) -> None:
        record = _record(number, blob)
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
        lock = _lock(self._path)
        lock.acquire(timeout=0)
        try:
            self._handle = os.open(self._path, _WRITES, 0o600)
        except OSError:
            _unlock(lock)
            raise
        self._lock = lock

    def _write_anew(self) -> None:
        """The file without what is done, put in its place whole."""
        blobs, _ = _records(self._path.read_bytes())
        waiting = b"".join(_record(number, blobs[number][0]) for number in sorted(self._sizes))
        anew = self._path.with_suffix(ANEW)
        handle = os.open(anew, _WRITES, 0o600)
        try:
            if os.write(handle, waiting) < len(waiting):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            anew.replace(self._path)
        except OSError:
            os.close(handle)
            anew.unlink(missing_ok=True)
            raise
        os.close(self._handle)
        self._handle, self._size = handle, len(waiting)

    def _take(self, path: Path, found: Found) -> None:
        lock = _lock(path)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            return
        except OSError:
            found.damaged += 1
            return
        try:
            entries, whole = self._read(path)
            found.damaged += not whole
            if self._taken(entries, found):
                path.unlink() if whole else path.rename(path.with_suffix(ASIDE))
        except FileNotFoundError:
            pass  # another program of this person was quicker
        except OSError:
            found.damaged += 1
        finally:
            _unlock(lock)

    def _taken(self, entries: list[Entry], found: Found) -> bool:
        """Whether all of them are in this spool now; what a crash left in two files counts once."""
        known = {entry.id for entry, _ in found.entries}
        safe = True
        for entry in entries:
            if entry.id in known:
                continue
            number = None
            try:
                number = self.add(entry)
            except Trouble:
                safe = False
            found.entries.append((entry, number))
        return safe

    def _read(self, path: Path) -> tuple[list[Entry], bool]:
        """A file's waiting entries, and whether all of it could be read."""
        blobs, whole = _records(path.read_bytes())
        entries = []
        for number, sealed in sorted(blobs.items()):
            texts = [self._unseal(number, blob) for blob in sealed]
            whole = whole and None not in texts
            if b"" in texts:
                continue
            try:
                entries += [Entry.model_validate_json(text) for text in texts if text]
            except ValidationError:
                whole = False
        return entries, whole

    def _unseal(self, number: int, blob: bytes) -> bytes | None:
        try:
            return unseal_bytes(self._key, blob, self._about + number.to_bytes(_NUMBER, "big"))
        except Trouble:
            return None


def _record(number: int, blob: bytes) -> bytes:
    return number.to_bytes(_NUMBER, "big") + len(blob).to_bytes(_LENGTH, "big") + blob


def _records(data: bytes) -> tuple[dict[int, list[bytes]], bool]:
    """What is sealed under each number, in order, and whether the file ends where a record does."""
    blobs: dict[int, list[bytes]] = {}
    at, head = 0, _NUMBER + _LENGTH
    while at + head <= len(data):
        number = int.from_bytes(data[at : at + _NUMBER], "big")
        end = at + head + int.from_bytes(data[at + _NUMBER : at + head], "big")
        if end > len(data):
            return blobs, False
        blobs.setdefault(number, []).append(data[at + head : end])
        at = end
    return blobs, at == len(data)


def _lock(path: Path) -> FileLock:
    """Taken and given back by whichever thread sends."""
    return FileLock(f"{path}.lock", mode=0o600, thread_local=False)


def _unlock(lock: FileLock) -> None:
    lock.release()
    with suppress(OSError):
        Path(lock.lock_file).unlink(missing_ok=True)
