"""Editors: what is typed becomes what is shown, and the value is what the desk reads."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from assistor_console.domain.terms import AnswerKind
from assistor_console.gui.texts import known
from assistor_console.gui.widgets.answer import ChoiceEdit, editor_for
from assistor_console.gui.widgets.editors import DateEdit, LineEdit, MoneyEdit, TinEdit
from assistor_console.gui.widgets.secret_edits import CodeEdit, PasswordEdit


@pytest.mark.parametrize(
    ("kind", "typed", "shown", "value"),
    [
        (AnswerKind.MONEY, "6214", "6,214", "6214"),
        (AnswerKind.MONEY, "$1234567.891", "1,234,567.89", "1234567.89"),
        (AnswerKind.MONEY, "-50", "-50", "-50"),
        (AnswerKind.TIN, "900001234", "900-00-1234", "900-00-1234"),
        (AnswerKind.DATE, "03041978", "03/04/1978", "03/04/1978"),
        (AnswerKind.DATE, "3/4/1978", "03/04/1978", "03/04/1978"),
        (AnswerKind.LAST_FOUR, "12345", "1234", "1234"),
        (AnswerKind.COUNT, "2x", "2", "2"),
        (AnswerKind.PERSON_NAME, "Lucía Peña ", "Lucía Peña ", "Lucía Peña"),
    ],
)
def test_typing(qtbot: QtBot, kind: AnswerKind, typed: str, shown: str, value: str) -> None:
    editor = editor_for(kind)
    assert isinstance(editor, LineEdit)
    qtbot.addWidget(editor)
    editor.show()
    for character in typed:
        editor.insert(character)
        editor.textEdited.emit(editor.text())
    assert (editor.text(), editor.value()) == (shown, value)
    assert editor.problem() == ""


@given(st.integers(0, 10**13 - 1))
def test_money_loses_nothing(amount: int) -> None:
    editor = MoneyEdit()
    editor.set_value(str(amount))
    assert int(editor.value()) == amount
    assert re.fullmatch(r"\d{1,3}(,\d{3})*", editor.text())


@given(st.text(max_size=30))
def test_shaping_twice_is_shaping_once(typed: str) -> None:
    for editor in (MoneyEdit(), DateEdit(), TinEdit(), CodeEdit()):
        once = editor.shaped(typed)
        assert editor.shaped(once) == once


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_every_day_can_be_typed(day: date) -> None:
    editor = DateEdit()
    editor.set_value(f"{day:%m%d%Y}")
    assert editor.day() == day


def test_the_cursor_stays_where_the_typing_is(qtbot: QtBot) -> None:
    editor = MoneyEdit()
    qtbot.addWidget(editor)
    editor.show()
    editor.set_value("12345")
    editor.setCursorPosition(1)
    QTest.keyClicks(editor, "9")
    assert (editor.text(), editor.cursorPosition()) == ("192,345", 2)


@pytest.mark.parametrize("kind", list(AnswerKind))
def test_an_empty_answer_has_a_problem_with_words(kind: AnswerKind) -> None:
    assert known(editor_for(kind).problem())


def test_no_such_day() -> None:
    editor = DateEdit()
    editor.set_value("13402017")
    assert editor.problem() == "editors.no_such_date"


def test_enter_carries_the_value(qtbot: QtBot) -> None:
    editor = MoneyEdit()
    qtbot.addWidget(editor)
    editor.show()
    QTest.keyClicks(editor, "6214")
    with qtbot.waitSignal(editor.entered) as entered:
        QTest.keyClick(editor, Qt.Key.Key_Return)
    assert entered.args == ["6214"]


def test_a_choice_is_made_by_its_number(qtbot: QtBot) -> None:
    editor = ChoiceEdit(choices=[("single", "Single"), ("married_jointly", "Married filing jointly")])
    qtbot.addWidget(editor)
    editor.show()
    QTest.keyClicks(editor, "2")
    assert editor.value() == "married_jointly"
    with qtbot.waitSignal(editor.entered) as entered:
        QTest.keyClick(editor, Qt.Key.Key_Return)
    assert entered.args == ["married_jointly"]
    editor.clear()
    assert editor.value() == ""


def test_a_code_is_shown_in_threes(qtbot: QtBot) -> None:
    editor = CodeEdit()
    qtbot.addWidget(editor)
    editor.show()
    QTest.keyClicks(editor, "48219")
    assert (editor.text(), editor.value(), editor.problem()) == ("482 19", "48219", "editors.short_code")


def test_a_password_is_shown_only_on_demand(qtbot: QtBot) -> None:
    editor = PasswordEdit()
    qtbot.addWidget(editor)
    editor.show()
    QTest.keyClicks(editor, " two  words ")
    assert editor.displayText() != editor.value() == " two  words "
    editor.eye.click()
    assert editor.displayText() == " two  words "
