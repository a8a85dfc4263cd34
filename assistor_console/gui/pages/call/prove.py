"""Who phones again is proved by the code on the slip or, without it, by the identity items."""

from PySide6.QtWidgets import QWidget

from ....requests.intake import AskIdentity, CallSeen, ProveContinuation
from ...page import Context
from ...ui.call_prove import Ui_CallProve
from ...widgets.notices import ReadAloud
from .fields import mark
from .phrases import aloud, lines_of
from .step import OTHER, Act, Step


class ProveStep(Step):
    """Takes the continuation code in any writing: small letters, dashes and spaces do not matter."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.ui = Ui_CallProve()
        self.ui.setupUi(self)
        self._lines = ReadAloud(self.say, self, size=30)
        self.ui.lines_slot.addWidget(self._lines)
        self.ui.code.changed.connect(lambda _value: self._mark(""))
        self.ui.code.entered.connect(lambda _value: self.prove())
        self.ui.prove.clicked.connect(self.prove)
        self.ui.no_code.clicked.connect(self.no_code)
        self._mark("")

    def _mark(self, problem: str) -> None:
        mark(self.ui, "code", problem, self.say("call.continuation_hint"))

    def show_call(self, seen: CallSeen) -> None:
        """What to ask for."""
        super().show_call(seen)
        self._lines.show_line(*aloud(lines_of(seen, "ask_continuation"), seen.language, self.say.language))

    def begin(self) -> None:
        """The code."""
        self.ui.code.clear()
        self._mark("")
        self.ui.code.setFocus(OTHER)

    def leave(self) -> None:
        """Forgets the code."""
        self.ui.code.clear()

    def acts(self) -> dict[str, Act]:
        """Test the code, or ask the identity items."""
        return {"call.prove": self.prove, "call.no_code": self.no_code}

    def prove(self) -> None:
        """Tests the code; a refusal stands under the field, which keeps what was typed."""
        if problem := self.ui.code.problem():
            self._mark(self.say(problem))
            return
        request = ProveContinuation(call_id=self.call.call_id, code=self.ui.code.value())
        self.send(request).failure(self._on_refused)

    def _on_refused(self, error: Exception) -> bool:
        why = self.why(error)
        self._mark(why)
        self.ui.code.setFocus(OTHER)
        return bool(why)

    def no_code(self) -> None:
        """Asks the identity items again."""
        self.send(AskIdentity(call_id=self.call.call_id))
