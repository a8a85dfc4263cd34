"""The frame of the benchmarks: figures beside goals, one closing line of JSON."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks.frame import as_json, at_least, at_most, found, table

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(("value", "met"), [(2.9, True), (3.0, True), (3.0001, False)])
def test_a_limit_above_is_met_up_to_it(value: float, met: bool) -> None:
    figure = at_most("ratio", value, "x", 3)
    assert (figure.goal, figure.met) == ("<= 3", met)


@pytest.mark.parametrize(("value", "met"), [(9.9, False), (10.0, True)])
def test_a_limit_below_is_met_from_it(value: float, met: bool) -> None:
    figure = at_least("rate", value, "1/s", 10)
    assert (figure.goal, figure.met) == (">= 10", met)


def test_the_table_shows_each_figure_beside_its_goal() -> None:
    lines = table([at_most("good", 1, "MB", 2), at_most("bad", 5.5, "", 2)]).splitlines()
    assert lines[1].split() == ["good", "1", "MB", "<=", "2", "met"]
    assert lines[2].split() == ["bad", "5.5", "<=", "2", "MISSED"]


def test_the_closing_line_is_json() -> None:
    assert json.loads(as_json(["start"], [at_most("ratio", 2.5, "x", 3)])) == {
        "bench": ["start"],
        "figures": {"ratio": {"value": 2.5, "unit": "x", "goal": "<= 3", "met": True}},
    }


def test_every_benchmark_is_found_by_the_name_of_its_file() -> None:
    files = {path.stem.removeprefix("bench_") for path in Path(__file__).parent.glob("bench_*.py")}
    assert set(found()) == files
    assert "start" in files


def test_an_unknown_benchmark_is_refused_with_those_there_are() -> None:
    command = [sys.executable, "-m", "tests.benchmarks", "nothing"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 2
    assert "start" in done.stderr
