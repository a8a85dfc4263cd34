"""Published policy, scripts and tables: immutable, dated, found by kind and version."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, select

from ..domain.errors import Trouble
from . import tables as t
from .pack import moment, us

_P = t.publications
_KNOWN = select(_P.c.digest).where(_P.c.kind == bindparam("kind"), _P.c.version == bindparam("version"))
_HOLDS = select(_P.c.version).where(_P.c.kind == bindparam("kind"), _P.c.digest == bindparam("digest"))
_BODY = select(_P.c.body, _P.c.digest).where(
    _P.c.kind == bindparam("kind"), _P.c.version == bindparam("version")
)
_VERSIONS = (
    select(_P.c.version, _P.c.effective, _P.c.digest)
    .where(_P.c.kind == bindparam("kind"))
    .order_by(_P.c.effective, _P.c.version)
)
_NEWEST = (
    select(_P.c.version)
    .where(_P.c.kind == bindparam("kind"), _P.c.effective <= bindparam("now"))
    .order_by(_P.c.effective.desc(), _P.c.version.desc())
    .limit(1)
)
_ADD = insert(_P)


@dataclass(frozen=True, slots=True)
class Publication:
    """One version of a published text."""

    kind: str
    version: str
    effective: datetime
    body: bytes

    @property
    def digest(self) -> bytes:
        """SHA-256 of the text: what seals it."""
        return hashlib.sha256(self.body).digest()


@dataclass(frozen=True, slots=True)
class Version:
    """A published version without its text: since when it is in force (UTC), and its digest."""

    version: str
    effective: datetime
    digest: bytes


class Publications:
    """Repository of published texts."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def holds(self, kind: str, body: bytes) -> bool:
        """Whether exactly this text is published."""
        values = {"kind": kind, "digest": hashlib.sha256(body).digest()}
        return self._connection.execute(_HOLDS, values).first() is not None

    def add(self, publication: Publication) -> bool:
        """Publishes a version; False where it is published already."""
        key = {"kind": publication.kind, "version": publication.version}
        if self._connection.execute(_KNOWN, key).first():
            return False
        row = {
            **key,
            "effective": us(publication.effective),
            "digest": publication.digest,
            "body": publication.body,
        }
        self._connection.execute(_ADD, row)
        return True

    def newest(self, kind: str, now: datetime) -> str:
        """The version of a kind in force at `now`."""
        return str(self._connection.execute(_NEWEST, {"kind": kind, "now": us(now)}).scalar_one())

    def versions(self, kind: str) -> list[Version]:
        """Every version of a kind, that in force longest first."""
        rows = self._connection.execute(_VERSIONS, {"kind": kind})
        return [Version(row.version, moment(row.effective), bytes(row.digest)) for row in rows]

    def body(self, kind: str, version: str) -> bytes:
        """The text of a version; Trouble("published.altered") where it is not the one that was published."""
        row = self._connection.execute(_BODY, {"kind": kind, "version": version}).one()
        body = bytes(row.body)
        if hashlib.sha256(body).digest() != bytes(row.digest):
            raise Trouble("published.altered", kind=kind, version=version)
        return body
