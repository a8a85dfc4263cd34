"""Which tests pass which lines of which modules, how long each test takes, and which branches none takes.

`python -m tests.mutation.covering FILE MODULE… -- TEST…` runs the tests once and writes it down as JSON.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import coverage
import pytest

from tests.mutation.groups import ROOT


class _Plugin:
    """Tells coverage whose lines it sees, and the clock how long each test took."""

    def __init__(self, measured: coverage.Coverage) -> None:
        self.measured = measured
        self.seconds: dict[str, float] = {}
        self.failed: list[str] = []

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Everything a test does with its fixtures is its own."""
        self.measured.switch_context(item.nodeid)
        yield
        self.measured.switch_context("")

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Set-up, call and take-down together."""
        self.seconds[report.nodeid] = self.seconds.get(report.nodeid, 0.0) + report.duration
        if report.failed:
            self.failed.append(report.nodeid)


def main(out: Path, modules: list[str], tests: list[str]) -> int:
    """Runs the tests; 0 where all passed."""
    include = [str(ROOT / each) for each in modules]
    measured = coverage.Coverage(data_file=None, config_file=False, branch=True, include=include)
    plugin = _Plugin(measured)
    measured.start()
    pytest.main(["-q", "-p", "no:cacheprovider", *tests], plugins=[plugin])
    measured.stop()
    told = {"seconds": plugin.seconds, "failed": plugin.failed, "lines": _lines(measured, modules)}
    out.write_text(json.dumps({**told, "branches": _branches(measured, modules)}), "utf-8")
    return int(bool(plugin.failed))


def _lines(measured: coverage.Coverage, modules: list[str]) -> dict[str, dict[int, list[str]]]:
    data = measured.get_data()
    return {
        each: {line: [name for name in names if name] for line, names in contexts.items()}
        for each in modules
        if (contexts := data.contexts_by_lineno(str(ROOT / each)))
    }


def _branches(measured: coverage.Coverage, modules: list[str]) -> dict[str, dict[str, object]]:
    """Of each module: statements and branches there are, and what of them no test took."""
    found: dict[str, dict[str, object]] = {}
    for each in modules:
        analysis = measured._analyze(str(ROOT / each))
        numbers = analysis.numbers
        found[each] = {
            "statements": numbers.n_statements,
            "missing": sorted(analysis.missing),
            "branches": numbers.n_branches,
            "not_taken": dict(analysis.missing_branch_arcs()),
        }
    return found


if __name__ == "__main__":
    place = sys.argv.index("--")
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:place], sys.argv[place + 1 :]))
