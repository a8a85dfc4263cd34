"""A field for secrets: what is typed or pasted into it does not come out again."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard, QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QMenu

from .editors import LineEdit

_COPIES = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut)
_COPYING = ("edit-cut", "edit-copy")


class SecretEdit(LineEdit):
    """Neither keys, menu nor the mouse copy what it holds, shown or hidden."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that would copy do nothing."""
        if any(event.matches(copies) for copies in _COPIES):
            event.accept()
        else:
            super().keyPressEvent(event)

    def menu(self) -> QMenu:
        """The usual menu without what copies."""
        menu: QMenu = self.createStandardContextMenu()
        for action in menu.actions():
            if action.objectName() in _COPYING:
                menu.removeAction(action)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu, where it was asked for."""
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """What the mouse has selected is not what the middle button pastes elsewhere."""
        super().mouseReleaseEvent(event)
        clipboard, mode = QGuiApplication.clipboard(), QClipboard.Mode.Selection
        selected = self.selectedText()
        if clipboard.supportsSelection() and selected and clipboard.text(mode) == selected:
            clipboard.clear(mode)
