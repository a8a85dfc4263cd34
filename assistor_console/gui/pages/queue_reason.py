"""Asking why somebody looks: a list over the window, chosen from by one key."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ...domain.terms import AccessReason
from ..overlays import Overlay
from ..texts import Say
from ..widgets.label import Label
from ..widgets.offers import Offer, OfferButton

WIDE = 460


class _Reason(OfferButton):
    """One reason; Enter and Space choose it, arrows go on."""

    EDGE = 8

    def __init__(self, offer: Offer, parent: QWidget) -> None:
        super().__init__(offer, "caret-right", parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ringRadius", 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class ReasonOverlay(Overlay):
    """The reasons that policy knows; `picked(AccessReason)` carries the one that was chosen."""

    picked = Signal(object)

    def __init__(self, window: QWidget, say: Say, reasons: tuple[AccessReason, ...]) -> None:
        super().__init__(window, say("queue.why_title"), say("widgets.close"), WIDE)
        self._reasons = reasons
        self.body.addWidget(Label(self, text=say("queue.why_text"), size=13, tone="soft", wrap=True))
        self.buttons: list[_Reason] = []
        for number, reason in enumerate(reasons, 1):
            button = _Reason(Offer("", say(f"queue.why_{reason}"), str(number)), self)
            button.clicked.connect(partial(self._pick, reason))
            self.body.addWidget(button)
            self.buttons.append(button)

    def event(self, event: QEvent) -> bool:
        """Plain keys belong to this list while it has the focus, not to the page below it."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and not _chord(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A number chooses its reason."""
        typed = event.text()
        if typed.isascii() and typed.isdigit() and 1 <= int(typed) <= len(self._reasons):
            self._pick(self._reasons[int(typed) - 1])
        else:
            super().keyPressEvent(event)

    def _pick(self, reason: AccessReason, *_: object) -> None:
        self.dismiss()
        self.picked.emit(reason)


def _chord(event: QKeyEvent) -> bool:
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return bool(event.modifiers() & held)
