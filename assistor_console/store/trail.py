"""The trail: one row for every request, refusals too; never a value."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, bindparam, func, insert, select

from ..domain.terms import AccessReason
from . import tables as t
from .leaves import leaf
from .pack import moment, us
from .people import Who

_T = t.audit
_ADD = insert(_T).inline()
_DONE = select(_T.c.id).where(_T.c.request == bindparam("request"), _T.c.outcome == "done")
_LAST = select(func.max(_T.c.at))
_BETWEEN = (
    select(*(column for column in _T.c if column.name != "tx"))
    .where(_T.c.id.between(bindparam("first"), bindparam("last")))
    .order_by(_T.c.id)
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One audit row before it is written. `about` is who or what else an act is about: a person, an alert, a
    reset, a run of letters."""

    request: UUID
    act: str
    who: Who
    console: str
    outcome: str
    at: datetime
    call_id: UUID | None = None
    case_id: UUID | None = None
    reason: AccessReason | None = None
    about: UUID | None = None


class Trail:
    """Repository of audit rows; there is no way to change one."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, entry: Entry) -> None:
        """Writes one row with its leaf: a hash over the salted canonical form."""
        row = {
            "at": us(entry.at),
            "request": entry.request,
            "act": entry.act,
            "person": entry.who.person,
            "role": entry.who.role.value if entry.who.role else None,
            "console": entry.console[:80],
            "call_id": entry.call_id,
            "case_id": entry.case_id,
            "outcome": entry.outcome,
            "reason": entry.reason.value if entry.reason else None,
            "about": entry.about,
        }
        salt = os.urandom(16)
        self._connection.execute(_ADD, {**row, "salt": salt, "leaf": leaf(salt, row)})

    def done(self, request: UUID) -> bool:
        """Whether a request was done before."""
        return self._connection.execute(_DONE, {"request": request}).first() is not None

    def between(self, first: int, last: int) -> Sequence[Row[Any]]:
        """The rows with these ids, in order, as they rest; without their transaction, which is not sealed."""
        return self._connection.execute(_BETWEEN, {"first": first, "last": last}).all()

    def last_at(self) -> datetime | None:
        """When the newest row was written."""
        value = self._connection.execute(_LAST).scalar_one_or_none()
        return None if value is None else moment(value)
