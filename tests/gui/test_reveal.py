"""Masked values that a supervisor looks at: for a reason, for a while, then gone from the screen."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from assistor_console.domain.terms import AccessReason, Language
from assistor_console.gui.frame import ConsoleWindow
from assistor_console.gui.pages.queue import QueuesPage
from assistor_console.gui.pages.queue_reason import ReasonOverlay
from assistor_console.requests.access import FlagRecord, Reveal, Revealed, UnflagRecord
from assistor_console.requests.review import SeeCase
from tests.gui import walk
from tests.gui.fake_desk import NOW
from tests.gui.real_desk import focused, press, settle, write
from tests.gui.supervisor_desk import ADDRESS, NAME, TIN, SupervisorDesk, window_on

K, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
SHOWN = f"{TIN[:3]}-{TIN[3:5]}-{TIN[5:]}"
SIZES = ((1440, 900), (1024, 640))


@pytest.fixture
def desk() -> SupervisorDesk:
    return SupervisorDesk()


@pytest.fixture
def window(qtbot: QtBot, desk: SupervisorDesk) -> ConsoleWindow:
    """The first case is open."""
    window = window_on(qtbot, desk)
    press(K.Key_Return)
    settle(qtbot, window)
    return window


@pytest.fixture
def page(window: ConsoleWindow) -> QueuesPage:
    assert isinstance(window.page, QueuesPage)
    return window.page


def look(qtbot: QtBot, window: ConsoleWindow) -> None:
    """Asks for the values as a complaint."""
    press(K.Key_R, hold=CTRL)
    press(K.Key_4)
    settle(qtbot, window)


def said(root: QWidget) -> Iterator[str]:
    """Everything a widget below says to eyes and to assistive technology."""
    for widget in (root, *root.findChildren(QWidget)):
        yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
        yield widget.windowTitle()
        if isinstance(widget, QLabel | QLineEdit):
            yield widget.text()
        if (interface := QAccessible.queryAccessibleInterface(widget)) is not None:
            yield from (interface.text(kind) for kind in QAccessible.Text if kind.value < 10)


def traces(window: ConsoleWindow) -> list[str]:
    """The values that can still be found."""
    everything = "\n".join(said(window))
    return [value for value in (SHOWN, NAME, ADDRESS) if value in everything]


def test_a_reason_shows_the_values_and_says_that_it_is_on_the_trail(
    qtbot: QtBot, desk: SupervisorDesk, window: ConsoleWindow, page: QueuesPage
) -> None:
    assert traces(window) == []
    press(K.Key_R, hold=CTRL)
    assert isinstance(focused().parentWidget(), ReasonOverlay) and desk.asked(Reveal) == []
    press(K.Key_H)
    assert not page.ui.reason_box.isVisible()
    press(K.Key_Down, K.Key_Return)
    settle(qtbot, window)
    assert [one.why for one in desk.asked(Reveal)] == [AccessReason.CASE_REVIEW]
    assert traces(window) == [SHOWN, NAME, ADDRESS]
    assert "on the trail" in window.line.words()
    assert page.ui.seconds.text() == "Hidden again in 30 s"
    assert focused() is page.table


def test_escape_looks_at_nothing(desk: SupervisorDesk, window: ConsoleWindow, page: QueuesPage) -> None:
    press(K.Key_R, hold=CTRL)
    press(K.Key_Escape)
    assert desk.asked(Reveal) == [] and focused() is page.table


def test_the_values_hide_themselves(qtbot: QtBot, desk: SupervisorDesk, window: ConsoleWindow) -> None:
    desk.seconds = 1
    look(qtbot, window)
    assert traces(window) == [SHOWN, NAME, ADDRESS]
    qtbot.waitUntil(lambda: traces(window) == [])


def test_the_values_are_hidden_at_once(qtbot: QtBot, window: ConsoleWindow, page: QueuesPage) -> None:
    def leave() -> None:
        window.show_page(1)
        window.show_page(0)
        settle(qtbot, window)

    ways: tuple[Callable[[], None], ...] = (
        lambda: press(K.Key_Escape),
        lambda: press(K.Key_R, K.Key_Escape, hold=CTRL),
        leave,
        lambda: press(K.Key_Down),
        lambda: press(K.Key_L, hold=CTRL),
    )
    for hide in ways:
        if page.panel.case is None:
            press(K.Key_Return)
            settle(qtbot, window)
        look(qtbot, window)
        assert traces(window) == [SHOWN, NAME, ADDRESS]
        hide()
        assert traces(window) == [] and not page.panel.revealing.shown


def test_what_comes_too_late_is_not_shown(
    qtbot: QtBot, desk: SupervisorDesk, window: ConsoleWindow, page: QueuesPage
) -> None:
    press(K.Key_R, hold=CTRL)
    press(K.Key_4)
    page.locked()
    settle(qtbot, window)
    assert len(desk.asked(Reveal)) == 1 and traces(window) == []
    press(K.Key_R, hold=CTRL)
    page.locked()
    assert not any(overlay.isVisible() for overlay in window.findChildren(ReasonOverlay))


def test_a_case_that_stays_closed_says_why_in_its_place(
    qtbot: QtBot, desk: SupervisorDesk, window: ConsoleWindow, page: QueuesPage
) -> None:
    for rule in ("own_record", "flagged", "throttled"):
        desk.refuse(SeeCase, f"authority.{rule}", NOW, most=40, minutes=60)
        press(K.Key_Down, K.Key_Return)
        settle(qtbot, window)
        words = "\n".join(said(page.ui.no_case))
        assert page.ui.case_stack.currentWidget() is page.ui.no_case
        assert "This case stays closed" in words and "Clears" in words
        press(K.Key_Up)
        assert "This case stays closed" not in "\n".join(said(page.ui.no_case))


def test_a_look_that_is_refused_closes_the_case(
    qtbot: QtBot, desk: SupervisorDesk, window: ConsoleWindow, page: QueuesPage
) -> None:
    desk.refuse(Reveal, "authority.throttled", NOW, most=40, minutes=60)
    look(qtbot, window)
    assert page.panel.case is None and traces(window) == []


def test_a_record_is_flagged_and_unflagged_by_keys(
    qtbot: QtBot, desk: SupervisorDesk, window: ConsoleWindow, page: QueuesPage
) -> None:
    assert not page.ui.flagged.isVisible() and not page.ui.unflag.isVisible()
    press(K.Key_F)
    write("Known to the public")
    press(K.Key_Return)
    settle(qtbot, window)
    assert desk.asked(FlagRecord)[0].reason == "Known to the public"
    assert page.ui.flagged.isVisible() and not page.ui.flag.isVisible()
    assert window.line.words().startswith("The record of EP-17-002218 is flagged")
    press(K.Key_U)
    write("No longer so")
    press(K.Key_Return)
    settle(qtbot, window)
    assert desk.asked(UnflagRecord)[0].reason == "No longer so"
    assert not page.ui.flagged.isVisible()


def test_who_flagged_a_record_leaves_the_flag_to_another(
    qtbot: QtBot, desk: SupervisorDesk, window: ConsoleWindow, page: QueuesPage
) -> None:
    desk.flagged, desk.may_unflag = True, False
    press(K.Key_Return)
    settle(qtbot, window)
    assert page.ui.unflag.isVisible() and not page.ui.unflag.isEnabled()
    assert page.ui.refused.text() == "Another supervisor must do this: you flagged the record."


@pytest.mark.parametrize("language", list(Language))
def test_every_state_is_whole(qtbot: QtBot, language: Language) -> None:
    desk = SupervisorDesk()
    desk.answers[Reveal] = lambda _: Revealed(tin=TIN, name=NAME, seconds=30)
    window = window_on(qtbot, desk, language)
    for size in SIZES:
        window.resize(*size)
        press(K.Key_Return)
        settle(qtbot, window)
        press(K.Key_R, hold=CTRL)
        assert faults(window) == []
        press(K.Key_1)
        settle(qtbot, window)
        assert faults(window) == []
        press(K.Key_F)
        assert faults(window) == []
        press(K.Key_Escape)


def faults(window: ConsoleWindow) -> list[str]:
    """What is wrong with the page as it stands."""
    walk.settle()
    page = window.page
    found = [*walk.cut_off(page), *walk.unnamed(page), *walk.keys_twice(page)]
    return [*found, *walk.outside(page), *walk.backward(page)]
