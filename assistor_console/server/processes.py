"""Several processes at one address: started, started again where one dies, ended together.

Each is a new interpreter. What it needs reaches it through a pipe, so neither its words nor its environment
tell anything. It watches the process that started it, and ends when that one is gone.
"""

import logging
import multiprocessing
import os
import signal
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import Any

from ..domain.errors import Trouble

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
"""Seconds before one that died is started again; twice as long each time, until one has lived so long."""
LEAVE_SECONDS = 25.0
_SPAWN = multiprocessing.get_context("spawn")
LOG = logging.getLogger(__name__)

Work = Callable[[Any, socket.socket, Callable[[], None]], None]
"""What a process does: with what it was given, the listening socket, and what to call when it serves."""


@dataclass
class _Child:
    """One place among the processes, and who holds it."""

    process: BaseProcess
    told: Connection
    began: float = field(default_factory=time.monotonic)
    pause: float = FIRST_PAUSE


class Processes:
    """`number` processes that do `work` with `given`, which travels to them."""

    def __init__(
        self,
        number: int,
        work: Work,
        given: Any,
        listening: socket.socket,
        lost: Callable[[int], None] = lambda pid: None,
    ) -> None:
        """`lost` is told of every process that has died."""
        self._lost_one = lost
        self._work, self._given, self._listening = work, given, listening
        self._children: list[_Child] = []
        self._number = number
        self._later: list[tuple[float, float]] = []

    def run(self, begun: Callable[[], None]) -> None:
        """Serves until SIGTERM or SIGINT; `begun` is called when all serve.

        Raises the Trouble that kept one of the first from serving.
        """
        with _asked_to_end() as asked:
            try:
                for _ in range(self._number):
                    self._start(FIRST_PAUSE)
                if self._all_serve(asked):
                    begun()
                    self._watch(asked)
            finally:
                self._end()

    def _start(self, pause: float) -> None:
        told, tells = _SPAWN.Pipe(duplex=False)
        arguments = (self._work, self._given, self._listening, tells)
        process = _SPAWN.Process(target=_child, args=arguments, name="server")
        process.start()
        tells.close()
        self._children.append(_Child(process, told, pause=pause))

    def _all_serve(self, asked: Connection) -> bool:
        """Waits until every process says that it serves; False where the end was asked for meanwhile."""
        for child in self._children:
            if asked in wait([child.told, asked]):
                return False
            try:
                trouble = child.told.recv()
            except EOFError:
                child.process.join()
                trouble = ("serve.died", {"code": child.process.exitcode or 0})
            if trouble is not None:
                raise Trouble(trouble[0], **trouble[1])
        return True

    def _watch(self, asked: Connection) -> None:
        while True:
            ended = [child for child in self._children if child.process.exitcode is not None]
            for child in ended:
                self._lost(child)
            self._start_due()
            sentinels = [child.process.sentinel for child in self._children]
            if asked in wait([asked, *sentinels], self._until_due()):
                return

    def _lost(self, child: _Child) -> None:
        self._children.remove(child)
        lived = time.monotonic() - child.began
        pause = FIRST_PAUSE if lived > LONGEST_PAUSE else child.pause
        LOG.warning(
            "process %s ended with %s; the next one in %.1f s",
            child.process.pid,
            child.process.exitcode,
            pause,
            extra={"fields": _why(child)},
        )
        self._later.append((time.monotonic() + pause, min(2 * pause, LONGEST_PAUSE)))
        child.told.close()
        self._lost_one(child.process.pid or 0)

    def _start_due(self) -> None:
        now = time.monotonic()
        for due in [each for each in self._later if each[0] <= now]:
            self._later.remove(due)
            self._start(due[1])

    def _until_due(self) -> float | None:
        if not self._later:
            return None
        return max(0.0, min(due for due, _ in self._later) - time.monotonic())

    def _end(self) -> None:
        """Nobody new is let in; every process ends, in order or in the end anyway."""
        self._listening.close()
        for child in self._children:
            child.process.terminate()
        until = time.monotonic() + LEAVE_SECONDS
        for child in self._children:
            child.process.join(max(0.0, until - time.monotonic()))
            if child.process.exitcode is None:
                child.process.kill()
                child.process.join()


@contextmanager
def _asked_to_end() -> Iterator[Connection]:
    """Can be read once one of the signals has come."""
    asked, asks = _SPAWN.Pipe(duplex=False)
    signs = (signal.SIGTERM, signal.SIGINT)
    before = {sign: signal.signal(sign, lambda *_: asks.send(None)) for sign in signs}
    try:
        yield asked
    finally:
        for sign, handler in before.items():
            signal.signal(sign, handler)
        asked.close()
        asks.close()


def _why(child: _Child) -> dict[str, str]:
    """What kept a process from serving, where it has said so."""
    try:
        while child.told.poll():
            if (told := child.told.recv()) is not None:
                return {"rule": told[0]}
    except EOFError:
        pass
    return {}


def _child(work: Work, given: Any, listening: socket.socket, tells: Connection) -> None:
    """What a process does from its beginning to its end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C goes to all; the first process ends the others
    Thread(target=_end_with_parent, name="parent", daemon=True).start()
    try:
        work(given, listening, lambda: tells.send(None))
    except Trouble as failed:
        tells.send((failed.code, failed.values))
        raise SystemExit(1) from None
    except Exception as bug:
        LOG.error("bug in a server process", exc_info=bug)
        raise SystemExit(1) from None


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None
    parent.join()
    os.kill(os.getpid(), signal.SIGTERM)
