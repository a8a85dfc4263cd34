"""A form's field with what is said below it: its hint, or what is wrong."""

from typing import Any

from .editors import LineEdit
from .label import Label
from .marks import Icon
from .secret_edits import PasswordEdit


class Marked:
    """The editor `name` of a compiled form, with its `<name>_hint` and `<name>_icon`. What is typed takes the
    problem away."""

    def __init__(self, ui: Any, name: str, eye_name: str = "") -> None:
        self.edit: LineEdit = getattr(ui, name)
        self._below: Label = getattr(ui, f"{name}_hint")
        self._icon: Icon = getattr(ui, f"{name}_icon")
        self._hint = self._below.text()
        self.edit.changed.connect(lambda _typed: self.show_problem(""))
        if isinstance(self.edit, PasswordEdit) and eye_name:
            self.edit.set_eye_name(eye_name)
        self.show_problem("")

    def show_hint(self, hint: str) -> None:
        """Another hint."""
        self._hint = hint
        self.show_problem("")

    def show_problem(self, problem: str) -> None:
        """What is wrong; "" shows the hint again."""
        said, tone = problem or self._hint, "bad" if problem else "soft"
        self.edit.set_problem(bool(problem))
        self.edit.setAccessibleDescription(said)
        self._below.setText(said)
        self._below.set_tone(tone)
        self._below.setVisible(bool(said))
        self._icon.show_icon("warning-circle", tone)
        self._icon.setVisible(bool(problem))

    def problem(self) -> str:
        """What is said to be wrong, or ""."""
        return self._below.text() if self.edit.property("problem") else ""

    def forget(self) -> None:
        """Nothing typed stays, not even for undoing."""
        self.edit.setText("")
        if isinstance(self.edit, PasswordEdit):
            self.edit.eye.setChecked(False)
        self.show_problem("")
