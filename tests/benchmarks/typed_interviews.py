"""An assistor at a window who types whole interviews by keys, measured answer by answer."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from assistor_console.demonstration.hand import Hand
from assistor_console.desk.local import LocalDesk
from assistor_console.domain.terms import Due
from assistor_console.gui.fonts import load
from assistor_console.gui.frame import ConsoleWindow
from assistor_console.gui.messages import Messages
from assistor_console.gui.pages.call.notice import PapersStep
from assistor_console.gui.pages.call.page import CallPage
from assistor_console.gui.pages.call.question import QuestionStep
from assistor_console.gui.pages.sign_in import SignInPage
from assistor_console.gui.style import wear
from assistor_console.gui.tasks import Tasks
from assistor_console.gui.theme import Scheme, theme_of
from tests.benchmarks.bench_interview import Measured, milliseconds
from tests.callers import Caller, Persona, persona, truth
from tests.worlds import PASSWORD, World, make_world


class _Eye(QObject):
    """Sees when the one widget it looks at is painted; looking at more would cost what is measured."""

    def __init__(self) -> None:
        super().__init__()
        self.painted = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Looks on."""
        self.painted = self.painted or event.type() is QEvent.Type.Paint
        return False


class _Hands(QObject):
    """Counts what an answer's field gets: keys, and presses of a mouse."""

    def __init__(self) -> None:
        super().__init__()
        self.keys = self.mouse = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Looks on."""
        self.keys += event.type() is QEvent.Type.KeyPress
        self.mouse += event.type() is QEvent.Type.MouseButtonPress
        return False


class Typist(Hand):
    """Signed in at a window over a world's desk."""

    def __init__(self, world: World) -> None:
        messages = Messages()
        self.tasks = Tasks(messages, LocalDesk(world.pipeline, "bench"))
        self.console = ConsoleWindow(self.tasks, messages, lambda _role: [CallPage])
        super().__init__(self.console)
        self.world, self.eye, self.hands = world, _Eye(), _Hands()
        self.console.show()
        self.console.activateWindow()
        self.wait("the desk", lambda: self.console.clock.known)

    def wait(self, what: str, ready: Callable[[], bool]) -> None:
        """Until something is so and nothing is under way."""
        self.until(what, lambda: ready() and not self.tasks.busy)

    def sign_in(self, who: str) -> None:
        """Agrees and types."""
        page = self.console.page
        assert isinstance(page, SignInPage)
        page.ui.agree.click()
        secrets = (self.world.staff_id(who), PASSWORD, self.world.code())
        for edit, typed in zip((page.ui.staff_id, page.ui.password, page.ui.code), secrets, strict=True):
            edit.setFocus()
            QTest.keyClicks(edit, typed)
        self.press("Return")
        self.wait("the call page", lambda: isinstance(self.console.page, CallPage))

    @property
    def page(self) -> CallPage:
        """The call page."""
        page = self.console.page
        assert isinstance(page, CallPage)
        return page

    def interview(self, who: Persona, measured: Measured) -> None:
        """One call from the greeting to its end; every answer is measured."""
        self.press("Return")
        self._due(Due.ELIGIBILITY)
        self.type("yyyy")
        self.press("Return")
        said: dict[int, str] = {}
        while not self._finished():
            if isinstance(self.page.step, PapersStep):
                self.press("Return")
                self.wait("the first item", lambda: isinstance(self.page.step, QuestionStep))
                continue
            number = self._standing()
            if number not in said:
                said = self._truths(who)
            self._answer(number, said[number], measured)
        self._verdict()

    def _finished(self) -> bool:
        self.wait("a question or its end", self._stands)
        return self.page.seen is not None and self.page.seen.due is Due.SCORE

    def _stands(self) -> bool:
        step, seen = self.page.step, self.page.seen
        if seen is None or isinstance(step, PapersStep):
            return seen is not None
        return seen.due is Due.SCORE or (isinstance(step, QuestionStep) and step.question is not None)

    def _standing(self) -> int:
        step = self.page.step
        assert isinstance(step, QuestionStep) and step.question is not None
        return step.question.number

    def _truths(self, who: Persona) -> dict[int, str]:
        caller = Caller(self.world, who)
        assert self.page.seen is not None
        caller.seen = self.page.seen
        return who.identity | {q.number: truth(q) for q in caller.questions()[5:]}

    def _answer(self, number: int, text: str, measured: Measured) -> None:
        """Types it, presses Enter, and looks how long everything takes."""
        step = self.page.step
        assert isinstance(step, QuestionStep) and step.question is not None
        values = [choice.value for choice in step.question.choices]
        words, before = str(values.index(text) + 1) if values else text, self.hands.keys
        self.focused().installEventFilter(self.hands)
        self.type(words)
        begun, busy = time.perf_counter(), time.thread_time()
        QTest.keyClick(self.focused(), Qt.Key.Key_Return)
        gui = self._until_painted(step, number, begun)
        self.until(f"answer {number}", partial(self._recorded, number))
        measured.total.append(milliseconds(begun))
        measured.extra.append(self.hands.keys - before - len(words))
        if gui is not None:
            measured.gui.append(gui[0])
            measured.cpu.append((gui[1] - busy) * 1000)

    def _until_painted(self, step: QuestionStep, number: int, begun: float) -> tuple[float, float] | None:
        """Milliseconds until the next question is painted, and the thread's own time (seconds); None where
        the desk decides first what is asked."""
        if step.question is None:
            return None
        assert step.question.number != number and step.editor is not None
        self.eye.painted = False
        step.editor.installEventFilter(self.eye)
        while not self.eye.painted:
            QApplication.processEvents()
        taken = milliseconds(begun), time.thread_time()
        step.editor.removeEventFilter(self.eye)
        return taken

    def _recorded(self, number: int) -> bool:
        seen = self.page.seen
        return seen is not None and number in {one.number for one in seen.recorded}

    def _verdict(self) -> None:
        self.press("Return")
        self._due(Due.ISSUE_ACCOUNT)
        self.press("Alt+End")
        self.wait("the end of the call", lambda: self.page.seen is None)

    def _due(self, due: Due) -> None:
        self.wait(due.value, lambda: self.page.seen is not None and self.page.seen.due is due)


def typed(folder: Path, interviews: int, warm: int, say: Callable[[str], None]) -> Measured:
    """So many interviews after some that only warm up."""
    measured = Measured()
    with _typist(folder) as typist:
        for number in range(warm + interviews):
            name = f"CALLER<SAMPLE{chr(65 + number)}"
            who = persona(f"12300{6000 + number:04d}", name, "SAMP", 50_000_00 + number * 1_111_00)
            typist.world.load(*who.records)
            typist.interview(who, measured if number >= warm else Measured())
            typist.world.later(minutes=10)
        measured.mouse = typist.hands.mouse
    say(f"{interviews} interviews typed")
    return measured


@contextmanager
def _typist(folder: Path) -> Iterator[Typist]:
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    load()
    wear(application, theme_of(Scheme.LIGHT))
    world = make_world(f"sqlite:///{folder / 'desk.db'}")
    typist = Typist(world)
    typist.sign_in("ana")
    try:
        yield typist
    finally:
        typist.page.seen = None
        typist.console.close()
        typist.tasks.close()
        world.database.close()
