"""Somebody phones again: their case is found by name and date of birth, or by its number."""

from PySide6.QtWidgets import QWidget

from ....requests.intake import CallSeen, CaseFound, CasesFound, FindCases, TakeCase
from ...messages import moment
from ...page import Context
from ...ui.call_find import Ui_CallFind
from ...widgets.notices import ReadAloud
from ...widgets.panel import empty
from ...widgets.person import PersonButton
from .fields import mark
from .phrases import aloud, lines_of
from .step import OTHER, Act, Step

FIELDS = {"name": "call.find_name_hint", "born": "call.find_born_hint", "number": "call.find_number_hint"}


class FindStep(Step):
    """Finds and takes the caller's case. Nothing is proved by it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.ui = Ui_CallFind()
        self.ui.setupUi(self)
        self._lines = ReadAloud(self.say, self, size=30)
        self.ui.lines_slot.addWidget(self._lines)
        self.ui.find.clicked.connect(self.search)
        for name in FIELDS:
            edit = getattr(self.ui, name)
            edit.entered.connect(lambda _value: self.search())
            edit.changed.connect(lambda _value, name=name: self._mark(name, ""))
            self._mark(name, "")
        self.ui.found.hide()

    def _mark(self, name: str, problem: str) -> None:
        mark(self.ui, name, problem, self.say(FIELDS[name]))

    def show_call(self, seen: CallSeen) -> None:
        """What to ask for."""
        if self.seen is None or seen.call_id != self.seen.call_id:
            self._clear()
        super().show_call(seen)
        self._lines.show_line(*aloud(lines_of(seen), seen.language, self.say.language))

    def begin(self) -> None:
        """The name."""
        self.ui.name.setFocus(OTHER)

    def leave(self) -> None:
        """Forgets what was typed and found."""
        self._clear()

    def _clear(self) -> None:
        for name in FIELDS:
            getattr(self.ui, name).clear()
        empty(self.ui.found_slot)
        self.ui.found.hide()

    def acts(self) -> dict[str, Act]:
        """Find."""
        return {"call.find": self.search}

    def search(self) -> None:
        """Asks the desk; a date that is none never leaves the page."""
        ui, by_number = self.ui, bool(self.ui.number.value())
        if not by_number and not ui.name.value():
            self._complain("name", self.say("editors.nothing"))
        elif not by_number and ui.born.problem():
            self._complain("born", self.say(ui.born.problem()))
        else:
            born = None if by_number else ui.born.day()
            words = {"name": ui.name.value(), "number": ui.number.value()}
            request = FindCases(call_id=self.call.call_id, born=born, **words)
            self.context.tasks.send(request).success(self._on_found)

    def _complain(self, name: str, problem: str) -> None:
        self._mark(name, problem)
        getattr(self.ui, name).setFocus(OTHER)

    def _on_found(self, found: CasesFound) -> None:
        ui, count = self.ui, len(found.cases)
        empty(ui.found_slot)
        ui.found_title.setText(self.say("call.found_title" if count else "call.found_none"))
        ui.found_note.setText(self.say("call.found_note" if count else "call.found_none_note"))
        buttons = [self._button(case) for case in found.cases]
        for button in buttons:
            ui.found_slot.addWidget(button)
        ui.found.show()
        (buttons[0] if buttons else ui.name).setFocus(OTHER)

    def _button(self, case: CaseFound) -> PersonButton:
        opened = moment(case.opened_at, self.say.language)
        role = self.say("call.found_case", number=case.number, opened=opened)
        button = PersonButton(self, name=case.name.title(), role=role)
        button.setObjectName(f"case_{case.number}")
        button.clicked.connect(lambda: self.take(case))
        return button

    def take(self, case: CaseFound) -> None:
        """This call is about that case."""
        self.send(TakeCase(call_id=self.call.call_id, case_id=case.case_id))
