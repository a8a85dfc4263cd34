"""The data key of an embedded desk: one owner-only file beside the database."""

import os
import secrets
import stat
from pathlib import Path

from ..domain.errors import Trouble

KEY_BYTES = 32


def make_key(path: Path) -> bytes:
    """A new random key in a new file that only its owner may read; FileExistsError where there is one."""
    key = secrets.token_bytes(KEY_BYTES)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(key)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        path.unlink()  # half a key would lock its owner out
        raise
    return key


def read_key(path: Path) -> bytes:
    """The key; Trouble("key.missing") or ("key.unreadable") for no file, a wrong length or open access."""
    try:
        key = path.read_bytes()
        mode = path.stat().st_mode
    except FileNotFoundError:
        raise Trouble("key.missing", file=str(path)) from None
    except OSError as failed:
        raise Trouble("key.unreadable", file=str(path), reason=failed.strerror or "") from failed
    if len(key) != KEY_BYTES:
        raise Trouble("key.unreadable", file=str(path), reason=f"{len(key)} bytes")
    if os.name == "posix" and mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise Trouble("key.exposed", file=str(path))
    return key
