"""The server's certificate: tested before anything listens, so that what is wrong is said in words."""

import os
import ssl
import stat
from datetime import UTC, datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_private_key

from ..domain.errors import Trouble

_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def check_files(certificate: Path, private_key: Path, now: datetime) -> None:
    """Raises Trouble: serve.missing, serve.unreadable, serve.no_certificate, serve.expired, serve.not_yet,
    serve.key_exposed, serve.no_key, serve.mismatched. `now` is UTC."""
    leaf = _leaf(certificate)
    until, since = leaf.not_valid_after_utc, leaf.not_valid_before_utc
    if now > until:
        raise Trouble("serve.expired", file=str(certificate), day=f"{until:%Y-%m-%d}")
    if now < since:
        raise Trouble("serve.not_yet", file=str(certificate), day=f"{since:%Y-%m-%d}")
    if _public_part(private_key) != _public(leaf.public_key()):
        raise Trouble("serve.mismatched", certificate=str(certificate), key=str(private_key))


def context(certificate: Path, private_key: Path) -> ssl.SSLContext:
    """TLS 1.2 or newer with these files; raises Trouble as `check_files` does."""
    check_files(certificate, private_key, datetime.now(UTC))
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.minimum_version = ssl.TLSVersion.TLSv1_2
    made.options |= ssl.OP_NO_RENEGOTIATION
    made.set_alpn_protocols(["http/1.1"])
    try:
        made.load_cert_chain(certificate, private_key)
    except (OSError, ssl.SSLError) as failed:  # too weak for this machine, or a damaged chain
        reason = getattr(failed, "reason", None) or type(failed).__name__
        raise Trouble("serve.unusable", file=str(certificate), reason=str(reason)) from None
    return made


def _leaf(path: Path) -> x509.Certificate:
    """The first certificate of a file: the server's own."""
    try:
        return x509.load_pem_x509_certificates(_read(path))[0]
    except (ValueError, IndexError):
        raise Trouble("serve.no_certificate", file=str(path)) from None


def _public_part(path: Path) -> bytes:
    content = _read(path)
    if os.name == "posix" and path.stat().st_mode & _OTHERS:
        raise Trouble("serve.key_exposed", file=str(path))
    try:
        return _public(load_pem_private_key(content, password=None).public_key())
    except (ValueError, TypeError):  # no key, or one under a passphrase
        raise Trouble("serve.no_key", file=str(path)) from None


def _public(key: object) -> bytes:
    made: bytes = key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)  # type: ignore[attr-defined]
    return made


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise Trouble("serve.missing", file=str(path)) from None
    except OSError as failed:
        raise Trouble("serve.unreadable", file=str(path), reason=failed.strerror or "") from None
