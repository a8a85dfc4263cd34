"""Small marks: an icon, a key cap, a chip."""

from PySide6.QtCore import Property, QCoreApplication, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from .. import icons
from ..style import worn
from ..theme import Tone

CAP_HEIGHT, CAP_PAD, CHIP_HEIGHT = 22, 6, 24
SIGNS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "Escape": "Esc"}
SIGNS |= {"Return": "Enter", "PgDown": "PgDn", "Del": "Delete"}
NAMED = frozenset({"Return", "PgUp", "PgDown", "Home", "End", "Del", "Space"})
"""Keys with a name in each language; what a keyboard calls them where no window says which is spoken."""


class Icon(QLabel):
    """A Phosphor icon `size` pixels large in a token's colour. Decoration: words say the same beside it."""

    _name, _size, _tone = "circle", 20, "soft"

    def __init__(
        self, parent: QWidget | None = None, *, name: str = "circle", size: int = 20, tone: str = "soft"
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._name, self._size, self._tone = name, size, tone
        self.setFixedSize(self.sizeHint())

    def show_icon(self, name: str, tone: str | None = None) -> None:
        """Another icon, and another tone if given."""
        self._name, self._tone = name, tone or self._tone
        self.setFixedSize(self.sizeHint())
        self.update()

    def _resize(self, size: int) -> None:
        self._size = size
        self.setFixedSize(self.sizeHint())

    icon = Property(str, lambda self: self._name, show_icon)
    tone = Property(str, lambda self: self._tone, lambda self, tone: self.show_icon(self._name, tone))
    iconSize = Property(int, lambda self: self._size, _resize)

    def changeEvent(self, event: QEvent) -> None:
        """Another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """A square."""
        side = worn().px(self._size)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the icon."""
        icons.paint(QPainter(self), self._name, QRectF(self.rect()), worn().colour(self._tone))


def key_words(key: str) -> str:
    """A key as people call it in the language of the interface, by Qt's name: "Alt+Left" is "Alt+←",
    "Return" is "Enter" or "Intro"."""
    return "+".join(map(_part, key.split("+")))


def _part(key: str) -> str:
    code = f"widgets.key_{key.lower()}"
    said = QCoreApplication.translate("keys", code) if key in NAMED else code
    return said if said != code else SIGNS.get(key, key)


def cap_size(key: str) -> QSize:
    """How large a key cap is, in pixels."""
    theme = worn()
    wide = QFontMetricsF(theme.font(13, strong=True)).horizontalAdvance(key_words(key))
    height = theme.px(CAP_HEIGHT)
    return QSize(max(height, round(wide) + 2 * theme.px(CAP_PAD) + 1), height)


def paint_cap(painter: QPainter, box: QRectF, key: str, ink: QColor, edge: QColor) -> None:
    """Draws a key cap into a box."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, worn().border))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setPen(ink)
    painter.setFont(worn().font(13, strong=True))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key_words(key))
    painter.restore()


class KeyCap(QLabel):
    """A key as it is drawn on a keyboard; `key` is Qt's portable name. `bar` caps stand on the top bar."""

    def __init__(self, parent: QWidget | None = None, *, key: str = "", bar: bool = False) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = bar
        self.setText(key)

    def sizeHint(self) -> QSize:
        """The cap."""
        return cap_size(self.text())

    def minimumSizeHint(self) -> QSize:
        """The cap: it is never shortened."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the cap in the middle."""
        size, theme = self.sizeHint(), worn()
        box = QRectF(0, (self.height() - size.height()) / 2, size.width(), size.height())
        ink = theme.colour("bar_soft" if self._bar else "soft")
        paint_cap(QPainter(self), box, self.text(), ink, ink if self._bar else theme.colour("ctl"))


class Chip(QLabel):
    """A state: word, icon and tone. Never clickable."""

    _icon, _tone = "", Tone.NEUTRAL

    def __init__(
        self, parent: QWidget | None = None, *, text: str = "", icon: str = "", tone: Tone = Tone.NEUTRAL
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.show_state(text, icon, tone)

    def show_state(self, text: str, icon: str = "", tone: Tone = Tone.NEUTRAL) -> None:
        """Another state; `icon` may be empty."""
        self._icon, self._tone = icon, tone
        self.setText(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The chip."""
        return chip_size(self.text(), self._icon)

    def minimumSizeHint(self) -> QSize:
        """The chip: it is never shortened."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the chip at the left, in the middle of the height."""
        size = self.sizeHint()
        box = QRectF(0, (self.height() - size.height()) / 2, size.width(), size.height())
        paint_chip(QPainter(self), box, self.text(), self._icon, self._tone)


def chip_size(text: str, icon: str) -> QSize:
    """How large a chip is, in pixels."""
    theme = worn()
    wide = QFontMetricsF(theme.font(13, strong=True)).horizontalAdvance(text)
    lead = theme.px(8 + (18 if icon else 0))
    return QSize(lead + round(wide) + 1 + theme.px(8), theme.px(CHIP_HEIGHT))


def paint_chip(painter: QPainter, box: QRectF, text: str, icon: str, tone: Tone) -> None:
    """Draws a chip into a box of `chip_size`; tables use it too."""
    theme = worn()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    high = theme.border > 1
    painter.setPen(QPen(theme.colour(tone), theme.border) if high else Qt.PenStyle.NoPen)
    painter.setBrush(theme.fill(tone))
    painter.drawRoundedRect(box, 4, 4)
    left = box.left() + theme.px(8)
    if icon:
        side = theme.px(15)
        icons.paint(
            painter, icon, QRectF(left - 1, box.center().y() - side / 2, side, side), theme.colour(tone)
        )
        left += theme.px(18)
    painter.setPen(theme.colour(tone))
    painter.setFont(theme.font(13, strong=True))
    rest = QRectF(left, box.top(), box.right() - left, box.height())
    painter.drawText(rest, int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine), text)
    painter.restore()
