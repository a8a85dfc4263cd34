"""What every step of a call is on the page: one widget that shows it, with the acts it allows."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ....domain.errors import Refused
from ...messages import refusal_text
from ...page import Context
from ...task import Task

if TYPE_CHECKING:
    from ....domain.terms import Text
    from ....requests.base import Request
    from ....requests.intake import CallSeen

OTHER = Qt.FocusReason.OtherFocusReason
Act = Callable[[], object]


class Step(QWidget):
    """One step. `moved(CallSeen)` carries the call after a reply; `changed()`: acts or words changed."""

    moved = Signal(object)
    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.say = context, context.say
        self.seen: CallSeen | None = None

    def show_call(self, seen: "CallSeen") -> None:
        """The call as it stands now; called for every reply while this step is due."""
        self.seen = seen

    def begin(self) -> None:
        """The step has just come onto the page: put the focus where work begins."""

    def leave(self) -> None:
        """The step leaves the page: forget what nobody else may see."""

    def acts(self) -> dict[str, Act]:
        """What can be done now: the code of each act (see `acts.KEYS`) and what does it."""
        return {}

    def refused(self) -> dict[str, str]:
        """What cannot be done now: the code of each act and why."""
        return {}

    def done(self) -> list[str]:
        """Codes of what is done already, for the offers."""
        return []

    @property
    def call(self) -> "CallSeen":
        """The call this step is about; an error before `show_call`."""
        assert self.seen is not None
        return self.seen

    def both(self, text: "Text") -> str:
        """A text in the caller's language."""
        return text.say(self.call.language)

    def mine(self, text: "Text") -> str:
        """A text in the assistor's language."""
        return text.say(self.say.language)

    def send(self, request: "Request[CallSeen]") -> "Task[CallSeen]":
        """Sends a request that answers with the call, and shows what comes back."""
        return self.context.tasks.send(request).success(self.moved.emit)

    def why(self, error: Exception) -> str:
        """The sentence of a refusal, or "" for any other failure."""
        return refusal_text(error.refusal, self.say.language) if isinstance(error, Refused) else ""
