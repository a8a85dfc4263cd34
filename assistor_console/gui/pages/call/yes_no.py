"""A question with two answers, by Y and N, arrows or click."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton, QWidget

from ...style import worn
from ...widgets.label import Label
from ...widgets.marks import cap_size, paint_cap
from ...widgets.panel import column, row

_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)


class _Side(QRadioButton):
    """One of the two answers with its key."""

    def __init__(self, parent: QWidget, words: str, key: str) -> None:
        super().__init__(words, parent)
        self._key = key
        self.setProperty("ringRadius", 6)

    def sizeHint(self) -> QSize:
        """As large as what it draws."""
        theme = worn()
        wide = QFontMetricsF(theme.font(15, strong=True)).horizontalAdvance(self.text())
        return QSize(round(wide) + cap_size(self._key).width() + theme.px(40), theme.px(40))

    def minimumSizeHint(self) -> QSize:
        """Never smaller than what it draws."""
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:
        """The whole of it can be clicked, not its circle alone."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws it in the theme that is worn."""
        theme, painter, on = worn(), QPainter(self), self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("accent" if on else "ctl"), theme.border))
        painter.setBrush(theme.colour("accent" if on else "panel"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        ink = theme.colour("on_accent" if on else "ink")
        painter.setPen(ink)
        painter.setFont(theme.font(15, strong=True))
        painter.drawText(QRectF(theme.px(14), 0, self.width(), self.height()), _MIDDLE, self.text())
        cap = cap_size(self._key)
        left, top = self.width() - cap.width() - theme.px(12), (self.height() - cap.height()) / 2
        paint_cap(painter, QRectF(left, top, cap.width(), cap.height()), self._key, ink, ink)


class YesNo(QFrame):
    """A line to read aloud with its two answers. `answered()` comes when a person chose one of them."""

    answered = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None, *, yes: tuple[str, str], no: tuple[str, str]) -> None:
        super().__init__(parent)
        self._line = Label(self, size=20, wrap=True)
        self._translation = Label(self, size=13, tone="soft", wrap=True)
        self.yes, self.no = _Side(self, *yes), _Side(self, *no)
        self._keys = {yes[1]: self.yes, no[1]: self.no, "Y": self.yes}
        self._group = QButtonGroup(self)
        for side in (self.yes, self.no):
            self._group.addButton(side)
            side.clicked.connect(self.answered)
        line = row(column(self._line, self._translation, spacing=0), self.yes, self.no)
        line.setStretch(0, 1)
        self.setLayout(line)
        self.setFocusProxy(self.yes)

    def show_line(self, line: str, translation: str = "") -> None:
        """The question, and the same for the assistor where that differs."""
        self._line.setText(line)
        self._translation.setText(translation)
        self._translation.setVisible(bool(translation))
        for side in (self.yes, self.no):
            side.setAccessibleDescription(line)

    def value(self) -> bool | None:
        """Yes, no, or nothing yet."""
        return True if self.yes.isChecked() else False if self.no.isChecked() else None

    def clear(self) -> None:
        """Nothing is chosen."""
        self._group.setExclusive(False)
        self.yes.setChecked(False)
        self.no.setChecked(False)
        self._group.setExclusive(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Y and N choose; Enter goes on."""
        if (side := self._keys.get(event.text().upper())) is not None:
            side.click()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)
