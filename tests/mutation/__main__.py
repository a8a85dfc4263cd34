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
from pathlib import Path
from random import Random
from typing import Any

from tests.mutation.groups import GROUPS, ROOT, Group
from tests.mutation.mutants import Mutant, mutants, unchanged
from tests.mutation.trying import Trial, load_libraries, try_all

AT_ONCE = 2
FEW = 12
MOST = 150
"""Tests of the first try and of the second."""
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
        """The tests that pass a mutant's line, quickest first; for what runs at import its module's."""
        lines = self.lines.get(str(mutant.module), {})
        found = lines.get(str(mutant.line), [])
        if not found:
            found = list({name for names in lines.values() for name in names})
        good = set(found) - set(self.failed)
        return sorted(good, key=lambda name: ("postgresql" in name, self.seconds.get(name, 0.0), name))


@dataclass
class Tally:
    """What became of the mutants of a group."""

    tried: int = 0
    survivors: list[Mutant] = field(default_factory=list)


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


def trials(which: Sequence[Mutant], told: Covered, most: int) -> Iterator[Trial]:
    """Each mutant with at most so many tests; to begin with none that starts a server if others are there."""
    for mutant in which:
        tests = told.tests(mutant)[:most]
        if most == FEW:
            tests = [name for name in tests if "postgresql" not in name] or tests
        yield Trial(mutant, tests, sum(told.seconds[name] for name in tests))


def tried(group: Group, told: Covered, sample: int) -> Tally:
    """Every mutant of a group, or a sample of them, always the same."""
    every = [mutant for path in group.paths() for mutant in mutants(ROOT, path)]
    chosen = Random(SEED).sample(every, sample) if 0 < sample < len(every) else every
    _prove(group, told)
    tally = Tally(len(chosen))
    left = chosen
    for most in (FEW, MOST):
        unnoticed: list[Mutant] = []
        done = Counter[bool]()

        def tell(trial: Trial, noticed: bool) -> None:
            done[noticed] += 1  # noqa: B023
            if not noticed:
                unnoticed.append(trial.mutant)  # noqa: B023
            if done.total() % 50 == 0:  # noqa: B023
                say(f"  {done.total()} of {len(left)}, {len(unnoticed)} unnoticed")  # noqa: B023

        try_all(trials(left, told, most), AT_ONCE, tell)
        left = unnoticed
    tally.survivors = sorted(left, key=lambda mutant: (mutant.module, mutant.line, mutant.number))
    return tally


def _prove(group: Group, told: Covered) -> None:
    """Without a change the tests notice nothing; SystemExit where they do."""
    wrong: list[str] = []

    def tell(trial: Trial, noticed: bool) -> None:
        if noticed:
            wrong.append(str(trial.mutant.module))

    try_all(trials([unchanged(path) for path in group.paths()], told, FEW), AT_ONCE, tell)
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
    parser.add_argument("--covered", metavar="DIR", type=Path, help="keep there which test passes which line")
    given = parser.parse_args(arguments)
    if given.covered:
        given.covered.mkdir(parents=True, exist_ok=True)
    load_libraries()
    unexplained = 0
    for name in given.groups or GROUPS:
        group = GROUPS[name]
        say(f"{name}: which test passes which line")
        told = covered(group, given.covered and given.covered / f"{name}.json")
        chosen = Group(tuple(each for each in group.modules if given.module in each), group.tests)
        unexplained += show(name, tried(chosen, told, given.sample), told)
    return int(unexplained > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
