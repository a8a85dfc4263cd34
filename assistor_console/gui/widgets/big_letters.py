"""A temporary password to be read out: a box for each character, its word below."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from ..style import worn

BOX_WIDE, BOX_HIGH, BETWEEN, GROUP_GAP, GROUP = 48, 56, 6, 18, 4
SIDE = 3
"""How far a word may reach beyond its box, in pixels."""


class BigLetters(QLabel):
    """Characters in groups of four with their spelling words; empty boxes once hidden."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._letters: tuple[tuple[str, str], ...] = ()
        self._hidden = False

    def show_letters(self, letters: Sequence[tuple[str, str]]) -> None:
        """Pairs of character and word."""
        self._letters, self._hidden = tuple(letters), False
        self.setAccessibleName(", ".join(word for _, word in letters))
        self.updateGeometry()
        self.update()

    def hide_letters(self) -> None:
        """Forgets the characters; dots stand in their place."""
        self._letters = tuple(("•", "") for _ in self._letters)
        self._hidden = True
        self.setAccessibleName("")
        self.update()

    def _left(self, number: int) -> int:
        return worn().px(number * (BOX_WIDE + BETWEEN) + number // GROUP * (GROUP_GAP - BETWEEN))

    def sizeHint(self) -> QSize:
        """All boxes on one line."""
        last = max(0, len(self._letters) - 1)
        return QSize(self._left(last) + worn().px(BOX_WIDE) + SIDE, worn().px(BOX_HIGH + 24))

    def minimumSizeHint(self) -> QSize:
        """The same: nothing is left out."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws boxes, characters and words."""
        theme, painter = worn(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = int(Qt.AlignmentFlag.AlignCenter)
        for number, (character, word) in enumerate(self._letters):
            box = QRectF(self._left(number) + 0.5, 0.5, theme.px(BOX_WIDE) - 1, theme.px(BOX_HIGH) - 1)
            painter.setPen(QPen(theme.colour("ctl"), theme.border))
            painter.setBrush(theme.colour("panel"))
            painter.drawRoundedRect(box, 6, 6)
            painter.setPen(theme.colour("soft" if self._hidden else "ink"))
            painter.setFont(theme.font(30, strong=True))
            painter.drawText(box, middle, character)
            painter.setPen(theme.colour("soft"))
            below = QRectF(box.left() - SIDE, box.bottom() + 4, box.width() + 2 * SIDE, theme.px(18))
            painter.setFont(_fitting(theme.font(13), word, below.width()))
            painter.drawText(below, middle | int(Qt.TextFlag.TextDontClip), word)


def _fitting(font: QFont, word: str, width: float) -> QFont:
    """A font in which a word takes no more than its place: "Washington" does where "Lima" does."""
    needed = QFontMetricsF(font).horizontalAdvance(word)
    if needed > width:
        font.setPixelSize(max(1, int(font.pixelSize() * width / needed)))
    return font
