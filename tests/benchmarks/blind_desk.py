"""Consoles apart on a practice desk whose callers have planted values, and what is found in them."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from tests.benchmarks.blind_memory import files, memory, still
from tests.benchmarks.blind_net import Find, Net
from tests.benchmarks.blind_pass import Recording, recorded
from tests.benchmarks.blind_people import Said
from tests.benchmarks.central_desk import CentralDesk
from tests.benchmarks.frame import Unmeasured
from tests.worlds import PASSWORD

_ROOT = Path(__file__).resolve().parents[2]
_LEAVE_SECONDS = 30
_PLACES = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR", "TMPDIR")


@dataclass
class Console:
    """One console process, and what was found of planted values: in replies to it, its memory, its files."""

    process: subprocess.Popen[str]
    folder: Path
    recording: Recording
    net: Net
    in_memory: set[Find] = field(default_factory=set)
    megabytes: float = 0.0

    def order(self, do: str, **given: Any) -> Any:
        """Lets it do something; what came of that. Unmeasured where it could not be done."""
        self._write({"do": do, **given})
        return self._read()

    def go_on(self) -> Any:
        """Ends its pause; what came of the order."""
        self._write({})
        return self._read()

    def _write(self, line: dict[str, Any]) -> None:
        assert self.process.stdin
        self.process.stdin.write(json.dumps(line) + "\n")
        self.process.stdin.flush()

    def _read(self) -> Any:
        assert self.process.stdout
        line = self.process.stdout.readline()
        told = json.loads(line) if line else {"trouble": "the console ended"}
        if "trouble" in told:
            log = (self.folder / "errors.log").read_text(errors="replace")
            raise Unmeasured(f"{told} {log[-2000:]}")
        return told.get("done")

    def look(self) -> set[Find]:
        """Searches its whole memory as it is now; what is found there is kept, and handed back."""
        size = 0
        found: set[Find] = set()
        with still(self.process.pid):
            for piece in memory(self.process.pid):
                size += len(piece)
                found |= self.net.find(piece)
        self.megabytes = size / 1e6
        self.in_memory |= found
        return found

    def in_files(self) -> set[Find]:
        """Searches everything it has written."""
        return self.net.find_in(files(self.folder))

    def in_replies(self) -> set[Find]:
        """Searches everything the desk has sent to it."""
        return self.net.find_in(self.recording.sent())


@contextmanager
def console(desk: CentralDesk, who: str, folder: Path, net: Net) -> Iterator[Console]:
    """A console process with somebody signed in at it; all it writes goes below its folder."""
    here, sent = folder / f"console of {who}", folder / f"sent to {who}"
    for made in (here, sent):
        made.mkdir()
    with ExitStack() as stack:
        address, recording = stack.enter_context(recorded(desk.url, desk.trust, sent))
        errors = stack.enter_context((here / "errors.log").open("wb"))
        words = (sys.executable, "-m", "tests.benchmarks.blind_console", address.url, str(address.trust))
        process = subprocess.Popen(
            [*words, str(here)],
            cwd=_ROOT,
            env=_environment(here),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
        try:
            made_console = Console(process, here, recording, net)
            come_in(made_console, desk, who)
            yield made_console
        finally:
            process.communicate(timeout=_LEAVE_SECONDS)


def come_in(one: Console, desk: CentralDesk, who: str) -> None:
    """Somebody signs in at a console."""
    code = desk.world.code(desk.world.desk_time())
    one.order("come_in", staff_id=desk.world.staff_id(who), password=PASSWORD, code=code)


def _environment(folder: Path) -> dict[str, str]:
    """What a console starts with: every folder it may write to is its own."""
    off_screen = {"QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
    return os.environ | dict.fromkeys(_PLACES, str(folder)) | off_screen


def typed(said: Said) -> dict[str, str]:
    """What an assistor types, as an order has it."""
    return {name: str(value) for name, value in asdict(said).items()}
