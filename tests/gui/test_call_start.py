"""Before a call: the day as it stands, near closing, closed, and extended by a supervisor meanwhile."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assistor_console.domain.terms import Due, Language
from assistor_console.gui.frame import ConsoleWindow
from assistor_console.gui.page import Page
from assistor_console.gui.pages.call.start import StartStep
from assistor_console.gui.pages.queue import QueuesPage
from assistor_console.requests.shift import ExtendShift, SeeShift
from tests.gui import walk
from tests.gui.call_keys import K, Keyboard
from tests.gui.real_desk import press, settle, window_of, write
from tests.worlds import World, make_world

CLOSES = datetime(2017, 12, 12, 0, 0, tzinfo=UTC)
"""Monday, 19:00 Eastern."""
MINUTE = timedelta(minutes=1)
SIZES = ((1440, 900), (1024, 640))


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = make_world(f"sqlite:///{tmp_path / 'desk.db'}")
    yield made
    made.database.close()


def start_of(keys: Keyboard) -> StartStep:
    """The start step, once the desk has told how the day stands."""
    step = keys.page.step
    assert isinstance(step, StartStep)
    keys.until(lambda: step.shift is not None and not step.notice.isHidden())
    return step


def wrong(page: Page) -> list[str]:
    walk.settle()
    return walk.cut_off(page) + walk.unnamed(page) + walk.keys_twice(page) + walk.outside(page)


def texts(step: StartStep) -> str:
    """What the notice says aloud and in words."""
    notice = step.notice
    shown = [w for w in (notice.short, notice.closed, notice.aloud) if w.isVisible()]
    return " ".join(w.accessibleName() for w in shown)


def test_in_the_morning_a_line_says_until_when(qtbot: QtBot, world: World, tmp_path: Path) -> None:
    keys = Keyboard(qtbot, world, tmp_path)
    step = start_of(keys)
    assert step.notice.line.isVisible() and not step.notice.speaks and step.refused() == {}
    keys.greet()
    assert keys.seen.due is Due.ANSWER


@pytest.mark.parametrize("language", list(Language))
def test_near_closing_a_warning_does_not_block(
    qtbot: QtBot, world: World, tmp_path: Path, language: Language
) -> None:
    world.now = CLOSES - 12 * MINUTE
    keys = Keyboard(qtbot, world, tmp_path, language=language)
    step = start_of(keys)
    for size in SIZES:
        keys.window.resize(*size)
        assert wrong(keys.page) == []
    said = texts(step)
    assert "11 min" in said and "15" in said and "7:00 PM" in said
    keys.press(K.Key_Return)
    keys.due(Due.ELIGIBILITY)


def test_a_call_that_ends_in_time_is_not_warned_about(qtbot: QtBot, world: World, tmp_path: Path) -> None:
    world.now = CLOSES - 16 * MINUTE
    step = start_of(Keyboard(qtbot, world, tmp_path))
    assert not step.notice.speaks


@pytest.mark.parametrize("language", list(Language))
def test_while_it_is_closed_nothing_starts_and_the_caller_is_told_when(
    qtbot: QtBot, world: World, tmp_path: Path, language: Language
) -> None:
    world.now = CLOSES + 3 * 24 * 60 * MINUTE + 24 * 60 * MINUTE  # Friday, 19:00
    keys = Keyboard(qtbot, world, tmp_path, language=language)
    step = start_of(keys)
    for size in SIZES:
        keys.window.resize(*size)
        assert wrong(keys.page) == []
    said = texts(step)
    assert "assistor-console clock --days 3 --at 07:30" in said
    assert ("Monday, December 18" if language is Language.EN else "lunes 18 de diciembre") in said
    assert not step.ui.start.isEnabled() and step.ui.start.accessibleDescription()
    assert "call.start" not in step.acts() and "call.start" in step.refused()
    step.ui.language.choose("es" if language is Language.EN else "en")
    step.ui.language.chosen.emit(step.ui.language.value())
    assert ("lunes 18" if language is Language.EN else "Monday, December 18") in texts(step)
    keys.press(K.Key_Return)
    step.start()
    keys.until(lambda: True)
    assert keys.page.seen is None


def test_the_page_follows_closing_an_extension_and_closing_again(
    qtbot: QtBot, world: World, tmp_path: Path
) -> None:
    """By the clock alone, and by what a supervisor does at another console."""
    world.now = CLOSES - timedelta(seconds=1)
    keys = Keyboard(qtbot, world, tmp_path)
    step = start_of(keys)
    assert step.refused() == {}
    world.now = CLOSES
    keys.until(lambda: step.refused() != {} and not step.reason.isVisible())
    assert "call.start" not in keys.page._allowed()
    world.send("sup", ExtendShift(until=CLOSES + 30 * MINUTE, reason="Long queue"))
    keys.until(lambda: step.refused() == {} and step.reason.isVisible())
    focused = QApplication.focusWidget()
    assert focused is not None and (focused is step.reason or step.reason.isAncestorOf(focused))
    keys.press(K.Key_Return)
    keys.due(Due.ELIGIBILITY)


def test_a_start_that_the_desk_refuses_shows_the_closed_state(
    qtbot: QtBot, world: World, tmp_path: Path
) -> None:
    keys = Keyboard(qtbot, world, tmp_path)
    step = start_of(keys)
    world.now = CLOSES + MINUTE
    keys.press(K.Key_Return)
    keys.until(lambda: step.notice.closed.isVisible())
    assert keys.messages.log[-1].code == "shift.closed" and keys.page.seen is None


def queue_page(window: ConsoleWindow) -> QueuesPage:
    page = window.page
    assert isinstance(page, QueuesPage)
    return page


@pytest.mark.parametrize("language", list(Language))
def test_a_supervisor_extends_the_shift_by_keys(qtbot: QtBot, world: World, language: Language) -> None:
    world.now = CLOSES - 20 * MINUTE
    window = window_of(qtbot, world, "sup", language)
    page = queue_page(window)
    page.shift.act.trigger()
    overlay = page.shift.overlay
    assert overlay is not None and overlay.until.hasFocus()
    press(Qt.Key.Key_Down, Qt.Key.Key_Tab)
    write("x")
    press(Qt.Key.Key_Return)
    assert walk.cut_off(overlay) + walk.unnamed(overlay) == []
    assert world.send("ana", SeeShift()).extended_by == ""
    write("tra long queue")
    press(Qt.Key.Key_Return)
    settle(qtbot, window)
    seen = world.send("ana", SeeShift())
    assert (seen.closes_at, seen.reason) == (CLOSES + 30 * MINUTE, "xtra long queue")
    assert page.shift.overlay is None and "7:30 PM" in page.shift.accessibleName()
    assert wrong(page) == []


def test_an_extension_that_came_too_late_is_told_in_the_overlay(qtbot: QtBot, world: World) -> None:
    world.now = CLOSES - 20 * MINUTE
    window = window_of(qtbot, world, "sup")
    page = queue_page(window)
    page.shift.act.trigger()
    overlay = page.shift.overlay
    assert overlay is not None
    overlay.reason.set_value("Long queue")
    page.locked()  # a locked window shows no overlay; what was typed waits
    page.shift.act.trigger()
    overlay = page.shift.overlay
    assert overlay is not None and overlay.reason.value() == "Long queue"
    world.now = CLOSES + 16 * MINUTE
    overlay.confirm.click()
    qtbot.waitUntil(lambda: overlay.confirm.isEnabled() and bool(overlay.reason.accessibleDescription()))
    assert page.shift.overlay is overlay and overlay.reason.value() == "Long queue"
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.shift.overlay is None)


def test_on_a_closed_day_there_is_nothing_to_extend(qtbot: QtBot, world: World) -> None:
    world.now = CLOSES + timedelta(days=5)  # Saturday
    page = queue_page(window_of(qtbot, world, "sup"))
    assert not page.shift.act.isEnabled() and "Mon" in page.shift.accessibleName()
