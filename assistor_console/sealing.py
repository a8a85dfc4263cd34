"""Authenticated encryption of single values: what rests at a desk, and what waits at a console."""

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from .domain.errors import Trouble

NONCE_BYTES = 12


def seal_bytes(key: bytes, data: bytes, about: bytes) -> bytes:
    """Nonce and ciphertext of `data` under a 32-byte key (AES-256-GCM), bound to `about`."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, data, about)


def unseal_bytes(key: bytes, blob: bytes, about: bytes) -> bytes:
    """What `seal_bytes` sealed; Trouble("vault.broken") for another key, another `about` or changed bytes."""
    return decrypt(AESGCM(key), blob, about)


def decrypt(aead: AESGCM, blob: bytes, about: bytes) -> bytes:
    """Nonce and ciphertext opened; Trouble("vault.broken") where they were not sealed so."""
    try:
        return aead.decrypt(blob[:NONCE_BYTES], blob[NONCE_BYTES:], about)
    except (InvalidTag, ValueError):
        raise Trouble("vault.broken") from None
