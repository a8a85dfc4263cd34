"""Icons, painted as glyphs of the Phosphor font: any colour and size, no file of their own."""

import json
from functools import cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPixmap

from .fonts import ICON_NAMES, icon_folder

FAMILY = "Phosphor"


@cache
def _names() -> dict[str, str]:
    names: dict[str, str] = json.loads((icon_folder() / ICON_NAMES).read_bytes())
    return names


def glyph(name: str) -> str:
    """The character of a Phosphor icon ("check-circle", "warning-fill"); KeyError for a name it has not."""
    return chr(int(_names()[name], 16))


def icon_font(size: float) -> QFont:
    """The icon font for icons `size` pixels wide."""
    font = QFont(FAMILY)
    font.setPixelSize(round(size))
    return font


def paint(painter: QPainter, name: str, box: QRectF, colour: QColor) -> None:
    """Draws an icon in the middle of a box, as large as the box is high."""
    painter.save()
    painter.setFont(icon_font(box.height()))
    painter.setPen(colour)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, glyph(name))
    painter.restore()


def icon(name: str, colour: QColor, size: int = 16) -> QIcon:
    """An icon for the places where Qt wants one (menus, window)."""
    pixmap = QPixmap(QSize(size, size) * 2)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint(painter, name, QRectF(0, 0, size, size), colour)
    painter.end()
    return QIcon(pixmap)
