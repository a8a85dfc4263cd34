"""What an operator does: loading whole files, moving the practice clock, sweeping."""

from datetime import timedelta

import pytest

from assistor_console.desk.local import OperatorDesk
from assistor_console.domain.errors import AlreadyDone, Refused
from assistor_console.domain.terms import Language, Reason, Role
from assistor_console.requests.base import Done
from assistor_console.requests.intake import StartCall
from assistor_console.requests.operate import (
    AbandonLoad,
    BeginLoad,
    FinishLoad,
    LoadBegun,
    MoveClock,
    Sweep,
)
from assistor_console.requests.sign_in import SeePracticeStaff, SignIn
from assistor_console.requests.staff import MakePracticeStaff, PracticeStaffMember
from assistor_console.store.bulk import add_records
from tests.callers import MARISOL
from tests.worlds import World


def begin(world: World, digit: str = "d") -> LoadBegun:
    return world.operator.send(BeginLoad(name="w2.txt", digest=digit * 64, format="efw2"))


def add(world: World, begun: LoadBegun) -> None:
    with world.database.write() as store:
        vault = world.database.vault
        add_records(store.connection, vault, begun.file_id, begun.first_id, MARISOL.records)


def on_file(world: World) -> int:
    with world.reading() as store:
        return len(store.records.of_person(MARISOL.filer.tin))


def sweep(world: World) -> None:
    OperatorDesk(world.pipeline, "desk", Role.SYSTEM).send(Sweep())


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


@pytest.mark.parametrize("way", ["abandon", "sweep"])
def test_what_was_left_over_goes_and_can_be_loaded_again(world: World, way: str) -> None:
    begun = begin(world)
    add(world, begun)
    if way == "abandon":
        world.operator.send(AbandonLoad(file_id=begun.file_id, reason="cancelled"))
    else:
        sweep(world)
    again = begin(world)
    assert not again.known
    add(world, again)
    world.operator.send(FinishLoad(file_id=again.file_id, records=len(MARISOL.records)))
    assert on_file(world) == len(MARISOL.records)


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


def test_the_practice_clock_moves_forward_only(world: World) -> None:
    later = world.now + timedelta(days=3)
    assert world.operator.send(MoveClock(to=later)).now == later
    with pytest.raises(Refused, match=r"clock\.backward"):
        world.operator.send(MoveClock(to=later - timedelta(seconds=1)))


def test_practice_staff_can_sign_in_with_what_the_page_shows_again_and_again(world: World) -> None:
    member = PracticeStaffMember(name="Dana Practice", staff_id="1000000001", role="assistor")
    assert world.operator.send(MakePracticeStaff(people=(member,))) == Done()
    for _ in range(3):
        (person,) = world.send("", SeePracticeStaff()).people
        signed = world.send("", SignIn(staff_id=person.staff_id, password=person.password, code=person.code))
        assert (signed.name, signed.role) == ("Dana Practice", Role.ASSISTOR)
        world.later(seconds=30)
