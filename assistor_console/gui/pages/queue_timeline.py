"""A case's timeline: what happened, newest first, each with its icon on a line."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from ...requests.review import TimelineEvent
from .. import icons
from ..days import local_day, short_day
from ..desk_clock import time_words
from ..style import worn
from ..texts import Say
from ..widgets.label import Label
from ..widgets.panel import column, empty, row
from .queue_words import event_look, event_title, event_words

DOT, ICON = 28, 16


class Entry(QWidget):
    """One event: its dot on the line, title and day, below them what there is to say."""

    def __init__(self, say: Say, happened: TimelineEvent, words: str, last: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._last = event_look(happened.event), last
        title = event_title(say, happened.event)
        when = f"{short_day(say, local_day(happened.at))}, {time_words(happened.at)}"
        heading = Label(self, text=title, strong=True)
        day = Label(self, text=when, size=13, tone="soft", align=Qt.AlignmentFlag.AlignRight)
        text = Label(self, text=words, size=13, tone="soft", wrap=True)
        text.setVisible(bool(words))
        self.setAccessibleName(f"{title}, {when}. {words}")
        line = QHBoxLayout(self)
        line.setContentsMargins(worn().px(DOT + 12), 3, 0, 9)
        line.addLayout(column(row(heading, None, day), text, None, spacing=0))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the dot and the line to the next one."""
        theme, painter = worn(), QPainter(self)
        icon, tone = self._look
        side, small = theme.px(DOT), theme.px(ICON)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._last:
            painter.fillRect(
                QRectF(side / 2 - 1, side + 2, 2, self.height() - side - 2), theme.colour("line")
            )
        painter.setPen(theme.colour(tone) if theme.border > 1 else Qt.PenStyle.NoPen)
        painter.setBrush(theme.fill(tone))
        painter.drawEllipse(QRectF(0.5, 0.5, side - 1, side - 1))
        box = QRectF((side - small) / 2, (side - small) / 2, small, small)
        icons.paint(painter, icon, box, theme.colour(tone))


def show_timeline(
    say: Say, body: QBoxLayout, events: Sequence[TimelineEvent], kinds: Mapping[str, str], parent: QWidget
) -> None:
    """Fills a column with the events of a case."""
    empty(body)
    for number, happened in enumerate(events):
        words = event_words(say, happened, kinds)
        body.addWidget(Entry(say, happened, words, number == len(events) - 1, parent))
    body.addStretch(1)
