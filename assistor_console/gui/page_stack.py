"""The pages of a window, one of them shown."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from .page import Page
from .widgets.focus import FocusRing


class PageStack(QStackedWidget):
    """Pages on top of each other. `entered(Page)` comes before a page that is shown asks for anything,
    `status(str)` carries the words of the page that is shown."""

    entered = Signal(object)
    status = Signal(str)

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._ring = FocusRing(window)

    @property
    def page(self) -> Page:
        """The page that is shown."""
        page = self.currentWidget()
        assert isinstance(page, Page)
        return page

    def add(self, page: Page) -> None:
        """A page that may be entered later."""
        if self.indexOf(page) < 0:
            page.status_changed.connect(self._on_status)
            self.addWidget(page)

    def enter(self, page: Page) -> None:
        """Shows a page and lets it begin."""
        self.add(page)
        self.setCurrentWidget(page)
        self.entered.emit(page)
        page.enter()

    def drop(self, page: Page) -> None:
        """A page that is not wanted any more."""
        if page.isAncestorOf(self._ring):
            self._ring.let_go()
        self.removeWidget(page)
        page.deleteLater()

    def _on_status(self, words: str) -> None:
        if self.sender() is self.currentWidget():
            self.status.emit(words)
