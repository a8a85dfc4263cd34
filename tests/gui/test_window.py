"""The window: sign-in by keys alone, the pages of a role, overlays, and the way out."""

from collections.abc import Callable
from datetime import datetime

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from assistor_console.domain.errors import Refusal, Refused, Trouble
from assistor_console.domain.terms import Language, Realm
from assistor_console.gui.frame import ConsoleWindow, fitting
from assistor_console.gui.messages import Messages
from assistor_console.gui.overlays import CommandPalette, DisplayOverlay, KeysOverlay, Overlay
from assistor_console.gui.pages.sign_in import SignInPage
from assistor_console.gui.style import worn
from assistor_console.gui.tasks import Tasks
from assistor_console.gui.theme import Scheme, Tone
from assistor_console.gui.widgets.person import PersonButton
from assistor_console.gui.widgets.top_bar import PracticeTag, TopBar
from assistor_console.requests.sign_in import SignIn
from tests.gui.conftest import FirstPage, SecondPage
from tests.gui.fake_desk import NOW, PEOPLE, FakeDesk
from tests.gui.walk import settle

Press = Callable[..., None]


@pytest.fixture
def press(qtbot: QtBot) -> Press:
    """Presses a key wherever the focus is."""

    def pressed(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, modifier)

    return pressed


def typed(words: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, words)


def sign_in_page(window: ConsoleWindow) -> SignInPage:
    page = window.page
    assert isinstance(page, SignInPage)
    return page


def sign_in(window: ConsoleWindow, press: Press, qtbot: QtBot, password: str = "a long phrase") -> None:
    """What a person types, from the first key to the last."""
    press(Qt.Key.Key_Return)
    typed("1000384172")
    press(Qt.Key.Key_Tab)
    typed(password)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab) if isinstance(QApplication.focusWidget(), QWidget) and _on_eye() else None
    typed("482193")
    press(Qt.Key.Key_Return)


def _on_eye() -> bool:
    focus = QApplication.focusWidget()
    return type(focus).__name__ == "Eye"


def overlay(window: ConsoleWindow, kind: type[Overlay]) -> Overlay | None:
    return next((found for found in window.findChildren(kind) if found.isVisible()), None)


def test_a_person_signs_in_by_keys_alone(window: ConsoleWindow, press: Press, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.signed_in):
        sign_in(window, press, qtbot)
    assert [type(page) for page in window.pages] == [FirstPage, SecondPage]
    assert window.page is window.pages[0]
    assert window.line.words() == "Signed in for the first time."


@pytest.mark.parametrize(
    ("last", "failures", "said"),
    [
        (None, 2, "Signed in for the first time. 2 sign-ins failed before; if that was not you,"),
        (NOW, 0, "Signed in. Last sign-in Dec 12, 2017, 3:29 PM."),
        (NOW, 1, "Last sign-in Dec 12, 2017, 3:29 PM. One failed sign-in since then; if that was"),
        (NOW, 3, "Last sign-in Dec 12, 2017, 3:29 PM. 3 failed sign-ins since then; if that was"),
    ],
)
def test_who_signs_in_is_told_of_the_last_time_and_of_what_failed_since(
    window: ConsoleWindow,
    press: Press,
    qtbot: QtBot,
    desk: FakeDesk,
    messages: Messages,
    last: datetime | None,
    failures: int,
    said: str,
) -> None:
    desk.since = last, failures
    window.resize(1024, 640)
    with qtbot.waitSignal(window.signed_in):
        sign_in(window, press, qtbot)
    settle()
    assert messages.log[-1].text.startswith(said)
    assert messages.log[-1].tone is (Tone.WARN if failures else Tone.NEUTRAL)
    assert not window.line._words.shortened(), "keys make room for it"


def test_nothing_is_sent_before_the_notice_is_agreed_to(
    window: ConsoleWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    ui = sign_in_page(window).ui
    assert not ui.submit.isEnabled()
    ui.code.setFocus()
    QTest.keyClick(ui.code, Qt.Key.Key_Return)
    assert not any(isinstance(request, SignIn) for request in desk.sent)
    assert window.line.words() == "Agree to the notice first."
    assert QApplication.focusWidget() is ui.agree


def test_a_missing_field_is_named_and_focused(window: ConsoleWindow, press: Press) -> None:
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    ui = sign_in_page(window).ui
    assert ui.staff_id_hint.text() == "Type your staff ID."
    assert QApplication.focusWidget() is ui.staff_id
    assert ui.staff_id.accessibleDescription() == "Type your staff ID."
    typed("1")
    assert not ui.staff_id.property("problem")


def test_a_wrong_password_keeps_what_was_typed_but_the_code(
    window: ConsoleWindow, press: Press, qtbot: QtBot, messages: Messages
) -> None:
    sign_in(window, press, qtbot, password="wrong")
    qtbot.waitUntil(lambda: bool(messages.log))
    ui = sign_in_page(window).ui
    assert (ui.staff_id.value(), ui.code.value()) == ("1000384172", "")
    assert ui.code_hint.text() == messages.log[-1].text
    assert ui.submit.isEnabled()


def test_practice_people_fill_the_fields(window: ConsoleWindow, qtbot: QtBot) -> None:
    people = window.findChildren(PersonButton)
    assert [button.text() for button in people] == [person.name for person in PEOPLE]
    people[2].click()
    ui = sign_in_page(window).ui
    qtbot.waitUntil(lambda: ui.code.value() == PEOPLE[2].code)
    assert ui.staff_id.value() == PEOPLE[2].staff_id


@pytest.mark.parametrize(
    ("room", "size"),
    [
        ((2560, 1400), (1440, 900)),
        ((1440, 900), (1440, 860)),
        ((1366, 728), (1366, 688)),
        ((900, 600), (900, 560)),
    ],
)
def test_a_window_and_its_title_bar_fit_the_screen(room: tuple[int, int], size: tuple[int, int]) -> None:
    assert fitting(QSize(*room)) == QSize(*size)


def test_off_screen_a_window_has_the_drawn_size(window: ConsoleWindow) -> None:
    assert window.size() == QSize(1440, 900)


def test_a_live_desk_has_no_practice_people(qtbot: QtBot, messages: Messages) -> None:
    tasks = Tasks(messages, FakeDesk(Realm.LIVE))
    window = ConsoleWindow(tasks, messages, lambda role: [])
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.clock.known and not tasks.busy)
    ui = sign_in_page(window).ui
    assert not ui.practice_card.isVisible()
    assert not ui.practice.isVisible()


def test_practice_is_marked_on_every_page(window: ConsoleWindow, press: Press, qtbot: QtBot) -> None:
    assert sign_in_page(window).ui.practice.isVisible()
    with qtbot.waitSignal(window.signed_in):
        sign_in(window, press, qtbot)
    for number in range(2):
        window.show_page(number)
        settle()
        assert window.findChild(PracticeTag).isVisible()  # type: ignore[union-attr]


def test_the_other_language_is_spoken_at_once(window: ConsoleWindow) -> None:
    ui = sign_in_page(window).ui
    ui.language.chosen.emit(Language.ES.value)
    settle()
    assert ui.password_label.text() == "Contraseña"
    assert ui.password.accessibleName() == "Contraseña"
    assert ui.hours.text() == "Abre de 7:30 AM a 7:00 PM, hora del Este."
    ui.language.chosen.emit(Language.EN.value)
    settle()
    assert ui.password_label.text() == "Password"


def test_keys_go_from_page_to_page(window: ConsoleWindow, press: Press, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.signed_in):
        sign_in(window, press, qtbot)
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.page is window.pages[1]
    QTest.keyClick(window, Qt.Key.Key_F2)
    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_F2)
    first = window.pages[0]
    assert isinstance(first, FirstPage)
    assert first.done == ["F2"]


def test_signing_out_forgets_everything(
    window: ConsoleWindow, press: Press, qtbot: QtBot, desk: FakeDesk
) -> None:
    with qtbot.waitSignal(window.signed_in):
        sign_in(window, press, qtbot)
    assert desk.token == "token"
    with qtbot.waitSignal(window.signed_out):
        QTest.keyClick(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    ui = sign_in_page(window).ui
    assert (desk.token, ui.staff_id.value(), ui.password.value()) == ("", "", "")
    assert not window.pages
    assert not any(bar.isVisible() for bar in window.findChildren(TopBar))


def test_a_page_may_hold_a_person(window: ConsoleWindow, press: Press, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.signed_in):
        sign_in(window, press, qtbot)
    first = window.pages[0]
    assert isinstance(first, FirstPage)
    first.held = "sign_in.agree_first"
    window.sign_out()
    assert window.line.words() == "Agree to the notice first."
    assert not window.close()
    first.held = ""


@pytest.mark.parametrize(
    ("key", "modifier", "kind"),
    [
        (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier, KeysOverlay),
        (Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier, CommandPalette),
        (Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier, DisplayOverlay),
    ],
)
def test_an_overlay_gives_the_focus_back(
    window: ConsoleWindow, press: Press, key: Qt.Key, modifier: Qt.KeyboardModifier, kind: type[Overlay]
) -> None:
    before = QApplication.focusWidget()
    press(key, modifier)
    assert overlay(window, kind) is not None
    assert not window.isModal()
    press(Qt.Key.Key_Escape)
    assert overlay(window, kind) is None
    assert QApplication.focusWidget() is before


def test_a_command_is_found_by_part_of_its_name(window: ConsoleWindow, press: Press, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.signed_in):
        sign_in(window, press, qtbot)
    window.show_palette()
    typed("canc")
    press(Qt.Key.Key_Return)
    first = window.pages[0]
    assert isinstance(first, FirstPage)
    assert first.done == ["F2"]


def test_a_refused_act_is_not_found(window: ConsoleWindow, press: Press, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.signed_in):
        sign_in(window, press, qtbot)
    first = window.pages[0]
    assert isinstance(first, FirstPage)
    first.repeat.setEnabled(False)
    window.show_palette()
    typed("canc")
    press(Qt.Key.Key_Return)
    assert first.done == []


def test_colours_change_while_running(window: ConsoleWindow, press: Press) -> None:
    press(Qt.Key.Key_F8)
    press(Qt.Key.Key_Right)
    assert worn().scheme is Scheme.DARK
    assert window.palette().window().color() == worn().colour("bg")


def test_the_clock_is_the_desks(window: ConsoleWindow, press: Press, qtbot: QtBot) -> None:
    assert window.clock.words() == "3:29 PM"
    assert "Tuesday, December 12, 2017" in window.line.words()


def test_a_desk_that_is_gone_is_said_so(
    window: ConsoleWindow, press: Press, qtbot: QtBot, desk: FakeDesk, messages: Messages
) -> None:
    def gone(_: SignIn) -> None:
        raise Trouble("desk.closed")

    desk.answers[SignIn] = gone
    sign_in(window, press, qtbot)
    qtbot.waitUntil(lambda: bool(messages.log))
    assert messages.log[-1].code == "desk.closed"
    assert sign_in_page(window).ui.submit.isEnabled()


def test_a_refusal_says_when_it_clears(
    window: ConsoleWindow, press: Press, qtbot: QtBot, desk: FakeDesk, messages: Messages
) -> None:
    def locked(_: SignIn) -> None:
        raise Refused(Refusal("sign_in.wrong", clears_at=desk.greeting().now))

    desk.answers[SignIn] = locked
    sign_in(window, press, qtbot)
    qtbot.waitUntil(lambda: bool(messages.log))
    assert sign_in_page(window).ui.code_hint.text().endswith("Clears Dec 12, 2017, 3:29 PM ET.")
