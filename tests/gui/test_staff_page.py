"""Staff, by keys on a real desk."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from assistor_console.domain.terms import Language, Role
from assistor_console.gui.frame import ConsoleWindow
from assistor_console.gui.pages.staff import StaffPage
from assistor_console.gui.widgets.label import Label
from assistor_console.requests.sign_in import Must, SignIn
from assistor_console.requests.staff import AddStaff, AskReset, SeeStaff, StaffSeen
from tests.gui import walk
from tests.gui.real_desk import empty_world, focused, press, settle, window_of, write
from tests.gui.supervisor_desk import FIRST_PASSWORD, SupervisorDesk, window_on
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


def introduce_someone(name: str, staff_id: str, tin: str = "123004991", household: str = "") -> None:
    """The form for somebody new, every field with Enter but the last."""
    press(K.Key_N, hold=CTRL)
    for typed in (name, staff_id, tin):
        write(typed)
        press(K.Key_Return)
    if household:
        write(household)
        press(K.Key_Return)


def test_an_assistor_is_added_and_waits_for_another_supervisor(
    qtbot: QtBot, world: World, window: ConsoleWindow, page: StaffPage
) -> None:
    introduce_someone("Miguel Duarte", "1000417705", household="123004992")
    assert page.form.household.tins() == ("123004992",) and not page.form.household.edit.text()
    press(K.Key_Return)
    settle(qtbot, window)
    assert window.line.words().startswith("Miguel Duarte is added. A second supervisor must approve")
    assert not page.ui.tin.text() and page.form.household.tins() == ()
    person = page.people.person()
    assert person and person.name == "Miguel Duarte" and person.waits and focused() is page.people
    assert page.ui.here.text() == "Waits for a second supervisor"
    assert page.ui.waits.isVisible() and not page.ui.approve.isEnabled()
    assert not page.ui.added.isVisible() and not page.ui.password.text()


def test_who_was_added_by_another_gets_a_password_that_is_shown_once(
    qtbot: QtBot, world: World, window: ConsoleWindow, page: StaffPage
) -> None:
    world.send("sup", AddStaff(name="Zoe Lind", staff_id="1000417705", role=Role.ASSISTOR, tin="123004991"))
    press(K.Key_F5)
    settle(qtbot, window)
    choose(page, "Zoe Lind")
    assert page.ui.reset_title.text() == "Waits for a second supervisor"
    assert page.ui.reset_text.text().startswith("Added by Sup")
    press(K.Key_A)
    settle(qtbot, window)
    assert page.ui.added_title.text() == "Zoe Lind is added"
    password, until = page.ui.password.text(), page.ui.until.text()
    assert password and "Dec 14, 2017" in until and focused() is page.ui.done
    signed = world.send("", SignIn(staff_id="1000417705", password=password, code=""))
    assert signed.role is Role.ASSISTOR and Must.ENROL in signed.must
    assert not found(world, "1000417705").waits
    press(K.Key_Return)
    assert not page.ui.added.isVisible() and not page.ui.password.text()
    assert focused() is page.people


def test_somebody_is_dismissed_for_a_reason(
    qtbot: QtBot, world: World, window: ConsoleWindow, page: StaffPage
) -> None:
    choose(page, "Karina Alvarado")
    assert not page.ui.dismiss.isEnabled()
    assert page.ui.dismiss_refused.text() == "Nobody dismisses themselves: ask another supervisor."
    choose(page, "Ben")
    press(K.Key_X)
    write("Moved far")
    press(K.Key_Return)
    assert page.ui.confirm.text() == "Yes, dismiss" and focused() is page.ui.confirm
    assert page.ui.asking_hint.text().startswith("Dismiss Ben?")
    page.ui.reason.setFocus()
    page.ui.reason.setText("")
    write("Moved away")
    assert page.ui.confirm.text() == "Dismiss", "another reason is another matter"
    press(K.Key_Return)
    assert not found(world, world.staff_id("ben")).left
    press(K.Key_Return)
    settle(qtbot, window)
    assert window.line.words() == "Ben does not work here any more."
    assert page.ui.locked.text() == "Nothing signs them in any more. Reason: Moved away"
    assert not page.ui.acts_box.isVisible() and not page.ui.ask_reset.isEnabled()
    assert found(world, world.staff_id("ben")).left == "Moved away"


def test_what_is_missing_is_marked_and_has_the_focus(window: ConsoleWindow, page: StaffPage) -> None:
    press(K.Key_N, hold=CTRL)
    write("Miguel Duarte")
    press(K.Key_Return, hold=CTRL)
    assert page.ui.staff_id_hint.text() == "A staff ID has ten digits."
    assert focused() is page.ui.staff_id
    write("1000417705")
    press(K.Key_Return)
    write("12300499")
    press(K.Key_Return, hold=CTRL)
    assert page.ui.tin_hint.text() == "Type all nine digits of their own TIN."
    assert page.ui.tin.echoMode() is QLineEdit.EchoMode.Password
    assert focused() is page.ui.tin


def test_tac_staff_need_an_office(qtbot: QtBot, world: World, window: ConsoleWindow, page: StaffPage) -> None:
    introduce_someone("Lena Moreno", "1000417706")
    page.ui.role.setFocus()
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


def test_what_is_shown_once_goes_with_the_page(
    qtbot: QtBot, world: World, window: ConsoleWindow, page: StaffPage
) -> None:
    world.send("sup", AskReset(person=world.people["ben"], reason="Lost the telephone"))
    press(K.Key_F5)
    settle(qtbot, window)
    choose(page, "Ben")
    press(K.Key_A)
    settle(qtbot, window)
    assert page.ui.password.text()
    press(K.Key_1, hold=CTRL)
    assert not page.ui.added.isVisible() and not page.ui.password.text()


def test_two_supervisors_agree_on_a_reset(
    qtbot: QtBot, world: World, window: ConsoleWindow, page: StaffPage
) -> None:
    world.send("sup", AskReset(person=world.people["ben"], reason="Lost the telephone"))
    press(K.Key_F5)
    settle(qtbot, window)
    choose(page, "Ben")
    assert "Asked by Sup" in page.ui.reset_text.text() and "Lost the telephone" in page.ui.reset_text.text()
    assert not page.ui.ask_reset.isEnabled() and page.ui.ask_refused.text() == "A reset is asked for already."
    press(K.Key_A)
    settle(qtbot, window)
    assert page.ui.added_title.text() == "Ben starts anew"
    signed = world.send("", SignIn(staff_id=world.staff_id("ben"), password=page.ui.password.text(), code=""))
    assert Must.ENROL in signed.must
    press(K.Key_Return)
    assert found(world, world.staff_id("ben")).reset is None and not page.ui.reset_well.isVisible()


def test_who_asked_waits_for_another_and_may_take_it_back(
    qtbot: QtBot, world: World, window: ConsoleWindow, page: StaffPage
) -> None:
    choose(page, "Ben")
    press(K.Key_R)
    write("no")
    press(K.Key_Return)
    assert page.ui.asking_hint.text() == "At least three characters."
    write(" app any more")
    press(K.Key_Return)
    settle(qtbot, window)
    assert window.line.words() == "A reset of Ben is asked for. Another supervisor decides."
    assert page.ui.waits.text() == "You asked for it: it waits for another supervisor."
    assert not page.ui.approve.isEnabled() and page.ui.decline.text() == "Take back"
    press(K.Key_D)
    settle(qtbot, window)
    assert found(world, world.staff_id("ben")).reset is None
    assert page.ui.ask_reset.isEnabled()


def test_a_household_is_added_hidden_and_never_to_ones_own(
    qtbot: QtBot, world: World, window: ConsoleWindow, page: StaffPage
) -> None:
    choose(page, "Karina Alvarado")
    assert not page.ui.link.isEnabled() and not page.ui.ask_reset.isEnabled()
    assert page.ui.link_refused.text() == "Nobody adds to their own household: ask another supervisor."
    choose(page, "Ben")
    press(K.Key_H)
    write("1230049")
    press(K.Key_Return)
    assert page.ui.asking_hint.text() == "A TIN has nine digits."
    write("93")
    press(K.Key_Return)
    assert "XXX-XX-4993" in [label.text() for label in page.panel.household.findChildren(Label)]
    press(K.Key_Escape)
    assert page.panel.household.tins() == () and page.ui.link.isVisible()
    press(K.Key_H)
    write("123004993")
    page.ui.confirm.click()
    settle(qtbot, window)
    assert window.line.words().startswith("The household of Ben is added.")
    with world.reading() as store:
        key = store.access.key("123004993")
        assert store.access.standing(world.people["ben"], key, False, world.now).own


def choose(page: StaffPage, name: str) -> None:
    """Goes to somebody in the list by the arrow keys."""
    page.people.setFocus()
    press(K.Key_Home)
    for _ in range(page.people.model().rowCount()):
        person = page.people.person()
        if person is not None and person.name == name:
            return
        press(K.Key_Down)
    raise AssertionError(name)


@pytest.mark.parametrize("language", list(Language))
def test_every_state_is_whole(qtbot: QtBot, language: Language) -> None:
    desk = SupervisorDesk()
    window = window_on(qtbot, desk, language)
    window.show_page(2)
    settle(qtbot, window)
    page = window.page
    assert isinstance(page, StaffPage)
    for size in ((1440, 900), (1024, 640)):
        window.resize(*size)
        for person in tuple(desk.people):
            choose(page, person.name)
            assert faults(window) == []
        choose(page, "Dana Whitfield")
        for key in (K.Key_H, K.Key_X):
            press(key)
            assert faults(window) == []
            press(K.Key_Escape)
        introduce_someone("Miguel Duarte", "1000417705", household="123004992")
        assert faults(window) == []
        press(K.Key_Return)
        settle(qtbot, window)
        assert faults(window) == []
        desk.people.pop()
        choose(page, "Tomasz Becker")
        press(K.Key_A)
        settle(qtbot, window)
        assert page.ui.password.text() == FIRST_PASSWORD and faults(window) == []
        press(K.Key_Return)


def faults(window: ConsoleWindow) -> list[str]:
    """What is wrong with the page as it stands."""
    walk.settle()
    page = window.page
    return [
        *walk.cut_off(page),
        *walk.unnamed(page),
        *walk.keys_twice(page),
        *walk.outside(page),
        *walk.backward(page),
    ]
