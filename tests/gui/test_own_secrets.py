"""One's own password and recovery codes by command, and the code one signs in with."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from assistor_console.domain.errors import refused
from assistor_console.gui.overlays import CommandPalette, Overlay
from assistor_console.gui.own_secrets import CodesOverlay, PasswordOverlay
from assistor_console.gui.pages.sign_in import SignInPage
from assistor_console.requests.sign_in import ChangePassword, NewRecoveryCodes, SignIn
from tests.gui.fake_desk import CODES, FIRST_CODE, FakeDesk
from tests.gui.hands import CTRL, OWN, TEMPORARY, Hands, K, Sit, remains, sit

__all__ = ["sit"]


def overlay(hands: Hands, kind: type[Overlay]) -> Overlay:
    """The one that lies over the window."""
    return next(found for found in hands.window.findChildren(kind) if found.isVisible())


def command(hands: Hands, name: str) -> None:
    """Ctrl+K, part of a name, Enter."""
    hands.press(K.Key_K, CTRL)
    assert isinstance(overlay(hands, CommandPalette), CommandPalette)
    hands.write(name)


def test_a_password_is_changed_by_command(sit: Sit, desk: FakeDesk) -> None:
    hands = sit(())
    command(hands, "change pass")
    shown = overlay(hands, PasswordOverlay)
    assert isinstance(shown, PasswordOverlay) and not shown.panel.ui.title.isVisible()
    assert shown.panel.ui.current_label.text() == "Present password"
    for words in (TEMPORARY, OWN, OWN):
        hands.write(words)
    assert desk.asked(ChangePassword) == [ChangePassword(current=TEMPORARY, new=OWN)]
    assert hands.messages.log[-1].code == "ready.changed"
    assert remains(hands.window, TEMPORARY.replace(" ", ""), OWN.replace(" ", "")) == []


def test_new_recovery_codes_are_made_by_command(sit: Sit, desk: FakeDesk) -> None:
    hands = sit(())
    command(hands, "recovery")
    shown = overlay(hands, CodesOverlay)
    assert isinstance(shown, CodesOverlay)
    hands.write(TEMPORARY)
    hands.write("12")
    assert shown.prove.code.problem() and not desk.asked(NewRecoveryCodes)
    shown.prove.code.forget()
    hands.write(FIRST_CODE)
    assert desk.asked(NewRecoveryCodes) == [NewRecoveryCodes(password=TEMPORARY, code=FIRST_CODE)]
    assert shown.codes.isVisible() and not shown.prove.isVisible()
    hands.press(K.Key_Space)
    hands.press(K.Key_Tab)
    hands.press(K.Key_Return)
    assert hands.messages.log[-1].code == "ready.codes_done"
    assert remains(hands.window, *CODES, FIRST_CODE) == []


@pytest.mark.parametrize("how", ["escape", "lock"])
def test_codes_that_nobody_said_to_have_are_spoken_of(sit: Sit, how: str) -> None:
    hands = sit(())
    hands.window.make_codes()
    hands.write(TEMPORARY)
    hands.write(FIRST_CODE)
    hands.press(K.Key_Escape) if how == "escape" else hands.press(K.Key_L, CTRL)
    assert "ready.codes_not_kept" in [message.code for message in hands.messages.log]
    assert remains(hands.window, *CODES) == []


def test_who_cannot_prove_themselves_gets_no_codes(sit: Sit, desk: FakeDesk) -> None:
    def no(_: NewRecoveryCodes) -> None:
        raise refused("factor.password_or_code")

    desk.answers[NewRecoveryCodes] = no
    hands = sit(())
    hands.window.make_codes()
    shown = overlay(hands, CodesOverlay)
    assert isinstance(shown, CodesOverlay)
    hands.write("")
    hands.write(FIRST_CODE)
    assert shown.prove.password.problem() and QApplication.focusWidget() is shown.prove.password.edit
    hands.write(TEMPORARY)
    hands.press(K.Key_Return)
    assert shown.prove.code.problem().startswith("Password or security code is wrong")
    assert shown.prove.ui.code.text() == "" and not shown.codes.shown


def test_a_code_is_six_digits_a_recovery_code_or_nothing(sit: Sit, desk: FakeDesk) -> None:
    hands = sit(())
    assert desk.asked(SignIn)[-1].code == "", "who has no second factor leaves it empty"
    with hands.qtbot.waitSignal(hands.window.signed_out):
        hands.window.sign_out()
    page = hands.window.page
    assert isinstance(page, SignInPage)
    code = page.ui.code
    shapes = {"482193": ("482 193", "482193", ""), "7k3m-qx9a-2fhd": ("7K3M-QX9A-2FHD",) * 2 + ("",)}
    shapes["48219"] = ("482 19", "48219", "sign_in.code_shape")
    shapes["4821-93"] = ("4821-93", "4821-93", "sign_in.code_shape")
    shapes["123456789012"] = ("123456789012",) * 2 + ("",)
    shapes[""] = ("", "", "")
    for typed, wanted in shapes.items():
        code.setText("")
        QTest.keyClicks(code, typed)
        assert (code.text(), code.value(), code.problem()) == wanted, typed
