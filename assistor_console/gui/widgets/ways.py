"""Buttons beside each other, or two by two where there is no room for all in one row."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ..style import worn

GAP, ABOVE, PAIR = 8, 4, 2


class Ways(QWidget):
    """Its children are the buttons, in the order in which they were made."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, ABOVE, 0, 0)
        self._across = 0

    def event(self, event: QEvent) -> bool:
        """A button came, went or changed its words: there may be room for more, or for fewer."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the buttons where they fit."""
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """As narrow as two by two; as high as they stand now."""
        shown = self._shown()
        columns = [shown[place::PAIR] for place in range(PAIR)]
        wide = sum(max((one.minimumSizeHint().width() for one in column), default=0) for column in columns)
        return QSize(wide + worn().px(GAP), self._grid.minimumSize().height())

    def _shown(self) -> Sequence[QWidget]:
        return [one for one in self.children() if isinstance(one, QWidget) and not one.isHidden()]

    def _arrange(self) -> None:
        shown, gap = self._shown(), worn().px(GAP)
        needed = sum(one.minimumSizeHint().width() + gap for one in shown) - gap
        across = len(shown) if needed <= self.width() else PAIR
        placed = [self._grid.indexOf(one) for one in shown]
        if across == self._across and -1 not in placed:
            return
        self._across = across
        self._grid.setSpacing(gap)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
        for number, one in enumerate(shown):
            self._grid.removeWidget(one)
            self._grid.addWidget(one, *divmod(number, across))
        self._grid.setColumnStretch(across, 1)
        self.updateGeometry()
