"""The focus ring: 3 px wide, 1 px away from what it goes around, so nothing moves when focus does."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from ..style import worn

WIDTH, GAP = 3, 1
_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ZOrderChange}


class FocusRing(QWidget):
    """Goes around whatever has the focus in one window; a `pinned` widget keeps it (for pictures).

    A widget may say `ringRadius` (pixels) or `ringTarget` (the widget to go around in its stead).
    """

    def __init__(self, window: QWidget, pinned: QWidget | None = None) -> None:
        super().__init__(window)
        self._window, self._pinned, self._target = window, pinned, pinned
        self._chain: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        if pinned is not None:
            self._go_around(pinned)
        else:
            application = QApplication.instance()
            assert isinstance(application, QApplication)
            application.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and new.window() is self._window:
            self._go_around(new)
        elif new is not None or self._target is None:
            self._go_around(None)

    def _go_around(self, widget: QWidget | None) -> None:
        for watched in self._chain:
            watched.removeEventFilter(self)
        target = widget.property("ringTarget") if widget is not None else None
        self._target = target if isinstance(target, QWidget) else widget
        self._chain = _up_to_clip(self._target) if self._target else []
        for watched in self._chain:
            watched.installEventFilter(self)
        self._place()

    def _place(self) -> None:
        target = self._target
        if target is None or not self._chain or target.property("ringRadius") == -1 or not target.isVisible():
            self.hide()
            return
        clip = self._chain[-1]
        if self.parentWidget() is not clip:
            self.setParent(clip)
        out = WIDTH + GAP
        box = QRect(target.mapTo(clip, QPoint(0, 0)), target.size())
        self.setGeometry(box.adjusted(-out, -out, out, out))
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows its target."""
        if event.type() in _MOVES and watched is not self:
            self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the ring."""
        radius = self._target.property("ringRadius") if self._target else None
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(worn().colour("focus"), WIDTH))
        half = WIDTH / 2
        corner = (6 if radius is None else radius) + GAP + half
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), corner, corner)


def _up_to_clip(widget: QWidget) -> list[QWidget]:
    """The widget and its ancestors up to the content of a scroll area, or the window."""
    chain = [widget]
    while (parent := chain[-1].parentWidget()) is not None and not chain[-1].isWindow():
        if isinstance(parent.parentWidget(), QAbstractScrollArea) and len(chain) > 1:
            break
        chain.append(parent)
    return chain
