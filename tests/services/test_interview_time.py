"""The question clock at the desk: what comes too late, what nobody came back to, papers, a line gone dead."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from assistor_console.desk.sweeper import Sweeper
from assistor_console.domain.errors import Refused
from assistor_console.domain.terms import Due, Reason, State, Verdict
from assistor_console.requests.intake import CallSeen, DropCall, EndCall, ResumeCall
from assistor_console.requests.interview import (
    AnswerQuestion,
    CallerReady,
    ExpireInterview,
    FetchPapers,
    IdentifyCaller,
    KeepDraft,
    NoteSignal,
    ScoreInterview,
)
from assistor_console.store import tables as t
from assistor_console.store.tables_interviews import signals
from tests.callers import MARISOL, Caller, truth
from tests.journeys import events, state_of
from tests.worlds import World, make_world

LATE = 120_000


@pytest.fixture
def here(tmp_path: Path) -> Iterator[World]:
    """A desk in this process with one caller on file."""
    world = make_world(f"sqlite:///{tmp_path / 'desk.db'}")
    world.load(*MARISOL.records)
    yield world
    world.database.close()


def at_tax(world: World, assistor: str = "ana") -> Caller:
    caller = Caller(world, MARISOL, assistor)
    caller.reach_tax()
    return caller


def expire(caller: Caller, idle_ms: int = LATE, number: int | None = None) -> CallSeen:
    seen = caller.seen
    call, stands = seen.call_id, min(set(seen.numbers) - {one.number for one in seen.recorded})
    number = number or stands
    return caller.send(ExpireInterview(call_id=call, number=number, waited_ms=idle_ms, idle_ms=idle_ms))


def spent(world: World, limit: str, good: bool | None = None) -> int:
    """How many attempts of a limit rest so."""
    with world.reading() as store:
        rows = store.connection.execute(select(t.attempts).where(t.attempts.c["limit"] == limit)).all()
    return sum(row.good is good for row in rows)


def noted(world: World) -> list[str]:
    with world.reading() as store:
        return sorted(store.connection.execute(select(signals.c.kind)).scalars())


def test_the_page_says_that_time_is_up(world: World) -> None:
    world.load(*MARISOL.records)
    caller = at_tax(world)
    seen = expire(caller)
    assert (seen.verdict, seen.due, list(seen.lines)) == (Verdict.REFERRED, Due.BOOK, ["referral", "bring"])
    assert state_of(world, seen) is State.REFERRED and "refer" in events(world, seen)
    assert spent(world, "interview") == 1
    with pytest.raises(Refused, match=r"call\.not_now|interview"):
        caller.answer(6, "1.00")
    with world.reading() as store:
        held = store.interviews.of_call(seen.call_id)
    assert held and held.expired and held.asked_at is None


def test_a_clock_that_still_runs_expires_nothing(here: World) -> None:
    caller = at_tax(here)
    with pytest.raises(Refused, match=r"interview\.time_left"):
        expire(caller, LATE - 1)
    with pytest.raises(Refused, match=r"interview\.no_such_question"):
        expire(caller, number=7)
    assert spent(here, "interview") == 0 and caller.seen.due is Due.ANSWER


def test_an_answer_that_comes_too_late_is_not_kept(here: World) -> None:
    caller = at_tax(here)
    first = caller.questions()[5]
    call = caller.seen.call_id
    typing = AnswerQuestion(call_id=call, number=6, text=truth(first), waited_ms=LATE + 9, idle_ms=LATE - 1)
    assert len(caller.send(typing).recorded) == 6  # typing is activity
    late = AnswerQuestion(call_id=call, number=7, text="1.00", waited_ms=LATE + 9, idle_ms=LATE)
    assert caller.send(late).verdict is Verdict.REFERRED
    assert len(caller.seen.recorded) == 6 and spent(here, "interview") == 1


def test_an_old_console_that_tells_no_stretch_is_judged_by_the_whole_time(here: World) -> None:
    caller = at_tax(here)
    old = AnswerQuestion(call_id=caller.seen.call_id, number=6, text="1.00", waited_ms=LATE)
    assert caller.send(old).verdict is Verdict.REFERRED


def test_identity_items_end_the_call_kindly_with_their_attempt_spent(here: World) -> None:
    caller = Caller(here, MARISOL)
    caller.start()
    caller.eligible()
    seen = expire(caller)
    assert (seen.due, list(seen.lines)) == (Due.CLOSE, ["mismatch_final", "goodbye"])
    assert (spent(here, "identify"), spent(here, "identity")) == (1, 0)
    caller.send(EndCall(call_id=seen.call_id))
    caller.start()
    caller.eligible()
    caller.identify()
    assert expire(caller).due is Due.CLOSE
    assert (spent(here, "identity"), spent(here, "interview")) == (1, 0)


def test_what_nobody_comes_back_to_is_swept_once(world: World) -> None:
    world.load(*MARISOL.records)
    caller = at_tax(world)
    world.later(minutes=world.policy.standing_minutes - 1)
    Sweeper(world.beside, lambda: world.now).sweep()
    assert state_of(world, caller.seen) is State.INTERVIEWING
    world.later(minutes=15)
    Sweeper(world.beside, lambda: world.now).sweep()
    assert state_of(world, caller.seen) is State.REFERRED
    world.later(minutes=15)
    Sweeper(world.beside, lambda: world.now).sweep()
    assert spent(world, "interview") == 1


def test_a_line_that_is_dead_has_no_clock(here: World) -> None:
    caller = at_tax(here)
    caller.send(DropCall(call_id=caller.seen.call_id))
    here.later(hours=3)
    Sweeper(here.beside, lambda: here.now).sweep()
    assert caller.send(ResumeCall(call_id=caller.seen.call_id)).due is Due.ANSWER
    assert spent(here, "interview") == 0


def test_papers_are_fetched_once_and_before_the_first_item(here: World) -> None:
    caller = at_tax(here)
    call = caller.seen.call_id
    assert caller.seen.papers and not caller.seen.papers_fetched
    resting = caller.send(FetchPapers(call_id=call))
    assert resting.resting_until and (resting.resting_until - here.now).total_seconds() == 300
    with pytest.raises(Refused, match=r"papers\.once"):
        caller.send(FetchPapers(call_id=call))
    here.later(minutes=4)
    assert not caller.send(CallerReady(call_id=call)).papers
    for request in (FetchPapers(call_id=call), CallerReady(call_id=call)):
        with pytest.raises(Refused, match=r"papers\.begun"):
            caller.send(request)
    assert caller.finish().verdict is Verdict.PASSED
    assert noted(here) == []


def test_a_pause_that_is_never_ended_is_swept_too(here: World) -> None:
    caller = at_tax(here)
    caller.send(FetchPapers(call_id=caller.seen.call_id))
    here.later(minutes=here.policy.papers_minutes + here.policy.standing_minutes, seconds=1)
    Sweeper(here.beside, lambda: here.now).sweep()
    assert state_of(here, caller.seen) is State.REFERRED


def test_an_answer_to_the_first_item_begins_it(here: World) -> None:
    caller = at_tax(here)
    caller.answer(6, "1.00")
    with pytest.raises(Refused, match=r"papers\.begun"):
        caller.send(FetchPapers(call_id=caller.seen.call_id))


def test_next_day_what_broke_off_is_drawn_anew(here: World) -> None:
    caller = at_tax(here)
    drawn = {q.asks for q in caller.questions()[5:]}
    caller.answer(6, "1.00")
    caller.send(DropCall(call_id=caller.seen.call_id))
    here.later(days=1)
    with pytest.raises(Refused, match=r"call\.another_day"):
        caller.send(ResumeCall(call_id=caller.seen.call_id))
    caller.send(EndCall(call_id=caller.seen.call_id))
    again = Caller(here, MARISOL, "ben")
    again.reach_tax()
    assert not drawn & {q.asks for q in again.questions()[5:]}
    assert len(again.seen.recorded) == 5


def test_who_fails_the_identity_items_takes_it_up_all_the_same(here: World) -> None:
    """Otherwise what is asked would tell whether they were right."""
    caller = at_tax(here)
    caller.tax()
    caller.send(DropCall(call_id=caller.seen.call_id))
    impostor = Caller(here, MARISOL, "ben")
    impostor.start()
    impostor.eligible()
    impostor.identify()
    impostor.identity(birth="01/02/1950")
    assert impostor.send(ScoreInterview(call_id=impostor.seen.call_id)).verdict is Verdict.REFERRED
    impostor.send(EndCall(call_id=impostor.seen.call_id))
    caller.send(ResumeCall(call_id=caller.seen.call_id))
    assert caller.seen.due is Due.CLOSE


def test_records_that_have_no_other_item_refer_without_blame_or_attempt(here: World) -> None:
    caller, drops = at_tax(here), 0
    while caller.seen.due is Due.ANSWER:
        stands = caller.seen.question
        caller.send(CallerReady(call_id=caller.seen.call_id)) if caller.seen.papers else None
        caller.send(DropCall(call_id=caller.seen.call_id))
        caller.send(ResumeCall(call_id=caller.seen.call_id))
        drops += 1
        assert caller.seen.question != stands and drops < 20
    assert (caller.seen.due, list(caller.seen.lines)) == (Due.BOOK, ["records_thin", "bring"])
    assert spent(here, "interview") == 0
    assert caller.seen.case and caller.seen.case.attempt == 1


def test_signals_are_for_review_and_never_for_the_page(here: World) -> None:
    caller = at_tax(here)
    call = caller.seen.call_id
    first = caller.questions()[5]
    here.later(seconds=70)
    caller.send(AnswerQuestion(call_id=call, number=6, text=truth(first), waited_ms=70_000, idle_ms=70_000))
    caller.answer(6, truth(first))
    here.later(seconds=40)
    caller.answer(7, "1.00")
    here.send("ana", NoteSignal(call_id=call))
    assert noted(here) == ["another_voice", "changed_answer", "clock_gap", "long_pause"]
    assert "long_pause" not in caller.seen.model_dump_json()


def test_many_names_for_one_number_are_limited_across_calls_and_assistors(here: World) -> None:
    def try_name(assistor: str, name: str) -> None:
        caller = Caller(here, MARISOL, assistor)
        caller.start(Reason.NEW_PROOFING)
        caller.eligible()
        try:
            caller.identify(name=name)
            caller.identify(name=name)
        finally:
            caller.send(EndCall(call_id=caller.seen.call_id))

    for assistor in ("ana", "ben", "ana"):
        try_name(assistor, "Nobody Atall")
    with pytest.raises(Refused, match=r"attempts\.identify_tin"):
        try_name("ben", "Somebody Else")
    here.later(hours=1, minutes=1)
    caller = Caller(here, MARISOL, "ben")
    caller.reach_tax()
    assert caller.seen.due is Due.ANSWER  # nobody is locked out for long


def test_one_assistor_s_calls_try_so_many_names_only(here: World) -> None:
    for number in range(here.policy.identify_person_attempts // 2):
        caller = Caller(here, MARISOL)
        caller.start()
        caller.eligible()
        for _ in range(2):
            caller.identify(tin=f"123-00-{7000 + number}")
        caller.send(EndCall(call_id=caller.seen.call_id))
    caller.start()
    caller.eligible()
    caller.answer(1, MARISOL.tin)
    caller.answer(2, MARISOL.name)
    with pytest.raises(Refused, match=r"attempts\.identify_person"):
        caller.send(IdentifyCaller(call_id=caller.seen.call_id))
    Caller(here, MARISOL, "ben").reach_tax()


def test_a_draft_is_kept_without_touching_the_clock(here: World) -> None:
    caller = at_tax(here)
    here.send("ana", KeepDraft(call_id=caller.seen.call_id, number=6, text="6"))
    with here.reading() as store:
        held = store.interviews.of_call(caller.seen.call_id)
    assert held and held.asked_at == here.now
