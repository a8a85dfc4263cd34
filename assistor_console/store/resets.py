"""Resets of a password and second factor: asked for by one supervisor, decided by another."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Connection, Row, bindparam, insert, select, update

from . import tables_staff as t
from .pack import moment, us

_R = t.resets
_ADD = insert(_R)
_GET = select(_R).where(_R.c.id == bindparam("id")).with_for_update()
_ASKED = select(_R).where(_R.c.state == "asked", _R.c.asked_at > bindparam("since"))
_DECIDE = (
    update(_R)
    .where(_R.c.id == bindparam("reset"))
    .values(state=bindparam("new_state"), decided_by=bindparam("by"), decided_at=bindparam("at"))
)


class ResetState(StrEnum):
    """How a reset stands; one that was asked for lapses by itself."""

    ASKED = "asked"
    APPROVED = "approved"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Reset:
    """One reset that was asked for."""

    id: UUID
    person: UUID
    asked_by: UUID
    asked_at: datetime
    reason: str
    state: ResetState = ResetState.ASKED


class Resets:
    """Repository of resets."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def ask(self, reset: Reset) -> None:
        """A new one."""
        row = {"id": reset.id, "person": reset.person, "asked_by": reset.asked_by}
        asked = {"asked_at": us(reset.asked_at), "reason": reset.reason, "state": reset.state.value}
        self._connection.execute(_ADD, row | asked)

    def get(self, reset: UUID) -> Reset | None:
        """One reset, locked where the database can."""
        row = self._connection.execute(_GET, {"id": reset}).one_or_none()
        return _reset(row) if row else None

    def asked(self, since: datetime) -> dict[UUID, Reset]:
        """What nobody has decided of those asked for after `since`, by whose it is."""
        rows = self._connection.execute(_ASKED, {"since": us(since)})
        return {row.person: _reset(row) for row in rows}

    def decide(self, reset: UUID, state: ResetState, by: UUID, now: datetime) -> None:
        """How it was decided, by whom and when."""
        values = {"reset": reset, "new_state": state.value, "by": by, "at": us(now)}
        self._connection.execute(_DECIDE, values)


def _reset(row: Row[tuple[object, ...]]) -> Reset:
    return Reset(row.id, row.person, row.asked_by, moment(row.asked_at), row.reason, ResetState(row.state))
