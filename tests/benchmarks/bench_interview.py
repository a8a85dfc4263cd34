"""Interviews typed in a real window over a real desk on SQLite: how soon the next question stands, and how
many keys an answer takes.

The window is off-screen; the database waits for the disk as in earnest. The GUI thread is busy from the Enter
that records an answer until the next question is painted; all in all it has taken until the page has the
desk's reply to that answer.
"""

import os
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks.frame import Figure, at_most

NAME = "interview"
INTERVIEWS, WARM = 14, 2
FRAME_MS, TOTAL_MS = 16.7, 50.0


@dataclass
class Measured:
    """Milliseconds of every answer (`cpu`: those the GUI thread itself computed), keys pressed beside its own
    text, and presses of a mouse."""

    gui: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    total: list[float] = field(default_factory=list)
    extra: list[int] = field(default_factory=list)
    mouse: int = 0


def run(say: Callable[[str], None]) -> list[Figure]:
    """`next_question_gui_ms_p95`, `next_question_total_ms_p95`, `extra_keys_per_answer`, `mouse_trips`."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from tests.benchmarks.bench_wire import spread
    from tests.benchmarks.typed_interviews import typed

    with tempfile.TemporaryDirectory() as folder:
        measured = typed(Path(folder), INTERVIEWS, WARM, say)
    (gui, gui_late), (total, total_late) = spread(measured.gui), spread(measured.total)
    say(f"{len(measured.gui)} answers: next question {gui:.1f} / {gui_late:.1f} ms of the GUI thread,")
    computed, computed_late = spread(measured.cpu)
    say(f"of which it computed {computed:.1f} / {computed_late:.1f} ms; the rest it waited for a processor;")
    say(f"the desk's reply on the page after {total:.1f} / {total_late:.1f} ms (middle / 95 %)")
    return [
        at_most("next_question_gui_ms_p95", gui_late, "ms", FRAME_MS),
        at_most("next_question_total_ms_p95", total_late, "ms", TOTAL_MS),
        at_most("extra_keys_per_answer", sum(measured.extra) / len(measured.extra), "keys", 1.0),
        at_most("mouse_trips", float(measured.mouse), "", 0.0),
    ]


def milliseconds(begun: float) -> float:
    """Since a moment of `time.perf_counter`."""
    return (time.perf_counter() - begun) * 1000
