"""The centre as a whole: what comes up in which order, and is taken down in the other."""

import shutil
import socket
import ssl
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from http.client import HTTPException, HTTPSConnection
from pathlib import Path

from filelock import FileLock, Timeout

from tests.centre.database import Logins, database
from tests.centre.programs import Failed, Program, clean_environment, complete, console
from tests.centre.told import Tell

SERVERS = 2
PREPARE_SECONDS, READY_SECONDS, ANSWER_SECONDS = 180.0, 90.0, 5.0


@dataclass(frozen=True, slots=True)
class Site:
    """Where a centre is built: its folder, its database, and the environment of its programs."""

    folder: Path
    logins: Logins
    environment: dict[str, str]

    @property
    def key_file(self) -> Path:
        """The database's data key."""
        return self.folder / "desk.key"

    @property
    def trust(self) -> Path:
        """The certificate that consoles check the servers' against."""
        return self.folder / "certificates" / "authority.pem"

    def operator(self, *words: str | Path) -> list[str]:
        """Options of a command for an operator beside the database."""
        place = ("--database", self.logins.owner, "--key-file", self.key_file, "--data-dir", self.folder)
        return [*map(str, (*words, *place))]

    def complete(self, name: str, *words: str | Path) -> str:
        """Runs a command to its end; what it said."""
        return complete(name, console(*words), self.environment, PREPARE_SECONDS)


@dataclass(frozen=True, slots=True)
class Centre:
    """A running centre: its site, its address, and the program that keeps the server processes."""

    site: Site
    url: str
    server: Program

    def desk(self, *words: str | Path) -> list[str]:
        """Options of a command for a person at a console."""
        return [*map(str, (*words, "--desk", self.url, "--trust", self.site.trust))]


@contextmanager
def centre(tell: Tell, keep: Path | None = None, port: int = 0) -> Iterator[Centre]:
    """Builds a centre on practice data and takes it down with the block, whatever ends the block.

    `keep` is a folder for everything that is to be there at another start; without it nothing stays. `port`
    0 takes a free one. Raises Failed where something does not come up.
    """
    with ExitStack() as stack:
        folder = keep or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="centre-")))
        folder.mkdir(parents=True, exist_ok=True, mode=0o711)  # the database's user passes through
        stack.enter_context(_alone(folder))
        tell("Starting PostgreSQL.")
        logins = stack.enter_context(database(keep / "database" if keep else None))
        stack.callback(tell, "Stopping PostgreSQL.")
        site = Site(folder, logins, clean_environment(folder / "settings.toml") | logins.environment)
        _prepare(site, tell)
        built = _serve(stack, site, port or _free_port(), tell)
        # Meanwhile the servers start.
        tell("The operator loads practice people and their records.")
        site.complete("practice", *site.operator("practice"))
        _wait_ready(built, tell)
        yield built


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One centre in a folder; Failed where another one is running."""
    try:
        with FileLock(folder / "centre.lock", timeout=0):
            yield
    except Timeout:
        raise Failed(f"A centre is running in {folder} already. End it first, or keep in another.") from None


def _prepare(site: Site, tell: Tell) -> None:
    tell("The owner prepares the database and gives the serving login the least it needs.")
    prepare = site.operator("database") + ["prepare", "--serving", site.logins.serving_login]
    site.complete("database prepare", *prepare)
    shutil.rmtree(site.trust.parent, ignore_errors=True)
    site.complete("certificate", "certificate", "--out", site.trust.parent)


def _serve(stack: ExitStack, site: Site, port: int, tell: Tell) -> Centre:
    made = site.trust.parent
    words = ("serve", "--processes", SERVERS, "--listen", f"127.0.0.1:{port}", "--data-dir", site.folder)
    files = ("--certificate", made / "server.pem", "--private-key", made / "server.key")
    login = ("--database", site.logins.serving, "--key-file", site.key_file)
    command = console(*map(str, (*words, *files, *login)))
    tell(f"Starting {SERVERS} server processes behind one address, with the serving login.")
    server = Program("The server", command, site.folder / "server.log", site.environment)
    stack.callback(server.stop)
    stack.callback(tell, "Stopping the server processes.")
    return Centre(site, f"https://localhost:{port}", server)


def _wait_ready(built: Centre, tell: Tell) -> None:
    port, context = (
        int(built.url.rpartition(":")[2]),
        ssl.create_default_context(cafile=str(built.site.trust)),
    )
    built.server.wait_for("readiness", lambda: _ready(port, context), READY_SECONDS)
    tell(f"Serving at {built.url} (process {built.server.process.pid}).")


def _ready(port: int, context: ssl.SSLContext) -> bool:
    connection = HTTPSConnection("localhost", port, timeout=ANSWER_SECONDS, context=context)
    try:
        connection.request("GET", "/ready")
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])
