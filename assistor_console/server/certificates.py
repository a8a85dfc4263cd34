"""A small authority and a server certificate, to try a server with; never for live use."""

import errno
import ipaddress
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

DAYS = 90
NAMES = ("localhost", "127.0.0.1", "::1")
LONGEST_COMMON_NAME = 64
_LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_NAME = re.compile(rf"(?=.{{1,253}}$){_LABEL}(\.{_LABEL})*")
_SIGNS = x509.KeyUsage(True, False, False, False, False, False, False, False, False)
_CERTIFIES = x509.KeyUsage(False, False, False, False, False, True, True, False, False)


@dataclass(frozen=True, slots=True)
class Files:
    """What was made: the authority that consoles trust, and the server's certificate and its key."""

    authority: Path
    certificate: Path
    private_key: Path


def make_certificates(
    folder: Path, names: Sequence[str] = NAMES, begins: datetime | None = None, days: int = DAYS
) -> Files:
    """Makes an authority, signs one server certificate for host names and addresses, and forgets its key.

    FileExistsError where one of the files is there already; ValueError for a name that can be none.
    """
    begins = begins or datetime.now(UTC) - timedelta(minutes=5)
    files = Files(folder / "authority.pem", folder / "server.pem", folder / "server.key")
    for path in (files.authority, files.certificate, files.private_key):
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    authority_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    authority = _authority(authority_key, begins, days)
    certificate = _certificate(key, names, authority, authority_key, begins, days)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    _write(files.private_key, _pem_of(key), 0o600)
    _write(files.certificate, _pem(certificate), 0o644)
    _write(files.authority, _pem(authority), 0o644)
    return files


def _authority(key: ec.EllipticCurvePrivateKey, begins: datetime, days: int) -> x509.Certificate:
    name = _named("Assistor Console test authority")
    builder = _builder(name, name, key, begins, days)
    builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
    return builder.add_extension(_CERTIFIES, critical=True).sign(key, hashes.SHA256())


def _certificate(
    key: ec.EllipticCurvePrivateKey,
    names: Sequence[str],
    authority: x509.Certificate,
    authority_key: ec.EllipticCurvePrivateKey,
    begins: datetime,
    days: int,
) -> x509.Certificate:
    builder = _builder(_named(names[0][:LONGEST_COMMON_NAME]), authority.subject, key, begins, days)
    signer = x509.AuthorityKeyIdentifier.from_issuer_public_key(authority_key.public_key())
    for extension, critical in (
        (x509.BasicConstraints(ca=False, path_length=None), True),
        (_SIGNS, True),
        (x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), False),
        (x509.SubjectAlternativeName([_general(name) for name in names]), False),
        (signer, False),
    ):
        builder = builder.add_extension(extension, critical)
    return builder.sign(authority_key, hashes.SHA256())


def _builder(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey, begins: datetime, days: int
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder(issuer, subject, key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(begins + timedelta(days=days))
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _general(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        pass
    if not _NAME.fullmatch(name):
        raise ValueError(name)
    return x509.DNSName(name)


def _pem(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.PEM)


def _pem_of(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def _write(path: Path, content: bytes, mode: int) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
        file.write(content)
