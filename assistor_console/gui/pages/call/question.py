"""The question step: one item read aloud, one editor made for its answer, and what is recorded so far."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from ....domain.terms import AnswerKind, Due, Section
from ....requests.intake import CallSeen, QuestionSeen
from ...page import Context
from ...ui.call_question import Ui_CallQuestion
from ...widgets.answer import AnswerEdit, editor_for
from ...widgets.notices import ReadAloud
from ...widgets.panel import empty
from .answering import Answering
from .phrases import aloud, lines_of
from .recorded import Recordings
from .step import OTHER, Act, Step

PATIENCE_MS = 300


class QuestionStep(Step):
    """Asks the items of the interview. `asked()` says that another question stands now."""

    asked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.ui = Ui_CallQuestion()
        self.ui.setupUi(self)
        self.answering = Answering(self)
        self.editor: AnswerEdit | None = None
        self.question: QuestionSeen | None = None
        self._rephrased = False
        self._early: int | None = None
        self._lead, self._line = ReadAloud(self.say, self, size=20), ReadAloud(self.say, self)
        self.ui.lead_slot.addWidget(self._lead)
        self.ui.line_slot.addWidget(self._line)
        self._recordings = Recordings(self.say, self.ui.recorded_panel, self.ui.recorded_slot, self.ui.panel)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._on_patience)
        for name in ("record", "does_not_know", "declines", "rephrase"):
            getattr(self.ui, name).clicked.connect(lambda _=False, code=name: self._press(f"call.{code}"))
        self.ui.repeat.clicked.connect(self.repeat)
        for shown in (self.ui.busy, self.ui.problem):
            shown.show_hint("")

    def _press(self, code: str) -> None:
        if act := self.acts().get(code):
            act()

    def show_call(self, seen: CallSeen) -> None:
        """Shows the question that is due; the one that stands already keeps its editor and what is in it."""
        super().show_call(seen)
        self.answering.told(seen)
        self.refresh()
        self._send_early()
        self.answering.decide()

    def refresh(self) -> None:
        """Shows what the answers on their way and the call say together."""
        question = self.answering.answers.current(self.call)
        if question is None or self.question is None or question.number != self.question.number:
            self._ask(question)
        self._show_words()
        self._recordings.show_call(self.call)
        self.ui.recorded_note.setVisible("call.back" in self.acts())
        self._patience.start() if question is None or self._early else self._rest()
        self.changed.emit()

    def _rest(self) -> None:
        self._patience.stop()
        self.ui.busy.show_hint("")

    def _on_patience(self) -> None:
        if self.context.tasks.here:
            self.ui.busy.show_hint(self.say("call.checking"), "hourglass")
        else:
            self.ui.busy.show_hint(self.say("call.waiting_for_desk"), "cloud-slash", "warn")

    def show_link(self) -> None:
        """What is waited for has another name while the desk is away; back, it decides what waited."""
        if self.context.tasks.here:
            self.answering.decide()
        if (self.question is None or self._early) and not self._patience.isActive():
            self._on_patience()

    def begin(self) -> None:
        """The answer has the focus."""
        if self.editor is not None:
            self.editor.setFocus(OTHER)

    def leave(self) -> None:
        """What is typed is kept at the desk; the next call begins with nothing of this one."""
        self.answering.keep_now()

    def forget(self) -> None:
        """The call is over."""
        self.answering = Answering(self)
        self.question = self._early = None

    def _ask(self, question: QuestionSeen | None) -> None:
        """Another question: a fresh editor, empty unless something was typed for it before."""
        had_focus = self._has_focus()
        self._put_aside()
        self.question, self._rephrased = question, False
        self.ui.record.setEnabled(question is not None)
        if question is None:
            if self.editor is not None:
                self.editor.clear()
                self.editor.setReadOnly(True)
            return
        self._new_editor(question)
        self.show_problem(self.answering.why(question.number))
        self.answering.began(question)
        if had_focus:
            self.begin()
        self.asked.emit()

    def _has_focus(self) -> bool:
        """Whether the person works in this step: only then may the focus go to another answer."""
        focus = self.window().focusWidget()
        return self.isVisible() and (focus is None or self.isAncestorOf(focus))

    def _put_aside(self) -> None:
        if self.question is not None and self.editor is not None:
            self.answering.put_aside(self.question.number, self.editor.value())

    def _new_editor(self, question: QuestionSeen) -> None:
        choices = [(choice.value, choice.text.say(self.say.language)) for choice in question.choices]
        empty(self.ui.editor_slot)
        editor = editor_for(question.kind, self, choices=choices, name=self.mine(question.label))
        editor.setObjectName("answer")
        editor.set_value(self.answering.typed(question))
        editor.entered.connect(lambda _value: self.record())
        editor.changed.connect(self._on_typed)
        self.ui.editor_slot.addWidget(editor)
        editor.show()  # at once: the next key may be on its way
        self.editor = editor

    def _on_typed(self, value: str) -> None:
        if self.question is not None:
            self._early = None
            self.show_problem("")
            self.answering.draft(self.question.number, value)

    def show_problem(self, sentence: str) -> None:
        """The sentence under the field, with the border that goes with it; "" takes it back."""
        self.ui.problem.show_hint(sentence, "warning-circle", "bad" if sentence else "soft")
        if self.editor is None:
            return
        self.editor.setAccessibleDescription(sentence or self.ui.kind.text())
        if hasattr(self.editor, "set_problem"):
            self.editor.set_problem(bool(sentence))

    def record(self) -> None:
        """Sends what is typed unless its form is wrong; the next question stands at once."""
        if self.question is None or self.editor is None:
            return
        if problem := self.editor.problem():
            self.show_problem(self.say(problem))
            return
        if self.answering.answers.may_send(self.call, self.question):
            self.answering.answer(self.question.number, self.editor.value())
        else:
            self._record_early(self.question.number)

    def _record_early(self, number: int) -> None:
        """Entered while the desk still looks who is calling: it stands here, and goes as soon as it may."""
        self._early = number
        self.answering.keep_now()
        self._patience.start()
        if not self.context.tasks.here:
            self._on_patience()

    def _send_early(self) -> None:
        question = self.question
        if question is None or question.number != self._early:
            self._early = None
        elif self.answering.answers.may_send(self.call, question):
            self._early = None
            self.record()

    def repeat(self) -> None:
        """Reads the line once more: nothing is logged, the focus is back in the answer."""
        self.begin()

    def rephrase(self) -> None:
        """The same question in other words, and back."""
        self._rephrased = not self._rephrased
        self._show_words()
        self.begin()

    def acts(self) -> dict[str, Act]:
        """What can be done with this question."""
        found: dict[str, Act] = {}
        if self.question is not None:
            found["call.record"] = self.record
        if self.seen is not None and self.answering.answers.before(self.seen):
            found["call.back"] = self.answering.back
        if self.answering.answers.changing is not None:
            found["call.forward"] = self.answering.forward
        if self.question is None:
            return found
        ways: dict[str, Act] = {
            "call.does_not_know": self.answering.does_not_know,
            "call.declines": self.answering.declines,
            "call.repeat": self.repeat,
        }
        return found | ways | ({"call.rephrase": self.rephrase} if self.question.rephrase else {})

    def _show_words(self) -> None:
        if self.question is None:
            return
        ui, question, caller, mine = self.ui, self.question, self.call.language, self.say.language
        text = question.rephrase if self._rephrased and question.rephrase else question.text
        self._line.show_line(*aloud([text], caller, mine))
        self._show_lead()
        ui.section.setText(self._place())
        ui.hint.show_hint(question.hint.say(caller) if question.hint else "")
        ui.kind.setText(self.say(f"call.kind_{question.kind}"))
        ui.changing.setVisible(self.answering.answers.changing == question.number)
        ui.thanks.show_hint(self._thanks(question), "ear")
        ui.rephrase.setVisible(question.rephrase is not None)

    def _thanks(self, question: QuestionSeen) -> str:
        amount = question.kind is AnswerKind.MONEY
        code = "call.thanks_amount" if amount else "call.thanks_answer"
        return self.say(code, thanks=self.both(self.call.thanks))

    def _show_lead(self) -> None:
        """What is said once, before the first item of a part."""
        first = not self.call.recorded and not self.answering.answers.sent
        part = self.question is not None and self.question.section is not Section.IDENTITY
        before = lines_of(self.call) if self.call.due is Due.ANSWER and (first or part) else []
        self._lead.show_line(*aloud(before, self.call.language, self.say.language))
        self._lead.setVisible(bool(before))

    def _place(self) -> str:
        assert self.question is not None
        numbers = self.call.numbers
        steps = {step.section: self.mine(step.label) for step in self.call.steps}
        heading = steps.get(self.question.section, "")
        at = numbers.index(self.question.number) + 1 if self.question.number in numbers else 1
        return self.say("call.place", heading=heading, at=at, of=len(numbers))
