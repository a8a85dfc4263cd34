"""The ordinary inputs, painted in the console's style: check box, drop-down, switch."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from .. import icons
from ..style import worn

BOX = 20


class CheckBox(QCheckBox):
    """A check box with its words at the right."""

    def __init__(self, parent: QWidget | None = None, *, text: str = "", checked: bool = False) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setChecked(checked)
        self.setProperty("ringRadius", 4)

    def sizeHint(self) -> QSize:
        """Box and words."""
        theme = worn()
        wide = QFontMetricsF(theme.font(15)).horizontalAdvance(self.text())
        return QSize(theme.px(BOX + 10) + round(wide) + 4, theme.px(26))

    def minimumSizeHint(self) -> QSize:
        """The same: the words are never shortened."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws box, tick and words."""
        theme, painter = worn(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.px(BOX)
        box = QRectF(0.5, (self.height() - side) / 2 + 0.5, side - 1, side - 1)
        fill = theme.colour("accent" if self.isChecked() else "panel")
        painter.setPen(QPen(fill if self.isChecked() else theme.colour("ctl"), 1.5))
        painter.setBrush(fill)
        painter.drawRoundedRect(box, 3, 3)
        if self.isChecked():
            icons.paint(painter, "check-bold", box.adjusted(3, 3, -3, -3), theme.colour("on_accent"))
        painter.setPen(theme.colour("ink" if self.isEnabled() else "disabled_ink"))
        painter.setFont(theme.font(15))
        words = QRectF(theme.px(BOX + 10), 0, self.width(), self.height())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self.text())

    def hitButton(self, pos: object) -> bool:
        """The words count as the box."""
        return True


class ComboBox(QComboBox):
    """A drop-down of `choices`: pairs of value and words. `value()` is the chosen value or ""."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        choices: Sequence[tuple[str, str]] = (),
        height: int = 40,
        name: str = "",
    ) -> None:
        super().__init__(parent)
        self._height = height
        self.setAccessibleName(name)
        self.setProperty("ringRadius", 6)
        self.offer(choices)

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Other choices; the first is chosen."""
        self.clear()
        for value, words in choices:
            self.addItem(words, value)

    def value(self) -> str:
        """The chosen value, or "" where there is none."""
        return str(self.currentData() or "")

    def choose(self, value: str) -> None:
        """Chooses a value; one that is not offered changes nothing."""
        index = self.findData(value)
        if index >= 0:
            self.setCurrentIndex(index)

    def sizeHint(self) -> QSize:
        """The longest choice, with the arrow."""
        theme = worn()
        metrics = QFontMetricsF(theme.font(17))
        widest = max((metrics.horizontalAdvance(self.itemText(i)) for i in range(self.count())), default=60.0)
        return QSize(round(widest) + theme.px(52), theme.px(self._height))

    def minimumSizeHint(self) -> QSize:
        """A shortened choice can still be told."""
        return QSize(worn().px(110), worn().px(self._height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the box, the chosen words and the arrow."""
        theme, painter = worn(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half, problem = theme.border / 2, bool(self.property("problem"))
        painter.setPen(QPen(theme.colour("bad" if problem else "ctl"), 2 if problem else theme.border))
        painter.setBrush(theme.colour("panel" if self.isEnabled() else "disabled"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 6, 6)
        side = theme.px(18)
        arrow = QRectF(self.width() - side - 12, (self.height() - side) / 2, side, side)
        icons.paint(painter, "caret-down", arrow, theme.colour("ink" if self.isEnabled() else "disabled_ink"))
        font = theme.font(17)
        painter.setFont(font)
        painter.setPen(theme.colour("ink" if self.isEnabled() else "disabled_ink"))
        words = QRectF(12, 0, arrow.left() - 16, self.height())
        shown = QFontMetricsF(font).elidedText(self.currentText(), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), shown)


class _Segment(QRadioButton):
    """One word of a switch."""

    def __init__(self, parent: QWidget, words: str, height: int) -> None:
        super().__init__(words, parent)
        self._height = height
        self.setProperty("ringRadius", 4)

    def sizeHint(self) -> QSize:
        """As large as what it draws."""
        theme = worn()
        wide = QFontMetricsF(theme.font(self._text_size(), strong=True)).horizontalAdvance(self.text())
        return QSize(round(wide) + theme.px(22), theme.px(self._height - 6))

    def minimumSizeHint(self) -> QSize:
        """Never smaller than what it draws."""
        return self.sizeHint()

    def _text_size(self) -> int:
        return 13 if self._height < 36 else 15 if self._height < 48 else 20

    def hitButton(self, pos: object) -> bool:
        """The whole of it can be clicked, not its circle alone."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws it in the theme that is worn."""
        theme, painter = worn(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        painter.setPen(theme.colour("on_accent" if self.isChecked() else "soft"))
        painter.setFont(theme.font(self._text_size(), strong=True))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())


class Segmented(QFrame):
    """A switch between a few words; arrow keys move it. `chosen(str)` carries the value a person chose."""

    chosen = Signal(str)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        choices: Sequence[tuple[str, str]] = (),
        value: str = "",
        height: int = 32,
        name: str = "",
    ) -> None:
        super().__init__(parent)
        self._height, self._segments = height, dict[str, _Segment]()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(3, 3, 3, 3)
        self._row.setSpacing(0)
        self.offer(choices, value)

    def offer(self, choices: Sequence[tuple[str, str]], value: str = "") -> None:
        """Other words: pairs of value and words, and the one chosen at first."""
        for segment in self._segments.values():
            segment.deleteLater()
        self._segments = {key: _Segment(self, words, self._height) for key, words in choices}
        for key, segment in self._segments.items():
            segment.setAccessibleDescription(self.accessibleName())
            segment.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            self._row.addWidget(segment)
        self.choose(value or next(iter(self._segments), ""))

    def choose(self, value: str) -> None:
        """Shows a value as chosen without a signal; an unknown one changes nothing."""
        if segment := self._segments.get(value):
            segment.setChecked(True)
            self.setFocusProxy(segment)

    def value(self) -> str:
        """The chosen value, or ""."""
        return next((key for key, segment in self._segments.items() if segment.isChecked()), "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the frame."""
        theme, painter = worn(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("ctl"), theme.border))
        painter.setBrush(theme.colour("panel"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
