"""Alerts: what is reported by itself, for supervisors to look into."""

from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ...domain.terms import Topic
from ...requests.access import AlertPage, SeeAlerts
from ..days import time_and_zone
from ..page import Context, Page
from ..style import worn
from ..ui.alerts import Ui_Alerts
from .alerts_panel import AlertPanel
from .alerts_table import AlertTable

WIDE, PANEL_WIDE, PANEL_NARROW = 1366, 400, 360
OTHER = Qt.FocusReason.OtherFocusReason


class AlertsPage(Page):
    """The alerts at the left, the one that is chosen at the right; its tab counts the open ones."""

    title_code: ClassVar[str] = "alerts.title"
    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.ALERTS})
    counted: ClassVar[frozenset[Topic]] = frozenset({Topic.ALERTS})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.ui = Ui_Alerts()
        self.ui.setupUi(self)
        self.table = AlertTable(context, self)
        self.table.setObjectName("alerts")
        self.ui.table_space.addWidget(self.table)
        self.panel = AlertPanel(context, self.ui, self)
        self._make_acts()
        self.ui.shown.offer([("open", self.say("alerts.open_only")), ("all", self.say("alerts.all"))])
        self.ui.shown.chosen.connect(lambda _value: self._on_shown())
        self.table.came.connect(self._on_came)
        self.table.chosen.connect(lambda _row: self.panel.show_alert(self.table.alert()))
        self.table.alerts.arrived.connect(self._on_arrived)
        self.panel.moved.connect(self._on_moved)
        self.panel.show_alert(None)

    def _make_acts(self) -> None:
        panel = self.panel
        panel.serve("release", self.act("alerts.release", "L", partial(panel.ask, "release")))
        panel.serve("close_alert", self.act("alerts.close_alert", "X", partial(panel.ask, "close_alert")))
        panel.serve("cancel", self.act("alerts.cancel", "Esc", self._cancel))
        self.act("alerts.toggle", "Alt+A", self._toggle)
        self.act("alerts.to_list", "Alt+L", lambda: self.table.setFocus(OTHER))
        self.act("alerts.refresh", "F5", self.table.look)

    def enter(self) -> None:
        """Looks now; the focus is in the list."""
        self.table.look()
        self.table.setFocus(OTHER)
        self.status_changed.emit(self.say("alerts.status"))

    def touched(self) -> None:
        """Looks again at as many alerts as are shown."""
        self.table.look_again()

    def count(self) -> None:
        """How many are open, for the tab; a desk that does not say now is asked again with the next one."""
        asked = SeeAlerts(limit=1)
        self.context.tasks.send(asked).success(self._show_count).failure(lambda _error: True)

    def _show_count(self, page: AlertPage) -> None:
        total = self.say("alerts.total", count=page.open) if page.open else self.say("alerts.total_none")
        self.ui.total.setText(total)
        self.counted_changed.emit(page.open)

    def _on_came(self, page: AlertPage) -> None:
        self._show_count(page)
        self.ui.updated.setText(self.say("alerts.updated", time=time_and_zone(page.now)))
        shown = self.table.alerts.rowCount()
        code = "alerts.range" if page.after is not None else "alerts.range_all"
        self.ui.range.setText(self.say(code, shown=shown) if shown else "")

    def _on_arrived(self) -> None:
        """The chosen alert as it stands now; the panel is empty where none is left."""
        self.panel.show_alert(self.table.alert())

    def _on_shown(self) -> None:
        self.table.open_only = self.ui.shown.value() == "open"
        self.table.look()

    def _toggle(self) -> None:
        self.ui.shown.choose("all" if self.table.open_only else "open")
        self._on_shown()

    def _cancel(self) -> None:
        self.panel.ask("")
        self.table.setFocus(OTHER)

    def _on_moved(self) -> None:
        self.table.setFocus(OTHER)
        self.table.look_again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow windows get a narrower panel."""
        super().resizeEvent(event)
        wide = self.width() >= worn().px(WIDE)
        self.ui.alert_pane.draw(width=PANEL_WIDE if wide else PANEL_NARROW)
