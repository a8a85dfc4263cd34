"""What one window does shows in another by itself, and nothing somebody is at is lost by it."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event
from threading import enumerate as threads
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from assistor_console.desk.local import LocalDesk
from assistor_console.domain.errors import Refused, refused
from assistor_console.domain.terms import Role, State, Topic
from assistor_console.gui.frame import ConsoleWindow
from assistor_console.gui.live import AGAIN_MS, Live
from assistor_console.gui.messages import Messages
from assistor_console.gui.page import Context, Page
from assistor_console.gui.pages.letter_run import LetterRunsPage
from assistor_console.gui.pages.queue import QueuesPage
from assistor_console.gui.pages.sign_in import SignInPage
from assistor_console.gui.pages.staff import StaffPage
from assistor_console.gui.pages.tac import TodayPage
from assistor_console.gui.tasks import Tasks
from assistor_console.gui.widgets.person import PersonButton
from assistor_console.gui.widgets.top_bar import TopBar
from assistor_console.requests.intake import DropCall, EndCall
from assistor_console.requests.live import WATCHERS
from assistor_console.requests.review import ReleaseCase, SeeQueues
from tests.gui.conftest import FirstPage, SecondPage
from tests.gui.fake_desk import FakeDesk
from tests.gui.real_desk import (
    again,
    busy_week,
    empty_world,
    put_away,
    referred,
    settle,
    window_of,
)
from tests.worlds import World

K = Qt.Key


@pytest.fixture(scope="module")
def week(tmp_path_factory: pytest.TempPathFactory) -> tuple[World, Path]:
    """Ten cases in many states, made once."""
    folder = tmp_path_factory.mktemp("live")
    made = empty_world(folder)
    busy_week(made)
    return made, put_away(made, folder)


@pytest.fixture
def world(week: tuple[World, Path], tmp_path: Path) -> Iterator[World]:
    made, ready = week
    copy = again(ready, made, tmp_path)
    yield copy
    copy.database.close()


class Shown(Page):
    """A page that counts how often it asks again."""

    topics = frozenset({Topic.QUEUE})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.asked = 0

    def touched(self) -> None:
        """Once more."""
        self.asked += 1


@pytest.fixture
def shown(qtbot: QtBot, window: ConsoleWindow, tasks: Tasks, messages: Messages) -> tuple[Live, Shown]:
    """Such a page, shown, and what tells it."""
    page = Shown(Context(tasks, messages, window._say, window.clock))
    qtbot.addWidget(page)
    return Live(tasks, lambda: page, page), page


def test_many_touches_are_one_question_and_then_a_rest(qtbot: QtBot, shown: tuple[Live, Shown]) -> None:
    live, page = shown
    for _ in range(500):
        live.touch(Topic.QUEUE)
    assert page.asked == 0, "it waits a moment for what else is touched"
    qtbot.waitUntil(lambda: page.asked == 1, timeout=1000)
    live.touch(Topic.QUEUE)
    assert live._rest.isActive() and not live._soon.isActive()
    assert AGAIN_MS <= live._rest.interval() <= 1.5 * AGAIN_MS
    live._rest.timeout.emit()
    live._rest.stop()
    live._settle()
    qtbot.waitUntil(lambda: page.asked == 2, timeout=1000)


def test_other_topics_are_nothing_to_a_page(shown: tuple[Live, Shown]) -> None:
    live, _ = shown
    live.touch(Topic.LETTERS)
    assert not live._soon.isActive()


def test_every_page_is_touched_only_by_what_its_role_may_watch() -> None:
    pages: dict[type[Page], Role] = {
        QueuesPage: Role.SUPERVISOR,
        LetterRunsPage: Role.SUPERVISOR,
        StaffPage: Role.SUPERVISOR,
    }
    pages |= {TodayPage: Role.TAC}
    for page, role in pages.items():
        assert page.topics and all(role in WATCHERS[topic] for topic in page.topics)


def watchers() -> int:
    return sum(thread.name == "watch" for thread in threads())


def test_two_supervisors_see_what_the_other_does(qtbot: QtBot, world: World) -> None:
    one, other = (window_of(qtbot, world, who) for who in ("sup", "karina alvarado"))
    queues = [window.page for window in (one, other)]
    acting, looking = queues
    assert isinstance(acting, QueuesPage) and isinstance(looking, QueuesPage)
    row = next(row for row in acting.table.cases.rows() if row.state is State.HELD)
    place = [r.case_id for r in looking.table.cases.rows()].index(row.case_id)
    looking.table.selectRow(place)
    QTest.keyClick(looking.table, K.Key_Return)
    qtbot.waitUntil(lambda: looking.panel.case is not None)
    acting.table.selectRow(place)
    QTest.keyClick(acting.table, K.Key_Return)
    qtbot.waitUntil(lambda: acting.panel.case is not None)
    acting.panel.ask("release")
    acting.ui.reason.set_value("Seen and cleared")
    looking.panel.ask("hold")
    looking.ui.reason.set_value("half a reas")
    acting.ui.confirm.click()
    settle(qtbot, one)
    qtbot.waitUntil(lambda: looking.panel.case is not None and looking.panel.case.row.state is not State.HELD)
    assert looking.ui.reason.value() == "half a reas" and looking.ui.reason_box.isVisible()
    assert other.line.words().startswith("Somebody else has just done something")


def test_a_case_left_open_is_read_anew_by_who_comes_back_to_the_page(qtbot: QtBot, world: World) -> None:
    window = window_of(qtbot, world, "karina alvarado")
    page = window.page
    assert isinstance(page, QueuesPage)
    row = next(row for row in page.table.cases.rows() if row.state is State.HELD)
    page.table.selectRow([other.case_id for other in page.table.cases.rows()].index(row.case_id))
    QTest.keyClick(page.table, K.Key_Return)
    qtbot.waitUntil(lambda: page.panel.case is not None)
    window.show_page(1)
    settle(qtbot, window)
    world.send("sup", ReleaseCase(case_id=row.case_id, reason="Seen and cleared"))
    window.show_page(0)
    qtbot.waitUntil(lambda: page.panel.case is not None and page.panel.case.row.state is not State.HELD)


def test_a_list_that_was_scrolled_stays_where_it_is(qtbot: QtBot, world: World) -> None:
    for number in range(4):
        made = referred(world, f"PERSON<NUMBER{chr(65 + number)}", 6100 + number * 11)
        made.send(DropCall(call_id=made.seen.call_id))
        made.send(EndCall(call_id=made.seen.call_id))
    window = window_of(qtbot, world, "sup")
    window.resize(1280, 640)
    page = window.page
    assert isinstance(page, QueuesPage)
    page.queues.step(-2)
    settle(qtbot, window)
    table, bar = page.table, page.table.verticalScrollBar()
    assert bar.maximum() > 2
    table.selectRow(table.cases.rowCount() - 2)
    chosen = table.case()
    assert chosen is not None
    bar.setValue(bar.maximum() - 1)
    top, before = table.cases.row_at(table.rowAt(0)).case_id, table.total
    referred(world, "NEW<CALLER", 7771)
    qtbot.waitUntil(lambda: table.total == before + 1)
    assert table.case() is not None and table.case().case_id == chosen.case_id  # type: ignore[union-attr]
    assert table.cases.row_at(table.rowAt(0)).case_id == top


class Watched(FakeDesk):
    """A desk whose watch the test ends."""

    def __init__(self) -> None:
        super().__init__()
        self.end: Event = Event()

    def watch(self, *topics: Topic) -> Iterator[Topic]:
        """One touch, then what ends every watch: somebody signed in elsewhere."""
        yield from topics
        self.end.wait()
        raise refused("authority.signed_out")

    def close(self) -> None:
        """Ends it too."""
        self.end.set()


def sign_in_as(window: ConsoleWindow, qtbot: QtBot, name: str) -> None:
    """Fills in a practice person and presses Enter."""
    page = window.page
    assert isinstance(page, SignInPage)
    qtbot.waitUntil(lambda: bool(window.findChildren(PersonButton)))
    if page._agreed is None:
        page.ui.agree.click()
    next(button for button in window.findChildren(PersonButton) if button.text() == name).click()
    qtbot.waitUntil(lambda: bool(page.ui.code.value()))
    with qtbot.waitSignal(window.signed_in):
        page.ui.submit.click()


@pytest.fixture
def watched(qtbot: QtBot, messages: Messages) -> tuple[ConsoleWindow, Watched]:
    """A supervisor at a window whose watch can end."""
    desk = Watched()
    tasks = Tasks(messages, desk)
    window = ConsoleWindow(tasks, messages, lambda _role: [FirstPage, SecondPage])
    qtbot.addWidget(window)
    window.show()
    sign_in_as(window, qtbot, "Karina Alvarado")
    return window, desk


def test_a_session_that_ended_elsewhere_leads_to_the_sign_in_page(
    qtbot: QtBot, watched: tuple[ConsoleWindow, Watched]
) -> None:
    window, desk = watched
    before = window.pages
    with qtbot.waitSignal(window.signed_out):
        desk.end.set()
    page = window.page
    assert isinstance(page, SignInPage) and desk.token == ""
    assert page.state.words().startswith("Your session has ended It ran out, or you signed in at another")
    assert not any(bar.isVisible() for bar in window.findChildren(TopBar))
    desk.end = Event()
    sign_in_as(window, qtbot, "Karina Alvarado")
    assert window.pages == before, "what was begun goes on"


def test_another_person_finds_nothing_of_whose_session_ended(
    qtbot: QtBot, watched: tuple[ConsoleWindow, Watched]
) -> None:
    window, desk = watched
    before = window.pages
    gone: list[int] = []
    for page in before:
        page.destroyed.connect(lambda: gone.append(1))
    with qtbot.waitSignal(window.signed_out):
        desk.end.set()
    desk.end = Event()
    desk.person = UUID(int=2)
    sign_in_as(window, qtbot, "Dana Whitfield")
    assert not set(window.pages) & set(before)
    qtbot.waitUntil(lambda: len(gone) == 2)


def test_a_session_the_desk_ends_while_something_is_sent_leads_to_the_sign_in_page(
    qtbot: QtBot, window: ConsoleWindow, desk: FakeDesk, messages: Messages
) -> None:
    sign_in_as(window, qtbot, "Dana Whitfield")

    def over(_: SeeQueues) -> None:
        raise refused("authority.signed_out")

    desk.answers[SeeQueues] = over
    with qtbot.waitSignal(window.signed_out):
        window.page.context.tasks.send(SeeQueues())
    assert isinstance(window.page, SignInPage)
    assert messages.log[-1].code == "frame.session_over"


def test_signing_out_and_closing_end_the_watch(qtbot: QtBot, world: World) -> None:
    before = watchers()
    window = window_of(qtbot, world, "sup")
    assert watchers() == before + 1
    with qtbot.waitSignal(window.signed_out):
        window.sign_out()
    world.send("karina alvarado", SeeQueues())
    window.close()
    qtbot.waitUntil(lambda: watchers() == before)


def test_closing_a_window_ends_its_session(qtbot: QtBot, world: World) -> None:
    window = window_of(qtbot, world, "sup")
    token = window._tasks.desk.token
    window.close()
    later = LocalDesk(world.pipeline, "test")
    later.token = token
    with pytest.raises(Refused, match="authority.signed_out"):
        later.send(SeeQueues())
