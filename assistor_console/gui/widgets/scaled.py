"""Frames whose height or width is drawn, and follows the text size while the console runs."""

from PySide6.QtCore import Property, QEvent
from PySide6.QtWidgets import QFrame

from ..style import worn


class ScaledFrame(QFrame):
    """A frame of a drawn height or width in pixels (0 leaves it free)."""

    _drawn = (0, 0)

    def draw(self, *, width: int = 0, height: int = 0) -> None:
        """Fixes width, height or both at the present text size, and again when that changes."""
        self._drawn = (width, height)
        if width:
            self.setFixedWidth(worn().px(width))
        if height:
            self.setFixedHeight(worn().px(height))

    drawnWidth = Property(int, lambda self: self._drawn[0], lambda self, width: self._redraw(width=width))
    drawnHeight = Property(int, lambda self: self._drawn[1], lambda self, height: self._redraw(height=height))

    def _redraw(self, width: int = 0, height: int = 0) -> None:
        self.draw(width=width or self._drawn[0], height=height or self._drawn[1])

    def changeEvent(self, event: QEvent) -> None:
        """Another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            width, height = self._drawn
            self.draw(width=width, height=height)
