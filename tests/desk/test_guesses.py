"""The rollback oracle: a guess is counted whatever happens to the request that made it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from assistor_console.domain.errors import Refused, Trouble
from assistor_console.domain.limits import LIMITS
from assistor_console.domain.terms import Due, State, Verdict
from assistor_console.requests.base import Reply, Request
from assistor_console.requests.intake import (
    AskIdentity,
    CallSeen,
    DropCall,
    EndCall,
    ProveContinuation,
    ResumeCall,
)
from assistor_console.requests.interview import CheckIdentity, IdentifyCaller, ScoreInterview
from assistor_console.requests.sign_in import SignedIn, SignIn
from assistor_console.services import interview, sign_in
from assistor_console.store import tables as t
from assistor_console.store.appointments import Appointments
from tests.callers import MARISOL, Caller
from tests.journeys import book, phones_again, state_of, verify
from tests.worlds import PASSWORD, World


def killed_after(monkeypatch: pytest.MonkeyPatch, owner: object, name: str) -> list[object]:
    """From now on the request dies right after the guess was looked at; a list of what was seen."""
    look: Callable[..., Any] = getattr(owner, name)
    seen: list[object] = []

    def dies(*args: Any) -> None:
        seen.append(look(*args))
        raise MemoryError

    monkeypatch.setattr(owner, name, dies)
    return seen


def rule(send: Callable[[], object]) -> str:
    """The rule a request is refused by, or the code of the trouble."""
    try:
        send()
    except Refused as no:
        return no.refusal.rule
    except Trouble as trouble:
        return trouble.code
    return "done"


def spent(world: World, limit: str) -> int:
    with world.reading() as store:
        counted = select(func.count()).where(t.attempts.c["limit"] == limit)
        return int(store.connection.execute(counted).scalar_one())


def most(world: World, limit: str) -> int:
    return LIMITS[limit](world.policy).most


def guess(world: World, password: str = "wrong") -> SignIn:
    return SignIn(staff_id=world.staff_id("ben"), password=password, code=world.code())


def test_sign_in_locks_after_aborted_guesses(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    looked = killed_after(monkeypatch, sign_in, "matches")
    number = most(world, "sign_in")
    told = [rule(lambda: world.send("", guess(world, f"g{n}"))) for n in range(number + 3)]  # noqa: B023
    assert told == ["desk.bug"] * number + ["attempts.sign_in"] * 3
    assert len(looked) == number
    monkeypatch.undo()
    assert rule(lambda: world.send("", guess(world, PASSWORD))) == "attempts.sign_in"
    world.later(minutes=world.policy.sign_in_minutes)
    assert isinstance(world.send("", guess(world, PASSWORD)), SignedIn)


def test_a_refused_sign_in_says_when_it_clears(world: World) -> None:
    start = world.now
    for _ in range(most(world, "sign_in")):
        assert rule(lambda: world.send("", guess(world))) == "sign_in.wrong"
        world.later(seconds=10)
    with pytest.raises(Refused) as told:
        world.send("", guess(world, PASSWORD))
    clears = told.value.refusal.clears_at
    assert clears and (clears - start).total_seconds() == world.policy.sign_in_minutes * 60
    world.now = clears
    world.send("", guess(world, PASSWORD))


def test_an_unknown_staff_id_locks_as_a_known_one(world: World) -> None:
    unknown = SignIn(staff_id="0000000000", password="x", code="000000")
    number = most(world, "sign_in")
    told = [rule(lambda: world.send("", unknown)) for _ in range(number + 1)]
    assert told == ["sign_in.wrong"] * number + ["attempts.sign_in"]


def again(
    world: World, monkeypatch: pytest.MonkeyPatch, owner: object, name: str, one: Any, other: Any
) -> None:
    """One id: the same guess spends no second attempt, another guess under it is refused."""
    looked = killed_after(monkeypatch, owner, name)
    envelope = world.envelope("ana")
    limit = type(one).limit
    before = spent(world, limit)
    assert rule(lambda: world.send("ana", one, envelope)) == "desk.bug"
    assert rule(lambda: world.send("ana", one, envelope)) == "desk.bug"
    assert rule(lambda: world.send("ana", other, envelope)) == "request.id_reused"
    assert (len(looked), spent(world, limit) - before) == (2, 1)
    monkeypatch.undo()


def test_one_id_is_one_guess_at_a_password(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    again(world, monkeypatch, sign_in, "matches", guess(world, "one"), guess(world, "other"))


def identifying(world: World, name: str = "Ana Otra") -> Caller:
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    caller.start()
    caller.eligible()
    caller.answer(1, MARISOL.tin)
    caller.answer(2, name)
    return caller


def test_identifying_locks_after_aborted_guesses(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    caller = identifying(world)
    looked = killed_after(monkeypatch, interview, "identified")
    number = most(world, "identify")
    told = [rule(lambda: caller.send(IdentifyCaller(call_id=caller.seen.call_id))) for _ in range(number + 2)]
    assert told == ["desk.bug"] * number + ["attempts.identify"] * 2
    monkeypatch.undo()
    caller.answer(2, MARISOL.name)
    assert rule(lambda: caller.send(IdentifyCaller(call_id=caller.seen.call_id))) == "attempts.identify"
    assert len(looked) == number


def test_one_id_is_one_guess_at_a_name(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The guess lies in the answers: another answer under the same id is another guess."""
    caller = identifying(world)
    looked = killed_after(monkeypatch, interview, "identified")
    identify = IdentifyCaller(call_id=caller.seen.call_id)
    envelope = world.envelope("ana")
    for _ in range(2):
        assert rule(lambda: world.send("ana", identify, envelope)) == "desk.bug"
    caller.answer(2, MARISOL.name)
    assert rule(lambda: world.send("ana", identify, envelope)) == "request.id_reused"
    assert (looked, spent(world, "identify")) == ([False, False], 1)


def prove(caller: Caller, code: str) -> Request[CallSeen]:
    return ProveContinuation(call_id=caller.seen.call_id, code=code)


def returned(world: World) -> tuple[Caller, str]:
    """A verified caller who phones again with ana, and the code on their slip."""
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    caller.reach_verdict(wrong=1)
    code = book(world, caller)
    caller.send(EndCall(call_id=caller.seen.call_id))
    verify(world, caller)
    return phones_again(world, caller, "ana"), code


WRONG_CODE = "0000-0000-0000-00"
"""It reads well: its check symbol is right."""


def test_a_continuation_code_locks_after_aborted_guesses(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    caller, code = returned(world)
    looked = killed_after(monkeypatch, Appointments, "continuation_matches")
    number = most(world, "continuation")
    told = [rule(lambda: caller.send(prove(caller, WRONG_CODE))) for _ in range(number + 2)]
    assert told == ["desk.bug"] * number + ["attempts.continuation"] * 2
    assert looked == [False] * number
    monkeypatch.undo()
    assert rule(lambda: caller.send(prove(caller, code))) == "attempts.continuation"
    world.later(minutes=world.policy.continuation_minutes)
    assert caller.send(prove(caller, code)).case


def test_one_id_is_one_guess_at_a_continuation_code(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    caller, code = returned(world)
    wrong, right = prove(caller, WRONG_CODE), prove(caller, code)
    again(world, monkeypatch, Appointments, "continuation_matches", wrong, right)


def test_identity_items_lock_over_all_calls_of_a_case(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    caller, _ = returned(world)
    looked = killed_after(monkeypatch, interview, "all_accurate")
    number = most(world, "identity")
    for n in range(number + 1):
        caller.send(AskIdentity(call_id=caller.seen.call_id))
        caller.answer_identity()
        check = CheckIdentity(call_id=caller.seen.call_id)
        told = rule(lambda: world.send("ana", check))  # noqa: B023
        assert told == ("desk.bug" if n < number else "attempts.identity")
        caller.send(EndCall(call_id=caller.seen.call_id))
        caller = phones_again(world, caller, "ana")
    assert len(looked) == number


@pytest.mark.parametrize("kind", [CheckIdentity, ScoreInterview])
def test_answers_stay_frozen_after_an_aborted_look(
    world: World, monkeypatch: pytest.MonkeyPatch, kind: type[CheckIdentity | ScoreInterview]
) -> None:
    """A crash between freeze and verdict: no answer changes, another request finishes it, one attempt."""
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    caller.start()
    caller.eligible()
    caller.identify()
    number, name = 3, "all_accurate"
    if kind is ScoreInterview:
        caller.identity()
        caller.tax(wrong=1)
        number, name = 6, "verdict"
    else:
        caller.answer_identity(birth="01/02/1950")
    look = kind(call_id=caller.seen.call_id)
    before = spent(world, kind.limit)
    looked = killed_after(monkeypatch, interview, name)
    assert rule(lambda: caller.send(look)) == "desk.bug"
    assert rule(lambda: caller.answer(number, caller.who.identity[3])) == "interview.frozen"
    assert rule(lambda: caller.send(look)) == "desk.bug"
    monkeypatch.undo()
    caller.send(look)
    assert (len(looked), spent(world, kind.limit) - before) == (2, 1)


def test_aborted_scores_use_up_the_interviews_of_a_case(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.load(*MARISOL.records)
    number = most(world, "interview")
    looked = killed_after(monkeypatch, interview, "verdict")
    for _ in range(number):
        caller = Caller(world, MARISOL)
        caller.reach_tax()
        caller.tax()
        told = rule(lambda: caller.send(ScoreInterview(call_id=caller.seen.call_id)))  # noqa: B023
        assert told == "desk.bug"
        caller.send(EndCall(call_id=caller.seen.call_id))
    assert len(looked) == number
    assert state_of(world, caller.seen) is State.INTERRUPTED
    monkeypatch.undo()
    last = Caller(world, MARISOL)
    last.reach_tax()
    assert (last.seen.due, state_of(world, last.seen)) == (Due.BOOK, State.REFERRED)


def test_a_crashed_score_can_be_finished_after_a_dropped_line(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    caller.reach_tax()
    caller.tax()
    killed_after(monkeypatch, interview, "verdict")
    assert rule(lambda: caller.send(ScoreInterview(call_id=caller.seen.call_id))) == "desk.bug"
    monkeypatch.undo()
    caller.send(DropCall(call_id=caller.seen.call_id))
    caller.send(ResumeCall(call_id=caller.seen.call_id))
    assert caller.send(ScoreInterview(call_id=caller.seen.call_id)).verdict is Verdict.PASSED


def test_what_may_not_be_tried_spends_nothing(world: World) -> None:
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    caller.reach_tax()
    for act in (IdentifyCaller, ScoreInterview):
        request: Request[Reply] = act(call_id=caller.seen.call_id)
        before = spent(world, act.limit)
        assert rule(lambda: world.send("ana", request)) == "call.not_now"  # noqa: B023
        assert rule(lambda: world.send("ben", request)) == "call.not_yours"  # noqa: B023
        assert spent(world, act.limit) == before


def test_a_guess_sent_again_later_is_not_tested_at_other_times(world: World) -> None:
    """One wrong code, sent again each half-minute under its first envelope, would be right in the end."""
    guessed = SignIn(
        staff_id=world.staff_id("ben"),
        password=PASSWORD,
        code=world.code(world.now + timedelta(minutes=10)),
    )
    envelope = world.envelope("")
    assert rule(lambda: world.send("", guessed, envelope)) == "sign_in.wrong"
    assert rule(lambda: world.send("", guessed, envelope)) == "sign_in.wrong"
    assert spent(world, "sign_in") == 1
    world.later(minutes=10)
    assert rule(lambda: world.send("", guessed, envelope)) == "request.id_reused"
    assert isinstance(world.send("", guessed), SignedIn)


def test_a_guess_sent_again_soon_is_judged_as_of_its_first_time(world: World) -> None:
    """Within the minutes of a resend the clock passes several codes: none of them is tested."""
    coming = world.code(world.now + timedelta(minutes=2))
    guessed = SignIn(staff_id=world.staff_id("ben"), password=PASSWORD, code=coming)
    envelope = world.envelope("")
    assert rule(lambda: world.send("", guessed, envelope)) == "sign_in.wrong"
    world.later(minutes=2)
    assert rule(lambda: world.send("", guessed, envelope)) == "sign_in.wrong"
    assert isinstance(world.send("", guessed), SignedIn)
