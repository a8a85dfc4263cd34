"""The letter ledger: its steps, an overdue lease, and who may see a run's pages."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistor_console.domain.errors import Refused
from assistor_console.domain.letter import STEPS, Letter, LetterState, Run
from assistor_console.domain.records import Address
from assistor_console.domain.terms import Language

NOW = datetime(2017, 12, 11, 15, tzinfo=UTC)
ME, OTHER = UUID(int=1), UUID(int=2)
S = LetterState


def letter(state: LetterState) -> Letter:
    address = Address(("1 ELM ST",), "FRESNO", "CA", "93706")
    ids = UUID(int=3), UUID(int=4)
    return Letter(
        UUID(int=5), "L-17-000001", *ids, state, True, Language.EN, NOW, "A B", address, "a", "12345678"
    )


def run(state: LetterState) -> Run:
    return Run(UUID(int=6), "LR-17-0001", state, ME, NOW, NOW + timedelta(minutes=30), 3)


def test_the_way_of_a_letter() -> None:
    one = letter(S.QUEUED)
    for state in (S.LEASED, S.PRINTED, S.MAILED, S.SUPERSEDED):
        one = one.step(state)
        assert one.state is state


@given(st.sampled_from(S), st.sampled_from(S))
def test_no_other_step(state: LetterState, wanted: LetterState) -> None:
    if wanted in STEPS[state]:
        assert letter(state).step(wanted, live=False).live is False
        return
    with pytest.raises(Refused, match=r"letter\.state"):
        letter(state).step(wanted)


def test_nothing_is_printed_twice_and_nothing_leaves_superseded() -> None:
    assert [state for state in S if S.LEASED in STEPS[state]] == [S.QUEUED]
    assert STEPS[S.SUPERSEDED] == frozenset()
    assert set(STEPS) == set(S)
    assert all(S.QUEUED not in steps for steps in STEPS.values())


def test_a_lease_that_ran_out_is_uncertain() -> None:
    leased = run(S.LEASED)
    assert leased.standing(leased.lease_ends - timedelta(microseconds=1)) is S.LEASED
    assert leased.standing(leased.lease_ends) is S.UNCERTAIN
    assert run(S.PRINTED).standing(leased.lease_ends) is S.PRINTED


def test_only_the_holder_of_a_lease_sees_its_pages_and_only_while_it_holds() -> None:
    leased = run(S.LEASED)

    def told(one: Run, who: UUID | None, now: datetime = NOW) -> str | None:
        no = one.draw_refusal(who, now)
        return no.rule if no else None

    assert told(leased, ME) is None
    assert told(leased, OTHER) == told(leased, None) == "run.not_yours"
    assert told(leased, ME, leased.lease_ends) == "run.not_leased"
    assert told(run(S.PRINTED), ME) == "run.not_leased"


def test_a_mailed_run_is_over() -> None:
    assert run(S.LEASED).step(S.PRINTED).step(S.MAILED).state is S.MAILED
    for state in S:
        with pytest.raises(Refused, match=r"run\.state"):
            run(S.MAILED).step(state)
