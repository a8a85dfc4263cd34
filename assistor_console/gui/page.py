"""What every page is: one widget with a title, acts with keys, and a way in and out."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ..domain.terms import Topic
from .desk_clock import DeskClock
from .messages import Messages
from .tasks import Tasks
from .texts import Say

if TYPE_CHECKING:
    from ..requests.sign_in import SignedIn


@dataclass(frozen=True)
class Context:
    """What a page stands in: the ways to desk and person, the words, the desk's clock, who works here.

    `address` is where the desk is, for the person to read; "" for the one in this program.
    """

    tasks: Tasks
    messages: Messages
    say: Say
    clock: DeskClock
    person: "SignedIn | None" = None
    address: str = ""


class Page(QWidget):
    """A page of the console. Subclasses set `title_code` and are made with a `Context` alone.

    `status_changed(str)` carries words for the message line; they stand there until there is a message.
    `topics` are what the page shows: when one is touched at the desk while the page is shown, `touched` is
    called. `counted` are what its tab counts: when one is touched, `count` is called, shown or not, and
    `counted_changed(int)` carries what waits on the page to its tab.
    """

    title_code: ClassVar[str] = ""
    topics: ClassVar[frozenset[Topic]] = frozenset()
    counted: ClassVar[frozenset[Topic]] = frozenset()
    status_changed = Signal(str)
    counted_changed = Signal(int)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.say, self.messages = context, context.say, context.messages
        self.setProperty("kind", "page")
        self._acts: list[QAction] = []

    def act(self, code: str, key: str, then: Callable[[], object]) -> QAction:
        """A new act: the code of its words, its key (Qt's portable name, "" for none), what it does.

        It works while the page is shown, is listed by F1 and Ctrl+K, and a `Button` can `serve` it.
        """
        action = QAction(self.say(code), self)
        action.setObjectName(code)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda: then())
        self.addAction(action)
        self._acts.append(action)
        return action

    def acts(self) -> list[QAction]:
        """The acts of this page in the order they were made."""
        return list(self._acts)

    def hints(self) -> list[tuple[str, str]]:
        """Keys worth knowing, at the right of the message line: pairs of key and words."""
        return [("Ctrl+K", self.say("frame.find_command")), ("F1", self.say("frame.all_keys"))]

    def enter(self) -> None:
        """The page has just been shown: load what it shows, put the focus where work begins."""

    def leave(self) -> None:
        """Another page is about to be shown."""

    def touched(self) -> None:
        """What the page shows was changed: ask again. What is chosen, typed and scrolled to stays."""

    def count(self) -> None:
        """What the tab counts was changed, or somebody has just signed in: ask how much waits."""

    def locked(self) -> None:
        """The screen is locked: hide what was revealed. What is typed stays."""

    def aged(self) -> None:
        """A minute has passed: show again what changes with time alone."""

    def holding(self) -> str:
        """The code of why nobody may sign out now (a call is open…), or "" if they may."""
        return ""
