"""A folder that catches whatever this process and its children write, and where else this process wrote."""

import logging
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from shutil import rmtree

_WRITING = os.O_WRONLY | os.O_RDWR
_CACHED = "__pycache__"
"""Compiled programs: they hold what is in the checkout."""


@dataclass
class Watched:
    """The folder, and the files elsewhere that were opened to be written."""

    folder: Path
    elsewhere: set[str] = field(default_factory=set)


@contextmanager
def watched() -> Iterator[Watched]:
    """A folder that holds all that this process and its children write within the block: temporary files,
    both output streams, and everything that is logged, at the finest level.

    Python tells of every file it opens to be written elsewhere; libraries that open files by themselves do
    not, and of those SQLite's temporary files have no name at any time.
    """
    folder = Path(tempfile.mkdtemp(prefix="canary-"))
    folder.chmod(0o711)  # PostgreSQL's user passes through
    (folder / "temporary").mkdir(mode=0o711)
    with ExitStack() as stack:
        stack.callback(rmtree, folder, ignore_errors=True)
        stack.enter_context(_temporary(folder / "temporary"))
        for number, name in ((1, "stdout"), (2, "stderr")):
            stack.enter_context(_redirected(number, folder / name))
        stack.enter_context(_logged(folder / "log"))
        watching = Watched(folder)
        with _told_of(watching):
            yield watching


@contextmanager
def _temporary(folder: Path) -> Iterator[None]:
    before = os.environ.get("TMPDIR"), tempfile.tempdir
    os.environ["TMPDIR"], tempfile.tempdir = str(folder), None
    try:
        yield
    finally:
        tempfile.tempdir = before[1]
        if before[0] is None:
            del os.environ["TMPDIR"]
        else:
            os.environ["TMPDIR"] = before[0]


@contextmanager
def _redirected(number: int, path: Path) -> Iterator[None]:
    stream = (sys.stdout, sys.stderr)[number - 1]
    stream.flush()
    kept = os.dup(number)
    with path.open("wb") as file:
        os.dup2(file.fileno(), number)
    try:
        yield
    finally:
        stream.flush()
        os.dup2(kept, number)
        os.close(kept)


@contextmanager
def _logged(path: Path) -> Iterator[None]:
    handler, root = logging.FileHandler(path), logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        yield
    finally:
        root.setLevel(level)
        root.removeHandler(handler)
        handler.close()


_watching: list[Watched] = []


@contextmanager
def _told_of(watching: Watched) -> Iterator[None]:
    if not _hooked:
        sys.addaudithook(_hook)
        _hooked.append(True)
    _watching.append(watching)
    try:
        yield
    finally:
        _watching.remove(watching)


_hooked: list[bool] = []


def _hook(event: str, arguments: tuple[object, ...]) -> None:
    """An audit hook cannot be taken away again: outside a block it looks at nothing."""
    if event != "open" or not _watching:
        return
    path, _, flags = arguments
    if isinstance(path, str) and isinstance(flags, int) and flags & _WRITING and _CACHED not in path:
        for watching in _watching:
            if not Path(path).absolute().is_relative_to(watching.folder):
                watching.elsewhere.add(path)
