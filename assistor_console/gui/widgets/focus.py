"""The focus ring: 3 px wide, 1 px away from what it goes around, so nothing moves when focus does."""

import weakref

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollArea, QWidget
from shiboken6 import isValid

from ..style import worn

WIDTH, GAP, ROOM = 3, 1, 24
_PLACED = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show)


class FocusRing(QWidget):
    """Goes around whatever has the focus in one window; a `pinned` widget keeps it (for pictures).

    A widget may say `ringRadius` (pixels; -1 for no ring) or `ringTarget` (the widget to go around instead).
    """

    _chain: tuple[QWidget, ...] = ()

    def __init__(self, window: QWidget, pinned: QWidget | None = None) -> None:
        super().__init__(window)
        # A plain reference would be a circle, and a window in a circle dies at the collector's whim.
        self._window = weakref.ref(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        if pinned is not None:
            self._go_around(pinned)
            return
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None:
            return
        instead = new.property("ringTarget")
        target = instead if isinstance(instead, QWidget) else new
        mine = new.window() is self._window() and _ringed(target)
        self._go_around(target if mine else None)
        if mine:
            _into_view(target)

    def _go_around(self, target: QWidget | None) -> None:
        for watched in filter(isValid, self._chain):
            watched.removeEventFilter(self)
        self._chain = _up_to_clip(target) if target is not None else ()
        for watched in self._chain:
            watched.installEventFilter(self)
        self._place()

    def let_go(self) -> None:
        """Goes home to its window: what it stands in is about to go, and would take it along."""
        self._go_around(None)
        if (window := self._window()) is not None:
            self.setParent(window)

    def _place(self) -> None:
        if not all(map(isValid, self._chain)):
            self._chain = ()
        target = self._chain[0] if self._chain else None
        clip = self._chain[-1].parentWidget() if self._chain else None
        if target is None or clip is None or not target.isVisible():
            self.hide()
            return
        if self.parentWidget() is not clip:
            self.setParent(clip)
        out = WIDTH + GAP
        box = QRect(target.mapTo(clip, QPoint(0, 0)), target.size())
        self.setGeometry(box.adjusted(-out, -out, out, out))
        self.show()
        self.raise_()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follows what it goes around. When that is hidden its window may be dying: nothing is asked then."""
        if event.type() == QEvent.Type.Hide:
            self.hide()
        elif event.type() in _PLACED:
            self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the ring."""
        radius = self._chain[0].property("ringRadius") if self._chain and isValid(self._chain[0]) else None
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(worn().colour("focus"), WIDTH))
        half = WIDTH / 2
        corner = (6 if radius is None else radius) + GAP + half
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), corner, corner)


def _ringed(widget: QWidget) -> bool:
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.property("ringRadius") != -1


def _up_to_clip(widget: QWidget) -> tuple[QWidget, ...]:
    """The widget and its ancestors below the content of a scroll area, or below the window."""
    chain = [widget]
    while (parent := chain[-1].parentWidget()) is not None and not parent.isWindow():
        above = parent.parentWidget()
        scrolls = above is not None and isinstance(above.parentWidget(), QAbstractScrollArea)
        if scrolls:
            break
        chain.append(parent)
    return tuple(chain)


def _into_view(widget: QWidget) -> None:
    """Scrolls whatever can be scrolled until the widget is seen."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget, ROOM, ROOM)
        parent = parent.parentWidget()
