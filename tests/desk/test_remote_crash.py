"""A console that is killed while its desk is away: nothing that was entered is lost."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import select

from assistor_console.desk.spool import ASIDE, ENDING
from assistor_console.requests.base import Link
from assistor_console.store import tables
from tests.callers import MARISOL, Caller
from tests.desk.far import NAME, Links, console, count, sign_in, trail, wire, world
from tests.desk.flaky import SECONDS, Flaky
from tests.serving import certificates
from tests.worlds import PASSWORD, World

__all__ = ["wire", "world"]
ANSWERS = ((1, MARISOL.tin), (2, "Somebody Else"), (2, MARISOL.name))


@contextmanager
def process(world: World, wire: Flaky, spool: Path) -> "Iterator[subprocess.Popen[str]]":
    """Ana's console, signed in; killed at the end if it was not before."""
    world.later(seconds=30)
    where = [wire.url, str(certificates().authority), str(spool), NAME]
    who = [world.staff_id("ana"), PASSWORD, world.code()]
    command = [sys.executable, "-m", "tests.desk.console_process", *where, *who]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as running:
        try:
            said(running, "signed in")
            yield running
        finally:
            running.kill()


def said(running: "subprocess.Popen[str]", wanted: str) -> None:
    assert running.stdout
    assert any(line.strip() == wanted for line in running.stdout), wanted


def killed_with_answers(world: World, wire: Flaky, spool: Path) -> None:
    """Three answers typed on a call while the desk is away, and the console's end without a farewell."""
    caller = Caller(world, MARISOL)
    caller.start()
    caller.eligible()
    with process(world, wire, spool) as running:
        wire.away()
        assert running.stdin
        for kept, (number, text) in enumerate(ANSWERS, 1):
            print(caller.seen.call_id, number, text, file=running.stdin, flush=True)
            said(running, f"kept {kept}")
        running.kill()
        running.wait(SECONDS)
    wire.back()


def numbers(world: World) -> list[int]:
    """The numbers of all answers, the oldest first."""
    with world.reading() as store:
        return list(store.connection.execute(select(tables.answers.c.number)).scalars())


def test_what_a_killed_console_kept_comes_with_the_next_sign_in(
    world: World, wire: Flaky, tmp_path: Path
) -> None:
    spool, links = tmp_path / "spool", Links()
    killed_with_answers(world, wire, spool)
    assert count(world, tables.answers) == 0
    with closing(console(wire, spool, links)) as desk:
        sign_in(desk, world)
        assert links.told == [Link(True, kept) for kept in (3, 2, 1, 0)]
    assert trail(world, "answer_question") == ["done"] * 3
    assert numbers(world) == [1, 2, 2]
    with closing(console(wire, spool, again := Links())) as desk:
        sign_in(desk, world)
    assert again.told == []
    assert trail(world, "answer_question") == ["done"] * 3
    assert [path for path in spool.iterdir() if path.suffix == ENDING] == []


def test_nobody_else_and_no_other_console_opens_or_destroys_it(
    world: World, wire: Flaky, tmp_path: Path
) -> None:
    spool = tmp_path / "spool"
    killed_with_answers(world, wire, spool)
    for name, who in ((NAME, "ben"), ("console of ben", "ana")):
        with closing(console(wire, spool, links := Links(), name)) as desk:
            sign_in(desk, world, who)
        assert links.told == []
    assert count(world, tables.answers) == 0
    assert list(spool.glob(f"*{ASIDE}")) == []
    with closing(console(wire, spool)) as desk:
        sign_in(desk, world)
    assert numbers(world) == [1, 2, 2]


def test_a_crash_within_a_takeover_does_nothing_twice(world: World, wire: Flaky, tmp_path: Path) -> None:
    spool = tmp_path / "spool"
    killed_with_answers(world, wire, spool)
    (path,) = spool.glob(f"*{ENDING}")
    before = path.read_bytes()
    with closing(console(wire, spool)) as desk:
        sign_in(desk, world)
    path.write_bytes(before)  # as if it had died before it could remove the file
    with closing(console(wire, spool, links := Links())) as desk:
        sign_in(desk, world)
    assert links.told[-1] == Link(True, 0)
    assert trail(world, "answer_question") == ["done"] * 3  # under the same envelopes: done once


def test_a_damaged_spool_is_told_and_put_aside_and_the_rest_arrives(
    world: World, wire: Flaky, tmp_path: Path
) -> None:
    spool = tmp_path / "spool"
    killed_with_answers(world, wire, spool)
    (path,) = spool.glob(f"*{ENDING}")
    path.write_bytes(path.read_bytes()[:-1])
    with closing(console(wire, spool, links := Links())) as desk:
        sign_in(desk, world)
    assert links.told[-1] == Link(True, 0, refused=1)
    assert numbers(world) == [1, 2]
    assert list(spool.iterdir()) == [path.with_suffix(ASIDE)]
