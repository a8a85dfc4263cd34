"""`python -m tests.centre`: a whole call centre on this machine; a console in it, or the demonstration.

Ends with 0 when all went well, with 1 when something did not come up or was stuck, with 130 on Ctrl+C.
"""

import argparse
import shlex
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from dev import has_screen, program
from tests.centre.building import Centre, centre
from tests.centre.programs import Failed, console, last_lines, until_done
from tests.centre.told import Tell, teller

OUT = "centre-out"
INTERRUPTED = 130


def main(arguments: list[str]) -> int:
    """Builds the centre, lets it be used, takes it down; the exit code."""
    options = _parser().parse_args(arguments)
    tell = teller()
    try:
        with _ended_by_signals() as no_more, centre(tell, _folder(options.keep), options.port) as built:
            try:
                return _use(built, options, tell)
            finally:
                no_more()
    except Failed as failed:
        tell(f"Failed: {failed}")
        return 1
    except KeyboardInterrupt:
        return 0 if options.serve_only else INTERRUPTED
    finally:
        tell("Everything is taken down.")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py centre", description=__doc__)
    parser.add_argument("--keep", metavar="DIR", help="keep database and files there for another start")
    parser.add_argument(
        "--serve-only", action="store_true", help="no console: say how to reach it, until Ctrl+C"
    )
    parser.add_argument("--port", type=int, default=0, help="where to listen (any free port)")
    parser.add_argument("--out", metavar="DIR", default=OUT, help="where pictures and PDFs go")
    parser.add_argument("--json", action="store_true", help="end the demonstration with one line of JSON")
    parser.add_argument("--language", choices=("en", "es"), default="en", help="language of the consoles")
    return parser


def _folder(given: str | None) -> Path | None:
    return Path(given).absolute() if given else None


@contextmanager
def _ended_by_signals() -> Iterator[Callable[[], None]]:
    """The first signal to end is a KeyboardInterrupt; what is then taken down is not disturbed.

    What the block is given is called where it begins to take down by itself.
    """
    told = False

    def no_more() -> None:
        nonlocal told
        told = True

    def end(_number: int, _frame: FrameType | None) -> None:
        nonlocal told
        if not told:
            told = True
            raise KeyboardInterrupt

    names = ("SIGINT", "SIGTERM", "SIGHUP")
    before = {number: signal.signal(number, end) for name in names if (number := getattr(signal, name, None))}
    try:
        yield no_more
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _use(built: Centre, options: argparse.Namespace, tell: Tell) -> int:
    played = built.site.folder / "played"
    if options.serve_only or (played.exists() and not has_screen()):
        if played.exists():
            tell("The demonstration was played on this database before; it is not played twice.")
        _say_how(built)
        built.server.process.wait()
        raise Failed(f"The server has ended. Its last words, {last_lines(built.server.log)}")
    if has_screen():
        tell("Opening a console. When its window is closed, everything is taken down.")
        data = ("--data-dir", built.site.folder / "console", "--language", options.language)
        return until_done(console(*built.desk("run", *data)), built.site.environment, signal.SIGTERM, tell)
    tell("There is no screen: three consoles play the demonstration off-screen.")
    played.touch()
    words = ["demo", "--out", options.out, "--language", options.language, *["--json"] * options.json]
    command = console(*built.site.operator(*built.desk(*words)))
    code = until_done(command, built.site.environment, signal.SIGINT, tell)
    if code:
        raise Failed(
            f"The demonstration ended with {code}. The server's last words, {last_lines(built.server.log)}"
        )
    return code


def _say_how(built: Centre) -> None:
    """The commands to work with the centre from other terminals."""
    own, site = str(program("assistor-console")), built.site
    lines = {
        "a console": built.desk("run", "--practice"),
        "the practice clock": site.operator("clock", "--days", "1", "--at", "11:25"),
        "how the database stands": [
            "database",
            "--database",
            site.logins.serving,
            "--key-file",
            str(site.key_file),
            "status",
        ],
        "callers' papers": ["practice", "--cards"],
    }
    variables = [f"{name}={shlex.quote(value)}" for name, value in site.logins.environment.items()]
    for what, command in lines.items():
        print(f"{what}:\n    {' '.join(variables + [shlex.join([own, *command])])}", file=sys.stderr)
    print(
        "metrics:",
        f"    curl --cacert {site.trust} {built.url}/metrics",
        f"the server's log:\n    {built.server.log}",
        sep="\n",
        file=sys.stderr,
    )
    print("Ctrl+C takes everything down.", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
