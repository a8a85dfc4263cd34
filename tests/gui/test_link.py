"""The desk goes away in the middle of a call and comes back: nothing typed is lost, and the page says so."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from random import Random
from time import monotonic

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from assistor_console.desk.local import LocalDesk
from assistor_console.domain.terms import CallState, Due, Language
from assistor_console.gui.texts import text
from assistor_console.gui.widgets.top_bar import TopBar
from assistor_console.requests.base import Link
from assistor_console.requests.interview import AnswerQuestion, KeepDraft
from tests.callers import MARISOL
from tests.gui.call_keys import CTRL, K, Keyboard
from tests.gui.switched_desk import SwitchedDesk
from tests.worlds import World, make_world

SEEDS = range(8)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A practice desk with one caller on file."""
    made = make_world(f"sqlite:///{tmp_path / 'desk.db'}")
    made.load(*MARISOL.records)
    yield made
    made.database.close()


@pytest.fixture
def desk(world: World) -> SwitchedDesk:
    """The way to it, which can be cut."""
    return SwitchedDesk(LocalDesk(world.pipeline, "test"))


@pytest.fixture
def keys(qtbot: QtBot, world: World, tmp_path: Path, desk: SwitchedDesk) -> Keyboard:
    """An assistor in a call, at the first item."""
    keys = Keyboard(qtbot, world, tmp_path / "papers", desk=desk)
    desk.tell = keys.tasks.told_link
    keys.greet()
    return keys


def cut(qtbot: QtBot, keys: Keyboard, desk: SwitchedDesk) -> None:
    """Pulls the cable and waits until the window knows."""
    with qtbot.waitSignal(keys.tasks.link_changed):
        desk.away()


def stored(world: World, keys: Keyboard) -> dict[int, str]:
    """The answers at the desk by number."""
    with world.reading() as store:
        interview = store.interviews.of_call(keys.seen.call_id)
        assert interview is not None
        return {number: a.text for number, a in store.interviews.answers(interview.id).items()}


def shown(keys: Keyboard) -> str:
    """What the banner says, "" where there is none."""
    banner = keys.window.link_banner
    return banner.words() if banner.isVisible() else ""


def desk_mark(keys: Keyboard) -> str:
    """What the top bar says of the desk."""
    bar = keys.window.findChild(TopBar)
    assert isinstance(bar, TopBar)
    return bar._desk.text()


def kept(desk: SwitchedDesk) -> list[tuple[type, int, str]]:
    """What waits at this console, as typed."""
    waiting = list(desk.kept)
    assert all(isinstance(one, AnswerQuestion | KeepDraft) for one in waiting)
    return [
        (type(one), one.number, one.text) for one in waiting if isinstance(one, AnswerQuestion | KeepDraft)
    ]


def test_answers_go_on_while_the_desk_is_away(
    qtbot: QtBot, keys: Keyboard, desk: SwitchedDesk, world: World
) -> None:
    assert shown(keys) == "" and desk_mark(keys) == "Desk connected"
    cut(qtbot, keys, desk)
    assert "cannot be reached" in shown(keys) and "waiting" not in shown(keys)
    assert desk_mark(keys) == "Desk does not answer"
    for number in (1, 2, 3):
        assert keys.asks(number)
        keys.answer(MARISOL.identity[number])
    qtbot.waitUntil(lambda: "(3 waiting)" in shown(keys))
    wanted = [(AnswerQuestion, 1), (AnswerQuestion, 2), (KeepDraft, 3)]
    qtbot.waitUntil(lambda: [(kind, number) for kind, number, _ in kept(desk)] == wanted)
    assert keys.question.ui.busy._words.text() == text("call.waiting_for_desk")
    assert stored(world, keys) == {}
    desk.back()
    keys.until(lambda: not shown(keys) and len(keys.seen.recorded) == 3)
    assert keys.asks(4)
    assert sorted(stored(world, keys)) == [1, 2, 3]
    assert "The desk is back; what was kept here was sent (3)." in [m.text for m in keys.messages.log]
    assert desk_mark(keys) == "Desk connected"


def test_where_no_question_is_known_the_page_waits_plainly(
    qtbot: QtBot, keys: Keyboard, desk: SwitchedDesk
) -> None:
    keys.answer(MARISOL.identity[1])
    keys.answer(MARISOL.identity[2])
    keys.until(lambda: keys.asks(3) and len(keys.seen.recorded) == 2)
    cut(qtbot, keys, desk)
    for number in range(3, 6):
        keys.answer(MARISOL.identity[number])
    waits = text("call.waiting_for_desk")
    qtbot.waitUntil(lambda: keys.question.ui.busy._words.text() == waits)
    assert keys.question.question is None
    assert [number for _, number, _ in kept(desk)] == [3, 4, 5]
    desk.back()
    keys.until(lambda: keys.page.seen is not None and keys.page.seen.due is Due.ANSWER)
    keys.ready()
    assert not keys.question.ui.busy.isVisible()


def test_what_needs_the_desk_is_refused_at_once_and_says_why(
    qtbot: QtBot, keys: Keyboard, desk: SwitchedDesk
) -> None:
    cut(qtbot, keys, desk)
    keys.answer(MARISOL.identity[1])
    qtbot.waitUntil(lambda: "(1 waiting)" in shown(keys))
    offered = [child.accessibleName() for child in keys.page.offers.findChildren(QWidget)]
    assert f"{text('call.drop')}. {text('call.needs_desk')}" in offered
    keys.press(K.Key_D, hold=CTRL)
    qtbot.waitUntil(lambda: keys.messages.log[-1].code == "desk.unreachable")
    assert keys.seen.state is CallState.OPEN
    assert keys.asks(2)
    desk.back()
    keys.until(lambda: len(keys.seen.recorded) == 1)
    keys.press(K.Key_D, hold=CTRL)
    keys.until(lambda: keys.seen.state is CallState.DROPPED)


def test_an_answer_refused_after_all_comes_back_with_what_was_typed(
    qtbot: QtBot, keys: Keyboard, desk: SwitchedDesk
) -> None:
    cut(qtbot, keys, desk)
    desk.refuses = {1}
    keys.answer(MARISOL.identity[1])
    keys.answer(MARISOL.identity[2])
    qtbot.waitUntil(lambda: "(2 waiting)" in shown(keys))
    desk.back()
    keys.until(lambda: not shown(keys))
    assert any(m.code == "frame.link_back_refused" for m in keys.messages.log)
    assert keys.asks(1) and keys.question.editor is not None
    assert keys.question.editor.value() == MARISOL.tin
    assert keys.question.ui.problem.isVisible()
    desk.refuses.clear()
    keys.press(K.Key_Return)
    keys.until(lambda: len(keys.seen.recorded) == 2)


def test_closing_while_the_desk_is_away_leaves_everything_typed_in_keeping(
    qtbot: QtBot, keys: Keyboard, desk: SwitchedDesk
) -> None:
    cut(qtbot, keys, desk)
    keys.answer(MARISOL.identity[1])
    keys.type("Mari")
    began = monotonic()
    assert keys.window.close()
    assert monotonic() - began < 4
    assert [(kind, number) for kind, number, _ in kept(desk)] == [(AnswerQuestion, 1), (KeepDraft, 2)]
    assert kept(desk)[1][2].startswith("Mari")


def test_a_short_absence_without_anything_kept_is_told_shortly(
    qtbot: QtBot, keys: Keyboard, desk: SwitchedDesk
) -> None:
    cut(qtbot, keys, desk)
    with qtbot.waitSignal(keys.tasks.link_changed):
        desk.back()
    assert shown(keys) == "" and keys.messages.log[-1].text == "The desk is back."


def test_the_embedded_desk_is_never_away(keys: Keyboard) -> None:
    assert keys.tasks.here and keys.tasks.waiting == 0
    keys.tasks._on_link(Link())
    assert shown(keys) == ""


def test_the_banner_speaks_spanish(qtbot: QtBot, world: World, tmp_path: Path, desk: SwitchedDesk) -> None:
    keys = Keyboard(qtbot, world, tmp_path / "papers", language=Language.ES, desk=desk)
    desk.tell = keys.tasks.told_link
    cut(qtbot, keys, desk)
    assert shown(keys).startswith("No se puede llegar al sistema")


@pytest.mark.parametrize("seed", SEEDS)
def test_no_answer_is_lost_or_changed_whenever_the_desk_goes(
    qtbot: QtBot, keys: Keyboard, desk: SwitchedDesk, world: World, seed: int
) -> None:
    """The cable is pulled and put back between keys, wherever the seed says."""
    chance, away = Random(seed), False
    for number in range(1, 6):
        if not keys.asks(number):  # the desk has to look who is calling first
            desk.back()
            away = False
        qtbot.waitUntil(partial(keys.asks, number))
        for letter in MARISOL.identity[number] if number != 5 else "1":
            if chance.random() < 0.15:
                desk.back() if away else desk.away()
                away = not away
            keys.type(letter)
        keys.press(K.Key_Return)
    desk.back()
    keys.until(lambda: not shown(keys) and len(keys.seen.recorded) == 5)
    there = stored(world, keys)
    assert sorted(there) == [1, 2, 3, 4, 5]
    assert there[1] == MARISOL.filer.tin and there[2].casefold().startswith("mari")


@pytest.mark.parametrize(("refused", "code"), [(0, "frame.link_left_sent"), (1, "frame.link_left_refused")])
def test_what_waited_from_before_is_told_once_it_is_through(
    qtbot: QtBot, keys: Keyboard, refused: int, code: str
) -> None:
    keys.tasks.told_link(Link(True, 2, 0))
    keys.tasks.told_link(Link(True, 0, refused))
    qtbot.waitUntil(lambda: keys.messages.log[-1].code == code)
    assert "(2)" in keys.messages.log[-1].text and shown(keys) == ""
    with qtbot.waitSignal(keys.tasks.link_changed):
        keys.tasks.told_link(Link(True, 0, refused))
    assert (keys.window.link_banner._most, keys.window.link_banner._refused) == (0, refused), "told once"
