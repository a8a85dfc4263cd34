"""The drawing of a run's pages at the desk: how far it is, and that nobody wants it any more."""

from typing import Any

from PySide6.QtWidgets import QWidget

from ...requests.letters import RunSeen
from ..task import Task
from ..texts import Say
from ..widgets.progress import Progress


class Drawing:
    """Shows how far the pages of a run are, over a page; one run at a time."""

    def __init__(self, say: Say, page: QWidget) -> None:
        self._say, self._letters = say, 0
        self._task: Task[Any] | None = None
        self.progress = Progress(say, page)
        self.progress.cancelled.connect(self.cancel)

    @property
    def active(self) -> bool:
        """Whether pages are being drawn."""
        return self._task is not None

    def begin(self, task: Task[Any], run: RunSeen) -> None:
        """The desk was asked for the pages of a run."""
        self._task, self._letters = task, run.letters
        self.progress.begin(self._say("letters_page.drawing", run=run.number))
        self.show_part(0.0)

    def show_part(self, part: float) -> None:
        """How far the pages are, 0.0–1.0."""
        done = round(part * self._letters)
        words = self._say("letters_page.drawn", done=done, letters=self._letters)
        self.progress.show_part(part, words)

    def cancel(self) -> None:
        """Nobody wants the pages any more; the desk stops when it next tells how far it is."""
        if self._task is not None and not self._task.cancelled:
            self._task.cancel()
            self.progress.show_cancelling()

    def end(self) -> None:
        """They are there, or will not come."""
        self._task = None
        self.progress.end()
