"""Real desks for the pages of TAC staff and supervisors: a day of visits, queues, letters, and a window.

Everything is reached by the requests that people send; nothing is written beside the desk.
"""

import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from assistor_console.desk.local import LocalDesk
from assistor_console.domain.terms import Language, Role
from assistor_console.gui.frame import ConsoleWindow
from assistor_console.gui.messages import Messages
from assistor_console.gui.pages.sign_in import SignInPage
from assistor_console.gui.roles import pages
from assistor_console.gui.tasks import Tasks
from assistor_console.requests.appointments import BookSlot, HoldSlot
from assistor_console.requests.base import Desk
from assistor_console.requests.intake import DropCall, EndCall
from assistor_console.requests.review import HoldCase, SeeQueues
from assistor_console.requests.visits import Check, MarkNoShow, Outcome, RecordVisit, Shown
from tests.callers import Caller, persona
from tests.journeys import LICENSE, PASSPORT
from tests.worlds import PASSWORD, World, make_world

MORNING = datetime(2017, 12, 15, 16, 30, tzinfo=UTC)  # Friday, 8:30 in Fresno
AT_WORK = datetime(2017, 12, 15, 18, 7, tzinfo=UTC)  # 10:07
HALF = timedelta(minutes=30)
DAY = (
    ("INES<OKAFOR", 0, "verified"),
    ("WALTER<BRANDT", 1, "not_verified"),
    ("LUCIA<PENA ORTIZ", 1, "missed"),
    ("DWAYNE<ELLISON", 2, "incomplete"),
    ("TEODOR MIHAI<ALBESCU", 3, ""),
    ("HANA<KOBAYASHI", 3, ""),
    ("NOOR<HADDAD", 5, ""),
    ("SEAN<O'MALLEY", 6, ""),
    ("GRACE<LINDQVIST", 9, ""),
)


def empty_world(folder: Path) -> World:
    """A practice desk in a folder, with its staff and two people who look like people."""
    world = make_world(f"sqlite:///{folder / 'desk.db'}")
    world.hire("priya raman", Role.TAC, "fresno-ca")
    world.hire("karina alvarado", Role.SUPERVISOR)
    return world


def put_away(world: World, folder: Path) -> Path:
    """Closes a world that is ready; `again` opens as many copies as there are tests."""
    world.send("sup", SeeQueues())  # a practice clock goes on from the last thing that happened
    world.database.close()
    return folder / "desk.db"


def again(ready: Path, world: World, folder: Path) -> World:
    """A copy of a world that was put away, at the same time of the day."""
    shutil.copy(ready, folder / "desk.db")
    copy = World(f"sqlite:///{folder / 'desk.db'}", world.realm, now=world.now)
    copy.people, copy.tokens = dict(world.people), dict(world.tokens)
    copy._files = world._files
    return copy


def made_caller(world: World, name: str, number: int, assistor: str = "ana") -> Caller:
    """Somebody on file under a synthetic TIN, about to phone."""
    control = name.partition("<")[2].replace("'", "").replace(" ", "")[:4]
    who = persona(f"12300{number:04d}", name, control, 48_309_00 + number * 1_000_00)
    world.load(*who.records)
    return Caller(world, who, assistor)


def referred(world: World, name: str, number: int, assistor: str = "ana") -> Caller:
    """A caller who answered one item wrongly."""
    caller = made_caller(world, name, number, assistor)
    caller.reach_verdict(wrong=1)
    return caller


def booked(world: World, name: str, number: int, starts: datetime) -> UUID:
    """A caller with an appointment in Fresno, who has hung up; the case."""
    caller = referred(world, name, number)
    call = caller.seen.call_id
    world.send(caller.assistor, HoldSlot(call_id=call, office_id="fresno-ca", starts=starts))
    world.send(caller.assistor, BookSlot(call_id=call, first=LICENSE, second=PASSPORT))
    caller.send(EndCall(call_id=call))
    assert caller.seen.case
    return caller.seen.case.id


def visits_day(world: World) -> dict[str, UUID]:
    """A Friday in Fresno at 10:07, some visits over; the cases by name."""
    cases = {}
    for number, (name, slot, _) in enumerate(DAY):
        cases[name] = booked(world, name, 4001 + number * 11, MORNING + slot * HALF)
    for name, slot, how in DAY:
        world.now = MORNING + slot * HALF
        if how:
            finish(world, cases[name], name.replace("<", " "), how)
    world.now = AT_WORK
    return cases


def finish(world: World, case: UUID, name: str, how: str) -> None:
    """Ends a visit."""
    if how == "missed":
        world.later(minutes=30)
        world.send("tac", MarkNoShow(case_id=case))
        return
    papers = [shown_like(paper.kind, paper.issuer, paper.expires, name) for paper in (LICENSE, PASSPORT)]
    reason = "doubtful_document" if how == "not_verified" else ""
    record = RecordVisit(
        case_id=case,
        outcome=Outcome(how),
        first=papers[0],
        second=papers[1],
        checks=frozenset(Check),
        reason=reason,
    )
    world.send("tac", record)


def shown_like(kind: str, issuer: str, expires: date | None, name: str) -> Shown:
    """A document on the desk at the window."""
    return Shown(kind=kind, issuer=issuer, expires=expires, last_four="4471", name=name, photo=True)


def passed(world: World, name: str, number: int, assistor: str = "ana") -> Caller:
    """A caller with an account, whose letter waits."""
    caller = made_caller(world, name, number, assistor)
    caller.reach_verdict()
    caller.issue()
    caller.send(EndCall(call_id=caller.seen.call_id))
    return caller


def interrupted(world: World, name: str, number: int) -> Caller:
    """A caller whose call dropped in the middle of the interview and never came back."""
    caller = made_caller(world, name, number)
    caller.reach_tax()
    caller.send(DropCall(call_id=caller.seen.call_id))
    caller.send(EndCall(call_id=caller.seen.call_id))
    return caller


def held(world: World, name: str, number: int) -> Caller:
    """A referred caller whose case a supervisor holds."""
    caller = referred(world, name, number)
    caller.send(EndCall(call_id=caller.seen.call_id))
    assert caller.seen.case
    world.send("sup", HoldCase(case_id=caller.seen.case.id, reason="Same telephone number on three cases"))
    return caller


def busy_week(world: World) -> None:
    """Cases in many states, some of them days old, all from calls within the shift; it is Monday at ten."""
    steps: tuple[tuple[Callable[[World, str, int], object], str, float], ...] = (
        (interrupted, "ABENA<OSEI", 1),
        (held, "RAFAEL<MONTOYA", 23),
        (interrupted, "HODAN<ABDI", 5),
        (passed, "MINH<NGUYEN", 19),
        (held, "COLLEEN<FITZGERALD", 5),
        (interrupted, "JOAQUIN<REYES", 19),
        (referred, "EWA<KOWALSKI", 25),
        (held, "BEATRIZ<SANTANA", 3),
        (passed, "INGRID<LARSSON", 3),
        (interrupted, "MARCUS<BROOKS", 65),
    )
    for number, (make, name, hours) in enumerate(steps):
        made = make(world, name, 3306 + number * 413)
        if make is referred:
            assert isinstance(made, Caller)
            made.send(EndCall(call_id=made.seen.call_id))
        world.later(hours=hours)


def window_of(
    qtbot: QtBot, world: World, who: str, language: Language = Language.EN, desk: Desk | None = None
) -> ConsoleWindow:
    """The console of somebody who has signed in by typing; their first page is shown.

    `desk` is another way to the world than its own.
    """
    messages = Messages(language)
    tasks = Tasks(messages, desk or LocalDesk(world.pipeline, "test"))
    window = ConsoleWindow(tasks, messages, pages, language=language)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: window.clock.known and not tasks.busy)
    sign_in(qtbot, world, window, who)
    return window


def sign_in(qtbot: QtBot, world: World, window: ConsoleWindow, who: str) -> None:
    """Agrees, types and presses Enter."""
    page = window.page
    assert isinstance(page, SignInPage)
    page.ui.agree.click()
    for edit, typed in (
        (page.ui.staff_id, world.staff_id(who)),
        (page.ui.password, PASSWORD),
        (page.ui.code, world.code()),
    ):
        edit.setFocus()
        QTest.keyClicks(edit, typed)
    with qtbot.waitSignal(window.signed_in):
        QTest.keyClick(page.ui.code, Qt.Key.Key_Return)
    settle(qtbot, window)


def settle(qtbot: QtBot, window: ConsoleWindow) -> None:
    """Waits until nothing is under way."""
    qtbot.waitUntil(lambda: not window.page.context.tasks.busy)


def press(*keys: Qt.Key, hold: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Presses keys as a person would: they go to whatever has the focus."""
    for key in keys:
        QTest.keyClick(focused(), key, hold)


def write(text: str) -> None:
    """Types into whatever has the focus."""
    QTest.keyClicks(focused(), text)


def focused() -> QWidget:
    """What has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget
