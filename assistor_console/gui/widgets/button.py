"""Buttons: one primary per page, the key inside, the reason beside a disabled one."""

from dataclasses import dataclass

from PySide6.QtCore import Property, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAction,
    QColor,
    QEnterEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from .. import icons
from ..style import worn
from ..theme import mixed
from .label import Label
from .marks import Icon, cap_size, paint_cap

PAD, GAP = 16, 12
_BARE = ("link", "plain")
_OFF = Qt.PenStyle.DashLine  # seen only where the platform's few colours leave nothing else to tell
_FLAGS = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextDontClip)


@dataclass(frozen=True)
class _Look:
    fill: QColor
    edge: QColor
    ink: QColor
    cap: QColor
    width: float


class Button(QPushButton):
    """A button `height` drawn pixels high (36, 40, 48, 60).

    `kind` is primary, secondary, danger (outlined), link or plain (text only), quiet (no border); `icon` a
    Phosphor name; `key` is shown in a cap, no more: the shortcut belongs to an action (see `serve`).
    """

    _kind, _icon, _key, _height, _size, _over = "secondary", "", "", 40, 15, False

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        text: str = "",
        kind: str = "secondary",
        icon: str = "",
        key: str = "",
        height: int = 40,
        size: int = 15,
    ) -> None:
        super().__init__(parent)
        self._kind, self._icon, self._key, self._height, self._size = kind, icon, key, height, size
        self.setText(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("ringRadius", 6)

    def serve(self, action: QAction) -> "Button":
        """Stands for an action: takes its text, key and state, and triggers it."""

        def follow() -> None:
            self.setText(action.text())
            self.setEnabled(action.isEnabled())
            self.set_key(action.shortcut().toString())

        action.changed.connect(follow)
        self.clicked.connect(action.trigger)
        follow()
        return self

    def set_key(self, key: str) -> None:
        """The key in the cap, by Qt's portable name; empty for none."""
        self._key = key
        self.updateGeometry()
        self.update()

    def _set_kind(self, kind: str) -> None:
        self._kind = kind
        self.update()

    def _set_icon(self, name: str) -> None:
        self._icon = name
        self.updateGeometry()

    def _set_height(self, height: int) -> None:
        self._height = height
        self.updateGeometry()

    def _set_size(self, size: int) -> None:
        self._size = size
        self.updateGeometry()

    kind = Property(str, lambda self: self._kind, _set_kind)
    key = Property(str, lambda self: self._key, set_key)
    iconName = Property(str, lambda self: self._icon, _set_icon)
    drawnHeight = Property(int, lambda self: self._height, _set_height)
    textSize = Property(int, lambda self: self._size, _set_size)

    def sizeHint(self) -> QSize:
        """Icon, words and cap with the room around them."""
        theme = worn()
        pad = 0 if self._kind in _BARE else theme.px(PAD)
        return QSize(round(self._content_width()) + 2 * pad, theme.px(self._height))

    def minimumSizeHint(self) -> QSize:
        """The same: words on buttons are never shortened."""
        return self.sizeHint()

    def _font(self) -> QFont:
        return worn().font(self._size, strong=self._kind != "plain")

    def _icon_side(self) -> int:
        return worn().px(self._size + 5)

    def _words_width(self) -> float:
        return QFontMetricsF(self._font()).horizontalAdvance(self.text()) + 1

    def _content_width(self) -> float:
        gap = worn().px(GAP)
        icon = self._icon_side() + (worn().px(8) if self.text() else 0) if self._icon else 0
        return icon + self._words_width() + (gap + cap_size(self._key).width() if self._key else 0)

    def _look(self) -> _Look:
        theme = worn()
        clear, width = QColor(Qt.GlobalColor.transparent), float(theme.border)
        if not self.isEnabled():
            fill = clear if self._kind in (*_BARE, "quiet") else theme.colour("disabled")
            edge = theme.colour("disabled_ink") if theme.border > 1 else clear
            return _Look(fill, edge, theme.colour("disabled_ink"), theme.colour("disabled_ink"), width)
        if self._kind == "primary":
            fill = mixed(theme.colour("accent"), theme.colour("ink"), self._warmth())
            cap = mixed(fill, theme.colour("on_accent"), 0.6)
            return _Look(fill, fill, theme.colour("on_accent"), cap, width)
        panel = mixed(theme.colour("panel"), theme.colour("accent"), self._warmth())
        if self._kind == "danger":
            return _Look(panel, theme.colour("bad"), theme.colour("bad"), theme.colour("bad"), width + 0.5)
        if self._kind in _BARE:
            ink = theme.colour("accent" if self._kind == "link" or self._over else "soft")
            return _Look(clear, clear, ink, theme.colour("ctl"), width)
        edge = clear if self._kind == "quiet" else theme.colour("ctl")
        return _Look(
            clear if self._kind == "quiet" else panel, edge, theme.colour("ink"), theme.colour("ctl"), width
        )

    def _warmth(self) -> float:
        return 0.22 if self.isDown() else 0.10 if self._over else 0.0

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws box, icon, words and cap."""
        painter, look = QPainter(self), self._look()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = look.width / 2
        if self._kind not in _BARE:
            painter.setPen(QPen(look.edge, look.width, Qt.PenStyle.SolidLine if self.isEnabled() else _OFF))
            painter.setBrush(look.fill)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 6, 6)
        left = 0.0 if self._kind in _BARE else (self.width() - self._content_width()) / 2
        self._paint_content(painter, left, look)

    def _paint_content(self, painter: QPainter, left: float, look: _Look) -> None:
        middle, theme = self.height() / 2, worn()
        if self._icon:
            side = self._icon_side()
            icons.paint(painter, self._icon, QRectF(left, middle - side / 2, side, side), look.ink)
            left += side + theme.px(8)
        painter.setPen(look.ink)
        painter.setFont(self._font())
        words = QRectF(left, 0, self._words_width(), self.height())
        painter.drawText(
            words, int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextDontClip), self.text()
        )
        if self._key:
            cap, left = cap_size(self._key), words.right() + theme.px(GAP)
            box = QRectF(left, middle - cap.height() / 2, cap.width(), cap.height())
            soft = (
                look.ink
                if self._kind in ("primary", "danger") or not self.isEnabled()
                else theme.colour("soft")
            )
            paint_cap(painter, box, self._key, soft, look.cap)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button as Space does; a key that is held down presses it once."""
        if event.isAutoRepeat():
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """The pointer is over it."""
        self._over = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer has left."""
        self._over = False
        self.update()
        super().leaveEvent(event)


class ReasonedButton(QWidget):
    """A button with, while it is disabled, the reason beside it. `button` is the button."""

    def __init__(self, button: Button, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = button
        self._lock = Icon(self, name="lock-simple")
        self._reason = Label(self, size=13, tone="soft", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(button)
        row.addWidget(self._lock)
        row.addWidget(self._reason, 1)
        self.refuse("")

    def refuse(self, reason: str) -> None:
        """Disables the button with a reason; an empty reason enables it."""
        self.button.setEnabled(not reason)
        self.button.setAccessibleDescription(reason)
        self._reason.setText(reason)
        self._lock.setVisible(bool(reason))
        self._reason.setVisible(bool(reason))
