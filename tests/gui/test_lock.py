"""A window that nobody is at locks: nothing is seen, nothing is asked, and all is as it was afterwards."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QVBoxLayout
from pytestqt.qtbot import QtBot

from assistor_console.domain.errors import Trouble, refused
from assistor_console.domain.terms import Language, Topic
from assistor_console.gui.frame import ConsoleWindow
from assistor_console.gui.laid_by import LEAST
from assistor_console.gui.lock_cover import LockCover
from assistor_console.gui.messages import Messages
from assistor_console.gui.overlays import Overlay
from assistor_console.gui.page import Context, Page
from assistor_console.gui.pages.sign_in import SignInPage
from assistor_console.gui.tasks import Tasks
from assistor_console.gui.texts import Say
from assistor_console.gui.theme import Scheme, theme_of
from assistor_console.gui.widgets.editors import LineEdit
from assistor_console.requests.base import Done, Link
from assistor_console.requests.interview import KeepDraft
from assistor_console.requests.review import SeeQueues
from assistor_console.requests.sign_in import LockScreen, SignOut, Unlock
from tests.gui.fake_desk import NOW, PEOPLE, FakeDesk
from tests.gui.walk import backward, cut_off, keys_twice, outside, settle, unnamed

K, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
PASSWORD = PEOPLE[0].password
SIZES = (((1440, 900), 1.0), ((1024, 640), 1.0), ((1440, 900), 1.5))


class Typed(Page):
    """A page to type on, which shows something revealed and follows the queue."""

    title_code = "sign_in.title"
    topics = counted = frozenset({Topic.QUEUE})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.edit, self.choice = LineEdit(self, name="typed"), QComboBox(self)
        self.choice.addItems(["one", "two"])
        column = QVBoxLayout(self)
        column.addWidget(self.edit)
        column.addWidget(self.choice)
        self.revealed, self.asked, self.counts, self.held, self.did = True, 0, 0, "", 0
        self.act("widgets.cancel", "F2", self._do)

    def _do(self) -> None:
        self.did += 1

    def enter(self) -> None:
        """Typing begins."""
        self.edit.setFocus()

    def touched(self) -> None:
        """Asks the desk."""
        self.asked += 1

    def count(self) -> None:
        """Counts what waits."""
        self.counts += 1

    def locked(self) -> None:
        """Hides what was revealed."""
        self.revealed = False

    def holding(self) -> str:
        """What the test says."""
        return self.held


@dataclass
class At:
    """Dana at her window, and the idle clock, which a test moves."""

    qtbot: QtBot
    window: ConsoleWindow
    desk: FakeDesk
    tasks: Tasks
    messages: Messages
    now: float = 0.0

    @property
    def page(self) -> Typed:
        page = self.window.pages[0]
        assert isinstance(page, Typed)
        return page

    @property
    def cover(self) -> LockCover:
        return self.window.lock.cover

    def sign_in(self) -> None:
        """Types what she signs in with."""
        page = self.window.page
        assert isinstance(page, SignInPage)
        if page._agreed is None:
            page.ui.agree.click()
        for edit, value in zip(page._edits(), ("1000384172", PASSWORD, "482193"), strict=True):
            edit.set_value(value)
        with self.qtbot.waitSignal(self.window.signed_in):
            page.ui.submit.click()
        self.rest()

    def rest(self) -> None:
        """Waits until nothing is under way."""
        self.qtbot.waitUntil(lambda: not self.tasks.busy)

    def after(self, **span: float) -> None:
        """Nobody does anything for so long."""
        self.now += timedelta(**span).total_seconds()
        self.window.lock.idle.look()
        self.rest()

    def lock(self) -> None:
        """Locks by key."""
        self.press(K.Key_L, CTRL)
        self.rest()

    def press(self, key: Qt.Key, hold: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key, wherever the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, hold)

    def unlock(self, password: str = PASSWORD) -> None:
        """Types a password and Enter."""
        QApplication.processEvents()
        assert QApplication.focusWidget() is self.cover.ui.password
        QTest.keyClicks(self.cover.ui.password, password)
        self.press(K.Key_Return)
        self.rest()


@pytest.fixture
def language() -> Language:
    return Language.EN


@pytest.fixture
def at(qtbot: QtBot, desk: FakeDesk, language: Language) -> At:
    """Dana, signed in, typing."""
    messages = Messages(language)
    tasks = Tasks(messages, desk)
    window = ConsoleWindow(tasks, messages, lambda _role: [Typed, Typed], language=language)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    made = At(qtbot, window, desk, tasks, messages)
    window.lock.idle._clock = lambda: made.now
    qtbot.waitUntil(lambda: window.clock.known and not tasks.busy)
    made.sign_in()
    return made


def test_it_is_said_in_words_before_and_a_key_takes_it_back(at: At) -> None:
    at.after(minutes=13, seconds=59)
    assert at.window.lock.banner.words() == ""
    at.after(seconds=2)
    assert at.window.lock.banner.words().startswith("This window locks in 59 seconds")
    at.after(seconds=58)
    assert at.window.lock.banner.words().startswith("This window locks in 1 second ")
    QTest.keyClicks(at.page.edit, "half a")
    assert at.window.lock.banner.words() == "" and at.page.edit.text() == "half a"
    assert QApplication.focusWidget() is at.page.edit
    assert not at.desk.asked(LockScreen)


def test_the_mouse_takes_it_back(at: At) -> None:
    at.after(minutes=14, seconds=30)
    QTest.mouseMove(at.window.windowHandle(), QPoint(40, 400))
    QApplication.processEvents()
    assert at.window.lock.banner.words() == ""


def test_nothing_is_seen_of_what_is_locked(at: At) -> None:
    at.page.edit.setText("Marisol Ortega")
    at.window.show_display()
    at.after(minutes=15)
    window, cover = at.window, at.cover
    assert window.lock.is_locked and len(at.desk.asked(LockScreen)) == 1
    whole = window.centralWidget()
    assert cover.isVisible() and whole is not None and cover.size() == whole.size()
    seen = [w for w in (at.page, window.line, *window.findChildren(Overlay)) if w.isVisible()]
    assert seen == [] and window.windowTitle() == "Assistor Console"
    assert (cover.ui.name.text(), at.page.revealed) == ("Dana Whitfield", False)
    assert QApplication.focusWidget() is cover.ui.password
    picture = window.grab().toImage()
    at.unlock()
    assert picture != window.grab().toImage() and at.page.isVisible()


def test_no_key_reaches_what_is_locked(at: At) -> None:
    at.lock()
    for key, hold in ((K.Key_F2, Qt.KeyboardModifier.NoModifier), (K.Key_2, CTRL), (K.Key_K, CTRL)):
        at.press(key, hold)
    at.window.show_page(1)
    assert at.page.did == 0 and not any(o.isVisible() for o in at.window.findChildren(Overlay))
    order = [at.cover.ui.password, at.cover.ui.password.eye, at.cover.ui.unlock, at.cover.ui.leave]
    reached = []
    for _ in range(5):
        reached.append(QApplication.focusWidget())
        at.press(K.Key_Tab)
    assert set(reached) == set(order)


def test_a_page_that_wants_the_focus_while_it_is_locked_gets_no_key_of_a_password(at: At) -> None:
    at.lock()
    at.page.choice.setFocus()
    at.unlock()
    assert not at.window.lock.is_locked and at.page.edit.text() == ""
    assert QApplication.focusWidget() is at.page.choice, "where the page wanted it"


def test_everything_is_as_it_was_after_unlocking(at: At) -> None:
    edit = at.page.edit
    QTest.keyClicks(edit, "half a sentence")
    edit.setSelection(5, 1)
    at.lock()
    at.unlock()
    assert at.desk.asked(Unlock) == [Unlock(password=PASSWORD)]
    assert not at.window.lock.is_locked and not at.cover.isVisible()
    assert (edit.text(), edit.selectedText(), edit.cursorPosition()) == ("half a sentence", "a", 6)
    assert QApplication.focusWidget() is edit
    QTest.keyClicks(edit, "the")
    assert edit.text() == "half the sentence"
    at.press(K.Key_F2)
    assert at.page.did == 1 and at.messages.log[-1].code == "lock.opened"
    assert at.cover.ui.password.text() == "" and at.window.lock.idle.watching


def test_a_key_that_comes_too_late_is_neither_an_answer_nor_a_password(at: At) -> None:
    at.now += 3600
    QTest.keyClicks(at.page.edit, "x")
    at.rest()
    assert at.window.lock.is_locked and at.page.edit.text() == "" and at.cover.ui.password.text() == ""


def test_a_wrong_password_leaves_it_locked(at: At) -> None:
    at.lock()
    at.unlock("not it")
    assert at.window.lock.is_locked
    assert at.cover.password.problem() == "The password is wrong. Try again."
    assert at.cover.ui.password.text() == "" and at.cover.ui.unlock.isEnabled()
    at.press(K.Key_Return)
    assert at.cover.password.problem() == "Type your password." and len(at.desk.asked(Unlock)) == 1
    at.unlock()
    assert not at.window.lock.is_locked


def test_who_is_locked_out_is_told_until_when(at: At) -> None:
    def out(_: Unlock) -> None:
        raise refused("attempts.sign_in", clears_at=NOW)

    at.desk.answers[Unlock] = out
    at.lock()
    at.unlock()
    assert at.cover.password.problem().endswith("Clears Dec 12, 2017, 3:29 PM ET.")


def test_nobody_signed_in_locks_nothing(at: At) -> None:
    with at.qtbot.waitSignal(at.window.signed_out):
        at.window.sign_out()
    at.lock()
    at.after(minutes=60)
    assert not at.window.lock.is_locked and isinstance(at.window.page, SignInPage)
    assert not at.desk.asked(LockScreen)


def test_an_open_list_is_closed(at: At) -> None:
    at.page.choice.showPopup()
    assert QApplication.activePopupWidget() is not None
    at.after(minutes=15)
    assert QApplication.activePopupWidget() is None and at.cover.isVisible()


def test_nothing_is_asked_while_it_is_locked_and_nothing_is_lost(at: At) -> None:
    at.desk.answers[SeeQueues] = at.desk.answers[KeepDraft] = lambda _: Done()
    at.lock()
    got: list[object] = []
    at.tasks.send(SeeQueues()).success(got.append)
    at.tasks.send(KeepDraft(call_id=UUID(int=1), number=1, text="half"))
    live, counts = at.window._live, at.page.counts
    for _ in range(3):
        live.touch(Topic.QUEUE)
    live._refresh()
    live._on_age()
    at.rest()
    assert got == [] and not at.desk.asked(SeeQueues) and at.page.asked == 0 and at.page.counts == counts
    assert len(at.desk.asked(KeepDraft)) == 1, "what is kept goes on its way"
    at.unlock()
    at.qtbot.waitUntil(lambda: at.page.counts > counts)
    assert len(at.desk.asked(SeeQueues)) == len(got) == 1 and at.page.asked == 1


def test_a_desk_that_holds_the_session_locked_locks_the_window_and_says_no_error(at: At) -> None:
    def no(_: SeeQueues) -> None:
        raise refused("authority.locked")

    at.desk.answers[SeeQueues] = no
    said = len(at.messages.log)
    at.tasks.send(SeeQueues())
    at.rest()
    assert at.window.lock.is_locked and len(at.messages.log) == said


def test_a_watch_that_the_desk_broke_off_begins_again(at: At) -> None:
    live = at.window._live
    at.lock()
    before = live._watch
    live._on_ended(refused("authority.locked").refusal)
    at.unlock()
    assert live._watch is not None and live._watch is not before
    assert at.window.pages


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


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(
    ("size", "scale"), [((1440, 900), 1.0), ((1024, 640), 1.0), ((1440, 900), 1.5)], ids=str
)
def test_the_cover_as_eyes_and_assistive_technology_find_it(
    at: At, language: Language, size: tuple[int, int], scale: float
) -> None:
    at.window.resize(*size)
    at.window.wear(theme_of(Scheme.LIGHT, scale))
    at.lock()
    settle()
    cover = at.cover
    assert (unnamed(cover), keys_twice(cover), cut_off(at.window), outside(cover), backward(cover)) == (
        [],
    ) * 5
    tell: Callable[[str], str] = Say(language)
    assert cover.accessibleName().startswith(tell("lock.title"))
    assert cover.ui.unlock.text() == tell("lock.unlock") and cover.ui.practice.isVisible()
