"""The top bar of a window while somebody works there."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..domain.errors import Trouble
from ..domain.terms import Realm
from .days import time_and_zone
from .desk_clock import DeskClock
from .tasks import Tasks
from .texts import Say

if TYPE_CHECKING:
    from ..requests.sign_in import SignedIn
    from .widgets.top_bar import TopBar

AWAY = ("desk.unreachable", "desk.closed")


class Head(QObject):
    """Puts the bar on top of a column and keeps clock and desk mark true. `page_chosen(int)` is a tab's."""

    page_chosen = Signal(int)

    def __init__(
        self, column: QVBoxLayout, tasks: Tasks, clock: DeskClock, say: Say, window: QWidget
    ) -> None:
        super().__init__(window)
        self._column, self._tasks, self._clock, self._say, self._window = column, tasks, clock, say, window
        self._bar: TopBar | None = None
        self._zone = ZoneInfo("UTC")
        clock.ticked.connect(self._on_ticked)
        tasks.replied.connect(self._on_news)
        tasks.link_changed.connect(self._on_news)
        tasks.troubled.connect(self._on_troubled)

    def show(self, person: "SignedIn", titles: Sequence[str]) -> None:
        """Somebody works here, on pages with these titles."""
        from .widgets.top_bar import TopBar

        self.hide()
        self._bar = TopBar(self._say, self._window)
        self._bar.page_chosen.connect(self.page_chosen)
        role = self._say(f"frame.role_{person.role}", staff_id=person.staff_id, office=person.office or "")
        self._bar.show_person(person.name, role)
        self._bar.show_practice(person.realm is Realm.PRACTICE)
        self._bar.show_pages(titles)
        self._zone = ZoneInfo(person.zone)
        self._column.insertWidget(0, self._bar)
        self._show_desk(self._tasks.here)
        self._on_ticked()

    def hide(self) -> None:
        """Nobody works here any more."""
        if self._bar is not None:
            self._column.removeWidget(self._bar)
            self._bar.hide()
            self._bar.deleteLater()
            self._bar = None

    def show_page(self, number: int) -> None:
        """Which page is shown."""
        if self._bar is not None:
            self._bar.show_page(number)

    def show_count(self, number: int, count: int) -> None:
        """How much waits on the page of a tab."""
        if self._bar is not None:
            self._bar.show_count(number, count)

    def _on_news(self, *_: object) -> None:
        """Whatever came says how the desk stands."""
        self._show_desk(self._tasks.here)

    def _show_desk(self, here: bool) -> None:
        if self._bar is not None:
            self._bar.show_desk(here)

    def _on_troubled(self, trouble: Trouble) -> None:
        if trouble.code in AWAY:
            self._show_desk(False)

    def _on_ticked(self) -> None:
        if self._bar is not None and self._clock.known:
            self._bar.show_clock(time_and_zone(self._clock.now(), self._zone))
