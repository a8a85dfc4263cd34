"""A locked window and its session: the desk is away, the session ends, somebody else comes along."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from assistor_console.domain.errors import Refused, Trouble, refused
from assistor_console.domain.terms import Language
from assistor_console.gui.laid_by import LEAST
from assistor_console.gui.pages.queue import QueuesPage
from assistor_console.gui.pages.sign_in import SignInPage
from assistor_console.gui.texts import Say
from assistor_console.requests.base import Envelope, Link
from assistor_console.requests.review import SeeQueues
from assistor_console.requests.sign_in import LockScreen, SignOut, Unlock
from tests.callers import MARISOL
from tests.gui.call_keys import Keyboard
from tests.gui.fake_desk import NOW
from tests.gui.lockable import CTRL, At, K, at, language
from tests.gui.real_desk import empty_world, held, settle, window_of
from tests.worlds import PASSWORD, World

__all__ = ["at", "language"]


@pytest.mark.parametrize("language", list(Language))
def test_while_the_desk_is_away_it_locks_here_and_unlocking_waits(at: At, language: Language) -> None:
    def away(_: LockScreen) -> None:
        raise Trouble("desk.unreachable")

    at.desk.answers[LockScreen], done = away, at.desk.answers[LockScreen]
    with at.qtbot.waitSignal(at.tasks.link_changed):
        at.tasks.told_link(Link(here=False))
    said = len(at.messages.log)
    at.lock()
    ui = at.cover.ui
    assert at.window.lock.is_locked and len(at.messages.log) == said
    assert ui.away.isVisible() and ui.away.text() == Say(language)("lock.away")
    assert not ui.unlock.isEnabled() and ui.unlock.accessibleDescription()
    at.unlock()
    assert not at.desk.asked(Unlock)
    at.desk.answers[LockScreen] = done
    with at.qtbot.waitSignal(at.tasks.link_changed):
        at.tasks.told_link(Link())
    at.rest()
    assert len(at.desk.asked(LockScreen)) == 2, "the desk is told once it is back"
    assert not ui.away.isVisible()
    at.press(K.Key_Return)
    at.rest()
    assert not at.window.lock.is_locked


def test_a_desk_that_goes_while_unlocking_is_said_on_the_cover(at: At) -> None:
    def away(_: Unlock) -> None:
        raise Trouble("desk.unreachable")

    at.desk.answers[Unlock] = away
    at.lock()
    at.unlock()
    assert at.window.lock.is_locked and at.cover.password.problem()


def over(_: object) -> None:
    raise refused("authority.signed_out")


def test_a_session_that_ended_meanwhile_leads_to_the_sign_in_page(at: At) -> None:
    QTest.keyClicks(at.page.edit, "half a")
    before = at.window.pages
    at.lock()
    kept = at.desk.answers[Unlock]
    at.desk.answers[Unlock] = over
    at.unlock()
    page = at.window.page
    assert isinstance(page, SignInPage) and page.isVisible() and not at.cover.isVisible()
    assert page.state.words().startswith("Your session has ended")
    at.desk.answers[Unlock] = kept
    at.sign_in()
    assert at.window.pages == before and at.page.edit.text() == "half a"
    at.press(K.Key_F2)
    assert at.page.did == 1, "keys work again"


def test_somebody_else_can_only_sign_out_and_finds_nothing(at: At) -> None:
    QTest.keyClicks(at.page.edit, "half a")
    before, gone = at.window.pages, list[int]()
    for page in before:
        page.destroyed.connect(lambda: gone.append(1))
    at.page.held = "call.holding"
    at.lock()
    with at.qtbot.waitSignal(at.window.signed_out):
        at.press(K.Key_Q, CTRL)
    assert len(at.desk.asked(SignOut)) == 1 and at.desk.token == ""
    page = at.window.page
    assert isinstance(page, SignInPage)
    assert page.state.words().startswith("Signed out of a locked window")
    at.desk.person = UUID(int=2)
    at.sign_in()
    assert not set(at.window.pages) & set(before)
    at.qtbot.waitUntil(lambda: len(gone) == 2)


def test_whoever_was_signed_out_by_somebody_else_finds_what_they_typed(at: At) -> None:
    QTest.keyClicks(at.page.edit, "half a")
    waiting: list[object] = []
    at.lock()
    at.tasks.send(SeeQueues()).always(lambda: waiting.append("ended"))
    at.cover.ui.leave.click()
    at.qtbot.waitUntil(lambda: isinstance(at.window.page, SignInPage))
    assert waiting == ["ended"], "no page waits for ever"
    at.sign_in()
    assert at.page.edit.text() == "half a"


@pytest.mark.parametrize(("minutes", "kept"), [(719, True), (720, False)])
def test_what_was_laid_by_is_dropped_when_the_twelve_hours_are_over(at: At, minutes: int, kept: bool) -> None:
    before = at.window.pages
    at.lock()
    at.cover.leave_asked.emit()
    at.qtbot.waitUntil(lambda: isinstance(at.window.page, SignInPage))
    at.window.clock.tell(NOW + timedelta(minutes=minutes))
    assert at.window._laid_by._pages == (before if kept else [])


def test_a_locked_window_sees_by_itself_that_the_session_ran_out(at: At) -> None:
    before = at.window.pages
    at.lock()
    at.window.clock.tell(NOW + timedelta(hours=11, minutes=59))
    assert at.window.lock.is_locked
    at.window.clock.tell(NOW + timedelta(hours=12))
    assert isinstance(at.window.page, SignInPage) and not at.window.lock.is_locked
    assert at.window._laid_by._pages == before, "who worked until then finds it again"
    at.window.clock.tell(NOW + timedelta(hours=12, minutes=1) + LEAST)
    assert at.window._laid_by._pages == []


def test_a_window_that_cannot_be_closed_says_so_on_the_cover(at: At) -> None:
    at.page.held = "call.holding"
    at.lock()
    assert not at.window.close()
    assert at.cover.ui.held.isVisible() and at.cover.ui.held.text() == Say()("call.holding")
    at.page.held = ""
    assert at.window.close()


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A practice desk with a case on hold."""
    made = empty_world(tmp_path)
    held(made, "RAFAEL<MONTOYA", 3001)
    yield made
    made.database.close()


def test_at_a_real_desk_it_locks_there_too_and_catches_up_afterwards(qtbot: QtBot, world: World) -> None:
    window = window_of(qtbot, world, "karina alvarado")
    page, cover = window.page, window.lock.cover
    assert isinstance(page, QueuesPage) and page.table.total == 1
    window.lock.lock()
    settle(qtbot, window)
    envelope = Envelope(window._tasks.desk.token)
    with pytest.raises(Refused, match=r"authority\.locked"):
        world.pipeline.run(envelope, SeeQueues())
    said = len(window._messages.log)
    held(world, "COLLEEN<FITZGERALD", 3002)
    for wrong in range(world.policy.sign_in_attempts):
        QTest.keyClicks(cover.ui.password, f"wrong {wrong}")
        QTest.keyClick(cover.ui.password, K.Key_Return)
        settle(qtbot, window)
        assert cover.password.problem() and page.table.total == 1
    QTest.keyClicks(cover.ui.password, PASSWORD)
    QTest.keyClick(cover.ui.password, K.Key_Return)
    settle(qtbot, window)
    assert window.lock.is_locked and "Clears" in cover.password.problem()
    assert len(window._messages.log) == said
    world.later(minutes=world.policy.sign_in_minutes + 1)
    QTest.keyClicks(cover.ui.password, PASSWORD)
    QTest.keyClick(cover.ui.password, K.Key_Return)
    qtbot.waitUntil(lambda: not window.lock.is_locked)
    qtbot.waitUntil(lambda: page.table.total == 2)


def test_half_an_answer_is_there_again_and_goes_on(qtbot: QtBot, world: World, tmp_path: Path) -> None:
    world.load(*MARISOL.records)
    keys = Keyboard(qtbot, world, tmp_path / "papers")
    keys.greet()
    keys.answer(MARISOL.identity[1])
    keys.until(lambda: keys.asks(2) and len(keys.seen.recorded) == 1)
    keys.type("Mari")
    keys.press(K.Key_L, hold=CTRL)
    keys.until(lambda: keys.window.lock.is_locked)
    keys.type(PASSWORD)
    keys.press(K.Key_Return)
    keys.until(lambda: not keys.window.lock.is_locked)
    editor = keys.question.editor
    assert editor is not None and editor.value() == "Mari" and editor.hasFocus()
    keys.type(MARISOL.identity[2].removeprefix("Mari"))
    keys.press(K.Key_Return)
    keys.until(lambda: len(keys.seen.recorded) == 2)


def test_an_answer_that_meets_a_locked_desk_is_kept_and_never_asked_again(
    qtbot: QtBot, world: World, tmp_path: Path
) -> None:
    world.load(*MARISOL.records)
    keys = Keyboard(qtbot, world, tmp_path / "papers")
    keys.greet()
    keys.answer(MARISOL.identity[1])
    keys.until(lambda: keys.asks(2) and len(keys.seen.recorded) == 1)
    world.pipeline.run(Envelope(keys.window._tasks.desk.token), LockScreen())
    keys.type(MARISOL.identity[2])
    keys.press(K.Key_Return)
    keys.until(lambda: keys.window.lock.is_locked)
    assert keys.seen.case is None, "nobody at the window is told whose case it is"
    assert "already" not in keys.window.line.words()
    keys.type(PASSWORD)
    keys.press(K.Key_Return)
    keys.until(lambda: not keys.window.lock.is_locked and len(keys.seen.recorded) == 2)
    assert not keys.asks(1) and not keys.asks(2)
