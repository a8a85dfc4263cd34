"""The alerts, page by page: open ones first."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ...domain.terms import AlertKind
from ...requests.access import AlertPage, AlertSeen, SeeAlerts
from ..messages import moment
from ..page import Context
from ..style import worn
from ..theme import Tone
from ..widgets.notices import EmptyState
from ..widgets.table import Cell, Column, DataTable, PagedModel
from .alerts_words import kind_words, who_words

PAGE, MOST = 50, 200
STANDS, ROOM = 5, {2: 480, 3: 420, 4: 860, 5: 860}
"""The columns that are left to the alert's own panel where the table is narrower, in drawn pixels."""


class AlertTable(DataTable):
    """The alerts. `came(AlertPage)` carries every page that has come."""

    came = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self._context, self.open_only, self._limit = context, True, PAGE
        say = context.say
        columns: tuple[Column[AlertSeen], ...] = (
            Column(say("alerts.what"), lambda one: self._kind_cell(one.kind), 178),
            Column(say("alerts.who"), lambda one: Cell(who_words(one, say))),
            Column(say("alerts.times"), lambda one: Cell(str(one.times)), 72, right=True),
            Column(say("alerts.last"), self._when_cell, 132),
            Column(say("alerts.case"), self._case_cell, 130),
            Column(say("alerts.stands"), self._stands_cell, 118),
        )
        self.alerts: PagedModel[AlertSeen] = PagedModel(columns, self._fetch, key=lambda one: one.alert_id)
        super().__init__(self.alerts, parent, name=say("alerts.list_name"))
        self.alerts.setParent(self)
        self.alerts.arrived.connect(self._on_arrived)
        self._nothing = EmptyState(self.viewport())
        self._nothing.setGeometry(20, 16, 420, 90)
        self._nothing.hide()

    def look(self) -> None:
        """The first page anew."""
        self.fit()
        self._limit = PAGE
        self.alerts.reload()

    def look_again(self) -> None:
        """As many of the same alerts again; the chosen one stays chosen."""
        self._limit = min(MOST, max(PAGE, self.alerts.rowCount()))
        self.alerts.refresh()

    def alert(self) -> AlertSeen | None:
        """The alert that is chosen."""
        row = self.currentIndex().row()
        return self.alerts.row_at(row) if 0 <= row < self.alerts.rowCount() else None

    def _fetch(self, cursor: Any, take: Any) -> None:
        def arrived(page: AlertPage) -> None:
            take(page.alerts, page.after)
            self.came.emit(page)

        asked = SeeAlerts(open_only=self.open_only, after=cursor, limit=self._limit)
        self._context.tasks.send(asked).success(arrived).failure(self._on_failed)

    def _on_failed(self, _error: Exception) -> bool:
        if not self.alerts.rowCount():
            self._show_nothing("failed", "warning-circle", "bad")
        return False

    def _on_arrived(self) -> None:
        self._nothing.setVisible(not self.alerts.rowCount())
        if not self.alerts.rowCount():
            self._show_nothing("none", "check-circle", "soft")
        elif not self.currentIndex().isValid():
            self.selectRow(0)

    def _show_nothing(self, which: str, icon: str, tone: str) -> None:
        say = self._context.say
        self._nothing.show_words(icon, say(f"alerts.{which}_title"), say(f"alerts.{which}_text"), tone)
        self._nothing.move(20, 16)  # a list that was scrolled has taken it along
        self._nothing.show()

    def _kind_cell(self, kind: AlertKind) -> Cell:
        words, icon, tone = kind_words(kind, self._context.say)
        return Cell(words, icon=icon, chip=tone)

    def _when_cell(self, alert: AlertSeen) -> Cell:
        day, _, clock = moment(alert.last_at, self._context.say.language).rpartition(", ")
        return Cell(clock, day)

    def _case_cell(self, alert: AlertSeen) -> Cell:
        if alert.case_number:
            return Cell(alert.case_number)
        return Cell(self._context.say("alerts.no_case"), tone="soft")

    def _stands_cell(self, alert: AlertSeen) -> Cell:
        say = self._context.say
        if alert.open:
            return Cell(say("alerts.stands_open"), icon="circle", chip=Tone.INFO)
        return Cell(say("alerts.stands_closed"), icon="check", chip=Tone.NEUTRAL)

    def fit(self) -> None:
        """Where there is little room, less is told of each; how they stand only where that differs."""
        for column, room in ROOM.items():
            told = column == STANDS and not self.open_only
            self.setColumnHidden(column, self.width() < worn().px(room) and not told)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width."""
        super().resizeEvent(event)
        self.fit()
