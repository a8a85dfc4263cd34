"""How the day stands, for supervisors, and the small overlay in which one extends it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...domain.errors import Refused
from ...requests.shift import ExtendShift, SeeShift, ShiftSeen
from ..desk_clock import time_words
from ..messages import refusal_text
from ..overlays import Overlay
from ..page import Context, Page
from ..shift_words import extension_words, is_stale, short_words
from ..texts import Say
from ..widgets.button import Button
from ..widgets.editors import LineEdit
from ..widgets.field import Field
from ..widgets.inputs import ComboBox
from ..widgets.notices import Hint
from ..widgets.panel import row
from ..widgets.tips import literal

LEAST_REASON, MOST_REASON = 3, 200
OTHER = Qt.FocusReason.OtherFocusReason


class ShiftExtension(Overlay):
    """Until when, and why. `confirmed(ExtendShift)` carries what is to be sent."""

    confirmed = Signal(object)

    def __init__(self, window: QWidget, say: Say, seen: ShiftSeen) -> None:
        super().__init__(window, say("shift.extend"), say("widgets.close"), 480)
        self._say, self._closings = say, seen.may_close_at
        choices = [(str(n), time_words(at)) for n, at in enumerate(self._closings)]
        self.until = ComboBox(self, name=say("shift.until"))
        self.until.offer(choices)
        self.reason = LineEdit(self, name=say("queue.reason"))
        self.reason.setMaxLength(MOST_REASON)
        self._field = Field(
            self,
            label=say("queue.reason"),
            editor=self.reason,
            hint=say("shift.reason_hint"),
            hint_icon="info",
        )
        self.confirm = Button(self, text=say("shift.confirm"), key="Return", kind="primary", height=40)
        self.body.addWidget(Field(self, label=say("shift.until"), editor=self.until))
        self.body.addWidget(self._field)
        self.body.addLayout(row(self.confirm, None))
        self.reason.changed.connect(lambda _typed: self._field.set_problem(""))
        self.reason.entered.connect(lambda _typed: self._confirm())
        self.confirm.clicked.connect(self._confirm)

    def _confirm(self, *_: object) -> None:
        reason = self.reason.value().strip()
        if len(reason) < LEAST_REASON:
            self.show_problem(self._say("queue.reason_short"))
        elif self.confirm.isEnabled():
            self.confirm.setEnabled(False)
            self.confirmed.emit(ExtendShift(until=self._closings[int(self.until.value())], reason=reason))

    def show_problem(self, problem: str) -> None:
        """Why it was not done; what was typed stays."""
        self.confirm.setEnabled(True)
        self._field.set_problem(problem)
        self.adjustSize()
        self.reason.setFocus(OTHER)


class ShiftLine(QWidget):
    """The state of the day in a line, kept up by `look`. `act` is the page's act that extends it."""

    def __init__(self, context: Context, page: Page) -> None:
        super().__init__(page)
        self._context, self._say = context, context.say
        self.seen: ShiftSeen | None = None
        self.overlay: ShiftExtension | None = None
        self._asking, self._typed = False, ""
        self._line = Hint(self, icon="clock", size=13)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 4)
        layout.addWidget(self._line)
        self.act: QAction = page.act("shift.extend", "Ctrl+T", self.extend)
        self.act.setEnabled(False)
        context.clock.ticked.connect(self._on_ticked)

    def look(self) -> None:
        """Asks the desk how the day stands; once at a time."""
        if not self._asking and self._context.tasks.here:
            self._asking = True
            self._context.tasks.send(SeeShift()).always(self._on_asked).success(self._show)

    def _on_asked(self) -> None:
        self._asking = False

    def _on_ticked(self) -> None:
        if self.seen is not None and self.isVisible() and is_stale(self.seen, self._context.clock.now()):
            self.look()

    def _show(self, seen: ShiftSeen) -> None:
        self.seen = seen
        self._line.show_hint(short_words(self._say, seen))
        self.setToolTip(literal(extension_words(self._say, seen)))
        self.setAccessibleName(f"{short_words(self._say, seen)}. {extension_words(self._say, seen)}")
        self.act.setEnabled(bool(seen.may_close_at))

    def extend(self) -> None:
        """Asks until when and why."""
        if self.seen is None or not self.seen.may_close_at:
            return
        self.dismiss()
        self.overlay = ShiftExtension(self.window(), self._say, self.seen)
        self.overlay.reason.set_value(self._typed)
        self.overlay.confirmed.connect(self._send)
        self.overlay.destroyed.connect(_forgetting(self, self.overlay))
        self.overlay.present(self.overlay.until)

    def dismiss(self) -> None:
        """Takes the overlay away, if there is one; the reason typed in it stands in the next."""
        overlay, self.overlay = self.overlay, None
        if overlay is not None:
            self._typed = overlay.reason.value()
            overlay.dismiss()

    def _send(self, request: ExtendShift) -> None:
        self._context.tasks.send(request).failure(self._on_refused).success(self._on_extended)

    def _on_extended(self, seen: ShiftSeen) -> None:
        self.dismiss()
        self._typed = ""
        self._show(seen)
        if seen.closes_at is not None:
            self._context.messages.info("shift.is_extended", time=time_words(seen.closes_at))

    def _on_refused(self, error: Exception) -> bool:
        """The overlay says why; what may be chosen has changed."""
        self.look()
        if self.overlay is None:
            return False
        if not isinstance(error, Refused):
            self.overlay.confirm.setEnabled(True)
            return False
        self.overlay.show_problem(refusal_text(error.refusal, self._say.language))
        return True


def _forgetting(line: ShiftLine, overlay: ShiftExtension) -> Callable[..., None]:
    """Whoever closes the overlay with Escape leaves none behind."""

    def forget(*_: object) -> None:
        if line.overlay is overlay:
            line.overlay = None

    return forget
