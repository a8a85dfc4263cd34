"""What can be offered now? The one answer to "may this happen?", for pages and for the desk."""

from datetime import datetime, timedelta

from .call import Stage
from .case import Case
from .duties import another_flagged, may_open, not_flagged, not_interviewer, not_printer, not_verifier
from .errors import Refusal, Refused
from .flow import due, recognised
from .policy import Policy
from .situation import Rule, says
from .situation import Situation as Situation
from .terms import CallState, Due, Reason, State
from .times import local_day


def _state(case: Case | None) -> str:
    return case.state.value if case else "none"


def _when(*wanted: Due) -> Rule:
    """Only where the call needs one of these next."""

    @says("call.not_now")
    def rule(s: Situation) -> Refusal | None:
        needed = due(s.matter) if s.matter else Due.NOTHING
        return None if needed in wanted else Refusal("call.not_now", {"due": needed.value})

    return rule


def _in(*states: State) -> Rule:
    """Only where the case stands in one of these states."""

    @says("case.state")
    def rule(s: Situation) -> Refusal | None:
        if s.case and s.case.state in states:
            return None
        return Refusal("case.state", {"state": _state(s.case)})

    return rule


@says("call.not_yours")
def _mine(s: Situation) -> Refusal | None:
    """A call belongs to the assistor who took it (IRM 10.5.5: need to know)."""
    if s.matter and s.matter.call.assistor != s.who:
        return Refusal("call.not_yours")
    return None


@says("call.none", "call.ended")
def _open_call(s: Situation) -> Refusal | None:
    if s.matter is None:
        return Refusal("call.none")
    return Refusal("call.ended") if s.matter.call.state is CallState.ENDED else None


@says("interview.none", "interview.frozen")
def _answers_open(s: Situation) -> Refusal | None:
    """Answers freeze when scoring begins (NIST SP 800-63A-3 5.3.2)."""
    interview = s.matter.interview if s.matter else None
    if interview is None or interview.stage is Stage.OVER:
        return Refusal("interview.none")
    return Refusal("interview.frozen") if interview.frozen else None


@says("case.closed")
def _not_closed(s: Situation) -> Refusal | None:
    if s.case and not s.case.is_open:
        return Refusal("case.closed", {"state": s.case.state.value})
    return None


@says(
    "case.closed",
    "account.not_recognised",
    "account.not_proved",
    "account.issued",
    "visit.lapsed",
    "account.needs_visit",
)
def _issue(s: Situation) -> Refusal | None:
    """No account without a pass or a visit verified in person (e-Services notice, December 2017)."""
    case, matter = s.case, s.matter
    if case and not case.is_open:
        return Refusal("case.closed", {"state": case.state.value})
    if unknown := _unknown(s):
        return unknown
    if case is None or case.state in (State.OPENED, State.INTERVIEWING, State.INTERRUPTED):
        return Refusal("account.not_proved")
    if case.state in (State.ACCOUNT_ISSUED, State.LETTER_MAILED, State.ACTIVATED):
        return Refusal("account.issued")
    if case.state is State.VERIFIED_IN_PERSON:
        known = matter is not None and matter.call.proven
        return verification_lapsed(s) or (None if known else Refusal("account.not_recognised"))
    if case.state is State.PASSED:
        known = matter is not None and recognised(matter)
        return None if known else Refusal("account.not_recognised")
    return Refusal("account.needs_visit")


def _unknown(s: Situation) -> Refusal | None:
    """Who phones again is recognised first: until then nothing tells how the case stands."""
    if s.case is None or s.matter is None or recognised(s.matter):
        return None
    again = s.matter.call.reason is Reason.RETURN_AFTER_VISIT
    return Refusal("account.not_recognised") if again else None


def verified_until(verified_at: datetime, policy: Policy) -> datetime:
    """A verification in person holds for policy's days after the visit, whatever became of the case."""
    return verified_at + timedelta(days=policy.verification_holds_days)


def verification_lapsed(s: Situation) -> Refusal | None:
    """Why the visit no longer counts; one of which nothing is recorded never does."""
    if s.case is None or s.case.state is not State.VERIFIED_IN_PERSON:
        return None
    holds = s.verified_at is not None and s.now < verified_until(s.verified_at, s.policy)
    return None if holds else Refusal("visit.lapsed")


def interview_again(case: Case, interviews: int, policy: Policy, now: datetime) -> Refusal | None:
    """Attempts and cool-off over all calls of a case; `interviews` are the scored ones."""
    if case.state in (State.OPENED, State.INTERRUPTED):
        return None
    if case.state is not State.REFERRED:
        return Refusal("interview.verdict", {"state": case.state.value})
    if interviews >= policy.interview_attempts:
        return Refusal("interview.no_attempt_left")
    clears = case.since + timedelta(hours=policy.interview_cool_off_hours)
    return Refusal("interview.cool_off", {}, clears) if now < clears else None


@says("account.not_recognised", "appointment.interview_open", "appointment.live", "appointment.not_needed")
def _book(s: Situation) -> Refusal | None:
    if unknown := _unknown(s):
        return unknown
    if s.case is None or s.case.state in (State.OPENED, State.INTERVIEWING, State.INTERRUPTED):
        return Refusal("appointment.interview_open")
    if s.case.state in (State.REFERRED, State.NO_SHOW, State.NOT_VERIFIED):
        return None
    if s.case.state is State.APPOINTMENT_BOOKED:
        return Refusal("appointment.live")
    return Refusal("appointment.not_needed", {"state": s.case.state.value})


@says("case.none", "call.proven")
def _may_prove(s: Situation) -> Refusal | None:
    if s.case is None:
        return Refusal("case.none")
    return Refusal("call.proven") if s.matter and s.matter.call.proven else None


@says("case.none", "interview.verdict", "interview.no_attempt_left", "interview.cool_off")
def _again(s: Situation) -> Refusal | None:
    return interview_again(s.case, s.scored, s.policy, s.now) if s.case else Refusal("case.none")


@says("account.other_call")
def _issued_here(s: Situation) -> Refusal | None:
    """Another password is for whoever was given the first one, on the call that proved them."""
    return None if s.issued_here else Refusal("account.other_call")


@says("account.not_recognised", "case.closed", "letter.on_its_way", "letter.no_account")
def _letter(s: Situation) -> Refusal | None:
    if unknown := _unknown(s):
        return unknown
    if closed := _not_closed(s):
        return closed
    if s.case and s.case.state in (State.ACCOUNT_ISSUED, State.LETTER_MAILED):
        return Refusal("letter.on_its_way")
    return Refusal("letter.no_account")


@says("call.dropped")
def _not_dropped(s: Situation) -> Refusal | None:
    return Refusal("call.dropped") if _dropped(s) else None


@says("call.another_day")
def _same_day(s: Situation) -> Refusal | None:
    """What broke off on an earlier day is drawn anew, on another call."""
    if s.matter is None:
        return None
    days = {local_day(moment, s.policy.zone) for moment in (s.matter.call.opened_at, s.now)}
    return Refusal("call.another_day") if len(days) > 1 else None


@says("papers.begun")
def _before_tax(s: Situation) -> Refusal | None:
    """Papers are fetched before the first tax item is shown, never after."""
    interview = s.matter.interview if s.matter else None
    waits = s.matter is not None and interview is not None and interview.stage is Stage.TAX
    return None if waits and s.matter and not s.matter.progress.tax_begun else Refusal("papers.begun")


@says("papers.once")
def _not_fetched(s: Situation) -> Refusal | None:
    """One announced pause an interview."""
    interview = s.matter.interview if s.matter else None
    return Refusal("papers.once") if interview and interview.paused_at else None


@says("call.not_dropped")
def _is_dropped(s: Situation) -> Refusal | None:
    return None if _dropped(s) else Refusal("call.not_dropped")


def _dropped(s: Situation) -> bool:
    return s.matter is not None and s.matter.call.state is CallState.DROPPED


@says("case.held")
def _not_held(s: Situation) -> Refusal | None:
    return Refusal("case.held") if s.case and s.case.state is State.HELD else None


_APPROVING = (_in(State.HELD), not_interviewer, not_verifier, not_printer)


def _in_call(*more: Rule) -> tuple[Rule, ...]:
    return (_open_call, _mine, *more)


RULES: dict[str, tuple[Rule, ...]] = {
    "see_call": _in_call(),
    "set_language": _in_call(),
    "record_eligibility": _in_call(_when(Due.ELIGIBILITY)),
    "drop_call": _in_call(_not_dropped),
    "resume_call": _in_call(_is_dropped, _same_day),
    "end_call": _in_call(),
    "find_cases": _in_call(_when(Due.FIND_CASE)),
    "take_case": _in_call(_when(Due.FIND_CASE)),
    "prove_continuation": _in_call(_may_prove, _when(Due.PROVE)),
    "ask_identity": _in_call(_may_prove, _when(Due.PROVE)),
    "answer_question": _in_call(
        _answers_open, _when(Due.ANSWER, Due.IDENTIFY, Due.CHECK_IDENTITY, Due.SCORE)
    ),
    "keep_draft": _in_call(_answers_open),
    "expire_interview": _in_call(_not_dropped, _answers_open, _when(Due.ANSWER)),
    "fetch_papers": _in_call(_before_tax, _not_fetched, _when(Due.ANSWER)),
    "caller_ready": _in_call(_before_tax, _when(Due.ANSWER)),
    "note_signal": _in_call(_answers_open),
    "identify_caller": _in_call(_when(Due.IDENTIFY)),
    "check_identity": _in_call(_when(Due.CHECK_IDENTITY)),
    "score_interview": _in_call(_when(Due.SCORE)),
    "issue_account": _in_call(_issue, not_verifier, _when(Due.ISSUE_ACCOUNT)),
    "replace_password": _in_call(_in(State.ACCOUNT_ISSUED), _when(Due.READ_OUT), _issued_here),
    "find_offices": _in_call(_book, _when(Due.BOOK)),
    "find_slots": _in_call(_book, _when(Due.BOOK)),
    "hold_slot": _in_call(_book, _when(Due.BOOK)),
    "let_go": _in_call(),
    "weigh_documents": _in_call(_book, _when(Due.BOOK)),
    "book_slot": _in_call(_book, _when(Due.BOOK)),
    "cancel_appointment": _in_call(_in(State.APPOINTMENT_BOOKED), _when(Due.READ_OUT)),
    "slip": _in_call(_in(State.APPOINTMENT_BOOKED), _when(Due.READ_OUT)),
    "slip_calendar": _in_call(_in(State.APPOINTMENT_BOOKED), _when(Due.READ_OUT)),
    "see_visit": (),
    "examine_documents": (),
    "record_visit": (_in(State.APPOINTMENT_BOOKED), not_interviewer),
    "mark_no_show": (_in(State.APPOINTMENT_BOOKED), not_interviewer),
    "see_case": (),
    "hold_case": (_not_closed, _not_held),
    "release_case": _APPROVING,
    "close_case": _APPROVING,
    "reveal": (),
    "flag_record": (not_flagged,),
    "unflag_record": (another_flagged,),
    "interview_again": (_again,),
    "mail_letter": (_letter,),
}


ALWAYS = frozenset({"drop_call", "end_call"})
"""Whoever finds that the caller's record is closed to them can still put the line down."""


def rules_of(act: str) -> tuple[Rule, ...]:
    """The rules of an act that has a row, in the order they are judged."""
    return RULES[act] if act in ALWAYS else (may_open, *RULES[act])


def refusal(act: str, situation: Situation) -> Refusal | None:
    """Why an act may not happen now, or None; an act without a row in the table is refused."""
    if act not in RULES:
        return Refusal("authority.no_rule", {"act": act})
    for rule in rules_of(act):
        if found := rule(situation):
            return found
    return None


def permit(act: str, situation: Situation) -> None:
    """Raises Refused with the rule that says no."""
    if found := refusal(act, situation):
        raise Refused(found)
