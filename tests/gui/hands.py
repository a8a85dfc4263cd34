"""Somebody at a window by keyboard, signed in at the fake desk, who may have to get ready first."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from assistor_console.domain.terms import Language
from assistor_console.gui.frame import ConsoleWindow
from assistor_console.gui.messages import Messages
from assistor_console.gui.pages.ready import ReadyPage
from assistor_console.gui.pages.sign_in import SignInPage
from assistor_console.gui.tasks import Tasks
from assistor_console.requests.sign_in import Must
from tests.gui.conftest import FirstPage, SecondPage
from tests.gui.fake_desk import PEOPLE, FakeDesk

K, CTRL, NONE = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
TEMPORARY, OWN = PEOPLE[0].password, "four quiet words here"
BOTH = (Must.ENROL, Must.CHANGE_PASSWORD)


class Hands:
    """Somebody at a window, by keyboard."""

    def __init__(
        self, qtbot: QtBot, window: ConsoleWindow, tasks: Tasks, messages: Messages, staff_id: str = ""
    ) -> None:
        self.qtbot, self.window, self.tasks, self.messages = qtbot, window, tasks, messages
        self.staff_id = staff_id or PEOPLE[0].staff_id

    def press(self, key: Qt.Key, hold: Qt.KeyboardModifier = NONE) -> None:
        """A key, wherever the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, hold)
        self.rest()

    def write(self, words: str) -> None:
        """Types into whatever has the focus, and Enter."""
        focus = QApplication.focusWidget()
        assert isinstance(focus, QLineEdit), focus
        QTest.keyClicks(focus, words)
        self.press(K.Key_Return)

    def rest(self) -> None:
        """Waits until nothing is under way."""
        self.qtbot.waitUntil(lambda: not self.tasks.busy)
        QApplication.processEvents()

    def sign_in(self, password: str, code: str = "") -> None:
        """Agrees, types and presses Enter in the last field."""
        page = self.window.page
        assert isinstance(page, SignInPage)
        self.rest()
        if page._agreed is None:
            page.ui.agree.click()
        for edit, words in zip(page._edits(), (self.staff_id, password, code), strict=True):
            edit.setFocus()
            edit.setText("")
            QTest.keyClicks(edit, words)
        self.press(K.Key_Return)

    @property
    def page(self) -> ReadyPage:
        page = self.window.page
        assert isinstance(page, ReadyPage)
        return page

    def shown(self) -> list[QWidget]:
        """Which of its panels the page shows."""
        return [panel for panel in self.page._panels() if panel.isVisible()]


Sit = Callable[..., Hands]


@pytest.fixture
def sit(qtbot: QtBot, desk: FakeDesk) -> Sit:
    """Sits somebody down at a window of the fake desk, signed in, who has to do something first."""

    def made(must: tuple[Must, ...] = BOTH, language: Language = Language.EN) -> Hands:
        desk.must = must
        messages = Messages(language)
        tasks = Tasks(messages, desk)
        window = ConsoleWindow(tasks, messages, lambda _role: [FirstPage, SecondPage], language=language)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(lambda: window.clock.known and not tasks.busy)
        hands = Hands(qtbot, window, tasks, messages)
        hands.sign_in(TEMPORARY)
        return hands

    return made


def remains(window: ConsoleWindow, *secrets: str) -> list[str]:
    """The secrets that any widget of the window still holds, as text, name or description."""
    held = []
    for widget in window.findChildren(QWidget):
        texts = [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        if isinstance(widget, QLineEdit):
            widget.undo()
            texts.append(widget.text())
        elif isinstance(widget, QLabel):
            texts.append(widget.text())
        held += [secret for secret in secrets if any(secret in one.replace(" ", "") for one in texts)]
    return held
