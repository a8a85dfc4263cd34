"""Runs tests against one mutant after another, each in a process of its own that is forked from this one.

This process has the libraries loaded and nothing of the program: what a child imports is changed on its way.
"""

import ast
import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_loader
from itertools import islice
from pathlib import Path
from types import ModuleType

import pytest

from tests.mutation.groups import ROOT
from tests.mutation.mutants import Mutant, mutated

GLANCE_SECONDS = 0.02
_PLUGINS = ("cacheprovider", "faker", "schemathesis", "xdist", "anyio")
"""None of these is needed, and each takes its time to load."""
PATIENCE = 20.0
"""A child may take so long more than five times its tests."""


@dataclass
class Trial:
    """One mutant and the tests it is tried with, which take so many seconds unchanged."""

    mutant: Mutant
    tests: Sequence[str]
    seconds: float


@dataclass
class _Running:
    """A trial under way, when it has taken too long, and the folder for its temporary files."""

    trial: Trial
    ends: float
    folder: str


class _Changed(Loader):
    """Executes the changed code instead of what stands in the file."""

    def __init__(self, name: str, path: Path, tree: ast.Module) -> None:
        self.name, self._path, self._tree = name, path, tree

    def create_module(self, spec: ModuleSpec) -> None:
        """As usual."""

    def exec_module(self, module: ModuleType) -> None:
        """The changed code, with the file's own lines."""
        exec(compile(self._tree, str(self._path), "exec"), module.__dict__)


class _Finder(MetaPathFinder):
    """Finds the one changed module before anybody else does."""

    def __init__(self, loader: _Changed, path: Path) -> None:
        self._loader, self._path = loader, path

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        """The changed module's, None for all others."""
        if name != self._loader.name:
            return None
        spec = spec_from_loader(name, self._loader, origin=str(self._path))
        assert spec is not None
        spec.has_location = True
        return spec


def load_libraries() -> None:
    """Whatever takes its time to import and is none of ours."""
    import alembic.command
    import argon2
    import cryptography.hazmat.primitives.ciphers.aead
    import hypothesis
    import psycopg
    import pydantic.fields
    import pydantic.main
    import sqlalchemy.dialects.postgresql
    import starlette.applications
    import uvicorn

    del alembic, argon2, cryptography, hypothesis, psycopg, pydantic, sqlalchemy
    del starlette, uvicorn
    assert not any(name.startswith("assistor_console") for name in sys.modules)


def try_all(trials: Iterable[Trial], at_once: int) -> Iterator[tuple[Trial, bool]]:
    """Tries each, several at once; each as it ends, with whether a test noticed."""
    waiting, running = iter(trials), dict[int, _Running]()
    while True:
        for trial in islice(waiting, at_once - len(running)):
            folder = tempfile.mkdtemp(prefix="mutant-")
            os.chmod(folder, 0o711)  # PostgreSQL's user passes through
            ends = time.monotonic() + PATIENCE + 5 * trial.seconds
            running[_begin(trial, folder)] = _Running(trial, ends, folder)
        if not running:
            return
        for pid, noticed in _ended(running):
            ended = running.pop(pid)
            shutil.rmtree(ended.folder, ignore_errors=True)
            yield ended.trial, noticed
        time.sleep(GLANCE_SECONDS)


def _ended(running: dict[int, _Running]) -> list[tuple[int, bool]]:
    """Who has ended, or takes so much longer that the change is noticed."""
    found = []
    for pid, each in running.items():
        ended, status = os.waitpid(pid, os.WNOHANG)
        if ended:
            found.append((pid, os.waitstatus_to_exitcode(status) != 0))
        elif time.monotonic() > each.ends:
            os.killpg(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
            found.append((pid, True))
    return found


def _begin(trial: Trial, folder: str) -> int:
    pid = os.fork()
    if pid:
        return pid
    os.setpgid(0, 0)
    code = 1
    try:
        code = _run(trial, folder)
    finally:
        os._exit(code)


def _run(trial: Trial, folder: str) -> int:
    os.environ["TMPDIR"], tempfile.tempdir = folder, None
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    path = ROOT / trial.mutant.module
    name = ".".join(trial.mutant.module.with_suffix("").parts)
    loader = _Changed(name, path, mutated(ROOT, trial.mutant))
    sys.meta_path.insert(0, _Finder(loader, path))
    without = [word for name in _PLUGINS for word in ("-p", f"no:{name}")]
    rewriting = "ignore::pytest.PytestAssertRewriteWarning"  # of plugins that are loaded already
    options = ["-W", rewriting, *without, "-x", "-q", "--basetemp", f"{folder}/tests"]
    return int(pytest.main([*options, *trial.tests]))
