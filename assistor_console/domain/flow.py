"""What a call needs next: one function, read by page and desk alike."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from .call import Call, Interview, Stage
from .case import Case
from .script import IDENTITY
from .terms import CallState, Due, Reason, State, Verdict

AFTER_PROOF = {
    State.PASSED: Due.ISSUE_ACCOUNT,
    State.VERIFIED_IN_PERSON: Due.ISSUE_ACCOUNT,
    State.REFERRED: Due.BOOK,
    State.NO_SHOW: Due.BOOK,
    State.NOT_VERIFIED: Due.BOOK,
    State.APPOINTMENT_BOOKED: Due.READ_OUT,
    State.ACCOUNT_ISSUED: Due.READ_OUT,
}

REFERRED_ON = frozenset({State.REFERRED, State.APPOINTMENT_BOOKED, State.NO_SHOW, State.NOT_VERIFIED})
"""Where a case may stand that was referred on this call: what came later belongs to whoever proved it."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Which questions are drawn, which of them have a committed answer and which were shown, by number."""

    asked: frozenset[int] = field(default_factory=frozenset)
    answered: frozenset[int] = field(default_factory=frozenset)
    shown: frozenset[int] = field(default_factory=frozenset)

    @property
    def complete(self) -> bool:
        """Whether every question drawn is answered."""
        return bool(self.asked) and self.asked <= self.answered

    @property
    def tax_begun(self) -> bool:
        """Whether a tax item was shown: papers are fetched before, or not at all."""
        return any(number > len(IDENTITY) for number in self.shown | self.answered)


@dataclass(frozen=True, slots=True)
class Matter:
    """Everything that decides what may happen on a call."""

    call: Call
    case: Case | None
    interview: Interview | None
    progress: Progress


def due(matter: Matter) -> Due:
    """What the call needs next."""
    call = matter.call
    if call.state is not CallState.OPEN:
        return Due.RESUME if call.state is CallState.DROPPED else Due.NOTHING
    if call.closing:
        return Due.CLOSE
    interview = matter.interview
    if interview and interview.stage is not Stage.OVER:
        return _in_interview(matter, interview.stage)
    if matter.case is None:
        return Due.FIND_CASE if call.reason is Reason.RETURN_AFTER_VISIT else Due.ELIGIBILITY
    if not call.proven and not (interview and interview.verdict):
        return Due.PROVE
    return AFTER_PROOF.get(matter.case.state, Due.CLOSE) if recognised(matter) else Due.CLOSE


def proved(matter: Matter) -> bool:
    """Whether the caller is, on this call, known to be who they say."""
    return matter.call.proven or (matter.interview is not None and matter.interview.verdict is Verdict.PASSED)


def recognised(matter: Matter) -> bool:
    """Whether this call may learn how its case stands: the caller was proved or decided about on it.

    Who was referred here does not gain from what another call proved meanwhile.
    """
    if proved(matter):
        return True
    verdict = matter.interview.verdict if matter.interview else None
    return verdict is Verdict.REFERRED and matter.case is not None and matter.case.state in REFERRED_ON


def shown_case(matter: Matter) -> Case | None:
    """The case as this call may know it: like one just opened, or being interviewed, until recognised.

    Whether an account, a letter or a visit stands behind a name is nobody's to learn by it.
    """
    case = matter.case
    if case is None or recognised(matter):
        return case
    in_tax = matter.interview is not None and matter.interview.stage is Stage.TAX
    state = State.OPENED
    if in_tax:
        state = State.INTERVIEWING if case.state is State.INTERVIEWING else State.INTERRUPTED
    return replace(case, state=state, since=case.opened_at, back_to=None)


_NEXT: dict[Stage, Callable[[Progress], Due]] = {
    Stage.IDENTIFY: lambda p: Due.IDENTIFY if {1, 2} <= p.answered else Due.ANSWER,
    Stage.IDENTITY: lambda p: Due.CHECK_IDENTITY if p.complete else Due.ANSWER,
    Stage.TAX: lambda p: Due.SCORE if p.complete else Due.ANSWER,
}


def _in_interview(matter: Matter, stage: Stage) -> Due:
    """Tax items are asked while the case is being interviewed: another call or a hold may have ended that."""
    if stage is Stage.TAX and (matter.case is None or matter.case.state is not State.INTERVIEWING):
        return Due.CLOSE
    return _NEXT[stage](matter.progress)


def next_number(matter: Matter) -> int | None:
    """The first question drawn that has no committed answer."""
    open_numbers = matter.progress.asked - matter.progress.answered
    return min(open_numbers) if open_numbers else None
