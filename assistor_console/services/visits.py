"""Visits: the day's list at a staff member's own office, the documents shown, and how each visit ends."""

from dataclasses import replace

from ..desk.work import Work
from ..domain.appointment import (
    Appointment,
    AppointmentState,
    Visit,
    VisitReason,
    may_look,
    may_miss,
    may_verify,
)
from ..domain.case import Case
from ..domain.errors import Refusal, Refused, refused
from ..domain.identity_documents import Document, PairVerdict, weigh
from ..domain.offices import Office
from ..domain.slots import day_bounds
from ..domain.terms import State
from ..requests.appointments import PairSeen
from ..requests.visits import (
    Check,
    ExamineDocuments,
    MarkNoShow,
    Outcome,
    RecordVisit,
    SeeVisit,
    SeeVisits,
    Shown,
    VisitFacts,
    VisitList,
    VisitSeen,
)
from . import office_view as view

STATES = {
    AppointmentState.BOOKED: State.APPOINTMENT_BOOKED,
    AppointmentState.CANCELLED: State.REFERRED,
    AppointmentState.VERIFIED: State.VERIFIED_IN_PERSON,
    AppointmentState.NOT_VERIFIED: State.NOT_VERIFIED,
    AppointmentState.MISSED: State.NO_SHOW,
}
ENDS = {
    Outcome.VERIFIED: (AppointmentState.VERIFIED, "verify"),
    Outcome.NOT_VERIFIED: (AppointmentState.NOT_VERIFIED, "not_verify"),
}
COME_BACK = "come_back"


@SeeVisits.handler
def see_visits(request: SeeVisits, work: Work) -> VisitList:
    """The appointments of one day at the staff member's own office; without the name of who is not theirs to
    see: of their household, or flagged."""
    office = _own_office(work)
    today = work.now.astimezone(office.tz).date()
    day = request.day or today
    _raise(may_look(day, today, work.policy))
    found = work.store.appointments.of_day(office.id, *day_bounds(office, day))
    cases = {one.case_id: _case_of(one, work) for one in found}
    closed = work.closed_among(cases.values())
    seen = (_visit_seen(one, cases[one.case_id], office, one.case_id in closed) for one in found)
    return VisitList(office=office.name, zone=office.zone, day=day, visits=tuple(seen))


@SeeVisit.handler
def see_visit(request: SeeVisit, work: Work) -> VisitFacts:
    """One visitor; nothing of their taxes."""
    appointment, zone = _here(work), _own_office(work).tz
    day, today = (at.astimezone(zone).date() for at in (appointment.starts, work.now))
    _raise(may_look(day, today, work.policy))
    return _facts(appointment, work.case, work)


@ExamineDocuments.handler
def examine_documents(request: ExamineDocuments, work: Work) -> PairSeen:
    """Which rule refuses what was shown, today."""
    _here(work)
    return view.pair_seen(_weighed(request.first, request.second, work))


@RecordVisit.handler
def record_visit(request: RecordVisit, work: Work) -> VisitFacts:
    """Ends the visit, or leaves it open for the visitor to come back.

    Refused where this person may not verify it now, a document or the pair is refused, or a check is missing.
    """
    appointment = _here(work)
    _raise(may_verify(appointment, work.case, work.person, work.now, work.policy))
    if request.outcome is Outcome.VERIFIED:
        _check_verified(request, work)
    visit = _visit(request, work)
    if request.outcome is Outcome.INCOMPLETE:
        work.store.appointments.record(appointment, AppointmentState.BOOKED, visit)
        _note(COME_BACK, request, work)
        return _facts(replace(appointment, visit=visit), work.case, work)
    state, event = ENDS[request.outcome]
    after = work.store.appointments.record(appointment, state, visit)
    case = replace(work.case.after(event, work.now), verifier=work.person)
    work.store.cases.save(case)
    _note(event, request, work)
    return _facts(after, case, work)


@MarkNoShow.handler
def mark_no_show(request: MarkNoShow, work: Work) -> VisitFacts:
    """The visitor did not come; not before their time is over."""
    appointment, office = _here(work), _own_office(work)
    _raise(may_miss(appointment, work.now))
    visit = Visit("missed", work.now, work.person)
    after = work.store.appointments.record(appointment, AppointmentState.MISSED, visit)
    case = work.case.after("miss", work.now)
    work.store.cases.save(case)
    work.store.cases.note(case.id, "miss", {"office": office.name}, work.now, work.person)
    return _facts(after, case, work)


def _case_of(appointment: Appointment, work: Work) -> Case:
    case = work.store.cases.get(appointment.case_id)
    assert case is not None  # an appointment's row names a case's row
    return case


def _own_office(work: Work) -> Office:
    if not work.who.office:
        raise refused("authority.no_office")
    return view.office(work, work.who.office)


def _here(work: Work) -> Appointment:
    """The case's last appointment, at this person's own office; Refused("authority.office") otherwise."""
    office, found = _own_office(work), work.store.appointments.latest(work.case.id)
    if found is None or found.office_id != office.id or found.state is AppointmentState.CANCELLED:
        raise refused("authority.office")
    return found


def _raise(no: Refusal | None) -> None:
    if no:
        raise Refused(no)


def _weighed(first: Shown | None, second: Shown | None, work: Work) -> PairVerdict:
    today = work.now.astimezone(_own_office(work).tz).date()
    kinds, name = view.document_kinds(work), work.case.name
    return weigh(kinds, _document(first), _document(second), today, name)


def _document(shown: Shown | None) -> Document | None:
    if shown is None:
        return None
    last_four = shown.last_four.strip().upper()
    return Document(shown.kind, shown.issuer, shown.expires, shown.name, shown.photo, last_four)


def _check_verified(request: RecordVisit, work: Work) -> None:
    verdict = _weighed(request.first, request.second, work)
    if verdict.rule:
        raise Refused(Refusal(verdict.rule, verdict.values))
    missing = [check.value for check in Check if check not in request.checks]
    if missing:
        raise refused("visit.checks_missing", checks=len(missing))


def _visit(request: RecordVisit, work: Work) -> Visit:
    documents = (_document(request.first), _document(request.second))
    return Visit(
        outcome=request.outcome.value,
        at=work.now,
        by=work.person,
        checks=tuple(sorted(check.value for check in request.checks)),
        documents=tuple(document for document in documents if document),
        reason=_reason(request),
    )


def _reason(request: RecordVisit) -> VisitReason:
    try:
        return VisitReason(request.reason)
    except ValueError:
        raise refused("visit.reason_unknown") from None


def _note(event: str, request: RecordVisit, work: Work) -> None:
    """The timeline says where, why and which kinds were shown; never a number or a name."""
    kinds = ", ".join(shown.kind for shown in (request.first, request.second) if shown)
    values = {"office": _own_office(work).name, "reason": request.reason, "documents": kinds}
    work.store.cases.note(work.case.id, event, values, work.now, work.person)


def _facts(appointment: Appointment, case: Case, work: Work) -> VisitFacts:
    no = may_verify(appointment, case, work.person, work.now, work.policy)
    return VisitFacts(
        visit=_visit_seen(appointment, case, _own_office(work)),
        born=work.store.cases.born(case.id),
        expected=tuple(document.kind for document in appointment.planned),
        may_verify=no is None,
        why_not=no.rule if no else None,
    )


def _visit_seen(appointment: Appointment, case: Case, office: Office, nameless: bool = False) -> VisitSeen:
    visit = appointment.visit
    outcome = visit.outcome if visit and visit.outcome in set(Outcome) else None
    return VisitSeen(
        case_id=case.id,
        number=case.number,
        name="" if nameless else case.name.replace("<", " "),
        starts=appointment.starts.astimezone(office.tz),
        minutes=appointment.minutes,
        state=STATES[appointment.state],
        outcome=Outcome(outcome) if outcome else None,
    )
