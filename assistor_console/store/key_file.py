"""A key in a file of its own that only its owner may read."""

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


def put_whole(path: Path) -> bytes:
    """As `make_key`, but killed at any point the file is whole or not there; one that is there stays."""
    half = path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")
    key = make_key(half)
    try:
        os.link(half, path)
    except FileExistsError:
        return read_key(path)
    finally:
        half.unlink()
    _sync_folder(path.parent)
    return key


def take_place(path: Path, place: Path) -> None:
    """Gives a file the name of another, which is gone then, and waits until that is on the disk."""
    os.replace(path, place)
    _sync_folder(place.parent)
    for half in path.parent.glob(f"{path.name}.*.part"):  # of who was killed while writing one
        half.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


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
