"""Adding somebody: who they are, where they work, and whose records stay closed to them."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QRadioButton, QWidget

from ...domain.terms import Role
from ...requests.staff import AddStaff
from ..page import Context
from ..ui.staff import Ui_Staff
from ..widgets.editors import LineEdit
from ..widgets.household import HouseholdEdit

ROLES = (Role.ASSISTOR, Role.TAC, Role.SUPERVISOR)
DIGITS, LEAST_NAME = 10, 2
OTHER = Qt.FocusReason.OtherFocusReason


class AddForm(QObject):
    """The form for somebody new. `entered()` says that Enter was pressed in its last field."""

    entered = Signal()

    def __init__(self, context: Context, ui: Ui_Staff, parent: QWidget) -> None:
        super().__init__(parent)
        self._ui, self._say, self._messages = ui, context.say, context.messages
        self.household = HouseholdEdit(self._say, parent, name=self._say("staff.household"))
        self.household.setObjectName("household")
        ui.household_slot.addWidget(self.household)
        ui.role.offer([(role.value, self._say(f"staff.role_{role}")) for role in ROLES])
        ui.role.chosen.connect(lambda _role: self._show_office())
        ui.tin.set_eye_name(self._say("widgets.show_tin"))
        for edit in self._edits():
            edit.changed.connect(lambda _typed, edit=edit: self._mark(edit.objectName(), ""))
        self._order()
        self._chain()
        self.household.refused.connect(lambda problem: self._mark("household", problem))
        for name in ("name", "staff_id", "tin", "household"):
            self._mark(name, "")
        self._show_office()

    def _edits(self) -> tuple[LineEdit, LineEdit, LineEdit]:
        return self._ui.name, self._ui.staff_id, self._ui.tin

    def _order(self) -> None:
        """What was made after the form: Tab comes to it where the eye does."""
        ui, house = self._ui, self.household
        before: QWidget = ui.staff_id
        roles = ui.role.findChildren(QRadioButton)
        for after in (*roles, ui.office, ui.tin, ui.tin.eye, house.edit, house.edit.eye, ui.add):
            QWidget.setTabOrder(before, after)
            before = after

    def _chain(self) -> None:
        """Enter goes to the next field to type in; in the last one it adds."""
        ui = self._ui
        ui.name.entered.connect(lambda _typed: ui.staff_id.setFocus(OTHER))
        ui.staff_id.entered.connect(lambda _typed: ui.tin.setFocus(OTHER))
        ui.tin.entered.connect(lambda _typed: self.household.edit.setFocus(OTHER))
        self.household.passed.connect(self.entered)

    def begin(self) -> None:
        """The focus is in the name."""
        self._ui.name.setFocus(OTHER)

    def clear(self) -> None:
        """Nothing typed is kept."""
        for edit in self._edits():
            edit.clear()
        self.household.clear()
        self.cover()
        for name in ("name", "staff_id", "tin", "household"):
            self._mark(name, "")

    def cover(self) -> None:
        """What an eye shows is hidden again; it stays typed."""
        for edit in (self._ui.tin, self.household.edit):
            edit.eye.setChecked(False)

    def offer_offices(self, offices: dict[str, str]) -> None:
        """Where TAC staff can work: names by identifier; what was chosen stays chosen."""
        chosen = self._ui.office.value()
        self._ui.office.offer([("", self._say("staff.choose")), *offices.items()])
        self._ui.office.choose(chosen)

    def _show_office(self) -> None:
        self._ui.office_box.setVisible(self._ui.role.value() == Role.TAC)

    def _mark(self, name: str, problem: str) -> None:
        edit = self.household.edit if name == "household" else getattr(self._ui, name)
        hint, icon = getattr(self._ui, f"{name}_hint"), getattr(self._ui, f"{name}_icon")
        said = problem or (self._say(f"staff.{name}_hint") if name in ("tin", "household") else "")
        tone = "bad" if problem else "soft"
        edit.set_problem(bool(problem))
        edit.setAccessibleDescription(said)
        hint.setText(said)
        hint.set_tone(tone)
        icon.show_icon("warning-circle" if problem else "info", tone)
        for widget in (hint, icon):
            widget.setVisible(bool(said))

    def _problems(self) -> dict[str, str]:
        """The code of what is wrong with each field, "" where nothing is."""
        ui = self._ui
        staff_id = ui.staff_id.value()
        ten = len(staff_id) == DIGITS and staff_id.isascii() and staff_id.isdigit()
        return {
            "name": "" if len(ui.name.value()) >= LEAST_NAME else "staff.no_name",
            "staff_id": "" if ten else "staff.no_staff_id",
            "tin": ui.tin.problem() and "staff.no_tin",
            "household": self.household.problem(),
        }

    def request(self) -> AddStaff | None:
        """The act as the desk wants it; None where something is wrong, which is marked and has the focus."""
        wrong = {name: code for name, code in self._problems().items() if code}
        for name in ("name", "staff_id", "tin", "household"):
            self._mark(name, self._say(wrong[name]) if name in wrong else "")
        if wrong:
            first = next(iter(wrong))
            (self.household if first == "household" else getattr(self._ui, first)).setFocus(OTHER)
            return None
        return self._made()

    def _made(self) -> AddStaff | None:
        ui, role = self._ui, Role(self._ui.role.value())
        office = ui.office.value() if role is Role.TAC else None
        if office == "":
            self._messages.warn("staff.no_office_chosen")
            ui.office.setFocus(OTHER)
            return None
        return AddStaff(
            name=ui.name.value(),
            staff_id=ui.staff_id.value(),
            role=role,
            office=office,
            tin=ui.tin.value(),
            household=self.household.tins(),
        )
