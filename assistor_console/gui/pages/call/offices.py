"""The offices near the caller, one below the other."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from ....requests.appointments import OfficeSeen
from ...style import worn
from ...texts import Say
from ...widgets.panel import empty
from ...widgets.tips import literal
from .phrases import moment_at

_LEFT = int(Qt.AlignmentFlag.AlignVCenter)
_RIGHT = _LEFT | int(Qt.AlignmentFlag.AlignRight)


class _Row(QRadioButton):
    """One office: its name, how far it is, its next free time."""

    def __init__(self, parent: QWidget, office: OfficeSeen, miles: str, free: str) -> None:
        super().__init__(office.name, parent)
        self._miles, self._free = miles, free
        self.setObjectName(f"office_{office.office_id}")
        self.setAccessibleDescription(f"{office.address}. {miles}. {free}")
        self.setToolTip(literal(f"{office.address}\n{office.phone}".strip()))
        self.setProperty("ringRadius", 4)

    def sizeHint(self) -> QSize:
        """As large as what it draws."""
        return QSize(180, worn().px(50))

    def minimumSizeHint(self) -> QSize:
        """Never smaller than what it draws."""
        return QSize(120, worn().px(50))

    def hitButton(self, pos: object) -> bool:
        """The whole of it can be clicked, not its circle alone."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws it in the theme that is worn."""
        theme, painter = worn(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("tint"))
            painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
            painter.setBrush(theme.colour("accent"))
            painter.drawRoundedRect(QRectF(0, 0, 4, self.height()), 2, 2)
        half, left, right = self.height() / 2, theme.px(16), theme.px(12)
        upper = QRectF(left, theme.px(3), self.width() - left - right, half - theme.px(1))
        lower = QRectF(left, half - theme.px(1), self.width() - left - right, half - theme.px(2))
        self._paint_words(painter, upper, lower)

    def _paint_words(self, painter: QPainter, upper: QRectF, lower: QRectF) -> None:
        theme = worn()
        painter.setPen(theme.colour("soft"))
        painter.setFont(theme.font(15))
        painter.drawText(upper, _RIGHT, self._miles)
        away = QFontMetricsF(theme.font(15)).horizontalAdvance(self._miles) + 8
        painter.setFont(theme.font(13))
        painter.drawText(lower, _LEFT, self._free)
        painter.setPen(theme.colour("ink"))
        font = theme.font(15, strong=True)
        painter.setFont(font)
        room = upper.width() - away
        name = QFontMetricsF(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(upper, _LEFT, name)


class OfficeList(QWidget):
    """Offices to choose from; arrows move. `chosen(OfficeSeen)` comes with every choice of a person."""

    chosen = Signal(object)

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self.setAccessibleName(say("call.offices"))
        self._group, self._column = QButtonGroup(self), QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_offices(self, offices: Sequence[OfficeSeen], most: int = 5) -> None:
        """Other offices, nearest first; the first is chosen without a signal."""
        empty(self._column)
        for office in offices[:most]:
            line = _Row(self, office, self._miles(office), self._free(office))
            line.clicked.connect(lambda _=False, office=office: self.chosen.emit(office))
            self._group.addButton(line)
            self._column.addWidget(line)
        if offices:
            first = self._group.buttons()[-len(offices[:most])]
            first.setChecked(True)
            self.setFocusProxy(first)

    def _miles(self, office: OfficeSeen) -> str:
        return "" if office.miles is None else self._say("call.miles", miles=office.miles)

    def _free(self, office: OfficeSeen) -> str:
        if office.next_free is None:
            return self._say("call.none_free")
        return self._say("call.next_free", when=moment_at(office.next_free, office.zone, self._say))
