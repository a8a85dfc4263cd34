"""A QR code, painted: dark on white in every scheme, or cameras would not read it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from ..style import worn

QUIET, SIDE = 4, 244  # ISO/IEC 18004: four light modules around


class QrCode(QLabel):
    """Holds one text as a QR code `side` drawn pixels large; nothing of it is stored."""

    def __init__(self, parent: QWidget | None = None, *, side: int = SIDE) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._side, self._rows = side, tuple[tuple[int, ...], ...]()
        self.setFixedSize(self.sizeHint())

    def show_code(self, text: str, name: str) -> None:
        """Another text, and what assistive technology calls the picture."""
        import segno  # slow to import, and only here

        self._rows = tuple(tuple(row) for row in segno.make(text, error="m", micro=False).matrix)
        self.setAccessibleName(name)
        self.update()

    def clear_code(self) -> None:
        """Forgets the code."""
        self._rows = ()
        self.setAccessibleName("")
        self.update()

    @property
    def shown(self) -> bool:
        """Whether it holds a code."""
        return bool(self._rows)

    def sizeHint(self) -> QSize:
        """A square."""
        side = worn().px(self._side)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the modules, or an empty place."""
        painter = QPainter(self)
        if not self._rows:
            painter.fillRect(self.rect(), worn().colour("sunk"))
            return
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        modules = len(self._rows) + 2 * QUIET
        step = self.width() // modules  # whole pixels: no seams between modules
        left = (self.width() - step * len(self._rows)) // 2
        for down, row in enumerate(self._rows):
            for across, dark in enumerate(row):
                if dark:
                    box = QRectF(left + across * step, left + down * step, step, step)
                    painter.fillRect(box, Qt.GlobalColor.black)


def in_fours(secret: str) -> str:
    """A key in groups of four, as people type it."""
    return " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))
