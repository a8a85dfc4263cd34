"""The first two supervisors of a live desk, by keys on a real desk."""

from collections.abc import Iterator
from pathlib import Path

import pyotp
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from assistor_console.desk.local import LocalDesk
from assistor_console.domain.terms import Realm, Role
from assistor_console.gui.frame import ConsoleWindow
from assistor_console.gui.messages import Messages
from assistor_console.gui.pages.first_supervisors import FirstSupervisorsPage
from assistor_console.gui.pages.sign_in import SignInPage
from assistor_console.gui.roles import pages
from assistor_console.gui.tasks import Tasks
from assistor_console.services.second_factor import code_at
from tests.gui.real_desk import focused, press, settle, write
from tests.worlds import World

K, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def live(tmp_path: Path) -> Iterator[World]:
    """A live desk where nobody works."""
    made = World(f"sqlite:///{tmp_path / 'live.db'}", Realm.LIVE)
    yield made
    made.database.close()


@pytest.fixture
def fresh(qtbot: QtBot, live: World) -> ConsoleWindow:
    messages = Messages()
    tasks = Tasks(messages, LocalDesk(live.pipeline, "test"))
    window = ConsoleWindow(tasks, messages, pages)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: isinstance(window.page, FirstSupervisorsPage))
    return window


def first_page(window: ConsoleWindow) -> FirstSupervisorsPage:
    assert isinstance(window.page, FirstSupervisorsPage)
    return window.page


def introduce(
    qtbot: QtBot, window: ConsoleWindow, number: int, name: str, staff_id: str, again: str = ""
) -> None:
    """Name, staff ID and both passwords, each with Enter; then the focus is in the code."""
    phrase = f"violet harbor number {number + 4}"
    tin = f"12300488{number}"
    for typed in (name, staff_id, tin, "", phrase, again or phrase):
        write(typed)
        press(K.Key_Return)
    settle(qtbot, window)
    assert focused() is first_page(window).people[number].fields[-1]


def prove(window: ConsoleWindow, live: World, number: int) -> None:
    """Types the code that the app shows for the key on the screen."""
    page = first_page(window)
    secret = page.people[number].person().secret
    assert pyotp.parse_uri(f"otpauth://totp/x?secret={secret}").secret == secret
    write(code_at(secret, live.now))


def test_two_people_become_the_first_supervisors(qtbot: QtBot, live: World, fresh: ConsoleWindow) -> None:
    page = first_page(fresh)
    introduce(qtbot, fresh, 0, "Karina Alvarado", "1000200111")
    assert page.people[0].qr.shown
    prove(fresh, live, 0)
    press(K.Key_Return)
    assert not page.ui.make.isEnabled() and page.ui.why_not.text().startswith("Both people need")
    introduce(qtbot, fresh, 1, "Tomas Becker", "1000200112")
    prove(fresh, live, 1)
    press(K.Key_Return, hold=CTRL)
    qtbot.waitUntil(lambda: isinstance(fresh.page, SignInPage))
    qtbot.waitUntil(lambda: "A code works once" in fresh.line.words())
    live.later(minutes=1)
    settle(qtbot, fresh)
    with live.reading() as store:
        assert [person.role for person in store.people.everybody()] == [Role.SUPERVISOR] * 2


def test_passwords_that_differ_are_said_on_the_card(qtbot: QtBot, live: World, fresh: ConsoleWindow) -> None:
    introduce(qtbot, fresh, 0, "Karina Alvarado", "1000200111", again="something else 42")
    assert first_page(fresh).ui.problem_1.text() == "The two passwords differ."
    assert not first_page(fresh).ui.make.isEnabled()


def test_a_wrong_code_makes_nobody(qtbot: QtBot, live: World, fresh: ConsoleWindow) -> None:
    introduce(qtbot, fresh, 0, "Karina Alvarado", "1000200111")
    prove(fresh, live, 0)
    press(K.Key_Return)
    introduce(qtbot, fresh, 1, "Tomas Becker", "1000200112")
    secret = first_page(fresh).people[1].person().secret
    near = {code_at(secret, live.now)}
    write("000000" if "000000" not in near else "111111")
    press(K.Key_Return, hold=CTRL)
    settle(qtbot, fresh)
    page = first_page(fresh)
    assert page.ui.problem_2.text() and focused() is page.ui.code_2
    with live.reading() as store:
        assert store.people.count() == 0


def test_both_must_be_different_people(qtbot: QtBot, live: World, fresh: ConsoleWindow) -> None:
    introduce(qtbot, fresh, 0, "Karina Alvarado", "1000200111")
    prove(fresh, live, 0)
    press(K.Key_Return)
    introduce(qtbot, fresh, 1, "Tomas Becker", "1000200111")
    prove(fresh, live, 1)
    assert first_page(fresh).ui.why_not.text() == "Both have the same staff ID."
