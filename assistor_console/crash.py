"""Exceptions that nobody caught: in a slot of Qt, on a thread, while something is thrown away.

Python would write their words to the error stream, and these may hold what somebody typed or what stands in a
record.
"""

import sys
import threading
from collections.abc import Callable
from types import TracebackType

Report = Callable[[BaseException], object]
"""Told an exception with its traceback, on whatever thread it struck; tells its kind and place at most."""


def watch(report: Report) -> None:
    """From here on every exception of this process that nobody caught goes to `report`, and nowhere else."""

    def uncaught(error: BaseException | None, traceback: TracebackType | None) -> None:
        if error is not None and not isinstance(error, KeyboardInterrupt | SystemExit):
            report(error.with_traceback(traceback))

    sys.excepthook = lambda kind, error, traceback: uncaught(error, traceback)
    threading.excepthook = lambda told: uncaught(told.exc_value, told.exc_traceback)
    sys.unraisablehook = lambda told: uncaught(told.exc_value, told.exc_traceback)
