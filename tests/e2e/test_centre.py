"""A whole call centre as its command opens it: PostgreSQL, two servers, three consoles, a server killed."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import Any

import pytest
from filelock import FileLock

from tests.e2e.processes import Process, below, command, running
from tests.house.tree import ROOT

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks at processes in /proc")
LONGEST = 420.0
"""After how many seconds a centre is ended that has not ended by itself."""


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What came of the demonstration; played once, however many processes the tests run in."""
    own = tmp_path_factory.getbasetemp()
    shared = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "centre"
    with FileLock(f"{shared}.lock"):
        kept = shared.with_suffix(".json")
        if not kept.exists():
            kept.write_text(json.dumps(_play(shared)), encoding="utf-8")
    return dict(json.loads(kept.read_text("utf-8")))


def _play(out: Path) -> dict[str, Any]:
    """Plays, and kills a server process between two calls' verdicts."""
    with _temporary() as folder, _centre(folder, "--json", "--out", str(out)) as process:
        server = int(_line(process, "Serving at").rpartition(" ")[2].strip(").\n"))
        _line(process, "fail: verdict: referred")
        started = below(process.pid)
        victim = _serving(server)[0]
        os.kill(victim[0], signal.SIGKILL)
        said, rest = process.communicate()
        assert process.returncode == 0, rest
        left = [path.name for path in folder.iterdir()]
        after = {"left": running(started), "files": left, "killed": victim, "processes": started}
        return dict(json.loads(said.splitlines()[-1])) | after


@contextmanager
def _temporary() -> Iterator[Path]:
    """A folder for temporary files alone, through which the database's user may pass."""
    folder = Path(tempfile.mkdtemp(prefix="e2e-"))
    folder.chmod(0o711)
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


@contextmanager
def _centre(temporary: Path, *words: str) -> Iterator[subprocess.Popen[str]]:
    """The command, ended with the block at the latest."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.centre", *words],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(temporary)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    watchdog = Timer(LONGEST, process.terminate)
    watchdog.start()
    try:
        yield process
    finally:
        watchdog.cancel()
        process.terminate()
        process.communicate()


def _line(process: subprocess.Popen[str], words: str) -> str:
    """The line that says so; every line before it is read, and shown where it never comes."""
    assert process.stderr is not None
    before = []
    for line in process.stderr:
        before.append(line)
        if words in line:
            return line
    raise AssertionError(f"never said {words!r}:\n{''.join(before)}")


def _serving(server: int) -> list[Process]:
    """The processes that serve: those of the server's program that it has started."""
    return [process for process in below(server) if "resource_tracker" not in " ".join(command(process[0]))]


def test_each_case_ends_where_it_should_though_a_server_was_killed(played: dict[str, Any]) -> None:
    states = {one["name"]: one["final_state"] for one in played["cases"]}
    assert states == {
        "pass": "letter_mailed",
        "fail": "letter_mailed",
        "existing account": "already_registered",
    }
    assert played["killed"] in played["processes"]


def test_three_consoles_were_open_each_a_process_of_its_own(played: dict[str, Any]) -> None:
    people = {console["console"]: console["people"] for console in played["consoles"]}
    assert people["assistor"] == ["Dana Whitfield", "Miguel Duarte"]
    assert people["supervisor"] == ["Karina Alvarado"]
    assert len(people["tac"]) == 1
    consoles = {console["process"] for console in played["consoles"]}
    assert len(consoles) == 3
    assert consoles < {pid for pid, _ in played["processes"]}


def test_the_supervisor_saw_everything_come_without_asking(played: dict[str, Any]) -> None:
    assert played["seen"]["pass"] == ["interviewing", "passed", "account_issued"]
    assert played["seen"]["fail"] == [
        "interviewing",
        "referred",
        "appointment_booked",
        "verified_in_person",
        "account_issued",
    ]


def test_nothing_is_left_running_or_lying_about(played: dict[str, Any]) -> None:
    assert played["left"] == []
    assert played["files"] == []


def test_ctrl_c_takes_everything_down() -> None:
    with _temporary() as folder, _centre(folder, "--serve-only") as process:
        _line(process, "Ctrl+C takes everything down")
        started = below(process.pid)
        process.send_signal(signal.SIGINT)
        _, rest = process.communicate()
        assert process.returncode == 0, rest
        assert "Everything is taken down" in rest
        assert started
        assert running(started) == []
        assert list(folder.iterdir()) == []
