"""The greeting: what is said first, and the four questions that tell whether this line can help."""

from functools import partial

from PySide6.QtWidgets import QWidget

from ....requests.intake import CallSeen, RecordEligibility
from ...page import Context
from ...ui.call_greeting import Ui_CallGreeting
from ...widgets.notices import ReadAloud
from .phrases import aloud, lines_of
from .step import OTHER, Act, Step
from .yes_no import YesNo

ASKED = ("individual", "own_behalf", "eservices_user", "tried_online")


class GreetingStep(Step):
    """Greets, tells that the call is recorded, and asks who is calling."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.ui = Ui_CallGreeting()
        self.ui.setupUi(self)
        self._lines = ReadAloud(self.say, self, size=20)
        self.ui.lines_slot.addWidget(self._lines)
        yes = (self.say("call.yes"), self.say("call.yes_key"))
        no = (self.say("call.no"), self.say("call.no_key"))
        self.questions = {asked: YesNo(self, yes=yes, no=no) for asked in ASKED}
        for number, (asked, question) in enumerate(self.questions.items()):
            question.setObjectName(f"ask_{asked}")
            question.answered.connect(partial(self._on_answered, number))
            question.entered.connect(self.record)
            self.ui.questions_slot.addWidget(question)
        self.ui.record.clicked.connect(self.record)
        self._call_id: object = None

    def show_call(self, seen: CallSeen) -> None:
        """Lines in the caller's language; the answers of another call are forgotten."""
        super().show_call(seen)
        languages = (seen.language, self.say.language)
        self._lines.show_line(*aloud(lines_of(seen, "greeting", "recording"), *languages))
        for asked, question in self.questions.items():
            question.show_line(*aloud(lines_of(seen, f"ask_{asked}"), *languages))
            if seen.call_id != self._call_id:
                question.clear()
        self._call_id = seen.call_id
        self._show_reason()

    def begin(self) -> None:
        """The first question without an answer."""
        open_ = [question for question in self.questions.values() if question.value() is None]
        (open_[0] if open_ else self.ui.record).setFocus(OTHER)

    def _on_answered(self, number: int) -> None:
        self._show_reason()
        rest = list(self.questions.values())[number + 1 :]
        (rest[0] if rest else self.ui.record).setFocus(OTHER)

    def _answers(self) -> dict[str, bool]:
        given = {asked: question.value() for asked, question in self.questions.items()}
        return {asked: value for asked, value in given.items() if value is not None}

    def _show_reason(self) -> None:
        missing = len(ASKED) - len(self._answers())
        self.ui.record.setEnabled(not missing)
        self.ui.reason.setVisible(bool(missing))
        self.ui.reason_icon.setVisible(bool(missing))
        self.changed.emit()

    def acts(self) -> dict[str, Act]:
        """Record, once all four are answered."""
        return {"call.record_greeting": self.record} if len(self._answers()) == len(ASKED) else {}

    def record(self) -> None:
        """Sends the four answers; with one missing the focus goes there."""
        answers = self._answers()
        if len(answers) < len(ASKED):
            self.begin()
            return
        self.send(RecordEligibility(call_id=self.call.call_id, **answers))
