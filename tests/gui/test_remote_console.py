"""A console of a desk elsewhere: what it imports, and what its sign-in page says until there is a desk."""

import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from assistor_console.domain.errors import Trouble
from assistor_console.domain.terms import Language, Realm
from assistor_console.gui.frame import ConsoleWindow
from assistor_console.gui.messages import Messages
from assistor_console.gui.pages.sign_in import SignInPage
from assistor_console.gui.tasks import Tasks
from assistor_console.requests.base import Desk
from assistor_console.requests.sign_in import Hello
from tests.gui.fake_desk import FakeDesk

ADDRESS = "desk.example:8443"
NEVER = (
    "sqlalchemy",
    "sqlite3",
    "alembic",
    "psycopg",
    "reportlab",
    "argon2",
    "assistor_console.app",
    "assistor_console.store",
    "assistor_console.services",
    "assistor_console.published",
    "assistor_console.letters",
    "assistor_console.records",
    "assistor_console.practice",
    "assistor_console.desk.pipeline",
    "assistor_console.desk.local",
    "assistor_console.server",
)
CODE = """
import sys, time
begun = time.perf_counter()
from PySide6.QtWidgets import QApplication
from assistor_console.commands.run import Connecting, make_window
from assistor_console.gui.roles import pages
from assistor_console.domain.terms import Role
from assistor_console.settings import load_settings
application = QApplication([])
settings = load_settings({{"desk": "https://127.0.0.1:{port}", "data_dir": {folder!r}}}, {{}})
window = make_window(application, settings, Connecting(settings).open)
window.show()
application.processEvents()
shown = time.perf_counter() - begun
while window.page.state.code != "desk.unreachable":
    application.processEvents()
for role in (Role.ASSISTOR, Role.SUPERVISOR, Role.TAC):
    pages(role)
import assistor_console.gui.pages.call.page, assistor_console.gui.pages.letter_run
print([name for name in {never!r} if name in sys.modules], round(shown * 1000))
window.close()
import os; os._exit(0)
"""


def closed_port() -> int:
    """A port of this machine where nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def test_a_remote_console_imports_nothing_that_rests_at_the_desk(tmp_path: Path) -> None:
    code = CODE.format(port=closed_port(), folder=str(tmp_path), never=NEVER)
    environment = {**os.environ, "ASSISTOR_SETTINGS": str(tmp_path / "none.toml")}
    environment.pop("ASSISTOR_SETTINGS")
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=120, env=environment
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.startswith("[] "), ran.stdout
    assert not list(tmp_path.rglob("*.db")), "no practice data are made"


class Door:
    """Opens a desk once it is let."""

    def __init__(self, trouble: Trouble | None) -> None:
        self.trouble, self.tries = trouble, 0
        self.desk: Desk = FakeDesk()

    def open(self) -> Desk:
        """The desk, or why not."""
        self.tries += 1
        if self.trouble is not None:
            raise self.trouble
        return self.desk


@pytest.fixture
def console(qtbot: QtBot) -> Callable[..., tuple[ConsoleWindow, SignInPage]]:
    """A window that connects to a desk elsewhere."""

    def made(door: Door, language: Language = Language.EN) -> tuple[ConsoleWindow, SignInPage]:
        messages = Messages(language)
        tasks = Tasks(messages)
        tasks.open(door.open)
        window = ConsoleWindow(tasks, messages, lambda _role: (), language=language, address=ADDRESS)
        qtbot.addWidget(window)
        window.show()
        page = window.page
        assert isinstance(page, SignInPage)
        qtbot.waitUntil(lambda: not tasks.busy)
        return window, page

    return made


Console = Callable[..., tuple[ConsoleWindow, SignInPage]]


def test_it_shows_which_desk_it_is_connected_to(console: Console) -> None:
    _, page = console(Door(None))
    assert page.state.words() == "" and page.ui.staff_id.isEnabled()
    names = [
        child.accessibleName() for child in page.ui.header.children() if hasattr(child, "accessibleName")
    ]
    assert ADDRESS in names


def test_a_desk_that_cannot_be_reached_is_tried_again_by_itself(qtbot: QtBot, console: Console) -> None:
    door = Door(Trouble("desk.unreachable"))
    _, page = console(door)
    assert page.state.words().startswith(f"The desk at {ADDRESS} cannot be reached")
    assert "tried again by itself in" in page.state.words()
    assert not page.ui.staff_id.isEnabled() and not page.ui.submit.isEnabled()
    door.trouble = None
    for _ in range(40):  # seconds pass
        page._on_second()
    qtbot.waitUntil(lambda: page.ui.staff_id.isEnabled())
    assert page.state.words() == "" and door.tries == 2
    assert "Opens at" in page.ui.hours.text()


def test_a_key_tries_again_at_once(qtbot: QtBot, console: Console) -> None:
    door = Door(Trouble("desk.unreachable"))
    window, page = console(door)
    QTest.keyClick(window, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: door.tries == 2 and not window._tasks.busy)
    assert page.state.code == "desk.unreachable"
    assert [m.code for m in page.messages.log].count("desk.unreachable") <= 2, "it is not said at every try"
    door.trouble = None
    QTest.keyClick(window, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: page.ui.staff_id.isEnabled())


WRONG = (
    Trouble("desk.certificate", host="desk.example", reason="expired"),
    Trouble("console.too_old", version="0.1.0", oldest="0.2.0"),
    Trouble("realm.other", found="live", wanted="practice"),
)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("trouble", WRONG, ids=lambda trouble: trouble.code)
def test_what_waiting_does_not_mend_is_said_and_not_tried_again_by_itself(
    console: Console, trouble: Trouble, language: Language
) -> None:
    door = Door(trouble)
    _, page = console(door, language)
    assert ADDRESS in page.state.words() and trouble.code not in page.state.words()
    assert len(page.state.words()) > 80, "what happened and what to do"
    for _ in range(40):
        page._on_second()
    assert door.tries == 1


@pytest.mark.parametrize("language", Language)
def test_a_new_desk_is_not_founded_from_afar(console: Console, language: Language) -> None:
    founded = FakeDesk(Realm.LIVE)
    greeting = founded.greeting().model_copy(update={"has_staff": False})
    founded.answers[Hello] = lambda _: greeting
    door = Door(None)
    door.desk = founded
    window, page = console(door, language)
    assert window.page is page and not page.ui.staff_id.isEnabled()
    assert "assistor-console run --live --database" in page.state.words()
