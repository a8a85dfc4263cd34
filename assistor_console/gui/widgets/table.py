"""Tables that never load everything: a model that asks for pages as they are needed, and its view."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ..style import worn
from ..theme import Tone
from .marks import chip_size, paint_chip
from .place import Place

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
CELL = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell: words and a second line, or a chip; `tone` is the colour token of the words."""

    words: str
    second: str = ""
    icon: str = ""
    chip: Tone | None = None
    tone: str = "ink"
    strong: bool = False


@dataclass(frozen=True)
class Column(Generic[Row]):
    """A column: its title, what it shows of a row, its width in drawn pixels (0 takes what is left)."""

    title: str
    cell: Callable[[Row], Cell]
    width: int = 0
    right: bool = False


Take = Callable[[Sequence[Row], Any], None]
Fetch = Callable[[Any, Take[Row]], None]
Key = Callable[[Row], object]


def _nobody(row: object) -> object:
    """The key of rows that are not found again."""
    return object()


class PagedModel(QAbstractTableModel, Generic[Row]):
    """Rows that come page by page.

    `fetch(cursor, take)` asks for the page after a cursor (None for the first) and later calls
    `take(rows, next_cursor)`; a next cursor of None says that was the last page. A page that arrives after
    `reload` was called again is dropped. `key` tells rows apart: by it a row is found again after a reload.
    """

    arrived = Signal()

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        fetch: Fetch[Row],
        parent: QWidget | None = None,
        *,
        key: Key[Row] = _nobody,
    ) -> None:
        super().__init__(parent)
        self.columns, self.key = tuple(columns), key
        self._fetch, self._rows, self._cursor = fetch, list[Row](), None
        self._more = self._asking = False
        self._turn = 0

    def reload(self) -> None:
        """Asks for the first page again; the old rows stay until it comes."""
        self._turn += 1
        self._ask(None, 0)

    def refresh(self) -> None:
        """Asks again for as many rows as have come; the old ones stay until all of them are there."""
        self._turn += 1
        self._ask(None, len(self._rows))

    def row_at(self, number: int) -> Row:
        """A row by its place, from 0; IndexError beyond the rows that have come."""
        return self._rows[number]

    def rows(self) -> list[Row]:
        """The rows that have come."""
        return list(self._rows)

    def _ask(self, cursor: Any, least: int, before: Sequence[Row] = ()) -> None:
        """Asks for pages from the first on until there are `least` rows; `before` have come already."""
        turn, self._asking = self._turn, True

        def take(rows: Sequence[Row], after: Any) -> None:
            if turn != self._turn:
                return
            came = [*before, *rows]
            if after is not None and len(came) < least:
                self._ask(after, least, came)
            else:
                self._show(came, after)

        self._fetch(cursor, take)

    def _show(self, rows: list[Row], after: Any) -> None:
        self._asking, self._cursor, self._more = False, after, after is not None
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        self.arrived.emit()

    def _ask_more(self) -> None:
        turn, self._asking = self._turn, True
        self._fetch(self._cursor, lambda rows, after: self._add(turn, rows, after))

    def _add(self, turn: int, rows: Sequence[Row], after: Any) -> None:
        if turn != self._turn:
            return
        self._asking, self._cursor, self._more = False, after, after is not None
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()
        self.arrived.emit()

    def canFetchMore(self, parent: Index) -> bool:
        """Whether another page is to be had."""
        return not parent.isValid() and self._more and not self._asking

    def fetchMore(self, parent: Index) -> None:
        """Asks for the next page."""
        if self.canFetchMore(parent):
            self._ask_more()

    def rowCount(self, parent: Index = _TOP) -> int:
        """How many rows have come."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _TOP) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words for display, both lines for assistive technology, the `Cell` for the delegate."""
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, CELL):
            return None
        cell = column.cell(self._rows[index.row()])
        if role == CELL:
            return cell
        both = role == Qt.ItemDataRole.AccessibleTextRole and cell.second
        return f"{cell.words}, {cell.second}" if both else cell.words

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The titles."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return column.title if role == Qt.ItemDataRole.DisplayRole else None


class CellDelegate(QStyledItemDelegate):
    """Draws `Cell`s: two lines or a chip, the selected row tinted with a bar at its edge."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws one cell."""
        theme, box, cell = worn(), QRectF(option.rect), index.data(CELL)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(box, theme.colour("tint" if chosen else "panel"))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), theme.colour("line"))
        if chosen and index.column() == 0:
            painter.fillRect(QRectF(box.left(), box.top(), 4, box.height()), theme.colour("accent"))
        inner = box.adjusted(20 if index.column() == 0 else 8, 0, -8, 0)
        if cell.chip is not None:
            size = chip_size(cell.words, cell.icon)
            top = inner.center().y() - size.height() / 2
            chip = QRectF(inner.left(), top, size.width(), size.height())
            paint_chip(painter, chip, cell.words, cell.icon, cell.chip)
        else:
            _paint_words(painter, inner, cell, index.data(Qt.ItemDataRole.TextAlignmentRole))
        painter.restore()


def _paint_words(painter: QPainter, box: QRectF, cell: Cell, side: Qt.AlignmentFlag) -> None:
    theme = worn()
    lines = [(cell.words, 15, cell.tone, cell.strong)]
    if cell.second:
        lines.append((cell.second, 13, "soft", False))
    top, flags = box.center().y() - sum(theme.px(size) * 1.3 for _, size, _, _ in lines) / 2, int(side)
    for words, size, tone, strong in lines:
        high, font = theme.px(size) * 1.3, theme.font(size, strong)
        painter.setFont(font)
        painter.setPen(theme.colour(tone))
        shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(QRectF(box.left(), top, box.width(), high), flags, shown)
        top += high


class DataTable(QTableView):
    """The view of a `PagedModel`; rows `row_height` drawn pixels high (36, or 56 with a second line).

    `chosen(int)` carries the row that is selected, `opened(int)` the one Enter or a double click fell on.
    After a reload the same row is selected and the same one on top, as long as they are there.
    """

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(
        self, model: PagedModel[Any], parent: QWidget | None = None, *, row_height: int = 56, name: str = ""
    ) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(name)
        self.setItemDelegate(CellDelegate(self))
        self._place = Place(self, model)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setProperty("ringRadius", -1)  # the ring goes around the row, drawn below
        self.verticalHeader().hide()
        self._row_height = row_height
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fit()
        self.selectionModel().currentRowChanged.connect(self._on_row)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))

    def _on_row(self, now: QModelIndex, _before: QModelIndex) -> None:
        """A row that is found again after a reload was chosen before: that is no news."""
        if not self._place.returning:
            self.chosen.emit(now.row())

    def changeEvent(self, event: QEvent) -> None:
        """Another text size: rows and columns follow."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_row_height"):
            self._fit()

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(worn().px(self._row_height))
        model = self.model()
        assert isinstance(model, PagedModel)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        for number, column in enumerate(model.columns):
            if column.width:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Fixed)
                header.resizeSection(number, worn().px(column.width))
            else:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row; Home and End go to the first and the last that has come."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.selectRow(0 if event.key() == Qt.Key.Key_Home else self.model().rowCount() - 1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the rows, and the focus ring around the current one."""
        super().paintEvent(event)
        if not self.hasFocus():
            return
        row = self.visualRect(self.currentIndex()) if self.currentIndex().isValid() else QRect()
        whole = self.viewport().rect()
        box = QRect(0, row.top(), whole.width(), row.height()) if row.isValid() else whole
        painter = QPainter(self.viewport())
        painter.setPen(QPen(worn().colour("focus"), 3))
        painter.drawRect(QRectF(box).adjusted(1.5, 1.5, -1.5, -2.5))

    def sizeHint(self) -> QSize:
        """It takes what room there is."""
        return QSize(480, 320)
