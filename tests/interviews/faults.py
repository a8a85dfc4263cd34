"""Interviews by the thousand while everything goes wrong.

`python -m tests.interviews.faults [--seeds 1000] [--first 0] [--postgresql 50]` walks so many callers, each
on a fresh desk over SQLite, the last so many over PostgreSQL; it prints figures and every seed that broke.
"""

import argparse
import logging
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests import postgres
from tests.interviews.struck import Broken, Told, Walk
from tests.worlds import World, make_world


@contextmanager
def on_sqlite() -> Iterator[World]:
    """A fresh desk in a file."""
    with TemporaryDirectory() as folder:
        world = make_world(f"sqlite:///{Path(folder) / 'desk.db'}")
        yield world
        world.database.close()


@contextmanager
def on_postgresql(like: str) -> Iterator[World]:
    """A fresh desk in a copy of a staffed database."""
    with postgres.database(like, like=like) as url:
        world = World(url, copied=True)
        yield world
        world.database.close()


def walk(seeds: range, like: str = "") -> tuple[list[Told], dict[int, str]]:
    """What each seed told, and why those broke that did; on PostgreSQL where there is a database `like`."""
    told, broken = [], {}
    for seed in seeds:
        with on_postgresql(like) if like else on_sqlite() as world:
            one = Walk(world, seed)
            try:
                told.append(one.run())
            except Broken as why:
                broken[seed] = str(why)
    return told, broken


def figures(told: list[Told], broken: dict[int, str]) -> str:
    """How much was walked, which faults met it, how it ended, what broke."""
    faults = sum((one.faults for one in told), Counter[str]())
    ends = Counter(one.ended for one in told)
    lines = [
        f"interviews {len(told) + len(broken)}  calls {sum(one.calls for one in told)}  broken {len(broken)}",
        "faults     " + "  ".join(f"{kind} {times}" for kind, times in sorted(faults.items())),
        "ended      " + "  ".join(f"{state} {times}" for state, times in sorted(ends.items())),
    ]
    return "\n".join(lines + [f"seed {seed}: {why}" for seed, why in broken.items()])


def main() -> int:
    """The exit code: 1 where any seed broke."""
    reader = argparse.ArgumentParser(prog="python -m tests.interviews.faults")
    reader.add_argument("--seeds", type=int, default=1000)
    reader.add_argument("--first", type=int, default=0)
    reader.add_argument("--postgresql", type=int, default=0, help="so many of them over PostgreSQL")
    given = reader.parse_args()
    logging.disable()  # every bug of a blow would be told
    last = given.first + given.seeds
    told, broken = walk(range(given.first, last - given.postgresql))
    if given.postgresql:
        with postgres.server() as server, postgres.database(server) as like:
            make_world(like).database.close()
            more, also = walk(range(last - given.postgresql, last), like)
        told, broken = told + more, broken | also
    print(figures(told, broken))
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
