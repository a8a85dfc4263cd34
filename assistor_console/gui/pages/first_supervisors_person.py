"""One of the first two supervisors: who they are, their password, and the code that proves their app."""

from typing import Any, TypeGuard

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ...requests.staff import Enrolment, NewEnrolment, NewSupervisor
from ..page import Context
from ..ui.first_supervisors import Ui_FirstSupervisors
from ..widgets.editors import LineEdit
from ..widgets.qr import QrCode, in_fours
from ..widgets.secret_edits import PasswordEdit

LEAST_NAME, STAFF_ID_DIGITS, CODE_DIGITS = 2, 10, 6
QR_SIDE = 184


class NewPerson(QObject):
    """One card; it asks for a QR code once name and staff ID are there. `changed()` tells of any change.

    A password has at least `least` characters.
    """

    changed = Signal()

    def __init__(
        self, context: Context, ui: Ui_FirstSupervisors, number: int, least: int, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._least = least
        self._context, self._ui, self._number = context, ui, number
        self._secret = self._asked = ""
        self.qr = QrCode(parent, side=QR_SIDE)
        self.qr.setObjectName(f"qr_{number}")
        self._part("qr_space").addWidget(self.qr)
        self.fields = tuple(self._edit(name) for name in ("name", "staff_id", "password", "again", "code"))
        for edit in self.fields:
            edit.changed.connect(self._on_changed)
        for edit in self.fields[:2]:
            edit.editingFinished.connect(self._ask)
        for edit in filter(_hidden, self.fields):
            edit.set_eye_name(context.say("widgets.show_password"))
        self._part("password_hint").setText(context.say("staff.password_hint", least=least))
        self.show_problem("")

    def _part(self, name: str) -> Any:
        return getattr(self._ui, f"{name}_{self._number}")

    def _edit(self, name: str) -> LineEdit:
        edit = self._part(name)
        assert isinstance(edit, LineEdit)
        return edit

    @property
    def staff_id(self) -> str:
        """What was typed as staff ID."""
        return self.fields[1].value()

    def problem(self) -> str:
        """The code of the first thing that is missing or wrong, or ""."""
        name, staff_id, password, again, code = (edit.value() for edit in self.fields)
        wrong = (
            (len(name) < LEAST_NAME, "staff.no_name"),
            (not _is_staff_id(staff_id), "staff.no_staff_id"),
            (len(password) < self._least, "staff.short"),
            (password != again, "staff.password_differs"),
            (not self._secret or len(code) != CODE_DIGITS, "staff.no_code"),
        )
        return next((said for found, said in wrong if found), "")

    def started(self) -> bool:
        """Whether both passwords have been typed: before, nobody is told that they differ."""
        return bool(self.fields[2].value() and self.fields[3].value())

    def show_problem(self, problem: str) -> None:
        """A sentence at the foot of the card; "" for none."""
        self._part("problem").setText(problem)
        for name in ("problem", "problem_icon"):
            self._part(name).setVisible(bool(problem))

    def person(self) -> NewSupervisor:
        """The person as the desk wants them."""
        name, staff_id, password, _, code = (edit.value() for edit in self.fields)
        return NewSupervisor(name=name, staff_id=staff_id, password=password, secret=self._secret, code=code)

    def forget(self) -> None:
        """Nothing typed is kept."""
        self._secret = self._asked = ""
        self.qr.clear_code()
        self._part("secret").clear()
        for edit in self.fields:
            edit.clear()

    def _on_changed(self) -> None:
        self.show_problem("")
        self.changed.emit()

    def _ask(self) -> None:
        """Another person means another secret."""
        name, staff_id = self.fields[0].value(), self.staff_id
        who = f"{staff_id} {name}"
        if len(name) < LEAST_NAME or not _is_staff_id(staff_id) or who == self._asked:
            return
        self._asked = who
        ask = NewEnrolment(staff_id=staff_id, name=name)
        self._context.tasks.send(ask).success(self._on_enrolment)

    def _on_enrolment(self, enrolment: Enrolment) -> None:
        say = self._context.say
        self._secret = enrolment.secret
        self.qr.show_code(enrolment.uri, say("staff.qr_name", name=self.fields[0].value()))
        self._part("scan").setText(say("staff.scan"))
        self._part("secret").setText(in_fours(enrolment.secret))
        self.changed.emit()


def _hidden(edit: LineEdit) -> TypeGuard[PasswordEdit]:
    return isinstance(edit, PasswordEdit)


def _is_staff_id(typed: str) -> bool:
    return len(typed) == STAFF_ID_DIGITS and typed.isascii() and typed.isdigit()
