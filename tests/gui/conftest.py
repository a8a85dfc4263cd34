"""What every GUI test stands on: an off-screen application in the console's look, a fake desk, a window."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assistor_console.gui.fonts import load
from assistor_console.gui.frame import ConsoleWindow
from assistor_console.gui.messages import Messages
from assistor_console.gui.page import Context, Page
from assistor_console.gui.style import WORN, wear
from assistor_console.gui.tasks import Tasks
from assistor_console.gui.theme import Scheme, theme_of
from tests.gui.fake_desk import FakeDesk


class FirstPage(Page):
    """A page with one act."""

    title_code = "sign_in.title"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.done: list[str] = []
        self.held = ""
        self.repeat = self.act("widgets.cancel", "F2", lambda: self.done.append("F2"))

    def holding(self) -> str:
        """What the test says."""
        return self.held


class SecondPage(Page):
    """A page with nothing on it."""

    title_code = "frame.display"


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> None:
    """The console's fonts, loaded once."""
    load()


@pytest.fixture(autouse=True)
def look(qapp: QApplication, fonts: None) -> None:
    """Every test begins in the light scheme at the drawn size; what is worn already is not put on again."""
    light = theme_of(Scheme.LIGHT)
    if getattr(qapp, WORN, None) != light:
        wear(qapp, light)


@pytest.fixture
def desk() -> FakeDesk:
    """A practice desk."""
    return FakeDesk()


@pytest.fixture
def messages() -> Messages:
    """An empty channel."""
    return Messages()


@pytest.fixture
def tasks(messages: Messages, desk: FakeDesk) -> Iterator[Tasks]:
    """A queue to that desk."""
    tasks = Tasks(messages, desk)
    yield tasks
    tasks.close()


@pytest.fixture
def window(qtbot: QtBot, messages: Messages, desk: FakeDesk) -> ConsoleWindow:
    """A shown console window with the people of the practice desk on its first page."""
    tasks = Tasks(messages, desk)
    window = ConsoleWindow(tasks, messages, lambda role: [FirstPage, SecondPage])
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: window.clock.known and not tasks.busy)
    return window
