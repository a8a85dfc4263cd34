"""A person at their own window, working by keys: signed in, pictured, with a folder for what they save."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ..domain.terms import Language, Role
from ..gui.documents import into
from ..gui.frame import ConsoleWindow, PageMaker
from ..gui.messages import Messages
from ..gui.roles import pages
from ..gui.tasks import Tasks
from ..gui.widgets.person import PersonButton
from .camera import Camera
from .hand import Hand

if TYPE_CHECKING:
    from ..requests.base import Desk, Link

OpenDesk = Callable[[Callable[["Link"], None]], "Desk"]
"""Opens a window's desk, on its worker; is given whom to tell how the desk stands."""


class Seat(Hand):
    """One window. `address` is where its desk is, "" for the one in this program."""

    def __init__(self, open_desk: OpenDesk, camera: Camera, language: Language, address: str = "") -> None:
        messages = Messages(language)
        self.tasks = Tasks(messages)
        self.tasks.open(partial(open_desk, self.tasks.told_link))
        pages_of = partial(_pages, camera.documents)
        self.console = ConsoleWindow(self.tasks, messages, pages_of, language=language, address=address)
        super().__init__(self.console)
        self.messages, self.camera = messages, camera
        self.console.show()

    def sign_in(self, name: str) -> None:
        """Agrees to the notice, chooses a practice person and signs in."""
        self.console.activateWindow()
        self.settled("the desk", lambda: self.console.clock.known)
        self.picture("sign-in")
        self.press("Space")
        self.tab_to(name, lambda w: isinstance(w, PersonButton) and name in w.accessibleName())
        self.press("Space")
        self.settled("the fields to be filled", lambda: not isinstance(self.focused(), PersonButton))
        self.press("Return")
        self.settled(f"{name} to be signed in", lambda: bool(self.console.pages))

    def sign_out(self) -> None:
        """Signs out by key; the window stays, at its sign-in page."""
        self.press("Ctrl+Q")
        self.settled("the sign-in page", lambda: not self.console.pages)

    def close(self) -> None:
        """Closes the window, and its desk even where the page would keep the person here."""
        self.console.close()
        self.tasks.close()

    def settled(self, what: str, ready: Callable[[], bool]) -> None:
        """Waits until something is so and nothing is on its way to the desk."""
        said = [message.text for message in self.messages.log[-1:]]
        self.until(" ".join([what, *said]), lambda: ready() and not self.tasks.busy)

    def picture(self, name: str) -> None:
        """Takes a picture of the window."""
        self.camera.take(self.console, name)

    def save(self, key: str, ending: str) -> Path:
        """Presses the key that saves a document and waits for its file; files of earlier plays stay."""
        documents = self.camera.documents
        before = set(documents.glob(f"*{ending}"))
        self.press(key)
        self.settled(f"a {ending} file", lambda: set(documents.glob(f"*{ending}")) > before)
        return (set(documents.glob(f"*{ending}")) - before).pop()


def _pages(documents: Path, role: Role) -> Sequence[PageMaker]:
    return pages(role, save=into(documents))
