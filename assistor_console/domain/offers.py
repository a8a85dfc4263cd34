"""What can be offered now? The one answer to "may this happen?", for pages and for the desk."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from .call import Stage
from .case import Case
from .errors import Refusal, Refused
from .flow import Matter, due, recognised
from .policy import Policy
from .terms import CallState, Due, Reason, State


@dataclass(frozen=True, slots=True)
class Situation:
    """Who asks, about what, when (UTC), under which policy; `matter`, `case`: None where none is named.

    `case` is as the call may know it (`flow.shown_case`). `scored` counts the interviews of the case that
    have a verdict or whose scoring began. `verified_at` is when the visit verified the caller, `issued_here`
    that the account was created on this call.
    """

    who: UUID | None
    now: datetime
    policy: Policy
    case: Case | None = None
    matter: Matter | None = None
    scored: int = 0
    verified_at: datetime | None = None
    issued_here: bool = False


Rule = Callable[[Situation], Refusal | None]


def _state(case: Case | None) -> str:
    return case.state.value if case else "none"


def _when(*wanted: Due) -> Rule:
    """Only where the call needs one of these next."""

    def rule(s: Situation) -> Refusal | None:
        if s.matter is None:
            return Refusal("call.none")
        if s.matter.call.state is CallState.ENDED:
            return Refusal("call.ended")
        needed = due(s.matter)
        return None if needed in wanted else Refusal("call.not_now", {"due": needed.value})

    return rule


def _in(*states: State) -> Rule:
    """Only where the case stands in one of these states."""

    def rule(s: Situation) -> Refusal | None:
        if s.case and s.case.state in states:
            return None
        return Refusal("case.state", {"state": _state(s.case)})

    return rule


def _mine(s: Situation) -> Refusal | None:
    """A call belongs to the assistor who took it (IRM 10.5.5: need to know)."""
    if s.matter and s.matter.call.assistor != s.who:
        return Refusal("call.not_yours")
    return None


def _open_call(s: Situation) -> Refusal | None:
    if s.matter is None:
        return Refusal("call.none")
    return Refusal("call.ended") if s.matter.call.state is CallState.ENDED else None


def _answers_open(s: Situation) -> Refusal | None:
    """Answers freeze when scoring begins (NIST SP 800-63A-3 5.3.2)."""
    interview = s.matter.interview if s.matter else None
    if interview is None or interview.stage is Stage.OVER:
        return Refusal("interview.none")
    return Refusal("interview.frozen") if interview.frozen else None


def _not_interviewer(s: Situation) -> Refusal | None:
    """Separation of duties (NIST SP 800-53 AC-5): who interviewed does not verify, print or approve."""
    if s.case and s.case.interviewer is not None and s.case.interviewer == s.who:
        return Refusal("authority.interviewer")
    return None


def _not_closed(s: Situation) -> Refusal | None:
    if s.case and not s.case.is_open:
        return Refusal("case.closed", {"state": s.case.state.value})
    return None


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


def _may_prove(s: Situation) -> Refusal | None:
    if s.case is None:
        return Refusal("case.none")
    return Refusal("call.proven") if s.matter and s.matter.call.proven else None


def _again(s: Situation) -> Refusal | None:
    return interview_again(s.case, s.scored, s.policy, s.now) if s.case else Refusal("case.none")


def _issued_here(s: Situation) -> Refusal | None:
    """Another password is for whoever was given the first one, on the call that proved them."""
    return None if s.issued_here else Refusal("account.other_call")


def _letter(s: Situation) -> Refusal | None:
    if unknown := _unknown(s):
        return unknown
    if closed := _not_closed(s):
        return closed
    if s.case and s.case.state in (State.ACCOUNT_ISSUED, State.LETTER_MAILED):
        return Refusal("letter.on_its_way")
    return Refusal("letter.no_account")


def _in_call(*more: Rule) -> tuple[Rule, ...]:
    return (_open_call, _mine, *more)


RULES: dict[str, tuple[Rule, ...]] = {
    "see_call": _in_call(),
    "set_language": _in_call(),
    "record_eligibility": _in_call(_when(Due.ELIGIBILITY)),
    "drop_call": _in_call(lambda s: Refusal("call.dropped") if _dropped(s) else None),
    "resume_call": _in_call(lambda s: None if _dropped(s) else Refusal("call.not_dropped")),
    "end_call": _in_call(),
    "find_cases": _in_call(_when(Due.FIND_CASE)),
    "take_case": _in_call(_when(Due.FIND_CASE)),
    "prove_continuation": _in_call(_when(Due.PROVE), _may_prove),
    "ask_identity": _in_call(_when(Due.PROVE), _may_prove),
    "answer_question": _in_call(
        _answers_open, _when(Due.ANSWER, Due.IDENTIFY, Due.CHECK_IDENTITY, Due.SCORE)
    ),
    "keep_draft": _in_call(_answers_open),
    "identify_caller": _in_call(_when(Due.IDENTIFY)),
    "check_identity": _in_call(_when(Due.CHECK_IDENTITY)),
    "score_interview": _in_call(_when(Due.SCORE)),
    "issue_account": _in_call(_issue, _when(Due.ISSUE_ACCOUNT)),
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
    "record_visit": (_in(State.APPOINTMENT_BOOKED), _not_interviewer),
    "mark_no_show": (_in(State.APPOINTMENT_BOOKED), _not_interviewer),
    "see_case": (),
    "hold_case": (_not_closed, lambda s: _held(s)),
    "release_case": (_in(State.HELD), _not_interviewer),
    "close_case": (_in(State.HELD), _not_interviewer),
    "interview_again": (_again,),
    "mail_letter": (_letter,),
}


def _dropped(s: Situation) -> bool:
    return s.matter is not None and s.matter.call.state is CallState.DROPPED


def _held(s: Situation) -> Refusal | None:
    return Refusal("case.held") if s.case and s.case.state is State.HELD else None


def refusal(act: str, situation: Situation) -> Refusal | None:
    """Why an act may not happen now, or None; an act without a row in the table is refused."""
    rules = RULES.get(act)
    if rules is None:
        return Refusal("authority.no_rule", {"act": act})
    for rule in rules:
        if found := rule(situation):
            return found
    return None


def permit(act: str, situation: Situation) -> None:
    """Raises Refused with the rule that says no."""
    if found := refusal(act, situation):
        raise Refused(found)
