"""`python -m tests.benchmarks [NAME…] [--json]`: run benchmarks and show each figure beside its goal.

Ends with 0 when everything asked for was measured, goals met or not, and with 1 when something could not be.
"""

import argparse
import sys

from tests.benchmarks.frame import Figure, Unmeasured, as_json, found, table


def say(text: str) -> None:
    """Report progress on the error stream, so that the closing line stays alone on the other."""
    print(text, file=sys.stderr, flush=True)


def main(arguments: list[str]) -> int:
    """Run the benchmarks named (all of them without a name); returns the exit code."""
    benchmarks = found()
    parser = argparse.ArgumentParser(prog="dev.py bench", description=f"Benchmarks: {', '.join(benchmarks)}")
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--json", action="store_true", help="end with one line of JSON")
    options = parser.parse_args(arguments)
    if unknown := set(options.names) - set(benchmarks):
        parser.error(
            f"no benchmark is called {', '.join(sorted(unknown))}; there are {', '.join(benchmarks)}"
        )
    names: list[str] = options.names or list(benchmarks)
    figures: list[Figure] = []
    unmeasured = 0
    for name in names:
        say(f"— {name}")
        try:
            figures += benchmarks[name].run(say)
        except Unmeasured as missing:
            say(f"not measured: {missing}")
            unmeasured += 1
    print(table(figures))
    if options.json:
        print(as_json(names, figures))
    return 1 if unmeasured else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
