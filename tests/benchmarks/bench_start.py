"""How long the console takes from a cold process to a usable sign-in window, against a bare window.

Both are whole processes, off-screen, run in turns: what the machine does meanwhile meets both alike.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

from tests.benchmarks.frame import Figure, Unmeasured, at_most
from tests.benchmarks.plain_form import compiled

NAME = "start"
ROUNDS = 9
LIMIT = 3.0
FLAG = "--exit-when-usable"
_ROOT = Path(__file__).resolve().parents[2]
_PROGRAM = Path(sys.executable).with_name("assistor-console.exe" if os.name == "nt" else "assistor-console")
_BARE = Path(__file__).with_name("bare_window.py")
_CONSOLE = (str(_PROGRAM), "run")
_FORM = _ROOT / "forms" / "sign_in.ui"


def run(say: Callable[[str], None]) -> list[Figure]:
    """One figure, `start_ratio_bare_window`: the console's median time over the bare window's."""
    _check()
    with tempfile.TemporaryDirectory() as folder:
        bare = (sys.executable, str(_BARE), str(compiled(_FORM, Path(folder))))
        console = (*_CONSOLE, "--practice", FLAG)
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "ASSISTOR_DATA_DIR": folder}
        say("making the practice data, warming both up")
        for command in (console, bare):
            _seconds(command, environment)
        pairs = [(_seconds(console, environment), _seconds(bare, environment)) for _ in range(ROUNDS)]
    own, other = (median(times) for times in zip(*pairs, strict=True))
    say(f"sign-in window {own * 1000:.0f} ms, bare window {other * 1000:.0f} ms (medians of {ROUNDS})")
    return [at_most("start_ratio_bare_window", own / other, "x", LIMIT)]


def _check() -> None:
    """See that there is something to measure."""
    offered = subprocess.run([*_CONSOLE, "--help"], cwd=_ROOT, capture_output=True, text=True)
    if FLAG not in offered.stdout:
        raise Unmeasured(f"`assistor-console run` does not know {FLAG}: {offered.stderr.strip()[-200:]}")


def _seconds(command: Sequence[str], environment: dict[str, str]) -> float:
    """How long a whole process takes; it must end well."""
    begun = time.perf_counter()
    done = subprocess.run(command, cwd=_ROOT, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise Unmeasured(f"{' '.join(command)} ended with {done.returncode}: {done.stderr.strip()[-500:]}")
    return time.perf_counter() - begun
