"""Contacts with callers."""

from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, bindparam, func, insert, or_, select, update

from ..domain.call import Call, Stage
from ..domain.errors import refused
from ..domain.terms import CallState, Language, Reason
from . import tables as t
from .pack import maybe_moment, maybe_us, moment, us

_C = t.calls
_ONE = select(_C).where(_C.c.id == bindparam("id"))
_LOCKED = _ONE.with_for_update()
_LIVE = select(_C).where(_C.c.assistor == bindparam("assistor"), _C.c.state != CallState.ENDED.value)
_OTHERS = select(_C.c.id).where(
    _C.c.case_id == bindparam("case"), _C.c.id != bindparam("call"), _C.c.state == CallState.OPEN.value
)
_COUNT = select(func.count()).where(_C.c.case_id == bindparam("case"))
_SCORED = (
    select(func.count())
    .select_from(_C.join(t.interviews, t.interviews.c.call_id == _C.c.id))
    .where(
        _C.c.case_id == bindparam("case"),
        t.interviews.c.frozen.is_(True),
        t.interviews.c.verdict.is_not(None),
    )
)
_UNSCORED = (
    select(func.count())
    .select_from(_C.join(t.interviews, t.interviews.c.call_id == _C.c.id))
    .where(
        _C.c.case_id == bindparam("case"),
        _C.c.id != bindparam("call"),
        t.interviews.c.frozen.is_(False),
        or_(t.interviews.c.stage == Stage.TAX.value, t.interviews.c.verdict.is_not(None)),
    )
)
_ADD = insert(_C)
_SAVE = (
    update(_C)
    .where(_C.c.id == bindparam("call"), _C.c.version == bindparam("was"))
    .values({name: bindparam(name) for name in (
        "state", "language", "ended_at", "version", "case_id", "eligible", "asked_again", "proven", "closing",
    )})
)  # fmt: skip


class Calls:
    """Repository of calls."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, call_id: UUID, lock: bool = False) -> Call | None:
        """A call, its row locked where the database can."""
        row = self._connection.execute(_LOCKED if lock else _ONE, {"id": call_id}).one_or_none()
        return _call(row) if row else None

    def live(self, assistor: UUID) -> Call | None:
        """The call this assistor has not ended, or None."""
        row = self._connection.execute(_LIVE, {"assistor": assistor}).one_or_none()
        return _call(row) if row else None

    def count(self, case_id: UUID) -> int:
        """How many calls a case has had."""
        return int(self._connection.execute(_COUNT, {"case": case_id}).scalar_one())

    def scored(self, case_id: UUID) -> int:
        """How many interviews of a case have a verdict that somebody's answers, or their time, led to."""
        return int(self._connection.execute(_SCORED, {"case": case_id}).scalar_one())

    def unscored(self, case_id: UUID, call_id: UUID) -> int:
        """How many interviews of a case's other calls showed their tax items and were never scored, also
        because the records had nothing to put in the place of a burnt item."""
        return int(self._connection.execute(_UNSCORED, {"case": case_id, "call": call_id}).scalar_one())

    def another_open(self, case_id: UUID, call_id: UUID) -> bool:
        """Whether somebody else is on the line about a case."""
        return self._connection.execute(_OTHERS, {"case": case_id, "call": call_id}).first() is not None

    def add(self, call: Call) -> None:
        """A new call; IntegrityError where the assistor has a live one."""
        fixed = {"id": call.id, "assistor": call.assistor, "reason": call.reason.value}
        self._connection.execute(_ADD, {**_moving(call), **fixed, "opened_at": us(call.opened_at)})

    def save(self, call: Call) -> None:
        """Saves a call one version on; Refused("call.changed") where somebody was quicker."""
        values = {**_moving(call), "call": call.id, "was": call.version - 1}
        if self._connection.execute(_SAVE, values).rowcount != 1:
            raise refused("call.changed")


def _moving(call: Call) -> dict[str, Any]:
    return {
        "state": call.state.value,
        "language": call.language.value,
        "ended_at": maybe_us(call.ended_at),
        "version": call.version,
        "case_id": call.case_id,
        "eligible": call.eligible,
        "asked_again": call.asked_again,
        "proven": call.proven,
        "closing": call.closing,
    }


def _call(row: Row[Any]) -> Call:
    return Call(
        id=row.id,
        assistor=row.assistor,
        state=CallState(row.state),
        reason=Reason(row.reason),
        language=Language(row.language),
        opened_at=moment(row.opened_at),
        version=row.version,
        case_id=row.case_id,
        eligible=row.eligible,
        asked_again=row.asked_again,
        proven=row.proven,
        closing=row.closing,
        ended_at=maybe_moment(row.ended_at),
    )
