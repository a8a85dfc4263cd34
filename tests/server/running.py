"""`assistor-console serve` as a process of its own over a fresh PostgreSQL database, and what asks it."""

import json
import os
import ssl
import subprocess
import sys
import time
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from http.client import HTTPResponse, HTTPSConnection
from pathlib import Path
from typing import Any
from uuid import uuid4

from assistor_console.composing import key_path
from assistor_console.domain.terms import Role
from assistor_console.requests import wire
from assistor_console.requests.base import Reply, Request
from assistor_console.server.certificates import Files, make_certificates
from assistor_console.store.key_file import read_key
from tests.central import Central
from tests.house.tree import ROOT
from tests.worlds import World

PATIENCE, GLANCE_SECONDS = 30.0, 0.02


@dataclass
class Running:
    """The process, its port, and where it writes its log."""

    process: subprocess.Popen[str]
    port: int
    said: str
    log: Path
    files: Files

    def connect(self) -> HTTPSConnection:
        """A new connection to one of its processes."""
        context = ssl.create_default_context(cafile=str(self.files.authority))
        return HTTPSConnection("localhost", self.port, timeout=PATIENCE, context=context)

    def get(self, path: str, **headers: str) -> HTTPResponse:
        """The answer to a GET on a connection of its own; of a stream its beginning."""
        connection = self.connect()
        connection.request("GET", path, headers={"connection": "close", **headers})
        return connection.getresponse()

    def post(self, request: Request[Reply], token: str = "", **more: str) -> tuple[int, Any]:
        """Status and JSON of the answer to a request."""
        connection = self.connect()
        connection.request("POST", wire.path(type(request)), request.model_dump_json(), headers(token) | more)
        answer = connection.getresponse()
        body = json.loads(answer.read())
        connection.close()
        return answer.status, body

    def children(self) -> list[int]:
        """The ids of the processes that it has started and that serve."""
        pid = self.process.pid
        listed = Path("/proc", str(pid), "task", str(pid), "children").read_text().split()
        return [int(child) for child in listed if "resource_tracker" not in command(int(child))]

    def lines(self) -> list[dict[str, Any]]:
        """What it has logged."""
        return [json.loads(line) for line in self.log.read_text("utf-8").splitlines()]


def hire(made: Central, token: str, role: Role = Role.ASSISTOR) -> str:
    """Somebody who is signed in with this token."""
    key = read_key(key_path(made.owner))
    world = World(made.logins.owner, made.owner.realm, key, datetime.now(UTC))
    world.hire(token, role)
    world.database.close()
    return token


def headers(token: str = "") -> dict[str, str]:
    """A whole envelope."""
    return {
        "authorization": f"Bearer {token}",
        "idempotency-key": str(uuid4()),
        "reply-key": b64encode(bytes(32)).decode(),
        "content-type": "application/json",
    }


def command(pid: int) -> str:
    """The words a process was started with; "" where it is gone."""
    try:
        return Path("/proc", str(pid), "cmdline").read_text().replace("\0", " ")
    except OSError:
        return ""


def until(true: Callable[[], bool], seconds: float = PATIENCE) -> None:
    """Waits until something is so."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it never came"
        time.sleep(GLANCE_SECONDS)


@contextmanager
def serving(made: Central, folder: Path, *words: str, **variables: str) -> Iterator[Running]:
    """Within the block the command serves a prepared database at a free port of this machine; `variables` are
    in its environment."""
    files = make_certificates(folder / "certificates")
    place = ("--data-dir", str(made.owner.data_dir), "--listen", "127.0.0.1:0")
    tls = ("--certificate", str(files.certificate), "--private-key", str(files.private_key))
    program = [sys.executable, "-m", "assistor_console", "serve", "--database", made.logins.serving]
    log = folder / "serve.log"
    own = {key: value for key, value in os.environ.items() if not key.startswith("ASSISTOR_")}
    with log.open("w") as err:
        process = subprocess.Popen(
            [*program, *place, *tls, *words],
            cwd=ROOT,
            env=own | {"ASSISTOR_SETTINGS": os.devnull} | variables,
            stdout=subprocess.PIPE,
            stderr=err,
            text=True,
        )
    try:
        assert process.stdout is not None
        said = process.stdout.readline()
        assert said, log.read_text("utf-8")
        port = int(said.partition("https://127.0.0.1:")[2].split()[0])
        yield Running(process, port, said, log, files)
    finally:
        process.terminate()
        process.wait(PATIENCE)
        assert process.stdout is not None
        process.stdout.close()
