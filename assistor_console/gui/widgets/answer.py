"""The editor for an answer, by its kind."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from ...domain.terms import AnswerKind
from ..style import worn
from .editors import CountEdit, DateEdit, LastFourEdit, LineEdit, MoneyEdit, PlainEdit, TinEdit
from .marks import cap_size, paint_cap

_MADE: dict[AnswerKind, type[LineEdit]] = {
    AnswerKind.TIN: TinEdit,
    AnswerKind.DATE: DateEdit,
    AnswerKind.MONEY: MoneyEdit,
    AnswerKind.COUNT: CountEdit,
    AnswerKind.LAST_FOUR: LastFourEdit,
}


class _Option(QRadioButton):
    """One choice with its number key."""

    def __init__(self, parent: QWidget, words: str, number: int) -> None:
        super().__init__(words, parent)
        self._number = str(number)
        self.setProperty("ringRadius", 6)

    def sizeHint(self) -> QSize:
        """As large as what it draws."""
        theme = worn()
        wide = QFontMetricsF(theme.font(20)).horizontalAdvance(self.text())
        return QSize(theme.px(88) + round(wide), theme.px(40))

    def minimumSizeHint(self) -> QSize:
        """Never smaller than what it draws."""
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:
        """The whole of it can be clicked, not its circle alone."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws it in the theme that is worn."""
        theme, painter, middle = worn(), QPainter(self), self.height() / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = theme.colour("accent" if self.isChecked() else "ctl")
        painter.setPen(QPen(edge, 2 if self.isChecked() else theme.border))
        painter.setBrush(theme.colour("tint" if self.isChecked() else "panel"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.setPen(QPen(edge, 2))
        painter.setBrush(theme.colour("panel"))
        circle = QRectF(12, middle - 9, 18, 18)
        painter.drawEllipse(circle)
        if self.isChecked():
            painter.setBrush(edge)
            painter.drawEllipse(circle.adjusted(5, 5, -5, -5))
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font(20, strong=self.isChecked()))
        painter.drawText(
            QRectF(42, 0, self.width() - 42, self.height()), int(Qt.AlignmentFlag.AlignVCenter), self.text()
        )
        cap = cap_size(self._number)
        box = QRectF(self.width() - cap.width() - 10, middle - cap.height() / 2, cap.width(), cap.height())
        paint_cap(painter, box, self._number, theme.colour("soft"), theme.colour("ctl"))


class ChoiceEdit(QWidget):
    """A few choices, chosen by number, arrows or click; the same signals as a `LineEdit`."""

    entered = Signal(str)
    changed = Signal(str)

    def __init__(
        self, parent: QWidget | None = None, *, choices: Sequence[tuple[str, str]] = (), name: str = ""
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group, self._column = QButtonGroup(self), QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._options: dict[str, _Option] = {}
        for number, (value, words) in enumerate(choices, 1):
            option = _Option(self, words, number)
            option.setAccessibleDescription(name)
            option.clicked.connect(lambda _checked=False, value=value: self.changed.emit(value))
            self._options[value] = option
            self._group.addButton(option)
            self._column.addWidget(option)
        if self._options:
            self.setFocusProxy(next(iter(self._options.values())))

    def value(self) -> str:
        """The chosen value, or ""."""
        return next((value for value, option in self._options.items() if option.isChecked()), "")

    def set_value(self, value: str) -> None:
        """Chooses without a signal; "" or an unknown value chooses none."""
        self._group.setExclusive(False)
        for key, option in self._options.items():
            option.setChecked(key == value)
        self._group.setExclusive(True)

    def clear(self) -> None:
        """Chooses none."""
        self.set_value("")

    def problem(self) -> str:
        """One must be chosen."""
        return "" if self.value() else "editors.nothing_chosen"

    def setReadOnly(self, fixed: bool) -> None:
        """Whether it can be changed."""
        self.setEnabled(not fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A number chooses, Enter enters."""
        number = int(event.text()) if event.text().isdecimal() else 0
        if 0 < number <= len(self._options):
            option = list(self._options.values())[number - 1]
            option.setFocus(Qt.FocusReason.ShortcutFocusReason)
            option.click()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(self.value())
        else:
            super().keyPressEvent(event)


AnswerEdit = LineEdit | ChoiceEdit


def editor_for(
    kind: AnswerKind,
    parent: QWidget | None = None,
    *,
    choices: Sequence[tuple[str, str]] = (),
    size: str = "answer",
    name: str = "",
) -> AnswerEdit:
    """The editor for an answer of a kind; `choices` are pairs of value and words, for CHOICE alone."""
    if kind is AnswerKind.CHOICE:
        return ChoiceEdit(parent, choices=choices, name=name)
    return _MADE.get(kind, PlainEdit)(parent, size=size, name=name)
