"""Before a call: whether one may be taken now, the caller's language and reason, then Enter."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from ....domain.terms import SERVED_REASONS, Language, Reason
from ....requests.intake import StartCall
from ....requests.shift import SeeShift, ShiftSeen
from ....requests.sign_in import Greeting, Hello
from ...page import Context
from ...shift_words import is_stale
from ...ui.call_start import Ui_CallStart
from ...widgets.answer import ChoiceEdit
from ...widgets.button import ReasonedButton
from .shift_notice import ShiftNotice, why_closed
from .step import OTHER, Act, Step

LANGUAGES = [(Language.EN.value, "English"), (Language.ES.value, "Español")]
FITTING, WIDE = QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred


class StartStep(Step):
    """Starts a call. `shifted(ShiftSeen)` carries how the day stands whenever the desk has told."""

    shifted = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.ui = Ui_CallStart()
        self.ui.setupUi(self)
        self.ui.language.offer(LANGUAGES, self.say.language.value)
        reasons = [(reason.value, self.say(f"call.reason_{reason}")) for reason in SERVED_REASONS]
        self.reason = ChoiceEdit(self, choices=reasons, name=self.say("call.reason"))
        self.reason.setObjectName("reason")
        self.reason.entered.connect(lambda _value: self.start())
        self.ui.reason_slot.addWidget(self.reason)
        self.notice = ShiftNotice(context, self)
        self.ui.shift_slot.addWidget(self.notice)
        self._beside = ReasonedButton(self.ui.start, self)
        self._beside.setSizePolicy(FITTING, WIDE)
        self.ui.foot.insertWidget(0, self._beside)
        self.ui.start.clicked.connect(self.start)
        self.ui.language.chosen.connect(lambda _language: self._show())
        self.reason.set_value(Reason.NEW_PROOFING)
        self.shift: ShiftSeen | None = None
        self._hours: Greeting | None = None
        self._asking = self._starting = False
        context.clock.ticked.connect(self._on_ticked)

    def begin(self) -> None:
        """A new proofing is what most callers want; Enter starts it."""
        self.reason.set_value(Reason.NEW_PROOFING)
        (self.ui.language if self.refused() else self.reason).setFocus(OTHER)

    def acts(self) -> dict[str, Act]:
        """Start, while the desk takes new calls."""
        return {} if self.refused() else {"call.start": self.start}

    def refused(self) -> dict[str, str]:
        """Why no call can be started now."""
        why = why_closed(self.shift, self.say.language) if self.shift else ""
        return {"call.start": why} if why else {}

    def look(self) -> None:
        """Asks the desk how the day stands; once at a time."""
        if self._asking or not self.context.tasks.here:
            return
        self._asking = True
        if self._hours is None:
            self.context.tasks.send(Hello()).success(self._on_hours)
        self.context.tasks.send(SeeShift()).always(self._on_asked).success(self._on_shift)

    def _on_asked(self) -> None:
        self._asking = False

    def _on_hours(self, hours: Greeting) -> None:
        self._hours = hours

    def _on_shift(self, seen: ShiftSeen) -> None:
        before, self.shift = self.refused(), seen
        self._show()
        self.shifted.emit(seen)
        if self.refused() != before:
            self.changed.emit()

    def _on_ticked(self) -> None:
        """The desk's clock goes on: near closing every minute counts."""
        if self.shift is None or not self.isVisible():
            return
        if is_stale(self.shift, self.context.clock.now()):
            self.look()
        self._show()

    def _show(self) -> None:
        if self.shift is None or self._hours is None:
            return
        caller = Language(self.ui.language.value())
        self.notice.show_shift(self.shift, self._hours, self.context.clock.now(), caller)
        self._show_button()
        self._make_room(self.shift.open)

    def _make_room(self, open_: bool) -> None:
        """While no call can be started there is no reason to choose; what is said then needs the room."""
        self.ui.note.setVisible(not self.notice.speaks)
        if self.reason.isHidden() is not open_:
            return
        before = QApplication.focusWidget()
        for widget in (self.ui.reason_label, self.reason):
            widget.setVisible(open_)
        self._beside.setSizePolicy(FITTING if open_ else WIDE, WIDE)
        self.ui.foot.setStretch(0, 0 if open_ else 1)
        if before is not None and self.isAncestorOf(before):
            (self.reason if open_ else self.ui.language).setFocus(OTHER)

    def _show_button(self) -> None:
        """Disabled with the reason beside it while the desk is closed, and while a start is on its way."""
        self._beside.refuse(self.refused().get("call.start", ""))
        if self._starting:
            self.ui.start.setEnabled(False)

    def start(self) -> None:
        """Opens the call at the desk."""
        if self._starting or self.refused():
            return
        language = Language(self.ui.language.value())
        request = StartCall(language=language, reason=Reason(self.reason.value()))
        self._starting = True
        self._show_button()
        self.send(request).failure(self._on_refused).always(self._on_started)

    def _on_started(self) -> None:
        self._starting = False
        self._show_button()

    def _on_refused(self, _error: Exception) -> bool:
        """The desk may have closed since it told."""
        self.look()
        return False
