"""What supervisors are told of by itself; what happens again raises the count of its open alert."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Boolean, Connection, Row, and_, bindparam, func, insert, or_, select, update

from ..domain.terms import AlertKind
from . import locks
from . import tables as t
from .pack import maybe_moment, moment, us
from .tables_access import alerts as _A
from .tables_access import kin as _K

_STANDING = select(_A.c.id, _A.c["values"]).where(
    _A.c.kind == bindparam("of_kind"),
    _A.c.open.is_(True),
    _A.c.person.is_not_distinct_from(bindparam("about")),
    _A.c.tin_index.is_not_distinct_from(bindparam("record")),
)
_FOLD = (
    update(_A)
    .where(_A.c.id == bindparam("alert"))
    .values({"times": _A.c.times + 1, "last_at": bindparam("now"), "values": bindparam("told")})
)
_ADD = insert(_A)
_ONE = select(_A).where(_A.c.id == bindparam("id"))
_LOCKED = _ONE.with_for_update()
_CLOSE = (
    update(_A)
    .where(_A.c.id == bindparam("alert"))
    .values(open=False, closed_by=bindparam("by"), closed_at=bindparam("now"), note=bindparam("said"))
)
# Never what is about whoever asks. Of a record of their household they see that something was reported, not
# what: else whoever links a colleague to a record would hide from them what is done to it.
_SEEN = _A.c.person.is_distinct_from(bindparam("reader"))
_THEIRS = (
    select(_K.c.person)
    .where(_K.c.person == bindparam("reader"), _K.c.tin_index == _A.c.tin_index)
    .exists()
    .label("household")
)
_MAY_SEE = select(_THEIRS).where(_A.c.id == bindparam("id"), _SEEN)
_OPEN_COUNT = select(func.count()).select_from(_A).where(_SEEN, _A.c.open.is_(True))
_closer = t.people.alias("closer")
_LISTED = (
    select(_A, t.people.c.name.label("who"), t.cases.c.number, _closer.c.name.label("closer"), _THEIRS)
    .outerjoin(t.people, t.people.c.id == _A.c.person)
    .outerjoin(t.cases, t.cases.c.id == _A.c.case_id)
    .outerjoin(_closer, _closer.c.id == _A.c.closed_by)
    .where(_SEEN, or_(_A.c.open.is_(True), bindparam("closed_too", type_=Boolean)))
    .order_by(_A.c.open.desc(), _A.c.last_at.desc(), _A.c.id.desc())
    .limit(bindparam("most"))
)
_OLDER = or_(
    _A.c.last_at < bindparam("cursor_at"),
    and_(_A.c.last_at == bindparam("cursor_at"), _A.c.id < bindparam("cursor_id")),
)
_AFTER_OPEN = _LISTED.where(or_(_A.c.open.is_(False), _OLDER))
_AFTER_CLOSED = _LISTED.where(_A.c.open.is_(False), _OLDER)


@dataclass(frozen=True, slots=True)
class Alert:
    """One thing reported about `person` (None: nobody known) and, if about one, a record (its index).

    `who`, `case_number` and `closer` are filled in lists. `household`: the record is of the reader's own
    household.
    """

    id: UUID
    kind: AlertKind
    at: datetime
    last_at: datetime
    times: int
    person: UUID | None
    record: bytes | None
    case_id: UUID | None
    values: Mapping[str, str | int]
    open: bool
    closed_at: datetime | None
    note: str
    who: str = ""
    case_number: str = ""
    closer: str = ""
    household: bool = False


class Alerts:
    """Repository of alerts."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def raise_(
        self,
        kind: AlertKind,
        now: datetime,
        person: UUID | None = None,
        record: bytes | None = None,
        case_id: UUID | None = None,
        values: Mapping[str, str | int] | None = None,
    ) -> None:
        """Opens an alert, or counts it once more to the open one of the same kind, person and record.

        `record` is the index of a TIN (`Accesses.key`), `values` what its text shows: never a taxpayer's. Of
        a number the greatest stays: what happens later makes nothing of before smaller.
        """
        self._wait(kind, person, record)
        of = {"of_kind": kind.value, "about": person, "record": record}
        standing = self._connection.execute(_STANDING, of).first()
        before = json.loads(standing._mapping[_A.c["values"]]) if standing else {}
        told = json.dumps(_greatest(before, values or {}), ensure_ascii=False)
        if standing:
            self._connection.execute(_FOLD, {"alert": standing.id, "now": us(now), "told": told})
            return
        row = {"id": uuid4(), "at": us(now), "kind": kind.value, "person": person, "case_id": case_id}
        about = {"tin_index": record, "times": 1, "last_at": us(now), "values": told, "open": True}
        self._connection.execute(_ADD, {**row, **about})

    def _wait(self, kind: AlertKind, person: UUID | None, record: bytes | None) -> None:
        """Two at once must not open two alerts of one thing."""
        about = kind.value.encode() + (person.bytes if person else b"") + b"\0" + (record or b"")
        locks.wait_for(self._connection, locks.number(about))

    def get(self, alert_id: UUID, reader: UUID) -> Alert | None:
        """An alert, locked, that this reader may see; None for any other."""
        seen = self._connection.execute(_MAY_SEE, {"id": alert_id, "reader": reader}).first()
        if seen is None:
            return None
        return _alert(self._connection.execute(_LOCKED, {"id": alert_id}).one(), household=seen.household)

    def close(self, alert_id: UUID, by: UUID, note: str, now: datetime) -> None:
        """Closes an alert with what came of it."""
        self._connection.execute(_CLOSE, {"alert": alert_id, "by": by, "now": us(now), "said": note})

    def count_open(self, reader: UUID) -> int:
        """How many open alerts this reader may see."""
        return int(self._connection.execute(_OPEN_COUNT, {"reader": reader}).scalar_one())

    def page(self, reader: UUID, open_only: bool, after: UUID | None, most: int) -> list[Alert]:
        """Open alerts first, each part the newest first; from behind the alert `after`."""
        values: dict[str, Any] = {"reader": reader, "most": most, "closed_too": not open_only}
        cursor = self._connection.execute(_ONE, {"id": after}).one_or_none() if after else None
        statement = _LISTED
        if cursor is not None:
            statement = _AFTER_OPEN if cursor.open else _AFTER_CLOSED
            values |= {"cursor_at": cursor.last_at, "cursor_id": cursor.id}
        return [
            _alert(row, row.who, row.number, row.closer, row.household)
            for row in self._connection.execute(statement, values)
        ]


def _greatest(before: Mapping[str, str | int], now: Mapping[str, str | int]) -> dict[str, str | int]:
    """The newer values, but of numbers the greater."""
    merged = {**before, **now}
    for name, value in before.items():
        newer = merged[name]
        if isinstance(value, int) and isinstance(newer, int):
            merged[name] = max(value, newer)
    return merged


def _alert(
    row: Row[Any], who: str = "", number: str = "", closer: str = "", household: bool = False
) -> Alert:
    return Alert(
        id=row.id,
        kind=AlertKind(row.kind),
        at=moment(row.at),
        last_at=moment(row.last_at),
        times=row.times,
        person=row.person,
        record=bytes(row.tin_index) if row.tin_index is not None else None,
        case_id=row.case_id,
        values=json.loads(row._mapping[_A.c["values"]]),
        open=row.open,
        closed_at=maybe_moment(row.closed_at),
        note=row.note or "",
        who=who or "",
        case_number=number or "",
        closer=closer or "",
        household=bool(household),
    )
