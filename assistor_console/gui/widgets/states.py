"""How each state of a case looks: its word is a text, its icon and tone stand here."""

from PySide6.QtWidgets import QWidget

from ...domain.terms import State
from ..texts import Say
from ..theme import Tone
from .marks import Chip

S = State
LOOKS: dict[State, tuple[str, Tone]] = {
    S.OPENED: ("folder-open", Tone.NEUTRAL),
    S.ALREADY_REGISTERED: ("user-circle", Tone.NEUTRAL),
    S.INTERVIEWING: ("phone-call", Tone.INFO),
    S.INTERRUPTED: ("pause-circle", Tone.WARN),
    S.PASSED: ("check-circle", Tone.OK),
    S.REFERRED: ("map-pin", Tone.NEUTRAL),
    S.APPOINTMENT_BOOKED: ("calendar-check", Tone.INFO),
    S.NO_SHOW: ("calendar-x", Tone.WARN),
    S.NOT_VERIFIED: ("x-circle", Tone.BAD),
    S.VERIFIED_IN_PERSON: ("identification-card", Tone.OK),
    S.ACCOUNT_ISSUED: ("user-circle-plus", Tone.OK),
    S.LETTER_MAILED: ("envelope-simple", Tone.INFO),
    S.LETTER_EXPIRED: ("hourglass", Tone.WARN),
    S.LETTER_RETURNED: ("arrow-u-up-left", Tone.WARN),
    S.ACTIVATED: ("circle-wavy-check", Tone.OK),
    S.HELD: ("hand", Tone.BAD),
    S.DISABLED: ("prohibit", Tone.BAD),
    S.ABANDONED: ("phone-x", Tone.NEUTRAL),
    S.CLOSED: ("archive", Tone.NEUTRAL),
}


def state_words(state: State, say: Say) -> tuple[str, str, Tone]:
    """Word, icon and tone of a state, as chips and tables take them."""
    icon, tone = LOOKS[state]
    return say(f"states.{state}"), icon, tone


class StateChip(Chip):
    """The chip of a case's state."""

    def __init__(self, say: Say, state: State = State.OPENED, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self.show_case(state)

    def show_case(self, state: State) -> None:
        """Another state."""
        self.show_state(*state_words(state, self._say))
