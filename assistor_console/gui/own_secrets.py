"""Overlays for one's own password and recovery codes; nothing typed or shown there stays."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..requests.sign_in import RecoveryCodes
from .overlays import Overlay
from .page import Context
from .pages.ready_codes import CodesPanel
from .pages.ready_password import PasswordPanel
from .pages.ready_prove import ProvePanel
from .style import worn
from .texts import Say
from .widgets.panel import scrolled

WIDTH, HEAD, AROUND = 620, 34, 124
"""Drawn width and height of what stands above the content, and the room around both, in pixels."""


class _OwnOverlay(Overlay):
    """An overlay whose content scrolls where the window is too low for it."""

    def __init__(self, window: QWidget, say: Say, title: str) -> None:
        super().__init__(window, title, say("widgets.close"), worn().px(WIDTH))
        self._content = QWidget(self)
        self.column = QVBoxLayout(self._content)
        self.column.setContentsMargins(4, 4, 4, 4)
        self._area = scrolled(self._content, self)
        self.body.addWidget(self._area)

    def fit(self) -> None:
        """As high as the content, or as the window lets it be."""
        parent = self.parentWidget()
        assert parent is not None
        self.column.activate()
        wide = self.width() - 56
        wanted = max(self.column.totalHeightForWidth(wide), self.column.totalMinimumSize().height())
        self._area.setFixedHeight(min(wanted, parent.height() - worn().px(HEAD) - AROUND))

    def changeEvent(self, event: QEvent) -> None:
        """Another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_area"):
            self.fit()


class PasswordOverlay(_OwnOverlay):
    """Another password in place of the present one. `done()` comes once the desk has taken it."""

    done = Signal()

    def __init__(self, window: QWidget, context: Context) -> None:
        super().__init__(window, context.say, context.say("ready.change_password"))
        self.panel = PasswordPanel(context, False, self)
        self.column.addWidget(self.panel)
        self.panel.changed.connect(self._on_changed)
        self.fit()

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


class CodesOverlay(_OwnOverlay):
    """New recovery codes for password and security code. `done()` comes when the person has them,
    `unseen()` when codes were shown and closed before they said so."""

    done = Signal()
    unseen = Signal()

    def __init__(self, window: QWidget, context: Context) -> None:
        super().__init__(window, context.say, context.say("ready.new_codes"))
        self._messages = context.messages
        self.prove = ProvePanel(context, self)
        self.codes = CodesPanel(context.say, self)
        self.codes.ui.title.hide()
        self.codes.hide()
        self.column.addWidget(self.prove)
        self.column.addWidget(self.codes)
        self.prove.made.connect(self._on_made)
        self.codes.kept.connect(self._on_kept)
        self.fit()

    def focus(self) -> QWidget:
        """Where typing begins."""
        return self.prove.password.edit

    def _on_made(self, made: RecoveryCodes) -> None:
        self._messages.info("ready.codes_made")
        self.prove.hide()
        self.codes.show()
        self.codes.begin(made.codes)
        self.fit()
        self.present(self.codes.ui.kept)

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
