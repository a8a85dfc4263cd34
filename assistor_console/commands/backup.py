"""`assistor-console backup`: a copy of an embedded desk, taken while somebody works at it."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ..copies import Reached, back_up
from ..domain.errors import Cancelled, Trouble
from ..gui.texts import text
from ..settings import Settings
from .bar import Bar, cancelled_by_ctrl_c


def main(given: argparse.Namespace, settings: Settings) -> int:
    """Makes the copy and says what it holds; 0, or 1 where Ctrl+C ended it and nothing is left."""
    if settings.database:
        raise Trouble("backup.postgresql")
    try:
        with told() as reached:
            made = back_up(settings, Path(given.out).absolute(), reached)
    except Cancelled:
        print(text("backup.cancelled", settings.language), file=sys.stderr)
        return 1
    number = made.newest.number if made.newest else 0
    if given.json:
        print(json.dumps({"file": given.out, "bytes": made.bytes, "sha256": made.sha256, "seal": number}))
    else:
        print(text("backup.made", settings.language, file=given.out, bytes=made.bytes, seal=number))
    return 0


@contextmanager
def told() -> Iterator[Reached]:
    """A bar for each step, and Ctrl+C as Cancelled."""
    with cancelled_by_ctrl_c() as cancelled:
        bars: dict[str, Bar] = {}
        try:
            yield lambda step, done, whole: _reached(bars, cancelled, step, done, whole)
        finally:
            for bar in bars.values():
                bar.clear()


def _reached(bars: dict[str, Bar], cancelled: Callable[[], bool], step: str, done: int, whole: int) -> None:
    if cancelled():
        raise Cancelled
    if step not in bars:
        for bar in bars.values():
            bar.clear()
        bars[step] = Bar(step, sys.stderr)
    bars[step].reached(done, whole)
