"""The bars around every page: the message line below, the page header."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ..messages import Message
from ..theme import Tone
from .label import Label
from .marks import Icon, KeyCap
from .panel import column, empty, row
from .scaled import ScaledFrame

ROOM = 2 * 24 + 2 * 8 + 4
"""Around and between what stands on the message line, in pixels."""
_ICONS = {
    Tone.NEUTRAL: ("check-circle", "soft"),
    Tone.INFO: ("info", "soft"),
    Tone.OK: ("check-circle", "ok"),
    Tone.WARN: ("warning", "warn"),
    Tone.BAD: ("warning-circle", "bad"),
}


class MessageLine(ScaledFrame):
    """The bottom line: the last message at the left, keys worth knowing at the right; never over the work.

    A message that stands gives way to others for a while only.
    """

    HEIGHT, AGAIN_MS = 40, 8_000

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "footer")
        self._icon = Icon(self, name="info", size=18)
        self._words = Label(self, size=13, tone="soft")
        self._keys_place = QWidget(self)
        self._keys = row(spacing=8)
        self._keys_place.setLayout(self._keys)
        self._standing: Message | None = None
        self._again = QTimer(self, singleShot=True, interval=self.AGAIN_MS)
        self._again.timeout.connect(self._show_standing)
        line = QHBoxLayout(self)
        line.setContentsMargins(24, 0, 24, 0)
        line.setSpacing(8)
        line.addWidget(self._icon)
        line.addWidget(self._words, 1)
        line.addWidget(self._keys_place)
        self.draw(height=self.HEIGHT)

    def show_message(self, message: Message) -> None:
        """The last message."""
        if message.stands:
            self._standing = message
        elif self._standing is not None:
            self._again.start()
        self._show(message.text, *_ICONS[message.tone])

    def show_words(self, words: str) -> None:
        """Words of the page itself, until the next message; none while a message stands."""
        if self._standing is None:
            self._show(words, "info", "soft")

    def _show_standing(self) -> None:
        if self._standing is not None:
            self.show_message(self._standing)

    def _show(self, words: str, icon: str, tone: str) -> None:
        self._icon.show_icon(icon, tone)
        self._words.set_tone(tone)
        self._words.setText(words)
        self._words.setAccessibleName(words)
        self._fit()

    def words(self) -> str:
        """What it says now."""
        return self._words.text()

    def show_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        """Pairs of key (Qt's portable name) and words."""
        empty(self._keys)
        for number, (key, words) in enumerate(keys):
            if number:
                self._keys.addSpacing(8)
            self._keys.addWidget(KeyCap(self, key=key))
            self._keys.addWidget(Label(self, text=words, size=13, tone="soft"))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Keys make room for a message that would be shortened beside them."""
        needed = self._words.sizeHint().width() + self._icon.width() + self._keys_width()
        self._keys_place.setVisible(needed + ROOM <= self.width())

    def _keys_width(self) -> int:
        """Also of those that are not shown yet, which a layout does not count."""
        items = [self._keys.itemAt(place) for place in range(self._keys.count())]
        widths = [(item.widget() or item).sizeHint().width() for item in items if item is not None]
        return sum(widths) + self._keys.spacing() * len(widths)


class Fact(QWidget):
    """A small label with a value below it."""

    def __init__(
        self, parent: QWidget | None = None, *, words: str = "", value: str = "", size: int = 15
    ) -> None:
        super().__init__(parent)
        self._words = Label(self, text=words, size=13, tone="soft")
        self._value = Label(self, size=size, strong=True)
        self.setLayout(column(self._words, self._value, spacing=0))
        self.show_value(value)

    def show_value(self, value: str) -> None:
        """Another value."""
        self._value.setText(value)
        self.setAccessibleName(f"{self._words.text()} {value}")


class PageHeader(ScaledFrame):
    """Title with a soft note; add facts, chips and buttons to `left` and `right`. 64–84 pixels high."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        title: str = "",
        note: str = "",
        beside: bool = True,
        height: int = 64,
        size: int = 24,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "header")
        self._title = Label(self, text=title, size=size, strong=True)
        self._note = Label(self, text=note, size=15 if beside else 13, tone="soft")
        self.left, self.right = row(spacing=32), row(spacing=16)
        line = QHBoxLayout(self)
        line.setContentsMargins(24, 0, 24, 0)
        line.setSpacing(32)
        heading = (
            row(self._title, self._note, spacing=16) if beside else column(self._title, self._note, spacing=0)
        )
        line.addLayout(heading)
        line.addLayout(self.left)
        line.addStretch(1)
        line.addLayout(self.right)
        for layout in (heading, self.left, self.right):
            line.setAlignment(layout, Qt.AlignmentFlag.AlignVCenter)
        self.draw(height=height)

    def show_title(self, title: str, note: str = "") -> None:
        """Another title."""
        self._title.setText(title)
        self._note.setText(note)
