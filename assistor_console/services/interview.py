"""The interview: answers as they are given, and the trials that decide."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import uuid4

from ..desk.openings import refuse_throttled
from ..desk.trials import asked_first, settle_all, spend_beside
from ..desk.work import Work
from ..domain.answering import IDENTIFYING, may_change
from ..domain.answers import parse
from ..domain.call import Answer, Interview, Stage
from ..domain.case import Case
from ..domain.draw import TooThin
from ..domain.eligibility import Standing, standing
from ..domain.errors import refused
from ..domain.offers import interview_again
from ..domain.scoring import all_accurate, verdict
from ..domain.script import Question
from ..domain.subject import Subject, identified, identity_questions, with_expected
from ..domain.terms import Reason, Response, Section, Signal, State, Verdict
from ..domain.times import local_day
from ..domain.timing import Waited, noticed, resting_until, too_late
from ..requests.base import Done
from ..requests.intake import CallSeen
from ..requests.interview import (
    AnswerQuestion,
    CallerReady,
    CheckIdentity,
    ExpireInterview,
    FetchPapers,
    IdentifyCaller,
    KeepDraft,
    NoteSignal,
    ScoreInterview,
)
from .call_view import call_seen
from .deciding import decided, moved, saved
from .drawing import draw_for
from .expiring import expire
from .intake import proved
from .resuming import taken_up
from .standing import begin_tax, go_on
from .subjects import subject_of

BY_TIN, BY_PERSON = "attempts.identify_tin", "attempts.identify_person"
"""What a name that does not fit its TIN counts against, beside the call's own limit."""


@AnswerQuestion.handler
def answer_question(request: AnswerQuestion, work: Work) -> CallSeen:
    """Keeps one answer in its canonical form; the draft of it goes, and the next question's clock runs.

    One that comes too late is not kept: it ends the interview.
    """
    interview, question = _asked(work, request.number)
    waited = Waited(request.waited_ms, request.idle_ms)
    if too_late(waited, work.policy):
        return expire(work, interview)
    text = _canonical(request, question, work) if request.response is Response.ANSWERED else ""
    changed = request.number in work.store.interviews.progress(interview.id).answered
    _note(work, interview, request.number, noticed(interview, waited, changed, work.policy, work.now))
    answer = Answer(request.number, request.response, text, work.now)
    work.store.interviews.answer(interview.id, answer, request.waited_ms)
    work.store.interviews.drop_draft(interview.id)
    go_on(work, interview)
    return call_seen(work)


def _note(work: Work, interview: Interview, number: int, signals: Iterable[Signal]) -> None:
    for signal in signals:
        work.store.signals.add(interview.id, number, signal, work.now)


@ExpireInterview.handler
def expire_interview(request: ExpireInterview, work: Work) -> CallSeen:
    """The console's clock is at zero for the question that stands: the interview is over."""
    interview, question = _asked(work, request.number)
    progress = work.store.interviews.progress(interview.id)
    if question.number != min(progress.asked - progress.answered, default=None):
        raise refused("interview.no_such_question", number=request.number)
    waited = Waited(request.waited_ms, request.idle_ms)
    if not too_late(waited, work.policy):
        raise refused("interview.time_left")
    _note(work, interview, request.number, noticed(interview, waited, False, work.policy, work.now))
    return expire(work, interview)


@FetchPapers.handler
def fetch_papers(request: FetchPapers, work: Work) -> CallSeen:
    """The clock rests, for policy's minutes at most: then it runs by itself."""
    rests = replace(_interview(work), paused_at=work.now)
    work.store.interviews.save(replace(rests, asked_at=resting_until(rests, False, work.policy)))
    return call_seen(work)


@CallerReady.handler
def caller_ready(request: CallerReady, work: Work) -> CallSeen:
    """The first tax item is shown."""
    begin_tax(work, _interview(work))
    return call_seen(work)


@NoteSignal.handler
def note_signal(request: NoteSignal, work: Work) -> Done:
    """Kept beside the question that stands."""
    interview = _interview(work)
    progress = work.store.interviews.progress(interview.id)
    number = min(progress.asked - progress.answered, default=0)
    work.store.signals.add(interview.id, number, request.kind, work.now)
    return Done()


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
    """The number alone says whose record it is: one that may not be opened now costs no attempt.

    Beside the call's own, tries are counted for the assistor and for the number, across calls.
    """
    tin = work.store.interviews.answers(_interview(work).id)[IDENTIFYING[0]].text
    if tin:
        _opened(work, tin)
        refuse_throttled(work)
        spend_beside(work, BY_TIN, tin)
    spend_beside(work, BY_PERSON, str(work.person))


@IdentifyCaller.handler
@asked_first(_may_be_opened)
def identify_caller(request: IdentifyCaller, work: Work) -> CallSeen:
    """Name and TIN belong together: the caller's case opens. If not: once more, then the call ends kindly."""
    interview = _interview(work)
    answers = work.store.interviews.answers(interview.id)
    tin, name = (answers[n].text for n in IDENTIFYING)
    subject = _opened(work, tin) if tin else Subject(tin)
    if tin and name and identified(tin, name, subject):
        settle_all(work, BY_TIN, BY_PERSON)
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
        return saved(work, call.changed(closing="mismatch_final"))
    for number in IDENTIFYING:
        work.store.interviews.void(interview.id, number)
    go_on(work, interview)
    return saved(work, call.changed(asked_again=True))


def _recognised(work: Work, interview: Interview, subject: Subject) -> CallSeen:
    case = work.store.cases.open_for(subject.tin)
    if case and work.store.calls.another_open(case.id, work.call.id):
        raise refused("case.busy")
    case = case or _open_case(work, subject)
    work.open_case(case)
    known = replace(interview, stage=Stage.IDENTITY, identified=True, asked_at=work.now)
    work.store.interviews.save(known)
    questions = with_expected(identity_questions(work.script()), subject)
    work.store.interviews.ask(interview.id, questions)
    work.store.cases.note(case.id, "call", {"reason": work.call.reason.value}, work.now, work.person)
    return saved(work, work.call.changed(case_id=case.id), case)


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
    return proved(work) if good else saved(work, work.call.changed(closing="not_found"))


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
        return decided(work, interview, Verdict.REFERRED, "verdict")
    if going_on := taken_up(work, interview):
        return going_on
    drawn = draw_for(work, subject, interview)
    if isinstance(drawn, TooThin):
        return decided(work, interview, Verdict.REFERRED, "records_thin")
    work.store.interviews.ask(interview.id, drawn)
    work.store.interviews.save(replace(interview, stage=Stage.TAX, frozen=False, asked_at=work.now))
    event = "resume" if work.case.state is State.INTERRUPTED else "start_interview"
    return saved(work, work.call, moved(work, event, interviewing=True))


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
        case = moved(work, "find_account" if closing == "already_registered" else "abandon")
    return saved(work, work.call.changed(closing=closing, proven=True), case)


@ScoreInterview.handler
def score_interview(request: ScoreInterview, work: Work) -> CallSeen:
    """All accurate passes; the verdict is one word, and nobody on the call learns why."""
    interview = _interview(work)
    questions = work.store.interviews.questions(interview.id)
    answers = work.store.interviews.answers(interview.id)
    found = verdict(questions, answers, work.policy, work.library.tables(work.store, work.now))
    if found is Verdict.PASSED:
        work.store.attempts.settle(work.ticket)
    return decided(work, interview, found, "verdict")
