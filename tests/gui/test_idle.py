"""Nobody is at the console: it is said before, any act takes it back, what comes too late goes nowhere."""

import time

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QCursor, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from assistor_console.gui.idle import Idle, elapsed

LIMIT, WARNING = 900, 60


class Watch:
    """An `Idle` with a clock moved by hand, and what it said."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.idle = Idle(lambda: self.now)
        self.said: list[object] = []
        self.idle.warned.connect(self.said.append)
        self.idle.returned.connect(lambda: self.said.append("returned"))
        self.idle.idle.connect(lambda: self.said.append("idle"))
        self.idle.watch(LIMIT, WARNING)

    def after(self, seconds: float) -> list[object]:
        """What is said so many seconds later."""
        self.now += seconds
        self.said.clear()
        self.idle.look()
        return list(self.said)


@pytest.fixture
def watch(qapp: QApplication) -> Watch:
    """Somebody is here."""
    return Watch()


@pytest.fixture
def edit(qtbot: QtBot) -> QLineEdit:
    """Something to type into."""
    made = QLineEdit()
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    return made


def test_it_is_said_each_second_before_and_once_in_the_end(watch: Watch) -> None:
    assert watch.after(LIMIT - WARNING - 1) == []
    assert watch.after(1) == [WARNING]
    assert watch.after(1) == [WARNING - 1]
    assert watch.after(WARNING - 2) == [1]
    assert watch.after(0.9) == [1]
    assert watch.after(0.1) == ["idle"]
    assert watch.after(5) == []
    assert not watch.idle.watching


@pytest.mark.parametrize("early", [0, LIMIT - WARNING - 1, LIMIT - 1])
def test_a_key_counts_and_still_does_its_work(watch: Watch, edit: QLineEdit, early: int) -> None:
    watch.after(early)
    watch.said.clear()
    QTest.keyClicks(edit, "b")
    assert edit.text() == "b"
    assert [said for said in watch.said if said == "returned"] == ["returned"] * (early > LIMIT - WARNING)
    assert watch.after(LIMIT - WARNING - 1) == []
    assert watch.after(1) == [WARNING]


def test_a_key_that_comes_too_late_goes_nowhere(watch: Watch, edit: QLineEdit) -> None:
    watch.now += LIMIT + 3600
    QTest.keyClicks(edit, "b")
    assert watch.said == ["idle"]
    assert edit.text() == ""
    QApplication.processEvents()
    QTest.keyClicks(edit, "c")
    assert edit.text() == "c"


def test_the_wheel_counts(watch: Watch, edit: QLineEdit) -> None:
    watch.after(LIMIT - 1)
    point, turned = QPointF(5, 5), QPoint(0, 120)
    buttons, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(point, point, QPoint(), turned, buttons, keys, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(edit, event)
    assert watch.said[-1] != "returned", "what the program sends itself is nobody's act"
    QTest.mouseClick(edit, Qt.MouseButton.LeftButton)
    assert watch.said[-1] == "returned"


def moved(edit: QLineEdit, to: QPoint) -> None:
    """The pointer moves as a person moves it."""
    QTest.mouseMove(edit.windowHandle(), to)
    QApplication.processEvents()


def test_a_pointer_counts_that_is_moved_and_not_one_that_lies_there(watch: Watch, edit: QLineEdit) -> None:
    moved(edit, QPoint(3, 3))
    watch.idle.watch(LIMIT, WARNING)
    assert watch.after(LIMIT - 1) == [1]
    here = QPointF(QCursor.pos())
    buttons, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    same = QMouseEvent(QEvent.Type.MouseMove, here, here, buttons, buttons, keys)
    assert not watch.idle._is_act(same)
    moved(edit, QPoint(30, 3))
    assert watch.said[-1] == "returned"


def test_a_key_that_is_a_shortcut_counts(watch: Watch, edit: QLineEdit) -> None:
    watch.after(LIMIT - 1)
    QApplication.sendEvent(edit, QEvent(QEvent.Type.ShortcutOverride))
    assert watch.said[-1] == "returned"


def test_of_many_acts_in_a_second_one_is_looked_at(watch: Watch, edit: QLineEdit) -> None:
    QTest.keyClicks(edit, "a")
    assert not watch.idle._listens
    QTest.keyClicks(edit, "bc")
    assert edit.text() == "abc"
    assert watch.after(1) == [] and watch.idle._listens


def test_who_rests_is_not_watched(watch: Watch, edit: QLineEdit) -> None:
    watch.after(LIMIT - 1)
    watch.idle.rest()
    assert watch.after(3600) == []
    QTest.keyClicks(edit, "b")
    assert edit.text() == "b"


def test_its_clock_goes_on_while_the_computer_sleeps() -> None:
    assert elapsed() == pytest.approx(time.clock_gettime(time.CLOCK_BOOTTIME), abs=1)
