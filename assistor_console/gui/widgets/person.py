"""A person to choose: name, and below it what they do."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from ..style import worn
from ..theme import mixed


class PersonButton(QPushButton):
    """A button with a name and a second line."""

    def __init__(self, parent: QWidget | None = None, *, name: str = "", role: str = "") -> None:
        super().__init__(name, parent)
        self._role = role
        self.setAccessibleName(f"{name}, {role}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("ringRadius", 6)

    def sizeHint(self) -> QSize:
        """Both lines with room around them."""
        theme = worn()
        wide = max(
            QFontMetricsF(theme.font(15, strong=True)).horizontalAdvance(self.text()),
            QFontMetricsF(theme.font(13)).horizontalAdvance(self._role),
        )
        return QSize(round(wide) + theme.px(26), theme.px(52))

    def minimumSizeHint(self) -> QSize:
        """The same: names are never shortened."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws box, name and role."""
        theme, painter, half = worn(), QPainter(self), worn().border / 2
        warmth = 0.22 if self.isDown() else 0.10 if self.underMouse() else 0.0
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("ctl"), theme.border))
        painter.setBrush(mixed(theme.colour("panel"), theme.colour("accent"), warmth))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 6, 6)
        middle, line, left = self.height() / 2, theme.px(20), theme.px(12)
        lines = ((self.text(), 15, True, "ink", middle - line), (self._role, 13, False, "soft", middle - 1))
        for words, size, strong, tone, top in lines:
            painter.setFont(theme.font(size, strong))
            painter.setPen(theme.colour(tone))
            box = QRectF(left, top, self.width() - left, line)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), words)
