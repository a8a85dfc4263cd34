"""An interview goes on after the line went dead: on the same call, or on another one the same day."""

from dataclasses import replace
from datetime import timedelta

from ..desk.work import Work
from ..domain.call import Answer, Call, Interview, Stage
from ..domain.redraw import Broken, falls_with, replacement
from ..domain.script import IDENTITY, Question
from ..domain.terms import CallState, Section, State, Verdict
from ..domain.times import end_of_day, local_day
from ..requests.intake import CallSeen
from .deciding import ended, moved, saved
from .drawing import beside, note_shown
from .standing import go_on
from .subjects import subject_of


def resumed(work: Work, call: Call) -> CallSeen:
    """The dropped call goes on where it stood; `call` is open again, and not saved yet."""
    work.store.calls.save(call)
    here = replace(work, found_call=call)
    interview = here.interview()
    interrupted = work.found_case is not None and work.case.state is State.INTERRUPTED
    if interview is None or interview.stage is Stage.OVER or interview.frozen:
        return saved(here, call, moved(here, "resume") if interrupted else None)
    if interrupted and interview.stage is Stage.TAX:
        return _go_on_in_tax(here, interview)
    go_on(here, interview)
    return saved(here, call)


def taken_up(work: Work, interview: Interview) -> CallSeen | None:
    """The interview that broke off today on another call goes on in this one; None where there is none.

    Committed answers to tax items are kept, whoever took them. Who fails the identity items of this call sees
    no difference: the verdict is about both.
    """
    if work.case.state is not State.INTERRUPTED:
        return None
    yesterday = local_day(work.now, work.policy.zone) - timedelta(days=1)
    since = end_of_day(yesterday, work.policy.zone)
    old = work.store.interviews.broken_off(work.case.id, work.call.id, since)
    if old is None:
        return None
    _carry_over(work, old, interview)
    _leave(work, old)
    here = replace(interview, stage=Stage.TAX, frozen=False, asked_at=work.now, paused_at=old.paused_at)
    work.store.interviews.save(here)
    return _go_on_in_tax(work, here)


def _carry_over(work: Work, old: Interview, new: Interview) -> None:
    interviews = work.store.interviews
    progress = interviews.progress(old.id)
    burnt = interviews.burnt(old.id)
    asked = [q for q in interviews.questions(old.id) if q.section is not Section.IDENTITY]
    interviews.ask(new.id, [*burnt, *asked])
    for question in burnt:
        interviews.burn(new.id, question.number)
    for number in progress.shown:
        interviews.show(new.id, number, work.now)
    for number, answer in interviews.answers(old.id).items():
        if number > len(IDENTITY):
            interviews.answer(new.id, Answer(number, answer.response, answer.text, answer.at), 0)


def _leave(work: Work, old: Interview) -> None:
    """It goes on elsewhere, and is not one that broke off; its call can only be ended."""
    work.store.interviews.save(replace(old, stage=Stage.OVER, asked_at=None))
    call = work.store.calls.get(old.call_id, lock=True)
    if call is not None and call.state is not CallState.ENDED:
        work.store.calls.save(call.changed(closing=call.closing or "not_found"))


def _go_on_in_tax(work: Work, interview: Interview) -> CallSeen:
    """What was shown is burnt and replaced; where nothing can take its place, a visit is offered."""
    if not _replace_shown(work, interview):
        thin = replace(
            interview,
            stage=Stage.OVER,
            frozen=False,  # nothing was scored: it counts as one that broke off
            verdict=Verdict.REFERRED,
            scored_at=work.now,
            asked_at=None,
        )
        return ended(work, thin, "records_thin")
    go_on(work, interview)
    return saved(work, work.call, moved(work, "resume", interviewing=True))


def _replace_shown(work: Work, interview: Interview) -> bool:
    """False where the records have no other question for one that stood."""
    progress = work.store.interviews.progress(interview.id)
    number = min(progress.asked - progress.answered, default=None)
    if number is None or number not in progress.shown:
        return True
    asked = work.store.interviews.questions(interview.id)
    shown = next(q for q in asked if q.number == number)
    fallen = [q for q in falls_with(shown, asked) if q.number not in progress.answered]
    return all(_replace(work, interview, question) for question in fallen)


def _replace(work: Work, interview: Interview, gone: Question) -> bool:
    interviews, subject = work.store.interviews, subject_of(work, work.case.tin)
    interviews.burn(interview.id, gone.number)
    kept = tuple(interviews.questions(interview.id))
    before = [q for q in interviews.burnt(interview.id) if q.number != gone.number]
    broken = Broken((*before, gone), kept, interviews.next_free(interview.id))
    seed = interview.id.int + gone.number
    new = replacement(work.script(), subject, work.policy, seed, broken, beside(work, subject))
    if new is not None:
        interviews.ask(interview.id, [new])
        note_shown(work, subject, interview, [new])
    return new is not None
