"""Somebody at a window that may lock: a page to type on, an idle clock moved by hand."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QVBoxLayout
from pytestqt.qtbot import QtBot

from assistor_console.domain.terms import Language, Topic
from assistor_console.gui.frame import ConsoleWindow
from assistor_console.gui.lock_cover import LockCover
from assistor_console.gui.messages import Messages
from assistor_console.gui.page import Context, Page
from assistor_console.gui.pages.sign_in import SignInPage
from assistor_console.gui.tasks import Tasks
from assistor_console.gui.widgets.editors import LineEdit
from tests.gui.fake_desk import PEOPLE, FakeDesk

K, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
PASSWORD = PEOPLE[0].password


class Typed(Page):
    """A page to type on, which shows something revealed and follows the queue."""

    title_code = "sign_in.title"
    topics = counted = frozenset({Topic.QUEUE})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.edit, self.choice = LineEdit(self, name="typed"), QComboBox(self)
        self.choice.addItems(["one", "two"])
        column = QVBoxLayout(self)
        column.addWidget(self.edit)
        column.addWidget(self.choice)
        self.revealed, self.asked, self.counts, self.held, self.did = True, 0, 0, "", 0
        self.act("widgets.cancel", "F2", self._do)

    def _do(self) -> None:
        self.did += 1

    def enter(self) -> None:
        """Typing begins."""
        self.edit.setFocus()

    def touched(self) -> None:
        """Asks the desk."""
        self.asked += 1

    def count(self) -> None:
        """Counts what waits."""
        self.counts += 1

    def locked(self) -> None:
        """Hides what was revealed."""
        self.revealed = False

    def holding(self) -> str:
        """What the test says."""
        return self.held


@dataclass
class At:
    """Dana at her window, and the idle clock, which a test moves."""

    qtbot: QtBot
    window: ConsoleWindow
    desk: FakeDesk
    tasks: Tasks
    messages: Messages
    now: float = 0.0

    @property
    def page(self) -> Typed:
        page = self.window.pages[0]
        assert isinstance(page, Typed)
        return page

    @property
    def cover(self) -> LockCover:
        return self.window.lock.cover

    def sign_in(self) -> None:
        """Types what she signs in with."""
        page = self.window.page
        assert isinstance(page, SignInPage)
        if page._agreed is None:
            page.ui.agree.click()
        for edit, value in zip(page._edits(), ("1000384172", PASSWORD, "482193"), strict=True):
            edit.set_value(value)
        with self.qtbot.waitSignal(self.window.signed_in):
            page.ui.submit.click()
        self.rest()

    def rest(self) -> None:
        """Waits until nothing is under way."""
        self.qtbot.waitUntil(lambda: not self.tasks.busy)

    def after(self, **span: float) -> None:
        """Nobody does anything for so long."""
        self.now += timedelta(**span).total_seconds()
        self.window.lock.idle.look()
        self.rest()

    def lock(self) -> None:
        """Locks by key."""
        self.press(K.Key_L, CTRL)
        self.rest()

    def press(self, key: Qt.Key, hold: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key, wherever the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, hold)

    def unlock(self, password: str = PASSWORD) -> None:
        """Types a password and Enter."""
        QApplication.processEvents()
        assert QApplication.focusWidget() is self.cover.ui.password
        QTest.keyClicks(self.cover.ui.password, password)
        self.press(K.Key_Return)
        self.rest()


@pytest.fixture
def language() -> Language:
    """What is spoken."""
    return Language.EN


@pytest.fixture
def at(qtbot: QtBot, desk: FakeDesk, language: Language) -> At:
    """Dana, signed in, typing."""
    messages = Messages(language)
    tasks = Tasks(messages, desk)
    window = ConsoleWindow(tasks, messages, lambda _role: [Typed, Typed], language=language)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    made = At(qtbot, window, desk, tasks, messages)
    window.lock.idle._clock = lambda: made.now
    qtbot.waitUntil(lambda: window.clock.known and not tasks.busy)
    made.sign_in()
    return made
