"""Work off the GUI thread: requests go to the desk in order, results come back to the GUI thread."""

from collections import deque
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from ..domain.errors import AlreadyDone, Cancelled, Refused, Trouble, refused
from .lanes import Lanes
from .messages import Messages
from .task import Outcome, Task, report

if TYPE_CHECKING:
    from ..requests.base import Desk, Link, Reply, Request

    R = TypeVar("R", bound=Reply)
T = TypeVar("T")
Opening = Callable[[], "Desk"]
Part = Callable[[float], None]
CLOSING_S, LEAVING_S = 10.0, 2.0
"""How long closing waits for what was sent, and for a desk that is away or was closed, in seconds."""
STEP = 0.01
"""The least progress worth telling."""
LOCKED = "authority.locked"
"""The rule that refuses what a locked session asks."""


class Tasks(QObject):
    """A queue with one worker. `busy_changed(bool)` says whether anything is under way; `replied(object)`
    carries every result before its receiver gets it, `troubled(Trouble)` every failure of the environment,
    `refused(Refusal)` every refusal after its receiver was told, `link_changed(Link)` how the desk stands.

    Everything runs in the order sent; a desk may be given at once or opened on the worker by `open`.
    """

    busy_changed = Signal(bool)
    replied = Signal(object)
    troubled = Signal(object)
    refused = Signal(object)
    link_changed = Signal(object)
    _posted = Signal(object)

    def __init__(self, messages: Messages, desk: "Desk | None" = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages, self._desk, self._waiting = messages, desk, 0
        self._broken: Exception | None = None
        self._opening: Opening | None = None
        self._link: Link | None = None
        self._kept: deque[Task[Any]] = deque()
        self._long: set[Task[Any]] = set()
        self._held: list[Task[Any]] | None = None
        self._closed = False
        self._posted.connect(self._on_posted, Qt.ConnectionType.QueuedConnection)
        self._lanes = Lanes(lambda task, outcome: self._post(partial(self._on_done, task, outcome)))

    def send(self, request: "Request[R]", progress: Part | None = None) -> "Task[R]":
        """Sends a request to the desk; `progress(part)` is called on the GUI thread, 0.0–1.0.

        While the desk is away and keeps requests, one that it does not keep fails at once with
        Trouble("desk.unreachable") instead of waiting behind them.
        """
        task: Task[R]
        last = -1.0

        def told(part: float) -> None:
            nonlocal last
            if task.cancelled:
                raise Cancelled
            if progress is not None and (part - last >= STEP or part >= 1.0):
                last = part
                self._post(partial(_unless_cancelled, task, progress, part))

        kind = type(request)
        task = Task(
            lambda: self.desk.send(request, progress=told) if kind.long else self.desk.send(request),
            self._tell,
            sends=True,
            kept=kind.kept,
        )
        if kind.long:
            self._long.add(task)
        if self._held is not None and kind.allow and not (kind.kept or kind.locked):
            self._held.append(task)
        else:
            self._begin(task)
        return task

    def hold(self) -> None:
        """The session is locked: what the desk would refuse now waits, and nothing waits for it."""
        self._held = self._held or []

    def release(self) -> None:
        """The session is open again: what waited is sent."""
        held, self._held = self._held or [], None
        for task in held:
            self._begin(task)

    def drop(self) -> None:
        """The session is over: what waited is refused, and nobody is told of it."""
        held, self._held = self._held or [], None
        for task in held:
            self._long.discard(task)
            task.deliver(None, refused(LOCKED))

    def open(self, opening: Opening) -> "Task[Desk]":
        """Opens the desk on the worker; what is sent later waits for it."""
        self._opening = opening
        return self.run(self._opened)

    def open_again(self) -> "Task[Desk]":
        """Tries once more to open what could not be opened; a desk that is open stays as it is."""
        return self.run(self._opened)

    def _opened(self) -> "Desk":
        if self._desk is not None:
            return self._desk
        if self._opening is None:
            raise Trouble("desk.closed")
        try:
            self._desk = self._opening()
        except Exception as failed:
            self._broken = failed
            raise
        self._broken = None
        return self._desk

    def run(self, work: Callable[[], T]) -> Task[T]:
        """Runs anything that may take time; it must not touch a widget."""
        task = Task(work, self._tell)
        self._begin(task)
        return task

    def _begin(self, task: Task[Any]) -> None:
        self._waiting += 1
        if self._waiting == 1:
            self.busy_changed.emit(True)
        if task.kept:
            self._kept.append(task)
        if task.sends and not task.kept and self._only_keeps():
            self._post(partial(self._on_done, task, (None, Trouble("desk.unreachable"))))
            return
        self._lanes.add(task)
        if task.kept and not self.here:
            self._tell_link()

    def _only_keeps(self) -> bool:
        """Whether the desk takes nothing but what it keeps."""
        return not self.here and self._link is not None and self._link.kept > 0

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

    @property
    def here(self) -> bool:
        """Whether the desk is here, as far as is known."""
        return self._link is None or self._link.here

    @property
    def waiting(self) -> int:
        """How many things wait on this computer for a desk that is away."""
        told = self._link.kept if self._link is not None else 0
        return told if self.here else max(told, len(self._kept))

    def told_link(self, link: "Link") -> None:
        """How the desk stands, from any thread; `link_changed` carries it to the GUI thread."""
        self._lanes.told(not link.here)
        self._post(partial(self._on_link, link))

    def close(self) -> None:
        """Ends the desk and the worker; results still undelivered are dropped.

        What was sent is finished first, for some seconds at most. A desk that is away is told to end first:
        what it keeps stays on this computer.
        """
        if self._closed:
            return
        self._closed = True
        for task in self._long:
            task.cancel()
        if self.here and self._lanes.end(CLOSING_S):
            if self._desk is not None:
                self._desk.close()
            return
        self._lanes.take_back()
        self._lanes.entered(LEAVING_S)
        if self._desk is not None:
            self._desk.close()
        self._lanes.end(LEAVING_S)

    def _post(self, what: Callable[[], None]) -> None:
        self._posted.emit(what)

    @Slot(object)
    def _on_posted(self, what: Callable[[], None]) -> None:
        if not self._closed:
            what()

    def _on_link(self, link: "Link") -> None:
        self._link = link
        if self._only_keeps():
            for task in self._lanes.take_back():
                self._on_done(task, (None, Trouble("desk.unreachable")))
        self._tell_link()

    def _tell_link(self) -> None:
        if self._link is not None:
            self.link_changed.emit(self._link)

    def _on_done(self, task: Task[Any], outcome: Outcome) -> None:
        """Kept requests are handed on in the order they were sent, on whichever thread they ended."""
        task.outcome = outcome
        if not task.kept:
            self._hand_on(task)
            return
        while self._kept and self._kept[0].outcome is not None:
            self._hand_on(self._kept.popleft())

    def _hand_on(self, task: Task[Any]) -> None:
        assert task.outcome is not None
        result, error = task.outcome
        self._long.discard(task)
        self._waiting -= 1
        try:
            if error is None and not task.cancelled:
                self.replied.emit(result)
            elif isinstance(error, Trouble):
                self.troubled.emit(error)
            task.deliver(result, error)
            if isinstance(error, Refused):
                self.refused.emit(error.refusal)
        finally:
            if not self._waiting:
                self.busy_changed.emit(False)

    def _tell(self, error: Exception) -> None:
        match error:
            case Refused(refusal=refusal) if refusal.rule == LOCKED:
                pass  # the window is locked too: whoever asked asks again when it is open
            case Refused():
                self._messages.refused(error.refusal)
            case Trouble():
                self._messages.trouble(error)
            case AlreadyDone():
                self._messages.warn("messages.already_done")
            case _:
                self._messages.bug(report(error))


def _unless_cancelled(task: Task[Any], progress: Part, part: float) -> None:
    if not task.cancelled:
        progress(part)
