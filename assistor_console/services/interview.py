"""The interview: answers as they are given, and the trials that decide."""

from dataclasses import replace
from uuid import uuid4

from ..desk.openings import refuse_throttled
from ..desk.trials import asked_first
from ..desk.work import Work
from ..domain.answering import IDENTIFYING, may_change
from ..domain.answers import parse
from ..domain.call import Answer, Call, Interview, Stage
from ..domain.case import Case
from ..domain.draw import TooThin, draw
from ..domain.eligibility import Standing, standing
from ..domain.errors import refused
from ..domain.offers import interview_again
from ..domain.scoring import all_accurate, verdict
from ..domain.script import Question
from ..domain.subject import Subject, identified, identity_questions, with_expected
from ..domain.terms import Reason, Response, Section, State, Verdict
from ..domain.times import local_day
from ..requests.base import Done
from ..requests.intake import CallSeen
from ..requests.interview import AnswerQuestion, CheckIdentity, IdentifyCaller, KeepDraft, ScoreInterview
from .call_view import call_seen
from .intake import proved
from .subjects import subject_of


@AnswerQuestion.handler
def answer_question(request: AnswerQuestion, work: Work) -> CallSeen:
    """Keeps one answer in its canonical form; the draft of it goes."""
    interview, question = _asked(work, request.number)
    text = _canonical(request, question, work) if request.response is Response.ANSWERED else ""
    answer = Answer(request.number, request.response, text, work.now)
    work.store.interviews.answer(interview.id, answer, request.waited_ms)
    work.store.interviews.drop_draft(interview.id)
    return call_seen(work)


def _asked(work: Work, number: int) -> tuple[Interview, Question]:
    interview = _interview(work)
    question = next((q for q in work.store.interviews.questions(interview.id) if q.number == number), None)
    if question is None:
        raise refused("interview.no_such_question", number=number)
    if not may_change(interview, question):
        raise refused("interview.frozen")
    return interview, question


def _interview(work: Work) -> Interview:
    interview = work.interview()
    if interview is None:
        raise refused("interview.none")
    return interview


def _canonical(request: AnswerQuestion, question: Question, work: Work) -> str:
    today = local_day(work.now, work.policy.zone)
    return parse(question.kind, request.text, today, [choice.value for choice in question.choices])


@KeepDraft.handler
def keep_draft(request: KeepDraft, work: Work) -> Done:
    """Keeps what is being typed."""
    work.store.interviews.keep_draft(_interview(work).id, request.number, request.text)
    return Done()


def _may_be_opened(request: IdentifyCaller, work: Work) -> None:
    """The number alone says whose record it is: one that may not be opened now costs no attempt."""
    tin = work.store.interviews.answers(_interview(work).id)[IDENTIFYING[0]].text
    if tin:
        _opened(work, tin)
        refuse_throttled(work)


@IdentifyCaller.handler
@asked_first(_may_be_opened)
def identify_caller(request: IdentifyCaller, work: Work) -> CallSeen:
    """Name and TIN belong together: the caller's case opens. If not: once more, then the call ends kindly."""
    interview = _interview(work)
    answers = work.store.interviews.answers(interview.id)
    tin, name = (answers[n].text for n in IDENTIFYING)
    subject = _opened(work, tin) if tin else Subject(tin)
    if tin and name and identified(tin, name, subject):
        work.store.attempts.settle(work.ticket)
        return _recognised(work, interview, subject)
    return _mismatch(work, interview)


def _opened(work: Work, tin: str) -> Subject:
    """To try a name against a record is to open it, whether it fits or not."""
    subject = subject_of(work, tin)
    work.open_record(tin, subject.name[1])
    return subject


def _mismatch(work: Work, interview: Interview) -> CallSeen:
    call = work.call
    if call.asked_again:
        work.store.interviews.save(replace(interview, stage=Stage.OVER))
        return _saved(work, call.changed(closing="mismatch_final"))
    for number in IDENTIFYING:
        work.store.interviews.void(interview.id, number)
    return _saved(work, call.changed(asked_again=True))


def _recognised(work: Work, interview: Interview, subject: Subject) -> CallSeen:
    case = work.store.cases.open_for(subject.tin)
    if case and work.store.calls.another_open(case.id, work.call.id):
        raise refused("case.busy")
    case = case or _open_case(work, subject)
    work.open_case(case)
    work.store.interviews.save(replace(interview, stage=Stage.IDENTITY, identified=True))
    questions = with_expected(identity_questions(work.script()), subject)
    work.store.interviews.ask(interview.id, questions)
    work.store.cases.note(case.id, "call", {"reason": work.call.reason.value}, work.now, work.person)
    return _saved(work, work.call.changed(case_id=case.id), case)


def _open_case(work: Work, subject: Subject) -> Case:
    number = work.store.next_number("case")
    name, control = subject.name
    case = Case(
        id=uuid4(),
        number=f"EP-{local_day(work.now, work.policy.zone):%y}-{number:06d}",
        state=State.OPENED,
        version=1,
        tin=subject.tin,
        name=name,
        language=work.call.language,
        opened_at=work.now,
        since=work.now,
        script_version=work.script().version,
        policy_version=work.policy.version,
    )
    work.store.cases.add(case, control, subject.born)
    work.store.cases.note(case.id, "opened", {}, work.now, work.person)
    return case


@CheckIdentity.handler
def check_identity(request: CheckIdentity, work: Work) -> CallSeen:
    """Tests the identity items. Whoever fails them hears nothing of it: the interview goes on."""
    interview = _interview(work)
    good = _identity_accurate(work, interview)
    if good:
        work.store.attempts.settle(work.ticket)
    if work.call.reason is Reason.NEW_PROOFING and _may_interview(work):
        return _proceed(work, interview, good)
    work.store.interviews.save(replace(interview, stage=Stage.OVER))
    return proved(work) if good else _saved(work, work.call.changed(closing="not_found"))


def _may_interview(work: Work) -> bool:
    return interview_again(work.case, work.situation().scored, work.policy, work.now) is None


def _identity_accurate(work: Work, interview: Interview) -> bool:
    asked = [q for q in work.store.interviews.questions(interview.id) if q.section is Section.IDENTITY]
    answers = work.store.interviews.answers(interview.id)
    return all_accurate(asked, answers, work.policy, work.library.tables(work.store, work.now))


def _proceed(work: Work, interview: Interview, good: bool) -> CallSeen:
    subject = subject_of(work, work.case.tin)
    closing = _exempt(work, subject) if good else None
    if closing:
        return _exempted(work, interview, closing)
    if work.situation().scored >= work.policy.interview_attempts:
        return _decided(work, interview, Verdict.REFERRED, "verdict")
    drawn = draw(work.script(), subject, work.policy, interview.id.int)
    if isinstance(drawn, TooThin):
        return _decided(work, interview, Verdict.REFERRED, "records_thin")
    work.store.interviews.ask(interview.id, drawn)
    work.store.interviews.save(replace(interview, stage=Stage.TAX, frozen=False))
    event = "resume" if work.case.state is State.INTERRUPTED else "start_interview"
    return _saved(work, work.call, _moved(work, event, interviewing=True))


def _exempt(work: Work, subject: Subject) -> str | None:
    """The closing text for somebody who needs no proofing or cannot have it (notice, December 2017)."""
    stands = standing(subject)
    if stands is Standing.ALREADY_REGISTERED or work.store.accounts.exists_for(subject.tin):
        return "already_registered"
    return "close_not_user" if stands is Standing.NOT_A_USER else None


def _exempted(work: Work, interview: Interview, closing: str) -> CallSeen:
    work.store.interviews.save(replace(interview, stage=Stage.OVER))
    case = work.case
    if case.state is State.OPENED:
        case = _moved(work, "find_account" if closing == "already_registered" else "abandon")
    return _saved(work, work.call.changed(closing=closing, proven=True), case)


@ScoreInterview.handler
def score_interview(request: ScoreInterview, work: Work) -> CallSeen:
    """All accurate passes; the verdict is one word, and nobody on the call learns why."""
    interview = _interview(work)
    questions = work.store.interviews.questions(interview.id)
    answers = work.store.interviews.answers(interview.id)
    found = verdict(questions, answers, work.policy, work.library.tables(work.store, work.now))
    if found is Verdict.PASSED:
        work.store.attempts.settle(work.ticket)
    return _decided(work, interview, found, "verdict")


def _decided(work: Work, interview: Interview, found: Verdict, note: str) -> CallSeen:
    over = replace(interview, stage=Stage.OVER, frozen=True, verdict=found, scored_at=work.now)
    work.store.interviews.save(over)
    event = "pass" if found is Verdict.PASSED else "refer"
    case = _moved(work, event, note if note != "verdict" else "", interviewing=True)
    return _saved(work, work.call, case)


def _moved(work: Work, event: str, note: str = "", interviewing: bool = False) -> Case:
    moved = work.case.after(event, work.now)
    if interviewing:
        moved = replace(moved, interviewer=work.person)
    work.store.cases.save(moved)
    work.store.cases.note(moved.id, note or event, {}, work.now, work.person)
    return moved


def _saved(work: Work, call: Call, case: Case | None = None) -> CallSeen:
    if call is not work.call:
        work.store.calls.save(call)
    return call_seen(work, call, case)
