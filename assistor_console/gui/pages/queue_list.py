"""The queues at the left: name and count; Up and Down go from one to the next."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from ...requests.review import Queue, QueueSeen
from ..style import worn
from ..texts import Say
from ..widgets.panel import Rule

HIGH = 36
BREAKS = (Queue.INTERRUPTED, Queue.OPEN)


class QueueButton(QPushButton):
    """One queue; the one shown is tinted with a bar at its edge."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._count = ""
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("ringRadius", 4)

    def show_count(self, count: int, said: str) -> None:
        """How many cases stand in it, and that in words."""
        self._count = f"{count:,}"
        self.setAccessibleName(said)
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(worn().px(200), worn().px(HIGH))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws name, count and, for the queue shown, tint and bar."""
        theme, painter, shown = worn(), QPainter(self), self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if shown or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("tint"))
            painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        if shown:
            painter.fillRect(QRectF(0, 0, 4, self.height()), theme.colour("accent"))
        inner = QRectF(self.rect()).adjusted(12, 0, -12, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font(15, strong=shown))
        painter.setPen(theme.colour("ink"))
        painter.drawText(inner, int(middle), self.text())
        painter.setFont(theme.font(15))
        painter.setPen(theme.colour("soft"))
        painter.drawText(inner, int(middle | Qt.AlignmentFlag.AlignRight), self._count)


class QueueList(QWidget):
    """All queues below each other. `picked(Queue)` carries the one a person went to."""

    picked = Signal(object)

    def __init__(self, say: Say, space: QBoxLayout, parent: QWidget) -> None:
        super().__init__(parent)
        self._say = say
        self.hide()
        self.buttons: dict[Queue, QueueButton] = {}
        for queue in Queue:
            if queue in BREAKS:
                space.addSpacing(7)
                space.addWidget(Rule(parent))
                space.addSpacing(7)
            button = QueueButton(say(f"queue.{queue}"), parent)
            button.setObjectName(f"queue_{queue}")
            button.clicked.connect(lambda _checked=False, queue=queue: self.picked.emit(queue))
            space.addWidget(button)
            self.buttons[queue] = button
        self.buttons[Queue.NEEDS_PERSON].setChecked(True)

    def show_counts(self, queues: Sequence[QueueSeen]) -> None:
        """How many cases stand in each queue."""
        for seen in queues:
            said = self._say("queue.count", name=self._say(f"queue.{seen.queue}"), count=seen.count)
            self.buttons[seen.queue].show_count(seen.count, said)

    def step(self, by: int) -> None:
        """Goes to the next queue, or back."""
        order = list(Queue)
        at = next(number for number, queue in enumerate(order) if self.buttons[queue].isChecked())
        self.buttons[order[(at + by) % len(order)]].click()
