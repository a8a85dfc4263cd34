"""The sign-in page and the gallery as assistive technology and eyes find them."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assistor_console.domain.terms import Language
from assistor_console.gui.frame import ConsoleWindow
from assistor_console.gui.gallery import Gallery
from assistor_console.gui.pages.sign_in import SignInPage
from assistor_console.gui.style import wear
from assistor_console.gui.texts import Say
from assistor_console.gui.theme import Scheme, theme_of
from tests.gui.walk import backward, cut_off, keys_twice, outside, settle, unnamed

SIZES = [(1440, 900), (1280, 720)]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("agreed", [False, True])
def test_the_sign_in_page(
    window: ConsoleWindow, qtbot: QtBot, language: Language, size: tuple[int, int], agreed: bool
) -> None:
    window.resize(*size)
    page = window.page
    assert isinstance(page, SignInPage)
    page.ui.language.chosen.emit(language.value)
    if agreed:
        page.ui.agree.click()
    settle()
    assert (unnamed(page), keys_twice(page), cut_off(window), outside(page), backward(page)) == ([],) * 5
    assert not page.ui.body.verticalScrollBar().isVisible()


@pytest.mark.parametrize("language", list(Language))
def test_the_smallest_window_scrolls_and_cuts_nothing_off(window: ConsoleWindow, language: Language) -> None:
    window.resize(1024, 640)
    page = window.page
    assert isinstance(page, SignInPage)
    page.ui.language.chosen.emit(language.value)
    page.ui.agree.click()
    settle()
    assert cut_off(window) == []
    viewport = page.ui.body.viewport()
    assert page.ui.content.width() <= viewport.width(), "nothing lies beside the window"


@pytest.mark.parametrize("scale", [1.25, 1.5, 2.0])
def test_larger_text_scrolls_but_is_never_cut(
    window: ConsoleWindow, qapp: QApplication, scale: float
) -> None:
    window.wear(theme_of(Scheme.LIGHT, scale))
    settle()
    assert cut_off(window) == []


def test_fields_have_roles_and_states(window: ConsoleWindow) -> None:
    page = window.page
    assert isinstance(page, SignInPage)
    password = QAccessible.queryAccessibleInterface(page.ui.password)
    assert password.role() is QAccessible.Role.EditableText
    assert password.state().passwordEdit
    chosen = page.ui.language.focusProxy()
    assert chosen is not None
    segment = QAccessible.queryAccessibleInterface(chosen)
    assert segment.role() is QAccessible.Role.RadioButton


@pytest.mark.parametrize("scheme", list(Scheme))
def test_the_gallery_is_painted(qtbot: QtBot, qapp: QApplication, scheme: Scheme) -> None:
    wear(qapp, theme_of(scheme))
    gallery = Gallery(Say())
    qtbot.addWidget(gallery)
    gallery.resize(760, 1100)
    gallery.show()
    settle()
    image = gallery.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(0, 760, 3) for y in range(0, 1100, 3)}
    wanted = (
        ("bg", "accent", "panel")
        if scheme is Scheme.HIGH_CONTRAST
        else ("bg", "accent", "ok_fill", "bad_fill")
    )
    assert {theme_of(scheme).colours[token] for token in wanted} <= colours
    assert cut_off(gallery) == []
