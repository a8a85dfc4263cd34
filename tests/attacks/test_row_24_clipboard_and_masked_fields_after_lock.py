"""Row 24: clipboard and masked fields after lock. What was copied is cleared, what was shown is hidden."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QStringListModel, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from assistor_console.domain.terms import Due
from assistor_console.gui.clipboard import CONCEALED, MARK, Clipboard
from assistor_console.gui.pages.call.passed import PassedStep
from assistor_console.gui.widgets.code_edits import SignInCodeEdit
from assistor_console.gui.widgets.editors import TinEdit
from assistor_console.gui.widgets.secret_edits import CodeEdit, PasswordEdit, SecretTinEdit
from tests.callers import MARISOL, Caller
from tests.gui.call_keys import Keyboard
from tests.gui.conftest import desk, fonts, look
from tests.gui.lockable import CTRL, At, K, at, language
from tests.worlds import PASSWORD, World, make_world

__all__ = ["at", "desk", "fonts", "language", "look"]
TIN = "123-00-4417"
SECONDS = 30


class Theirs:
    """Says of whatever is on the clipboard that another program put it there, or that this one did."""

    ours = True

    def __call__(self, _mode: QClipboard.Mode) -> bool:
        return self.ours


@pytest.fixture
def owner() -> Theirs:
    """This program, until a test says otherwise."""
    return Theirs()


@pytest.fixture
def clipboard(qapp: QApplication, owner: Theirs) -> Iterator[Clipboard]:
    """Somebody works here who may copy."""
    QGuiApplication.clipboard().clear()
    made = Clipboard(owns=owner)
    made.begin(SECONDS)
    yield made
    made.end()
    QGuiApplication.clipboard().clear()


@pytest.fixture
def field(qtbot: QtBot) -> TinEdit:
    """A field with a TIN in it, all of it selected."""
    made = TinEdit()
    qtbot.addWidget(made)
    made.set_value(TIN)
    made.show()
    made.setFocus()
    made.selectAll()
    return made


def held() -> str:
    """What is on the clipboard."""
    return QGuiApplication.clipboard().text()


def foreign(owner: Theirs, words: str) -> None:
    """Another program copies something."""
    owner.ours = False
    data = QMimeData()
    data.setText(words)
    QGuiApplication.clipboard().setMimeData(data)


def test_row_24_what_was_copied_is_cleared_after_the_seconds_of_policy(
    clipboard: Clipboard, field: TinEdit
) -> None:
    assert clipboard.due == -1
    QTest.keyClick(field, K.Key_C, CTRL)
    assert held() == TIN and 0 < clipboard.due <= SECONDS * 1000
    clipboard._timer.timeout.emit()
    assert held() == ""


def test_row_24_what_was_cut_or_copied_from_a_table_is_cleared_too(
    clipboard: Clipboard, field: TinEdit, qtbot: QtBot
) -> None:
    QTest.keyClick(field, K.Key_X, CTRL)
    assert held() == TIN and clipboard.due > 0
    clipboard.clear()
    table = QTableView()
    qtbot.addWidget(table)
    table.setModel(QStringListModel([TIN], table))
    table.show()
    table.setCurrentIndex(table.model().index(0, 0))
    QTest.keyClick(table, K.Key_C, CTRL)
    assert held() == TIN and clipboard.due > 0
    clipboard._timer.timeout.emit()
    assert held() == ""


def test_row_24_no_history_of_the_desktop_keeps_it(
    clipboard: Clipboard, field: TinEdit, qtbot: QtBot
) -> None:
    QTest.keyClick(field, K.Key_C, CTRL)
    there = QGuiApplication.clipboard().mimeData
    qtbot.waitUntil(lambda: there().hasFormat(MARK))
    assert held() == TIN
    assert [name for name in CONCEALED if not there().hasFormat(name)] == []


@pytest.mark.parametrize("marked", [False, True])
def test_row_24_what_another_program_copied_is_left_alone(
    clipboard: Clipboard, owner: Theirs, field: TinEdit, qtbot: QtBot, marked: bool
) -> None:
    QTest.keyClick(field, K.Key_C, CTRL)
    if marked:
        qtbot.waitUntil(lambda: QGuiApplication.clipboard().mimeData().hasFormat(MARK))
    foreign(owner, "a recipe")
    clipboard._timer.timeout.emit()
    clipboard.clear()
    assert held() == "a recipe"


def test_row_24_what_is_copied_before_anybody_works_is_not_touched(
    clipboard: Clipboard, field: TinEdit
) -> None:
    clipboard.end()
    QTest.keyClick(field, K.Key_C, CTRL)
    clipboard.clear()
    assert held() == TIN and clipboard.due == -1


@pytest.mark.parametrize("how", ["lock", "sign out", "session over", "close"])
def test_row_24_the_clipboard_is_empty_once_nobody_is_there(at: At, owner: Theirs, how: str) -> None:
    at.window.clipboard._owns = owner
    at.page.edit.setText(TIN)
    at.page.edit.selectAll()
    at.press(K.Key_C, CTRL)
    assert held() == TIN
    if how == "lock":
        at.after(minutes=15)
    elif how == "sign out":
        with at.qtbot.waitSignal(at.window.signed_out):
            at.window.sign_out()
    elif how == "session over":
        at.window._session.end()
    else:
        at.window.close()
    assert held() == ""


SECRETS = (PasswordEdit, CodeEdit, SignInCodeEdit, SecretTinEdit)


@pytest.mark.parametrize("kind", SECRETS, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("shown", [False, True])
def test_row_24_nothing_is_copied_out_of_a_secret_field(
    clipboard: Clipboard, qtbot: QtBot, kind: type[QLineEdit], shown: bool
) -> None:
    edit = kind()
    qtbot.addWidget(edit)
    edit.setText(TIN)
    if isinstance(edit, PasswordEdit):
        edit.eye.setChecked(shown)
    edit.show()
    edit.setFocus()
    edit.selectAll()
    shift = Qt.KeyboardModifier.ShiftModifier
    keys = ((K.Key_C, CTRL), (K.Key_X, CTRL), (K.Key_Insert, CTRL), (K.Key_Delete, shift))
    for key, hold in keys:
        QTest.keyClick(edit, key, hold)
    QTest.mouseDClick(edit, Qt.MouseButton.LeftButton)
    names = {action.objectName() for action in edit.menu().actions()}  # type: ignore[attr-defined]
    assert held() == "" and not names & {"edit-copy", "edit-cut"} and "edit-paste" in names
    assert not edit.dragEnabled()


def test_row_24_what_is_copied_elsewhere_can_be_pasted_into_one(qtbot: QtBot, clipboard: Clipboard) -> None:
    QGuiApplication.clipboard().setText("a long phrase")
    edit = PasswordEdit()
    qtbot.addWidget(edit)
    edit.show()
    QTest.keyClick(edit, K.Key_V, CTRL)
    assert edit.value() == "a long phrase"


def test_row_24_what_was_revealed_is_hidden_while_it_is_locked_and_after(at: At) -> None:
    assert at.page.revealed
    at.lock()
    assert not at.page.revealed
    at.unlock()
    assert not at.page.revealed


def test_row_24_the_cover_forgets_a_password_that_was_shown(at: At) -> None:
    at.lock()
    edit = at.cover.ui.password
    edit.eye.setChecked(True)
    at.unlock("not it")
    assert edit.echoMode() is QLineEdit.EchoMode.Password and edit.text() == ""
    edit.eye.setChecked(True)
    at.unlock()
    edit.undo()
    assert edit.echoMode() is QLineEdit.EchoMode.Password and edit.text() == ""


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A real desk with one caller on file."""
    made = make_world(f"sqlite:///{tmp_path / 'desk.db'}")
    made.load(*MARISOL.records)
    yield made
    made.database.close()


def seen(window: QWidget) -> list[str]:
    """Every text that a person could see or have read to them."""
    found: list[str] = []
    for widget in window.findChildren(QWidget):
        if widget.isVisible():
            found += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
            found += [str(widget.property("text") or "")]
    return [words for words in found if words]


def test_row_24_a_locked_call_shows_nothing_of_the_caller_and_goes_on_afterwards(
    qtbot: QtBot, world: World, tmp_path: Path
) -> None:
    keys = Keyboard(qtbot, world, tmp_path / "papers")
    keys.greet()
    keys.identity(MARISOL)
    keys.due(Due.ANSWER)
    keys.taxes(Caller(world, MARISOL))
    for due in (Due.SCORE, Due.ISSUE_ACCOUNT):
        keys.due(due)
        keys.press(K.Key_Return)
    keys.due(Due.READ_OUT)
    step = keys.page.step
    assert isinstance(step, PassedStep)
    username, spoken = step.ui.username.text(), step.ui.letters.accessibleName()
    assert {username, spoken} <= set(seen(keys.window))
    keys.press(K.Key_L, hold=CTRL)
    keys.until(lambda: keys.window.lock.is_locked)
    told = " ".join(seen(keys.window)).casefold()
    secrets = (MARISOL.tin, username, spoken, "marisol", "quintero")
    assert [secret for secret in secrets if secret.casefold() in told] == []
    assert step.ui.letters.accessibleName() == "", "the temporary password is gone, not covered"
    assert keys.window.windowTitle() == "Assistor Console"
    QTest.keyClicks(keys.window.lock.cover.ui.password, PASSWORD)
    keys.press(K.Key_Return)
    keys.until(lambda: not keys.window.lock.is_locked)
    assert step.isVisible() and step.ui.username.text() == username and keys.seen.due is Due.READ_OUT
