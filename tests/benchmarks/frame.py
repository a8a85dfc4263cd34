"""The frame every benchmark stands in: what it hands back, how it is found, how its figures are shown.

A benchmark is a module `bench_<name>.py` in this folder with `NAME: str` and
`run(say: Callable[[str], None]) -> list[Figure]`. It measures whatever it compares itself to in the same run.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast


class Unmeasured(Exception):
    """A benchmark cannot be run here; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value beside its goal; `goal` is text such as "<= 3", `met` says whether it is reached."""

    name: str
    value: float
    unit: str
    goal: str
    met: bool


def at_most(name: str, value: float, unit: str, limit: float) -> Figure:
    """A figure whose goal is to stay at or below `limit`; the value is kept to three decimals."""
    return Figure(name, round(value, 3), unit, f"<= {limit:g}", value <= limit)


def at_least(name: str, value: float, unit: str, limit: float) -> Figure:
    """A figure whose goal is to reach `limit`; the value is kept to three decimals."""
    return Figure(name, round(value, 3), unit, f">= {limit:g}", value >= limit)


class Benchmark(Protocol):
    """What a `bench_*.py` module offers."""

    NAME: str

    def run(self, say: Callable[[str], None]) -> list[Figure]:
        """Measure; `say` reports progress to whoever waits. Raises `Unmeasured` if it cannot be done here."""


def found() -> dict[str, Benchmark]:
    """Every benchmark of this folder by its name, in order of name."""
    stems = sorted(path.stem for path in Path(__file__).parent.glob("bench_*.py"))
    modules = (cast(Benchmark, import_module(f"{__package__}.{stem}")) for stem in stems)
    return {module.NAME: module for module in modules}


def table(figures: Iterable[Figure]) -> str:
    """The figures as lines of text, each beside its goal."""
    rows = [("figure", "value", "goal", "")]
    rows += [(f.name, f"{f.value:g} {f.unit}".strip(), f.goal, "met" if f.met else "MISSED") for f in figures]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    return "\n".join(
        "  ".join(cell.ljust(w) for cell, w in zip(row, widths, strict=True)).rstrip() for row in rows
    )


def as_json(names: Iterable[str], figures: Iterable[Figure]) -> str:
    """The closing line of `--json`: `{"bench": [names], "figures": {name: {value, unit, goal, met}}}`."""
    shown = {f.name: {"value": f.value, "unit": f.unit, "goal": f.goal, "met": f.met} for f in figures}
    return json.dumps({"bench": list(names), "figures": shown})
