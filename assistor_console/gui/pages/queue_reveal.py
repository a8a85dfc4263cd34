"""Showing masked values of a case for a while: first a reason, then TIN, name and address, then dots."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ...domain.errors import Refusal, Refused
from ...domain.terms import AccessReason, Realm
from ...requests.access import Reveal, Revealed
from ..idle import elapsed
from ..page import Context
from ..ui.queue import Ui_Queue
from ..widgets.label import Label
from .queue_reason import ReasonOverlay

TICK_MS = 250
SOON = 5


class Revealing(QObject):
    """Shows what is masked in place of the facts of a case, and hides it by itself.

    The values live in the labels that show them, nowhere else. `bar(refusal)` says why they may not be seen,
    and tells whether it did; `changed()` comes when they are shown or hidden.
    """

    changed = Signal()

    def __init__(
        self, context: Context, ui: Ui_Queue, bar: Callable[[Refusal], bool], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._bar = bar
        self._context, self._ui, self._parent, self._say = context, ui, parent, context.say
        self._case: UUID | None = None
        self._overlay: ReasonOverlay | None = None
        self._whole, self._ends = 0, 0.0
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._on_tick)
        self._clear()

    @property
    def shown(self) -> bool:
        """Whether values are on the screen."""
        return self._tick.isActive()

    def _labels(self) -> tuple[Label, Label, Label]:
        return self._ui.shown_tin, self._ui.shown_name, self._ui.shown_address

    def ask(self, case_id: UUID) -> None:
        """Asks why, in a list over the window; Escape looks at nothing."""
        self.hide()
        live = self._context.person is not None and self._context.person.realm is Realm.LIVE
        reasons = tuple(one for one in AccessReason if not (live and one is AccessReason.TEST))
        overlay = ReasonOverlay(self._parent.window(), self._say, reasons)
        overlay.picked.connect(lambda why: self._reveal(case_id, why))
        overlay.destroyed.connect(lambda *_: self._forget(overlay))
        self._overlay = overlay
        overlay.present(overlay.buttons[0])

    def _forget(self, overlay: ReasonOverlay) -> None:
        if self._overlay is overlay:
            self._overlay = None

    def _reveal(self, case_id: UUID, why: AccessReason) -> None:
        self._overlay, self._case = None, case_id
        task = self._context.tasks.send(Reveal(case_id=case_id, why=why))
        task.success(lambda revealed: self._show(case_id, revealed)).failure(self._on_failed)

    def _on_failed(self, error: Exception) -> bool:
        return isinstance(error, Refused) and self._bar(error.refusal)

    def _show(self, case_id: UUID, revealed: Revealed) -> None:
        """Too late for a page that was left, a case that was closed or a screen that is locked."""
        if self._case != case_id:
            return
        values = (_grouped(revealed.tin), revealed.name, revealed.address or self._say("queue.no_address"))
        for label, value in zip(self._labels(), values, strict=True):
            label.setText(value)
        self._whole = max(1, revealed.seconds)
        self._ends = elapsed() + self._whole
        self._place(True)
        self._tick.start()
        self._on_tick()
        self._context.messages.info("queue.revealed", seconds=self._whole)
        self.changed.emit()

    def hide(self) -> None:
        """Nothing is shown any more, and what was asked for comes too late."""
        was, self._case = self.shown, None
        if self._overlay is not None:
            self._overlay.dismiss()
            self._overlay = None
        self._tick.stop()
        self._clear()
        if was:
            self.changed.emit()

    def _clear(self) -> None:
        for label in self._labels():
            label.clear()
            label.setToolTip("")
            label.setAccessibleDescription("")
        self._place(False)

    def _place(self, shown: bool) -> None:
        self._ui.revealed.setVisible(shown)
        self._ui.mask_box.setVisible(not shown)
        self._ui.facts_well.setVisible(not shown)

    def _on_tick(self) -> None:
        left = self._ends - elapsed()
        if left <= 0:
            self.hide()
            return
        tone = "accent" if left > SOON else "warning_bar"
        self._ui.seconds_bar.show_part(left / self._whole, tone)
        self._ui.seconds.setText(self._say("queue.seconds", seconds=int(left) + 1))


def _grouped(tin: str) -> str:
    """A taxpayer's number as it is read out: 3, 2 and 4 digits."""
    return f"{tin[:3]}-{tin[3:5]}-{tin[5:]}"
