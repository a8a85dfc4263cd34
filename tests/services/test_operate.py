"""What an operator does: loading whole files, moving the practice clock, sweeping."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from assistor_console.desk.local import OperatorDesk
from assistor_console.domain.errors import AlreadyDone, Refused
from assistor_console.domain.terms import Language, Reason, Role
from assistor_console.requests.appointments import HoldSlot
from assistor_console.requests.intake import StartCall
from assistor_console.requests.operate import (
    AbandonLoad,
    BeginLoad,
    DropLeftOver,
    FinishLoad,
    LoadBegun,
    MoveClock,
    RenewLoad,
    Sweep,
    Swept,
)
from assistor_console.requests.sign_in import SignIn
from assistor_console.services import operate
from assistor_console.services.loading import drop_left_over
from assistor_console.services.operate import LEASE
from assistor_console.store import tables as t
from assistor_console.store.bulk import add_records
from tests.callers import MARISOL, Caller
from tests.journeys import TEN
from tests.worlds import PASSWORD, World


def begin(world: World, digit: str = "d") -> LoadBegun:
    return world.operator.send(BeginLoad(name="w2.txt", digest=digit * 64, format="efw2"))


def add(world: World, begun: LoadBegun) -> None:
    with world.database.write() as store:
        vault = world.database.vault
        add_records(store.connection, vault, begun.file_id, begun.first_id, MARISOL.records)


def on_file(world: World) -> int:
    with world.reading() as store:
        return len(store.records.of_person(MARISOL.filer.tin))


def sweep(world: World) -> Swept:
    return OperatorDesk(world.pipeline, "desk", Role.SYSTEM).send(Sweep())


def test_records_are_there_all_at_once(world: World) -> None:
    begun = begin(world)
    add(world, begun)
    assert on_file(world) == 0
    with pytest.raises(Refused, match=r"load\.count"):
        world.operator.send(FinishLoad(file_id=begun.file_id, records=1))
    assert on_file(world) == 0
    world.operator.send(FinishLoad(file_id=begun.file_id, records=len(MARISOL.records)))
    assert on_file(world) == len(MARISOL.records)
    assert begin(world).known


def test_a_file_loaded_whole_is_not_abandoned(world: World) -> None:
    begun = begin(world)
    add(world, begun)
    world.operator.send(FinishLoad(file_id=begun.file_id, records=len(MARISOL.records)))
    with pytest.raises(Refused, match=r"load\.unknown"):
        world.operator.send(AbandonLoad(file_id=begun.file_id, reason="cancelled"))
    assert on_file(world) == len(MARISOL.records)


def load_whole(world: World, begun: LoadBegun) -> None:
    add(world, begun)
    world.operator.send(FinishLoad(file_id=begun.file_id, records=len(MARISOL.records)))
    assert on_file(world) == len(MARISOL.records)


def alone(world: World) -> OperatorDesk:
    """The desk of an embedded program that starts."""
    return OperatorDesk(world.beside, "desk", Role.SYSTEM)


@pytest.mark.parametrize("way", ["abandon", "drop", "drop every", "take over"])
def test_what_was_left_over_goes_and_can_be_loaded_again(world: World, way: str) -> None:
    begun = begin(world)
    add(world, begun)
    if way == "abandon":
        world.operator.send(AbandonLoad(file_id=begun.file_id, reason="cancelled"))
        drop_left_over(world.operator)
    elif way == "drop every":
        drop_left_over(alone(world), every=True)
    else:
        world.later(seconds=LEASE.total_seconds())
        if way == "drop":
            drop_left_over(world.operator)
    again = begin(world)
    assert not again.known
    load_whole(world, again)


def test_a_file_is_left_alone_while_its_lease_runs(world: World) -> None:
    begun = begin(world)
    add(world, begun)
    world.later(minutes=4)
    world.operator.send(RenewLoad(file_id=begun.file_id))
    world.later(minutes=4)
    sweep(world)
    drop_left_over(world.operator)
    with pytest.raises(Refused) as told:
        begin(world)
    assert told.value.refusal.rule == "load.under_way"
    assert told.value.refusal.clears_at == world.now + timedelta(minutes=1)
    world.operator.send(FinishLoad(file_id=begun.file_id, records=len(MARISOL.records)))
    assert on_file(world) == len(MARISOL.records)


def test_who_was_taken_over_can_do_nothing_more(world: World) -> None:
    begun = begin(world)
    add(world, begun)
    world.later(minutes=6)
    again = begin(world)
    for act in (
        RenewLoad(file_id=begun.file_id),
        FinishLoad(file_id=begun.file_id, records=len(MARISOL.records)),
        AbandonLoad(file_id=begun.file_id, reason="late"),
    ):
        with pytest.raises(Refused, match=r"load\.unknown"):
            world.operator.send(act)
    load_whole(world, again)


def test_no_operator_says_that_nobody_else_is_loading(world: World) -> None:
    with pytest.raises(Refused, match=r"authority\.role"):
        world.operator.send(DropLeftOver(every=True))


def test_a_large_left_over_goes_in_short_transactions(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(operate, "DROPPED_AT_ONCE", 2)
    add(world, begin(world))
    world.later(minutes=6)
    told = [world.operator.send(DropLeftOver()).more for _ in range(len(MARISOL.records) // 2 + 2)]
    assert told[-2:] == [True, False]
    with world.reading() as store:
        assert store.connection.execute(select(t.files.c.id)).all() == []
        assert store.connection.execute(select(t.records.c.id)).all() == []


def test_a_sweep_forgets_replies_past_their_time(world: World) -> None:
    envelope = world.envelope("ana")
    start = StartCall(language=Language.EN, reason=Reason.NEW_PROOFING)
    first = world.send("ana", start, envelope)
    world.later(hours=world.policy.reply_hours)
    sweep(world)
    assert world.send("ana", start, envelope) == first
    world.later(seconds=1)
    sweep(world)
    with pytest.raises(AlreadyDone):
        world.send("ana", start, envelope)


def test_a_sweep_forgets_sessions_and_holds_that_ended(world: World) -> None:
    signed = world.send("", SignIn(staff_id=world.staff_id("ben"), password=PASSWORD, code=world.code()))
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    caller.reach_verdict(wrong=1)
    held = world.send("ana", HoldSlot(call_id=caller.seen.call_id, office_id="fresno-ca", starts=TEN))
    assert (sweep(world).sessions, sweep(world).holds) == (0, 0)
    world.now = held.until
    assert sweep(world).holds == 1
    world.now = signed.ends
    assert sweep(world).sessions == 1


def test_a_sweep_says_while_there_is_more(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.load(*MARISOL.records)  # two commands
    monkeypatch.setattr(operate, "AT_ONCE", 1)
    world.later(days=2)
    swept = [sweep(world) for _ in range(2)]
    assert [(one.replies, one.more) for one in swept] == [(1, True), (1, True)]


def test_the_practice_clock_moves_forward_only(world: World) -> None:
    later = world.now + timedelta(days=3)
    assert world.operator.send(MoveClock(to=later)).now == later
    with pytest.raises(Refused, match=r"clock\.backward"):
        world.operator.send(MoveClock(to=later - timedelta(seconds=1)))
