"""A field: label above, editor, hint below; a problem adds an icon and a sentence."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from .label import Label
from .marks import Icon
from .panel import row


class Field(QWidget):
    """A labelled editor, which it gives its accessible name, hint and problem.

    `hint_icon` is a Phosphor name shown before the hint.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        label: str = "",
        editor: QWidget,
        hint: str = "",
        hint_icon: str = "",
        small: bool = False,
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self._hint, self._hint_icon = hint, hint_icon
        self.label = Label(self, text=label, size=13 if small else 15, strong=True)
        if small:
            self.label.set_tone("soft")
        self.label.setBuddy(editor)
        self._icon = Icon(self, name="info", size=16)
        self._below = Label(self, text=hint, size=13, tone="soft", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.label)
        layout.addWidget(editor)
        below = row(self._icon, self._below, spacing=6)
        below.setStretch(1, 1)
        layout.addLayout(below)
        layout.addStretch(1)
        editor.setAccessibleName(editor.accessibleName() or label)
        self.set_problem("")

    def set_hint(self, hint: str) -> None:
        """Another hint."""
        self._hint = hint
        self._show()

    def set_problem(self, sentence: str) -> None:
        """Marks the field as wrong and says why; "" takes it back."""
        self._problem = sentence
        self.editor.setProperty("problem", bool(sentence))
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)
        self.editor.update()
        self._show()

    def problem(self) -> str:
        """The sentence shown, or ""."""
        return self._problem

    def _show(self) -> None:
        said = self._problem or self._hint
        tone = "bad" if self._problem else "soft"
        icon = "warning-circle" if self._problem else self._hint_icon
        self._below.setText(said)
        self._below.set_tone(tone)
        self._below.setVisible(bool(said))
        self._icon.setVisible(bool(icon and said))
        self._icon.show_icon(icon or "info", tone)
        self.editor.setAccessibleDescription(said)
