"""A window that nobody is at locks: nothing is seen, nothing is asked, and all is as it was afterwards."""

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from assistor_console.domain.errors import refused
from assistor_console.domain.terms import Language, Realm, Topic
from assistor_console.gui.overlays import Overlay
from assistor_console.gui.pages.sign_in import SignInPage
from assistor_console.gui.texts import Say
from assistor_console.gui.theme import Scheme, theme_of
from assistor_console.requests.base import Done
from assistor_console.requests.interview import KeepDraft
from assistor_console.requests.review import SeeQueues
from assistor_console.requests.sign_in import LockScreen, PracticePeople, SeePracticeStaff, Unlock
from tests.gui.fake_desk import NOW
from tests.gui.lockable import CTRL, PASSWORD, At, K, at, language
from tests.gui.walk import backward, cut_off, keys_twice, outside, settle, unnamed

__all__ = ["at", "language"]
SIZES = (((1440, 900), 1.0), ((1024, 640), 1.0), ((1440, 900), 1.5))


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
    ui = at.cover.ui
    order = [ui.password, ui.password.eye, ui.unlock, ui.fill, ui.leave]
    reached = []
    for _ in range(6):
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


def test_on_a_practice_desk_the_password_is_put_in_for_whoever_is_locked(at: At) -> None:
    at.lock()
    at.press(K.Key_P, Qt.KeyboardModifier.AltModifier)
    at.rest()
    assert at.cover.ui.password.text() == PASSWORD and QApplication.focusWidget() is at.cover.ui.unlock
    at.press(K.Key_Return)
    at.rest()
    assert not at.window.lock.is_locked
    at.desk.answers[SeePracticeStaff] = lambda _: PracticePeople(people=(), seconds=30)
    at.lock()
    at.cover.ui.fill.click()
    at.rest()
    assert at.cover.password.problem().startswith("This person has chosen") and at.window.lock.is_locked


def test_a_live_desk_knows_no_password(at: At) -> None:
    person = at.window.lock._person
    assert person is not None
    at.window.lock.begin(person.model_copy(update={"realm": Realm.LIVE}))
    at.lock()
    at.press(K.Key_P, Qt.KeyboardModifier.AltModifier)
    at.rest()
    assert not at.cover.ui.fill.isVisible() and PASSWORD not in at.cover.ui.password.text()
    assert at.desk.asked(SeePracticeStaff) == at.desk.sent[1:2], "at the sign-in page alone"


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
@pytest.mark.parametrize(("size", "scale"), SIZES, ids=str)
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
