"""The panel of answers that are in, newest first; never their values."""

from PySide6.QtWidgets import QAbstractScrollArea, QVBoxLayout, QWidget

from ....requests.intake import CallSeen
from ...desk_clock import time_words
from ...style import worn
from ...texts import Say
from ...widgets.recorded import HEIGHT, RecordedItem, RecordedList

MOST, LEAST, AROUND = 4, 1, 116


class Recordings:
    """Fills a panel with the newest answers of a call, as many as fit below the panel above it."""

    def __init__(self, say: Say, panel: QWidget, slot: QVBoxLayout, above: QWidget) -> None:
        self._say, self._panel, self._above = say, panel, above
        self._list = RecordedList(say, panel)
        slot.addWidget(self._list)

    def show_call(self, seen: CallSeen) -> None:
        """The answers of a call as it stands."""
        newest = sorted(seen.recorded, key=lambda one: (one.at, one.number), reverse=True)[: self._fit()]
        numbers = {number: at for at, number in enumerate(seen.numbers, 1)}
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

    def _fit(self) -> int:
        """How many lines the scroll area has room for without scrolling."""
        area = self._above.parentWidget()
        while area is not None and not isinstance(area, QAbstractScrollArea):
            area = area.parentWidget()
        layout = self._above.layout()
        if area is None or layout is None:
            return MOST
        needed = layout.totalHeightForWidth(self._above.width()) + worn().px(AROUND)
        return min(MOST, max(LEAST, (area.viewport().height() - needed) // worn().px(HEIGHT)))
