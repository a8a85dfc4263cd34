"""A call as its page sees it: what is due, what to say, what may be offered; never what is expected."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from ..desk.work import Work
from ..domain import flow
from ..domain.access import barred
from ..domain.answering import IDENTIFYING, may_change
from ..domain.call import Answer, Call, Interview, Stage
from ..domain.case import Case
from ..domain.masking import last_four, masked_name
from ..domain.offers import Situation, verified_until
from ..domain.script import Question
from ..domain.terms import Due, Reason, Section, State
from ..domain.timing import resting_until
from ..requests.intake import (
    AppointmentFacts,
    CallSeen,
    CaseFacts,
    ChoiceSeen,
    QuestionSeen,
    Recorded,
    StepSeen,
)
from .call_lines import lines
from .office_view import appointment_facts
from .review import offered

OFFERED = (
    "answer_question",
    "set_language",
    "drop_call",
    "issue_account",
    "replace_password",
    "book_slot",
    "cancel_appointment",
    "interview_again",
    "mail_letter",
    "end_call",
)


def call_seen(work: Work, call: Call | None = None, case: Case | None = None) -> CallSeen:
    """The call after a handler's changes: pass the call and case as saved where they changed."""
    now = replace(work, found_call=call or work.found_call, found_case=case or work.found_case)
    return _View(now).seen()


def name_told(matter: flow.Matter, answers: Mapping[int, Answer], case: Case) -> str:
    """The name on record for who is proved; else the caller's own words, or before these a masked name.

    The whole name is an identity item: who was referred may have known its first letters only.
    """
    if flow.proved(matter):
        return case.name.replace("<", " ")
    said = answers.get(IDENTIFYING[1])
    identified = matter.interview is not None and matter.interview.identified
    return said.text if said and identified else masked_name(case.name)


def _without_record(found: Situation) -> Situation:
    """A call about a record that is closed to its assistor shows nothing of it, and can only be ended."""
    assert found.matter is not None
    call = replace(found.matter.call, closing=found.matter.call.closing or "not_found")
    return replace(found, case=None, matter=flow.Matter(call, None, None, flow.Progress()))


class _View:
    """One look at a call; reads what it needs once."""

    def __init__(self, work: Work) -> None:
        self._work = work
        found = work.situation()
        self._situation = _without_record(found) if barred(found.access) else found
        assert self._situation.matter is not None
        self._matter = self._situation.matter
        interview = self._matter.interview
        self._questions = work.store.interviews.questions(interview.id) if interview else []
        self._answers = work.store.interviews.answers(interview.id) if interview else {}
        self._script = work.script()

    def seen(self) -> CallSeen:
        """The reply."""
        work, call, interview = self._work, self._matter.call, self._matter.interview
        needed = flow.due(self._matter)
        open_ones = self._next(needed)
        now = open_ones[0] if open_ones else None
        return CallSeen(
            call_id=call.id,
            opened_at=call.opened_at,
            now=work.now,
            state=call.state,
            reason=call.reason,
            language=call.language,
            script=self._script.title,
            due=needed,
            lines=lines(work, self._script, self._matter, needed, now.section if now else None),
            case=self._case(),
            question=question_seen(now) if now else None,
            draft=work.store.interviews.draft(interview.id, now.number) if interview and now else "",
            question_seconds=work.policy.question_seconds,
            question_warning_seconds=work.policy.question_warning_seconds,
            papers=self._before_tax(needed),
            papers_fetched=interview is not None and interview.paused_at is not None,
            papers_seconds=work.policy.papers_minutes * 60,
            resting_until=self._resting_until(needed),
            thanks=self._script.line("thanks"),
            steps=tuple(self._steps()),
            numbers=tuple(q.number for q in self._questions),
            asked=tuple(question_seen(q) for q in self._known(open_ones)),
            recorded=tuple(self._recorded(interview)),
            verdict=interview.verdict if interview else None,
            verdict_at=interview.scored_at if interview else None,
            appointment=self._appointment(),
            offers=tuple(offered(act, self._situation) for act in OFFERED),
            asked_again=call.asked_again,
        )

    def _before_tax(self, needed: Due) -> bool:
        interview, begun = self._matter.interview, self._matter.progress.tax_begun
        return needed is Due.ANSWER and interview is not None and interview.stage is Stage.TAX and not begun

    def _resting_until(self, needed: Due) -> datetime | None:
        interview = self._matter.interview
        if interview is None or not self._before_tax(needed):
            return None
        return resting_until(interview, False, self._work.policy)

    def _next(self, needed: Due) -> list[Question]:
        """The question that stands and the one after it; of the tax items none before the caller is ready."""
        if needed is not Due.ANSWER or self._before_tax(needed):
            return []
        return [q for q in self._questions if q.number not in self._answers][:2]

    def _known(self, open_ones: list[Question]) -> Iterable[Question]:
        """Nobody reads ahead: whoever had the tax items before they are asked could coach the caller."""
        known = self._matter.progress.shown | self._answers.keys() | {q.number for q in open_ones}
        return (q for q in self._questions if q.section is Section.IDENTITY or q.number in known)

    def _case(self) -> CaseFacts | None:
        case, work, verified = self._situation.case, self._work, self._situation.verified_at
        if case is None:
            return None
        if case.state is not State.VERIFIED_IN_PERSON:
            verified = None
        return CaseFacts(
            id=case.id,
            number=case.number,
            state=case.state,
            since=case.since,
            name=name_told(self._matter, self._answers, case),
            tin_last_four=last_four(case.tin) if self._identified else "",
            call=work.store.calls.count(case.id),
            attempt=min(self._situation.scored + 1, work.policy.interview_attempts),
            attempts=work.policy.interview_attempts,
            verified_at=verified,
            verified_where=self._verified_where(case) if verified else "",
            verified_until=verified_until(verified, work.policy) if verified else None,
        )

    @property
    def _identified(self) -> bool:
        """Whether TIN and name were tested on this call, or the caller was proved on it."""
        interview = self._matter.interview
        return flow.recognised(self._matter) or (interview is not None and interview.identified)

    def _verified_where(self, case: Case) -> str:
        visited = self._work.store.appointments.latest(case.id)
        return appointment_facts(self._work, visited).office if visited else ""

    def _steps(self) -> Iterable[StepSeen]:
        if self._matter.interview is None and self._matter.call.reason is Reason.RETURN_AFTER_VISIT:
            return
        for section in Section:
            mine = [q for q in self._questions if q.section is section]
            done = sum(q.number in self._answers for q in mine)
            label = mine[0].heading if mine else self._script.heading(section, self._year(section))
            yield StepSeen(section=section, label=label, done=done, total=len(mine))

    def _year(self, section: Section) -> int:
        return self._work.policy.current_tax_year - (section is Section.PRIOR_RETURN)

    def _recorded(self, interview: Interview | None) -> Iterable[Recorded]:
        if interview is None:
            return
        labels = {q.number: q for q in self._questions}
        for number, answer in sorted(self._answers.items()):
            yield self._one(labels[number], answer, interview)

    def _one(self, question: Question, answer: Answer, interview: Interview) -> Recorded:
        frozen = interview.frozen or not may_change(interview, question)
        return Recorded(
            number=answer.number,
            label=question.label,
            response=answer.response,
            at=answer.at,
            frozen=frozen,
        )

    def _appointment(self) -> AppointmentFacts | None:
        case = self._situation.case
        if case is None or case.state is not State.APPOINTMENT_BOOKED:
            return None
        booked = self._work.store.appointments.live(case.id)
        return appointment_facts(self._work, booked) if booked else None


def question_seen(question: Question) -> QuestionSeen:
    """A question without what it accepts."""
    return QuestionSeen(
        number=question.number,
        section=question.section,
        kind=question.kind,
        label=question.label,
        text=question.text,
        hint=question.hint,
        rephrase=question.rephrase,
        choices=tuple(ChoiceSeen(value=c.value, text=c.text) for c in question.choices),
    )
