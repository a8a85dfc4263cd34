"""Stolen databases, backups, logs and temporary files, searched for canary values: nothing may be found.

`python -m tests.attacks.canary` does it with an embedded desk and with a PostgreSQL served over HTTPS, and
says how much was searched for how much. Left out are only files somebody asked to be saved (the letter runs
and the slip as PDF, the appointment as a calendar file), and the wrapping key, which is kept apart from the
database.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from assistor_console import cli
from assistor_console.app import open_embedded
from assistor_console.central import open_central
from assistor_console.composing import Beside, Clock
from assistor_console.desk.pipeline import Pipeline
from assistor_console.domain.terms import Language, Realm
from assistor_console.settings import Settings, Theme
from tests import postgres
from tests.attacks.canary_forms import Find, Search, files
from tests.attacks.canary_walk import Haul, walk
from tests.attacks.watching import Watched, watched
from tests.central import central
from tests.house.tree import ROOT
from tests.worlds import STAFF, START, World

KEYS = ("desk.key", "desk.key.new", "desk.key.old")
CRASH = """
import logging, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from assistor_console import crash
from assistor_console.commands.run import tell_bug
from assistor_console.gui.messages import Messages

def slot():
    raise ValueError(f"invalid literal: {sys.argv[1:]}")

application = QApplication([])
messages = Messages()
crash.watch(lambda error: tell_bug(messages, error))
QTimer.singleShot(0, slot)
QTimer.singleShot(10, application.quit)
application.exec()
"""


@dataclass
class Result:
    """What was planted and how it is looked for; where it was looked for; what was found, and where; which
    files this process wrote where nobody looks."""

    haul: Haul
    search: Search
    places: set[str] = field(default_factory=set)
    files: int = 0
    bytes: int = 0
    hits: list[tuple[str, Find]] = field(default_factory=list)
    elsewhere: set[str] = field(default_factory=set)


@dataclass
class _Opened(World):
    """A world over a desk that is opened as programs open it, with its own sealing, by this world's clock."""

    opens: Callable[[Settings, Clock], Beside] = open_embedded
    settings: Settings = field(default_factory=lambda: _settings(Path()))

    def opened(self) -> Pipeline:
        """As its program does."""
        self.program = self.opens(self.settings, lambda: self.now)
        return self.program.pipeline

    def staffed(self) -> Self:
        """With everybody who works here."""
        for name, (role, office) in STAFF.items():
            self.hire(name, role, office)
        return self


def _settings(folder: Path) -> Settings:
    return Settings(Realm.PRACTICE, folder, Theme.SYSTEM, Language.EN, "front desk")


def embedded(asked: Path) -> Result:
    """The desk of one person: SQLite in a folder of their own. What somebody saves goes to `asked`."""
    with watched() as watching:
        desk = watching.folder / "desk"
        world = _Opened("", opens=open_embedded, settings=_settings(desk)).staffed()
        haul = Haul(asked)
        walk(world, haul)
        backup = ("backup", "--out", str(watching.folder / "backup.db"))
        _command(backup, "--data-dir", str(desk))
        result = _searched(watching, haul)
        world.program.close()
        for words in _beside(watching.folder):
            _command(words, "--data-dir", str(desk))
        return _searched(watching, haul, result)


def _beside(folder: Path) -> Iterator[tuple[str, ...]]:
    """What an operator types."""
    yield ("keys", "rotate")
    yield ("keys", "rotate", "--wrapping", "--yes")
    yield ("keys", "status")
    yield ("audit", "verify")
    yield ("audit", "export", "--out", str(folder / "trail.jsonl"))
    yield ("audit", "purge")


def _command(words: tuple[str, ...], *where: str) -> None:
    before = os.environ.get("ASSISTOR_SETTINGS")
    os.environ["ASSISTOR_SETTINGS"] = os.devnull
    try:
        assert cli.main([words[0], *where, *words[1:]]) == 0, words
    except SystemExit as wrong:
        raise AssertionError(words) from wrong
    finally:
        del os.environ["ASSISTOR_SETTINGS"]
        if before is not None:
            os.environ["ASSISTOR_SETTINGS"] = before


def served(asked: Path) -> Result:
    """A call centre: a PostgreSQL prepared by its owner and served over HTTPS by the serving login."""
    with watched() as watching, ExitStack() as stack:
        cluster = stack.enter_context(postgres.own_server("log_min_duration_statement=0"))
        made = stack.enter_context(central(cluster.url, watching.folder / "operator"))
        made.prepare(lambda: START)
        world = _Opened("", opens=open_central, settings=made.owner).staffed()
        haul = Haul(asked, far=True)
        with made.served(lambda: world.now) as serving:
            world.pipeline = serving.pipeline
            with world.served(watching.folder):
                walk(world, haul)
            result = _searched(watching, haul)
        world.program.close()
        where = ("--data-dir", str(made.owner.data_dir), "--database", made.owner.database)
        for words in _beside(watching.folder):
            _command(words, *where)
        return _searched(watching, haul, result)


def _crash(folder: Path, haul: Haul) -> None:
    """A window that crashes over what was typed into it; its report."""
    typed = [str(one.value) for one in haul.canaries if isinstance(one.value, str)]
    with (folder / "crash report").open("wb") as report:
        crashing = [sys.executable, "-c", CRASH, *typed]
        screen = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
        subprocess.run(crashing, cwd=ROOT, env=screen, stdout=report, stderr=report, check=True)
    assert b"ValueError" in (folder / "crash report").read_bytes()


def _searched(watching: Watched, haul: Haul, before: Result | None = None) -> Result:
    """Everything but the wrapping key, after one crash more; together with what was searched `before`."""
    _crash(watching.folder, haul)
    result = before or Result(haul, Search(haul.canaries))
    search = result.search
    read = {str(p.relative_to(watching.folder)): content for p, content in files(watching.folder).items()}
    read = {path: content for path, content in read.items() if Path(path).name not in KEYS}
    found = {path: search.found(content) | search.found(path.encode()) for path, content in read.items()}
    counted = search.hits_of(found.values())
    result.places |= set(read)
    result.files += len(read)
    result.bytes += sum(map(len, read.values()))
    result.elsewhere |= watching.elsewhere
    result.hits += [(path, hit) for path in found for hit in sorted(found[path] & counted)]
    return result


def main() -> int:
    """Both desks; ends with 0 where nothing was found."""
    hits = 0
    for name, search in (("embedded", embedded), ("served", served)):
        with tempfile.TemporaryDirectory() as asked:
            result = search(Path(asked))
        result.elsewhere = {path for path in result.elsewhere if Path(path).parent != Path(asked)}
        hits += len(result.hits) + len(result.elsewhere)
        print(
            f"{name}: {len(result.haul.canaries)} values in {len(result.search.patterns)} forms, "
            f"looked for in {result.files} files ({result.bytes / 1e6:.0f} MB): {len(result.hits)} hits; "
            f"{len(result.elsewhere)} files were written elsewhere"
        )
        for where, find in result.hits:
            print(f"  {where}: {find.what} ({find.form})")
    return int(hits > 0)


if __name__ == "__main__":
    sys.exit(main())
