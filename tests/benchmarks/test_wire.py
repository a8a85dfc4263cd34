"""The bench of the wire: its percentiles, and a short run of all of it."""

import pytest

from tests.benchmarks import bench_wire
from tests.benchmarks.bench_wire import REQUESTS, spread


def test_the_spread_is_the_middle_and_what_nineteen_of_twenty_stay_below() -> None:
    assert spread([float(number) for number in range(1, 102)]) == (51, 96)


def test_a_short_run_measures_every_kind_here_and_over_the_wire(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench_wire, "ROUNDS", 3)
    monkeypatch.setattr(bench_wire, "WARM", 1)
    monkeypatch.setattr(bench_wire, "SECONDS", 0.2)
    told: list[str] = []
    figures = bench_wire.run(told.append)
    assert [figure.name for figure in figures] == ["overhead_ms_p50", "overhead_ms_p95"]
    assert [line.split()[0] for line in told] == [*REQUESTS, "all", "8"]
    assert all(line.count(" ms") == 3 for line in told[:-1])
