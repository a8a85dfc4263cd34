"""Before a call: whether a new one may be taken, until when, and what to tell a caller otherwise."""

from datetime import datetime

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ....domain.errors import Refusal
from ....domain.terms import Language, Realm
from ....requests.shift import ShiftSeen
from ....requests.sign_in import Greeting
from ...desk_clock import hour_words
from ...messages import refusal_text
from ...page import Context
from ...shift_words import (
    clock_command,
    closed_aloud,
    extension_words,
    is_short,
    left_words,
    opening_words,
    state_words,
)
from ...theme import Tone
from ...widgets.notices import Banner, Hint, ReadAloud


class ShiftNotice(QWidget):
    """A line while there is time, a banner near closing, and while it is closed words for the caller too."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._say = context, context.say
        self._shown: tuple[ShiftSeen, str, Language] | None = None
        self.line = Hint(self, icon="clock")
        self.short = Banner(self, tone=Tone.WARN, icon="clock")
        self.closed = Banner(self, tone=Tone.INFO, icon="clock")
        self.aloud = ReadAloud(self._say, self, size=17)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for widget in (self.line, self.short, self.closed, self.aloud):
            layout.addWidget(widget)
            widget.hide()
        self.hide()

    def show_shift(self, seen: ShiftSeen, hours: Greeting, now: datetime, caller: Language) -> None:
        """How the day stands at `now`; what is said is in the caller's language."""
        shown = seen, left_words(self._say, seen, now), caller
        if shown == self._shown:
            return
        self._shown, short = shown, is_short(seen, now)
        self.line.show_hint(self._line(seen) if seen.open and not short else "")
        self.short.show_words(left_words(self._say, seen, now), self._short(seen, hours))
        self.closed.show_words(self._say("shift.closed"), self._closed(seen))
        self._speak(seen, hours, caller)
        announced = short and self.short.isHidden() and self.isVisible()
        self.short.setVisible(short)
        self.closed.setVisible(not seen.open)
        self.aloud.setVisible(not seen.open)
        self.show()
        if announced:
            QAccessible.updateAccessibility(
                QAccessibleAnnouncementEvent(self.short, self.short.accessibleName())
            )

    @property
    def speaks(self) -> bool:
        """Whether it says more than one line."""
        return not (self.short.isHidden() and self.closed.isHidden())

    def _line(self, seen: ShiftSeen) -> str:
        return " ".join(filter(None, (state_words(self._say, seen), extension_words(self._say, seen))))

    def _short(self, seen: ShiftSeen, hours: Greeting) -> str:
        opens, closes = hour_words(hours.opens), hour_words(hours.closes)
        said = self._say("shift.short", usual=seen.usual_minutes, opens=opens, closes=closes)
        return " ".join(filter(None, (said, extension_words(self._say, seen))))

    def _closed(self, seen: ShiftSeen) -> str:
        """When it opens; on a practice desk what moves the clock there."""
        said, command = opening_words(self._say, seen), clock_command(seen)
        person = self._context.person
        if not command or person is None or person.realm is not Realm.PRACTICE:
            return said
        code = "shift.practice_elsewhere" if self._context.address else "shift.practice"
        return f"{said} {self._say(code, command=command)}"

    def _speak(self, seen: ShiftSeen, hours: Greeting, caller: Language) -> None:
        mine = self._say.language
        said, translated = (closed_aloud(one, seen, hours.opens, hours.closes) for one in (caller, mine))
        self.aloud.show_line(said, "" if caller is mine else translated)


def why_closed(seen: ShiftSeen, language: Language) -> str:
    """Why no call can be started, as the desk would refuse it; "" while one can."""
    return "" if seen.open else refusal_text(Refusal("shift.closed", {}, seen.opens_at), language)
