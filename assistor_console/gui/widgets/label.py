"""Plain text as the style asks for it: any size and tone, with room between its lines."""

from PySide6.QtCore import Property, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QWidget

from ..style import worn
from .tips import literal

LINE, WRAPPED = 1.35, 1.4
LEAST = 60


class Label(QLabel):
    """Text of `size` drawn pixels in the colour of a token; `strong` is weight 600.

    With `wrap` it fills the width it gets and grows downwards; without, what does not fit is shortened and
    the whole is in the description. `line` is the height of a line in sizes of the text
    (1.35, or 1.4 with `wrap`).
    """

    _size, _strong, _tone, _line = 15, False, "ink", 0.0

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        text: str = "",
        size: int = 15,
        strong: bool = False,
        tone: str = "ink",
        wrap: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        line: float = 0.0,
    ) -> None:
        super().__init__(parent)
        self._size, self._strong, self._tone, self._line = size, strong, tone, line
        self._measured: tuple[object, ...] = ()
        self._heights: dict[float, float] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setAlignment(align | Qt.AlignmentFlag.AlignVCenter)
        self.setText(text)

    def set_tone(self, tone: str) -> None:
        """The colour token of the text."""
        self._tone = tone
        self.update()

    def set_size(self, size: int) -> None:
        """The size of the text in drawn pixels."""
        self._size = size
        self.updateGeometry()
        self.update()

    def set_strong(self, strong: bool) -> None:
        """Weight 600 or 400."""
        self._strong = strong
        self.updateGeometry()
        self.update()

    textSize = Property(int, lambda self: self._size, set_size)
    strong = Property(bool, lambda self: self._strong, set_strong)
    tone = Property(str, lambda self: self._tone, set_tone)

    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(worn().font(self._size, self._strong))

    def _line_height(self) -> float:
        line = self._line or (WRAPPED if self.wordWrap() else LINE)
        return float(round(worn().px(self._size) * line))

    def _laid_out(self, width: float) -> tuple[QTextLayout, float]:
        """The text in lines of a width, and how high they are together."""
        layout = QTextLayout(self.text().replace("\n", "\u2028"), worn().font(self._size, self._strong))
        option = QTextOption(self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(option)
        layout.beginLayout()
        height, step = 0.0, self._line_height()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height + (step - line.height()) / 2))
            height += step
        layout.endLayout()
        return layout, height

    def _height(self, width: float) -> float:
        """How high the lines are together; a layout asks for the same widths again and again."""
        measured = (self.text(), self._size, self._strong, self._line_height(), worn().scale)
        if measured != self._measured:
            self._measured, self._heights = measured, {}
        if width not in self._heights:
            self._heights[width] = self._laid_out(width)[1]
        return self._heights[width]

    def hasHeightForWidth(self) -> bool:
        """Wrapped text grows downwards."""
        return self.wordWrap()

    def heightForWidth(self, width: int) -> int:
        """The height of the wrapped text, in pixels."""
        if not self.wordWrap():
            return -1
        margins = self.contentsMargins()
        inner = max(1, width - margins.left() - margins.right())
        return round(self._height(inner)) + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        """One line, or a readable block where it may wrap."""
        margins = self.contentsMargins()
        frame = QSize(margins.left() + margins.right(), margins.top() + margins.bottom())
        wide = self._metrics().horizontalAdvance(self.text())
        if self.wordWrap():
            width = min(int(wide) + 2, worn().px(self._size) * 34)
            return QSize(width, round(self._height(width))) + frame
        return QSize(int(wide) + 2, round(self._line_height())) + frame

    def minimumSizeHint(self) -> QSize:
        """A line; short words may still be shortened."""
        hint = self.sizeHint()
        return QSize(min(LEAST, hint.width()), round(self._line_height()))

    def shortened(self) -> bool:
        """Whether part of the text is hidden at the present size."""
        if self.wordWrap():
            return self.heightForWidth(self.width()) > self.height()
        return self.sizeHint().width() > self.width() + 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the whole of a shortened text within reach."""
        super().resizeEvent(event)
        whole = self.text() if self.shortened() else ""
        if self.accessibleDescription() != whole or self.toolTip() != literal(whole):
            self.setToolTip(literal(whole))
            self.setAccessibleDescription(whole)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the text."""
        painter = QPainter(self)
        painter.setPen(worn().colour(self._tone if self.isEnabled() else "disabled_ink"))
        box = QRectF(self.contentsRect())
        if self.wordWrap():
            layout, height = self._laid_out(box.width())
            top = (box.height() - height) / 2 if self.alignment() & Qt.AlignmentFlag.AlignVCenter else 0.0
            layout.draw(painter, box.topLeft() + QPointF(0, max(0.0, top)))
            return
        painter.setFont(worn().font(self._size, self._strong))
        shown = self._metrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, box.width() + 1)
        painter.drawText(box, int(self.alignment()) | int(Qt.TextFlag.TextSingleLine), shown)
