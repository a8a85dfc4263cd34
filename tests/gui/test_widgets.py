"""The small painted widgets: what they say, when they speak, where the ring lies."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from assistor_console.domain.terms import Language, State
from assistor_console.gui.texts import Say, Translator
from assistor_console.gui.theme import Tone
from assistor_console.gui.widgets.big_letters import BigLetters
from assistor_console.gui.widgets.button import Button, ReasonedButton
from assistor_console.gui.widgets.clocks import Mood, QuestionClock, hours, minutes
from assistor_console.gui.widgets.editors import DateEdit, LineEdit
from assistor_console.gui.widgets.field import Field
from assistor_console.gui.widgets.focus import FocusRing
from assistor_console.gui.widgets.inputs import CheckBox, ComboBox, Segmented
from assistor_console.gui.widgets.label import Label
from assistor_console.gui.widgets.marks import key_words
from assistor_console.gui.widgets.notices import Banner, Hint, ReadAloud
from assistor_console.gui.widgets.offers import Offer, OfferButton, OffersPanel
from assistor_console.gui.widgets.panel import scrolled
from assistor_console.gui.widgets.progress import Progress
from assistor_console.gui.widgets.recorded import DOTS, RecordedItem, RecordedList
from assistor_console.gui.widgets.states import LOOKS, state_words
from assistor_console.gui.widgets.steps import At, Step, Steps
from tests.gui.walk import settle

SAY = Say()


def test_the_clock_warns_once_and_runs_out_once(qtbot: QtBot) -> None:
    clock, told = QuestionClock(SAY), list[str]()
    qtbot.addWidget(clock)
    clock.warned.connect(lambda: told.append("warned"))
    clock.ran_out.connect(lambda: told.append("ran out"))
    for left in (120, 31, 30, 29, 1, 0, 0):
        clock.show_left(left, 120, 30)
    assert told == ["warned", "ran out"]
    assert clock.accessibleName() == "Time is up, 0:00 of 2:00"


def test_the_clock_says_that_it_stands_still(qtbot: QtBot) -> None:
    clock = QuestionClock(SAY)
    qtbot.addWidget(clock)
    clock.show_left(52, 120, 30, dropped=True)
    assert clock.mood is Mood.DROPPED
    assert clock.accessibleName() == "Call dropped, 0:52 standing still"


def test_times_are_read_as_people_read_them() -> None:
    assert (minutes(84), minutes(-3), hours(187), hours(9)) == ("1:24", "0:00", "3 h 07 min", "9 min")


@pytest.mark.parametrize("state", list(State))
def test_every_state_has_word_icon_and_tone(state: State) -> None:
    word, icon, tone = state_words(state, SAY)
    assert word and icon and isinstance(tone, Tone)


def test_no_two_states_look_the_same() -> None:
    assert len({icon for icon, _ in LOOKS.values()}) == len(State)


def test_keys_are_said_as_on_the_keyboard() -> None:
    assert [key_words(key) for key in ("Return", "Alt+Left", "F2")] == ["Enter", "Alt+←", "F2"]
    spoken = Translator(Language.ES)
    assert QApplication.installTranslator(spoken)
    try:
        keys = [key_words(key) for key in ("Ctrl+Return", "PgDown", "Alt+End", "Space", "Escape")]
        assert keys == ["Ctrl+Intro", "AvPág", "Alt+Fin", "Espacio", "Esc"]
    finally:
        QApplication.removeTranslator(spoken)


def test_a_button_serves_an_action(qtbot: QtBot) -> None:
    action, done = QAction("Repeat"), list[str]()
    action.setShortcut("F2")
    action.triggered.connect(lambda: done.append("done"))
    button = Button().serve(action)
    qtbot.addWidget(button)
    button.show()
    button.click()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert (button.text(), button.property("key"), done) == ("Repeat", "F2", ["done", "done"])
    action.setEnabled(False)
    assert not button.isEnabled()


def test_a_disabled_button_has_its_reason_beside_it(qtbot: QtBot) -> None:
    both = ReasonedButton(Button(text="Verified"))
    qtbot.addWidget(both)
    both.refuse("Verified needs two valid IDs.")
    assert not both.button.isEnabled()
    assert both.button.accessibleDescription() == "Verified needs two valid IDs."
    both.refuse("")
    assert both.button.isEnabled()


def test_a_field_gives_its_editor_name_hint_and_problem(qtbot: QtBot) -> None:
    editor = DateEdit()
    field = Field(label="Expires", editor=editor, hint="Month first")
    qtbot.addWidget(field)
    assert (editor.accessibleName(), editor.accessibleDescription()) == ("Expires", "Month first")
    field.set_problem("No such date.")
    assert editor.accessibleDescription() == "No such date."
    field.set_problem("")
    assert editor.accessibleDescription() == "Month first"


def test_a_switch_tells_what_a_person_chose(qtbot: QtBot) -> None:
    switch, chosen = Segmented(choices=[("en", "English"), ("es", "Español")], name="Language"), list[str]()
    qtbot.addWidget(switch)
    switch.show()
    switch.chosen.connect(chosen.append)
    switch.choose("es")
    assert (switch.value(), chosen) == ("es", [])
    switch.activateWindow()
    qtbot.waitUntil(switch.isActiveWindow)
    switch.setFocus()
    segment = switch.focusProxy()
    assert segment is not None
    QTest.keyClick(segment, Qt.Key.Key_Left)
    assert (switch.value(), chosen) == ("en", ["en"])


def test_a_drop_down_keeps_values_apart_from_words(qtbot: QtBot) -> None:
    box = ComboBox(choices=[("passport", "U.S. passport"), ("license", "Driver’s license")], name="Kind")
    qtbot.addWidget(box)
    box.choose("license")
    box.choose("no such kind")
    assert (box.value(), box.currentText()) == ("license", "Driver’s license")


def test_a_check_box_is_checked_by_its_words(qtbot: QtBot) -> None:
    box = CheckBox(text="Both documents are originals")
    qtbot.addWidget(box)
    box.show()
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(box.width() - 3, box.height() // 2))
    assert box.isChecked()


def test_offers_never_take_the_focus(qtbot: QtBot) -> None:
    panel, asked = OffersPanel(SAY), list[str]()
    qtbot.addWidget(panel)
    panel.asked.connect(asked.append)
    panel.show_offers(
        [Offer("record", "Record and ask the next item", "Return")],
        [Offer("issue", "Create the account", reason="6 items are not recorded yet.")],
        always=[Offer("danger", "Caller in danger or threatened", "Ctrl+E")],
    )
    panel.show()
    buttons = panel.findChildren(OfferButton)
    for button in buttons:
        button.click()
    assert sorted(asked) == ["danger", "record"]
    assert all(button.focusPolicy() is Qt.FocusPolicy.NoFocus for button in buttons)
    named = {child.accessibleName() for child in panel.findChildren(QWidget)}
    assert "Create the account. 6 items are not recorded yet." in named


def test_offers_fold_to_a_strip(qtbot: QtBot) -> None:
    panel = OffersPanel(SAY)
    qtbot.addWidget(panel)
    panel.show()
    wide = panel.width()
    panel.fold(True)
    assert panel.width() < wide / 4
    panel.fold(False)
    assert panel.width() == wide


def test_recorded_answers_never_show_a_value(qtbot: QtBot) -> None:
    listed = RecordedList(SAY)
    qtbot.addWidget(listed)
    listed.show_items([RecordedItem(7, "2016 return: filing status", "3:53:08 PM")])
    names = [child.accessibleName() for child in listed.findChildren(QWidget)]
    assert names == ["Answer 7, 2016 return: filing status, recorded at 3:53:08 PM"]
    assert len(DOTS) == 6


def test_steps_say_where_they_stand(qtbot: QtBot) -> None:
    steps = Steps(SAY)
    qtbot.addWidget(steps)
    steps.show_steps([Step("Identity items", "5 of 5", At.DONE), Step("2016 return", "2 of 4", At.CURRENT)])
    names = [child.accessibleName() for child in steps.findChildren(QWidget)]
    assert names == ["Identity items, 5 of 5, done", "2016 return, 2 of 4, current step"]


def test_letters_are_gone_once_hidden(qtbot: QtBot) -> None:
    letters = BigLetters()
    qtbot.addWidget(letters)
    letters.show_letters([("R", "Romeo"), ("7", "Seven")])
    shown = letters.grab().toImage()
    assert letters.accessibleName() == "Romeo, Seven"
    letters.hide_letters()
    assert letters.accessibleName() == ""
    assert letters.grab().toImage() != shown


def test_a_banner_has_one_button_at_most(qtbot: QtBot) -> None:
    banner = Banner(tone=Tone.WARN, title="The desk does not answer", text="Keep typing.", button="Try now")
    qtbot.addWidget(banner)
    banner.show()
    with qtbot.waitSignal(banner.pressed):
        QTest.keyClick(banner.button, Qt.Key.Key_Space)
    banner.show_words("Fine again")
    assert not banner.button.isVisible()
    assert banner.accessibleName() == "Fine again"


def test_a_line_has_its_translation_only_where_it_differs(qtbot: QtBot) -> None:
    line = ReadAloud(SAY)
    qtbot.addWidget(line)
    line.show()
    line.show_line("¿Qué cantidad aparece en la línea 64?", "What amount is on line 64?")
    visible = [label.text() for label in line.findChildren(Label) if label.isVisible()]
    assert "What amount is on line 64?" in visible
    line.show_line("What amount is on line 64?")
    assert len([label for label in line.findChildren(Label) if label.isVisible()]) == 2


def test_an_empty_hint_is_not_there(qtbot: QtBot) -> None:
    hint = Hint(text="Month first")
    qtbot.addWidget(hint)
    hint.show()
    hint.show_hint("")
    assert not hint.isVisible()


def test_shortened_words_are_whole_in_the_description(qtbot: QtBot) -> None:
    label = Label(text="A sentence that does not fit into the room it gets")
    qtbot.addWidget(label)
    label.show()
    label.resize(80, 20)
    assert label.shortened()
    assert label.accessibleDescription() == label.text()
    label.resize(800, 20)
    assert label.accessibleDescription() == ""


def test_progress_is_patient_and_can_be_cancelled(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()
    progress = Progress(SAY, window)
    progress.begin("Loading")
    assert not progress.isVisible()
    qtbot.waitUntil(progress.isVisible)
    progress.show_part(0.5, "500 of 1,000")
    with qtbot.waitSignal(progress.cancelled):
        progress.cancel.click()
    progress.end()
    assert not progress.isVisible()
    progress.begin("Something quick")
    progress.end()
    assert not progress.isVisible()


@pytest.fixture
def framed(qtbot: QtBot) -> tuple[QWidget, LineEdit, LineEdit, FocusRing]:
    """A window with one field on it, one in a long scrolled content, and a ring."""
    window, content = QWidget(), QWidget()
    qtbot.addWidget(window)
    near, far, column, inner = LineEdit(), LineEdit(), QVBoxLayout(window), QVBoxLayout(content)
    inner.addSpacing(2000)
    inner.addWidget(far)
    column.addWidget(near)
    column.addWidget(scrolled(content))
    window.resize(400, 300)
    ring = FocusRing(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window, near, far, ring


def test_the_ring_lies_outside(framed: tuple[QWidget, LineEdit, LineEdit, FocusRing]) -> None:
    window, near, _, ring = framed
    near.setFocus()
    settle()
    box = QRect(near.mapTo(window, QPoint(0, 0)), near.size())
    assert ring.isVisible()
    assert ring.geometry() == box.adjusted(-4, -4, 4, 4)
    window.resize(600, 300)
    settle()
    assert ring.width() == near.width() + 8


def test_focus_scrolls_into_view(framed: tuple[QWidget, LineEdit, LineEdit, FocusRing]) -> None:
    window, _, far, ring = framed
    far.setFocus()
    settle()
    corner = far.mapTo(window, far.rect().bottomRight())
    assert window.rect().contains(corner)
    assert ring.parentWidget() is far.parentWidget()


def test_the_ring_hides_with_what_it_goes_around(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column, alone = QVBoxLayout(window), LineEdit()
    column.addWidget(alone)
    window.show()
    ring = FocusRing(window, pinned=alone)
    assert ring.isVisible()
    alone.hide()
    assert not ring.isVisible()
    alone.show()
    assert ring.isVisible()
