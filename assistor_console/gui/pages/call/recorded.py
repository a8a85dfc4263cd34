"""The panel of answers that are in, newest first; never their values."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ....requests.intake import CallSeen
from ...desk_clock import time_words
from ...texts import Say
from ...widgets.recorded import RecordedItem, RecordedList

SHOWN, SHOWN_LOW, LOW = 4, 2, 700


class Recordings:
    """Fills a panel with the newest answers of a call; hides it while there are none."""

    def __init__(self, say: Say, panel: QWidget, slot: QVBoxLayout) -> None:
        self._say, self._panel = say, panel
        self._list = RecordedList(say, panel)
        slot.addWidget(self._list)

    def show_call(self, seen: CallSeen) -> None:
        """The answers of a call as it stands."""
        shown = SHOWN if self._panel.window().height() > LOW else SHOWN_LOW
        newest = sorted(seen.recorded, key=lambda one: (one.at, one.number), reverse=True)[:shown]
        numbers = {question.number: at for at, question in enumerate(seen.asked, 1)}
        self._list.show_items(
            [
                RecordedItem(
                    numbers.get(one.number, one.number),
                    one.label.say(self._say.language),
                    time_words(one.at, seconds=True),
                )
                for one in newest
            ]
        )
        self._panel.setVisible(bool(newest))
