"""Password and security code, before new recovery codes are made."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ...domain.errors import Refused
from ...requests.sign_in import NewRecoveryCodes, RecoveryCodes
from ..messages import refusal_text
from ..page import Context
from ..ui.ready_prove import Ui_ReadyProve
from ..widgets.marked import Marked

OTHER = Qt.FocusReason.OtherFocusReason


class ProvePanel(QWidget):
    """Two fields. `made(RecoveryCodes)` carries the new codes."""

    made = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._say = context, context.say
        self.ui = Ui_ReadyProve()
        self.ui.setupUi(self)
        self.password = Marked(self.ui, "password", self._say("widgets.show_password"))
        self.code = Marked(self.ui, "code")
        self.password.edit.entered.connect(lambda _typed: self.code.edit.setFocus(OTHER))
        self.code.edit.entered.connect(lambda _typed: self._make())
        self.ui.make.clicked.connect(self._make)

    def forget(self) -> None:
        """Nothing typed stays."""
        self.password.forget()
        self.code.forget()

    def _make(self) -> None:
        missing = "" if self.password.edit.value() else self._say("sign_in.no_password")
        short = self.code.edit.problem()
        self.password.show_problem(missing)
        self.code.show_problem(self._say(short) if short else "")
        if missing or short:
            (self.password if missing else self.code).edit.setFocus(OTHER)
            return
        request = NewRecoveryCodes(password=self.password.edit.value(), code=self.code.edit.value())
        self._wait(True)
        task = self._context.tasks.send(request)
        task.always(partial(self._wait, False)).success(self._on_made).failure(self._on_refused)

    def _wait(self, busy: bool) -> None:
        self.ui.make.setEnabled(not busy)
        self.ui.make.setText(self._say("ready.checking" if busy else "ready.make_codes"))

    def _on_made(self, codes: RecoveryCodes) -> None:
        self.forget()
        self.made.emit(codes)

    def _on_refused(self, error: Exception) -> bool:
        """A code is good once: another one is needed. Which of the two was wrong is not told."""
        self.code.forget()
        if isinstance(error, Refused):
            self.code.show_problem(refusal_text(error.refusal, self._say.language))
        self.code.edit.setFocus(OTHER)
        return False
