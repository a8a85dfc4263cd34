"""Who one can practise as: on a practice desk nobody needs an authenticator."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from ..page import Context
from ..widgets.panel import empty
from ..widgets.person import PersonButton

if TYPE_CHECKING:
    from ...requests.sign_in import PracticePeople, PracticePerson


class PracticeStaff(QObject):
    """Fills a card with buttons, one per person. `picked(PracticePerson)` carries whoever was chosen,
    `came()` says that the card takes room."""

    picked = Signal(object)
    came = Signal()

    def __init__(self, context: Context, card: QWidget, column: QBoxLayout) -> None:
        super().__init__(card)
        self._context, self._card, self._column = context, card, column
        self._people: tuple[PracticePerson, ...] = ()
        card.hide()

    def ask(self) -> None:
        """Asks the desk who there is."""
        from ...requests.sign_in import SeePracticeStaff

        self._context.tasks.send(SeePracticeStaff()).success(self._on_people)

    def show_words(self) -> None:
        """Shows the people again, in the language spoken now."""
        empty(self._column)
        for person in self._people:
            self._column.addWidget(self._button(person))
        self._card.setVisible(bool(self._people))

    def _on_people(self, people: "PracticePeople") -> None:
        self._people = people.people
        self.show_words()
        self.came.emit()

    def _button(self, person: "PracticePerson") -> PersonButton:
        say = self._context.say
        role = say(f"sign_in.role_{person.role}", office=person.office or "")
        button = PersonButton(self._card, name=person.name, role=role)
        button.clicked.connect(lambda: self._pick(person.staff_id))
        return button

    def _pick(self, staff_id: str) -> None:
        """Asks again before picking: a security code holds for seconds only."""
        from ...requests.sign_in import SeePracticeStaff

        def fresh(people: "PracticePeople") -> None:
            for person in people.people:
                if person.staff_id == staff_id:
                    self.picked.emit(person)

        self._context.tasks.send(SeePracticeStaff()).success(fresh)
