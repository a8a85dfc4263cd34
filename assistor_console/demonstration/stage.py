"""The stage: an empty practice desk, a window for each person, and a folder for what is shown and printed."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QApplication

from ..app import Embedded
from ..domain.terms import Role
from ..gui.documents import into
from ..gui.frame import ConsoleWindow, PageMaker
from ..gui.messages import Messages
from ..gui.roles import pages
from ..gui.tasks import Tasks
from ..gui.widgets.person import PersonButton
from ..requests.operate import MoveClock
from ..requests.sign_in import Hello
from .hand import Hand

Say = Callable[[str], None]
EASTERN = ZoneInfo("America/New_York")


class Seat(Hand):
    """A person at their own window, signed in by keys."""

    def __init__(self, stage: "Stage", name: str) -> None:
        language = stage.embedded.settings.language
        messages = Messages(language)
        self.tasks = Tasks(messages, stage.embedded.desk())
        pages_of = partial(_pages, stage.documents)
        self.console = ConsoleWindow(self.tasks, messages, pages_of, language=language)
        super().__init__(self.console)
        self.messages = messages
        self._sign_in(stage, name)

    def _sign_in(self, stage: "Stage", name: str) -> None:
        self.console.show()
        self.console.activateWindow()
        self.settled("the desk", lambda: self.console.clock.known)
        stage.picture(self, "sign-in")
        self.press("Space")
        self.tab_to(name, lambda w: isinstance(w, PersonButton) and name in w.accessibleName())
        self.press("Space")
        self.settled("the fields to be filled", lambda: not isinstance(self.focused(), PersonButton))
        self.press("Return")
        self.settled(f"{name} to be signed in", lambda: bool(self.console.pages))

    def settled(self, what: str, ready: Callable[[], bool]) -> None:
        """Waits until something is so and nothing is on its way to the desk."""
        said = [message.text for message in self.messages.log[-1:]]
        self.until(" ".join([what, *said]), lambda: ready() and not self.tasks.busy)

    def leave(self) -> None:
        """Signs out by key and closes the window."""
        self.press("Ctrl+Q")
        self.settled("the sign-in page", lambda: not self.console.pages)
        self.console.close()


class Stage:
    """Holds what the stories share. Pictures are numbered in the order they are taken."""

    def __init__(self, embedded: Embedded, out: Path, tell: Say) -> None:
        self.embedded, self.out, self.tell = embedded, out, tell
        self.pictures: list[Path] = []
        self.documents = out / "documents"
        out.mkdir(parents=True, exist_ok=True)

    def seat(self, name: str) -> Seat:
        """A new window with this person signed in."""
        return Seat(self, name)

    def picture(self, hand: Hand, name: str) -> None:
        """Takes a picture of a window."""
        path = self.out / f"{len(self.pictures) + 1:02d}-{name}.png"
        self.pictures.append(hand.picture(path))

    def save(self, seat: Seat, key: str, ending: str) -> Path:
        """Presses the key that saves a document and waits for its file; files of earlier plays stay."""
        before = set(self.documents.glob(f"*{ending}"))
        seat.press(key)
        seat.settled(f"a {ending} file", lambda: set(self.documents.glob(f"*{ending}")) > before)
        return (set(self.documents.glob(f"*{ending}")) - before).pop()

    def now(self) -> datetime:
        """The practice time (UTC)."""
        return self.embedded.desk().send(Hello()).now

    def move_to(self, moment: datetime) -> None:
        """Moves the practice clock forward; not back."""
        if moment > self.now():
            self.embedded.operator().send(MoveClock(to=moment))
            self.tell(f"The clock moves to {moment.astimezone(EASTERN):%A, %B %-d, %Y, %H:%M} Eastern.")
        QApplication.processEvents()


def _pages(documents: Path, role: Role) -> Sequence[PageMaker]:
    return pages(role, save=into(documents))
