"""What somebody else has just changed: one watch a window, on a thread of its own, told to the page shown."""

from collections.abc import Callable, Iterable
from random import uniform
from threading import Event, Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from ..domain.errors import Refused, Trouble
from .page import Page
from .task import report
from .tasks import LOCKED, Tasks

if TYPE_CHECKING:
    from ..domain.errors import Refusal
    from ..domain.terms import Role, Topic

SOON_MS, AGAIN_MS, SPREAD = 200, 2_000, 0.5
"""A page asks again about so long after the first touch, and so long after that at the earliest; spread by
this part of it, so that consoles do not all ask in the same instant."""
AGE_MS = 60_000
"""How often a page shows again what changes with time alone."""
RETRY_S = 5.0
"""How long after a failed watch another one is begun."""


class Watch(QObject):
    """One watch of a desk. `touched(Topic)` comes for every topic, `ended(Refusal)` where the desk ends it.

    The desk is watched on a thread of its own until `leave`; a thread that still waits for a topic then ends
    with the next one, with the session or with the desk, and says nothing any more.
    """

    touched = Signal(object)
    ended = Signal(object)

    def __init__(self, tasks: Tasks, role: "Role", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._role, self._left = tasks, role, Event()
        Thread(target=self._run, name="watch", daemon=True).start()

    def leave(self) -> None:
        """Nobody wants to know any more."""
        self._left.set()

    def _run(self) -> None:
        from ..requests.live import watchable

        topics = watchable(self._role)
        while topics and not self._left.is_set():
            try:
                self._listen(self._tasks.desk.watch(*topics))
                return
            except Refused as no:
                self._tell(self.ended, no.refusal)
                return
            except Trouble:
                self._left.wait(uniform(RETRY_S / 2, RETRY_S))
            except Exception as bug:
                report(bug)
                return

    def _listen(self, topics: "Iterable[Topic]") -> None:
        for topic in topics:
            if self._left.is_set():
                return
            self._tell(self.touched, topic)

    def _tell(self, signal: SignalInstance, what: object) -> None:
        """A window that is gone hears nothing."""
        if not self._left.is_set():
            try:
                signal.emit(what)
            except RuntimeError:  # its half in C++ is deleted
                self._left.set()


class Live(QObject):
    """Lets the page that is shown ask again when what it shows was touched.

    `shown()` gives that page. A page that is hidden asks when it is shown. `ended(Refusal)` says that the
    desk ended the watch because the session is over, `touched(Topic)` carries every topic.
    """

    ended = Signal(object)
    touched = Signal(object)

    def __init__(self, tasks: Tasks, shown: Callable[[], Page], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._shown = tasks, shown
        self._watch: Watch | None = None
        self._role: Role | None = None
        self._missed = set["Topic"]()
        self._due = self._rests = self._broken = False
        self._soon, self._rest = QTimer(self, singleShot=True), QTimer(self, singleShot=True)
        self._age = QTimer(self)
        self._soon.timeout.connect(self._refresh)
        self._rest.timeout.connect(self._settle)
        self._age.timeout.connect(self._on_age)
        tasks.link_changed.connect(self._settle)

    def begin(self, role: "Role") -> None:
        """Somebody has signed in."""
        self.end()
        self._role = role
        self._watch = Watch(self._tasks, role, self)
        self._watch.touched.connect(self.touch)
        self._watch.ended.connect(self._on_ended)
        self._age.start(round(AGE_MS * uniform(1 - SPREAD / 2, 1)))

    def end(self) -> None:
        """Nobody is signed in any more."""
        for timer in (self._soon, self._rest, self._age):
            timer.stop()
        self._due = self._rests = self._broken = False
        self._missed.clear()
        if self._watch is not None:
            self._watch.leave()
            self._watch.deleteLater()
            self._watch = None

    def rest(self) -> None:
        """The window is locked: nothing is asked, whatever is touched."""
        self._rests = True

    def wake(self) -> None:
        """The window is open again: the page that is shown asks at once, a broken watch begins anew."""
        broken, self._rests, self._broken = self._broken, False, False
        missed, self._missed = self._missed, set()
        if broken and self._role is not None:
            self.begin(self._role)
        for topic in missed:
            self.touched.emit(topic)
        self._due = False
        self._shown().touched()

    def _on_ended(self, refusal: "Refusal") -> None:
        if refusal.rule == LOCKED:
            self._broken = True
        else:
            self.ended.emit(refusal)

    def touch(self, topic: "Topic") -> None:
        """A topic was touched."""
        if self._rests:
            self._missed.add(topic)
            return
        self.touched.emit(topic)
        if topic in self._shown().topics:
            self._due = True
            self._settle()

    def entered(self) -> None:
        """Another page is shown; it has asked already."""
        self._due = False
        self._soon.stop()

    def _on_age(self) -> None:
        if self._tasks.here and not self._rests:
            self._shown().aged()

    def _settle(self, *_: object) -> None:
        """Many touches at once are one question; during an outage it waits for the desk."""
        calm = not (self._soon.isActive() or self._rest.isActive() or self._rests)
        if self._due and calm and self._tasks.here:
            self._soon.start(round(SOON_MS * uniform(1 - SPREAD, 1 + SPREAD)))

    def _refresh(self) -> None:
        if self._due and self._tasks.here and not self._rests:
            self._due = False
            self._rest.start(round(AGAIN_MS * uniform(1, 1 + SPREAD)))
            self._shown().touched()
