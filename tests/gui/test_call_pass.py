"""A caller who passes, by keys alone: no answer is lost, none shown again, the password goes in time."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from assistor_console.domain.terms import CallState, Due, Language, Response, State
from assistor_console.gui.pages.call.passed import PassedStep
from assistor_console.gui.widgets.editors import LineEdit
from tests.callers import MARISOL, Caller, truth
from tests.gui.call_keys import ALT, CTRL, K, Keyboard
from tests.worlds import World, make_world


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A practice desk with one caller on file."""
    made = make_world(f"sqlite:///{tmp_path / 'desk.db'}")
    made.load(*MARISOL.records)
    yield made
    made.database.close()


@pytest.fixture
def keys(qtbot: QtBot, world: World, tmp_path: Path) -> Keyboard:
    """An assistor at the console, no call open."""
    return Keyboard(qtbot, world, tmp_path / "papers")


def stored(world: World, keys: Keyboard) -> dict[int, str]:
    """The answers at the desk by number."""
    with world.reading() as store:
        interview = store.interviews.of_call(keys.seen.call_id)
        assert interview is not None
        return {number: a.text for number, a in store.interviews.answers(interview.id).items()}


def everything_shown(keys: Keyboard) -> str:
    """Every word in the window, read out or drawn."""
    labels = keys.window.findChildren(QLabel)
    fields = keys.window.findChildren(LineEdit)
    words = [f"{label.text()} {label.accessibleName()} {label.toolTip()}" for label in labels]
    return " ".join([*words, *(field.text() for field in fields)])


def to_verdict(keys: Keyboard, world: World) -> None:
    """The whole interview, every answer true."""
    keys.greet()
    keys.identity(MARISOL)
    keys.due(Due.ANSWER)
    keys.taxes(Caller(world, MARISOL))
    keys.due(Due.SCORE)


def test_a_caller_passes_and_gets_account_password_and_letter(keys: Keyboard, world: World) -> None:
    to_verdict(keys, world)
    assert keys.seen.verdict is None
    keys.press(K.Key_Return)
    keys.due(Due.ISSUE_ACCOUNT)
    keys.press(K.Key_Return)
    keys.due(Due.READ_OUT)
    step = keys.page.step
    assert isinstance(step, PassedStep)
    assert step.ui.username.text().startswith("mquintero")
    assert len(step.ui.letters.accessibleName().split(", ")) == 12
    assert keys.seen.case is not None and keys.seen.case.state is State.ACCOUNT_ISSUED
    keys.press(K.Key_Return)
    assert step.ui.letters.accessibleName() == ""
    keys.press(K.Key_Return, hold=CTRL)
    keys.until(lambda: keys.page.seen is None)
    assert keys.page.holding() == ""


def test_a_hidden_password_is_nowhere_in_the_window(keys: Keyboard, world: World) -> None:
    to_verdict(keys, world)
    keys.press(K.Key_Return)
    keys.due(Due.ISSUE_ACCOUNT)
    keys.press(K.Key_Return)
    keys.due(Due.READ_OUT)
    step = keys.page.step
    assert isinstance(step, PassedStep)
    words = step.ui.letters.accessibleName()
    assert words in everything_shown(keys)
    keys.page.leave()
    assert words not in everything_shown(keys)
    assert QApplication.clipboard().text() == ""
    keys.press(K.Key_G, hold=CTRL)
    keys.until(lambda: step.ui.letters.accessibleName() != "")
    assert step.ui.letters.accessibleName() != words


def test_enter_after_the_password_is_hidden_issues_nothing(keys: Keyboard, world: World) -> None:
    to_verdict(keys, world)
    keys.press(K.Key_Return)
    keys.due(Due.ISSUE_ACCOUNT)
    keys.press(K.Key_Return)
    keys.due(Due.READ_OUT)
    keys.press(K.Key_Return, K.Key_Return, K.Key_Return)
    keys.until(lambda: True)
    step = keys.page.step
    assert isinstance(step, PassedStep) and step.ui.letters.accessibleName() == ""
    assert keys.seen.state is CallState.OPEN


def test_the_next_question_stands_before_the_desk_has_the_answer(keys: Keyboard) -> None:
    keys.greet()
    keys.type(MARISOL.tin)
    keys.press(K.Key_Return)
    assert keys.tasks.busy and keys.question.question is not None
    assert keys.question.question.number == 2
    keys.type("Mar")
    keys.until(lambda: len(keys.seen.recorded) == 1)
    assert keys.question.editor is not None and keys.question.editor.value() == "Mar"


def test_an_answer_the_desk_cannot_read_comes_back_with_what_was_typed(keys: Keyboard) -> None:
    keys.greet()
    keys.type(MARISOL.tin)
    keys.press(K.Key_Return)
    keys.type("Marisol")
    keys.press(K.Key_Return)
    keys.until(lambda: not keys.question.ui.problem.isHidden())
    assert keys.question.question is not None and keys.question.question.number == 2
    assert keys.question.editor is not None and keys.question.editor.value() == "Marisol"
    assert keys.question.editor.accessibleDescription().startswith("Type first and last name")
    keys.type(" Quintero")
    keys.press(K.Key_Return)
    keys.until(lambda: {one.number for one in keys.seen.recorded} >= {1, 2})
    assert keys.seen.case is not None


def test_a_wrong_shape_never_leaves_the_page(keys: Keyboard) -> None:
    keys.greet()
    keys.type("12")
    keys.press(K.Key_Return)
    assert not keys.tasks.busy
    assert keys.question.editor is not None
    assert keys.question.editor.accessibleDescription() == "A TIN has nine digits."
    keys.press(K.Key_Backspace)
    assert keys.question.ui.problem.isHidden()


def test_going_back_asks_anew_and_never_shows_the_old_value(keys: Keyboard, world: World) -> None:
    keys.greet()
    keys.identity(MARISOL)
    keys.due(Due.ANSWER)
    keys.ready()
    caller = Caller(world, MARISOL)
    caller.seen = keys.seen
    first, second = caller.questions()[5:7]
    keys.answer("1.00" if truth(first)[0].isdigit() else "Nowhere Foundry Company")
    keys.until(lambda: len(keys.seen.recorded) == 6)
    assert keys.question.ui.recorded_note.isVisible()
    keys.type("7")
    keys.press(K.Key_Left, hold=ALT)
    editor = keys.question.editor
    assert keys.question.question is not None and keys.question.question.number == first.number
    assert editor is not None and editor.value() == ""
    assert keys.question.ui.changing.isVisible()
    keys.answer(truth(first))
    keys.until(lambda: keys.question.question is not None and keys.question.question.number == second.number)
    assert keys.question.editor is not None and keys.question.editor.value() == "7"
    assert first.accepted[0] == stored(world, keys)[first.number]


def test_identity_items_cannot_be_changed_once_tested(keys: Keyboard) -> None:
    keys.greet()
    keys.identity(MARISOL)
    keys.ready()
    assert keys.question.ui.recorded_note.isHidden()
    keys.press(K.Key_Left, hold=ALT)
    assert keys.question.question is not None and keys.question.question.number == 6


def test_not_knowing_and_declining_are_answers(keys: Keyboard) -> None:
    keys.greet()
    keys.identity(MARISOL)
    keys.ready()
    keys.press(K.Key_F4)
    keys.press(K.Key_F5)
    keys.until(lambda: len(keys.seen.recorded) == 7)
    ways = [one.response for one in keys.seen.recorded[-2:]]
    assert ways == [Response.DOES_NOT_KNOW, Response.DECLINES]


def test_a_mismatch_is_asked_once_more_then_the_call_ends_kindly(keys: Keyboard) -> None:
    keys.greet()
    for _ in range(2):
        keys.until(lambda: keys.question.question is not None and keys.question.question.number == 1)
        keys.answer(MARISOL.tin)
        keys.answer("Somebody Else")
        keys.until(lambda: keys.seen.due in (Due.ANSWER, Due.CLOSE) and not answered(keys))
    keys.due(Due.CLOSE)
    assert keys.seen.case is None and keys.seen.asked_again
    keys.press(K.Key_Return)
    keys.until(lambda: keys.page.seen is None)


def answered(keys: Keyboard) -> bool:
    """Whether name and number wait to be tested."""
    return len(keys.seen.recorded) == 2 and keys.seen.due is Due.ANSWER


def test_a_crash_loses_neither_an_answer_nor_what_was_being_typed(
    qtbot: QtBot, keys: Keyboard, world: World, tmp_path: Path
) -> None:
    keys.greet()
    keys.identity(MARISOL)
    keys.ready()
    keys.answer("1234")
    keys.until(lambda: len(keys.seen.recorded) == 6)
    keys.type("77")
    with qtbot.waitSignal(keys.tasks.busy_changed, check_params_cb=lambda busy: not busy):
        pass
    keys.crash()
    world.later(minutes=1)  # a security code is accepted once
    again = Keyboard(qtbot, world, tmp_path / "papers")
    again.due(Due.ANSWER)
    assert len(again.seen.recorded) == 6
    assert again.question.question is not None and again.question.question.number == 7
    assert again.question.editor is not None and again.question.editor.value() == "77"
    assert again.page.holding() == "call.holding"
    again.press(K.Key_Return)
    again.until(lambda: len(again.seen.recorded) == 7)


def test_the_caller_changes_the_language_and_keeps_the_place(keys: Keyboard) -> None:
    keys.greet()
    keys.type("900")
    keys.press(K.Key_F6)
    keys.until(lambda: keys.seen.language is Language.ES)
    question = keys.question
    assert question.question is not None
    shown = everything_shown(keys)
    assert question.question.text.es in shown and question.question.text.en in shown
    assert question.editor is not None and question.editor.value() == "900"


def test_the_clock_stands_still_while_the_call_is_dropped(keys: Keyboard) -> None:
    keys.greet()
    watch = keys.question.answering.watch
    keys.press(K.Key_D, hold=CTRL)
    keys.due(Due.RESUME)
    before = watch.seconds()
    keys.qtbot.waitUntil(lambda: keys.page.context.clock.now() > keys.seen.now)
    assert watch.seconds() == before
    keys.press(K.Key_Return)
    keys.due(Due.ANSWER)
    assert keys.question.editor is not None and keys.question.editor.hasFocus()
