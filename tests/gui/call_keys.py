"""A person at the call page with a keyboard: every key goes to whatever has the focus, as it would."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from assistor_console.desk.local import LocalDesk
from assistor_console.domain.terms import AnswerKind, Due, Language
from assistor_console.gui.documents import into
from assistor_console.gui.frame import ConsoleWindow
from assistor_console.gui.messages import Messages
from assistor_console.gui.pages.call.notice import PapersStep
from assistor_console.gui.pages.call.page import CallPage
from assistor_console.gui.pages.call.question import QuestionStep
from assistor_console.gui.tasks import Tasks
from assistor_console.gui.widgets.answer import ChoiceEdit
from assistor_console.requests.base import Desk
from assistor_console.requests.intake import CallSeen
from tests.callers import Caller, Persona, truth
from tests.gui.real_desk import sign_in
from tests.worlds import World

K, ALT, CTRL = Qt.Key, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
PATIENCE_MS = 20_000
"""How long a busy machine may take, and a desk that was away to be found again."""


class Keyboard:
    """A window on a real desk with somebody signed in, and the keys that are pressed in it.

    Documents land in `folder`; `desk` is the world's own unless another way to it is given. `crash` ends the
    window as a crash would: the call stays open.
    """

    def __init__(
        self,
        qtbot: QtBot,
        world: World,
        folder: Path,
        who: str = "ana",
        language: Language = Language.EN,
        desk: Desk | None = None,
    ) -> None:
        self.qtbot, self.world, self.folder = qtbot, world, folder
        messages = Messages(language)
        tasks = Tasks(messages, desk or LocalDesk(world.pipeline, "test"))
        pages = [lambda context: CallPage(context, save=into(folder))]
        self.window = ConsoleWindow(tasks, messages, lambda _role: pages, language=language)
        qtbot.addWidget(self.window, before_close_func=lambda _: self._stop())
        self.tasks, self.messages = tasks, messages
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(lambda: self.window.clock.known and not tasks.busy)
        sign_in(qtbot, world, self.window, who)

    def _stop(self) -> None:
        """Closing is refused while a call is open: this ends the window anyway."""
        self.page.seen = None

    def crash(self) -> None:
        """The program is gone; nothing was ended at the desk."""
        self._stop()
        self.window.close()

    @property
    def page(self) -> CallPage:
        """The page that is tested."""
        page = self.window.page
        assert isinstance(page, CallPage)
        return page

    @property
    def seen(self) -> CallSeen:
        """The call as the page has it."""
        assert self.page.seen is not None
        return self.page.seen

    @property
    def question(self) -> QuestionStep:
        """The question step, which must be shown."""
        step = self.page.step
        assert isinstance(step, QuestionStep)
        return step

    def press(self, *keys: Qt.Key, hold: Qt.KeyboardModifier = NONE) -> None:
        """Presses keys one after the other."""
        for key in keys:
            QTest.keyClick(self._target(), key, hold)

    def type(self, words: str) -> None:
        """Types into whatever has the focus."""
        for letter in words:
            QTest.keyClicks(self._target(), letter)

    def _target(self) -> QWidget:
        return QApplication.focusWidget() or self.window

    def until(self, true: Callable[[], bool]) -> None:
        """Waits until something is so and nothing is under way."""
        self.qtbot.waitUntil(lambda: true() and not self.tasks.busy, timeout=PATIENCE_MS)

    def due(self, due: Due) -> None:
        """Waits until the call needs this next."""
        self.until(lambda: self.page.seen is not None and self.page.seen.due is due)

    def greet(self) -> None:
        """Starts a call with Enter and answers the four questions with Y."""
        self.press(K.Key_Return)
        self.due(Due.ELIGIBILITY)
        self.press(K.Key_Y, K.Key_Y, K.Key_Y, K.Key_Y, K.Key_Return)
        self.due(Due.ANSWER)

    def answer(self, words: str) -> None:
        """Types one answer and Enter; a choice by its number."""
        editor = self.question.editor
        if isinstance(editor, ChoiceEdit):
            values = (
                [choice.value for choice in self.question.question.choices] if self.question.question else []
            )
            words = str(values.index(words) + 1)
        self.type(words)
        self.press(K.Key_Return)

    def identity(self, who: Persona) -> None:
        """The five identity items, one after the other without waiting for the desk."""
        for number in range(1, 6):
            self.until(partial(self.asks, number))
            self.answer(who.identity[number])

    def asks(self, number: int) -> bool:
        """Whether this question stands on the page."""
        step = self.page.step
        return isinstance(step, QuestionStep) and step.question is not None and step.question.number == number

    def ready(self) -> None:
        """The papers are there: Enter asks the first tax item; not twice."""
        self.until(lambda: isinstance(self.page.step, PapersStep) or self.asks(6))
        if isinstance(self.page.step, PapersStep):
            self.press(K.Key_Return)
        self.until(partial(self.asks, 6))

    def taxes(self, caller: Caller, say: Callable[..., str] = truth) -> None:
        """Every tax item, said as `say` says."""
        self.ready()
        caller.seen = self.seen
        for question in caller.questions()[5:]:
            self.until(partial(self.asks, question.number))
            assert question.kind is not AnswerKind.CHOICE
            self.answer(say(question))
