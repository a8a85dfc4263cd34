"""A hand on the keyboard of one window: presses keys and waits for what the window does."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QKeyCombination, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from ..domain.errors import Trouble

PATIENCE = 30.0
GLANCE_MS = 20
MOST_TABS = 80


class Hand:
    """Works one window. Keys go to whatever has the focus, as from a keyboard."""

    def __init__(self, window: QWidget) -> None:
        self.window = window

    def type(self, text: str) -> None:
        """Types text, each character into whatever has the focus then."""
        for character in text:
            QTest.keyClicks(self.focused(), character)

    def press(self, keys: str) -> None:
        """Presses a key or a chord by its portable name: "Return", "Ctrl+Return", "F4"."""
        combination: QKeyCombination = QKeySequence(keys)[0]  # type: ignore[index]
        self.window.activateWindow()
        QTest.keyClick(self.focused(), combination.key(), combination.keyboardModifiers())

    def until(self, what: str, ready: Callable[[], bool]) -> None:
        """Waits until something is so; Trouble("demo.stuck") says what never came."""
        if not wait_until(ready):
            raise Trouble("demo.stuck", what=what)

    def tab_to(self, what: str, wanted: Callable[[QWidget], bool]) -> None:
        """Presses Tab until the focus is where it is wanted; Trouble("demo.stuck") after a whole round."""
        for _ in range(MOST_TABS):
            if wanted(self.focused()):
                return
            self.press("Tab")
        raise Trouble("demo.stuck", what=what)

    def focused(self) -> QWidget:
        """Whatever has the focus, or the window."""
        return self.window.focusWidget() or self.window


def wait_until(ready: Callable[[], bool], patience: float = PATIENCE) -> bool:
    """Lets the application work until something is so; False when patience (seconds) runs out.

    It has been so then; what others do may already be changing it again.
    """
    if ready():
        return True
    ends = time.monotonic() + patience
    loop, timer = QEventLoop(), QTimer()
    seen = False

    def look() -> None:
        nonlocal seen
        seen = seen or ready()
        if seen or time.monotonic() > ends:
            loop.quit()

    timer.setInterval(GLANCE_MS)
    timer.timeout.connect(look)
    timer.start()
    loop.exec()
    timer.stop()
    return seen
