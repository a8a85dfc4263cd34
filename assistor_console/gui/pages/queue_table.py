"""The cases of a queue, page by page, and the filters they are asked for with."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ...domain.terms import State
from ...requests.review import CasePage, CaseRow, Queue, SeeQueue
from ..days import age_words, local_day, short_day
from ..names import name_words
from ..page import Context
from ..style import worn
from ..widgets.notices import EmptyState
from ..widgets.states import state_words
from ..widgets.table import Cell, Column, DataTable, PagedModel
from .queue_words import event_title

PAGE, MOST = 50, 200
"""How many cases a page has, and how many are asked for at once where many are shown already."""
OWNER, ROOMY = 4, 780


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which cases are asked for."""

    queue: Queue = Queue.NEEDS_PERSON
    state: State | None = None
    least_days: int = 0
    number: str = ""
    newest_first: bool = False

    @property
    def filtered(self) -> bool:
        """Whether a filter leaves cases of the queue out."""
        return bool(self.state or self.least_days or self.number)

    def after(self, cursor: UUID | None, limit: int = PAGE) -> SeeQueue:
        """The request for the page of `limit` cases after a case."""
        return SeeQueue(
            queue=self.queue,
            states=frozenset({self.state}) if self.state else frozenset(),
            least_days=self.least_days,
            number=self.number,
            newest_first=self.newest_first,
            after=cursor,
            limit=limit,
        )


class CaseTable(DataTable):
    """The cases of a queue. `model()` tells by `arrived` when a page has come; `total` counts all of them."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self._context, self.wanted, self.total, self._limit = context, Wanted(), 0, PAGE
        self._now = context.clock.now()
        say = context.say
        columns: tuple[Column[CaseRow], ...] = (
            Column(say("queue.case"), _case_cell, 206),
            Column(say("queue.state"), self._state_cell, 172),
            Column(say("queue.age"), lambda row: self._age_cell(row.opened_at), 60, right=True),
            Column(say("queue.since"), lambda row: self._age_cell(row.since), 82, right=True),
            Column(say("queue.owner"), self._owner_cell, 128),
            Column(say("queue.last_event"), self._event_cell),
        )
        self.cases: PagedModel[CaseRow] = PagedModel(columns, self._fetch, key=lambda row: row.case_id)
        self._kept: UUID | None = None
        super().__init__(self.cases, parent, name=say("queue.list_name"))
        self.cases.setParent(self)
        self.cases.arrived.connect(self._on_arrived)
        self._nothing = EmptyState(self.viewport())
        self._nothing.setGeometry(20, 16, 420, 90)
        self._nothing.hide()

    def ask(self, wanted: Wanted) -> None:
        """Other cases."""
        self.wanted, self._limit = wanted, PAGE
        self._keep_chosen()
        self.cases.reload()

    def look_again(self) -> None:
        """As many of the same cases again; the chosen one stays chosen."""
        self._limit = min(MOST, max(PAGE, self.cases.rowCount()))
        self._keep_chosen()
        self.cases.refresh()

    def _keep_chosen(self) -> None:
        chosen = self.case()
        self._kept = chosen.case_id if chosen else self._kept

    def show_age(self, now: datetime) -> None:
        """Ages as they are at `now` (aware)."""
        self._now = now
        self.viewport().update()

    def row_of(self, case_id: UUID) -> CaseRow | None:
        """A case of the list as it stands now, None where it has left."""
        return next((row for row in self.cases.rows() if row.case_id == case_id), None)

    def case(self) -> CaseRow | None:
        """The case that is chosen."""
        row = self.currentIndex().row()
        return self.cases.row_at(row) if 0 <= row < self.cases.rowCount() else None

    def _fetch(self, cursor: Any, take: Any) -> None:
        def arrived(page: CasePage) -> None:
            self._now, self.total = page.now, page.total
            take(page.rows, page.after)

        task = self._context.tasks.send(self.wanted.after(cursor, self._limit))
        task.success(arrived).failure(self._on_failed)

    def _on_failed(self, _error: Exception) -> bool:
        if not self.cases.rowCount():
            self._show_nothing("failed", "warning-circle", "bad")
        return False

    def _on_arrived(self) -> None:
        self._nothing.setVisible(not self.cases.rowCount())
        if not self.cases.rowCount():
            which = "none_filtered" if self.wanted.filtered else "none"
            self._show_nothing(which, "check-circle", "soft")
        elif not self.currentIndex().isValid():
            ids = [row.case_id for row in self.cases.rows()]
            self.blockSignals(True)  # nobody has chosen: a case that is open stays open
            self.selectRow(ids.index(self._kept) if self._kept in ids else 0)
            self.blockSignals(False)

    def _show_nothing(self, which: str, icon: str, tone: str) -> None:
        title = "none_title" if which == "none" else "failed" if which == "failed" else which
        say = self._context.say
        self._nothing.show_words(icon, say(f"queue.{title}"), say(f"queue.{which}_text"), tone)
        self._nothing.move(20, 16)  # a list that was scrolled has taken it along
        self._nothing.show()

    def _state_cell(self, row: CaseRow) -> Cell:
        words, icon, tone = state_words(row.state, self._context.say)
        return Cell(words, icon=icon, chip=tone)

    def _age_cell(self, since: datetime) -> Cell:
        return Cell(age_words(self._context.say, since, self._now))

    def _owner_cell(self, row: CaseRow) -> Cell:
        return Cell(row.owner) if row.owner else Cell(self._context.say("queue.nobody"), tone="soft")

    def _event_cell(self, row: CaseRow) -> Cell:
        say = self._context.say
        return Cell(event_title(say, row.last_event), short_day(say, local_day(row.last_at)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, who interviewed is left to the case's own panel."""
        super().resizeEvent(event)
        self.setColumnHidden(OWNER, self.width() < worn().px(ROOMY))


def _case_cell(row: CaseRow) -> Cell:
    return Cell(row.number, f"{name_words(row.name_masked)}  -{row.tin_last_four}")
