"""Sealing of records and keyed blind indexes.

A sealed value is: format byte ‖ key id (4) ‖ nonce (12) ‖ ciphertext and tag (AES-256-GCM). Its associated
data is place ‖ NUL ‖ row id, so that it opens in no other table and in no other row. A blind index is an
HMAC-SHA256 with a key per place: equal texts give equal indexes in one place and unrelated ones in another.
"""

import hashlib
import os
from collections.abc import Callable, Iterable, Sequence

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from assistor_console.domain.errors import Trouble
from assistor_console.sealing import NONCE_BYTES, decrypt

FORMAT = b"\x01"
KEY_BYTES, ID_BYTES, INDEX_BYTES = 32, 4, 16
HEAD_BYTES = len(FORMAT) + ID_BYTES
_BLOCK = 64  # SHA-256's, for the HMAC of RFC 2104


def derive(key: bytes, purpose: str, length: int = KEY_BYTES) -> bytes:
    """A key for one purpose from another (HKDF-SHA256)."""
    return HKDF(SHA256(), length, salt=None, info=b"assistor-console " + purpose.encode()).derive(key)


class Sealer:
    """Seals and opens under one key (32 bytes); Trouble("vault.key_length") for another length.

    Nonces are random: one key may seal 2**32 values (NIST SP 800-38D, 8.3); rotate long before.
    """

    def __init__(self, key: bytes) -> None:
        if len(key) != KEY_BYTES:
            raise Trouble("vault.key_length", bytes=len(key))
        self.id = derive(key, "key id", ID_BYTES)
        self.head = FORMAT + self.id
        self._aead = AESGCM(derive(key, "seal"))

    def seal(self, place: str, row: bytes, data: bytes) -> bytes:
        """`data` sealed for one row of one place; 33 bytes longer than it."""
        nonce = os.urandom(NONCE_BYTES)
        return self.head + nonce + self._aead.encrypt(nonce, data, _about(place) + row)

    def seal_all(self, place: str, rows: Sequence[bytes], data: Sequence[bytes]) -> list[bytes]:
        """Each of `data` sealed for the row beside it: as `seal`, several times faster for thousands."""
        about, head, encrypt = _about(place), self.head, self._aead.encrypt
        nonces = os.urandom(NONCE_BYTES * len(rows))
        return [
            head + (nonce := nonces[at : at + NONCE_BYTES]) + encrypt(nonce, datum, about + row)
            for at, row, datum in zip(range(0, len(nonces), NONCE_BYTES), rows, data, strict=True)
        ]

    def open(self, place: str, row: bytes, blob: bytes) -> bytes:
        """What this key sealed for this place and row; Trouble("vault.broken") for anything else."""
        return decrypt(self._aead, blob[HEAD_BYTES:], _about(place) + row)


class Ring:
    """Keys at one moment: `current` seals, it and the `former` ones open, `index` makes indexes."""

    def __init__(self, current: bytes, former: Iterable[bytes], index: bytes) -> None:
        self.current = Sealer(current)
        self.sealers = {each.id: each for each in (self.current, *map(Sealer, former))}
        self.index = index
        self.indexers: dict[str, Callable[[str], bytes]] = {}


class Vault:
    """Seals under `key` (32 bytes), still opens what `former` keys sealed, and makes indexes with `index`
    (None for `key` itself). Keys live in memory only."""

    def __init__(self, key: bytes, former: Iterable[bytes] = (), index: bytes | None = None) -> None:
        self._ring: Ring | None = Ring(key, former, key if index is None else index)

    def _keys(self) -> Ring:
        """The keys as they are known now."""
        assert self._ring is not None, "made with keys"
        return self._ring

    def _missing(self, key_id: bytes) -> Sealer:
        """The key of an id that is not known; Trouble("vault.key_unknown")."""
        raise Trouble("vault.key_unknown")

    def seal(self, place: str, row: bytes, data: bytes) -> bytes:
        """`data` sealed for one row of one place; 33 bytes longer than it."""
        return self._keys().current.seal(place, row, data)

    def seal_all(self, place: str, rows: Sequence[bytes], data: Sequence[bytes]) -> list[bytes]:
        """Each of `data` sealed for the row beside it: as `seal`, several times faster for thousands."""
        return self._keys().current.seal_all(place, rows, data)

    def open(self, place: str, row: bytes, blob: bytes) -> bytes:
        """What `seal` sealed for this place and row; Trouble("vault.…") for an unknown key or changes."""
        if blob[:1] != FORMAT:
            raise Trouble("vault.format")
        key_id = blob[1:HEAD_BYTES]
        sealer = self._keys().sealers.get(key_id) or self._missing(key_id)
        return sealer.open(place, row, blob)

    def head(self) -> bytes:
        """How every value begins that is sealed now: the format and the current key's id."""
        return self._keys().current.head

    def key_for(self, purpose: str) -> bytes:
        """A key (32 bytes) for one purpose outside the database, always the same."""
        return derive(self._keys().index, "for " + purpose)

    def index(self, place: str, text: str) -> bytes:
        """The blind index (16 bytes) of a text in a place."""
        return self.indexer(place)(text)

    def indexer(self, place: str) -> Callable[[str], bytes]:
        """`index` for one place, with its key made ready."""
        ring = self._keys()
        if place not in ring.indexers:
            ring.indexers[place] = _indexer(derive(ring.index, "index " + place))
        return ring.indexers[place]


def _about(place: str) -> bytes:
    return place.encode() + b"\0"


def _indexer(key: bytes) -> Callable[[str], bytes]:
    """HMAC-SHA256 cut to 16 bytes; the keyed first blocks are hashed once and copied: twice as fast."""
    padded = key.ljust(_BLOCK, b"\0")
    inner_copy = hashlib.sha256(bytes(byte ^ 0x36 for byte in padded)).copy
    outer_copy = hashlib.sha256(bytes(byte ^ 0x5C for byte in padded)).copy

    def index(text: str) -> bytes:
        inner, outer = inner_copy(), outer_copy()
        inner.update(text.encode())
        outer.update(inner.digest())
        return outer.digest()[:INDEX_BYTES]

    return index
