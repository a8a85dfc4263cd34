"""A line to search with: a magnifying glass at its right."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from .. import icons
from ..style import worn
from .editors import LineEdit


class SearchEdit(LineEdit):
    """What is typed narrows a list; the glass is a picture only."""

    def __init__(self, parent: QWidget | None = None, *, name: str = "", example: str = "") -> None:
        super().__init__(parent, name=name, example=example)
        self.setProperty("suffix", True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the glass inside the field."""
        super().paintEvent(event)
        side = worn().px(18)
        box = QRectF(self.width() - side - 12, (self.height() - side) / 2, side, side)
        icons.paint(QPainter(self), "magnifying-glass", box, worn().colour("soft"))
