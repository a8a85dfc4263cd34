"""Appointments, their continuation codes and what was recorded at the visit."""

from dataclasses import asdict, replace
from datetime import date, datetime
from functools import cached_property
from hmac import compare_digest
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError

from ..domain.appointment import Appointment, AppointmentState, Visit, VisitReason
from ..domain.errors import refused
from ..domain.identity_documents import Document
from .pack import moment, pack, unpack, us
from .seats import Hold, Seats
from .tables_appointments import appointments as A
from .vault import Vault

_ADD = insert(A)
_LATEST = select(A).where(A.c.case_id == bindparam("case")).order_by(A.c.booked_at.desc()).limit(1)
_DAY = (
    select(A)
    .where(
        A.c.office == bindparam("office"),
        A.c.starts >= bindparam("since"),
        A.c.starts < bindparam("before"),
        A.c.state != AppointmentState.CANCELLED.value,
    )
    .order_by(A.c.starts, A.c.seat)
)
_SAVE = (
    update(A)
    .where(A.c.id == bindparam("appointment"), A.c.state == AppointmentState.BOOKED.value)
    .values(state=bindparam("to"), sealed=bindparam("record"))
)
_ERASE = update(A).where(A.c.id == bindparam("appointment")).values(code=None)
_FORGET = update(A).where(A.c.case_id == bindparam("case")).values(code=None, code_index=None)
_KNOWN = select(A.c.code_index).where(A.c.case_id == bindparam("case"), A.c.code_index.is_not(None))
_CODE = select(A.c.code).where(A.c.id == bindparam("appointment"))

_PLACE, _CODE_PLACE, _INDEX_PLACE = "appointments", "appointments.code", "continuation"


class Appointments:
    """Repository of appointments; `seats` are the windows they stand at."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault

    @cached_property
    def seats(self) -> Seats:
        """Held and booked windows."""
        return Seats(self._connection)

    def latest(self, case_id: UUID) -> Appointment | None:
        """The case's last appointment in any state, None where it never had one."""
        row = self._connection.execute(_LATEST, {"case": case_id}).one_or_none()
        return self._appointment(row) if row else None

    def live(self, case_id: UUID) -> Appointment | None:
        """The appointment the caller is still expected at, or None."""
        found = self.latest(case_id)
        return found if found and found.live else None

    def of_day(self, office: str, since: datetime, before: datetime) -> list[Appointment]:
        """An office's appointments that start in [since, before) by time, without the cancelled ones."""
        values = {"office": office, "since": us(since), "before": us(before)}
        return [self._appointment(row) for row in self._connection.execute(_DAY, values)]

    def book(self, appointment: Appointment, hold: Hold, call: UUID, code: str) -> None:
        """Books a held window with its continuation code.

        Refused("slot.hold_expired") where the hold is over, Refused("appointment.live") where the case has
        a live appointment.
        """
        self._forget_code(appointment.case_id)
        row = {**self._row(appointment), **self._code_columns(appointment.id, code)}
        try:
            self._connection.execute(_ADD, row)
        except IntegrityError:
            raise refused("appointment.live") from None
        self.seats.keep(hold, call, appointment.id, appointment.booked_at)

    def cancel(self, appointment: Appointment) -> None:
        """Frees the window and voids the code; Refused("visit.over") where the appointment is not live."""
        self._save(replace(appointment, state=AppointmentState.CANCELLED))
        self._forget_code(appointment.case_id)
        self.seats.give_back(appointment.id)

    def record(self, appointment: Appointment, state: AppointmentState, visit: Visit) -> Appointment:
        """The appointment after a visit; Refused("visit.over") where it is not live.

        Verified erases the code and keeps its index; not verified and missed void it; booked (to come back)
        keeps both.
        """
        after = replace(appointment, state=state, visit=visit)
        self._save(after)
        if state is AppointmentState.VERIFIED:
            self._connection.execute(_ERASE, {"appointment": appointment.id})
        elif not after.live:
            self._forget_code(appointment.case_id)
        return after

    def continuation_code(self, appointment_id: UUID) -> str | None:
        """The code for the slip, None once the visit was recorded."""
        sealed = self._connection.execute(_CODE, {"appointment": appointment_id}).scalar_one()
        return self._vault.open(_CODE_PLACE, appointment_id.bytes, sealed).decode() if sealed else None

    def continuation_matches(self, case_id: UUID, code: str) -> bool:
        """Whether a code, read by `domain.codes.read_continuation`, is the one on the slip of a case."""
        typed = self._vault.index(_INDEX_PLACE, code)
        known = self._connection.execute(_KNOWN, {"case": case_id}).scalars()
        return any(compare_digest(typed, index) for index in known)

    def spend_continuation(self, case_id: UUID) -> None:
        """Voids the code of a case: it is used once."""
        self._forget_code(case_id)

    def _forget_code(self, case_id: UUID) -> None:
        self._connection.execute(_FORGET, {"case": case_id})

    def _save(self, appointment: Appointment) -> None:
        values = {
            "appointment": appointment.id,
            "to": appointment.state.value,
            "record": self._seal(appointment),
        }
        if self._connection.execute(_SAVE, values).rowcount != 1:
            raise refused("visit.over")

    def _code_columns(self, appointment_id: UUID, code: str) -> dict[str, bytes]:
        return {
            "code": self._vault.seal(_CODE_PLACE, appointment_id.bytes, code.encode()),
            "code_index": self._vault.index(_INDEX_PLACE, code),
        }

    def _seal(self, appointment: Appointment) -> bytes:
        return self._vault.seal(_PLACE, appointment.id.bytes, pack(_record(appointment)))

    def _row(self, appointment: Appointment) -> dict[str, Any]:
        return {
            "id": appointment.id,
            "case_id": appointment.case_id,
            "office": appointment.office_id,
            "starts": us(appointment.starts),
            "seat": appointment.window,
            "minutes": appointment.minutes,
            "state": appointment.state.value,
            "booked_at": us(appointment.booked_at),
            "booked_by": appointment.booked_by,
            "sealed": self._seal(appointment),
        }

    def _appointment(self, row: Row[Any]) -> Appointment:
        record = unpack(self._vault.open(_PLACE, row.id.bytes, row.sealed))
        return Appointment(
            id=row.id,
            case_id=row.case_id,
            office_id=row.office,
            starts=moment(row.starts),
            window=row.seat,
            minutes=row.minutes,
            state=AppointmentState(row.state),
            booked_at=moment(row.booked_at),
            booked_by=row.booked_by,
            planned=tuple(map(_document, record["planned"])),
            visit=_visit(record["visit"]) if record["visit"] else None,
        )


def _record(appointment: Appointment) -> dict[str, Any]:
    visit = appointment.visit
    return {
        "planned": [_plain(document) for document in appointment.planned],
        "visit": visit
        and {
            "outcome": visit.outcome,
            "at": us(visit.at),
            "by": visit.by.hex,
            "checks": list(visit.checks),
            "documents": [_plain(document) for document in visit.documents],
            "reason": visit.reason.value,
        },
    }


def _plain(document: Document) -> dict[str, Any]:
    return {**asdict(document), "expires": document.expires.isoformat() if document.expires else None}


def _document(plain: dict[str, Any]) -> Document:
    expires = plain["expires"]
    return Document(**{**plain, "expires": date.fromisoformat(expires) if expires else None})


def _visit(plain: dict[str, Any]) -> Visit:
    return Visit(
        outcome=plain["outcome"],
        at=moment(plain["at"]),
        by=UUID(plain["by"]),
        checks=tuple(plain["checks"]),
        documents=tuple(map(_document, plain["documents"])),
        reason=VisitReason(plain["reason"]),
    )
