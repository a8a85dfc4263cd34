"""Staff: who works here, adding somebody, and resets on which two supervisors agree."""

from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ...domain.terms import Topic
from ...requests.staff import OfficeNames, SeeOffices, SeeStaff, StaffAdded, StaffList, StaffWaiting
from ..messages import moment
from ..page import Context, Page
from ..style import worn
from ..ui.staff import Ui_Staff
from .staff_adding import AddForm
from .staff_person import PersonPanel
from .staff_table import StaffTable

WIDE, SIDE_WIDE, SIDE_NARROW = 1366, 400, 360
OTHER = Qt.FocusReason.OtherFocusReason


class StaffPage(Page):
    """The staff list, and at the right who is chosen, the form for somebody new, or what is shown once."""

    title_code: ClassVar[str] = "staff.title"
    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.STAFF})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.ui = Ui_Staff()
        self.ui.setupUi(self)
        self._name = ""
        self.people = StaffTable(self.say, self)
        self.people.setObjectName("people")
        self.ui.people_space.addWidget(self.people)
        self.form = AddForm(context, self.ui, self)
        self.panel = PersonPanel(context, self.ui, self)
        self._make_acts()
        self.panel.ask("")
        self.form.entered.connect(self._add_someone)
        self.panel.moved.connect(self._on_moved)
        self.panel.given.connect(self._show_once)
        self.people.chosen.connect(self._on_chosen)
        self.people.opened.connect(lambda _row: self._show_person())
        self._turn_to(self.ui.nobody)

    def _make_acts(self) -> None:
        panel = self.panel
        panel.serve("approve", self.act("staff.approve", "A", panel.approve))
        panel.serve("decline", self.act("staff.decline", "D", panel.decline))
        panel.serve("ask_reset", self.act("staff.ask_reset", "R", partial(panel.ask, "ask_reset")))
        panel.serve("link", self.act("staff.link", "H", partial(panel.ask, "link")))
        panel.serve("dismiss", self.act("staff.dismiss", "X", partial(panel.ask, "dismiss")))
        self._back = self.act("staff.back", "Esc", self._go_back)
        panel.serve("back", self._back)
        self._add = self.act("staff.add_submit", "Ctrl+Return", self._add_someone)
        self._done = self.act("staff.done", "", self._hide)
        self._find = self.act("staff.find", "Ctrl+N", self._begin_adding)
        self.act("staff.to_list", "Alt+L", lambda: self.people.setFocus(OTHER))
        self.act("staff.refresh", "F5", self._look)
        self.ui.add.serve(self._add)
        self.ui.back_from_adding.serve(self._back)
        self.ui.done.serve(self._done)
        self.ui.find.serve(self._find)

    def _turn_to(self, shown: QWidget) -> None:
        """Who is chosen, the form, or what is shown once: only one of them stands at the right."""
        self._shown, ui = shown, self.ui
        for part in (ui.nobody, ui.person, ui.adding, ui.added):
            part.setVisible(part is shown)
        self._show_acts()

    def _show_acts(self) -> None:
        """What can be done depends on what stands at the right."""
        shown, ui = self._shown, self.ui
        self._add.setEnabled(shown is ui.adding)
        self._done.setEnabled(shown is ui.added)
        self._find.setEnabled(shown is not ui.added)
        self._back.setEnabled(shown is ui.adding or (shown is ui.person and self.panel.asking))

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
        self.locked()

    def locked(self) -> None:
        """A number that an eye shows is hidden; what is shown once stays, behind the lock."""
        self.form.cover()
        self.panel.household.edit.eye.setChecked(False)

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
        if self._shown in (self.ui.nobody, self.ui.person):
            self._show_person()

    def _on_offices(self, names: OfficeNames) -> None:
        self.people.offices = {office.office_id: f"{office.name}, {office.state}" for office in names.offices}
        self.form.offer_offices(self.people.offices)
        self.people.viewport().update()

    def _on_chosen(self, _row: int) -> None:
        """Somebody else is chosen; a form that was begun waits, what is shown once stays."""
        if self._shown in (self.ui.nobody, self.ui.person):
            self._show_person()

    def _show_person(self) -> None:
        person = self.people.person()
        if person is not None and self._shown is not self.ui.added:
            self.panel.show_person(person, self.people.office_name(person))
            self._turn_to(self.ui.person)

    def _begin_adding(self) -> None:
        self.panel.ask("")
        self.panel.close()
        self._turn_to(self.ui.adding)
        self.form.begin()

    def _go_back(self) -> None:
        self.panel.ask("")
        self._show_person()
        self.people.setFocus(OTHER)

    def _on_moved(self) -> None:
        """An act is done or on its way: the list tells how things stand now."""
        self._look()
        self.people.setFocus(OTHER)

    def _add_someone(self) -> None:
        if not self._add.isEnabled() or (add := self.form.request()) is None:
            return
        self._add.setEnabled(False)
        task = self.context.tasks.send(add).always(self._show_acts)
        task.success(partial(self._on_added, add.name))

    def _on_added(self, name: str, added: StaffWaiting) -> None:
        """Nobody has a password by that: another supervisor comes to it in the list."""
        self.form.clear()
        self.people.choose(added.id)
        self._turn_to(self.ui.nobody)
        self.messages.info("staff.added_waits", name=name)
        self._on_moved()

    def _show_once(self, code: str, name: str, added: StaffAdded) -> None:
        """A first password, and until when it signs in."""
        ui, say, self._name = self.ui, self.say, name
        ui.added_title.setText(say(code, name=name))
        ui.password.setText(added.password)
        ui.until.setText(say("staff.until", until=moment(added.password_until, say.language)))
        self.panel.close()
        self._turn_to(ui.added)
        ui.done.setFocus(OTHER)
        self._look()

    def _hide(self) -> None:
        """The password is gone from the screen and from memory."""
        ui, name = self.ui, self._name
        self._name = ""
        ui.password.clear()
        ui.password.setToolTip("")
        ui.password.setAccessibleDescription("")
        self._turn_to(ui.nobody)
        self._show_person()
        self.messages.info("staff.hidden", name=name)
        self.people.setFocus(OTHER)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow windows get a narrower panel."""
        super().resizeEvent(event)
        wide = self.width() >= worn().px(WIDE)
        self.ui.side_pane.draw(width=SIDE_WIDE if wide else SIDE_NARROW)
