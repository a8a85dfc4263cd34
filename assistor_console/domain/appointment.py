"""An appointment: a time at an office kept for one case, and how the visit ended."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from .case import Case
from .errors import Refusal
from .identity_documents import Document
from .policy import Policy
from .terms import State


class AppointmentState(StrEnum):
    """Where an appointment stands; only BOOKED is live."""

    BOOKED = "booked"
    CANCELLED = "cancelled"
    VERIFIED = "verified"
    NOT_VERIFIED = "not_verified"
    MISSED = "missed"


class VisitReason(StrEnum):
    """Why a visit did not end verified: a code, never free words about a visitor."""

    NONE = ""
    DOCUMENT_MISSING = "document_missing"
    DOCUMENT_REFUSED = "document_refused"
    NAME_DIFFERS = "name_differs"
    PHOTO_DIFFERS = "photo_differs"
    DOUBTFUL_DOCUMENT = "doubtful_document"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Visit:
    """What was recorded at the window. `outcome` and `checks` are the words of the request."""

    outcome: str
    at: datetime
    by: UUID
    checks: tuple[str, ...] = ()
    documents: tuple[Document, ...] = ()
    reason: VisitReason = VisitReason.NONE


@dataclass(frozen=True, slots=True)
class Appointment:
    """A booked time (`starts`, UTC; `minutes` long) at one window of an office.

    `planned` is what the caller said they would bring; `visit` is the last one recorded.
    """

    id: UUID
    case_id: UUID
    office_id: str
    starts: datetime
    window: int
    minutes: int
    state: AppointmentState
    booked_at: datetime
    booked_by: UUID
    planned: tuple[Document, ...] = ()
    visit: Visit | None = None

    @property
    def live(self) -> bool:
        """Whether the visitor is still expected."""
        return self.state is AppointmentState.BOOKED

    @property
    def ends(self) -> datetime:
        """When its time is over (UTC)."""
        return self.starts + timedelta(minutes=self.minutes)


def may_look(day: date, today: date, policy: Policy) -> Refusal | None:
    """Why the visitors of a day may not be looked at today (both at the office), None where they may: nobody
    needs those of long ago (IRM 10.5.5)."""
    if -policy.visits_days_back <= (day - today).days <= policy.visits_days_ahead:
        return None
    return Refusal("visit.day", {"back": policy.visits_days_back, "ahead": policy.visits_days_ahead})


def may_verify(
    appointment: Appointment, case: Case, who: UUID | None, now: datetime, policy: Policy
) -> Refusal | None:
    """Why this person may not end the visit now, None where they may.

    Separation of duties (NIST SP 800-53 AC-5): whoever interviewed the caller or booked the time may not.
    """
    if not appointment.live or case.state is not State.APPOINTMENT_BOOKED:
        return Refusal("visit.over", {"state": case.state.value})
    if who is not None and who == case.interviewer:
        return Refusal("authority.interviewer")
    if who is None or who == appointment.booked_by:
        return Refusal("authority.same_person")
    opens = appointment.starts - timedelta(minutes=policy.visit_early_minutes)
    return Refusal("visit.too_early", {}, opens) if now < opens else None


def may_miss(appointment: Appointment, now: datetime) -> Refusal | None:
    """Why a visitor may not be marked as not having come: their time is not over."""
    return Refusal("visit.not_over", {}, appointment.ends) if now < appointment.ends else None
