"""Staff: who works here, and adding somebody. A first password is shown once."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton, QWidget

from ...domain.terms import Role, Topic
from ...requests.staff import AddStaff, OfficeNames, SeeOffices, SeeStaff, StaffAdded, StaffList
from ..page import Context, Page
from ..ui.staff import Ui_Staff
from ..widgets.editors import LineEdit
from ..widgets.qr import QrCode, in_fours
from .staff_table import StaffTable

ROLES = (Role.ASSISTOR, Role.TAC, Role.SUPERVISOR)
DIGITS, LEAST_NAME = 10, 2
OTHER = Qt.FocusReason.OtherFocusReason


class StaffPage(Page):
    """The staff list, and at the right a form; what is shown once stands in the form's place."""

    title_code: ClassVar[str] = "staff.title"
    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.STAFF})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.ui = Ui_Staff()
        self.ui.setupUi(self)
        self._name = ""
        self.people = StaffTable(self.say, self)
        self.people.setObjectName("people")
        self.qr = QrCode(self)
        self.ui.people_space.addWidget(self.people)
        self.ui.qr_space.insertWidget(0, self.qr)
        self.ui.role.offer([(role.value, self.say(f"staff.role_{role}")) for role in ROLES])
        self._order()
        self._make_acts()
        self.ui.role.chosen.connect(lambda _role: self._show_office())
        for edit in (self.ui.name, self.ui.staff_id):
            edit.changed.connect(lambda _typed, edit=edit: self._mark(edit, ""))
            edit.entered.connect(lambda _typed: self._add_someone())
            self._mark(edit, "")
        self._show_office()

    def _order(self) -> None:
        """The roles were made after the form: Tab comes to them where the eye does."""
        before: QWidget = self.ui.staff_id
        for after in (*self.ui.role.findChildren(QRadioButton), self.ui.office, self.ui.add):
            QWidget.setTabOrder(before, after)
            before = after

    def _make_acts(self) -> None:
        self._add = self.act("staff.add_submit", "Ctrl+Return", self._add_someone)
        self._done = self.act("staff.done", "", self._hide)
        self.act("staff.find", "Ctrl+N", lambda: self.ui.name.setFocus(OTHER))
        self.act("staff.to_list", "Alt+L", lambda: self.people.setFocus(OTHER))
        self.act("staff.refresh", "F5", self._look)
        self.ui.add.serve(self._add)
        self.ui.done.serve(self._done)
        self._done.setEnabled(False)

    def enter(self) -> None:
        """Reads the list; the focus is in it."""
        self.context.tasks.send(SeeOffices()).success(self._on_offices)
        self._look()
        self.people.setFocus(OTHER)
        self.status_changed.emit(self.say("staff.status"))

    def leave(self) -> None:
        """What is shown once is not there any more when somebody comes back."""
        if self._name:
            self._hide()

    def touched(self) -> None:
        """Reads the list again; the form stays as it is."""
        self._look()

    def aged(self) -> None:
        """A session may have run out."""
        self._look()

    def _look(self) -> None:
        self.context.tasks.send(SeeStaff()).success(self._on_people)

    def _on_people(self, staff: StaffList) -> None:
        here = sum(person.signed_in for person in staff.people)
        self.ui.counts.setText(self.say("staff.counts", people=len(staff.people), here=here))
        self.people.show_people(staff.people)

    def _on_offices(self, names: OfficeNames) -> None:
        self.people.offices = {office.office_id: f"{office.name}, {office.state}" for office in names.offices}
        self.ui.office.offer([("", self.say("staff.choose")), *self.people.offices.items()])
        self.people.viewport().update()

    def _show_office(self) -> None:
        self.ui.office_box.setVisible(self.ui.role.value() == Role.TAC)

    def _mark(self, edit: LineEdit, problem: str) -> None:
        name = edit.objectName()
        hint, icon = getattr(self.ui, f"{name}_hint"), getattr(self.ui, f"{name}_icon")
        edit.set_problem(bool(problem))
        edit.setAccessibleDescription(problem)
        hint.setText(problem)
        hint.set_tone("bad")
        icon.show_icon("warning-circle", "bad")
        for widget in (hint, icon):
            widget.setVisible(bool(problem))

    def _wrong(self) -> list[LineEdit]:
        """Marks the fields that cannot be sent, and gives them."""
        ui = self.ui
        name, staff_id = ui.name.value(), ui.staff_id.value()
        problems = {
            ui.name: "" if len(name) >= LEAST_NAME else "staff.no_name",
            ui.staff_id: ""
            if len(staff_id) == DIGITS and staff_id.isascii() and staff_id.isdigit()
            else "staff.no_staff_id",
        }
        for edit, problem in problems.items():
            self._mark(edit, self.say(problem) if problem else "")
        return [edit for edit, problem in problems.items() if problem]

    def _add_someone(self) -> None:
        if not self._add.isEnabled():
            return
        if wrong := self._wrong():
            wrong[0].setFocus(OTHER)
            return
        ui, role = self.ui, Role(self.ui.role.value())
        office = ui.office.value() if role is Role.TAC else None
        if office == "":
            self.messages.warn("staff.no_office_chosen")
            ui.office.setFocus(OTHER)
            return
        self._name = ui.name.value()
        add = AddStaff(name=self._name, staff_id=ui.staff_id.value(), role=role, office=office)
        self._add.setEnabled(False)
        task = self.context.tasks.send(add).always(lambda: self._add.setEnabled(True))
        task.success(self._on_added)

    def _on_added(self, added: StaffAdded) -> None:
        ui, say = self.ui, self.say
        ui.added_title.setText(say("staff.added", name=self._name))
        ui.password.setText(added.password)
        ui.secret.setText(in_fours(added.secret))
        self.qr.show_code(added.uri, say("staff.qr_name", name=self._name))
        ui.add_stack.setCurrentWidget(ui.added)
        self._add.setEnabled(False)
        self._done.setEnabled(True)
        ui.done.setFocus(OTHER)
        ui.name.clear()
        ui.staff_id.clear()
        self._look()

    def _hide(self) -> None:
        """The secrets are gone from the screen and from memory."""
        ui, name = self.ui, self._name
        self._name = ""
        ui.password.clear()
        ui.secret.clear()
        self.qr.clear_code()
        ui.add_stack.setCurrentWidget(ui.adding)
        self._add.setEnabled(True)
        self._done.setEnabled(False)
        self.messages.info("staff.hidden", name=name)
        self.people.setFocus(OTHER)
