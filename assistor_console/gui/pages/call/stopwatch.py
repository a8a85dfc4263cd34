"""How long a question has been standing, and how long nothing was typed; both rest while they are held."""

import time


class Stopwatch:
    """Counts monotonic time from `start`, but not while it is held."""

    def __init__(self) -> None:
        self._since: float | None = None
        self._before = 0.0
        self._touched = 0.0
        self._longest = 0.0

    def start(self) -> None:
        """From zero."""
        self._before, self._since = 0.0, time.monotonic()
        self._touched = self._longest = 0.0

    def touch(self) -> None:
        """Something was typed: what counts as inactivity begins anew."""
        self._longest = max(self._longest, self.seconds())
        self._touched = self._whole()

    def hold(self, held: bool) -> None:
        """Stands still, or goes on."""
        if held and self._since is not None:
            self._before, self._since = self._whole(), None
        elif not held and self._since is None:
            self._since = time.monotonic()

    def _whole(self) -> float:
        return self._before + (time.monotonic() - self._since if self._since is not None else 0.0)

    def seconds(self) -> float:
        """Seconds since something was typed last, or since the start."""
        return self._whole() - self._touched

    def put_forward(self, seconds: float) -> None:
        """Counts some seconds more at once, as after a suspended machine wakes."""
        self._before += seconds

    def ms(self) -> int:
        """Whole milliseconds since the start."""
        return int(self._whole() * 1000)

    def idle_ms(self) -> int:
        """The longest stretch since the start in which nothing was typed, in whole milliseconds."""
        return int(max(self._longest, self.seconds()) * 1000)
