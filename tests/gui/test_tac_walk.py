"""The pages of TAC staff and supervisors, whole in both languages and at both sizes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assistor_console.domain.terms import Language
from assistor_console.gui.frame import ConsoleWindow
from tests.gui.real_desk import (
    again,
    empty_world,
    interrupted,
    passed,
    press,
    put_away,
    settle,
    visits_day,
    window_of,
)
from tests.gui.walk import cut_off, keys_twice, outside, unnamed
from tests.worlds import World

K, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
SIZES = (QSize(1440, 900), QSize(1280, 720))
PAGES = {"today": ("priya raman", 1), "queues": ("karina alvarado", 1), "letters": ("karina alvarado", 2)}
PAGES["staff"] = ("karina alvarado", 3)


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> tuple[World, Path]:
    """A day with visits, a letter and an interrupted case, made once."""
    folder = tmp_path_factory.mktemp("day")
    made = empty_world(folder)
    passed(made, "MARISOL<QUINTERO", 2001)
    interrupted(made, "ABENA<OSEI", 2002)
    visits_day(made)
    return made, put_away(made, folder)


@pytest.fixture
def world(day: tuple[World, Path], tmp_path: Path) -> Iterator[World]:
    made, ready = day
    copy = again(ready, made, tmp_path)
    yield copy
    copy.database.close()


def shown(qtbot: QtBot, world: World, which: str, language: Language) -> ConsoleWindow:
    """The page with something open on it."""
    who, number = PAGES[which]
    window = window_of(qtbot, world, who, language)
    press(K(K.Key_0.value + number), hold=CTRL)
    settle(qtbot, window)
    if which == "letters":
        press(K.Key_Return, hold=CTRL)
    elif which != "staff":
        press(K.Key_Return)
    settle(qtbot, window)
    return window


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("which", PAGES)
def test_a_page_is_whole(qtbot: QtBot, world: World, which: str, language: Language) -> None:
    window = shown(qtbot, world, which, language)
    assert unnamed(window.page) == []
    assert keys_twice(window.page) == []
    for size in SIZES:
        window.resize(size)
        QApplication.processEvents()
        assert outside(window.page) == []
        assert cut_off(window.page) == []
