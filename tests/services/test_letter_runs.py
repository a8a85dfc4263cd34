"""Letter runs: never silently none, never silently two; a held case holds up nobody else."""

import pytest
from sqlalchemy import select

from assistor_console.domain.errors import Refused
from assistor_console.domain.letter import LetterState
from assistor_console.domain.terms import State
from assistor_console.requests.intake import CallSeen, EndCall
from assistor_console.requests.letters import (
    ConfirmMailed,
    ConfirmPrinted,
    LeaseRun,
    ReplaceRun,
    RunDocument,
    SeeLetters,
)
from assistor_console.requests.review import CloseCase, HoldCase, ReleaseCase
from assistor_console.store import tables as t
from tests.callers import MARISOL, TEODOR, Caller
from tests.journeys import mail_letters, state_of
from tests.worlds import World

REASON = "the caller asked for it"


@pytest.fixture
def issued(world: World) -> tuple[World, CallSeen, CallSeen]:
    """Two accounts whose letters wait."""
    world.load(*MARISOL.records, *TEODOR.records)
    seen = []
    for one in (MARISOL, TEODOR):
        caller = Caller(world, one)
        caller.reach_verdict()
        caller.issue()
        seen.append(caller.send(EndCall(call_id=caller.seen.call_id)))
        world.later(minutes=1)
    return world, seen[0], seen[1]


Issued = tuple[World, CallSeen, CallSeen]


def hold(world: World, seen: CallSeen) -> None:
    assert seen.case
    world.send("sup", HoldCase(case_id=seen.case.id, reason=REASON))


def codes(world: World) -> list[bytes]:
    """Digests of the codes that could be redeemed."""
    with world.reading() as store:
        live = select(t.letters.c.code).where(t.letters.c.live.is_(True))
        return [bytes(code) for code in store.connection.execute(live).scalars()]


def test_a_run_takes_the_oldest_first_and_no_more_than_asked(issued: Issued) -> None:
    world, first, _ = issued
    run = world.send("ship", LeaseRun(most=1))
    assert run.letters == 1
    seen = world.send("ship", SeeLetters())
    assert (seen.queued, [one.state for one in seen.letters]) == (1, [LetterState.LEASED, LetterState.QUEUED])
    assert first.case and seen.letters[0].case_number == first.case.number
    assert (
        "QUIN" in seen.letters[0].name_masked.upper()
        and "QUINTERO" not in seen.letters[0].name_masked.upper()
    )


def test_a_document_is_the_same_each_time(issued: Issued) -> None:
    world, _, _ = issued
    run = world.send("ship", LeaseRun())
    pages = [world.send("ship", RunDocument(run_id=run.run_id)).content for _ in range(2)]
    assert pages[0] == pages[1]


def test_nothing_is_leased_twice(issued: Issued) -> None:
    world, _, _ = issued
    world.send("ship", LeaseRun())
    with pytest.raises(Refused, match=r"run\.nothing_queued"):
        world.send("sup", LeaseRun())


def test_an_overdue_run_is_uncertain_and_waits_for_a_person(issued: Issued) -> None:
    world, _, _ = issued
    run = world.send("ship", LeaseRun())
    world.later(minutes=world.policy.letter_lease_minutes)
    seen = world.send("sup", SeeLetters())
    assert (seen.uncertain, seen.queued) == (2, 0)
    assert {one.state for one in seen.letters} == {LetterState.UNCERTAIN}
    with pytest.raises(Refused, match=r"run\.not_leased"):
        world.send("ship", RunDocument(run_id=run.run_id))
    with pytest.raises(Refused, match=r"run\.nothing_queued"):
        world.send("ship", LeaseRun())
    printed = world.send("sup", ConfirmPrinted(run_id=run.run_id, letters=2))
    assert printed.state is LetterState.PRINTED


@pytest.mark.parametrize("printed", [False, True])
def test_while_a_lease_holds_only_its_holder_says_what_became_of_the_run(
    issued: Issued, printed: bool
) -> None:
    world, _, _ = issued
    run = world.send("ship", LeaseRun())
    if printed:
        world.send("ship", ConfirmPrinted(run_id=run.run_id, letters=2))
    for act in (
        ConfirmPrinted(run_id=run.run_id, letters=2),
        ConfirmMailed(run_id=run.run_id, letters=2),
        ReplaceRun(run_id=run.run_id),
    ):
        with pytest.raises(Refused, match=r"run\.not_yours"):
            world.send("sup", act)
    world.later(minutes=world.policy.letter_lease_minutes)
    assert world.send("sup", ReplaceRun(run_id=run.run_id)).state is LetterState.SUPERSEDED


@pytest.mark.parametrize("printed", [False, True])
def test_a_replaced_run_voids_its_codes_and_queues_new_letters(issued: Issued, printed: bool) -> None:
    world, first, _ = issued
    run = world.send("ship", LeaseRun())
    if printed:
        world.send("ship", ConfirmPrinted(run_id=run.run_id, letters=2))
    old = codes(world)
    world.send("ship", ReplaceRun(run_id=run.run_id))
    seen = world.send("sup", SeeLetters())
    assert (seen.queued, seen.runs) == (2, ())
    for act in (ConfirmPrinted(run_id=run.run_id, letters=2), ConfirmMailed(run_id=run.run_id, letters=2)):
        with pytest.raises(Refused, match=r"run\.state"):
            world.send("ship", act)
    mail_letters(world)
    assert len(codes(world)) == 2
    assert not set(old) & set(codes(world))
    assert state_of(world, first) is State.LETTER_MAILED


def test_a_mailed_run_is_not_replaced(issued: Issued) -> None:
    world, first, _ = issued
    run = world.send("ship", LeaseRun())
    world.send("ship", ConfirmPrinted(run_id=run.run_id, letters=2))
    world.send("ship", ConfirmMailed(run_id=run.run_id, letters=2))
    with pytest.raises(Refused, match=r"run\.state"):
        world.send("ship", ReplaceRun(run_id=run.run_id))
    assert len(codes(world)) == 2
    assert state_of(world, first) is State.LETTER_MAILED


def test_mailing_comes_after_printing(issued: Issued) -> None:
    world, _, _ = issued
    run = world.send("ship", LeaseRun())
    with pytest.raises(Refused, match=r"run\.state"):
        world.send("ship", ConfirmMailed(run_id=run.run_id, letters=2))


def test_a_held_case_s_letter_waits(issued: Issued) -> None:
    world, first, second = issued
    hold(world, first)
    mail_letters(world)
    assert (state_of(world, first), state_of(world, second)) == (State.HELD, State.LETTER_MAILED)
    assert first.case
    world.send("sup", ReleaseCase(case_id=first.case.id, reason=REASON))
    mail_letters(world)
    assert state_of(world, first) is State.LETTER_MAILED


def test_a_case_held_during_the_run_holds_up_no_other(issued: Issued) -> None:
    world, first, second = issued
    run = world.send("ship", LeaseRun())
    world.send("ship", ConfirmPrinted(run_id=run.run_id, letters=2))
    hold(world, first)
    world.send("ship", ConfirmMailed(run_id=run.run_id, letters=2))
    assert (state_of(world, first), state_of(world, second)) == (State.HELD, State.LETTER_MAILED)
    assert first.case
    world.send("sup", ReleaseCase(case_id=first.case.id, reason=REASON))
    assert state_of(world, first) is State.LETTER_MAILED


def test_a_case_closed_during_the_run_stays_closed(issued: Issued) -> None:
    world, first, second = issued
    run = world.send("ship", LeaseRun())
    world.send("ship", ConfirmPrinted(run_id=run.run_id, letters=2))
    hold(world, first)
    assert first.case
    world.send("sup", CloseCase(case_id=first.case.id, reason=REASON))
    world.send("ship", ConfirmMailed(run_id=run.run_id, letters=2))
    assert (state_of(world, first), state_of(world, second)) == (State.CLOSED, State.LETTER_MAILED)
