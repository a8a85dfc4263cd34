"""Row 15: account without a pass; answer after scoring; second live code; code of a superseded letter."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from uuid import uuid4

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from assistor_console.domain.errors import Refused
from assistor_console.domain.letter import LetterState
from assistor_console.domain.terms import CallState
from assistor_console.requests.accounts import IssueAccount
from assistor_console.requests.base import Reply, Request
from assistor_console.requests.intake import DropCall, EndCall, ProveContinuation, ResumeCall
from assistor_console.requests.interview import AnswerQuestion, KeepDraft, ScoreInterview
from assistor_console.requests.letters import ConfirmPrinted, LeaseRun, ReplaceRun, RunDocument
from assistor_console.requests.review import HoldCase, ReleaseCase
from assistor_console.store import tables as t
from tests.callers import MARISOL, TEODOR, Caller
from tests.journeys import book, phones_again, verify
from tests.worlds import WHERE, World, world

__all__ = ["world"]

on_sqlite = pytest.mark.parametrize("world", WHERE[:1], indirect=True)
on_postgresql = pytest.mark.parametrize("world", WHERE[1:2], indirect=True)
REASON = "a doubt about this caller"


def refused(world: World, who: str, request: Request[Reply]) -> str:
    """The rule that refuses a request, which must be refused."""
    with pytest.raises(Refused) as no:
        world.send(who, request)
    return no.value.refusal.rule


def accounts(world: World) -> int:
    with world.reading() as store:
        return len(store.connection.execute(select(t.accounts.c.id)).all())


def no_account(world: World, caller: Caller) -> str:
    """Why no account is made on this call; none has been."""
    rule = refused(world, caller.assistor, IssueAccount(call_id=caller.seen.call_id))
    assert accounts(world) == 0
    return rule


@on_sqlite
def test_row_15_no_account_anywhere_before_a_pass(world: World) -> None:
    """At each step of a call that is referred, of the visit, and of the return call until it is known."""
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    told = []
    for step in (
        caller.start,
        caller.eligible,
        caller.identify,
        caller.identity,
        lambda: caller.tax(wrong=1),
        lambda: caller.send(DropCall(call_id=caller.seen.call_id)),
        lambda: caller.send(ResumeCall(call_id=caller.seen.call_id)),
        lambda: caller.send(ScoreInterview(call_id=caller.seen.call_id)),
        lambda: book(world, caller),
    ):
        step()
        told.append(no_account(world, caller))
    assert told == ["account.not_proved"] * 7 + ["account.needs_visit"] * 2
    assert caller.seen.case
    held = caller.seen.case.id
    world.send("sup", HoldCase(case_id=held, reason=REASON))
    no_account(world, caller)
    world.send("sup", ReleaseCase(case_id=held, reason=REASON))
    caller.send(EndCall(call_id=caller.seen.call_id))
    assert no_account(world, caller) == "call.ended"
    verify(world, caller)
    again = phones_again(world, caller)
    assert no_account(world, again) == "account.not_recognised"
    assert refused(world, "ana", IssueAccount(call_id=again.seen.call_id)) == "call.not_yours"


@on_sqlite
def test_row_15_a_verification_that_lapsed_makes_no_account(world: World) -> None:
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    caller.reach_verdict(wrong=1)
    code = book(world, caller)
    caller.send(EndCall(call_id=caller.seen.call_id))
    verify(world, caller)
    world.later(days=world.policy.verification_holds_days + 1)
    again = phones_again(world, caller)
    assert no_account(world, again) == "account.not_recognised"
    again.send(ProveContinuation(call_id=again.seen.call_id, code=code))
    assert no_account(world, again) == "account.needs_visit"


@on_sqlite
@pytest.mark.parametrize("wrong", [0, 1])
def test_row_15_no_answer_after_scoring(world: World, wrong: int) -> None:
    """Not on the call that was scored, not late from a console that kept it, not after the call."""
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    caller.reach_verdict(wrong=wrong)
    call_id, before = caller.seen.call_id, _answers(world)
    late = [AnswerQuestion(call_id=call_id, number=number, text="1") for number in (1, 3, 6)]
    rules = {
        refused(world, "ana", request) for request in (*late, KeepDraft(call_id=call_id, number=6, text="1"))
    }
    assert rules == {"interview.none"}
    assert refused(world, "ana", ScoreInterview(call_id=call_id)) == "call.not_now"
    assert caller.send(EndCall(call_id=call_id)).state is CallState.ENDED
    assert refused(world, "ana", late[0]) == "call.ended"
    assert _answers(world) == before


def _answers(world: World) -> list[tuple[object, ...]]:
    with world.reading() as store:
        return [tuple(row) for row in store.connection.execute(select(t.answers).order_by(t.answers.c.id))]


@on_sqlite
def test_row_15_an_account_has_one_live_code(world: World) -> None:
    caller = _passed(world)
    assert refused(world, "ana", IssueAccount(call_id=caller.seen.call_id)) == "account.issued"
    assert caller.seen.case
    with world.reading() as store:
        letter = store.letters.of_case(caller.seen.case.id)
    assert letter and letter.live
    second = replace(letter, id=uuid4(), number="L-17-999999", code="99999999", code_index=None)
    with pytest.raises(IntegrityError), world.database.write() as store:
        store.letters.add(second)
    with world.database.write() as store:  # a code that is void may stand beside the live one
        store.letters.add(replace(second, live=False, code="", code_index=b"\0" * 16))


@on_postgresql
def test_row_15_runs_replaced_at_once_leave_one_live_code_each(world: World) -> None:
    world.load(*TEODOR.records)
    _passed(world)
    other = Caller(world, TEODOR, "ben")
    other.reach_verdict()
    other.issue()
    run = world.send("ship", LeaseRun())
    with ThreadPoolExecutor(8) as pool:
        told = list(pool.map(lambda _: _told(world, ReplaceRun(run_id=run.run_id)), range(8)))
    assert told.count(None) == 1 and set(told) - {None} <= {"run.state", "run.changed", "letter.state"}
    with world.reading() as store:
        rows = store.connection.execute(select(t.letters.c.account_id, t.letters.c.live)).all()
    assert sorted(live for _, live in rows) == [False, False, True, True]
    assert len({account for account, live in rows if live}) == 2


@on_sqlite
def test_row_15_the_code_of_a_superseded_letter_is_void(world: World) -> None:
    """Nothing accepts it: its letter is not live, its code rests nowhere, and the new letter has another."""
    caller = _passed(world)
    run = world.send("ship", LeaseRun())
    assert caller.seen.case
    with world.reading() as store:
        old = store.letters.of_case(caller.seen.case.id)
    assert old and old.code and world.send("ship", RunDocument(run_id=run.run_id)).content
    world.send("ship", ConfirmPrinted(run_id=run.run_id, letters=1))
    world.send("ship", ReplaceRun(run_id=run.run_id))
    with world.reading() as store:
        (spoilt,) = store.letters.of_run(run.run_id)
        (fresh,) = store.letters.waiting(9)
    assert (spoilt.state, spoilt.live, spoilt.code) == (LetterState.SUPERSEDED, False, "")
    assert fresh.live and fresh.code != old.code and fresh.code_index != spoilt.code_index
    assert refused(world, "ship", RunDocument(run_id=run.run_id)) == "run.not_leased"
    assert refused(world, "ship", ConfirmPrinted(run_id=run.run_id, letters=1)) == "run.state"


def _passed(world: World) -> Caller:
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    caller.reach_verdict()
    caller.issue()
    return caller


def _told(world: World, request: Request[Reply]) -> str | None:
    try:
        world.send("ship", request)
    except Refused as no:
        return no.refusal.rule
    return None
