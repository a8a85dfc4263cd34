"""The threads that do a window's work: one worker in order, and lanes beside it while the desk is away."""

from collections import deque
from collections.abc import Callable
from threading import Condition, Thread
from time import monotonic
from typing import Any

from .task import Outcome, Task

ENTERED_S = 1.0
"""How long a kept request may take to reach the desk's own keeping before the next one follows it."""


class Lanes:
    """Does tasks in the order given; `done(task, outcome)` is called on the thread that did one.

    While the desk is away, a request that it keeps waits inside it until it is back. What is kept after it
    must not wait in this program's memory alone: each such request is handed to the desk on a thread of its
    own, one after the other, and everything else that is sent waits until they are through.
    """

    def __init__(self, done: Callable[[Task[Any], Outcome], None]) -> None:
        self._done = done
        self._change = Condition()
        self._queue: deque[Task[Any]] = deque()
        self._aside: deque[Task[Any]] = deque()
        self._beside: set[Task[Any]] = set()
        self._working: Task[Any] | None = None
        self._away = self._ending = False
        self._tellings = 0
        self._feeder: Thread | None = None
        self._worker = Thread(target=self._work, name="tasks", daemon=True)
        self._worker.start()

    def add(self, task: Task[Any]) -> None:
        """Does a task after those before it, or beside them if it is to be kept by a desk that is away."""
        with self._change:
            if self._away and task.kept:
                self._put_aside([task])
            else:
                self._queue.append(task)
            self._change.notify_all()

    def told(self, away: bool) -> None:
        """The desk says whether it is away; what waits to be kept goes to it at once."""
        with self._change:
            self._away = away
            self._tellings += 1
            if away:
                kept = [task for task in self._queue if task.kept]
                self._queue = deque(task for task in self._queue if not task.kept)
                self._put_aside(kept)
            self._change.notify_all()

    def take_back(self) -> list[Task[Any]]:
        """The requests that nobody has begun and that are not kept: they are not sent any more."""
        with self._change:
            taken = [task for task in self._queue if task.sends and not task.kept]
            self._queue = deque(task for task in self._queue if task not in taken)
            return taken

    def end(self, seconds: float) -> bool:
        """Lets what was given finish; whether it did. The desk is waited for so many seconds at most, work of
        this computer (printing, saving) until it is done."""
        with self._change:
            self._ending = True
            self._change.notify_all()
            while not self._change.wait_for(self._idle, seconds):
                if self._working is None or self._working.sends:
                    return False
            return True

    def entered(self, seconds: float) -> bool:
        """Waits until everything to be kept is in the desk's keeping, for so many seconds at most."""
        with self._change:
            return self._change.wait_for(lambda: not self._aside, seconds)

    def _idle(self) -> bool:
        return not (self._queue or self._aside or self._beside or self._working)

    def _put_aside(self, tasks: list[Task[Any]]) -> None:
        self._aside.extend(tasks)
        if tasks and self._feeder is None:
            self._feeder = Thread(target=self._feed, name="tasks aside", daemon=True)
            self._feeder.start()

    def _next(self) -> Task[Any] | None:
        """The next task the worker may begin; None where everything is over."""
        with self._change:
            self._change.wait_for(lambda: self._may_begin() or (self._ending and self._idle()))
            self._working = self._queue.popleft() if self._queue else None
            return self._working

    def _may_begin(self) -> bool:
        return bool(self._queue) and not (self._queue[0].sends and (self._aside or self._beside))

    def _work(self) -> None:
        while (task := self._next()) is not None:
            outcome = task.do()
            with self._change:
                self._working = None
                self._change.notify_all()
            self._done(task, outcome)

    def _feed(self) -> None:
        """Hands kept requests over one by one, so that the desk keeps them in the order they were typed."""
        while True:
            with self._change:
                self._change.wait_for(lambda: bool(self._aside) or self._ending)
                if not self._aside:
                    return
                task, before = self._aside[0], self._tellings
                self._beside.add(task)
            Thread(target=self._do_beside, args=(task,), name="tasks beside", daemon=True).start()
            self._wait_entered(task, before)
            with self._change:
                self._aside.popleft()
                self._change.notify_all()

    def _wait_entered(self, task: Task[Any], before: int) -> None:
        """The desk tells of what it keeps, or has answered; after a while neither is waited for."""
        until = monotonic() + ENTERED_S
        with self._change:
            self._change.wait_for(
                lambda: self._tellings > before or task not in self._beside, until - monotonic()
            )

    def _do_beside(self, task: Task[Any]) -> None:
        outcome = task.do()
        with self._change:
            self._beside.discard(task)
            self._change.notify_all()
        self._done(task, outcome)
