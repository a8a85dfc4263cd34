"""A progress bar at a terminal, and Ctrl+C as Cancel."""

import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Self, TextIO

WIDTH = 30
QUIET_SECONDS = 0.3
EVERY_SECONDS = 0.1


class Bar:
    """Shows how far something is, from the time it has taken more than a moment; nothing off a terminal."""

    def __init__(self, name: str, out: TextIO) -> None:
        self._name = name
        self._out = out
        self._shown = False
        self._next = time.monotonic() + QUIET_SECONDS

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.clear()

    def reached(self, done: int, whole: int) -> None:
        """`done` of `whole` are through."""
        now = time.monotonic()
        if now < self._next or not self._out.isatty():
            return
        self._next, self._shown = now + EVERY_SECONDS, True
        part = done / whole if whole else 1.0
        filled = int(part * WIDTH)
        self._out.write(f"\r{self._name} [{'#' * filled}{'.' * (WIDTH - filled)}] {part:4.0%}")
        self._out.flush()

    def clear(self) -> None:
        """Takes the bar away."""
        if self._shown:
            self._out.write("\r\x1b[K")
            self._out.flush()
            self._shown = False


@contextmanager
def cancelled_by_ctrl_c() -> Iterator[Callable[[], bool]]:
    """Whether Ctrl+C was pressed: the first press cancels cleanly, the second ends the program."""
    pressed: list[int] = []

    def note(number: int, _: FrameType | None) -> None:
        pressed.append(number)
        if len(pressed) > 1:
            raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, note)
    try:
        yield lambda: bool(pressed)
    finally:
        signal.signal(signal.SIGINT, before)
