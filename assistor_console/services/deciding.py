"""How an interview ends: its verdict, its case's next state, and the call as it is then."""

from dataclasses import replace
from uuid import UUID

from ..desk.work import Work
from ..domain.call import Call, Interview, Stage
from ..domain.case import Case
from ..domain.terms import State, Verdict
from ..requests.intake import CallSeen
from .call_view import call_seen


def decided(work: Work, interview: Interview, found: Verdict, note: str) -> CallSeen:
    """The verdict stands; `note` says what goes on the timeline where it is not the verdict itself."""
    over = replace(interview, stage=Stage.OVER, frozen=True, verdict=found, scored_at=work.now, asked_at=None)
    return ended(work, over, note if note != "verdict" else "")


def ended(work: Work, over: Interview, note: str) -> CallSeen:
    """An interview with a verdict is saved, and its case moves on."""
    work.store.interviews.save(over)
    event = "pass" if over.verdict is Verdict.PASSED else "refer"
    if event == "refer" and work.case.state is State.REFERRED:  # nothing was drawn for another attempt
        work.store.cases.note(work.case.id, note or event, {}, work.now, who(work))
        return saved(work, work.call)
    case = moved(work, event, note, interviewing=True)
    return saved(work, work.call, case)


def moved(work: Work, event: str, note: str = "", interviewing: bool = False) -> Case:
    """The case after an event; `interviewing` makes the call's assistor its interviewer."""
    case = work.case.after(event, work.now)
    if interviewing:
        case = replace(case, interviewer=work.call.assistor)
    work.store.cases.save(case)
    work.store.cases.note(case.id, note or event, {}, work.now, who(work))
    return case


def who(work: Work) -> UUID | None:
    """Who is signed in; None where the desk acts by itself."""
    return work.who.person


def saved(work: Work, call: Call, case: Case | None = None) -> CallSeen:
    """The call as its page sees it, saved where it changed."""
    if call is not work.call:
        work.store.calls.save(call)
    return call_seen(work, call, case)
