"""Many at once, on both databases: one wins, the others are told."""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier, Lock
from typing import Any

import pytest
from sqlalchemy import func, select

from assistor_console.domain.errors import Refused
from assistor_console.domain.letter import LetterState
from assistor_console.domain.terms import Language, Reason, Role
from assistor_console.requests.accounts import AccountIssued, IssueAccount
from assistor_console.requests.intake import StartCall
from assistor_console.requests.interview import IdentifyCaller, ScoreInterview
from assistor_console.requests.letters import LeaseRun, SeeLetters
from assistor_console.requests.operate import BeginLoad
from assistor_console.requests.sign_in import SignedIn, SignIn
from assistor_console.services import passwords, sign_in
from assistor_console.store import tables as t
from tests.callers import MARISOL, Caller, persona
from tests.worlds import PASSWORD, World

Told = list[Any]


def at_once(acts: Sequence[Callable[[], object]]) -> Told:
    """Runs all acts at one moment; each one's reply, or the rule that refused it."""
    gate = Barrier(len(acts))

    def one(act: Callable[[], object]) -> object:
        gate.wait()
        try:
            return act()
        except Refused as no:
            return no.refusal.rule

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(one, acts))


def count(world: World, table: Any) -> int:
    with world.reading() as store:
        return int(store.connection.execute(select(func.count()).select_from(table)).scalar_one())


def test_sixteen_guesses_at_one_staff_id(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    looked, counting, look = [0], Lock(), passwords.matches

    def counted(password: str, kept: str | None) -> bool:
        with counting:
            looked[0] += 1
        return look(password, kept)

    monkeypatch.setattr(sign_in, "matches", counted)
    guesses = [SignIn(staff_id=world.staff_id("ben"), password=f"g{n}", code=world.code()) for n in range(16)]
    told = at_once([partial(world.send, "", guess) for guess in guesses])
    most = world.policy.sign_in_attempts
    assert looked[0] == most
    assert sorted(told) == ["attempts.sign_in"] * (16 - most) + ["sign_in.wrong"] * most


def test_trials_queue_for_half_the_cores(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A thousand sign-ins at half past seven: the other half is left for the calls."""
    now, highest, counting, look = [0], [0], Lock(), passwords.matches

    def counted(password: str, kept: str | None) -> bool:
        with counting:
            now[0] += 1
            highest[0] = max(highest[0], now[0])
        found = look(password, kept)
        with counting:
            now[0] -= 1
        return found

    monkeypatch.setattr(sign_in, "matches", counted)
    guesses = [SignIn(staff_id=f"{n:010d}", password="wrong", code="000000") for n in range(12)]
    assert at_once([partial(world.send, "", guess) for guess in guesses]) == ["sign_in.wrong"] * 12
    assert 1 <= highest[0] <= max(1, (os.cpu_count() or 2) // 2)


def test_one_code_opens_one_session(world: World) -> None:
    right = SignIn(staff_id=world.staff_id("ben"), password=PASSWORD, code=world.code())
    told = at_once([lambda: world.send("", right)] * 3)
    assert sum(isinstance(one, SignedIn) for one in told) == 1


def test_one_envelope_issues_one_account_and_one_password(world: World) -> None:
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    caller.reach_verdict()
    envelope, issue = world.envelope("ana"), IssueAccount(call_id=caller.seen.call_id)
    told = at_once([lambda: world.send("ana", issue, envelope)] * 8)
    passwords = {tuple(c.character for c in one.password) for one in told if isinstance(one, AccountIssued)}
    assert len(passwords) == 1 and len([one for one in told if isinstance(one, AccountIssued)]) == 8
    assert (count(world, t.accounts), count(world, t.letters)) == (1, 1)


def test_eight_envelopes_issue_one_account(world: World) -> None:
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    caller.reach_verdict()
    issue = IssueAccount(call_id=caller.seen.call_id)
    told = at_once([lambda: world.send("ana", issue)] * 8)
    assert [one for one in told if isinstance(one, str)] == ["account.issued"] * 7
    assert (count(world, t.accounts), count(world, t.letters)) == (1, 1)


def test_one_assistor_has_one_call(world: World) -> None:
    start = StartCall(language=Language.EN, reason=Reason.NEW_PROOFING)
    told = at_once([lambda: world.send("ana", start)] * 8)
    assert [one for one in told if isinstance(one, str)] == ["call.one_at_a_time"] * 7
    assert count(world, t.calls) == 1


def test_two_consoles_with_one_caller_open_one_case(world: World) -> None:
    world.load(*MARISOL.records)
    names = [f"assistor {n}" for n in range(world.policy.identify_tin_attempts)]
    callers = []
    for name in names:
        world.hire(name, Role.ASSISTOR)
        caller = Caller(world, MARISOL, name)
        caller.start()
        caller.eligible()
        caller.answer(1, MARISOL.tin)
        caller.answer(2, MARISOL.name)
        callers.append(caller)
    told = at_once([partial(c.send, IdentifyCaller(call_id=c.seen.call_id)) for c in callers])
    assert [one for one in told if isinstance(one, str)] == ["case.busy"] * (len(names) - 1)
    assert count(world, t.cases) == 1


def test_one_interview_is_scored_once(world: World) -> None:
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    caller.reach_tax()
    caller.tax(wrong=1)
    score = ScoreInterview(call_id=caller.seen.call_id)
    told = at_once([lambda: world.send("ana", score)] * 6)
    assert [one for one in told if isinstance(one, str)] == ["call.not_now"] * 5
    with world.reading() as store:
        assert caller.seen.case
        assert store.attempts.failed("interview", str(caller.seen.case.id)) == 1
        assert store.calls.scored(caller.seen.case.id) == 1


def test_no_letter_is_in_two_runs(world: World) -> None:
    for n in range(4):
        one = persona(f"12300441{n}", f"ANA<EJEMPLO{'ABCD'[n]}", "EJEM", 50_111_00 + n * 1_733_00)
        world.load(*one.records)
        caller = Caller(world, one, "ana")
        world.hire(f"a{n}", Role.ASSISTOR)
        caller.assistor = f"a{n}"
        caller.reach_verdict()
        caller.issue()
    names = ["sup", "ship", "third", "fourth", "fifth", "sixth"]
    for name in names[2:]:
        world.hire(name, Role.SUPERVISOR)
    told = at_once([partial(world.send, name, LeaseRun(most=2)) for name in names])
    assert sum(run.letters for run in told if not isinstance(run, str)) == 4
    seen = world.send("sup", SeeLetters())
    assert [letter.state for letter in seen.letters] == [LetterState.LEASED] * 4
    assert seen.queued == 0


def test_one_file_is_begun_once(world: World) -> None:
    begin = BeginLoad(name="w2.txt", digest="c" * 64, format="efw2")
    told = at_once([lambda: world.operator.send(begin)] * 6)
    assert [one for one in told if isinstance(one, str)] == ["load.under_way"] * 5
