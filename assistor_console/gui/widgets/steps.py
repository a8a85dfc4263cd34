"""The steps of an interview, one below the other; never a hint of right or wrong."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from .. import icons
from ..style import worn
from ..texts import Say
from .panel import empty

HEIGHT, INSET, DOT = 44, 16, 20


class At(StrEnum):
    """Where a step stands."""

    DONE = "done"
    CURRENT = "current"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Step:
    """A step: its words, what stands at the right ("5 of 5"), and where it stands."""

    words: str
    note: str
    at: At


class _Row(QLabel):
    def __init__(self, step: Step, first: bool, last: bool, parent: QWidget) -> None:
        super().__init__(step.words, parent)
        self._step, self._first, self._last = step, first, last
        self.setTextFormat(Qt.TextFormat.PlainText)

    def sizeHint(self) -> QSize:
        """As large as what it draws."""
        return QSize(worn().px(200), worn().px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Never smaller than what it draws."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws it in the theme that is worn."""
        theme, painter, step = worn(), QPainter(self), self._step
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = step.at is At.CURRENT
        if current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("tint"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0, 2, 0, -2), 6, 6)
        self._paint_dot(painter)
        painter.setPen(theme.colour("soft" if step.at is At.AHEAD else "ink"))
        painter.setFont(theme.font(15, strong=current))
        box = QRectF(
            INSET + theme.px(DOT + 10), 0, self.width() - INSET * 2 - theme.px(DOT + 10), self.height()
        )
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), step.words)
        painter.setPen(theme.colour("ink" if current else "soft"))
        painter.setFont(theme.font(13, strong=current))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), step.note)

    def _paint_dot(self, painter: QPainter) -> None:
        theme, side, middle = worn(), worn().px(DOT), self.height() / 2
        dot = QRectF(INSET + 0.5, middle - side / 2 + 0.5, side - 1, side - 1)
        x = dot.center().x()
        painter.setPen(QPen(theme.colour("line"), 2))
        if not self._first:
            painter.drawLine(QPointF(x, 0), QPointF(x, dot.top()))
        if not self._last:
            painter.drawLine(QPointF(x, dot.bottom()), QPointF(x, self.height()))
        if self._step.at is At.DONE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("neutral_fill"))
            painter.drawEllipse(dot)
            icons.paint(painter, "check-bold", dot.adjusted(4, 4, -4, -4), theme.colour("neutral"))
            return
        current = self._step.at is At.CURRENT
        painter.setPen(QPen(theme.colour("accent" if current else "ctl"), 2))
        painter.setBrush(theme.colour("panel" if current else "sunk"))
        painter.drawEllipse(dot.adjusted(1, 1, -1, -1))
        if current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawEllipse(dot.adjusted(6, 6, -6, -6))


class Steps(QWidget):
    """A list of `Step`s with the line that joins them."""

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self._shown: tuple[Step, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 0, 8, 0)
        self._column.setSpacing(0)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Other steps; the same ones stay as they stand."""
        if tuple(steps) == self._shown:
            return
        self._shown = tuple(steps)
        empty(self._column)
        for number, step in enumerate(steps):
            line = _Row(step, number == 0, number == len(steps) - 1, self)
            line.setAccessibleName(self._say(f"widgets.step_{step.at}", words=step.words, note=step.note))
            self._column.addWidget(line)
