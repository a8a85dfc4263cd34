"""Published policy, scripts and tables: immutable, dated, found by kind and version."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, select

from . import tables as t
from .pack import us

_P = t.publications
_KNOWN = select(_P.c.digest).where(_P.c.kind == bindparam("kind"), _P.c.version == bindparam("version"))
_HOLDS = select(_P.c.version).where(_P.c.kind == bindparam("kind"), _P.c.digest == bindparam("digest"))
_BODY = select(_P.c.body).where(_P.c.kind == bindparam("kind"), _P.c.version == bindparam("version"))
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
        digest = hashlib.sha256(publication.body).digest()
        row = {**key, "effective": us(publication.effective), "digest": digest, "body": publication.body}
        self._connection.execute(_ADD, row)
        return True

    def newest(self, kind: str, now: datetime) -> str:
        """The version of a kind in force at `now`."""
        return str(self._connection.execute(_NEWEST, {"kind": kind, "now": us(now)}).scalar_one())

    def body(self, kind: str, version: str) -> bytes:
        """The text of a version."""
        return bytes(self._connection.execute(_BODY, {"kind": kind, "version": version}).scalar_one())
