"""Before a call: the caller's language and reason, then Enter."""

from PySide6.QtWidgets import QWidget

from ....domain.terms import Language, Reason
from ....requests.intake import StartCall
from ...page import Context
from ...ui.call_start import Ui_CallStart
from ...widgets.answer import ChoiceEdit
from .step import OTHER, Act, Step

LANGUAGES = [(Language.EN.value, "English"), (Language.ES.value, "Español")]


class StartStep(Step):
    """Starts a call."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.ui = Ui_CallStart()
        self.ui.setupUi(self)
        self.ui.language.offer(LANGUAGES, self.say.language.value)
        reasons = [(reason.value, self.say(f"call.reason_{reason}")) for reason in Reason]
        self.reason = ChoiceEdit(self, choices=reasons, name=self.say("call.reason"))
        self.reason.setObjectName("reason")
        self.reason.entered.connect(lambda _value: self.start())
        self.ui.reason_slot.addWidget(self.reason)
        self.ui.start.clicked.connect(self.start)
        self.reason.set_value(Reason.NEW_PROOFING)

    def begin(self) -> None:
        """A new proofing is what most callers want; Enter starts it."""
        self.reason.set_value(Reason.NEW_PROOFING)
        self.reason.setFocus(OTHER)

    def acts(self) -> dict[str, Act]:
        """Start."""
        return {"call.start": self.start}

    def start(self) -> None:
        """Opens the call at the desk."""
        language = Language(self.ui.language.value())
        request = StartCall(language=language, reason=Reason(self.reason.value()))
        self.ui.start.setEnabled(False)
        self.send(request).always(lambda: self.ui.start.setEnabled(True))
