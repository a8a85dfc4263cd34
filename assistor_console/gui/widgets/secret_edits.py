"""Editors for what nobody should read over a shoulder, and for six digits."""

import re

from PySide6.QtCore import Property, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from .. import icons
from ..style import worn
from .editors import TinEdit
from .tips import literal
from .uncopied import SecretEdit


class Eye(QAbstractButton):
    """Shows or hides what a field holds; checked while it shows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("ringRadius", 4)

    def sizeHint(self) -> QSize:
        """Room for the icon."""
        return QSize(worn().px(28), worn().px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws an open or a struck eye."""
        box = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        icons.paint(QPainter(self), "eye-slash" if self.isChecked() else "eye", box, worn().colour("soft"))


class PasswordEdit(SecretEdit):
    """A password: hidden until the eye is pressed. Paste works; spaces count. `eye` is the button."""

    def __init__(self, parent: QWidget | None = None, *, size: str = "tall", name: str = "") -> None:
        super().__init__(parent, size=size, name=name)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setProperty("suffix", True)
        self.eye = Eye(self)
        self.eye.toggled.connect(self._on_eye)
        self.set_eye_name("Show password")

    def set_eye_name(self, name: str) -> None:
        """The accessible name of the eye, and its tool tip."""
        self.eye.setAccessibleName(name)
        self.eye.setToolTip(literal(name))

    def value(self) -> str:
        """Exactly what was typed."""
        return self.text()

    def showEvent(self, event: QShowEvent) -> None:
        """The style names a dot for hidden fields, and Qt asks it for that only when the style changes."""
        super().showEvent(event)
        QApplication.sendEvent(self, QEvent(QEvent.Type.StyleChange))

    def _on_eye(self, shown: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the eye at the right."""
        super().resizeEvent(event)
        side = self.eye.sizeHint()
        self.eye.setGeometry(
            self.width() - side.width() - 8, (self.height() - side.height()) // 2, side.width(), side.height()
        )


class SecretTinEdit(PasswordEdit, TinEdit):
    """A TIN that nobody should read over a shoulder: hidden until the eye is pressed."""

    def __init__(self, parent: QWidget | None = None, *, size: str = "normal", name: str = "") -> None:
        super().__init__(parent, size=size, name=name)
        self.set_eye_name("Show the number")

    def value(self) -> str:
        """The digits alone."""
        return re.sub(r"\D", "", self.text())

    def problem(self) -> str:
        """All nine digits must be there."""
        return TinEdit.problem(self)


class CodeEdit(SecretEdit):
    """A code of `digits` digits, shown in groups of three: "482 1". One field to assistive technology."""

    _digits = 6

    def __init__(
        self, parent: QWidget | None = None, *, digits: int = 6, size: str = "tall", name: str = ""
    ) -> None:
        super().__init__(parent, size=size, name=name)
        self._digits = digits
        self.setProperty("strong", True)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)

    digits = Property(int, lambda self: self._digits, lambda self, digits: setattr(self, "_digits", digits))

    def shaped(self, typed: str) -> str:
        """Digits in threes, or in fours where there are eight."""
        digits = re.sub(r"\D", "", typed)[: self._digits]
        group = 4 if self._digits % 4 == 0 else 3
        return " ".join(digits[i : i + group] for i in range(0, len(digits), group))

    def value(self) -> str:
        """The digits alone."""
        return self.text().replace(" ", "")

    def problem(self) -> str:
        """All digits must be there."""
        return "" if len(self.value()) == self._digits else "editors.short_code"
