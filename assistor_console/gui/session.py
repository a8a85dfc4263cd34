"""Who works at this window: the way in, the way out, and a session that ends by itself."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ..domain.errors import Refusal, Refused
from .live import Live
from .tasks import Tasks

if TYPE_CHECKING:
    from ..requests.sign_in import SignedIn

OVER = "authority.signed_out"
"""The desk's word for a session that is over."""


class Session(QObject):
    """One person's session at this window: `person` works here, `ended` did before.

    `over(str)` carries the code of why a session ended by itself, `left()` comes when the person signed out.
    """

    over = Signal(str)
    left = Signal()

    def __init__(self, tasks: Tasks, live: Live, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._live = tasks, live
        self.person: SignedIn | None = None
        self.ended: SignedIn | None = None
        tasks.refused.connect(self._on_refused)
        live.ended.connect(self._on_refused)

    def begin(self, person: "SignedIn") -> None:
        """Somebody has signed in, and may have to get ready before they work."""
        self.person = person
        self._tasks.desk.token = person.token

    def work(self) -> None:
        """They work: what they see follows what others do."""
        if self.person is not None:
            self._live.begin(self.person.role)

    def leave(self) -> None:
        """Ends the session at the desk, and here whatever the desk says."""
        from ..requests.sign_in import SignOut

        if self.person is not None:
            self._live.end()
            self._tasks.send(SignOut()).failure(_over_already).always(self._on_left)

    def leave_for(self) -> None:
        """Somebody else ends it, at the desk and here: what was done is not theirs to throw away."""
        from ..requests.sign_in import SignOut

        if self.person is not None:
            task = self._tasks.send(SignOut()).failure(lambda _error: True)
            task.always(lambda: self.end("lock.signed_out"))

    def end(self, code: str = "frame.session_over") -> None:
        """It has ended by itself, for the reason that `code` says."""
        if self.person is not None:
            self._end()
            self.over.emit(code)

    def close(self) -> None:
        """The window is closed: the desk is told if it is here; nobody waits for its answer."""
        from ..requests.sign_in import SignOut

        self._live.end()
        if self.person is not None and self._tasks.here:
            self._tasks.send(SignOut())

    def _on_left(self) -> None:
        if self.person is not None:
            self._end()
            self.left.emit()

    def _end(self) -> None:
        self._live.end()
        self._tasks.desk.token = ""
        self.ended, self.person = self.person, None

    def _on_refused(self, refusal: Refusal) -> None:
        """The desk knows this session no more: it ran out, or the person signed in elsewhere."""
        if refusal.rule == OVER:
            self.end()


def _over_already(error: Exception) -> bool:
    """Whoever signs out of a session that is over is told nothing of that."""
    return isinstance(error, Refused) and error.refusal.rule == OVER
