"""The stage of three consoles: each reaches its desk by address alone, and none outlives the play."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from assistor_console.app import open_beside
from assistor_console.commands.dress import dress
from assistor_console.demonstration import acts
from assistor_console.demonstration.cast import SUPERVISOR, choose_cast
from assistor_console.demonstration.clocks import OwnClock
from assistor_console.demonstration.console import Place
from assistor_console.demonstration.consoles import ThreeConsoles
from assistor_console.domain.errors import Trouble
from assistor_console.domain.terms import Language, Role
from assistor_console.practice import practice_staff
from assistor_console.requests.staff import MakePracticeStaff
from assistor_console.settings import Theme
from tests.central import Central, central
from tests.house.tree import ROOT
from tests.serving import Address, served

REST = ("sqlalchemy", "psycopg", "sqlite3", "assistor_console.store", "assistor_console.services")


NOBODY = "Nobody Known"


@pytest.fixture
def desk(postgres_url: str, tmp_path: Path) -> Iterator[tuple[Central, Address]]:
    """A practice desk with its staff, served over HTTPS."""
    with central(postgres_url, tmp_path / "desk") as made:
        made.prepare()
        with made.served() as opened, served(opened.pipeline, tmp_path) as address:
            beside = open_beside(made.owner)
            beside.operator().send(MakePracticeStaff(people=practice_staff()))
            beside.close()
            yield made, address


@pytest.fixture
def stage(desk: tuple[Central, Address], tmp_path: Path) -> Iterator[ThreeConsoles]:
    """Three consoles at their sign-in pages."""
    made, address = desk
    beside = open_beside(made.owner)

    def place(name: str) -> Place:
        look = partial(dress, Theme.LIGHT)
        spool = tmp_path / "spool" / name
        return Place(address.url, address.trust, name, spool, tmp_path / "out", Language.EN, look)

    roles = choose_cast().roles | {NOBODY: Role.TAC}
    told: list[str] = []
    with ThreeConsoles(place, OwnClock(beside), roles, told.append) as consoles:
        yield consoles
    beside.close()


def test_nobody_is_left_when_a_console_was_killed(stage: ThreeConsoles) -> None:
    supervisor = stage.consoles[Role.SUPERVISOR]
    stage.begin_day(SUPERVISOR)
    assert supervisor.process.pid is not None
    os.kill(supervisor.process.pid, signal.SIGKILL)
    with pytest.raises(Trouble) as gone:
        supervisor.do(acts.keep_watch)
    assert gone.value.code == "demo.console_gone"
    stage.close()
    assert [console.process.is_alive() for console in stage.consoles.values()] == [False] * 3


def test_what_never_comes_is_told_by_the_console(stage: ThreeConsoles) -> None:
    with pytest.raises(Trouble) as stuck:
        stage.begin_day(NOBODY)
    assert stuck.value.code == "demo.stuck"


def test_a_console_has_nothing_of_what_rests_at_the_desk() -> None:
    modules = ["demonstration.console", "demonstration.acts", "commands.dress", "desk.remote"]
    program = f"""
import sys
from importlib import import_module
for name in {modules!r}:
    import_module("assistor_console." + name)
print([name for name in sys.modules if name.startswith({REST!r})])
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout == "[]\n", done.stderr
