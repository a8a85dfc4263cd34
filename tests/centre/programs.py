"""Programs that run beside this one, each with a log; ended by their process ids."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.centre.told import Tell

LAST_LINES = 15
GLANCE_SECONDS = 0.05
LEAVE_SECONDS = 40.0
_TIME = re.compile(r"^ *\d+\.\d s  ")


class Failed(Exception):
    """Something of the centre did not come up or did not end well; the words say what, and where to look."""


class Program:
    """A program in a session of its own, so that Ctrl+C at the terminal ends it in its turn only."""

    def __init__(self, name: str, command: Sequence[str], log: Path, environment: Mapping[str, str]) -> None:
        self.name, self.log = name, log
        with log.open("ab") as out:
            self.process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                env=environment,
                start_new_session=True,
            )

    def wait_for(self, what: str, ready: Callable[[], bool], seconds: float) -> None:
        """Waits until something is so; Failed with the log's last lines when it does not come."""
        until = time.monotonic() + seconds
        while not ready():
            if self.process.poll() is not None:
                raise Failed(f"{self.name} ended with {self.process.returncode}.\n{last_lines(self.log)}")
            if time.monotonic() > until:
                raise Failed(f"{self.name}: {what} did not come in {seconds:.0f} s.\n{last_lines(self.log)}")
            time.sleep(GLANCE_SECONDS)

    def stop(self) -> None:
        """Asks the program to end, and ends it where it does not."""
        _end(self.process, signal.SIGTERM)


def until_done(
    command: Sequence[str], environment: Mapping[str, str], end: signal.Signals, tell: Tell
) -> int:
    """Runs a program on this terminal to its end; its exit code. Ctrl+C sends it the signal `end`.

    What it says of itself is told with this program's time instead of its own.
    """
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
        start_new_session=True,
    )
    assert process.stderr is not None
    try:
        for line in process.stderr:
            tell(_TIME.sub("", line.rstrip()))
        return process.wait()
    except KeyboardInterrupt:
        _end(process, end)
        raise
    finally:
        process.stderr.close()


def _end(process: subprocess.Popen[Any], asked: signal.Signals) -> None:
    """Asks a program to end, and ends it where it does not."""
    if process.poll() is not None:
        return
    process.send_signal(asked)
    try:
        process.wait(LEAVE_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def console(*words: str | Path) -> list[str]:
    """A command of the program, run by this Python."""
    return [sys.executable, "-m", "assistor_console", *map(str, words)]


def complete(name: str, command: Sequence[str], environment: Mapping[str, str], seconds: float) -> str:
    """Runs a program to its end; what it said. Failed with its last lines where it does not end well."""
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            env=environment,
            timeout=seconds,
            start_new_session=True,
        )
    except subprocess.TimeoutExpired:
        raise Failed(f"{name} did not end in {seconds:.0f} s.") from None
    if done.returncode:
        raise Failed(f"{name} ended with {done.returncode}.\n{_tail(done.stderr)}")
    return done.stdout


def last_lines(log: Path) -> str:
    """The end of a log."""
    return f"{log}:\n{_tail(log.read_text('utf-8', errors='replace'))}"


def _tail(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.splitlines()[-LAST_LINES:])


def clean_environment(settings: Path) -> dict[str, str]:
    """This environment without a person's own settings for consoles and servers; `settings` is a file."""
    settings.touch()
    own = {key: value for key, value in os.environ.items() if not key.startswith("ASSISTOR_")}
    return own | {"ASSISTOR_SETTINGS": str(settings)}
