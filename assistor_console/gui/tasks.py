"""Work off the GUI thread: requests go to the desk in order, results come back to the GUI thread."""

import logging
import traceback
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any, Generic, TypeVar
from zlib import crc32

from PySide6.QtCore import QObject, Qt, Signal, Slot

from ..domain.errors import AlreadyDone, Refused, Trouble
from .messages import Messages

if TYPE_CHECKING:
    from ..requests.base import Desk, Reply, Request

    R = TypeVar("R", bound=Reply)
T = TypeVar("T")
log = logging.getLogger(__name__)


class Task(Generic[T]):
    """One piece of work on its way: say what to do with its result, then forget it."""

    def __init__(self, work: Callable[[], T], otherwise: Callable[[Exception], None]) -> None:
        self.work = work
        self._success: Callable[[T], None] = lambda _: None
        self._failure = self._otherwise = otherwise
        self._always: Callable[[], None] = lambda: None

    def success(self, then: Callable[[T], None]) -> "Task[T]":
        """Calls `then` with the result on the GUI thread."""
        self._success = then
        return self

    def failure(self, then: Callable[[Exception], bool]) -> "Task[T]":
        """Calls `then` with the exception first; unless it returns True, the messages tell of it."""

        def first(error: Exception) -> None:
            if not then(error):
                self._otherwise(error)

        self._failure = first
        return self

    def always(self, then: Callable[[], None]) -> "Task[T]":
        """Calls `then` before either of the others: the place to end a busy state."""
        self._always = then
        return self

    def deliver(self, result: T | None, error: Exception | None) -> None:
        """Hands the outcome on; for `Tasks` only."""
        self._always()
        if error is not None:
            self._failure(error)
        else:
            self._success(result)  # type: ignore[arg-type]


class Tasks(QObject):
    """A queue with one worker. `busy_changed(bool)` says whether anything is under way; `replied(object)`
    carries every result before its receiver gets it, `troubled(Trouble)` every failure of the environment.

    Everything runs in the order sent; a desk may be given at once or opened on the worker by `open`.
    """

    busy_changed = Signal(bool)
    replied = Signal(object)
    troubled = Signal(object)
    _done = Signal(object)

    def __init__(self, messages: Messages, desk: "Desk | None" = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages, self._desk, self._waiting = messages, desk, 0
        self._broken: Exception | None = None
        self._queue: SimpleQueue[Task[Any] | None] = SimpleQueue()
        self._done.connect(self._on_done, Qt.ConnectionType.QueuedConnection)
        self._worker = Thread(target=self._run, name="tasks", daemon=True)
        self._worker.start()

    def send(self, request: "Request[R]") -> "Task[R]":
        """Sends a request to the desk."""
        return self.run(lambda: self.desk.send(request))

    def open(self, opening: "Callable[[], Desk]") -> "Task[Desk]":
        """Opens the desk on the worker; what is sent later waits for it."""

        def opened() -> "Desk":
            try:
                self._desk = opening()
            except Exception as failed:
                self._broken = failed
                raise
            return self._desk

        return self.run(opened)

    def run(self, work: Callable[[], T]) -> Task[T]:
        """Runs anything that may take time; it must not touch a widget."""
        task = Task(work, self._tell)
        self._waiting += 1
        if self._waiting == 1:
            self.busy_changed.emit(True)
        self._queue.put(task)
        return task

    @property
    def desk(self) -> "Desk":
        """The desk, once open; Trouble("desk.closed") before, and whatever kept it from opening after."""
        if self._broken is not None:
            raise self._broken
        if self._desk is None:
            raise Trouble("desk.closed")
        return self._desk

    @property
    def busy(self) -> bool:
        """Whether anything is under way."""
        return self._waiting > 0

    def close(self) -> None:
        """Lets everything sent finish, then ends the worker; results still undelivered are dropped."""
        self._queue.put(None)
        self._worker.join()

    def _run(self) -> None:
        while (task := self._queue.get()) is not None:
            result, error = None, None
            try:
                result = task.work()
            except Exception as problem:  # every failure has a path to the person
                error = problem
            self._done.emit((task, result, error))

    @Slot(object)
    def _on_done(self, outcome: tuple[Task[Any], object, Exception | None]) -> None:
        task, result, error = outcome
        self._waiting -= 1
        try:
            if error is None:
                self.replied.emit(result)
            elif isinstance(error, Trouble):
                self.troubled.emit(error)
            task.deliver(result, error)
        finally:
            if not self._waiting:
                self.busy_changed.emit(False)

    def _tell(self, error: Exception) -> None:
        match error:
            case Refused():
                self._messages.refused(error.refusal)
            case Trouble():
                self._messages.trouble(error)
            case AlreadyDone():
                self._messages.warn("messages.already_done")
            case _:
                self._messages.bug(report(error))


def report(error: Exception) -> str:
    """Logs where a bug struck, never the values; returns its id, the same for the same place."""
    frames = traceback.extract_tb(error.__traceback__)
    where = "; ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames)
    id = f"{crc32(f'{type(error).__name__} {where}'.encode()) & 0xFFFF:04X}"
    log.error("bug %s: %s at %s", id, type(error).__name__, where)
    return id
