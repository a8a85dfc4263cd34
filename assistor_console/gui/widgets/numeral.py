"""A number in a circle: things to say, in order."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from ..style import worn

SIDE = 28


class Numeral(QLabel):
    """Its text is the number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def sizeHint(self) -> QSize:
        """A circle."""
        return QSize(worn().px(SIDE), worn().px(SIDE))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws circle and number."""
        theme, painter, side = worn(), QPainter(self), worn().px(SIDE)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("tint"))
        painter.drawEllipse(box)
        painter.setPen(theme.colour("accent"))
        painter.setFont(theme.font(15, strong=True))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self.text())
