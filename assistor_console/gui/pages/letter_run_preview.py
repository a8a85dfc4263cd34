"""The pages of a run on the screen, one at a time."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QLabel, QWidget

from ..printing import opened
from ..style import worn

MARGIN = 16


class Preview(QLabel):
    """Shows a PDF from memory; nothing of it is written anywhere, and `clear_pages` forgets it.

    A page is drawn when it is looked at: a view that draws ahead on a thread of its own does not survive
    the end of its window.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setObjectName("pages")
        self._pages: QPdfDocument | None = None
        self._number, self._drawn = 0, QImage()

    def show_pages(self, content: bytes) -> int:
        """Another document; how many pages. Trouble("letters_page.unreadable") where it is none."""
        self._pages = opened(content)
        self.turn_to(0)
        return self.count

    def clear_pages(self) -> None:
        """Forgets the document."""
        self._pages, self._drawn, self._number = None, QImage(), 0
        self.update()

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self._pages.pageCount() if self._pages is not None else 0

    @property
    def number(self) -> int:
        """Which page is shown, from 0."""
        return self._number

    def turn_to(self, number: int) -> None:
        """Another page; beyond either end the last one there."""
        self._number = min(max(0, number), max(0, self.count - 1))
        self._drawn = QImage()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the page as large as there is room for."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), worn().colour("bg"))
        if self._pages is None:
            return
        room = self.size() - QSize(2 * MARGIN, 2 * MARGIN)
        points = self._pages.pagePointSize(self._number)
        size = points.scaled(room, Qt.AspectRatioMode.KeepAspectRatio).toSize()
        pixels = size * self.devicePixelRatio()
        if self._drawn.size() != pixels:
            self._drawn = self._pages.render(self._number, pixels)
        corner = QPoint((self.width() - size.width()) // 2, MARGIN)
        sheet = QRectF(corner.x(), corner.y(), size.width(), size.height())
        painter.fillRect(sheet, Qt.GlobalColor.white)
        painter.drawImage(sheet, self._drawn)
        painter.setPen(worn().colour("line"))
        painter.drawRect(sheet.adjusted(-0.5, -0.5, 0.5, 0.5))
