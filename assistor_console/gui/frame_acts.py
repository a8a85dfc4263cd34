"""What can be done on every page of a window, and the keys that do it."""

from collections.abc import Callable, Sequence
from enum import IntEnum
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from .page import Page
from .texts import Say


class Standing(IntEnum):
    """How far somebody has come in: each may do what those before may."""

    OUTSIDE = 0
    SIGNED_IN = 1
    WORKING = 2


FrameAct = tuple[str, str, Standing, Callable[[], object]]
"""The code of its words, its key, from when on it is there, and what it does."""


class FrameActs(QObject):
    """The acts of a window; a key that a page needs itself is the page's."""

    def __init__(self, window: QWidget, say: Say, acts: Sequence[FrameAct]) -> None:
        super().__init__(window)
        self._window, self._say = window, say
        self._standing = Standing.OUTSIDE
        self._acts: dict[QAction, Standing] = {}
        self._goes: list[QAction] = []
        for code, key, since, then in acts:
            self._acts[self._made(code, key, then)] = since
        self._show()

    def _made(self, code: str, key: str, then: Callable[[], object]) -> QAction:
        action = QAction(self._say(code) if code else "", self)
        action.setObjectName(code)
        action.setProperty("key", key)
        action.triggered.connect(lambda: then())
        self._window.addAction(action)
        return action

    def shown(self) -> list[QAction]:
        """Those that can be done now, the pages last."""
        return [act for act in (*self._acts, *self._goes) if act.isVisible()]

    def stand(self, standing: Standing) -> None:
        """Somebody came further in, or went out."""
        self._standing = standing
        self._show()

    def _show(self) -> None:
        for act, since in self._acts.items():
            act.setVisible(self._standing >= since)

    def speak(self) -> None:
        """The same in the language spoken now."""
        for act in self._acts:
            act.setText(self._say(act.objectName()))

    def allow(self, may: bool) -> None:
        """Whether anything can be done: nothing is in a locked window."""
        for act in (*self._acts, *self._goes):
            act.setEnabled(may)

    def enter(self, page: Page) -> None:
        """Another page is shown: the keys it needs itself are its own."""
        taken = {act.shortcut().toString() for act in page.acts()}
        for act in (*self._acts, *self._goes):
            key = str(act.property("key"))
            act.setShortcut(QKeySequence("" if key in taken else key))

    def add_pages(self, pages: Sequence[Page], go: Callable[[int], None]) -> None:
        """A key for each page: Ctrl+1, Ctrl+2…; `go(place)` shows one."""
        for place, page in enumerate(pages):
            act = self._made("", f"Ctrl+{place + 1}", partial(go, place))
            act.setText(self._say("frame.page", title=self._say(page.title_code)))
            self._goes.append(act)

    def drop_pages(self) -> None:
        """Nobody works here any more."""
        for act in self._goes:
            self._window.removeAction(act)
            act.deleteLater()
        self._goes = []
