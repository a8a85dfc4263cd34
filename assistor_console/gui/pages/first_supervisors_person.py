"""One of the first two supervisors: who they are, their password, and the code that proves their app."""

from typing import Any, TypeGuard

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from ...requests.sign_in import Enrolment
from ...requests.staff import NewEnrolment, NewSupervisor
from ..page import Context
from ..ui.first_supervisors import Ui_FirstSupervisors
from ..widgets.editors import LineEdit
from ..widgets.household import HouseholdEdit
from ..widgets.qr import QrCode, in_fours
from ..widgets.secret_edits import PasswordEdit, SecretTinEdit

FIELDS = ("name", "staff_id", "tin", "password", "again", "code")
LEAST_NAME, STAFF_ID_DIGITS, CODE_DIGITS = 2, 10, 6
QR_SIDE = 184
OTHER = Qt.FocusReason.OtherFocusReason


class NewPerson(QObject):
    """One card; it asks for a QR code once name and staff ID are there. `changed()` tells of any change.

    A password has at least `least` characters. Enter goes from field to field; `fields` are all but the
    household, the code last.
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
        self.fields = tuple(self._edit(name) for name in FIELDS)
        self.household = HouseholdEdit(context.say, parent, name=context.say("staff.household"))
        self.household.setObjectName(f"household_{number}")
        self._part("household_slot").addWidget(self.household)
        self._chain()
        for edit in self.fields:
            edit.changed.connect(self._on_changed)
        for edit in self.fields[:2]:
            edit.editingFinished.connect(self._ask)
        for edit in filter(_hidden, self.fields):
            shows = "widgets.show_tin" if isinstance(edit, SecretTinEdit) else "widgets.show_password"
            edit.set_eye_name(context.say(shows))
        self._part("password_hint").setText(context.say("staff.password_hint", least=least))
        self.show_problem("")

    def _chain(self) -> None:
        """Enter and Tab go from one field to the next; the household's is between TIN and password."""
        name, staff_id, tin, password, again, code = self.fields
        house = self.household
        for field, after in ((name, staff_id), (staff_id, tin), (tin, house.edit), (password, again)):
            field.entered.connect(lambda _typed, after=after: after.setFocus(OTHER))
        again.entered.connect(lambda _typed: code.setFocus(OTHER))
        house.passed.connect(lambda: password.setFocus(OTHER))
        house.changed.connect(self._on_changed)
        house.refused.connect(self.show_problem)
        before: QWidget = tin
        for following in (self._part("tin").eye, house.edit, house.edit.eye, password):
            QWidget.setTabOrder(before, following)
            before = following

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
        name, staff_id, _, password, again, code = (edit.value() for edit in self.fields)
        wrong = (
            (len(name) < LEAST_NAME, "staff.no_name"),
            (not _is_staff_id(staff_id), "staff.no_staff_id"),
            (bool(self.fields[2].problem()), "staff.no_tin"),
            (bool(self.household.problem()), "editors.short_tin"),
            (len(password) < self._least, "staff.short"),
            (password != again, "staff.password_differs"),
            (not self._secret or len(code) != CODE_DIGITS, "staff.no_code"),
        )
        return next((said for found, said in wrong if found), "")

    def started(self) -> bool:
        """Whether both passwords have been typed: before, nobody is told that they differ."""
        return bool(self.fields[3].value() and self.fields[4].value())

    def show_problem(self, problem: str) -> None:
        """A sentence at the foot of the card; "" for none."""
        self._part("problem").setText(problem)
        for name in ("problem", "problem_icon"):
            self._part(name).setVisible(bool(problem))

    def person(self) -> NewSupervisor:
        """The person as the desk wants them."""
        name, staff_id, tin, password, _, code = (edit.value() for edit in self.fields)
        return NewSupervisor(
            name=name,
            staff_id=staff_id,
            password=password,
            secret=self._secret,
            code=code,
            tin=tin,
            household=self.household.tins(),
        )

    def forget(self) -> None:
        """Nothing typed is kept."""
        self._secret = self._asked = ""
        self.qr.clear_code()
        self._part("secret").clear()
        for edit in self.fields:
            edit.clear()
        self.household.clear()

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
