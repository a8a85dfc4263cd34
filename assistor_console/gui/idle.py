"""Notices that nobody is at the console any more: no key, no mouse, no wheel for a while."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QCursor, QMouseEvent
from PySide6.QtWidgets import QApplication

LOOK_MS = 1000
_T = QEvent.Type
_ACTS = frozenset(
    {
        _T.KeyPress,
        _T.KeyRelease,
        _T.MouseMove,
        _T.MouseButtonPress,
        _T.MouseButtonRelease,
        _T.MouseButtonDblClick,
        _T.Wheel,
        _T.TouchBegin,
        _T.TabletPress,
    }
)


def elapsed() -> float:
    """Seconds that go on while the computer sleeps, where its clock can tell: who closes the lid has left."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boot is None else time.clock_gettime(boot)


class Idle(QObject):
    """Counts the seconds since somebody last did something in the application.

    `warned(int)` carries the seconds left, once a second while few are left; `returned()` says that somebody
    is here after all, `idle()` that nobody was in time. What was done still reaches what it was meant for,
    unless it came too late.

    A look once a second is enough, so that of many events in a second the first alone is looked at: a filter
    in Python over every event would be felt while typing.
    """

    warned = Signal(int)
    returned = Signal()
    idle = Signal()

    def __init__(self, clock: Callable[[], float] = elapsed, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._limit = self._warning = 0
        self._last, self._at = 0.0, QPoint()
        self._warns = self._listens = self._late = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    @property
    def watching(self) -> bool:
        """Whether somebody is expected to be here."""
        return self._limit > 0

    def watch(self, seconds: int, warning: int) -> None:
        """Somebody is here; after so many idle seconds nobody is, `warning` seconds before it is said."""
        self._limit, self._warning = seconds, warning
        self._timer.start()
        self._touch()
        self._listen(True)

    def rest(self) -> None:
        """Nobody is expected to be here."""
        self._limit = 0
        self._warns = False
        self._timer.stop()
        self._listen(False)

    def look(self) -> None:
        """Says what is to be said now."""
        if not self.watching:
            return
        self._listen(True)
        left = self._limit - (self._clock() - self._last)
        if left <= 0:
            self.rest()
            self.idle.emit()
        elif left <= self._warning:
            self._warns = True
            self.warned.emit(max(1, round(left)))

    def _touch(self) -> None:
        self._last, self._at = self._clock(), QCursor.pos()
        if self._warns:
            self._warns = False
            self.returned.emit()

    def _listen(self, listens: bool) -> None:
        if listens is self._listens:
            return
        self._listens = listens
        application = QApplication.instance()
        assert application is not None
        (application.installEventFilter if listens else application.removeEventFilter)(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Something was done; what comes too late goes nowhere."""
        if not self._is_act(event):
            return False
        if self._late:
            return True
        self.look()
        if not self.watching:
            self._be_late()
            return True
        self._touch()
        self._listen(False)
        return False

    def _be_late(self) -> None:
        """One key is several events: all of them come too late."""
        self._late = True
        self._listen(True)
        QTimer.singleShot(0, self, self._on_late_over)

    def _on_late_over(self) -> None:
        self._late = False
        self._listen(self.watching)

    def _is_act(self, event: QEvent) -> bool:
        """Whether a person did it. A key that is a shortcut is seen as its override alone; a pointer that
        stays where it was has not been moved, though a window may have moved under it."""
        kind = event.type()
        if kind == _T.ShortcutOverride:
            return True
        if kind not in _ACTS or not event.spontaneous():
            return False
        if kind == _T.MouseMove and isinstance(event, QMouseEvent):
            return event.globalPosition().toPoint() != self._at
        return True
