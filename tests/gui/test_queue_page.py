"""The supervisor's queues by keys on a real desk: filters, a case, holding, releasing, closing."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

import assistor_console
from assistor_console.domain.case import TRANSITIONS
from assistor_console.domain.terms import Language, State
from assistor_console.gui.frame import ConsoleWindow
from assistor_console.gui.icons import glyph
from assistor_console.gui.pages import letter_run_tables, tac_list
from assistor_console.gui.pages.queue import QueuesPage
from assistor_console.gui.pages.queue_table import PAGE, Wanted
from assistor_console.gui.pages.queue_timeline import Entry
from assistor_console.gui.pages.queue_words import LOOKS, OTHER, event_look, event_title
from assistor_console.gui.texts import Say, known
from assistor_console.requests.review import Queue, SeeCase, SeeQueue
from tests.gui.real_desk import (
    again,
    busy_week,
    empty_world,
    focused,
    press,
    put_away,
    referred,
    settle,
    window_of,
    write,
)
from tests.worlds import World

K, ALT, CTRL = Qt.Key, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SERVICES = Path(assistor_console.__file__).parent / "services"


@pytest.fixture(scope="module")
def week(tmp_path_factory: pytest.TempPathFactory) -> tuple[World, Path]:
    """Ten cases in many states, made once."""
    folder = tmp_path_factory.mktemp("week")
    made = empty_world(folder)
    busy_week(made)
    return made, put_away(made, folder)


@pytest.fixture
def world(week: tuple[World, Path], tmp_path: Path) -> Iterator[World]:
    made, ready = week
    copy = again(ready, made, tmp_path)
    yield copy
    copy.database.close()


@pytest.fixture
def window(qtbot: QtBot, world: World) -> ConsoleWindow:
    return window_of(qtbot, world, "karina alvarado")


@pytest.fixture
def page(window: ConsoleWindow) -> QueuesPage:
    assert isinstance(window.page, QueuesPage)
    return window.page


def open_case(qtbot: QtBot, window: ConsoleWindow) -> None:
    press(K.Key_Return)
    settle(qtbot, window)


def state_of(world: World, page: QueuesPage) -> State:
    assert page.panel.case
    return world.send("sup", SeeCase(case_id=page.panel.case.row.case_id)).row.state


def test_the_first_queue_is_what_needs_a_person(page: QueuesPage) -> None:
    assert page.ui.title.text() == "Needs a person now"
    assert page.ui.total.text() == "7 of 10 open"
    assert page.queues.buttons[Queue.NEEDS_PERSON].isChecked()
    assert page.queues.buttons[Queue.HELD].accessibleName() == "On hold, 3 cases"
    assert [row.number for row in page.table.cases.rows()][:2] == ["EP-17-000001", "EP-17-000002"]
    assert focused() is page.table


def test_the_model_keeps_its_contract(page: QueuesPage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(page.table.cases)  # type: ignore[no-untyped-call]


def test_names_and_numbers_are_masked(page: QueuesPage) -> None:
    index = page.table.cases.index(0, 0)
    said = page.table.cases.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert said == "EP-17-000001, Ose****, Abena  -3306"


def test_enter_opens_a_case_with_its_timeline(qtbot: QtBot, window: ConsoleWindow, page: QueuesPage) -> None:
    assert page.ui.case_stack.currentWidget() is page.ui.no_case
    open_case(qtbot, window)
    assert page.ui.case_number.text() == "EP-17-000001"
    titles = [entry.accessibleName() for entry in page.findChildren(Entry)]
    assert titles[0].startswith("Call ended, Dec 11") and titles[-1].startswith("Case opened")
    assert titles[2].startswith("Interview begun") and titles[2].endswith("By Ana.")
    press(K.Key_Down)
    assert page.panel.case is None


def test_a_case_is_held_released_and_closed_by_keys(
    qtbot: QtBot, world: World, window: ConsoleWindow, page: QueuesPage
) -> None:
    open_case(qtbot, window)
    press(K.Key_H)
    assert focused() is page.ui.reason
    press(K.Key_Return)
    assert page.ui.reason_hint.text() == "At least three characters."
    write("Same telephone number again")
    press(K.Key_Return)
    settle(qtbot, window)
    assert state_of(world, page) is State.HELD
    assert window.line.words() == "EP-17-000001 is on hold."
    first = page.findChildren(Entry)[0].accessibleName()
    assert first.startswith("Put on hold") and "Same telephone number again. By Karina" in first
    assert not page.ui.hold.isEnabled() or not page.ui.hold.isVisible()
    press(K.Key_R)
    write("Looked into it")
    press(K.Key_Return)
    settle(qtbot, window)
    assert state_of(world, page) is State.INTERRUPTED
    press(K.Key_H)
    write("Once more")
    press(K.Key_Return)
    settle(qtbot, window)
    press(K.Key_X)
    write("Nobody answers")
    press(K.Key_Return)
    settle(qtbot, window)
    assert state_of(world, page) is State.CLOSED
    assert "This case is closed" in page.ui.refused.text()


def test_escape_leaves_the_reason(qtbot: QtBot, window: ConsoleWindow, page: QueuesPage) -> None:
    open_case(qtbot, window)
    press(K.Key_H)
    press(K.Key_Escape)
    assert not page.ui.reason_box.isVisible() and page.ui.hold.isVisible()
    assert focused() is page.table


def test_letters_typed_into_the_search_are_no_commands(
    qtbot: QtBot, window: ConsoleWindow, page: QueuesPage
) -> None:
    open_case(qtbot, window)
    press(K.Key_F, hold=CTRL)
    write("hrx-0003")
    assert page.ui.number.value() == "hrx-0003" and not page.ui.reason_box.isVisible()
    page.ui.number.clear()
    write("0003")
    qtbot.waitUntil(lambda: page.table.wanted.number == "0003")
    settle(qtbot, window)
    assert [row.number for row in page.table.cases.rows()] == ["EP-17-000003"]
    press(K.Key_Return)
    assert focused() is page.table


def test_filters_narrow_the_queue_and_can_be_cleared(
    qtbot: QtBot, window: ConsoleWindow, page: QueuesPage
) -> None:
    page.ui.state.setFocus()
    write("On")
    settle(qtbot, window)
    assert {row.state for row in page.table.cases.rows()} == {State.HELD}
    page.ui.age.setFocus()
    press(K.Key_Down, K.Key_Down)
    settle(qtbot, window)
    assert page.table.wanted.least_days == 3
    assert [row.number for row in page.table.cases.rows()] == ["EP-17-000002", "EP-17-000005"]
    press(K.Key_C, hold=ALT)
    settle(qtbot, window)
    assert page.table.wanted == Wanted()
    assert page.table.total == 7


def test_alt_down_goes_through_the_queues(qtbot: QtBot, window: ConsoleWindow, page: QueuesPage) -> None:
    press(K.Key_Down, hold=ALT)
    settle(qtbot, window)
    assert page.ui.title.text() == "Interrupted"
    assert {row.state for row in page.table.cases.rows()} == {State.INTERRUPTED}
    press(K.Key_Up, K.Key_Up, hold=ALT)
    settle(qtbot, window)
    assert page.ui.title.text() == "Closed cases" and page.table.total == 0


def test_what_others_do_is_seen_while_the_page_is_shown(
    qtbot: QtBot, world: World, window: ConsoleWindow, page: QueuesPage
) -> None:
    referred(world, "NEW<CALLER", 7771)
    qtbot.waitUntil(lambda: page.ui.total.text() == "7 of 11 open")


def test_a_queue_is_read_page_by_page() -> None:
    asked = Wanted(queue=Queue.OPEN, state=State.HELD, number="12").after(None)
    assert asked == SeeQueue(
        queue=Queue.OPEN, states=frozenset({State.HELD}), number="12", after=None, limit=PAGE
    )


def noted_events() -> set[str]:
    """Every event that a service writes on a timeline by name."""
    source = "".join(file.read_text("utf-8") for file in SERVICES.glob("*.py"))
    return set(re.findall(r'\.note\(\s*[\w.]+,\s*"(\w+)"', source))


def test_every_event_has_words_and_a_look() -> None:
    events = noted_events() | {event for _, event in TRANSITIONS} | {"hold", "release", "close"}
    assert {"opened", "call", "mail", "letter_replaced"} <= events
    assert [event for event in events if not known(f"timeline.{event}")] == []
    assert [event for event in events if event_look(event) == OTHER] == []
    assert event_title(Say(Language.ES), "no_such_event") == "Otro suceso"


def test_every_icon_of_these_pages_exists() -> None:
    names = [icon for icon, _ in LOOKS.values()]
    names += [icon for icon, _ in letter_run_tables.LOOKS.values()]
    names += [icon for _, icon, _ in tac_list.ENDED.values()]
    assert all(glyph(name) for name in names)
