"""A password of one's own: the rules before anything is typed, and why the desk does not take one."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ...domain.errors import Refused
from ...requests.sign_in import ChangePassword, Ready
from ..messages import refusal_text
from ..page import Context
from ..ui.ready_password import Ui_ReadyPassword
from ..widgets.marked import Marked

ABOUT_NEW = frozenset(f"password.{why}" for why in ("short", "long", "common", "context", "repeated", "same"))
OTHER = Qt.FocusReason.OtherFocusReason


class PasswordPanel(QWidget):
    """Three fields. `changed(Ready)` comes once the desk has taken the new password.

    With `temporary` the present one is what a supervisor read out.
    """

    changed = Signal(object)

    def __init__(self, context: Context, temporary: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._say = context, context.say
        self._least = context.person.password_least if context.person else 0
        self.ui = ui = Ui_ReadyPassword()
        ui.setupUi(self)
        eye = self._say("widgets.show_password")
        self.fields = tuple(Marked(ui, name, eye) for name in ("current", "fresh", "again"))
        for field, after in zip(self.fields, self.fields[1:], strict=False):
            field.edit.entered.connect(partial(self._go, after))
        self.fields[-1].edit.entered.connect(lambda _typed: self._change())
        ui.change.clicked.connect(self._change)
        ui.rule_length.setText(self._say("ready.rule_length", least=self._least))
        self._show_temporary(temporary)

    def _show_temporary(self, temporary: bool) -> None:
        words = self._say("ready.temporary" if temporary else "ready.present")
        self.ui.title.setVisible(temporary)
        self.ui.current_label.setText(words)
        self.ui.current.setAccessibleName(words)
        if temporary:
            self.fields[0].show_hint(self._say("ready.temporary_hint"))

    def begin(self) -> None:
        """The focus is where typing begins."""
        self.fields[0].edit.setFocus(OTHER)

    def forget(self) -> None:
        """Nothing typed stays."""
        for field in self.fields:
            field.forget()

    def _go(self, field: Marked, _typed: str) -> None:
        field.edit.setFocus(OTHER)

    def _problems(self) -> tuple[str, str, str]:
        """What can be told without the desk, field by field."""
        current, fresh, again = (field.edit.value() for field in self.fields)
        short = len(fresh) < self._least
        return (
            "" if current else self._say("ready.no_current"),
            self._say("ready.short", least=self._least, typed=len(fresh)) if short else "",
            self._say("ready.differs") if fresh != again and not short else "",
        )

    def _change(self) -> None:
        problems = self._problems()
        for field, problem in zip(self.fields, problems, strict=True):
            field.show_problem(problem)
        if any(problems):
            wrong = next(i for i, problem in enumerate(problems) if problem)
            self.fields[wrong].edit.setFocus(OTHER)
            return
        current, fresh, _ = (field.edit.value() for field in self.fields)
        self._wait(True)
        task = self._context.tasks.send(ChangePassword(current=current, new=fresh))
        task.always(partial(self._wait, False)).success(self._on_changed).failure(self._on_refused)

    def _wait(self, busy: bool) -> None:
        self.ui.change.setEnabled(not busy)
        self.ui.change.setText(self._say("ready.checking" if busy else "ready.change"))

    def _on_changed(self, ready: Ready) -> None:
        self.forget()
        self.changed.emit(ready)

    def _on_refused(self, error: Exception) -> bool:
        """The reason stands at the field it is about; what is right stays typed."""
        if not isinstance(error, Refused):
            return False
        about = self.fields[1 if error.refusal.rule in ABOUT_NEW else 0]
        about.show_problem(refusal_text(error.refusal, self._say.language))
        about.edit.setFocus(OTHER)
        about.edit.selectAll()
        return False
