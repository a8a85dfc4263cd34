"""The pages of a run on the screen."""

from PySide6.QtGui import QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QWidget

from ..printing import opened
from ..style import worn


class Preview(QPdfView):
    """Shows a PDF from memory; nothing of it is written anywhere. `clear_pages()` forgets it."""

    def __init__(self, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        self.setObjectName("pages")
        self.setAccessibleName(name)
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitInView)
        self.setFrameShape(QPdfView.Shape.NoFrame)
        self.setProperty("ringRadius", 0)
        self._pages: QPdfDocument | None = None

    def show_pages(self, content: bytes) -> int:
        """Another document; how many pages. Trouble("letters_page.unreadable") where it is none."""
        pages = opened(content)
        self.clear_pages()
        look = self.palette()
        look.setColor(QPalette.ColorRole.Dark, worn().colour("bg"))
        self.setPalette(look)
        pages.setParent(self)
        self._pages = pages
        self.setDocument(pages)
        return pages.pageCount()

    def clear_pages(self) -> None:
        """Forgets the document."""
        self.setDocument(QPdfDocument(self))
        if self._pages is not None:
            self._pages.deleteLater()
            self._pages = None
