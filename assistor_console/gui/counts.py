"""How much waits on each page, on its tab: kept true while another page is shown."""

from collections.abc import Sequence
from functools import partial
from random import uniform
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from .head import Head
from .live import AGAIN_MS, SOON_MS, SPREAD, Live
from .page import Page

if TYPE_CHECKING:
    from ..domain.terms import Topic


class Counts(QObject):
    """Lets pages count again when one of their `counted` topics is touched; the tabs show what they say."""

    def __init__(self, live: Live, head: Head, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._head = head
        self._pages: tuple[Page, ...] = ()
        self._due: set[Page] = set()
        self._soon, self._rest = QTimer(self, singleShot=True), QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._count)
        self._rest.timeout.connect(self._settle)
        live.touched.connect(self._on_touched)

    def begin(self, pages: Sequence[Page]) -> None:
        """Somebody works on these pages, in the order of their tabs; each counts once now."""
        self.end()
        self._pages = tuple(pages)
        for number, page in enumerate(self._pages):
            if page.counted:
                page.counted_changed.connect(partial(self._head.show_count, number))
                page.count()

    def end(self) -> None:
        """Nobody works here any more."""
        for timer in (self._soon, self._rest):
            timer.stop()
        for page in self._pages:
            if page.counted:
                page.counted_changed.disconnect()
        self._pages, self._due = (), set()

    def _on_touched(self, topic: "Topic") -> None:
        self._due |= {page for page in self._pages if topic in page.counted}
        self._settle()

    def _settle(self) -> None:
        """Many touches at once are one question."""
        if self._due and not self._soon.isActive() and not self._rest.isActive():
            self._soon.start(round(SOON_MS * uniform(1 - SPREAD, 1 + SPREAD)))

    def _count(self) -> None:
        due, self._due = self._due, set()
        self._rest.start(round(AGAIN_MS * uniform(1, 1 + SPREAD)))
        for page in due:
            page.count()
