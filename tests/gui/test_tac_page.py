"""The desk of TAC staff, by keys on a real desk: one visit from the list to each of its ends."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from assistor_console.domain.terms import State
from assistor_console.gui.frame import ConsoleWindow
from assistor_console.gui.pages.tac import TodayPage
from assistor_console.requests.visits import SeeVisits, VisitSeen
from tests.gui.real_desk import (
    AT_WORK,
    DAY,
    again,
    empty_world,
    finish,
    focused,
    press,
    put_away,
    settle,
    visits_day,
    window_of,
    write,
)
from tests.worlds import World

K, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture(scope="module")
def friday(tmp_path_factory: pytest.TempPathFactory) -> tuple[World, Path]:
    """The day, made once."""
    folder = tmp_path_factory.mktemp("friday")
    made = empty_world(folder)
    visits_day(made)
    return made, put_away(made, folder)


@pytest.fixture
def world(friday: tuple[World, Path], tmp_path: Path) -> Iterator[World]:
    made, ready = friday
    copy = again(ready, made, tmp_path)
    yield copy
    copy.database.close()


@pytest.fixture
def window(qtbot: QtBot, world: World) -> ConsoleWindow:
    return window_of(qtbot, world, "priya raman")


@pytest.fixture
def page(window: ConsoleWindow) -> TodayPage:
    assert isinstance(window.page, TodayPage)
    return window.page


def visit(world: World, name: str) -> VisitSeen:
    return next(one for one in world.send("tac", SeeVisits()).visits if one.name == name)


def weighed(qtbot: QtBot, page: TodayPage) -> None:
    qtbot.waitUntil(lambda: page.form.pair is not None)


def write_first(expires: str = "03042021") -> None:
    """The first card from where the focus is put: issuer, last four, expiry, name, photo."""
    write("Cal")
    press(K.Key_Tab)
    for typed in ("4471", expires, "Teodor Albescu"):
        write(typed)
        press(K.Key_Tab)
    press(K.Key_Space, K.Key_Tab)


def write_second(expires: str = "08312019") -> None:
    """The second card from its kind on; a passport has one issuer."""
    press(K.Key_Tab, K.Key_Tab)
    for typed in ("0926", expires, "Teodor Mihai Albescu"):
        write(typed)
        press(K.Key_Tab)
    press(K.Key_Space, K.Key_Tab)


def tick(checks: int = 4) -> None:
    for _ in range(checks):
        press(K.Key_Space, K.Key_Tab)


def open_visit(qtbot: QtBot, window: ConsoleWindow) -> None:
    press(K.Key_Return)
    settle(qtbot, window)


def test_the_list_shows_the_day_and_begins_with_whoever_is_due(page: TodayPage) -> None:
    assert page.visits.shown() == len(DAY)
    chosen = page.visits.visit()
    assert chosen and chosen.name == "TEODOR MIHAI ALBESCU"
    assert page.ui.visitor.text() == "Teodor Mihai Albescu"
    assert page.ui.counts.text() == "9 booked  ·  3 done  ·  6 still expected"
    assert focused() is page.visits
    assert page.ui.visit_stack.currentWidget() is page.ui.nothing


def test_the_list_keeps_the_contract_of_models(page: TodayPage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(page.visits.model())  # type: ignore[no-untyped-call]


def test_a_visit_is_verified_by_keys_alone(
    qtbot: QtBot, world: World, window: ConsoleWindow, page: TodayPage
) -> None:
    open_visit(qtbot, window)
    assert focused() is page.form.cards[0].ui.issuer
    write_first()
    write_second()
    tick()
    weighed(qtbot, page)
    assert page.ui.verified.isEnabled() and not page.ui.why_not.text()
    press(K.Key_Return, hold=CTRL)
    settle(qtbot, window)
    assert visit(world, "TEODOR MIHAI ALBESCU").state is State.VERIFIED_IN_PERSON
    assert window.line.words() == "Teodor Mihai Albescu: verified in person."
    assert focused() is page.visits
    assert page.form.cards[0].typed().last_four == ""


def test_an_expired_document_is_refused_while_it_is_typed(
    qtbot: QtBot, window: ConsoleWindow, page: TodayPage
) -> None:
    open_visit(qtbot, window)
    write_first()
    write_second("11302017")
    tick()
    weighed(qtbot, page)
    first, second = page.form.cards
    assert first.strip.accessibleName() == "Accepted. Valid today."
    assert second.strip.accessibleName() == "Expired on Nov 30, 2017. Ask for another form of ID."
    assert second.ui.expires.property("problem") is True
    assert not page.ui.verified.isEnabled()
    assert page.ui.why_not.text().startswith("Verified needs two valid IDs")


def test_verified_waits_for_every_check_and_says_so(
    qtbot: QtBot, window: ConsoleWindow, page: TodayPage
) -> None:
    open_visit(qtbot, window)
    write_first()
    write_second()
    tick(3)
    weighed(qtbot, page)
    assert page.ui.checks_done.text() == "3 of 4 done"
    assert page.ui.why_not.text() == "Both IDs are accepted. Checks still open: 1."
    press(K.Key_Return, hold=CTRL)
    assert page.ui.visit_stack.currentWidget() is page.ui.visit
    press(K.Key_Space)
    assert page.ui.verified.isEnabled()
    press(K.Key_Backtab)
    assert page.ui.verified.isEnabled()  # leaving a field weighs nothing anew


def test_a_name_is_judged_once_its_field_is_left(
    qtbot: QtBot, window: ConsoleWindow, page: TodayPage
) -> None:
    open_visit(qtbot, window)
    write_first()
    press(K.Key_Backtab, K.Key_Backtab)
    card = page.form.cards[0]
    assert focused() is card.ui.name
    write("Somebody Else")
    weighed(qtbot, page)
    assert card.strip.accessibleName() == "Still needed: the name as shown."
    press(K.Key_Tab)
    qtbot.waitUntil(lambda: card.strip.accessibleName().startswith("The name differs from the case."))
    assert card.ui.name.property("problem") is True


def test_not_verified_asks_for_a_reason(
    qtbot: QtBot, world: World, window: ConsoleWindow, page: TodayPage
) -> None:
    open_visit(qtbot, window)
    press(K.Key_R, hold=CTRL)
    assert focused() is page.ui.reason
    press(K.Key_Return, hold=CTRL)
    assert visit(world, "TEODOR MIHAI ALBESCU").state is State.APPOINTMENT_BOOKED
    press(*[K.Key_Down] * 4)
    assert page.ui.reason.value() == "photo_differs"
    press(K.Key_Return, hold=CTRL)
    settle(qtbot, window)
    assert visit(world, "TEODOR MIHAI ALBESCU").state is State.NOT_VERIFIED
    assert page.ui.decision_stack.currentWidget() is page.ui.decide


def test_escape_leaves_the_reason(qtbot: QtBot, window: ConsoleWindow, page: TodayPage) -> None:
    open_visit(qtbot, window)
    press(K.Key_R, hold=CTRL)
    press(K.Key_Escape)
    assert page.ui.decision_stack.currentWidget() is page.ui.decide
    assert page.ui.refuse.isEnabled()


def test_incomplete_lets_the_visitor_come_back(
    qtbot: QtBot, world: World, window: ConsoleWindow, page: TodayPage
) -> None:
    open_visit(qtbot, window)
    press(K.Key_I, hold=CTRL)
    settle(qtbot, window)
    after = visit(world, "TEODOR MIHAI ALBESCU")
    assert after.state is State.APPOINTMENT_BOOKED and after.outcome == "incomplete"


def test_whoever_did_not_come_is_marked_after_their_time(
    qtbot: QtBot, world: World, window: ConsoleWindow, page: TodayPage
) -> None:
    assert not page.ui.no_show.isVisible()
    press(K.Key_Up)
    assert page.ui.visitor.text() == "Dwayne Ellison" and page.ui.no_show.isVisible()
    press(K.Key_M, hold=CTRL)
    settle(qtbot, window)
    assert visit(world, "DWAYNE ELLISON").state is State.NO_SHOW


def test_what_was_typed_is_kept_for_a_visitor_who_steps_aside(
    qtbot: QtBot, window: ConsoleWindow, page: TodayPage
) -> None:
    open_visit(qtbot, window)
    write_first()
    press(K.Key_L, hold=ALT)
    press(K.Key_Down)
    assert page.ui.visit_stack.currentWidget() is page.ui.nothing
    open_visit(qtbot, window)
    assert page.form.cards[0].typed().last_four == ""
    press(K.Key_L, hold=ALT)
    press(K.Key_Up)
    open_visit(qtbot, window)
    assert page.form.cards[0].typed().last_four == "4471"
    assert page.form.cards[0].typed().issuer == "California"


def test_the_search_finds_by_name_and_number(qtbot: QtBot, window: ConsoleWindow, page: TodayPage) -> None:
    press(K.Key_F, hold=CTRL)
    write("grace")
    chosen = page.visits.visit()
    assert page.visits.shown() == 1 and chosen and chosen.name == "GRACE LINDQVIST"


def test_too_early_is_said_and_nothing_can_be_recorded(
    qtbot: QtBot, window: ConsoleWindow, page: TodayPage
) -> None:
    press(K.Key_End)
    open_visit(qtbot, window)
    assert page.ui.why_not.text() == "It is too early for this appointment."
    assert not page.ui.incomplete.isEnabled() and not page.ui.refuse.isEnabled()


def test_no_tax_data_is_on_the_page(qtbot: QtBot, window: ConsoleWindow, page: TodayPage) -> None:
    open_visit(qtbot, window)
    shown = [label.text() for label in page.findChildren(QLabel)]
    shown += [edit.text() for edit in page.findChildren(QLineEdit)]
    assert not [text for text in shown if "4045" in text or "48,309" in text or "PACKING" in text.upper()]


def test_what_a_colleague_does_shows_and_what_is_typed_stays(
    qtbot: QtBot, world: World, window: ConsoleWindow, page: TodayPage
) -> None:
    page.visits.choose(visit(world, "TEODOR MIHAI ALBESCU").case_id)
    press(K.Key_Return)
    settle(qtbot, window)
    write("Cal")
    press(K.Key_Tab)
    write("4471")
    there = focused()
    colleague = visit(world, "HANA KOBAYASHI")
    finish(world, colleague.case_id, colleague.name, "incomplete")
    qtbot.waitUntil(
        lambda: any(one.outcome for one in page.visits._visits if one.case_id == colleague.case_id)
    )
    settle(qtbot, window)
    assert focused() is there
    first = page.form.documents()[0]
    assert first is not None and first.last_four == "4471"
    chosen = page.visits.visit()
    assert chosen is not None and chosen.name == "TEODOR MIHAI ALBESCU"


def test_lateness_grows_without_asking_the_desk(
    qtbot: QtBot, world: World, window: ConsoleWindow, page: TodayPage
) -> None:
    page.visits.choose(visit(world, "TEODOR MIHAI ALBESCU").case_id)
    assert not page.ui.no_show.isVisible()
    window.clock.tell(AT_WORK + timedelta(hours=2))
    page.aged()
    assert not page.context.tasks.busy and page.ui.no_show.isVisible()
