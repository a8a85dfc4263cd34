"""What happened and what to do: banners, empty states, lines to read aloud."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ..style import worn
from ..texts import Say
from ..theme import Tone
from .button import Button
from .label import Label
from .marks import Icon
from .panel import column, row

ICONS = {
    Tone.INFO: "info",
    Tone.OK: "check-circle",
    Tone.WARN: "warning-circle",
    Tone.BAD: "x-circle",
    Tone.NEUTRAL: "info",
}


class Tinted(QFrame):
    """A box in the fill of a tone with its thin edge."""

    def __init__(self, parent: QWidget | None = None, *, tone: Tone = Tone.INFO) -> None:
        super().__init__(parent)
        self._fill_tone = tone

    def set_fill(self, tone: Tone) -> None:
        """Another tone."""
        self._fill_tone = tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the box."""
        theme, painter, half = worn(), QPainter(self), worn().border / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.edge(self._fill_tone), theme.border))
        info = self._fill_tone is Tone.INFO
        painter.setBrush(theme.colour("tint") if info else theme.fill(self._fill_tone))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 6, 6)


class Banner(Tinted):
    """A title, a sentence and at most one button. `pressed()` is the button's."""

    pressed = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        tone: Tone = Tone.INFO,
        title: str = "",
        text: str = "",
        button: str = "",
        icon: str = "",
        size: int = 15,
    ) -> None:
        super().__init__(parent, tone=tone)
        self._icon = Icon(self, name=icon or ICONS[tone], size=20 if size < 20 else 40, tone=tone)
        self._title = Label(self, text=title, size=size, strong=True, tone=tone, wrap=True)
        self._text = Label(self, text=text, size=13 if size < 20 else 15, wrap=True)
        self.button = Button(self, text=button, height=32, size=13)
        self.button.clicked.connect(self.pressed)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 8, 12, 8)
        line.setSpacing(12)
        line.addWidget(self._icon)
        line.addLayout(column(self._title, self._text, spacing=0), 1)
        line.addWidget(self.button)
        self.show_words(title, text, button)

    def show_words(self, title: str, text: str = "", button: str = "") -> None:
        """Other words; what is empty is not shown."""
        for label, words in ((self._title, title), (self._text, text), (self.button, button)):
            label.setText(words)
            label.setVisible(bool(words))
        self.setAccessibleName(" ".join(part for part in (title, text) if part))


class EmptyState(QWidget):
    """What stands where there is nothing yet, it is loading, or it failed."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        icon: str = "check-circle",
        title: str = "",
        text: str = "",
        tone: str = "soft",
    ) -> None:
        super().__init__(parent)
        self._icon = Icon(self, size=24)
        self._title = Label(self, strong=True, wrap=True)
        self._text = Label(self, size=13, tone="soft", wrap=True)
        self.setLayout(column(self._icon, self._title, self._text, None, spacing=0))
        self.show_words(icon, title, text, tone)

    def show_words(self, icon: str, title: str, text: str = "", tone: str = "soft") -> None:
        """Another state: "check-circle" is nothing, "spinner" loading, "warning-circle" with "bad" failed."""
        self._icon.show_icon(icon, tone)
        self._title.setText(title)
        self._text.setText(text)
        self.setAccessibleName(f"{title}. {text}")


class ReadAloud(QWidget):
    """A line to say to the caller, and below it the same in the assistor's language where that differs."""

    def __init__(self, say: Say, parent: QWidget | None = None, *, size: int = 30) -> None:
        super().__init__(parent)
        self._line = Label(self, size=size, wrap=True, line=1.32)
        self._globe = Icon(self, name="translate", size=18)
        self._translation = Label(self, tone="soft", wrap=True)
        head = row(
            Icon(self, name="speaker-high", size=18, tone="accent"),
            Label(self, text=say("widgets.read_aloud"), size=13, strong=True, tone="accent"),
            None,
        )
        below = row(self._globe, self._translation)
        below.setStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self._line)
        layout.addLayout(below)
        self.show_line("")

    def show_line(self, line: str, translation: str = "") -> None:
        """Another line; paragraphs are parted by a line break."""
        self._line.setText(line)
        self._translation.setText(translation)
        self._globe.setVisible(bool(translation))
        self._translation.setVisible(bool(translation))
        self.setAccessibleName(line)


class Hint(QWidget):
    """A sentence with an icon before it, in soft ink."""

    def __init__(
        self, parent: QWidget | None = None, *, icon: str = "info", text: str = "", size: int = 15
    ) -> None:
        super().__init__(parent)
        self._icon = Icon(self, name=icon, size=18)
        self._words = Label(self, text=text, tone="soft", size=size, wrap=True)
        line = row(self._icon, self._words)
        line.setStretch(1, 1)
        line.setAlignment(self._icon, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)

    def show_hint(self, text: str, icon: str = "", tone: str = "soft") -> None:
        """Other words; an empty text hides the hint."""
        self._words.setText(text)
        self._words.set_tone(tone)
        if icon:
            self._icon.show_icon(icon, tone)
        self.setVisible(bool(text))
