"""The commands: what can be typed after `assistor-console`."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, datetime, time
from importlib import import_module

from . import __version__
from .domain.errors import Refused, Trouble
from .settings import KEYS, Settings, load_settings

REFUSED, BROKEN = 1, 2
Parser = argparse.ArgumentParser


def parser() -> Parser:
    """Every command with its arguments; none of their code is imported for it."""
    top = Parser(prog="assistor-console", description="Proves by telephone who a caller is.")
    top.add_argument("--version", action="version", version=f"assistor-console {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, (words, add) in COMMANDS.items():
        command = commands.add_parser(name, help=words, description=f"{words[0].upper()}{words[1:]}.")
        _add_place(command)
        add(command)
    return top


def _add_place(command: Parser, default: str | None = None) -> None:
    command.add_argument("--data-dir", metavar="DIR", default=default, help="where this desk keeps its data")
    command.add_argument(
        "--language", choices=("en", "es"), default=default, help="language of the interface"
    )


def _add_realm(command: Parser, default: str | None = None) -> None:
    realms = command.add_mutually_exclusive_group()
    for realm in ("practice", "live"):
        words = f"use the {realm} desk"
        realms.add_argument(
            f"--{realm}", dest="realm", action="store_const", const=realm, default=default, help=words
        )


def _add_desk(command: Parser) -> None:
    command.add_argument("--desk", metavar="URL", help="the desk's address (https://host:port)")
    command.add_argument("--trust", metavar="FILE", help="certificates to check the desk's against")


def _add_database(command: Parser, default: str | None = None) -> None:
    words = "a PostgreSQL (postgresql://user@host/name)"
    command.add_argument("--database", metavar="URL", default=default, help=words)
    command.add_argument("--key-file", metavar="FILE", default=default, help="the file of the wrapping key")
    places, words = ("file", "environment", "keyring"), "where the wrapping key is kept (file)"
    command.add_argument("--key-source", choices=places, default=default, help=words)


def _add_run(command: Parser) -> None:
    _add_realm(command)
    _add_desk(command)
    _add_database(command)
    command.add_argument("--theme", choices=("system", "light", "dark", "contrast"), help="colors")
    command.add_argument(
        "--exit-when-usable", action="store_true", help="end once the sign-in page can be used"
    )


def _add_load(command: Parser) -> None:
    _add_realm(command)
    _add_database(command)
    command.add_argument("files", nargs="+", metavar="FILE")
    command.add_argument("--format", help="the files' format, where their content does not tell it")
    modes = command.add_mutually_exclusive_group()
    modes.add_argument(
        "--synthetic", dest="mode", action="store_const", const="synthetic", default="synthetic"
    )
    modes.add_argument(
        "--production", dest="mode", action="store_const", const="production", help="anybody's records"
    )
    command.add_argument("--dry-run", action="store_true", help="read and check, load nothing")
    command.add_argument("--json", action="store_true", help="end with one line of JSON")


def _add_practice(command: Parser) -> None:
    _add_database(command)
    command.add_argument("--people", type=int, default=300, metavar="N", help="how many (300)")
    command.add_argument(
        "--seed", type=int, default=1, metavar="S", help="the same seed, the same people (1)"
    )
    command.add_argument("--write-files", metavar="DIR", help="keep the files that were loaded")
    command.add_argument(
        "--cards", action="store_true", help="print callers' papers to answer from, load nothing"
    )


def _add_demo(command: Parser) -> None:
    _add_desk(command)
    _add_database(command)
    command.add_argument("--out", metavar="DIR", help="where pictures and PDFs go")
    command.add_argument("--json", action="store_true", help="end with one line of JSON")


def _add_clock(command: Parser) -> None:
    _add_database(command)
    command.add_argument(
        "--days", type=int, default=0, metavar="N", help="move the clock this many days forward"
    )
    command.add_argument("--at", type=time_of_day, metavar="HH:MM", help="to this time of day, Eastern")
    command.add_argument("--to", type=moment, metavar="MOMENT", help="to a moment: 2017-12-12T09:25-05:00")


def time_of_day(written: str) -> time:
    """A time on a clock of 24 hours, 9:25 or 14:05; ArgumentTypeError otherwise."""
    hour, colon, minute = written.partition(":")
    try:
        return time.fromisoformat(f"{hour:0>2}{colon}{minute}" if colon else "")
    except ValueError:
        raise argparse.ArgumentTypeError(f"not a time of day: {written} (as 9:25 or 14:05)") from None


def moment(written: str) -> datetime:
    """A moment in ISO 8601 that says its offset from UTC; ArgumentTypeError otherwise."""
    with suppress(ValueError):
        read = datetime.fromisoformat(written)
        if read.tzinfo is not None:
            return read
    words = f"not a moment with its offset from UTC: {written} (as 2017-12-12T09:25-05:00)"
    raise argparse.ArgumentTypeError(words)


def day(written: str) -> date:
    """A day in ISO 8601; ArgumentTypeError otherwise."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise argparse.ArgumentTypeError(f"not a day: {written} (as 2017-12-11)") from None


def _add_database_command(command: Parser) -> None:
    _add_realm(command)
    _add_database(command)
    acts = command.add_subparsers(dest="act", metavar="ACT", required=True)
    prepare = acts.add_parser("prepare", help="as its owner: bring the schema up to date, publish, grant")
    prepare.add_argument("--serving", metavar="LOGIN", help="the login servers use, given the least it needs")
    status = acts.add_parser("status", help="its schema, its realm and whether the key fits")
    for act in (prepare, status):  # before or after the act's name
        _add_place(act, argparse.SUPPRESS)
        _add_database(act, argparse.SUPPRESS)
        _add_realm(act, argparse.SUPPRESS)


def _add_keys(command: Parser) -> None:
    _add_realm(command)
    _add_database(command)
    acts = command.add_subparsers(dest="act", metavar="ACT", required=True)
    init = acts.add_parser("init", help="make the wrapping key where it is to be kept; never a second one")
    status = acts.add_parser("status", help="which keys there are, and how much is sealed under which")
    status.add_argument("--json", action="store_true", help="as one line of JSON")
    rotate = acts.add_parser("rotate", help="make a new data key and seal everything under it")
    rotate.add_argument("--wrapping", action="store_true", help="change the wrapping key instead")
    rotate.add_argument("--yes", action="store_true", help="with --wrapping: go on without being asked")
    for act in (init, status, rotate):  # before or after the act's name
        _add_place(act, argparse.SUPPRESS)
        _add_database(act, argparse.SUPPRESS)
        _add_realm(act, argparse.SUPPRESS)


def _add_audit(command: Parser) -> None:
    _add_realm(command)
    _add_database(command)
    acts = command.add_subparsers(dest="act", metavar="ACT", required=True)
    verify = acts.add_parser("verify", help="verify every seal and every row, and name what is wrong")
    words = "checkpoints kept elsewhere; may be given more than once"
    verify.add_argument("--checkpoint", metavar="FILE", action="append", help=words)
    verify.add_argument("--json", action="store_true", help="as one line of JSON")
    export = acts.add_parser("export", help="copy sealed rows into a file, a line of JSON each")
    for name, place, words in (("--from", "since", "first day"), ("--to", "until", "last day")):
        words = f"{words} (2017-12-11, Eastern)"
        export.add_argument(name, dest=place, type=day, metavar="DATE", help=words)
    export.add_argument("--out", metavar="FILE", required=True, help="a file that is not there yet")
    purge = acts.add_parser("purge", help="take away rows older than policy keeps them")
    purge.add_argument("--dry-run", action="store_true", help="say what would go, change nothing")
    for act in (verify, export, purge):  # before or after the act's name
        _add_place(act, argparse.SUPPRESS)
        _add_database(act, argparse.SUPPRESS)
        _add_realm(act, argparse.SUPPRESS)


def _add_certificate(command: Parser) -> None:
    command.add_argument("names", nargs="*", metavar="HOST", help="names or addresses (localhost 127.0.0.1)")
    command.add_argument("--out", metavar="DIR", required=True, help="where the files go")


def _add_serve(command: Parser) -> None:
    _add_realm(command)
    _add_database(command)
    command.add_argument("--listen", metavar="HOST:PORT", help="where to listen (127.0.0.1:8443)")
    command.add_argument("--certificate", metavar="FILE", help="the server's certificate")
    command.add_argument("--private-key", metavar="FILE", help="the key of the certificate")
    command.add_argument("--processes", metavar="N", help="how many processes share the address (1)")
    words = "where checkpoints of the sealed trail are written down"
    command.add_argument("--checkpoints", metavar="FILE", help=words)


def _add_backup(command: Parser) -> None:
    _add_realm(command)
    _add_database(command)
    command.add_argument("--out", metavar="FILE", required=True, help="the new file; beside it its .json")
    command.add_argument("--json", action="store_true", help="end with one line of JSON")


def _add_restore(command: Parser) -> None:
    _add_realm(command)
    _add_database(command)
    command.add_argument("file", metavar="FILE", help="a copy that backup made")
    command.add_argument("--older", action="store_true", help="lose what was sealed after the copy was made")
    command.add_argument("--json", action="store_true", help="end with one line of JSON")


def _add_authority(command: Parser) -> None:
    command.add_argument("--json", action="store_true", help="print one object of JSON")


def _add_script(command: Parser) -> None:
    _add_realm(command)
    _add_database(command)
    acts = command.add_subparsers(dest="act", metavar="ACT", required=True)
    check = acts.add_parser("check", help="find everything that keeps scripts from being published")
    check.add_argument("files", nargs="+", metavar="FILE")
    check.add_argument("--policy", metavar="FILE", help="the policy that says how much is asked (the first)")
    check.add_argument("--json", action="store_true", help="as one line of JSON")
    publish = acts.add_parser("publish", help="publish a script: it never changes, new calls begin with it")
    publish.add_argument("file", metavar="FILE")
    diff = acts.add_parser("diff", help="tell what differs between two versions or files")
    diff.add_argument("old", metavar="A", help="a file, or a version that the desk holds")
    diff.add_argument("new", metavar="B", help="the other one")
    show = acts.add_parser("show", help="list the published versions, or show one, or a file")
    show.add_argument(
        "script", nargs="?", metavar="VERSION|FILE", help="a version that the desk holds, or a file"
    )
    show.add_argument("--svg", metavar="OUT", help="draw a flow chart into this file")
    for act in (check, publish, diff, show):  # before or after the act's name
        _add_place(act, argparse.SUPPRESS)
        _add_database(act, argparse.SUPPRESS)
        _add_realm(act, argparse.SUPPRESS)


COMMANDS: dict[str, tuple[str, Callable[[Parser], None]]] = {
    "run": ("open the console", _add_run),
    "load": ("load records from files", _add_load),
    "practice": ("make synthetic people and load them", _add_practice),
    "clock": ("tell a practice desk's clock, or move it forward", _add_clock),
    "demo": ("play the main job in the real windows", _add_demo),
    "database": ("look after a PostgreSQL database as its owner", _add_database_command),
    "keys": ("make, tell and change the keys of a desk", _add_keys),
    "backup": ("copy an embedded desk while it is in use", _add_backup),
    "restore": ("put a copy of an embedded desk in its place", _add_restore),
    "authority": ("tell who may do what, and the rules beyond roles", _add_authority),
    "audit": ("verify, copy and purge the sealed trail", _add_audit),
    "script": ("check, publish, compare and show scripts", _add_script),
    "certificate": ("make a certificate to try a server with", _add_certificate),
    "serve": ("serve a desk to consoles over HTTPS", _add_serve),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; 0 when it ended well, 1 when it was refused, 2 for wrong words or a broken place."""
    given = parser().parse_args(arguments)
    language = given.language or os.environ.get("ASSISTOR_LANGUAGE")
    try:
        settings = _settings(given)
        language = settings.language
        code = _run(given, settings)
        sys.stdout.flush()  # here, where a reader who has left can still be answered for
        return code
    except BrokenPipeError:
        return _left_alone()
    except (Refused, Trouble) as no:
        from .commands.words import sentence  # texts are read only where something is to be said

        print(f"assistor-console: {sentence(no, language)}", file=sys.stderr)
        return REFUSED if isinstance(no, Refused) else BROKEN
    except KeyboardInterrupt:
        return REFUSED
    except Exception as bug:
        # Names of frames only: the words of an exception may hold what stands in a file.
        from traceback import format_tb

        frames = "".join(format_tb(bug.__traceback__))
        print(f"assistor-console: {type(bug).__name__}\n{frames}", end="", file=sys.stderr)
        return BROKEN


def _left_alone() -> int:
    """Whoever read the output has gone, as `head` does: nothing more is written, at the end neither."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return REFUSED


def _settings(given: argparse.Namespace) -> Settings:
    return load_settings({key: getattr(given, key, None) for key in KEYS}, os.environ)


def _run(given: argparse.Namespace, settings: Settings) -> int:
    command = import_module(f".commands.{given.command}", __package__)
    return int(command.main(given, settings))
