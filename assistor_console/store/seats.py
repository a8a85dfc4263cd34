"""Windows of offices at a time: taking, keeping and giving back, safe against any interleaving."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, and_, bindparam, delete, func, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from ..domain.errors import refused
from .pack import moment, us
from .tables_appointments import seats as S

_Insert = Callable[..., Any]


def _take(insert: _Insert) -> Any:
    """Takes a seat that is free, whose hold is over, or that this call holds; returns nothing otherwise."""
    row = insert(S).values(
        office=bindparam("office"),
        starts=bindparam("starts"),
        seat=bindparam("seat"),
        call_id=bindparam("call"),
        until=bindparam("ends"),
    )
    mine = S.c.call_id == bindparam("call")
    return row.on_conflict_do_update(
        index_elements=[S.c.office, S.c.starts, S.c.seat],
        set_={"call_id": row.excluded.call_id, "until": row.excluded.until},
        where=and_(S.c.until.is_not(None), or_(S.c.until <= bindparam("now"), mine)),
    ).returning(S.c.seat)


_TAKE = {"postgresql": _take(postgresql.insert), "sqlite": _take(sqlite.insert)}
_BUSY = or_(S.c.until.is_(None), and_(S.c.until > bindparam("now"), S.c.call_id != bindparam("call")))
_TAKEN = (
    select(S.c.office, S.c.starts, func.count())
    .where(
        S.c.office.in_(bindparam("offices", expanding=True)),
        S.c.starts >= bindparam("since"),
        S.c.starts < bindparam("before"),
        _BUSY,
    )
    .group_by(S.c.office, S.c.starts)
)
_SEATS_TAKEN = select(S.c.seat).where(
    S.c.office == bindparam("office"), S.c.starts == bindparam("starts"), _BUSY
)
_HELD = select(S).where(S.c.call_id == bindparam("call"), S.c.until > bindparam("now"))
_OTHERS = delete(S).where(
    S.c.call_id == bindparam("call"),
    S.c.until > bindparam("now"),
    or_(S.c.office != bindparam("office"), S.c.starts != bindparam("starts"), S.c.seat != bindparam("seat")),
)
_LET_GO = delete(S).where(S.c.call_id == bindparam("call"), S.c.until.is_not(None))
_KEEP = (
    update(S)
    .where(
        S.c.office == bindparam("at_office"),
        S.c.starts == bindparam("at"),
        S.c.seat == bindparam("at_seat"),
        S.c.call_id == bindparam("call"),
        S.c.until > bindparam("now"),
    )
    .values(until=None, appointment_id=bindparam("appointment"))
)
_GIVE_BACK = delete(S).where(S.c.appointment_id == bindparam("appointment"))
_SWEEP = delete(S).where(S.c.until <= bindparam("now"))


@dataclass(frozen=True, slots=True)
class Hold:
    """A window (`seat`, from 1) that is kept for a call until `until` (UTC)."""

    office_id: str
    starts: datetime
    seat: int
    until: datetime


class Seats:
    """Repository of held and booked windows."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def taken(
        self, offices: Iterable[str], since: datetime, before: datetime, now: datetime, call: UUID
    ) -> Mapping[tuple[str, datetime], int]:
        """How many windows are gone, by office and time in [since, before); the call's own hold is none."""
        values = {"offices": list(offices), "since": us(since), "before": us(before)}
        rows = self._connection.execute(_TAKEN, {**values, "now": us(now), "call": call})
        return {(office, moment(starts)): count for office, starts, count in rows}

    def hold(
        self, call: UUID, office: str, starts: datetime, windows: int, now: datetime, until: datetime
    ) -> Hold:
        """Holds one of an office's windows at a time and lets the call's other hold go.

        Refused("slot.taken") where every window is held or booked.
        """
        place = {"office": office, "starts": us(starts), "call": call, "now": us(now)}
        gone = set(self._connection.execute(_SEATS_TAKEN, place).scalars())
        take = _TAKE[self._connection.dialect.name]
        # Take first, let go after: nobody waits for us while we wait for them.
        for seat in (n for n in range(1, windows + 1) if n not in gone):
            if self._connection.execute(take, {**place, "seat": seat, "ends": us(until)}).first():
                self._connection.execute(_OTHERS, {**place, "seat": seat})
                return Hold(office, starts, seat, until)
        raise refused("slot.taken")

    def held(self, call: UUID, now: datetime) -> Hold | None:
        """The window a call holds now, None where there is none or its time is over."""
        row = self._connection.execute(_HELD, {"call": call, "now": us(now)}).first()
        return Hold(row.office, moment(row.starts), row.seat, moment(row.until)) if row else None

    def let_go(self, call: UUID) -> None:
        """Ends what a call holds; bookings stay."""
        self._connection.execute(_LET_GO, {"call": call})

    def keep(self, hold: Hold, call: UUID, appointment: UUID, now: datetime) -> None:
        """Turns a hold into a booking; Refused("slot.hold_expired") where it is no longer the call's."""
        where = {"at_office": hold.office_id, "at": us(hold.starts), "at_seat": hold.seat}
        kept = self._connection.execute(
            _KEEP, {**where, "call": call, "now": us(now), "appointment": appointment}
        )
        if kept.rowcount != 1:
            raise refused("slot.hold_expired")

    def give_back(self, appointment: UUID) -> None:
        """Frees the window of a booking."""
        self._connection.execute(_GIVE_BACK, {"appointment": appointment})

    def sweep(self, now: datetime) -> int:
        """Removes holds whose time is over; how many there were."""
        return self._connection.execute(_SWEEP, {"now": us(now)}).rowcount
