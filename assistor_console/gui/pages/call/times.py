"""The times of an office as a grid: a column for each day, chosen by keyboard alone."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from ....requests.appointments import DaySeen, SlotSeen
from ...style import worn
from ...texts import Say
from .phrases import moment_at

SLOT = Qt.ItemDataRole.UserRole
ROW, HEAD, ROWS = 38, 42, 4
_MIDDLE = int(Qt.AlignmentFlag.AlignCenter)


class _Painter(QStyledItemDelegate):
    """Draws one time: free, taken, held, and where the keys are."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draws one time: free, taken or held."""
        grid = self.parent()
        slot = index.data(SLOT)
        if not isinstance(grid, TimesGrid) or not isinstance(slot, SlotSeen):
            return
        theme = worn()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(4.5, 2.5, -4.5, -2.5)
        held = slot.starts == grid.held
        fill, edge, ink = _look(held, slot.free)
        painter.setPen(QPen(theme.colour(edge), theme.border))
        painter.setBrush(theme.colour(fill))
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(theme.colour(ink))
        painter.setFont(theme.font(15 if slot.free or held else 13, strong=held))
        painter.drawText(box, _MIDDLE, str(index.data()))
        if grid.hasFocus() and index == grid.currentIndex():
            painter.setPen(QPen(theme.colour("focus"), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-1.5, -1.5, 1.5, 1.5), 7, 7)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As large as what it draws."""
        return QSize(worn().px(90), worn().px(ROW))


def _look(held: bool, free: bool) -> tuple[str, str, str]:
    if held:
        return "accent", "accent", "on_accent"
    return ("panel", "ctl", "ink") if free else ("disabled", "disabled", "disabled_ink")


def bare_time(local: datetime) -> str:
    """A time within office hours, where morning and afternoon cannot be mixed up: "9:30"."""
    return f"{local.hour % 12 or 12}:{local:%M}"


class TimesGrid(QTableWidget):
    """Days across, times down. Arrows move, Space or Enter chooses: `picked(datetime)` carries a free time.

    `later()` and `first()` ask for the days after and the first days again. `held` is drawn as chosen.
    """

    picked = Signal(object)

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self.held: datetime | None = None
        self.setAccessibleName(say("call.times"))
        self.setProperty("ringRadius", -1)
        self.setItemDelegate(_Painter(self))
        self.setShowGrid(False)
        self.setFrameShape(QTableWidget.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        across = self.horizontalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setSectionsClickable(False)
        across.setFixedHeight(worn().px(HEAD))
        self.verticalHeader().setDefaultSectionSize(worn().px(ROW))
        self.setFixedHeight(worn().px(HEAD + ROWS * ROW) + 2)
        self.itemClicked.connect(self._pick)

    def show_days(self, days: Sequence[DaySeen], zone: str, names: Sequence[str]) -> None:
        """The times of some days in an office's zone; `names` stand above the columns."""
        self.clear()
        self.setColumnCount(len(days))
        self.setHorizontalHeaderLabels(list(names))
        self.setRowCount(max((len(day.slots) for day in days), default=0))
        for across, day in enumerate(days):
            for down, slot in enumerate(day.slots):
                self.setItem(down, across, self._item(slot, zone))
        self._go_to_first_free()

    def _item(self, slot: SlotSeen, zone: str) -> QTableWidgetItem:
        local = slot.starts.astimezone(ZoneInfo(zone))
        shown = bare_time(local) if slot.free else self._say("call.taken")
        item = QTableWidgetItem(shown)
        item.setData(SLOT, slot)
        words = moment_at(slot.starts, zone, self._say)
        code = "call.time_free" if slot.free else "call.time_taken"
        item.setData(Qt.ItemDataRole.AccessibleTextRole, self._say(code, when=words))
        return item

    def _go_to_first_free(self) -> None:
        for down in range(self.rowCount()):
            for across in range(self.columnCount()):
                item = self.item(down, across)
                if item is not None and item.data(SLOT).free:
                    self.setCurrentItem(item)
                    return

    def show_held(self, held: datetime | None) -> None:
        """The time that is kept for this call."""
        self.held = held
        self.viewport().update()

    def _pick(self, item: QTableWidgetItem | None) -> None:
        slot = item.data(SLOT) if item is not None else None
        if isinstance(slot, SlotSeen) and (slot.free or slot.starts == self.held):
            self.picked.emit(slot.starts)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter choose the time the arrows are at."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pick(self.currentItem())
        else:
            super().keyPressEvent(event)
