"""Faults in the middle of a call: a full disk, a kill, a flipped byte. What was acknowledged stays."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import select, update

from assistor_console.domain.errors import Trouble
from assistor_console.domain.terms import Due, Verdict
from assistor_console.requests.intake import MyCall
from assistor_console.requests.interview import AnswerQuestion, KeepDraft, ScoreInterview
from assistor_console.store import tables as t
from tests.callers import MARISOL, Caller
from tests.disks import mounted, remount
from tests.worlds import World, make_world

ROOT = Path(__file__).parents[2]


def test_a_full_disk_in_the_middle_of_a_call(tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", "size=4m") as disk:
        world = make_world(f"sqlite:///{disk / 'desk.db'}")
        world.load(*MARISOL.records)
        caller = Caller(world, MARISOL)
        caller.reach_tax()
        ballast = disk / "ballast"
        caller.answer(6, "123.00")
        fill_until_trouble(caller, ballast)
        with pytest.raises(Trouble, match=r"desk\.disk_full"):
            world.send("ben", MyCall())  # a look that cannot be put on the trail is not had
        ballast.unlink()
        resumed = world.send("ana", MyCall()).call
        assert resumed and resumed.recorded[-1].number == 6
        assert len(resumed.recorded) == 6
        caller.tax()
        assert caller.send(ScoreInterview(call_id=resumed.call_id)).verdict is Verdict.PASSED
        world.database.close()


def fill_until_trouble(caller: Caller, ballast: Path) -> None:
    """Fills the disk, then answers one question over and over until there is no room for it."""
    with ballast.open("wb", buffering=0) as file, pytest.raises(OSError, match="No space"):
        while True:
            file.write(bytes(1024))
    with pytest.raises(Trouble) as told:
        while True:
            caller.answer(6, "123.00")
    assert told.value.code == "desk.disk_full"


def test_a_disk_that_turns_read_only(tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", "size=8m") as disk:
        world = make_world(f"sqlite:///{disk / 'desk.db'}")
        world.load(*MARISOL.records)
        caller = Caller(world, MARISOL)
        caller.reach_tax()
        world.database.close()
        remount(disk, "ro")
        with pytest.raises(Trouble, match=r"desk\.(read_only|unreachable)"):
            caller.answer(6, "123.00")
        world.database.close()
        remount(disk, "rw")
        caller.tax()
        assert caller.seen.due is Due.SCORE
        world.database.close()


def test_a_flipped_byte_is_noticed_and_stops_at_its_row(world: World) -> None:
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    caller.reach_tax()
    with world.database.write() as store:
        row = store.connection.execute(select(t.questions).where(t.questions.c.number == 6)).one()
        broken = bytes(row.sealed[:-1]) + bytes([row.sealed[-1] ^ 1])
        store.connection.execute(update(t.questions).where(t.questions.c.id == row.id).values(sealed=broken))
    with pytest.raises(Trouble, match=r"vault\.broken"):
        caller.answer(6, "123.00")
    with world.reading() as store:
        outcomes = store.connection.execute(select(t.audit.c.outcome).order_by(t.audit.c.id.desc())).scalars()
        assert next(iter(outcomes)) == "vault.broken"
    Caller(world, MARISOL, "ben").start()


def test_a_seal_moved_to_another_row_does_not_open(world: World) -> None:
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    caller.reach_tax()
    with world.database.write() as store:
        rows = store.connection.execute(select(t.answers).order_by(t.answers.c.number)).all()
        moved = {"sealed": rows[0].sealed}
        store.connection.execute(update(t.answers).where(t.answers.c.id == rows[1].id).values(moved))
    with pytest.raises(Trouble, match=r"vault\.broken"):
        world.send("ana", MyCall())


CONSOLE = """
import sys
from tests.callers import MARISOL, Caller, truth
from tests.worlds import make_world
from assistor_console.requests.interview import KeepDraft
world = make_world({url!r})
world.load(*MARISOL.records)
caller = Caller(world, MARISOL)
caller.reach_tax()
print(caller.seen.call_id, flush=True)
while True:
    for question in caller.questions()[5:9]:
        caller.answer(question.number, truth(question))
        print(question.number, flush=True)
    caller.world.send("ana", KeepDraft(call_id=caller.seen.call_id, number=10, text="half an ans"))
    print("draft", flush=True)
"""


@pytest.mark.parametrize("after", [1, 3, 5, 12])
def test_a_killed_console_goes_on_with_every_acknowledged_answer(database_url: str, after: int) -> None:
    """kill -9 after some acknowledged steps, wherever the next one stands by then."""
    program = CONSOLE.format(url=database_url)
    with subprocess.Popen(
        [sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as console:
        assert console.stdout
        call = console.stdout.readline().strip()
        told = [console.stdout.readline().strip() for _ in range(after)]
        console.send_signal(signal.SIGKILL)
        told += console.stdout.read().split()
        assert console.wait() == -signal.SIGKILL
    world = World(database_url)
    resumed = world.send("ana", MyCall()).call
    assert resumed and str(resumed.call_id) == call
    acknowledged = {int(line) for line in told if line.isdigit()}
    assert acknowledged <= {one.number for one in resumed.recorded}
    caller = Caller(world, MARISOL)
    caller.seen = resumed
    if "draft" in told and resumed.question and resumed.question.number == 10:
        assert resumed.draft in ("half an ans", "")
    caller.tax()
    assert caller.send(ScoreInterview(call_id=resumed.call_id)).verdict is Verdict.PASSED
    world.database.close()


def test_a_draft_comes_back(world: World) -> None:
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    caller.reach_tax()
    seen = caller.ready()
    for text in ("6", "61", "61,2"):
        world.send("ana", KeepDraft(call_id=seen.call_id, number=6, text=text))
    resumed = world.send("ana", MyCall()).call
    assert resumed and resumed.draft == "61,2"
    after = world.send("ana", AnswerQuestion(call_id=seen.call_id, number=6, text="61,214"))
    assert after.draft == ""
