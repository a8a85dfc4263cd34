"""Where the wrapping key is kept apart from the database: in a file or in the environment.

`system_keyring` is the third place. There is no other, and none stands in for one that fails.
"""

import os
from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Iterator, MutableMapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from ..domain.errors import Trouble
from .kept_vault import KeptVault
from .key_file import KEY_BYTES, make_key, put_whole, read_key, take_place

VARIABLE, NEXT_VARIABLE = "ASSISTOR_KEY", "ASSISTOR_KEY_NEXT"


class KeySource(Protocol):
    """Keeps the wrapping key (32 bytes) and, while it is changed, the next one. Everything raises Trouble
    key.… where it cannot be done."""

    @property
    def where(self) -> str:
        """The place, as a person knows it."""
        ...

    def exists(self) -> bool:
        """Whether there is a key."""
        ...

    def read(self) -> bytes:
        """The key."""
        ...

    def make(self) -> bytes:
        """A new random key, kept; key.there where there is one. OSError where a file cannot be written."""
        ...

    def read_next(self) -> bytes | None:
        """The key that is to take its place, or None."""
        ...

    def make_next(self) -> bytes:
        """A new random key, kept beside the one in use; one that is there stays, it may be used by now."""
        ...

    def take_next(self) -> None:
        """The next key takes the place of the one in use."""
        ...


def candidates(source: KeySource) -> Iterator[bytes]:
    """The keys that may be a database's by now; read twice, as the next may just have taken its place."""
    for read in (source.read, source.read_next, source.read):
        with suppress(Trouble):
            key = read()
            if key is not None:
                yield key


def settle(source: KeySource, vault: KeptVault) -> bool:
    """Ends a change of the wrapping key that was cut off: the next key takes its place where the database
    is wrapped with it by now. Whether it was so."""
    key = source.read_next()
    over = key is not None and vault.wrapping.is_key(key)
    if over:
        source.take_next()
    return over


@dataclass(frozen=True, slots=True)
class FileKey:
    """A file that only its owner may read; the next key lies beside it."""

    path: Path

    @property
    def where(self) -> str:
        """The file."""
        return str(self.path)

    @property
    def next_path(self) -> Path:
        """The file of the next key."""
        return self.path.with_name(self.path.name + ".next")

    def exists(self) -> bool:
        """Whether the file is there."""
        return self.path.exists()

    def read(self) -> bytes:
        """As `read_key`."""
        return read_key(self.path)

    def make(self) -> bytes:
        """A new file, in a folder of its owner's; OSError where it cannot be written."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            return make_key(self.path)
        except FileExistsError:
            raise Trouble("key.there", where=self.where) from None

    def read_next(self) -> bytes | None:
        """The key beside, or None."""
        return read_key(self.next_path) if self.next_path.exists() else None

    def make_next(self) -> bytes:
        """A new file beside; it is there whole or not at all."""
        try:
            return put_whole(self.next_path)
        except OSError as failed:
            raise _unwritable(self.next_path, failed) from failed

    def take_next(self) -> None:
        """The file beside gets the name of the key; at every moment one is there."""
        try:
            take_place(self.next_path, self.path)
        except FileNotFoundError:
            return  # another program was quicker
        except OSError as failed:
            raise _unwritable(self.path, failed) from failed


def _unwritable(path: Path, failed: OSError) -> Trouble:
    return Trouble("key.unwritable", file=str(path), reason=os.strerror(failed.errno or 0))


@dataclass(slots=True)
class EnvironmentKey:
    """Two variables of the environment, which whoever starts the program sets (base64 of 32 bytes)."""

    key: str | None = field(repr=False)
    next: str | None = field(repr=False)

    @property
    def where(self) -> str:
        """The variable."""
        return VARIABLE

    def exists(self) -> bool:
        """Whether the variable was set."""
        return self.key is not None

    def read(self) -> bytes:
        """The variable's key."""
        if self.key is None:
            raise Trouble("key.environment_missing", variable=VARIABLE)
        return _decoded(self.key, VARIABLE)

    def make(self) -> bytes:
        """A program cannot set what it is started with."""
        raise Trouble("key.there" if self.exists() else "key.environment_missing", **_names(self.where))

    def read_next(self) -> bytes | None:
        """The key of the second variable."""
        return None if self.next is None else _decoded(self.next, NEXT_VARIABLE)

    def make_next(self) -> bytes:
        """Nor this one."""
        raise Trouble("key.environment_missing", **_names(NEXT_VARIABLE))

    def take_next(self) -> None:
        """Within this program alone: whoever starts it changes the variables."""
        self.key, self.next = self.next, None


def _names(variable: str) -> dict[str, str | int]:
    return {"variable": variable, "where": variable}


def _decoded(text: str, variable: str) -> bytes:
    try:
        key = b64decode(text.strip(), validate=True)
    except (NotBase64, ValueError):
        raise Trouble("key.environment_unreadable", variable=variable) from None
    if len(key) != KEY_BYTES:
        raise Trouble("key.environment_unreadable", variable=variable)
    return key


_TAKEN: dict[str, str] = {}


def environment_key(environ: MutableMapping[str, str]) -> EnvironmentKey:
    """Takes the variables out of the environment, so that no child inherits them, and remembers them."""
    for name in (VARIABLE, NEXT_VARIABLE):
        if (found := environ.pop(name, None)) is not None:
            _TAKEN[name] = found
    return EnvironmentKey(_TAKEN.get(VARIABLE), _TAKEN.get(NEXT_VARIABLE))
