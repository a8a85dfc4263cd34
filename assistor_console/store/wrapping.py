"""The key that is kept apart from the database, and what it wraps.

A wrapped key is: format byte ‖ nonce (12) ‖ ciphertext and tag (AES-256-GCM). Its associated data is the
purpose, the state, the id and the public part of the key, so that no key can stand in for another, nor be
made the current one again, nor a public part be put beside a key it is not of.
"""

from dataclasses import dataclass, field
from datetime import datetime
from hmac import compare_digest

from ..domain.errors import Trouble
from ..domain.keys import KeyPurpose, KeyState
from ..sealing import seal_bytes, unseal_bytes
from .vault import FORMAT, Sealer, derive

_CHECK, _PLACE, _ROW = b"assistor-console", "realm", b"\x01"


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A key as it rests. `public` is a signing key's public part, empty for others."""

    id: bytes
    purpose: KeyPurpose
    state: KeyState
    made_at: datetime
    wrapped: bytes = field(repr=False)
    public: bytes = b""


class Wrapping:
    """The wrapping key (32 bytes); Trouble("vault.key_length") for another length."""

    def __init__(self, key: bytes) -> None:
        self._key = key
        # Sealed as the first programs did with their only key: to them and to us a database says whose it is.
        self._sealer = Sealer(key)
        self._wraps = derive(key, "wrap")

    def is_key(self, key: bytes) -> bool:
        """Whether this is the very key."""
        return compare_digest(self._key, key)

    def check(self) -> bytes:
        """A value that only this key opens."""
        return self._sealer.seal(_PLACE, _ROW, _CHECK)

    def fits(self, check: bytes) -> bool:
        """Whether this key made a check."""
        try:
            return self._sealer.open(_PLACE, _ROW, check) == _CHECK
        except Trouble:
            return False

    def wrap(
        self,
        purpose: KeyPurpose,
        key_id: bytes,
        key: bytes,
        public: bytes = b"",
        state: KeyState = KeyState.CURRENT,
    ) -> bytes:
        """A key as it may rest in the database."""
        return FORMAT + seal_bytes(self._wraps, key, _about(purpose, state, key_id, public))

    def unwrap(self, row: KeyRow) -> bytes:
        """The key of a row; Trouble("vault.broken") where it was not wrapped so."""
        if row.wrapped[:1] != FORMAT:
            raise Trouble("vault.format")
        return unseal_bytes(self._wraps, row.wrapped[1:], _about(row.purpose, row.state, row.id, row.public))

    def own_key(self) -> bytes:
        """The key itself: what the first programs sealed and indexed with."""
        return self._key


def _about(purpose: KeyPurpose, state: KeyState, key_id: bytes, public: bytes) -> bytes:
    return f"keys\0{purpose}\0{state}\0".encode() + key_id + public
