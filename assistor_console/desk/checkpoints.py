"""The file of checkpoints: the newest seal, written down outside the database from time to time.

Whoever can change the database cannot change what was copied from this file to somewhere else. A line is a
JSON object: number, digest and key (hexadecimal), at (UTC).
"""

import json
import logging
import os
from pathlib import Path

from ..store.seals import Seal

LOOKED_AT = 100
"""Of so many last lines the newest seal counts."""
LOG = logging.getLogger(__name__)


class CheckpointFile:
    """Appends to one file that only its owner may read; several processes may append to the same."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._number = 0
        self._failing = False

    def append(self, seal: Seal) -> None:
        """Adds a seal, where it is newer than the last one added here. A file that cannot be written is said
        once and ends nothing: sealing goes on."""
        if seal.number <= self._number:
            return
        try:
            self._write(_line(seal))
        except OSError as failed:
            if not self._failing:
                LOG.warning("checkpoints: %s", failed.strerror)
            self._failing = True
        else:
            self._number, self._failing = seal.number, False

    def last(self) -> tuple[int, bytes] | None:
        """Number and digest of the newest seal written down here; None where nothing was, or nothing legible:
        a line cut off by a crash is passed over. Raises OSError."""
        try:
            lines = self._path.read_bytes().splitlines()
        except FileNotFoundError:
            return None
        return max(filter(None, map(_read, lines[-LOOKED_AT:])), default=None)

    def _write(self, line: bytes) -> None:
        handle = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            os.write(handle, line)  # one write: lines of several processes do not mix
            os.fsync(handle)
        finally:
            os.close(handle)


def _line(seal: Seal) -> bytes:
    told = {
        "number": seal.number,
        "digest": seal.digest.hex(),
        "at": seal.made_at.isoformat(),
        "key": seal.key_id.hex(),
    }
    return json.dumps(told).encode() + b"\n"


def _read(line: bytes) -> tuple[int, bytes] | None:
    try:
        told = json.loads(line)
        return int(told["number"]), bytes.fromhex(told["digest"])
    except (ValueError, KeyError, TypeError):
        return None
