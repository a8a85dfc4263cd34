"""What was noticed while questions were asked: for review, never scored."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import Connection, bindparam, func, insert, select

from ..domain.terms import Signal
from . import tables as t
from .pack import us
from .tables_interviews import signals

_ADD = insert(signals)
_COUNTS = (
    select(signals.c.kind, func.count())
    .select_from(
        signals.join(t.interviews, t.interviews.c.id == signals.c.interview_id).join(
            t.calls, t.calls.c.id == t.interviews.c.call_id
        )
    )
    .where(t.calls.c.case_id == bindparam("case"))
    .group_by(signals.c.kind)
)


class Signals:
    """Repository of signals."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, interview_id: UUID, number: int, kind: Signal, now: datetime) -> None:
        """Something was noticed while a question stood (0: none did)."""
        row = {"id": uuid4(), "interview_id": interview_id, "number": number, "kind": kind.value}
        self._connection.execute(_ADD, {**row, "at": us(now)})

    def counts(self, case_id: UUID) -> dict[Signal, int]:
        """How often each was noticed on all calls of a case."""
        rows = self._connection.execute(_COUNTS, {"case": case_id})
        return {Signal(kind): int(number) for kind, number in rows}
