"""Who signs seals, and who can tell whether a signature is theirs."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from .kept_vault import KeptVault
from .keys import Keys

ID_BYTES = 4


class Signer(Protocol):
    """Signs with one key (Ed25519)."""

    @property
    def key_id(self) -> bytes:
        """Which key (4 bytes)."""
        ...

    def sign(self, data: bytes) -> bytes:
        """A signature (64 bytes)."""
        ...


@dataclass(frozen=True, slots=True)
class Verifier:
    """Public keys (32 bytes each) by their id: those that sign, and those that did."""

    keys: Mapping[bytes, bytes]

    def knows(self, key_id: bytes) -> bool:
        """Whether there is such a key."""
        return key_id in self.keys

    def verify(self, key_id: bytes, signature: bytes, data: bytes) -> bool:
        """Whether this key has signed these data; no for an unknown key."""
        if key_id not in self.keys:
            return False
        try:
            Ed25519PublicKey.from_public_bytes(self.keys[key_id]).verify(signature, data)
        except InvalidSignature:
            return False
        return True


@dataclass(frozen=True, slots=True)
class KeySigner:
    """A signer with its key (32 bytes) in memory."""

    private: bytes = field(repr=False)

    @property
    def key_id(self) -> bytes:
        """Which key."""
        return key_id(Ed25519PrivateKey.from_private_bytes(self.private).public_key().public_bytes_raw())

    def sign(self, data: bytes) -> bytes:
        """A signature."""
        return Ed25519PrivateKey.from_private_bytes(self.private).sign(data)


def key_id(public: bytes) -> bytes:
    """The id of a public key: the beginning of its SHA-256."""
    return hashlib.sha256(public).digest()[:ID_BYTES]


def signer(vault: KeptVault) -> Signer:
    """Who signs seals now."""
    return KeySigner(vault.signing())


def verifier(keys: Keys) -> Verifier:
    """Who knows every key that ever signed seals here."""
    return Verifier(keys.public_keys())
