"""The call page as eyes and assistive technology meet it: nothing cut off, nothing unnamed, no key twice."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from assistor_console.domain.terms import Due, Language
from assistor_console.gui.pages.call.acts import KEYS
from assistor_console.gui.widgets.clocks import Mood
from tests.callers import MARISOL, TEODOR, Caller, lie
from tests.gui import walk
from tests.gui.call_keys import CTRL, K, Keyboard
from tests.worlds import World, make_world


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A practice desk with two callers on file."""
    made = make_world(f"sqlite:///{tmp_path / 'desk.db'}")
    made.load(*MARISOL.records, *TEODOR.records)
    yield made
    made.database.close()


def look_at(keys: Keyboard) -> list[str]:
    """What is wrong with the page as it stands."""
    walk.settle()
    page = keys.page
    lost = [f"cut off: {one}" for one in walk.cut_off(page)]
    lost += [f"unnamed: {one}" for one in walk.unnamed(page)]
    lost += [f"twice: {one}" for one in walk.keys_twice(page)]
    return lost + [f"outside: {one}" for one in walk.outside(page)]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("size", [(1440, 900), (1280, 720)])
def test_every_step_of_a_pass_is_whole(
    qtbot: QtBot, world: World, tmp_path: Path, language: Language, size: tuple[int, int]
) -> None:
    keys = Keyboard(qtbot, world, tmp_path, language=language)
    keys.window.resize(*size)
    assert look_at(keys) == []
    keys.greet()
    assert look_at(keys) == []
    keys.identity(MARISOL)
    keys.due(Due.ANSWER)
    assert look_at(keys) == []
    keys.taxes(Caller(world, MARISOL))
    keys.due(Due.SCORE)
    assert look_at(keys) == []
    keys.press(K.Key_Return)
    keys.due(Due.ISSUE_ACCOUNT)
    assert look_at(keys) == []
    keys.press(K.Key_Return)
    keys.due(Due.READ_OUT)
    assert look_at(keys) == []


def test_a_question_is_no_wider_than_its_place(qtbot: QtBot, world: World, tmp_path: Path) -> None:
    """In the longer language: what a scroll area cuts off at the right cannot be scrolled to."""
    keys = Keyboard(qtbot, world, tmp_path, language=Language.ES)
    keys.greet()
    keys.identity(MARISOL)
    keys.ready()
    ways = (keys.question.ui.does_not_know, keys.question.ui.rephrase)
    for size, rows in (((1024, 640), 2), ((1440, 900), 1), ((1024, 640), 2)):
        keys.window.resize(*size)
        walk.settle()
        area = keys.page.ui.area
        assert keys.page.ui.middle.width() == area.viewport().width()
        assert len({one.y() for one in ways}) == rows


@pytest.mark.parametrize("language", list(Language))
def test_a_referral_is_whole(qtbot: QtBot, world: World, tmp_path: Path, language: Language) -> None:
    keys = Keyboard(qtbot, world, tmp_path, language=language)
    keys.greet()
    keys.identity(TEODOR)
    keys.due(Due.ANSWER)
    keys.taxes(Caller(world, TEODOR), lie)
    keys.due(Due.SCORE)
    keys.press(K.Key_Return)
    keys.due(Due.BOOK)
    assert look_at(keys) == []


def test_the_focus_stays_in_the_answer_whatever_is_read_beside_it(
    qtbot: QtBot, world: World, tmp_path: Path
) -> None:
    keys = Keyboard(qtbot, world, tmp_path)
    keys.greet()
    keys.press(K.Key_F7, K.Key_F9, K.Key_F2, K.Key_F3)
    keys.press(K.Key_E, hold=CTRL)
    keys.type("12")
    assert keys.question.editor is not None and keys.question.editor.value() == "12"


def test_no_colour_of_a_verdict_before_the_verdict(qtbot: QtBot, world: World, tmp_path: Path) -> None:
    keys = Keyboard(qtbot, world, tmp_path)
    keys.greet()
    keys.identity(MARISOL)
    keys.due(Due.ANSWER)
    keys.taxes(Caller(world, MARISOL), lie)
    keys.due(Due.SCORE)
    assert keys.seen.verdict is None and keys.seen.verdict_at is None
    assert keys.page.step is not None and keys.page.step.done() == []


def test_the_question_clock_warns_once_and_then_only_says_so(
    qtbot: QtBot, world: World, tmp_path: Path
) -> None:
    keys = Keyboard(qtbot, world, tmp_path)
    keys.greet()
    clock, watch = keys.page.side.question, keys.question.answering.watch
    warnings: list[None] = []
    clock.warned.connect(lambda: warnings.append(None))
    for spent, mood in ((95.0, Mood.SOON), (100.0, Mood.SOON)):
        watch.put_forward(spent - watch.seconds())
        keys.page.context.clock.ticked.emit()
        assert clock.mood is mood
    assert len(warnings) == 1
    keys.type("1")
    keys.page.context.clock.ticked.emit()
    assert clock.mood is Mood.RUNNING  # typing is activity
    watch.put_forward(120.0)
    keys.page.context.clock.ticked.emit()
    assert clock.mood.value == "up"
    keys.due(Due.CLOSE)
    assert "mismatch_final" in keys.seen.lines


@pytest.mark.parametrize("language", list(Language))
def test_papers_are_fetched_while_the_clock_rests(
    qtbot: QtBot, world: World, tmp_path: Path, language: Language
) -> None:
    keys = Keyboard(qtbot, world, tmp_path, language=language)
    keys.greet()
    keys.identity(MARISOL)
    keys.until(lambda: keys.seen.papers)
    clock, watch = keys.page.side.question, keys.page._steps.question.answering.watch
    keys.press(K.Key_F8)
    keys.until(lambda: keys.seen.resting_until is not None)
    keys.page.context.clock.ticked.emit()
    assert keys.page.step is not None and "call.fetch_papers" not in keys.page.step.acts()
    assert clock.mood is Mood.RESTING
    walk.settle()
    keys.window.grab().save(str(tmp_path / f"papers-{language}.png"))
    before = watch.seconds()
    world.later(minutes=6)  # nobody came back: the clock runs by itself
    keys.page.touched()
    keys.until(lambda: keys.seen.now == world.now)
    keys.page.context.clock.ticked.emit()
    assert clock.mood.value == "running" and watch.seconds() < before + 60
    keys.press(K.Key_O, hold=CTRL)
    keys.ready()
    assert keys.question.question is not None and keys.question.question.number == 6


def test_a_tax_item_whose_time_is_up_refers_and_tells_nothing(
    qtbot: QtBot, world: World, tmp_path: Path
) -> None:
    keys = Keyboard(qtbot, world, tmp_path)
    keys.greet()
    keys.identity(MARISOL)
    keys.ready()
    keys.question.answering.watch.put_forward(121.0)
    keys.page.context.clock.ticked.emit()
    keys.due(Due.BOOK)
    assert list(keys.seen.lines) == ["referral", "bring"]


def test_every_key_of_the_picture_is_on_the_page() -> None:
    assert {"F2", "F3", "F4", "F5", "F6", "F7", "F9", "Alt+Left", "Ctrl+D", "Ctrl+E", "Ctrl+Return"} <= set(
        KEYS.values()
    )
