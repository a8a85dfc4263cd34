"""The call: greeting, who may be helped, and the case of a caller who phones again."""

from dataclasses import replace
from uuid import uuid4

from ..desk.work import Work
from ..domain.call import Call, Interview, Stage
from ..domain.case import Case
from ..domain.codes import read_continuation
from ..domain.eligibility import closing_line
from ..domain.errors import refused
from ..domain.masking import masked_name
from ..domain.names import canonical_name, name_control, same_name
from ..domain.offers import verification_lapsed
from ..domain.subject import identity_questions, with_expected
from ..domain.terms import SERVED_REASONS, CallState, State
from ..requests.intake import (
    AskIdentity,
    CallSeen,
    CaseFound,
    CasesFound,
    DropCall,
    EndCall,
    FindCases,
    MyCall,
    NoCall,
    ProveContinuation,
    RecordEligibility,
    ResumeCall,
    SeeCall,
    SetLanguage,
    StartCall,
    TakeCase,
)
from .call_view import call_seen
from .resuming import resumed
from .shift import refuse_outside
from .subjects import subject_of


@StartCall.handler
def start_call(request: StartCall, work: Work) -> CallSeen:
    """A new call; one at a time, within the shift, for a reason that is served."""
    if request.reason not in SERVED_REASONS:
        raise refused("call.reason_not_served")
    if work.store.calls.live(work.person):
        raise refused("call.one_at_a_time")
    refuse_outside(work)
    call = Call(
        id=uuid4(),
        assistor=work.person,
        state=CallState.OPEN,
        reason=request.reason,
        language=request.language,
        opened_at=work.now,
        version=1,
    )
    work.store.calls.add(call)
    return call_seen(work, call)


@MyCall.handler
def my_call(request: MyCall, work: Work) -> NoCall:
    """The call this assistor has not ended."""
    call = work.store.calls.live(work.person)
    if call is None:
        return NoCall(call=None)
    case = work.store.cases.get(call.case_id) if call.case_id else None
    return NoCall(call=call_seen(work, call, case))


@SeeCall.handler
def see_call(request: SeeCall, work: Work) -> CallSeen:
    """The call as it stands."""
    return call_seen(work)


@SetLanguage.handler
def set_language(request: SetLanguage, work: Work) -> CallSeen:
    """The place is kept."""
    return _saved(work, work.call.changed(language=request.language))


@RecordEligibility.handler
def record_eligibility(request: RecordEligibility, work: Work) -> CallSeen:
    """Ends the call kindly for whom exception processing is not, or begins the identity items."""
    closing = closing_line(
        individual=request.individual,
        own_behalf=request.own_behalf,
        eservices_user=request.eservices_user,
        tried_online=request.tried_online,
    )
    if closing is None:
        interview = _begin(work, Stage.IDENTIFY)
        work.store.interviews.ask(interview.id, identity_questions(work.script()))
    return _saved(work, work.call.changed(eligible=closing is None, closing=closing or ""))


def _begin(work: Work, stage: Stage) -> Interview:
    interview = Interview(uuid4(), work.call.id, stage, work.script().version, asked_at=work.now)
    work.store.interviews.add(interview)
    return interview


@DropCall.handler
def drop_call(request: DropCall, work: Work) -> CallSeen:
    """An interview under way is interrupted; every committed answer stays, and no clock runs."""
    if interview := work.interview():
        work.store.interviews.clock(interview.id, None)
    case = _moved(work, State.INTERVIEWING, "interrupt")
    return _saved(work, work.call.changed(state=CallState.DROPPED), case)


@ResumeCall.handler
def resume_call(request: ResumeCall, work: Work) -> CallSeen:
    """Goes on at the first question that has no answer; not while another call is about the same case.

    A tax item that was shown when the line went dead is burnt, and another takes its place.
    """
    if work.found_case and work.store.calls.another_open(work.case.id, work.call.id):
        raise refused("case.busy")
    return resumed(work, work.call.changed(state=CallState.OPEN))


@EndCall.handler
def end_call(request: EndCall, work: Work) -> CallSeen:
    """An unfinished interview is interrupted; a case nothing came of is abandoned."""
    case = _moved(work, State.INTERVIEWING, "interrupt") or _moved(work, State.OPENED, "abandon")
    if work.found_case:
        work.store.cases.note(work.case.id, "call_ended", {}, work.now, work.person)
    return _saved(work, work.call.ended(work.now), case)


def _moved(work: Work, state: State, event: str) -> Case | None:
    case = work.found_case
    if case is None or case.state is not state:
        return None
    moved = case.after(event, work.now)
    work.store.cases.save(moved)
    work.store.cases.note(moved.id, event, {}, work.now, work.person)
    return moved


@FindCases.handler
def find_cases(request: FindCases, work: Work) -> CasesFound:
    """Open cases of this name and date of birth, or of this number; each counts as a record opened.

    A search that finds costs no attempt: how many records it may show is limited by openings.
    """
    found = _by_number(request.number, work) if request.number.strip() else _by_name(request, work)
    for case in found:
        work.open_case(case)
    if found:
        work.store.attempts.settle(work.ticket)
    return CasesFound(
        cases=tuple(
            CaseFound(
                case_id=c.id,
                number=c.number,
                name=masked_name(c.name),
                opened_at=c.opened_at,
            )
            for c in found
        )
    )


def _by_number(number: str, work: Work) -> list[Case]:
    case = work.store.cases.by_number(number)
    return [case] if case and case.is_open else []


def _by_name(request: FindCases, work: Work) -> list[Case]:
    if not request.name.strip() or request.born is None:
        raise refused("call.name_and_birth")
    nicknames = work.library.tables(work.store, work.now).nicknames
    controls = {name_control(word) for word in request.name.replace(",", " ").split()} - {""}
    return [
        case
        for case in work.store.cases.named(controls)
        if work.store.cases.born(case.id) == request.born
        and same_name(request.name, canonical_name(case.name), nicknames)
    ]


@TakeCase.handler
def take_case(request: TakeCase, work: Work) -> CallSeen:
    """Joins the call to a case; nothing is proved by it."""
    case = work.store.cases.get(request.case_id, lock=True)
    if case is None or not case.is_open:
        raise refused("case.unknown")
    work.open_case(case)
    if work.store.calls.another_open(case.id, work.call.id):
        raise refused("case.busy")
    work.store.cases.note(case.id, "call", {"reason": work.call.reason.value}, work.now, work.person)
    return _saved(work, work.call.changed(case_id=case.id), case)


@ProveContinuation.handler
def prove_continuation(request: ProveContinuation, work: Work) -> CallSeen:
    """The code of the slip proves that this is who was verified."""
    code = read_continuation(request.code, work.policy.continuation_code_bits)
    if not work.store.appointments.continuation_matches(work.case.id, code):
        raise refused("continuation.wrong")
    work.store.attempts.settle(work.ticket)
    return proved(work)


@AskIdentity.handler
def ask_identity(request: AskIdentity, work: Work) -> CallSeen:
    """All five identity items are asked of the case's own subject."""
    interview = _begin(work, Stage.IDENTITY)
    questions = with_expected(identity_questions(work.script()), subject_of(work, work.case.tin))
    work.store.interviews.ask(interview.id, questions)
    return call_seen(work)


def proved(work: Work) -> CallSeen:
    """The caller is recognised; a verification that no longer holds lapses now."""
    case, call = work.case, work.call.changed(proven=True)
    if verification_lapsed(replace(work, found_call=call).situation()):
        case = case.after("lapse", work.now)
        work.store.cases.save(case)
        work.store.cases.note(case.id, "lapse", {}, work.now, None)
    work.store.cases.note(case.id, "recognised", {}, work.now, work.person)
    return _saved(work, call, case)


def _saved(work: Work, call: Call, case: Case | None = None) -> CallSeen:
    work.store.calls.save(call)
    return call_seen(replace(work, found_call=call), call, case)
