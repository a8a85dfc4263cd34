"""A call centre's practice desk to measure: PostgreSQL, a server process, and the database to look into."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from assistor_console.composing import key_path, pipeline_over, real_time
from assistor_console.desk.local import OperatorDesk
from assistor_console.domain.terms import Realm
from assistor_console.requests.sign_in import Hello
from assistor_console.server.certificates import make_certificates
from assistor_console.settings import Settings
from assistor_console.store.key_file import read_key
from tests import postgres
from tests.benchmarks.frame import Unmeasured
from tests.central import central
from tests.worlds import STAFF, World

_PROGRAM = Path(sys.executable).with_name("assistor-console")
_ENDS_SECONDS = 30


class RunningWorld(World):
    """A world whose practice clock goes on by itself, as at every server of the same database."""

    def __post_init__(self) -> None:
        super().__post_init__()
        library = self.pipeline.library
        self.pipeline = pipeline_over(self.database, real_time)
        self.pipeline.library = library
        self.operator = OperatorDesk(self.pipeline, "operator")

    def desk_time(self) -> datetime:
        """What the desk's clock says (UTC)."""
        return self.send("", Hello()).now


@dataclass(frozen=True, slots=True)
class CentralDesk:
    """`world` works beside the database; `url` and `trust` are what a console is given."""

    world: RunningWorld
    url: str
    trust: Path


@contextmanager
def central_desk(*more: str) -> Iterator[CentralDesk]:
    """A prepared practice database with staff (and these assistors more), served by a process of its own."""
    with TemporaryDirectory(prefix="bench-") as name, postgres.server() as url:
        folder = Path(name)
        with central(url, folder / "desk") as made:
            made.prepare()
            key = read_key(key_path(made.owner))
            world = RunningWorld(made.logins.owner, Realm.PRACTICE, key, datetime.now(UTC))
            for person, (role, office) in STAFF.items():
                world.hire(person, role, office)
            for person in more:
                world.hire(person, STAFF["ana"][0])
            try:
                with _server(made.server, key_path(made.owner)) as (address, trust):
                    yield CentralDesk(world, address, trust)
            finally:
                world.database.close()


@contextmanager
def _server(settings: Settings, key: Path) -> Iterator[tuple[str, Path]]:
    """`assistor-console serve` as an agency starts it, on a free port of this machine."""
    folder = settings.data_dir
    files = make_certificates(folder / "certificates")
    told = folder / "told"
    command = [
        *(str(_PROGRAM), "serve", "--practice", "--data-dir", str(folder), "--key-file", str(key)),
        *("--database", settings.database, "--listen", "127.0.0.1:0"),
        *("--certificate", str(files.certificate), "--private-key", str(files.private_key)),
    ]
    environment = os.environ | {"ASSISTOR_SETTINGS": os.devnull}
    with (
        told.open("wb") as log,
        subprocess.Popen(command, env=environment, stdout=log, stderr=log) as process,
    ):
        try:
            yield _address(process, told), files.authority
        finally:
            process.terminate()
            process.wait(_ENDS_SECONDS)


def _address(process: subprocess.Popen[bytes], told: Path) -> str:
    """Where it says that it listens."""
    until = time.monotonic() + _ENDS_SECONDS
    while (found := re.search(r"https://[^:\s]+:[0-9]+", told.read_text())) is None:
        if process.poll() is not None or time.monotonic() > until:
            raise Unmeasured(f"no server: {told.read_text()}")
        time.sleep(0.05)
    return found[0]
