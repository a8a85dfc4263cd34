"""The focus ring: 3 px wide, 1 px away from what it goes around, so nothing moves when focus does."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QApplication,
    QFocusFrame,
    QProxyStyle,
    QScrollArea,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)

from ..style import worn

WIDTH, GAP, ROOM = 3, 1, 24
_MARGINS = (QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_FocusFrameVMargin)


class _Outside(QProxyStyle):
    """Tells Qt how far outside its widget the frame lies; worn by the ring alone."""

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        return WIDTH + GAP if metric in _MARGINS else super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: QStyleHintReturn | None = None,
    ) -> int:
        # Above: only then Qt hangs the frame on the window, where no parent cuts it off.
        above = hint == QStyle.StyleHint.SH_FocusFrame_AboveWidget
        return 1 if above else super().styleHint(hint, option, widget, returned)


def _ringed(widget: QWidget) -> bool:
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.property("ringRadius") != -1


def _into_view(widget: QWidget) -> None:
    """Scrolls whatever can be scrolled until the widget is seen."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget, ROOM, ROOM)
        parent = parent.parentWidget()


class FocusRing(QFocusFrame):
    """Goes around whatever has the focus in one window; a `pinned` widget keeps it (for pictures).

    A widget may say `ringRadius` (pixels; -1 for no ring) or `ringTarget` (the widget to go around instead).
    """

    def __init__(self, window: QWidget, pinned: QWidget | None = None) -> None:
        super().__init__(window)
        self._window = window
        outside = _Outside()
        outside.setParent(self)
        self.setStyle(outside)
        if pinned is not None:
            self._go_around(pinned)
            return
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None:
            self._go_around(new if new.window() is self._window else None)

    def _go_around(self, widget: QWidget | None) -> None:
        instead = widget.property("ringTarget") if widget is not None else None
        target = instead if isinstance(instead, QWidget) else widget
        self.setWidget(target if target is not None and _ringed(target) else None)  # type: ignore[arg-type]
        if target is not None:
            _into_view(target)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the ring."""
        radius = self.widget().property("ringRadius") if self.widget() else None
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(worn().colour("focus"), WIDTH))
        half = WIDTH / 2
        corner = (6 if radius is None else radius) + GAP + half
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), corner, corner)
