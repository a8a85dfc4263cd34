"""Getting ready to work by keyboard: an app, recovery codes, a password; none of it stays on the screen."""

from pathlib import Path
from uuid import uuid4

import pytest
from argon2 import PasswordHasher
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from assistor_console.desk.local import LocalDesk
from assistor_console.domain.errors import Trouble, refused
from assistor_console.domain.terms import Language, Role
from assistor_console.gui.frame import ConsoleWindow
from assistor_console.gui.messages import Messages
from assistor_console.gui.pages.sign_in import SignInPage
from assistor_console.gui.roles import pages
from assistor_console.gui.tasks import Tasks
from assistor_console.gui.texts import text
from assistor_console.gui.theme import Scheme, theme_of
from assistor_console.requests.sign_in import BeginEnrolment, ChangePassword, ConfirmEnrolment, Must, SignOut
from assistor_console.services.second_factor import code_at
from assistor_console.store.people import Person
from tests.gui.conftest import FirstPage, SecondPage
from tests.gui.fake_desk import CODES, FIRST_CODE, SECRET, FakeDesk
from tests.gui.hands import BOTH, CTRL, OWN, TEMPORARY, Hands, K, Sit, remains, sit
from tests.gui.walk import backward, cut_off, keys_twice, outside, settle, unnamed
from tests.worlds import World, make_world

__all__ = ["sit"]
SIZES = (((1440, 900), 1.0), ((1024, 640), 1.0), ((1440, 900), 1.5))


def test_everything_is_done_by_keyboard_and_nothing_of_it_stays(sit: Sit, desk: FakeDesk) -> None:
    hands = sit()
    page, window = hands.page, hands.window
    assert hands.shown() == [page.enrol] and page.enrol.qr.shown and not window.pages
    assert page.enrol.ui.secret.text() == "JBSW Y3DP EHPK 3PXP\nJBSW Y3DP EHPK 3PXP"
    hands.write(FIRST_CODE)
    assert hands.shown() == [page.codes] and not page.enrol.qr.shown
    labels = [label.text() for label in page.codes.ui.well.findChildren(QLabel)]
    assert [code for code in CODES if code not in labels] == []
    assert not page.codes.ui.go_on.isEnabled() and page.codes.ui.why.isVisible()
    hands.press(K.Key_Space)
    hands.press(K.Key_Tab)
    hands.press(K.Key_Return)
    assert hands.shown() == [page.password]
    for words in (TEMPORARY, OWN, OWN):
        hands.write(words)
    assert [type(p) for p in window.pages] == [FirstPage, SecondPage] and window.page is window.pages[0]
    assert desk.asked(ChangePassword) == [ChangePassword(current=TEMPORARY, new=OWN)]
    assert hands.messages.log[-1].code == "ready.done"
    secrets = [secret.replace(" ", "") for secret in (SECRET, FIRST_CODE, *CODES, TEMPORARY, OWN)]
    assert remains(window, *secrets) == []


@pytest.mark.parametrize("must", [(Must.ENROL,), (Must.CHANGE_PASSWORD,), BOTH[::-1]], ids=str)
def test_only_what_is_due_is_asked_for(sit: Sit, must: tuple[Must, ...]) -> None:
    hands = sit(must)
    steps = [step.words for step in hands.page._stood(0)]
    wanted = ["Connect your app", "Keep recovery codes"] if Must.ENROL in must else []
    wanted += ["Choose a password"] if Must.CHANGE_PASSWORD in must else []
    assert steps == wanted
    if Must.ENROL in must:
        hands.write(FIRST_CODE)
        hands.press(K.Key_Space)
        hands.press(K.Key_Tab)
        hands.press(K.Key_Return)
    if Must.CHANGE_PASSWORD in must:
        for words in (TEMPORARY, OWN, OWN):
            hands.write(words)
    assert hands.window.page is hands.window.pages[0]


def test_a_code_that_does_not_fit_is_said_at_its_field_and_the_picture_stays(
    sit: Sit, desk: FakeDesk
) -> None:
    hands = sit()
    enrol = hands.page.enrol
    hands.write("12")
    assert enrol.code.problem() == text("editors.short_code") and not desk.asked(ConfirmEnrolment)
    enrol.code.forget()
    hands.write("000000")
    assert enrol.code.problem().startswith("The security code is wrong") and enrol.qr.shown
    assert enrol.ui.code.text() == ""
    QTest.keyClicks(enrol.ui.code, "4")
    assert enrol.code.problem() == ""
    assert len(desk.asked(BeginEnrolment)) == 1


def test_a_desk_that_gives_no_picture_is_asked_again(sit: Sit, desk: FakeDesk) -> None:
    def away(_: BeginEnrolment) -> None:
        raise Trouble("desk.unreachable")

    kept, desk.answers[BeginEnrolment] = desk.answers[BeginEnrolment], away
    hands = sit()
    ui = hands.page.enrol.ui
    assert ui.scan.text() == text("ready.no_picture") and ui.again.isVisible() and not ui.code.isEnabled()
    desk.answers[BeginEnrolment] = kept
    hands.press(K.Key_Return)
    assert hands.page.enrol.qr.shown and not ui.again.isVisible()


def test_the_rules_of_a_password_are_said_before_one_is_typed(sit: Sit) -> None:
    ui = sit((Must.CHANGE_PASSWORD,)).page.password.ui
    assert ui.rule_length.text().startswith("•  At least 12 characters")
    assert ui.rule_signs.isVisible() and ui.rule_common.isVisible()


def test_what_needs_no_desk_is_told_without_it(sit: Sit, desk: FakeDesk) -> None:
    hands = sit((Must.CHANGE_PASSWORD,))
    current, fresh, again = hands.page.password.fields
    for words in ("", "short", "shorter"):
        hands.write(words)
    assert (current.problem(), fresh.problem()) == (
        text("ready.no_current"),
        "At least 12 characters; these are 5.",
    )
    assert QApplication.focusWidget() is current.edit and not desk.asked(ChangePassword)
    for words in (TEMPORARY, "er but long enough", "other"):
        hands.write(words)
    assert (fresh.problem(), again.problem()) == ("", text("ready.differs"))
    assert not desk.asked(ChangePassword)


@pytest.mark.parametrize(
    ("rule", "field"),
    [("password.wrong", 0), ("attempts.sign_in", 0), ("password.common", 1), ("password.same", 1)],
)
def test_why_the_desk_takes_no_password_stands_at_the_field_it_is_about(
    sit: Sit, desk: FakeDesk, rule: str, field: int
) -> None:
    def no(_: ChangePassword) -> None:
        raise refused(rule)

    desk.answers[ChangePassword] = no
    hands = sit((Must.CHANGE_PASSWORD,))
    fields = hands.page.password.fields
    for words in (TEMPORARY, OWN, OWN):
        hands.write(words)
    assert [bool(one.problem()) for one in fields] == [number == field for number in range(3)]
    assert QApplication.focusWidget() is fields[field].edit
    assert [one.edit.value() for one in fields] == [TEMPORARY, OWN, OWN], "what is right stays typed"
    assert hands.page.password.ui.change.isEnabled()


def test_leaving_signs_out(sit: Sit, desk: FakeDesk) -> None:
    hands = sit()
    with hands.qtbot.waitSignal(hands.window.signed_out):
        QTest.keyClick(hands.page.enrol.ui.code, K.Key_Q, CTRL)
    assert len(desk.asked(SignOut)) == 1 and desk.token == ""
    assert isinstance(hands.window.page, SignInPage)
    QApplication.processEvents()
    assert remains(hands.window, SECRET) == []


def test_the_button_signs_out_too(sit: Sit) -> None:
    hands = sit()
    with hands.qtbot.waitSignal(hands.window.signed_out):
        hands.page.ui.sign_out.click()


def test_nothing_of_the_work_is_offered_yet(sit: Sit) -> None:
    hands = sit()
    offered = {act.objectName() for act in hands.window.acts()}
    assert "lock.lock_now" in offered and not offered & {"ready.change_password", "ready.new_codes"}


def test_it_locks_and_goes_on_where_it_was(sit: Sit) -> None:
    hands = sit()
    hands.press(K.Key_L, CTRL)
    assert hands.window.lock.is_locked and not hands.page.isVisible()
    QTest.keyClicks(hands.window.lock.cover.ui.password, TEMPORARY)
    hands.press(K.Key_Return)
    assert hands.page.enrol.qr.shown and hands.page.enrol.isVisible()
    assert QApplication.focusWidget() is hands.page.enrol.ui.code


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(("size", "scale"), SIZES, ids=str)
def test_every_step_as_eyes_and_assistive_technology_find_it(
    sit: Sit, language: Language, size: tuple[int, int], scale: float
) -> None:
    hands = sit(BOTH, language)
    hands.window.resize(*size)
    hands.window.wear(theme_of(Scheme.LIGHT, scale))
    walk(hands, language)
    hands.write(FIRST_CODE)
    walk(hands, language)
    hands.press(K.Key_Space)
    hands.press(K.Key_Tab)
    hands.press(K.Key_Return)
    walk(hands, language)


def walk(hands: Hands, language: Language) -> None:
    """Names, keys, order, and nothing cut off."""
    settle()
    page = hands.page
    assert (unnamed(page), keys_twice(page), cut_off(hands.window)) == ([],) * 3
    assert (outside(page), backward(page)) == ([],) * 2
    assert page.ui.title.text() == text("ready.title", language)


@pytest.fixture
def world(tmp_path: Path) -> World:
    """A real desk with somebody new: a temporary password, no second factor."""
    made = make_world(f"sqlite:///{tmp_path / 'desk.db'}")
    hashed = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(TEMPORARY)
    person = Person(uuid4(), "1000999001", "Nora Lind", Role.ASSISTOR, None, hashed, totp="", temporary=True)
    with made.database.write() as store:
        store.people.add(person)
    return made


def test_somebody_new_gets_ready_at_a_real_desk_and_comes_back_without_a_phone(
    qtbot: QtBot, world: World
) -> None:
    messages = Messages()
    tasks = Tasks(messages, LocalDesk(world.pipeline, "test"))
    window = ConsoleWindow(tasks, messages, pages)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    hands = Hands(qtbot, window, tasks, messages, "1000999001")
    qtbot.waitUntil(lambda: window.clock.known)
    hands.sign_in("not this one")
    assert isinstance(window.page, SignInPage)
    hands.sign_in(TEMPORARY)
    assert hands.messages.log[-1].code == "frame.signed_in_first_failure"
    secret = hands.page.enrol.ui.secret.text().replace(" ", "").replace("\n", "")
    hands.write("000000")
    assert hands.page.enrol.code.problem()
    hands.write(code_at(secret, world.now))
    recovery = [label.text() for label in hands.page.codes.ui.well.findChildren(QLabel)][1::2]
    assert len(recovery) == 10 and hands.page.codes.isVisible()
    hands.press(K.Key_Space)
    hands.press(K.Key_Tab)
    hands.press(K.Key_Return)
    hands.write(TEMPORARY)
    hands.write("nora lind 1000999001")
    hands.write("nora lind 1000999001")
    fresh = hands.page.password.fields[1]
    assert "others know of you" in fresh.problem()
    for field in hands.page.password.fields[1:]:
        field.edit.setText("")
    fresh.edit.setFocus()
    hands.write(OWN)
    hands.write(OWN)
    assert window.pages and window.page is window.pages[0]
    with qtbot.waitSignal(window.signed_out):
        window.sign_out()
    hands.sign_in(OWN, recovery[0].lower())
    assert window.pages and hands.messages.log[-1].code == "frame.signed_in"
    hands.press(K.Key_L, CTRL)
    QTest.keyClicks(window.lock.cover.ui.password, OWN)
    hands.press(K.Key_Return)
    assert not window.lock.is_locked
    window.close()
    world.database.close()
