"""The desk's time, as far as replies have told it."""

import time
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QTimer, Signal

from .messages import ZONE

TICK_MS = 1000


class DeskClock(QObject):
    """Runs on from the last time a reply told; the console's own clock is never shown.

    `ticked()` comes once a second while it runs.
    """

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told, self._since = datetime.fromtimestamp(0, UTC), 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.ticked)

    def tell(self, now: datetime) -> None:
        """The desk says it is `now` (aware)."""
        self._told, self._since = now, time.monotonic()
        self._timer.start()
        self.ticked.emit()

    @property
    def known(self) -> bool:
        """Whether a reply has told the time yet."""
        return self._timer.isActive()

    def now(self) -> datetime:
        """The desk's time now (UTC)."""
        return self._told + timedelta(seconds=time.monotonic() - self._since)

    def words(self, zone: ZoneInfo = ZONE, seconds: bool = False) -> str:
        """The time of day in a zone: "3:53 PM", or "3:53:08 PM"; "" before any reply."""
        return time_words(self.now(), zone, seconds) if self.known else ""


def time_words(when: datetime, zone: ZoneInfo = ZONE, seconds: bool = False) -> str:
    """The time of day of an aware instant in a zone, as clocks in the United States show it."""
    local = when.astimezone(zone)
    shown = f"{local:%M:%S}" if seconds else f"{local:%M}"
    return f"{local.hour % 12 or 12}:{shown} {'AM' if local.hour < 12 else 'PM'}"


def hour_words(clock: str) -> str:
    """ "19:00" as clocks in the United States show it: "7:00 PM"."""
    hour, _, minute = clock.partition(":")
    return f"{int(hour) % 12 or 12}:{minute} {'AM' if int(hour) < 12 else 'PM'}"
