"""Whatever is shown from data is plain text: nothing that looks like HTML is ever drawn as HTML."""

import ast
import inspect
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as QtText
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

import assistor_console.gui
from assistor_console.domain.terms import Language
from assistor_console.gui.frame import ConsoleWindow
from assistor_console.gui.page import Page
from assistor_console.gui.pages.first_supervisors import FirstSupervisorsPage
from assistor_console.gui.widgets.label import Label
from assistor_console.gui.widgets.marks import Chip
from assistor_console.gui.widgets.recorded import RecordedItem, RecordedList
from assistor_console.gui.widgets.tips import literal
from assistor_console.requests.sign_in import Must
from tests.callers import MARISOL
from tests.gui.call_keys import Keyboard
from tests.gui.fake_desk import FIRST_CODE
from tests.gui.hands import Sit, sit
from tests.gui.real_desk import empty_world, held, passed, settle, window_of
from tests.worlds import World

__all__ = ["sit"]
GUI = Path(assistor_console.gui.__file__).parent
HOSTILE = ("<b>Marisol</b>", "<img src='file:///etc/passwd'>", "a < b & c > d", "<h1>", "Smith & Sons")
RICH = {"QTextDocument", "QTextBrowser", "QTextEdit", "QErrorMessage", "setHtml", "setMarkdown", "RichText"}


def sources() -> Iterator[tuple[str, ast.AST]]:
    """Every module of the interface that people wrote."""
    for file in sorted(GUI.rglob("*.py")):
        if file.parent.name != "ui":
            yield file.name, ast.parse(file.read_text("utf-8"))


def test_nothing_that_draws_html_is_used() -> None:
    named = {
        (name, getattr(node, "id", None) or getattr(node, "attr", None))
        for name, tree in sources()
        for node in ast.walk(tree)
        if isinstance(node, ast.Name | ast.Attribute)
    }
    assert [at for at in named if at[1] in RICH] == []


def calls(method: str) -> Iterator[tuple[str, ast.expr]]:
    """Where a method is called, and its first argument."""
    for name, tree in sources():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == method:
                yield f"{name}:{node.lineno}", node.args[0]


def test_every_tool_tip_is_literal() -> None:
    found = list(calls("setToolTip"))
    told = [at for at, said in found if not isinstance(said, ast.Constant)]
    plain = [at for at, said in found if ast.unparse(said).startswith("literal(")]
    assert found and told == plain


def test_a_window_is_called_by_the_products_name_and_nothing_else() -> None:
    assert [ast.unparse(said) for _, said in calls("setWindowTitle")] == ["self._say('frame.product')"]


def everything_derived(kind: type) -> Iterator[type]:
    """All subclasses."""
    below: type
    for below in kind.__subclasses__():
        yield below
        yield from everything_derived(below)


def test_every_kind_of_label_is_plain() -> None:
    for found in pkgutil.walk_packages([str(GUI)], "assistor_console.gui."):
        import_module(found.name)
    kinds = [k for k in everything_derived(QLabel) if k.__module__.startswith("assistor_console.")]

    def plain(kind: type) -> bool:
        ours = [k for k in kind.__mro__ if k.__module__.startswith("assistor_console.")]
        return any("setTextFormat(Qt.TextFormat.PlainText)" in inspect.getsource(k) for k in ours)

    assert len(kinds) > 8 and [kind for kind in kinds if not plain(kind)] == []


@pytest.mark.parametrize("words", HOSTILE)
def test_what_looks_like_html_is_shown_as_it_is(qtbot: QtBot, words: str) -> None:
    label, chip = Label(text=words), Chip(text=words)
    for widget in (label, chip):
        qtbot.addWidget(widget)
        assert widget.textFormat() is Qt.TextFormat.PlainText and widget.text() == words
    label.resize(12, 20)
    label.show()
    assert label.accessibleDescription() == words
    assert label.toolTip() == literal(words)


def shown_by(tip: str) -> str:
    """The words a tool tip draws."""
    from PySide6.QtGui import QTextDocument

    if not QtText.mightBeRichText(tip):
        return tip
    document = QTextDocument()
    document.setHtml(tip)
    return document.toPlainText()


@pytest.mark.parametrize("words", HOSTILE)
def test_a_tool_tip_draws_the_very_words(words: str) -> None:
    assert shown_by(literal(words)) == words


def test_answers_are_literal_in_their_tool_tips(qtbot: QtBot) -> None:
    from assistor_console.gui.texts import Say

    listed = RecordedList(Say())
    qtbot.addWidget(listed)
    listed.show_items([RecordedItem(1, "<b>What</b> is your name?", "3:29 PM")])
    assert rich(listed) == []


def rich(root: QWidget) -> list[str]:
    """Labels, tool tips and cells that Qt would take for HTML if they looked like it."""
    found = []
    for widget in (root, *root.findChildren(QWidget)):
        if isinstance(widget, QLabel) and widget.textFormat() is not Qt.TextFormat.PlainText:
            found.append(f"{type(widget).__name__} {widget.objectName()} {widget.text()}")
        if QtText.mightBeRichText(tip := widget.toolTip()) and not tip.startswith("<p style"):
            found.append(f"tip of {type(widget).__name__} {tip}")
        if isinstance(widget, QAbstractItemView) and (model := widget.model()) is not None:
            cells = [model.index(r, c) for r in range(model.rowCount()) for c in range(model.columnCount())]
            tips = [model.data(cell, Qt.ItemDataRole.ToolTipRole) for cell in cells]
            found += [f"cell {tip}" for tip in tips if isinstance(tip, str) and QtText.mightBeRichText(tip)]
    return found


def overlays(window: ConsoleWindow) -> Iterator[None]:
    """Each thing that can lie over the window, one after the other."""
    for show in (window.show_keys, window.show_palette, window.show_display):
        show()
        yield
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Escape)


def test_every_page_before_work(sit: Sit) -> None:
    hands = sit((Must.ENROL, Must.CHANGE_PASSWORD))
    window, found = hands.window, rich(hands.window)
    hands.write(FIRST_CODE)
    found += rich(window)
    for _ in overlays(window):
        found += rich(window)
    window.lock.lock()
    found += rich(window)
    first = FirstSupervisorsPage(hands.page.context, 12)
    hands.qtbot.addWidget(first)
    assert found + rich(first) == []


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A practice desk with a case on hold, a letter that waits, and one caller on file."""
    made = empty_world(tmp_path)
    held(made, "RAFAEL<MONTOYA", 3001)
    passed(made, "MINH<NGUYEN", 2001)
    made.load(*MARISOL.records)
    yield made
    made.database.close()


@pytest.mark.parametrize("who", ["karina alvarado", "priya raman"])
def test_every_page_of_work(qtbot: QtBot, world: World, who: str) -> None:
    window = window_of(qtbot, world, who, Language.ES)
    found, walked = list[str](), list[Page]()
    for number in range(len(window.pages)):
        window.show_page(number)
        settle(qtbot, window)
        found += rich(window)
        walked.append(window.page)
    for show in (window.change_password, window.make_codes):
        show()
        found += rich(window)
    assert walked == window.pages and found == []


def test_every_step_of_a_call(qtbot: QtBot, world: World, tmp_path: Path) -> None:
    keys = Keyboard(qtbot, world, tmp_path / "papers")
    found = rich(keys.window)
    keys.greet()
    found += rich(keys.window)
    keys.answer(MARISOL.identity[1])
    keys.until(lambda: len(keys.seen.recorded) == 1)
    assert found + rich(keys.window) == []
