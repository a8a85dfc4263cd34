"""One piece of work on its way, and what is known of a bug that ended it."""

import logging
import traceback
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Generic, TypeVar
from zlib import crc32

from ..domain.errors import Cancelled

T = TypeVar("T")
Outcome = tuple[object, Exception | None]
"""A result, or the failure that came instead of it."""
log = logging.getLogger(__name__)


class Task(Generic[T]):
    """One piece of work on its way: say what to do with its result, then forget it.

    `sends` says that it is a request to the desk, `kept` that the desk keeps it while it is away.
    """

    def __init__(
        self,
        work: Callable[[], T],
        otherwise: Callable[[Exception], None],
        *,
        sends: bool = False,
        kept: bool = False,
    ) -> None:
        self.work, self.sends, self.kept = work, sends, kept
        self.outcome: Outcome | None = None
        self._success: Callable[[T], None] = lambda _: None
        self._failure = self._otherwise = otherwise
        self._always: Callable[[], None] = lambda: None
        self._cancelled = Event()

    def success(self, then: Callable[[T], None]) -> "Task[T]":
        """Calls `then` with the result on the GUI thread."""
        self._success = then
        return self

    def failure(self, then: Callable[[Exception], bool]) -> "Task[T]":
        """Calls `then` with the exception first; unless it returns True, the messages tell of it."""

        def first(error: Exception) -> None:
            if not then(error):
                self._otherwise(error)

        self._failure = first
        return self

    def always(self, then: Callable[[], None]) -> "Task[T]":
        """Calls `then` before either of the others: the place to end a busy state."""
        self._always = then
        return self

    def cancel(self) -> None:
        """Nobody waits for it any more: its next progress raises Cancelled, and it tells nobody anything."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        """Whether nobody waits for it any more."""
        return self._cancelled.is_set()

    def do(self) -> Outcome:
        """Does the work, on whichever thread this is called; for `Lanes` only."""
        if self.cancelled:
            return None, Cancelled()
        try:
            return self.work(), None
        except Exception as problem:  # every failure has a path to the person
            return None, problem

    def deliver(self, result: object, error: Exception | None) -> None:
        """Hands the outcome on; for `Tasks` only."""
        self._always()
        if self.cancelled or isinstance(error, Cancelled):
            return
        if error is not None:
            self._failure(error)
        else:
            self._success(result)  # type: ignore[arg-type]


def report(error: BaseException) -> str:
    """Logs where a bug struck, never the values; returns its id, the same for the same place."""
    frames = traceback.extract_tb(error.__traceback__)
    where = "; ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames)
    id = f"{crc32(f'{type(error).__name__} {where}'.encode()) & 0xFFFF:04X}"
    log.error("bug %s: %s at %s", id, type(error).__name__, where)
    return id
