"""The first page of a live desk where nobody works yet: two people become its supervisors, together."""

from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ...domain.errors import Refused
from ...requests.staff import MakeFirstSupervisors
from ..messages import refusal_text
from ..page import Context, Page
from ..ui.first_supervisors import Ui_FirstSupervisors
from .first_supervisors_person import NewPerson

OTHER = Qt.FocusReason.OtherFocusReason


class FirstSupervisorsPage(Page):
    """Two cards and one button; a password has `least` characters. `made()` comes once both can sign in."""

    title_code: ClassVar[str] = "staff.first_title"
    made = Signal()

    def __init__(self, context: Context, least: int, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._least = least
        self.ui = Ui_FirstSupervisors()
        self.ui.setupUi(self)
        self._make = self.act("staff.first_make", "Ctrl+Return", self._submit)
        self.ui.make.serve(self._make)
        self.people = tuple(NewPerson(context, self.ui, number, least, self) for number in (1, 2))
        for person in self.people:
            person.changed.connect(self._show)
        self.people[0].fields[-1].entered.connect(partial(self._go, self.people[1].fields[0]))
        self.people[1].fields[-1].entered.connect(lambda _typed: self._submit())
        self._busy = False
        self._show()

    def enter(self) -> None:
        """The focus is in the first name."""
        self.people[0].fields[0].setFocus(OTHER)
        self.status_changed.emit(self.say("staff.first_status"))

    def leave(self) -> None:
        """Forgets what was typed."""
        for person in self.people:
            person.forget()

    def hints(self) -> list[tuple[str, str]]:
        """Help alone: nobody has signed in yet."""
        return [("F1", self.say("frame.help"))]

    def _go(self, field: QWidget, _typed: str) -> None:
        field.setFocus(OTHER)

    def _show(self) -> None:
        """Each card says what is wrong with it once its passwords are typed; the button says why it waits."""
        ready = not any(person.problem() for person in self.people)
        first, second = (person.staff_id for person in self.people)
        why = self.say("staff.why_first") if not ready else ""
        if ready and first == second:
            why = self.say("staff.two_same")
        for person in self.people:
            problem = person.problem() if person.started() else ""
            person.show_problem(self.say(problem, least=self._least) if problem else "")
        self._make.setEnabled(not why and not self._busy)
        self.ui.why_not.setText(why)
        self.ui.lock.setVisible(bool(why))
        self.ui.make.setAccessibleDescription(why)

    def _submit(self) -> None:
        if not self._make.isEnabled():
            return
        first, second = self.people
        act = MakeFirstSupervisors(supervisors=(first.person(), second.person()))
        self._wait(True)
        task = self.context.tasks.send(act).always(partial(self._wait, False))
        task.success(lambda _done: self._on_made()).failure(self._on_refused)

    def _wait(self, busy: bool) -> None:
        self._busy = busy
        self._show()

    def _on_made(self) -> None:
        """Said once the sign-in page is shown: a page that comes may put its status over it."""
        self.made.emit()
        self.messages.info("staff.first_done")

    def _on_refused(self, error: Exception) -> bool:
        """A code that does not fit is said on the card of whoever typed it."""
        if isinstance(error, Refused) and error.refusal.rule == "staff.code":
            whose = str(error.refusal.values.get("staff_id", ""))
            person = next((one for one in self.people if one.staff_id == whose), self.people[0])
            person.fields[-1].clear()
            self._show()
            person.show_problem(refusal_text(error.refusal, self.say.language))
            person.fields[-1].setFocus(OTHER)
        return False
