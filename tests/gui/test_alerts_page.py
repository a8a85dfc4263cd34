"""Alerts: what is reported, its count on the tab from every page, releases and notes."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from assistor_console.domain.errors import Refused
from assistor_console.domain.terms import AlertKind, Language
from assistor_console.gui.frame import ConsoleWindow
from assistor_console.gui.icons import glyph
from assistor_console.gui.pages.alerts import AlertsPage
from assistor_console.gui.pages.alerts_words import LOOKS, told
from assistor_console.gui.pages.queue import QueuesPage
from assistor_console.gui.texts import Say, known
from assistor_console.gui.widgets.top_bar import Tab
from assistor_console.requests.access import CloseAlert, FlagRecord, ReleaseRecord, SeeAlerts
from assistor_console.requests.intake import EndCall
from tests.callers import Caller
from tests.gui import walk
from tests.gui.fake_desk import NOW
from tests.gui.real_desk import empty_world, focused, made_caller, press, settle, window_of, write
from tests.gui.supervisor_desk import SupervisorDesk, an_alert, window_on
from tests.worlds import World

K, CTRL, ALT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def desk() -> SupervisorDesk:
    return SupervisorDesk()


@pytest.fixture
def window(qtbot: QtBot, desk: SupervisorDesk) -> ConsoleWindow:
    made = window_on(qtbot, desk)
    press(K.Key_4, hold=CTRL)
    settle(qtbot, made)
    return made


@pytest.fixture
def page(window: ConsoleWindow) -> AlertsPage:
    assert isinstance(window.page, AlertsPage)
    return window.page


def tab(window: ConsoleWindow) -> str:
    """What the tab says to assistive technology."""
    return next(one.accessibleName() for one in window.findChildren(Tab) if one.text() == "Alerts")


def test_the_open_ones_are_listed_and_the_first_is_shown(
    page: AlertsPage, qtmodeltester: ModelTester
) -> None:
    assert [one.kind for one in page.table.alerts.rows()][:3] == [
        AlertKind.FLAGGED_RECORD,
        AlertKind.OWN_RECORD,
        AlertKind.THROTTLED,
    ]
    assert page.ui.total.text() == "8 open" and page.ui.range.text() == "8 shown, no more."
    assert page.ui.told.text() == "Dana Whitfield was refused a record that is flagged as sensitive."
    assert page.ui.facts.text() == "Dec 12, 2017, 3:22 PM, once. Case EP-17-002218."
    qtmodeltester.check(page.table.alerts)  # type: ignore[no-untyped-call]


def test_every_kind_is_told_in_a_sentence(page: AlertsPage) -> None:
    sentences = [told(one, Say()) for one in page.table.alerts.rows()]
    assert sentences == [
        "Dana Whitfield was refused a record that is flagged as sensitive.",
        "Miguel Duarte came upon a record of their own or of their household.",
        "Saki Ito has opened 40 records within 60 minutes.",
        "Saki Ito has opened 5 records of the same family name within 24 hours.",
        "4 people have opened the same record within 24 hours.",
        "The sign-in of Rosa Castillo is locked after too many wrong tries.",
        "The trail does not agree with what was sealed, or sealing is late.",
        "Lena Moreno has added TINs to the household of Tomasz Becker.",
    ]


def test_no_kind_needs_a_value_or_a_name() -> None:
    for kind in AlertKind:
        assert known(f"alerts.{kind}") and known(f"alerts.{kind}_advice") and glyph(LOOKS[kind][0])
        for language in Language:
            said = told(an_alert(1, kind, ""), Say(language))
            assert said and "{" not in said


def test_a_refused_record_is_released_with_a_reason(
    qtbot: QtBot, desk: SupervisorDesk, window: ConsoleWindow, page: AlertsPage
) -> None:
    press(K.Key_L)
    assert focused() is page.ui.reason
    press(K.Key_Return)
    assert page.ui.reason_hint.text() == "At least three characters." and desk.asked(ReleaseRecord) == []
    write("Caller on the line")
    press(K.Key_Return)
    settle(qtbot, window)
    sent = desk.asked(ReleaseRecord)[0]
    assert (sent.alert_id, sent.reason) == (UUID(int=901), "Caller on the line")
    assert window.line.words() == "Released. Dana Whitfield may open the record now."
    assert focused() is page.table


def test_where_a_release_does_not_help_it_says_so(desk: SupervisorDesk, page: AlertsPage) -> None:
    press(K.Key_Down)
    assert not page.ui.release.isEnabled() and "would not help" in page.ui.refused.text()
    press(K.Key_L)
    assert not page.ui.reason_box.isVisible()


def test_of_one_s_household_the_fact_is_told_and_nothing_can_be_done(
    qtbot: QtBot, desk: SupervisorDesk, window: ConsoleWindow, page: AlertsPage
) -> None:
    closed = {"open": False, "closed_by": "Lena Moreno", "closed_at": NOW}
    desk.alerts[:] = [
        an_alert(1, AlertKind.FLAGGED_RECORD, "Saki Ito", withheld=True),
        an_alert(2, AlertKind.CLUSTER, "", withheld=True),
        an_alert(3, AlertKind.OWN_RECORD, "Saki Ito", withheld=True, **closed),
    ]
    press(K.Key_F5)
    settle(qtbot, window)
    for _ in desk.alerts[:2]:
        assert not page.ui.release.isEnabled() and not page.ui.close_alert.isEnabled()
        assert "another supervisor looks into it" in page.ui.refused.text()
        assert "your own household" in page.ui.advice.text()
        press(K.Key_X)
        assert not page.ui.reason_box.isVisible()
        press(K.Key_Down)
    assert page.panel.alert and not page.ui.note_well.isVisible()


def test_an_alert_is_closed_with_a_note(
    qtbot: QtBot, desk: SupervisorDesk, window: ConsoleWindow, page: AlertsPage
) -> None:
    press(K.Key_Down, K.Key_X)
    write("Spoke with him")
    press(K.Key_Escape)
    assert not page.ui.reason_box.isVisible() and focused() is page.table
    press(K.Key_X)
    write("Spoke with him")
    desk.alerts.pop(1)
    press(K.Key_Return)
    settle(qtbot, window)
    sent = desk.asked(CloseAlert)[0]
    assert (sent.alert_id, sent.note) == (UUID(int=902), "Spoke with him")
    assert tab(window) == "Alerts, 7 open"


def test_closed_ones_are_shown_with_their_note(qtbot: QtBot, window: ConsoleWindow, page: AlertsPage) -> None:
    press(K.Key_A, hold=ALT)
    settle(qtbot, window)
    assert page.ui.shown.value() == "all"
    press(K.Key_End)
    assert page.ui.note.text() == "Spoke with him: his aunt phoned the line."
    assert page.ui.note_title.text() == "Closed by Lena Moreno, Dec 12, 2017, 3:09 PM"
    assert not page.ui.close_alert.isEnabled() and page.ui.refused.text() == "This alert is closed."


def test_a_reason_begun_outlives_a_live_refresh(
    qtbot: QtBot, window: ConsoleWindow, page: AlertsPage
) -> None:
    press(K.Key_L)
    write("Caller on")
    page.touched()
    settle(qtbot, window)
    write(" the line")
    assert page.ui.reason.value() == "Caller on the line"


def test_the_list_comes_page_by_page(qtbot: QtBot, desk: SupervisorDesk, window: ConsoleWindow) -> None:
    desk.alerts = [an_alert(number, AlertKind.LOCKED_OUT, f"Person {number}") for number in range(120)]
    press(K.Key_F5)
    settle(qtbot, window)
    page = window.page
    assert isinstance(page, AlertsPage)
    assert page.table.alerts.rowCount() == 50 and "PgDn for more" in page.ui.range.text()
    press(K.Key_End)
    qtbot.waitUntil(lambda: page.table.alerts.rowCount() > 50)
    settle(qtbot, window)
    last = desk.asked(SeeAlerts)[-1]
    assert last.after is not None and last.limit == 50


def test_nothing_open_is_an_empty_state(
    qtbot: QtBot, desk: SupervisorDesk, window: ConsoleWindow, page: AlertsPage
) -> None:
    desk.alerts = []
    press(K.Key_F5)
    settle(qtbot, window)
    assert page.ui.total.text() == "None open" and page.panel.alert is None
    assert page.ui.no_alert.isVisible() and not page.ui.alert.isVisible()
    assert tab(window) == "Alerts, 0 open"


def test_no_page_of_a_supervisor_takes_a_key_of_the_window(window: ConsoleWindow) -> None:
    own = {str(act.property("key")) for act in window.acts() if act.property("key")}
    assert {"Ctrl+L", "Ctrl+Q", "F1"} <= own
    for page in window.pages:
        assert own & {act.shortcut().toString() for act in page.acts()} == set()


def test_a_desk_that_refuses_to_count_is_no_message(qtbot: QtBot, desk: SupervisorDesk) -> None:
    desk.refuse(SeeAlerts, "authority.locked")
    window = window_on(qtbot, desk)
    assert isinstance(window.page, QueuesPage)
    assert "locked" not in window.line.words()


@pytest.mark.parametrize("language", list(Language))
def test_every_alert_is_whole(qtbot: QtBot, language: Language) -> None:
    window = window_on(qtbot, SupervisorDesk(), language)
    window.show_page(3)
    settle(qtbot, window)
    for size in ((1440, 900), (1024, 640)):
        window.resize(*size)
        press(K.Key_Home)
        for _ in range(7):
            assert faults(window) == []
            press(K.Key_X)
            assert faults(window) == []
            press(K.Key_Escape)
            press(K.Key_Down)


def faults(window: ConsoleWindow) -> list[str]:
    """What is wrong with the window as it stands."""
    walk.settle()
    page = window.page
    found = [*walk.cut_off(window), *walk.unnamed(page), *walk.keys_twice(page)]
    return [*found, *walk.outside(page), *walk.backward(page)]


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = empty_world(tmp_path)
    yield made
    made.database.close()


def refuse(world: World) -> Callable[[], None]:
    """A caller whose record is flagged; what comes back lets an assistor meet it."""
    caller = made_caller(world, "ABENA<OSEI", 3306, "ben")
    caller.reach_tax()
    assert caller.seen.case
    case = caller.seen.case
    caller.send(EndCall(call_id=caller.seen.call_id))
    world.send("sup", FlagRecord(case_id=case.id, reason="Known to the public"))

    def meet() -> None:
        again = Caller(world, caller.who, "ana")
        with pytest.raises(Refused, match=r"authority\.flagged"):
            again.reach_tax()

    return meet


def test_a_real_refusal_is_counted_live_and_released(qtbot: QtBot, world: World) -> None:
    meet = refuse(world)
    window = window_of(qtbot, world, "karina alvarado")
    qtbot.waitUntil(lambda: tab(window) == "Alerts, 0 open")
    meet()
    qtbot.waitUntil(lambda: tab(window) == "Alerts, 1 open")
    assert isinstance(window.page, QueuesPage)
    press(K.Key_4, hold=CTRL)
    settle(qtbot, window)
    page = window.page
    assert isinstance(page, AlertsPage)
    assert page.ui.told.text() == "Ana was refused a record that is flagged as sensitive."
    press(K.Key_L)
    write("The caller is on the line")
    press(K.Key_Return)
    settle(qtbot, window)
    qtbot.waitUntil(lambda: tab(window) == "Alerts, 0 open")
