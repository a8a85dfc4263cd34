"""Answers that are in: never their values."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from .. import icons
from ..style import worn
from ..texts import Say
from .panel import empty
from .tips import literal

DOTS = "••••••"
HEIGHT = 36


@dataclass(frozen=True, slots=True)
class RecordedItem:
    """One answer that is in: its number, what was asked, and the time as shown."""

    number: int
    words: str
    time: str


class _Row(QLabel):
    def __init__(self, item: RecordedItem, parent: QWidget) -> None:
        super().__init__(item.words, parent)
        self._item = item
        self.setTextFormat(Qt.TextFormat.PlainText)

    def sizeHint(self) -> QSize:
        """As large as what it draws."""
        return QSize(320, worn().px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Never smaller than what it draws."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws it in the theme that is worn."""
        theme, painter, wide, high = worn(), QPainter(self), self.width(), self.height()
        painter.setPen(theme.colour("line"))
        painter.drawLine(QPointF(0, 0.5), QPointF(wide, 0.5))
        tick = theme.px(18)
        icons.paint(
            painter, "check", QRectF(wide - tick - 2, (high - tick) / 2, tick, tick), theme.colour("soft")
        )
        middle, right = int(Qt.AlignmentFlag.AlignVCenter), int(Qt.AlignmentFlag.AlignRight)
        painter.setFont(theme.font(13))
        painter.setPen(theme.colour("soft"))
        painter.drawText(QRectF(0, 0, 30, high), middle, str(self._item.number))
        painter.drawText(QRectF(0, 0, wide - tick - 14, high), middle | right, self._item.time)
        dots = QRectF(wide * 0.56, 0, 80, high)
        painter.drawText(dots, middle, DOTS)
        painter.setFont(theme.font(15))
        painter.setPen(theme.colour("ink"))
        words = painter.fontMetrics().elidedText(
            self._item.words, Qt.TextElideMode.ElideRight, int(dots.left()) - theme.px(40)
        )
        painter.drawText(QRectF(theme.px(32), 0, wide, high), middle, words)


class RecordedList(QWidget):
    """The answers that are in, newest first."""

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_items(self, items: Sequence[RecordedItem]) -> None:
        """Other answers."""
        empty(self._column)
        for item in items:
            line = _Row(item, self)
            said = self._say("widgets.recorded", number=item.number, words=item.words, time=item.time)
            line.setAccessibleName(said)
            line.setToolTip(literal(item.words))
            self._column.addWidget(line)
