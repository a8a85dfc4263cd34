"""A caller who is referred, booked, and phones again after the visit: by keys alone."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from assistor_console.domain.terms import Due, State
from assistor_console.gui.pages.call.booking import BookingStep
from assistor_console.gui.pages.call.find import FindStep
from assistor_console.gui.pages.call.passed import PassedStep
from assistor_console.gui.pages.call.prove import ProveStep
from assistor_console.gui.pages.call.worksheet import PaperForm
from assistor_console.requests.visits import Check, Outcome, RecordVisit, Shown
from tests.callers import TEODOR, Caller, lie
from tests.gui.call_keys import CTRL, K, Keyboard
from tests.journeys import LICENSE, PASSPORT
from tests.worlds import World, make_world


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A practice desk with one caller on file."""
    made = make_world(f"sqlite:///{tmp_path / 'desk.db'}")
    made.load(*TEODOR.records)
    yield made
    made.database.close()


@pytest.fixture
def keys(qtbot: QtBot, world: World, tmp_path: Path) -> Keyboard:
    """An assistor at the console, no call open."""
    return Keyboard(qtbot, world, tmp_path / "papers")


def refer(keys: Keyboard, world: World) -> BookingStep:
    """An interview with every tax item wrong, up to the free times."""
    keys.greet()
    keys.identity(TEODOR)
    keys.due(Due.ANSWER)
    keys.taxes(Caller(world, TEODOR), lie)
    keys.due(Due.SCORE)
    keys.press(K.Key_Return)
    keys.due(Due.BOOK)
    step = keys.page.step
    assert isinstance(step, BookingStep)
    keys.until(lambda: step.times.columnCount() > 0)
    return step


def name_paper(keys: Keyboard, paper: PaperForm, kind: str, issuer: str, expires: str) -> None:
    """Chooses by typing the first letters, as in any drop-down."""
    paper.ui.kind.setFocus()
    QTest.keyClicks(paper.ui.kind, kind)
    if issuer:
        paper.ui.issuer.setFocus()
        QTest.keyClicks(paper.ui.issuer, issuer)
    paper.ui.expires.setFocus()
    keys.type(expires)


def book(keys: Keyboard, world: World) -> None:
    """The whole booking."""
    step = refer(keys, world)
    keys.press(K.Key_Down, K.Key_Right, K.Key_Space)
    keys.until(lambda: step.times.held is not None)
    name_paper(keys, step.worksheet.first, "Driver", "California", "03042021")
    name_paper(keys, step.worksheet.second, "U.S.", "", "08312019")
    keys.until(lambda: step.worksheet.accepted)
    keys.press(K.Key_Return, hold=CTRL)
    keys.due(Due.READ_OUT)


def test_a_referral_gives_no_reason_and_leads_to_a_booked_visit(keys: Keyboard, world: World) -> None:
    book(keys, world)
    assert keys.seen.case is not None and keys.seen.case.state is State.APPOINTMENT_BOOKED
    assert keys.seen.appointment is not None and keys.seen.appointment.office == "Fresno"
    keys.press(K.Key_P, hold=CTRL)
    keys.until(lambda: (keys.folder / f"{keys.seen.case and keys.seen.case.number}.pdf").exists())
    keys.press(K.Key_I, hold=CTRL)
    keys.until(lambda: any(keys.folder.glob("*.ics")))
    assert next(keys.folder.glob("*.pdf")).read_bytes().startswith(b"%PDF")
    keys.press(K.Key_Return, hold=CTRL)
    keys.until(lambda: keys.page.seen is None)


def test_a_referred_call_ends_without_an_appointment_when_that_is_said_twice(
    keys: Keyboard, world: World
) -> None:
    refer(keys, world)
    alt = Qt.KeyboardModifier.AltModifier
    keys.press(K.Key_End, hold=alt)
    assert keys.page.unbooked.isVisible() and keys.seen.due is Due.BOOK
    keys.press(K.Key_End, hold=alt)
    keys.until(lambda: keys.page.seen is None)
    assert not keys.page.unbooked.isVisible()


def test_two_of_a_kind_are_refused_before_booking(keys: Keyboard, world: World) -> None:
    step = refer(keys, world)
    keys.press(K.Key_Space)
    keys.until(lambda: step.times.held is not None)
    name_paper(keys, step.worksheet.first, "U.S.", "", "08312019")
    name_paper(keys, step.worksheet.second, "U.S.", "", "08312020")
    keys.until(lambda: "Two different kinds" in step.ui.weighed_text.text())
    assert not step.ui.book.isEnabled()
    assert "call.book" not in {act.objectName() for act in keys.page.acts()}


def test_a_hold_runs_out_in_sight(keys: Keyboard, world: World) -> None:
    step = refer(keys, world)
    keys.press(K.Key_Space)
    keys.until(lambda: step.times.held is not None)
    assert step.ui.held.text().startswith("Held for this call 4:")
    keys.page.context.clock.tell(world.now + timedelta(minutes=6))
    assert step.times.held is None and step.ui.held.text() == ""


def test_another_zip_finds_other_offices(keys: Keyboard, world: World) -> None:
    step = refer(keys, world)
    keys.press(K.Key_F, hold=CTRL)
    keys.type("10007")
    keys.press(K.Key_Return)
    keys.until(lambda: "New York" in step.ui.times_title.text())
    assert step.ui.near.text() == "Offices near ZIP 10007"


def first_day(step: BookingStep) -> str:
    """What stands above the first column."""
    head = step.times.horizontalHeaderItem(0)
    return head.text() if head else ""


def test_later_days_and_back(keys: Keyboard, world: World) -> None:
    step = refer(keys, world)
    first = first_day(step)
    keys.press(K.Key_PageDown)
    keys.until(lambda: first_day(step) != first)
    keys.press(K.Key_PageUp)
    keys.until(lambda: first_day(step) == first)


def test_a_cancelled_appointment_can_be_booked_anew(keys: Keyboard, world: World) -> None:
    book(keys, world)
    keys.press(K.Key_Delete, hold=CTRL)
    keys.due(Due.BOOK)
    assert keys.seen.appointment is None


def visit(world: World, keys: Keyboard) -> str:
    """TAC staff verify both documents; the code of the slip."""
    booked = keys.seen.case
    assert booked is not None and keys.seen.appointment is not None
    with world.reading() as store:
        appointment = store.appointments.live(booked.id)
        code = appointment and store.appointments.continuation_code(appointment.id)
    keys.press(K.Key_Return, hold=CTRL)
    keys.until(lambda: keys.page.seen is None)
    assert appointment is not None and code
    world.now = appointment.starts
    papers = [
        Shown(kind=p.kind, issuer=p.issuer, expires=p.expires, last_four="4471", name=TEODOR.name, photo=True)
        for p in (LICENSE, PASSPORT)
    ]
    done = RecordVisit(
        case_id=booked.id,
        outcome=Outcome.VERIFIED,
        first=papers[0],
        second=papers[1],
        checks=frozenset(Check),
    )
    world.send("tac", done)
    world.later(hours=1)
    return code


def find_again(before: Keyboard) -> Keyboard:
    """Another day, another session: a return call, the case found by name and date of birth."""
    before.crash()
    keys = Keyboard(before.qtbot, before.world, before.folder)
    keys.press(K.Key_2, K.Key_Return)
    keys.due(Due.FIND_CASE)
    keys.type("Teodor Albescu")
    keys.press(K.Key_Tab)
    keys.type("03041978")
    keys.press(K.Key_Return)
    step = keys.page.step
    assert isinstance(step, FindStep)
    keys.until(lambda: step.ui.found.isVisible())
    keys.press(K.Key_Return)
    keys.due(Due.PROVE)
    return keys


def test_the_code_of_the_slip_brings_the_account(keys: Keyboard, world: World) -> None:
    book(keys, world)
    code = visit(world, keys)
    keys = find_again(keys)
    step = keys.page.step
    assert isinstance(step, ProveStep)
    keys.type("abcd 1234")
    keys.press(K.Key_Return)
    keys.until(lambda: step.ui.code.property("problem") is True)
    assert step.ui.code.text() == "ABCD1 234"
    step.ui.code.selectAll()
    keys.type(code.lower())
    keys.press(K.Key_Return)
    keys.due(Due.ISSUE_ACCOUNT)
    keys.press(K.Key_Return)
    keys.due(Due.READ_OUT)
    issued = keys.page.step
    assert isinstance(issued, PassedStep) and issued.ui.username.text()
    assert keys.seen.case is not None and keys.seen.case.state is State.ACCOUNT_ISSUED


def test_without_the_code_the_identity_items_are_asked_again(keys: Keyboard, world: World) -> None:
    book(keys, world)
    visit(world, keys)
    keys = find_again(keys)
    keys.press(K.Key_F4)
    keys.due(Due.ANSWER)
    keys.identity(TEODOR)
    keys.due(Due.ISSUE_ACCOUNT)


def test_nobody_found_says_so_and_keeps_what_was_typed(keys: Keyboard) -> None:
    keys.press(K.Key_2, K.Key_Return)
    keys.due(Due.FIND_CASE)
    step = keys.page.step
    assert isinstance(step, FindStep)
    keys.type("Nobody Here")
    keys.press(K.Key_Return)
    assert step.ui.born.property("problem") is True
    keys.type("01021950")
    keys.press(K.Key_Return)
    keys.until(lambda: step.ui.found.isVisible())
    assert step.ui.found_title.text() == "No open case fits"
    assert step.ui.name.text() == "Nobody Here"
