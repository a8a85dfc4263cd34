"""Pages of somebody whose session ended by itself: they wait for this person, and for nobody else."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from .desk_clock import DeskClock
from .page import Page

if TYPE_CHECKING:
    from ..requests.sign_in import SignedIn

LEAST = timedelta(hours=1)
"""Who works until the session runs out finds what they typed for so long after it."""


class LaidBy(QObject):
    """Keeps pages until the session would have ended, an hour at least; `drop` lets one page go."""

    def __init__(self, clock: DeskClock, drop: Callable[[Page], None], parent: QObject) -> None:
        super().__init__(parent)
        self._clock, self._drop = clock, drop
        self._person: UUID | None = None
        self._pages: list[Page] = []
        self._until: datetime | None = None
        clock.ticked.connect(self._on_ticked)

    def keep(self, person: "SignedIn", pages: list[Page]) -> None:
        """Lays somebody's pages by."""
        self.forget()
        self._person, self._pages = person.person, pages
        self._until = max(person.ends, self._clock.now() + LEAST)

    def take(self, person: "SignedIn") -> list[Page]:
        """This person's pages, if they were laid by; another's are forgotten."""
        if self._person != person.person:
            self.forget()
        pages, self._pages = self._pages, []
        self.forget()
        return pages

    def forget(self) -> None:
        """Nothing is kept any more."""
        pages, self._pages = self._pages, []
        self._person = self._until = None
        for page in pages:
            self._drop(page)

    def _on_ticked(self) -> None:
        if self._until is not None and self._clock.now() >= self._until:
            self.forget()
