"""Something done again and again on a thread of its own, until it is told to stop."""

import logging
import traceback
from collections.abc import Callable
from threading import Event, Thread

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from ..domain.errors import Trouble

LOG = logging.getLogger(__name__)
STOP_SECONDS = 5.0


class Rounds:
    """Calls `step` after each `pause()` (seconds). A database that is away ends nothing: the next step may
    find it back."""

    def __init__(self, name: str, step: Callable[[], object], pause: Callable[[], float]) -> None:
        self._step = step
        self._pause = pause
        self._stopped = Event()
        self._trouble = ""
        self._thread = Thread(target=self._go_round, name=name, daemon=True)

    def start(self) -> None:
        """Begins, on a thread that keeps no process alive."""
        self._thread.start()

    def stop(self) -> None:
        """Ends after the step it is at; a step that hangs is left behind."""
        self._stopped.set()
        self._thread.join(STOP_SECONDS)

    def _go_round(self) -> None:
        while not self._stopped.wait(self._pause()):
            try:
                self._step()
            except (DBAPIError, PoolTimeout, Trouble) as failed:
                self._say(type(failed).__name__)
            except Exception as bug:
                # Names of frames only: the text of an exception may hold what rests in the database.
                frames = "".join(traceback.format_tb(bug.__traceback__))
                LOG.error("bug in %s: %s\n%s", self._thread.name, type(bug).__name__, frames)
            else:
                self._say("")

    def _say(self, trouble: str) -> None:
        """Once when trouble begins and once when it is over, not every second."""
        if trouble and not self._trouble:
            LOG.warning("%s: %s", self._thread.name, trouble)
        elif self._trouble and not trouble:
            LOG.warning("%s: goes on", self._thread.name)
        self._trouble = trouble
