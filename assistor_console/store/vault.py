"""Sealing of records and keyed blind indexes, all from one data key.

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
_HEAD = len(FORMAT) + ID_BYTES
_BLOCK = 64  # SHA-256's, for the HMAC of RFC 2104


def derive(key: bytes, purpose: str, length: int = KEY_BYTES) -> bytes:
    """A key for one purpose from the data key (HKDF-SHA256)."""
    return HKDF(SHA256(), length, salt=None, info=b"assistor-console " + purpose.encode()).derive(key)


class Vault:
    """Seals under `key` (32 bytes) and still opens what `former` keys sealed. Keys live in memory only.

    Nonces are random: one key may seal 2**32 values (NIST SP 800-38D, 8.3); rotate long before.
    """

    def __init__(self, key: bytes, former: Iterable[bytes] = ()) -> None:
        if len(key) != KEY_BYTES:
            raise Trouble("vault.key_length", bytes=len(key))
        self._key = key
        self._aeads = {_key_id(each): AESGCM(derive(each, "seal")) for each in (key, *former)}
        self._head = FORMAT + _key_id(key)
        self._aead = self._aeads[_key_id(key)]
        self._indexers: dict[str, Callable[[str], bytes]] = {}

    def seal(self, place: str, row: bytes, data: bytes) -> bytes:
        """`data` sealed for one row of one place; 33 bytes longer than it."""
        nonce = os.urandom(NONCE_BYTES)
        return self._head + nonce + self._aead.encrypt(nonce, data, _about(place) + row)

    def seal_all(self, place: str, rows: Sequence[bytes], data: Sequence[bytes]) -> list[bytes]:
        """Each of `data` sealed for the row beside it: as `seal`, several times faster for thousands."""
        about, head, encrypt = _about(place), self._head, self._aead.encrypt
        nonces = os.urandom(NONCE_BYTES * len(rows))
        return [
            head + (nonce := nonces[at : at + NONCE_BYTES]) + encrypt(nonce, datum, about + row)
            for at, row, datum in zip(range(0, len(nonces), NONCE_BYTES), rows, data, strict=True)
        ]

    def open(self, place: str, row: bytes, blob: bytes) -> bytes:
        """What `seal` sealed for this place and row; Trouble("vault.…") for an unknown key or changes."""
        if blob[:1] != FORMAT:
            raise Trouble("vault.format")
        aead = self._aeads.get(blob[1:_HEAD])
        if aead is None:
            raise Trouble("vault.key_unknown")
        return decrypt(aead, blob[_HEAD:], _about(place) + row)

    def key_for(self, purpose: str) -> bytes:
        """A key (32 bytes) for one purpose outside the database, always the same."""
        return derive(self._key, "for " + purpose)

    def index(self, place: str, text: str) -> bytes:
        """The blind index (16 bytes) of a text in a place."""
        return self.indexer(place)(text)

    def indexer(self, place: str) -> Callable[[str], bytes]:
        """`index` for one place, with its key made ready."""
        if place not in self._indexers:
            self._indexers[place] = _indexer(derive(self._key, "index " + place))
        return self._indexers[place]


def _about(place: str) -> bytes:
    return place.encode() + b"\0"


def _key_id(key: bytes) -> bytes:
    return derive(key, "key id", ID_BYTES)


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
