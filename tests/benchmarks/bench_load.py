"""How long a million W-2 records take to load, against reading the file and slicing its fields alone.

The load is the real one, into a new practice database: parsed, checked, sealed, indexed, committed. Both are
done in one run, the slicing before and after; the memory is what a process needs at its peak.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from assistor_console.records.positions import EFW2_RW
from tests.benchmarks.frame import Figure, Unmeasured, at_most
from tests.benchmarks.made_w2s import write_w2s

NAME = "load"
MANY, FEW = 1_000_000, 100_000
RATIO_LIMIT, GROWTH_LIMIT = 10.0, 50.0
_ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class _Load:
    records: int
    seconds: float
    peak_mb: float


def run(say: Callable[[str], None]) -> list[Figure]:
    """`load_ratio_slicing` of a million records, `load_peak_growth_mb` from a tenth as many."""
    if sys.platform == "win32":
        raise Unmeasured("the peak of a process's memory is read with a module that Windows does not have")
    with tempfile.TemporaryDirectory() as folder:
        many, few = Path(folder, "many.txt"), Path(folder, "few.txt")
        write_w2s(few, FEW, say)
        write_w2s(many, MANY, say)
        small = _load(few, Path(folder, "few"), say)
        slicing = [_slicing(many), _slicing(many)]
        large = _load(many, Path(folder, "many"), say)
        slicing += [_slicing(many), _slicing(many)]
    alone = median(slicing)
    say(f"slicing alone {alone:.2f} s (median of {len(slicing)}), load {large.seconds:.2f} s")
    return [
        at_most("load_ratio_slicing", large.seconds / alone, "x", RATIO_LIMIT),
        at_most("load_peak_growth_mb", large.peak_mb - small.peak_mb, "MB", GROWTH_LIMIT),
    ]


def _slicing(file: Path) -> float:
    """Seconds to read a report line by line and slice each line as a W-2."""
    spans = [(first - 1, last) for first, last in EFW2_RW.values()]
    begun = time.perf_counter()
    with file.open("rb") as lines:
        for line in lines:
            [line[first:last] for first, last in spans]
    return time.perf_counter() - begun


def _load(file: Path, folder: Path, say: Callable[[str], None]) -> _Load:
    command = (sys.executable, "-m", "tests.benchmarks.load_once", str(file), str(folder))
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True)
    if done.returncode:
        raise Unmeasured(f"the load ended with {done.returncode}: {done.stderr.strip()[-500:]}")
    load = _Load(**json.loads(done.stdout.splitlines()[-1]))
    say(f"{load.records:,} records in {load.seconds:.2f} s, {load.peak_mb:.0f} MB at the peak")
    return load
