"""Clocks: a label, a figure, a bar. They tick without moving anything."""

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ..style import worn
from ..texts import Say
from .label import Label
from .marks import Icon
from .panel import row


class Mood(StrEnum):
    """What a question clock says."""

    RUNNING = "running"
    SOON = "soon"
    DROPPED = "dropped"
    RESTING = "resting"
    UP = "up"


_LOOKS = {
    Mood.RUNNING: ("timer", "soft", "ink", "accent"),
    Mood.SOON: ("warning-fill", "warn", "warn", "warning_bar"),
    Mood.DROPPED: ("phone-slash", "warn", "warn", "warning_bar"),
    Mood.RESTING: ("pause-circle", "soft", "ink", "accent"),
    Mood.UP: ("x-circle", "bad", "bad", "bad"),
}


def minutes(seconds: int) -> str:
    """Seconds as people read a clock: "1:24"."""
    return f"{max(0, seconds) // 60}:{max(0, seconds) % 60:02d}"


class Bar(QWidget):
    """How much is left, 0.0–1.0, in the colour of a token."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part, self._tone = 1.0, "accent"
        self.setFixedHeight(6)

    def show_part(self, part: float, tone: str = "accent") -> None:
        """Another part."""
        self._part, self._tone = min(1.0, max(0.0, part)), tone
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as it is let."""
        return QSize(120, 6)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the bar on its track."""
        theme, painter, box = worn(), QPainter(self), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("line"))
        painter.drawRoundedRect(box, 3, 3)
        if self._part > 0:
            painter.setBrush(theme.colour(self._tone))
            painter.drawRoundedRect(QRectF(0, 0, max(6.0, box.width() * self._part), box.height()), 3, 3)


class QuestionClock(QFrame):
    """The time left for one question. `warned` is sent once as it turns to a warning, `ran_out` once at 0."""

    warned = Signal()
    ran_out = Signal()

    def __init__(self, say: Say, parent: QWidget | None = None, *, size: int = 40) -> None:
        super().__init__(parent)
        self._say, self._mood = say, Mood.RUNNING
        self._icon = Icon(self, name="timer", size=18)
        self._label = Label(self, size=13, strong=True)
        self._figure = Label(self, size=size, strong=True, line=1.1)
        self._of = Label(self, size=13, tone="soft")
        self._bar = Bar(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row(self._icon, self._label, None, spacing=6))
        figures = row(self._figure, self._of, None, spacing=8)
        figures.setAlignment(self._of, Qt.AlignmentFlag.AlignBottom)
        self._of.setContentsMargins(0, 0, 0, size // 10)
        column.addLayout(figures)
        column.addWidget(self._bar)
        self.show_time(0, 1, Mood.RUNNING)

    @property
    def mood(self) -> Mood:
        """What it says now."""
        return self._mood

    def show_left(self, left: int, whole: int, warning: int, dropped: bool = False) -> None:
        """Seconds left of a whole; it warns from `warning` on, and says so while the call is dropped."""
        running = Mood.UP if left <= 0 else Mood.SOON if left <= warning else Mood.RUNNING
        self.show_time(left, whole, Mood.DROPPED if dropped else running)

    def show_time(self, left: int, whole: int, mood: Mood) -> None:
        """The same with the mood given."""
        before, self._mood = self._mood, mood
        icon, words_tone, figure_tone, bar_tone = _LOOKS[mood]
        self._icon.show_icon(icon, words_tone)
        self._label.setText(self._say(f"widgets.clock_{mood}"))
        self._label.set_tone(words_tone)
        self._figure.setText(minutes(left))
        self._figure.set_tone(figure_tone)
        self._of.setText(self._say(f"widgets.clock_{mood}_of", whole=minutes(whole)))
        self._bar.show_part(left / whole if whole else 0.0, bar_tone)
        self.setAccessibleName(f"{self._label.text()}, {self._figure.text()} {self._of.text()}")
        if mood is not before:
            self._turned(mood)

    def _turned(self, mood: Mood) -> None:
        if mood is Mood.SOON:
            event = QAccessibleAnnouncementEvent(self, self.accessibleName())
            QAccessible.updateAccessibility(event)
            self.warned.emit()
        elif mood is Mood.UP:
            self.ran_out.emit()


class ClockRow(QWidget):
    """One clock on one line: icon, words, figure at the right."""

    def __init__(self, parent: QWidget | None = None, *, icon: str = "clock", words: str = "") -> None:
        super().__init__(parent)
        self._icon = Icon(self, name=icon, size=18)
        self._words = Label(self, text=words, tone="soft")
        self._figure = Label(self, size=17, strong=True)
        line = row(self._icon, self._words, None, self._figure, spacing=10)
        self.setLayout(line)

    def show_figure(self, figure: str, tone: str = "ink") -> None:
        """The figure ("11:42", "3 h 07 min") and its tone."""
        self._figure.setText(figure)
        self._figure.set_tone(tone)
        self.setAccessibleName(f"{self._words.text()}, {figure}")


def hours(minutes_left: int) -> str:
    """Minutes as a shift is read: "3 h 07 min", "9 min"."""
    whole, rest = divmod(max(0, minutes_left), 60)
    return f"{whole} h {rest:02d} min" if whole else f"{rest} min"
