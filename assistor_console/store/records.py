"""Loaded tax records: file rows, and everything on record for one person."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, func, insert, or_, select, update

from ..domain.records import Record
from . import tables as t
from .bulk import PLACE, TIN_PLACE, row_bytes
from .pack import us
from .record_codec import decode
from .vault import Vault

_F, _R = t.files, t.records
_KNOWN = select(_F.c.id, _F.c.complete).where(_F.c.digest == bindparam("digest"))
_BEGIN = insert(_F).returning(_F.c.id)
_FINISH = update(_F).where(_F.c.id == bindparam("file")).values(complete=True, records=bindparam("records"))
_COUNT = select(func.count()).where(_R.c.file_id == bindparam("file"))
_DROP_SOME = delete(_R).where(
    _R.c.id.in_(select(_R.c.id).where(_R.c.id.between(bindparam("first"), bindparam("last"))))
)
_RANGE = select(func.min(_R.c.id), func.max(_R.c.id)).where(_R.c.file_id == bindparam("file"))
_FORGET = delete(_F).where(_F.c.id == bindparam("file"), _F.c.complete.is_(False))
_LEFT_OVER = select(_F.c.id).where(_F.c.complete.is_(False))
_OF_PERSON = (
    select(_R.c.id, _R.c.sealed)
    .join(_F, _F.c.id == _R.c.file_id)
    .where(
        or_(_R.c.tin_index == bindparam("tin"), _R.c.spouse_index == bindparam("tin")),
        _F.c.complete.is_(True),
    )
    .order_by(_R.c.id)
)


class Records:
    """Repository of files and records."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault

    def file(self, digest: bytes) -> tuple[int, bool] | None:
        """The file with this content and whether it is loaded whole, or None."""
        row = self._connection.execute(_KNOWN, {"digest": digest}).one_or_none()
        return (row.id, row.complete) if row else None

    def begin(self, name: str, digest: bytes, format: str, now: datetime) -> int:
        """A new file row; its records are invisible until it is finished."""
        row = {"name": name, "digest": digest, "format": format, "at": us(now)}
        return int(self._connection.execute(_BEGIN, {**row, "complete": False, "records": 0}).scalar_one())

    def count(self, file_id: int) -> int:
        """How many records of a file are in."""
        return int(self._connection.execute(_COUNT, {"file": file_id}).scalar_one())

    def finish(self, file_id: int, records: int) -> None:
        """Makes the records of a file visible, all at once."""
        self._connection.execute(_FINISH, {"file": file_id, "records": records})

    def left_over(self) -> list[int]:
        """Files that were not loaded whole."""
        return list(self._connection.execute(_LEFT_OVER).scalars())

    def drop(self, file_id: int) -> None:
        """Removes a file that was not loaded whole, with its records."""
        first, last = self._connection.execute(_RANGE, {"file": file_id}).one()
        if first is not None:
            self._connection.execute(_DROP_SOME, {"first": first, "last": last})
        self._connection.execute(_FORGET, {"file": file_id})

    def of_person(self, tin: str) -> list[Record]:
        """Every record of complete files with this TIN, as primary, spouse, recipient or user."""
        rows = self._connection.execute(_OF_PERSON, {"tin": self._vault.index(TIN_PLACE, tin)})
        return [decode(self._vault.open(PLACE, row_bytes(row.id), row.sealed)) for row in rows]
