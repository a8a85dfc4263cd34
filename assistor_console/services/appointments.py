"""Appointments: near offices, free times, holding and booking one, and the slip."""

import re
import secrets
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from ..assets import resource
from ..desk.work import Work
from ..domain.appointment import Appointment, AppointmentState
from ..domain.case import Case
from ..domain.codes import continuation_code
from ..domain.errors import Refusal, Refused, refused
from ..domain.identity_documents import Document as Paper
from ..domain.identity_documents import Kinds, weigh
from ..domain.offices import Office
from ..domain.places import five, nearest
from ..domain.slots import bookable, days, reach
from ..domain.terms import AnswerKind, Realm, State
from ..published.places import place
from ..requests.appointments import (
    Booked,
    BookSlot,
    Brought,
    CancelAppointment,
    DaySeen,
    DocumentKind,
    DocumentKinds,
    FindOffices,
    FindSlots,
    Held,
    HoldSlot,
    LetGo,
    Offices,
    PairSeen,
    SeeDocumentKinds,
    Slip,
    SlipCalendar,
    Slots,
    SlotSeen,
    WeighDocuments,
)
from ..requests.base import Document, Done
from ..requests.intake import CallSeen
from ..store.seats import Hold
from . import office_view as view
from .call_view import call_seen, name_told

if TYPE_CHECKING:
    from ..letters import slip as letter

OFFICES_SHOWN = 5
_ZIP = re.compile(r"\b[0-9]{5}\b")
DAYS_SHOWN = 4


@FindOffices.handler
def find_offices(request: FindOffices, work: Work) -> Offices:
    """The nearest offices to a ZIP, else to the one the caller said; all of them where that has no place."""
    wanted = request.zip.strip() or _zip_said(work)
    near = nearest(view.offered_offices(work), wanted, place)
    known = bool(near) and near[0].miles is not None
    shown = near[:OFFICES_SHOWN] if known else near
    return Offices(zip=five(wanted) or wanted, known=known, offices=view.with_next_free(work, shown))


@FindSlots.handler
def find_slots(request: FindSlots, work: Work) -> Slots:
    """The next days on which an office serves, with every time and whether it is free."""
    office = view.office(work, request.office_id)
    closed, within = view.closed_days(work), reach(office, work.now, work.policy)
    gone = view.taken(work, [office], [within])
    found = days(office, request.since, closed, within)
    shown = [(day, bookable(office, day, closed, within)) for day in found[:DAYS_SHOWN]]
    later = found[DAYS_SHOWN] if len(found) > DAYS_SHOWN else None
    seen = tuple(DaySeen(day=day, slots=_slots(office, times, gone)) for day, times in shown)
    return Slots(office_id=office.id, zone=office.zone, days=seen, later=later)


@HoldSlot.handler
def hold_slot(request: HoldSlot, work: Work) -> Held:
    """Keeps a time for the call; Refused("slot.unknown") for none of the office's, or "slot.taken"."""
    office = view.office(work, request.office_id)
    starts = _offered_time(office, request.starts, work)
    until = work.now + timedelta(minutes=work.policy.slot_hold_minutes)
    seats = work.store.appointments.seats
    hold = seats.hold(work.call.id, office.id, starts, office.windows, work.now, until)
    return Held(office_id=office.id, starts=hold.starts.astimezone(office.tz), until=hold.until)


@LetGo.handler
def let_go(request: LetGo, work: Work) -> Done:
    """Lets the call's held time go."""
    work.store.appointments.seats.let_go(work.call.id)
    return Done()


@SeeDocumentKinds.handler
def see_document_kinds(request: SeeDocumentKinds, work: Work) -> DocumentKinds:
    """The accepted kinds of ID."""
    rows = view.document_kinds(work).kinds
    return DocumentKinds(
        kinds=tuple(DocumentKind(kind=r.kind, name=r.name, issuers=r.issuers, photo=r.photo) for r in rows)
    )


@WeighDocuments.handler
def weigh_documents(request: WeighDocuments, work: Work) -> PairSeen:
    """Whether what the caller will bring would be accepted that day."""
    kinds, name = view.document_kinds(work), work.case.name
    first, second = (_announced(kinds, one, name) for one in (request.first, request.second))
    return view.pair_seen(weigh(kinds, first, second, request.on, name))


@BookSlot.handler
def book_slot(request: BookSlot, work: Work) -> Booked:
    """Books the held time with a new continuation code.

    Refused("slot.hold_expired"), or the rule that refuses the documents on that day.
    """
    hold = work.store.appointments.seats.held(work.call.id, work.now)
    if hold is None:
        raise refused("slot.hold_expired")
    office = view.office(work, hold.office_id)
    day = hold.starts.astimezone(office.tz).date()
    appointment = _appointment(hold, office, _accepted_pair(request, work, day), work)
    code = continuation_code(work.policy.continuation_code_bits, secrets.randbelow)
    work.store.appointments.book(appointment, hold, work.call.id, code)
    case = _referred(work.case, work)
    values = {"office": office.name, "starts": hold.starts.isoformat()}
    return Booked(
        call=_moved(case, "book", values, work),
        office=view.office_seen(work, office),
        starts=hold.starts.astimezone(office.tz),
        minutes=office.minutes,
    )


@CancelAppointment.handler
def cancel_appointment(request: CancelAppointment, work: Work) -> CallSeen:
    """Gives the time back and voids the code; the case is referred again."""
    appointment = _live(work)
    work.store.appointments.cancel(appointment)
    office = view.office(work, appointment.office_id)
    return _moved(work.case, "cancel", {"office": office.name}, work)


@Slip.handler
def slip(request: Slip, work: Work) -> Document:
    """The slip as PDF, with the continuation code."""
    from ..letters.slip import draw_slip
    from ..letters.stationery import load_stationery

    drawn, stationery = _slip(_live(work), work), load_stationery(resource("letters"))
    content = draw_slip(drawn, stationery, practice=work.realm is Realm.PRACTICE)
    return Document(name=f"{work.case.number}.pdf", media_type="application/pdf", content=content)


@SlipCalendar.handler
def slip_calendar(request: SlipCalendar, work: Work) -> Document:
    """The appointment as a calendar file; it carries no code."""
    from ..letters.calendar import slip_calendar as draw
    from ..letters.stationery import load_stationery

    appointment = _live(work)
    content = draw(
        _slip(appointment, work),
        load_stationery(resource("letters")),
        uid=f"{appointment.id}@assistor-console",
        stamp=appointment.booked_at,
        practice=work.realm is Realm.PRACTICE,
    )
    return Document(name=f"{work.case.number}.ics", media_type="text/calendar", content=content)


def _slots(office: Office, times: tuple[datetime, ...], gone: view.Taken) -> tuple[SlotSeen, ...]:
    return tuple(SlotSeen(starts=at.astimezone(office.tz), free=view.free(office, at, gone)) for at in times)


def _offered_time(office: Office, starts: datetime, work: Work) -> datetime:
    """The instant of an appointment that may be booked now."""
    if starts.tzinfo is None or office not in view.offered_offices(work):
        raise refused("slot.unknown")
    at = starts.astimezone(UTC)
    day, within = at.astimezone(office.tz).date(), reach(office, work.now, work.policy)
    if at not in bookable(office, day, view.closed_days(work), within):
        raise refused("slot.unknown")
    return at


def _announced(kinds: Kinds, brought: Brought, holder: str) -> Paper:
    """What the caller says they will bring; nobody has seen its number or photo yet."""
    row = kinds.find(brought.kind)
    name = holder if brought.same_name else ""
    return Paper(brought.kind, brought.issuer, brought.expires, name, row is not None and row.photo)


def _accepted_pair(request: BookSlot, work: Work, day: date) -> tuple[Paper, Paper]:
    kinds, name = view.document_kinds(work), work.case.name
    first, second = _announced(kinds, request.first, name), _announced(kinds, request.second, name)
    verdict = weigh(kinds, first, second, day, name)
    if verdict.rule:
        raise Refused(Refusal(verdict.rule, verdict.values))
    return first, second


def _appointment(hold: Hold, office: Office, planned: tuple[Paper, ...], work: Work) -> Appointment:
    return Appointment(
        id=uuid4(),
        case_id=work.case.id,
        office_id=office.id,
        starts=hold.starts,
        window=hold.seat,
        minutes=office.minutes,
        state=AppointmentState.BOOKED,
        booked_at=work.now,
        booked_by=work.person,
        planned=planned,
    )


def _live(work: Work) -> Appointment:
    found = work.store.appointments.live(work.case.id)
    if found is None:
        raise refused("appointment.none")
    return found


def _referred(case: Case, work: Work) -> Case:
    """After a missed or failed visit the case is referred again before another time is booked."""
    if case.state not in (State.NO_SHOW, State.NOT_VERIFIED):
        return case
    after = case.after("refer", work.now)
    work.store.cases.save(after)
    return after


def _moved(case: Case, event: str, values: dict[str, str], work: Work) -> CallSeen:
    """Saves the case after an event, adds to its timeline; the call as it stands then."""
    after = case.after(event, work.now)
    work.store.cases.save(after)
    work.store.cases.note(case.id, event, values, work.now, work.person)
    return call_seen(work, case=after)


def _name(work: Work) -> str:
    """The name on the slip: no more than the call may know."""
    matter, interview = work.situation().matter, work.interview()
    assert matter is not None
    return name_told(matter, work.store.interviews.answers(interview.id) if interview else {}, work.case)


def _slip(appointment: Appointment, work: Work) -> "letter.Slip":
    from ..letters import slip as letter

    office, kinds = view.office(work, appointment.office_id), view.document_kinds(work)
    rows = [kinds.find(paper.kind) for paper in appointment.planned]
    return letter.Slip(
        case_number=work.case.number,
        name=_name(work),
        office_name=office.name,
        office_address=office.address,
        starts=appointment.starts,
        zone=office.zone,
        minutes=appointment.minutes,
        documents=tuple(row.name for row in rows if row),
        continuation_code=work.store.appointments.continuation_code(appointment.id) or "",
        language=work.call.language,
        desk_phone=work.policy.desk_phone,
        tac_phone=office.phone or work.policy.tac_phone,
    )


def _zip_said(work: Work) -> str:
    """The ZIP in the caller's own answer to the address item; never the one on record."""
    interview = work.interview()
    questions = work.store.interviews.questions(interview.id) if interview else []
    answers = work.store.interviews.answers(interview.id) if interview else {}
    said = [answers[q.number].text for q in questions if q.kind is AnswerKind.ADDRESS and q.number in answers]
    found = _ZIP.findall(said[0]) if said else []
    return str(found[-1]) if found else ""
