"""TINs of a household, typed hidden one after the other; those taken show their last four digits."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..texts import Say
from .button import Button
from .label import Label
from .panel import empty, row
from .secret_edits import SecretTinEdit

MOST = 20
OTHER = Qt.FocusReason.OtherFocusReason


class HouseholdEdit(QWidget):
    """Enter takes a whole TIN into the list below the field; with nothing typed it goes on.

    `passed()` says that Enter was pressed with nothing typed, `changed()` that the list or what is typed was
    changed, `refused(str)` carries the sentence of what is wrong, "" once it is not any more.
    """

    passed = Signal()
    changed = Signal()
    refused = Signal(str)

    def __init__(self, say: Say, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        self._say, self._tins = say, list[str]()
        self.edit = SecretTinEdit(self, name=name)
        self.edit.set_eye_name(say("widgets.show_tin"))
        self.edit.entered.connect(lambda _typed: self._on_entered())
        self.edit.changed.connect(lambda _typed: self._on_typed())
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.edit)
        column.addLayout(self._list)
        self.setFocusProxy(self.edit)

    def tins(self) -> tuple[str, ...]:
        """Nine digits each: those taken, and the one that still stands in the field."""
        typed = self.edit.value()
        more = [typed] if typed and not self.edit.problem() and typed not in self._tins else []
        return tuple([*self._tins, *more][:MOST])

    def problem(self) -> str:
        """The code of what is wrong with what stands in the field, or ""."""
        return self.edit.problem() if self.edit.value() else ""

    def clear(self) -> None:
        """Nothing typed is kept."""
        self._tins = []
        self.edit.clear()
        self.edit.eye.setChecked(False)
        self._show()

    def _on_typed(self) -> None:
        self._complain("")
        self.changed.emit()

    def _on_entered(self) -> None:
        typed = self.edit.value()
        if not typed:
            self.passed.emit()
        elif code := self.edit.problem():
            self._complain(self._say(code))
        elif typed in self._tins or len(self._tins) >= MOST:
            self._complain(self._say("widgets.tin_twice" if typed in self._tins else "widgets.tin_most"))
        else:
            self._tins.append(typed)
            self.edit.clear()
            self._show()

    def _complain(self, sentence: str) -> None:
        self.edit.set_problem(bool(sentence))
        self.edit.setAccessibleDescription(sentence)
        self.refused.emit(sentence)

    def _remove(self, tin: str) -> None:
        self._tins.remove(tin)
        self._show()
        self.edit.setFocus(OTHER)

    def _show(self) -> None:
        empty(self._list)
        for tin in self._tins:
            masked = f"XXX-XX-{tin[-4:]}"
            remove = Button(self, text=self._say("widgets.remove"), kind="plain", height=28, size=13)
            remove.setAccessibleName(self._say("widgets.remove_tin", tin=masked))
            remove.clicked.connect(partial(self._remove, tin))
            self._list.addLayout(row(Label(self, text=masked), None, remove))
        self.changed.emit()
