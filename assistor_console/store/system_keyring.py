"""The wrapping key in the operating system's keyring: Secret Service, KWallet, Keychain, Credential Locker.

`keyring` is imported when the key is asked for: it looks through every installed backend and takes its time.
"""

import secrets
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..domain.errors import Trouble
from .key_file import KEY_BYTES

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "assistor-console"
_NEXT = " (next)"
# They keep nothing, or keep it as plain text or close to it. keyrings.alt says so of itself.
_NO_KEYRINGS = ("keyring.backends.fail", "keyring.backends.null", "keyrings.alt")


@dataclass(frozen=True, slots=True)
class SystemKeyring:
    """An entry of the service "assistor-console"; `name` tells one desk's key from another's."""

    name: str

    @property
    def where(self) -> str:
        """The entry."""
        return f"{SERVICE} · {self.name}"

    def exists(self) -> bool:
        """Whether there is an entry."""
        return _get(self.name) is not None

    def read(self) -> bytes:
        """The key of the entry; Trouble: key.keyring_…"""
        found = _get(self.name)
        if found is None:
            raise Trouble("key.keyring_missing", name=self.name)
        return found

    def make(self) -> bytes:
        """A new entry."""
        if self.exists():
            raise Trouble("key.there", where=self.where)
        return _put(self.name, secrets.token_bytes(KEY_BYTES))

    def read_next(self) -> bytes | None:
        """The key of the entry beside, or None."""
        return _get(self.name + _NEXT)

    def make_next(self) -> bytes:
        """A new entry beside; one that is there stays."""
        return self.read_next() or _put(self.name + _NEXT, secrets.token_bytes(KEY_BYTES))

    def take_next(self) -> None:
        """The entry gets the key of the one beside, which goes then."""
        found = self.read_next()
        if found is not None:
            _put(self.name, found)
            with _told():
                _backend().delete_password(SERVICE, self.name + _NEXT)


def _get(name: str) -> bytes | None:
    with _told():
        kept = _backend().get_password(SERVICE, name)
    if kept is None:
        return None
    try:
        key = b64decode(kept, validate=True)
    except ValueError:
        key = b""
    if len(key) != KEY_BYTES:
        raise Trouble("key.keyring_unreadable", name=name)
    return key


def _put(name: str, key: bytes) -> bytes:
    """Keeps a key and looks whether it is really there: some backends drop what they are given."""
    with _told():
        _backend().set_password(SERVICE, name, b64encode(key).decode())
    if _get(name) != key:
        raise Trouble("key.keyring_failed", reason="set_password")
    return key


def _backend() -> "KeyringBackend":
    import keyring

    backend = keyring.get_keyring()
    for each in _chained(backend):
        module = type(each).__module__
        if module.startswith(_NO_KEYRINGS):
            raise Trouble("key.keyring_none", backend=f"{module}.{type(each).__qualname__}")
    return backend


def _chained(backend: "KeyringBackend") -> Iterable["KeyringBackend"]:
    """Every backend that may be asked: a chain asks one after another."""
    from keyring.backends.chainer import ChainerBackend

    return [backend, *backend.backends] if isinstance(backend, ChainerBackend) else [backend]


@contextmanager
def _told() -> Iterator[None]:
    """Says of a keyring's errors what a person can do; never in its own words, which may hold anything."""
    from keyring.errors import InitError, KeyringLocked, NoKeyringError

    try:
        yield
    except Trouble:
        raise
    except KeyringLocked:
        raise Trouble("key.keyring_locked") from None
    except (NoKeyringError, InitError) as failed:
        raise Trouble("key.keyring_none", backend=type(failed).__name__) from None
    except Exception as failed:  # a backend's own: of D-Bus, of Windows
        raise Trouble("key.keyring_failed", reason=type(failed).__name__) from None
