"""Taking away audit rows past their retention: a row's leaf stays, so that its seal can still be verified.

Rows go by whole seals, the oldest first; so what is purged is always the beginning of the trail.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from sqlalchemy import BigInteger, Connection, bindparam, delete, func, insert, select

from ..domain.trail import PurgeNote, purge_note
from . import tables as t
from .pack import moment, us
from .ranges import unpack
from .seals import Seal, Seals
from .tables_trail import purged as _P
from .tables_trail import seals as _S

ACT = "purge_trail"
_T = t.audit
_FIRST, _LAST = bindparam("first", type_=BigInteger), bindparam("last", type_=BigInteger)
_SPAN = _T.c.id.between(_FIRST, _LAST)
_ANY = select(_T.c.id).where(_SPAN).limit(1)
_KEEP = insert(_P).from_select(["id", "leaf"], select(_T.c.id, _T.c.leaf).where(_SPAN))
_DROP = delete(_T).where(_SPAN)
_STOP = select(func.min(_S.c.number)).where(_S.c.number >= bindparam("from"), _S.c.at >= bindparam("before"))
_SUM = select(func.count(), func.coalesce(func.sum(_S.c["count"]), 0)).where(
    _S.c.number >= bindparam("from"), _S.c.number < bindparam("to")
)
_NOTES = select(_T.c.at, _T.c.outcome).where(_T.c.act == ACT, _T.c.outcome.like("to seal %"))


@dataclass(frozen=True, slots=True)
class Old:
    """The seals whose rows may go: from the number `first` up to, not including, `stop`."""

    first: int
    stop: int
    rows: int

    @property
    def seals(self) -> int:
        """How many."""
        return self.stop - self.first


class Purging:
    """Repository of what is purged; only an owner may use it to change anything."""

    def __init__(self, connection: Connection, seals: Seals) -> None:
        self._connection = connection
        self._seals = seals

    def old(self, before: date) -> Old:
        """What is left of seals made before the beginning of a day (UTC)."""
        first, newest = self._first_with_rows(), self._seals.newest()
        limits = {"from": first, "before": us(datetime.combine(before, time(), UTC))}
        stop = self._connection.execute(_STOP, limits).scalar_one_or_none()
        stop = stop or (newest.number + 1 if newest else first)
        seals, rows = self._connection.execute(_SUM, {"from": first, "to": stop}).one()
        return Old(first, first + seals, int(rows))

    def _first_with_rows(self) -> int:
        """The number of the first seal of which any row is left, by halving."""
        newest = self._seals.newest()
        low, high = 1, newest.number + 1 if newest else 1
        while low < high:
            middle = (low + high) // 2
            seal = self._seals.get(middle)
            if seal is None or not self._has_rows(seal):
                low = middle + 1
            else:
                high = middle
        return low

    def _has_rows(self, seal: Seal) -> bool:
        spans = ({"first": first, "last": last} for first, last in unpack(seal.ids))
        return any(self._connection.execute(_ANY, span).first() is not None for span in spans)

    def some(self, old: Old, most: int) -> list[Seal]:
        """The first of those seals, with `most` rows or those of one seal."""
        found: list[Seal] = []
        rows = 0
        for seal in self._seals.after(old.first - 1):
            rows += seal.count
            if seal.number >= old.stop or (found and rows > most):
                break
            found.append(seal)
        return found

    def purge(self, seals: Sequence[Seal]) -> None:
        """Takes the rows of these seals away and keeps their leaves."""
        spans = [{"first": first, "last": last} for seal in seals for first, last in unpack(seal.ids)]
        self._connection.execute(_KEEP, spans)
        self._connection.execute(_DROP, spans)

    def notes(self) -> list[tuple[datetime, PurgeNote]]:
        """What the trail says of purges, and when."""
        rows = self._connection.execute(_NOTES)
        found = ((moment(row.at), purge_note(row.outcome)) for row in rows)
        return [(at, note) for at, note in found if note is not None]
