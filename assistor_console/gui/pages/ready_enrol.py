"""Connecting an authenticator app: a new secret, shown once, and the first code that is made with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ...domain.errors import Refused
from ...requests.sign_in import BeginEnrolment, ConfirmEnrolment, Enrolment, RecoveryCodes
from ..messages import refusal_text
from ..page import Context
from ..ui.ready_enrol import Ui_ReadyEnrol
from ..widgets.marked import Marked
from ..widgets.qr import QrCode, in_fours

QR_SIDE = 236


class EnrolPanel(QWidget):
    """QR code, key and the field for the first code. `enrolled(RecoveryCodes)` comes once that fits."""

    enrolled = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._say = context, context.say
        self.ui = Ui_ReadyEnrol()
        self.ui.setupUi(self)
        self.qr = QrCode(self, side=QR_SIDE)
        self.ui.qr_slot.insertWidget(0, self.qr)
        self.code = Marked(self.ui, "code")
        self.code.edit.entered.connect(lambda _typed: self._confirm())
        self.ui.confirm.clicked.connect(self._confirm)
        self.ui.again.clicked.connect(self.begin)
        self._show_waiting("ready.waiting")

    def begin(self) -> None:
        """Asks for a secret, where none is shown."""
        if self.qr.shown:
            self.code.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._show_waiting("ready.waiting")
        task = self._context.tasks.send(BeginEnrolment())
        task.success(self._on_begun).failure(self._on_not_begun)

    def forget(self) -> None:
        """Secret and code are gone."""
        self._show_waiting("ready.waiting")
        self.code.forget()

    def _show_waiting(self, code: str) -> None:
        self.qr.clear_code()
        self.ui.secret.setText("")
        self.ui.scan.setText(self._say(code))
        self._show_parts(False)
        self.ui.again.hide()

    def _show_parts(self, shown: bool) -> None:
        for part in (self.ui.no_camera, self.ui.secret, self.ui.once):
            part.setVisible(shown)
        self.ui.code.setEnabled(shown)
        self.ui.confirm.setEnabled(shown)

    def _on_begun(self, enrolment: Enrolment) -> None:
        person = self._context.person
        name = person.name if person else ""
        self.qr.show_code(enrolment.uri, self._say("ready.qr_name", name=name))
        self.ui.secret.setText(_in_lines(enrolment.secret))
        self.ui.scan.setText(self._say("ready.scan"))
        self._show_parts(True)
        self.code.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_not_begun(self, error: Exception) -> bool:
        self._show_waiting("ready.no_picture")
        self.ui.again.show()
        self.ui.again.setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    def _confirm(self) -> None:
        if problem := self.code.edit.problem():
            self.code.show_problem(self._say(problem))
            return
        self.ui.confirm.setEnabled(False)
        task = self._context.tasks.send(ConfirmEnrolment(code=self.code.edit.value()))
        task.always(lambda: self.ui.confirm.setEnabled(True))
        task.success(self._on_confirmed).failure(self._on_refused)

    def _on_confirmed(self, codes: RecoveryCodes) -> None:
        self.forget()
        self.enrolled.emit(codes)

    def _on_refused(self, error: Exception) -> bool:
        """The picture stays: the next code of the same app may fit."""
        self.code.forget()
        if isinstance(error, Refused):
            self.code.show_problem(refusal_text(error.refusal, self._say.language))
        self.code.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        return False


def _in_lines(secret: str) -> str:
    """In fours, four of them a line."""
    line = 4 * 4
    return "\n".join(in_fours(secret[at : at + line]) for at in range(0, len(secret), line))
