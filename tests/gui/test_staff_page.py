"""Staff, and the first two supervisors, by keys on a real desk."""

from collections.abc import Iterator
from pathlib import Path

import pyotp
import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from assistor_console.desk.local import LocalDesk
from assistor_console.domain.terms import Realm, Role
from assistor_console.gui.frame import ConsoleWindow
from assistor_console.gui.messages import Messages
from assistor_console.gui.pages.first_supervisors import FirstSupervisorsPage
from assistor_console.gui.pages.sign_in import SignInPage
from assistor_console.gui.pages.staff import StaffPage
from assistor_console.gui.roles import pages
from assistor_console.gui.tasks import Tasks
from assistor_console.requests.sign_in import SignIn
from assistor_console.requests.staff import SeeStaff, StaffSeen
from assistor_console.services.second_factor import code_at
from tests.gui.real_desk import empty_world, focused, press, settle, window_of, write
from tests.worlds import World

K, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = empty_world(tmp_path)
    yield made
    made.database.close()


@pytest.fixture
def window(qtbot: QtBot, world: World) -> ConsoleWindow:
    made = window_of(qtbot, world, "karina alvarado")
    press(K.Key_3, hold=CTRL)
    settle(qtbot, made)
    return made


@pytest.fixture
def page(window: ConsoleWindow) -> StaffPage:
    assert isinstance(window.page, StaffPage)
    return window.page


def found(world: World, staff_id: str) -> StaffSeen:
    return next(one for one in world.send("sup", SeeStaff()).people if one.staff_id == staff_id)


def test_the_list_names_everybody(page: StaffPage, qtmodeltester: ModelTester) -> None:
    assert page.ui.counts.text() == "7 people  ·  7 signed in"
    assert page.people.offices["fresno-ca"] == "Fresno, CA"
    qtmodeltester.check(page.people.model())  # type: ignore[no-untyped-call]


def test_an_assistor_is_added_and_their_password_shown_once(
    qtbot: QtBot, world: World, window: ConsoleWindow, page: StaffPage
) -> None:
    press(K.Key_N, hold=CTRL)
    write("Miguel Duarte")
    press(K.Key_Return)
    assert page.ui.staff_id_hint.text() == "A staff ID has ten digits."
    assert focused() is page.ui.staff_id
    write("1000417705")
    press(K.Key_Return)
    settle(qtbot, window)
    password, secret = page.ui.password.text(), page.ui.secret.text().replace(" ", "")
    assert page.qr.shown and len(password.split()) == 6
    signed = SignIn(staff_id="1000417705", password=password, code=code_at(secret, world.now))
    assert world.send("", signed).role is Role.ASSISTOR
    press(K.Key_Return)
    assert not page.qr.shown and not page.ui.password.text() and not page.ui.secret.text()
    assert focused() is page.people


def test_tac_staff_need_an_office(qtbot: QtBot, world: World, window: ConsoleWindow, page: StaffPage) -> None:
    press(K.Key_N, hold=CTRL)
    write("Lena Moreno")
    press(K.Key_Tab)
    write("1000417706")
    press(K.Key_Tab)
    assert not page.ui.office_box.isVisible()
    press(K.Key_Right)
    assert page.ui.role.value() == "tac"
    assert page.ui.office_box.isVisible()
    press(K.Key_Return, hold=CTRL)
    assert window.line.words() == "Choose the office they work at."
    assert focused() is page.ui.office
    write("Fres")
    press(K.Key_Return, hold=CTRL)
    settle(qtbot, window)
    assert found(world, "1000417706").office == "fresno-ca"


def test_what_is_shown_once_goes_with_the_page(qtbot: QtBot, window: ConsoleWindow, page: StaffPage) -> None:
    press(K.Key_N, hold=CTRL)
    write("Miguel Duarte")
    press(K.Key_Tab)
    write("1000417705")
    press(K.Key_Return)
    settle(qtbot, window)
    press(K.Key_1, hold=CTRL)
    assert not page.qr.shown and not page.ui.password.text()


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
    phrase = f"a long phrase of {name}"
    for typed in (name, staff_id, phrase, again or phrase):
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
