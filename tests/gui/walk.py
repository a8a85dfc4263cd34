"""Walks a page as assistive technology and eyes do: names, mnemonics, order, and words cut off."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QShortcut
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QLabel, QWidget

from assistor_console.gui.widgets.label import Label


def settle() -> None:
    """Lets layouts that wait for layouts come to rest."""
    for _ in range(6):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def focusable(root: QWidget) -> list[QWidget]:
    """The visible widgets that Tab reaches, in its order."""
    found: list[QWidget] = []
    widget = root.nextInFocusChain()
    while widget is not None and widget is not root:
        tabbed = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if tabbed and widget.isVisible() and widget.isEnabled() and root.isAncestorOf(widget):
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def unnamed(root: QWidget) -> list[str]:
    """The focusable widgets that assistive technology has no name for."""
    return [describe(widget) for widget in focusable(root) if not spoken(widget)]


def spoken(widget: QWidget) -> str:
    """The name assistive technology reads out."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface else ""


def keys_twice(root: QWidget) -> list[str]:
    """Mnemonics and shortcuts that two things on the page claim."""
    claimed = [*_mnemonics(root), *(action.shortcut().toString() for action in root.actions())]
    claimed += [shortcut.key().toString() for shortcut in root.findChildren(QShortcut)]
    claimed = [key for key in claimed if key]
    return sorted({key for key in claimed if claimed.count(key) > 1})


def _mnemonics(root: QWidget) -> Iterator[str]:
    for widget in root.findChildren(QWidget):
        if isinstance(widget, QAbstractButton) and widget.isVisible():
            yield widget.shortcut().toString()
        elif isinstance(widget, QLabel) and not isinstance(widget, Label) and "&" in widget.text():
            yield f"Alt+{widget.text().split('&', 1)[1][:1].upper()}"


def cut_off(root: QWidget) -> list[str]:
    """Labels whose words do not fit, and controls smaller than their words need."""
    lost = [describe(label) for label in root.findChildren(Label) if label.isVisible() and label.shortened()]
    for button in root.findChildren(QAbstractButton):
        least = button.minimumSizeHint()
        if button.isVisible() and (button.width() < least.width() or button.height() < least.height()):
            lost.append(describe(button))
    return lost


def outside(root: QWidget) -> list[str]:
    """Visible controls that lie outside the page and cannot be scrolled into it."""
    return [describe(widget) for widget in focusable(root) if not _reachable(widget, root)]


def _reachable(widget: QWidget, root: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None and parent is not root:
        if isinstance(parent, QAbstractScrollArea):
            return True
        parent = parent.parentWidget()
    corner = widget.mapTo(root, QPoint(0, 0))
    return root.rect().contains(corner) and root.rect().contains(corner + widget.rect().bottomRight())


def backward(root: QWidget) -> list[str]:
    """Steps of Tab that jump upwards inside one container: the order of the eye is lost there."""
    order, jumps = focusable(root), list[str]()
    for before, after in zip(order, order[1:], strict=False):
        if before.parentWidget() is after.parentWidget() and after.y() + after.height() <= before.y():
            jumps.append(f"{describe(before)} → {describe(after)}")
    return jumps


def describe(widget: QWidget) -> str:
    """A widget in a failure message."""
    words = widget.text() if isinstance(widget, QLabel | QAbstractButton) else widget.accessibleName()
    return f"{type(widget).__name__} {widget.objectName()} “{words}” {widget.width()}×{widget.height()}"
