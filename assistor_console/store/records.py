"""Loaded tax records: file rows, and everything on record for one person."""

import os
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Boolean, Connection, and_, bindparam, delete, func, insert, or_, select, update

from ..domain.records import Record
from . import tables as t
from .bulk import PLACE, TIN_PLACE, first_id, row_bytes
from .pack import maybe_moment, maybe_us, us
from .record_codec import decode
from .vault import Vault

_DIGEST_BYTES = 32
_F, _R = t.files, t.records
_KNOWN = select(_F).where(_F.c.digest == bindparam("digest")).with_for_update()
_BEGIN = insert(_F).returning(_F.c.id)
_UNFINISHED = and_(_F.c.id == bindparam("file"), _F.c.complete.is_(False))
_FINISH = update(_F).where(_UNFINISHED).values(complete=True, records=bindparam("records"), lease_ends=None)
_LEASED = and_(_UNFINISHED, _F.c.lease_ends.is_not(None))
_RENEW = update(_F).where(_LEASED).values(lease_ends=bindparam("ends"))
_STILL = select(_F.c.id).where(_LEASED).with_for_update()
_SET_ASIDE = update(_F).where(_UNFINISHED).values(lease_ends=None, digest=bindparam("any"))
_UNFINISHED = and_(_F.c.id == bindparam("file"), _F.c.complete.is_(False))
_FINISH = update(_F).where(_UNFINISHED).values(complete=True, records=bindparam("records"), lease_ends=None)
_LEASED = and_(_UNFINISHED, _F.c.lease_ends.is_not(None))
_RENEW = update(_F).where(_LEASED).values(lease_ends=bindparam("ends"))
_STILL = select(_F.c.id).where(_LEASED).with_for_update()
_SET_ASIDE = update(_F).where(_UNFINISHED).values(lease_ends=None, digest=bindparam("any"))
_COUNT = select(func.count()).where(_R.c.file_id == bindparam("file"))
# A file's records are found by their ids: no index leads from a file to them.
_IN_FILE = _R.c.id.between(bindparam("first"), bindparam("last"))
_COUNT = select(func.count()).select_from(_R).where(_IN_FILE)
_NTH = select(_R.c.id).where(_IN_FILE).order_by(_R.c.id).offset(bindparam("n")).limit(1)
_DROP_SOME = delete(_R).where(_IN_FILE)
_FORGET = delete(_F).where(_UNFINISHED)
_LEFT_OVER = (
    select(_F.c.id)
    .where(
        _F.c.complete.is_(False),
        or_(_F.c.lease_ends.is_(None), _F.c.lease_ends <= bindparam("now"), bindparam("all", type_=Boolean)),
    )
    .order_by(_F.c.id)
    .limit(1)
    .with_for_update(skip_locked=True)
)
_OF_PERSON = (
    select(_R.c.id, _R.c.sealed)
    .join(_F, _F.c.id == _R.c.file_id)
    .where(
        or_(_R.c.tin_index == bindparam("tin"), _R.c.spouse_index == bindparam("tin")),
        _F.c.complete.is_(True),
    )
    .order_by(_R.c.id)
)


@dataclass(frozen=True, slots=True)
class File:
    """A file that was begun; until `lease_ends` (UTC) somebody is loading it, unless it is complete."""

    id: int
    complete: bool
    lease_ends: datetime | None


class Records:
    """Repository of files and records."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault

    def file(self, digest: bytes) -> File | None:
        """The file with this content, locked, or None."""
        row = self._connection.execute(_KNOWN, {"digest": digest}).one_or_none()
        return File(row.id, row.complete, maybe_moment(row.lease_ends)) if row else None

    def begin(
        self, name: str, digest: bytes, format: str, now: datetime, lease_ends: datetime | None = None
    ) -> int:
        """A new file row; its records are invisible until it is finished."""
        row = {"name": name, "digest": digest, "format": format, "at": us(now)}
        fresh = {"lease_ends": maybe_us(lease_ends), "complete": False, "records": 0}
        return int(self._connection.execute(_BEGIN, {**row, **fresh}).scalar_one())

    def renew(self, file_id: int, lease_ends: datetime) -> bool:
        """Keeps others away from a file for longer; False where it is no longer being loaded."""
        values = {"file": file_id, "ends": us(lease_ends)}
        return self._connection.execute(_RENEW, values).rowcount == 1

    def hold(self, file_id: int) -> bool:
        """Keeps a file from being taken over until this transaction ends; False where it was already."""
        return self._connection.execute(_STILL, {"file": file_id}).first() is not None

    def set_aside(self, file_id: int) -> None:
        """Ends the load of a file: it is left over, and its content may be loaded anew at once."""
        self._connection.execute(_SET_ASIDE, {"file": file_id, "any": os.urandom(_DIGEST_BYTES)})

    def count(self, file_id: int) -> int:
        """How many records of a file are in."""
        return int(self._connection.execute(_COUNT, _ids(file_id)).scalar_one())

    def finish(self, file_id: int, records: int) -> None:
        """Makes the records of a file visible, all at once."""
        self._connection.execute(_FINISH, {"file": file_id, "records": records})

    def left_over(self, now: datetime, every: bool = False) -> int | None:
        """A file that was not loaded whole and whose lease has ended, locked, or None; with `every`, whatever
        its lease says."""
        return self._connection.execute(_LEFT_OVER, {"now": us(now), "all": every}).scalar_one_or_none()

    def drop(self, file_id: int, most: int) -> bool:
        """Removes so many records of a file that was not loaded whole; True once all are gone and it too."""
        ids = _ids(file_id)
        last = self._connection.execute(_NTH, {**ids, "n": most - 1}).scalar_one_or_none()
        self._connection.execute(_DROP_SOME, {**ids, "last": last or ids["last"]})
        if last is None:
            self._connection.execute(_FORGET, {"file": file_id})
        return last is None

    def of_person(self, tin: str) -> list[Record]:
        """Every record of complete files with this TIN, as primary, spouse, recipient or user."""
        rows = self._connection.execute(_OF_PERSON, {"tin": self._vault.index(TIN_PLACE, tin)})
        return [decode(self._vault.open(PLACE, row_bytes(row.id), row.sealed)) for row in rows]


def _ids(file_id: int) -> dict[str, int]:
    """The first and the last id that a file's records can have."""
    return {"first": first_id(file_id), "last": first_id(file_id + 1) - 1}
