"""Overlays for one's own password and recovery codes; nothing typed or shown there stays."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ..requests.sign_in import RecoveryCodes
from .overlays import Overlay
from .page import Context
from .pages.ready_codes import CodesPanel
from .pages.ready_password import PasswordPanel
from .pages.ready_prove import ProvePanel

WIDTH = 620


class PasswordOverlay(Overlay):
    """Another password in place of the present one. `done()` comes once the desk has taken it."""

    done = Signal()

    def __init__(self, window: QWidget, context: Context) -> None:
        say = context.say
        super().__init__(window, say("ready.change_password"), say("widgets.close"), WIDTH)
        self.panel = PasswordPanel(context, False, self)
        self.body.addWidget(self.panel)
        self.panel.changed.connect(self._on_changed)

    def focus(self) -> QWidget:
        """Where typing begins."""
        return self.panel.fields[0].edit

    def _on_changed(self) -> None:
        self.dismiss()
        self.done.emit()

    def dismiss(self) -> None:
        """Closes it; nothing typed stays."""
        self.panel.forget()
        super().dismiss()


class CodesOverlay(Overlay):
    """New recovery codes for password and security code. `done()` comes when the person has them,
    `unseen()` when codes were shown and closed before they said so."""

    done = Signal()
    unseen = Signal()

    def __init__(self, window: QWidget, context: Context) -> None:
        say = context.say
        super().__init__(window, say("ready.new_codes"), say("widgets.close"), WIDTH)
        self.prove = ProvePanel(context, self)
        self.codes = CodesPanel(say, self)
        self.codes.ui.title.hide()
        self.codes.hide()
        self.body.addWidget(self.prove)
        self.body.addWidget(self.codes)
        self.prove.made.connect(self._on_made)
        self.codes.kept.connect(self._on_kept)

    def focus(self) -> QWidget:
        """Where typing begins."""
        return self.prove.password.edit

    def _on_made(self, made: RecoveryCodes) -> None:
        self.prove.hide()
        self.codes.show()
        self.codes.begin(made.codes)
        self.adjustSize()

    def _on_kept(self) -> None:
        self.dismiss()
        self.done.emit()

    def dismiss(self) -> None:
        """Closes it; nothing typed or shown stays."""
        unseen = self.codes.shown
        self.prove.forget()
        self.codes.forget()
        super().dismiss()
        if unseen:
            self.unseen.emit()
