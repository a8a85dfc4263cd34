"""How long a question has been standing; it rests while the call is dropped."""

import time


class Stopwatch:
    """Counts monotonic time from `start`, but not while it is held."""

    def __init__(self) -> None:
        self._since: float | None = None
        self._before = 0.0

    def start(self) -> None:
        """From zero."""
        self._before, self._since = 0.0, time.monotonic()

    def hold(self, held: bool) -> None:
        """Stands still, or goes on."""
        if held and self._since is not None:
            self._before, self._since = self.seconds(), None
        elif not held and self._since is None:
            self._since = time.monotonic()

    def seconds(self) -> float:
        """Seconds counted so far."""
        return self._before + (time.monotonic() - self._since if self._since is not None else 0.0)

    def put_forward(self, seconds: float) -> None:
        """Counts some seconds more at once, as after a suspended machine wakes."""
        self._before += seconds

    def ms(self) -> int:
        """The same in whole milliseconds."""
        return int(self.seconds() * 1000)
