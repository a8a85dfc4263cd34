"""`python -m tests.mutation [GROUP…] [--sample N]`: which small changes of the code does no test notice?

For each group of modules the tests that look at them run once, and it is written down which test passes which
line. Then each change is tried with the quickest tests that pass its line; where they do not notice, with all
that do. What survives is printed, with the reason where `explained.toml` gives one. Ends with 0 where nothing
survives unexplained.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Any

from tests.mutation.groups import GROUPS, ROOT, Group
from tests.mutation.mutants import Mutant, mutants, unchanged
from tests.mutation.trying import Trial, load_libraries, try_all

AT_ONCE = 2
SOON, LATE = 2.0, 25.0
"""Seconds that the tests of the first try and of the second may take unchanged."""
SEED = 4
EXPLAINED = Path(__file__).with_name("explained.toml")


@dataclass
class Covered:
    """What the covering run told."""

    seconds: dict[str, float]
    failed: list[str]
    lines: dict[str, dict[str, list[str]]]
    branches: dict[str, dict[str, Any]]

    def tests(self, mutant: Mutant) -> list[str]:
        """The tests that pass a mutant's line; for what runs at import its module's, or all there are.

        Quick ones come first, one of each function before others of the same, and last those with a server.
        """
        lines = self.lines.get(str(mutant.module), {})
        found = set(lines.get(str(mutant.line), ())) or {name for names in lines.values() for name in names}
        good = sorted((found or set(self.seconds)) - set(self.failed), key=self._cost)
        seen = Counter[str]()
        turns = {}
        for name in good:
            function = name.partition("[")[0]
            turns[name] = seen[function]
            seen[function] += 1
        return sorted(good, key=lambda name: ("postgresql" in name, turns[name], self._cost(name)))

    def _cost(self, name: str) -> tuple[float, str]:
        return self.seconds.get(name, 0.0), name


@dataclass
class Tally:
    """What became of the mutants of a group."""

    tried: int = 0
    survivors: list[Mutant] = field(default_factory=list)


class Notes:
    """Which mutants were noticed, written down as it is found out, so that a run that ends early goes on."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        lines = path.read_text("utf-8").splitlines() if path and path.exists() else []
        self._known: dict[str, bool] = dict(json.loads(line) for line in lines)

    def noticed(self, mutant: Mutant, most: float) -> bool | None:
        """Whether tests of so many seconds noticed; None where they were not asked."""
        return self._known.get(self._name(mutant, most))

    def add(self, mutant: Mutant, most: float, noticed: bool) -> None:
        """One more."""
        name = self._name(mutant, most)
        self._known[name] = noticed
        if self._path:
            with self._path.open("a", encoding="utf-8") as file:
                print(json.dumps([name, noticed]), file=file)

    @staticmethod
    def _name(mutant: Mutant, most: float) -> str:
        return f"{most:g} {mutant.number} {mutant.line} {mutant.key}"


def say(text: str) -> None:
    """Progress, on the error stream."""
    print(text, file=sys.stderr, flush=True)


def covered(group: Group, reuse: Path | None) -> Covered:
    """Runs the group's tests once, or reads what was written down before."""
    with tempfile.TemporaryDirectory() as folder:
        out = reuse or Path(folder, "covered.json")
        if not out.exists():
            modules = [str(path) for path in group.paths()]
            tests = [f"tests/{name}" for name in group.tests]
            words = ["-m", "tests.mutation.covering", str(out), *modules, "--", *tests]
            subprocess.run([sys.executable, *words], cwd=ROOT, stdout=subprocess.DEVNULL)
        return Covered(**json.loads(out.read_text("utf-8")))


def trials(which: Sequence[Mutant], told: Covered, most: float) -> Iterator[Trial]:
    """Each mutant with tests that take at most so many seconds together, one test at least; the first time
    with none that starts a server if others are there."""
    for mutant in which:
        tests = told.tests(mutant)
        if most == SOON:
            tests = [name for name in tests if "postgresql" not in name] or tests
        spans = accumulate(told.seconds[name] for name in tests)
        chosen = [
            name for at, (name, span) in enumerate(zip(tests, spans, strict=True)) if span < most or not at
        ]
        yield Trial(mutant, chosen, sum(told.seconds[name] for name in chosen))


def tried(group: Group, told: Covered, sample: int, notes: Notes) -> Tally:
    """Every mutant of a group, or a sample of them, always the same."""
    every = [mutant for path in group.paths() for mutant in mutants(ROOT, path)]
    chosen = Random(SEED).sample(every, sample) if 0 < sample < len(every) else every
    _prove(group, told)
    left = chosen
    for most in (SOON, LATE):
        open_ones = [mutant for mutant in left if notes.noticed(mutant, most) is None]
        for number, (trial, noticed) in enumerate(try_all(trials(open_ones, told, most), AT_ONCE), 1):
            notes.add(trial.mutant, most, noticed)
            if number % 50 == 0:
                say(f"  {number} of {len(open_ones)}")
        left = [mutant for mutant in left if not notes.noticed(mutant, most)]
        say(f"  {len(left)} of {len(chosen)} unnoticed by tests of {most:g} s")
    return Tally(len(chosen), sorted(left, key=lambda mutant: (mutant.module, mutant.line, mutant.number)))


def _prove(group: Group, told: Covered) -> None:
    """Without a change the tests notice nothing; SystemExit where they do."""
    each = trials([unchanged(path) for path in group.paths()], told, SOON)
    wrong = [str(trial.mutant.module) for trial, noticed in try_all(each, AT_ONCE) if noticed]
    if wrong:
        raise SystemExit(f"Tests fail without any change: {', '.join(sorted(wrong))}")


def explained() -> dict[str, str]:
    """Why a survivor changes nothing that anybody could see, by its key."""
    return {one["mutant"]: one["why"] for one in tomllib.loads(EXPLAINED.read_text("utf-8"))["survivor"]}


def show(name: str, tally: Tally, told: Covered) -> int:
    """Prints a group's figures and survivors; how many of these nobody has explained."""
    why = explained()
    bare = [mutant for mutant in tally.survivors if mutant.key not in why]
    killed = tally.tried - len(tally.survivors)
    left = f"{len(tally.survivors)} survivors, {len(bare)} of them unexplained"
    print(f"{name}: {tally.tried} mutants, {killed} killed, {left}")
    for mutant in tally.survivors:
        print(f"  {mutant.line}: {mutant.key}" + (f"\n      {why[mutant.key]}" if mutant.key in why else ""))
    show_branches(name, told)
    return len(bare)


def show_branches(name: str, told: Covered) -> None:
    """Prints which lines no test passes and which branches none takes."""
    lost: dict[str, list[str]] = defaultdict(list)
    for module, of in told.branches.items():
        lost[module] += [f"line {line}" for line in of["missing"]]
        lost[module] += [f"{line} → {ends}" for line, ends in of["not_taken"].items()]
    statements = sum(of["statements"] for of in told.branches.values())
    branches = sum(of["branches"] for of in told.branches.values())
    print(
        f"{name}: {statements} statements and {branches} branches, not taken: {sum(map(len, lost.values()))}"
    )
    for module, places in lost.items():
        if places:
            print(f"  {module}: {', '.join(places)}")
    if told.failed:
        print(f"{name}: failed unchanged, and not used: {', '.join(told.failed)}")


def main(arguments: list[str]) -> int:
    """Tries the groups named, or all; 0 where no survivor is unexplained."""
    parser = argparse.ArgumentParser(prog="dev.py mutate", description=f"Groups: {', '.join(GROUPS)}")
    parser.add_argument("groups", nargs="*", metavar="GROUP", choices=[*GROUPS, []])
    parser.add_argument("--sample", type=int, default=0, help="try only so many of each group (all)")
    parser.add_argument("--module", default="", help="try only modules whose path holds this")
    parser.add_argument("--keep", metavar="DIR", type=Path, help="keep what is found out, and go on with it")
    given = parser.parse_args(arguments)
    if given.keep:
        given.keep.mkdir(parents=True, exist_ok=True)
    load_libraries()
    unexplained = 0
    for name in given.groups or GROUPS:
        group = GROUPS[name]
        say(f"{name}: which test passes which line")
        told = covered(group, given.keep and given.keep / f"{name}.json")
        notes = Notes(given.keep and given.keep / f"{name}.tried")
        chosen = Group(tuple(each for each in group.modules if given.module in each), group.tests)
        unexplained += show(name, tried(chosen, told, given.sample, notes), told)
    return int(unexplained > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
