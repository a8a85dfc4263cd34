"""The real server with TLS, in a thread of this process, over a pipeline a test has."""

import asyncio
import atexit
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from shutil import rmtree
from socket import socket
from tempfile import mkdtemp
from threading import Event, Thread

from assistor_console.desk.pipeline import Pipeline
from assistor_console.server.app import make_app
from assistor_console.server.certificates import Files, make_certificates
from assistor_console.server.listening import Place, listen
from assistor_console.server.live import LOOK_AGAIN_SECONDS
from assistor_console.server.rates import Limits
from assistor_console.server.running import GRACE_SECONDS, Server
from assistor_console.server.tls import context

START_SECONDS, STOP_SECONDS = 60, 120
GLANCE_SECONDS = 0.005


@dataclass(frozen=True)
class Address:
    """Where a console finds the server, and what it trusts."""

    url: str
    trust: Path


@dataclass(frozen=True)
class Ready:
    """A desk whose database can always be used."""

    pipeline: Pipeline

    def ready(self) -> bool:
        return True

    def unsealed(self) -> float:
        return 0.0


FREE = Limits(*(1_000_000 for _ in fields(Limits)))
"""No test meets a limit that it does not ask for."""


@cache
def certificates() -> Files:
    """A certificate for this machine's own names, made once a process."""
    folder = mkdtemp(prefix="certificates-")
    atexit.register(rmtree, folder, ignore_errors=True)
    return make_certificates(Path(folder))


class Prompt(Server):
    """Ends as the server does, in the same order, without the tenths of a second that uvicorn sleeps in:
    a process may take them, a thousand tests may not."""

    async def main_loop(self) -> None:
        """Looks often whether it is to end."""
        while not await self.on_tick(1):
            await asyncio.sleep(GLANCE_SECONDS)

    async def shutdown(self, sockets: list[socket] | None = None) -> None:
        """Streams first, then whoever still waits for a reply."""
        self._app.state.streams.stop()
        for server in self.servers:
            server.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        ends = asyncio.get_running_loop().time() + GRACE_SECONDS
        while self.server_state.connections or self.server_state.tasks:
            if asyncio.get_running_loop().time() > ends:
                return
            await asyncio.sleep(GLANCE_SECONDS)


@contextmanager
def served(
    pipeline: Pipeline, folder: Path, limits: Limits = FREE, look_again: float = LOOK_AGAIN_SECONDS
) -> Iterator[Address]:
    """Within the block a server answers over HTTPS at a free port of this machine."""
    files, listens = certificates(), Event()
    tls = context(files.certificate, files.private_key)
    tls.num_tickets = 1  # several may come in several pieces: a wire that fails would take one for an answer
    with listen(Place("127.0.0.1", 0)) as listening:
        app = make_app(Ready(pipeline), limits, look_again=look_again)
        server = Prompt(app, tls, listens.set, limits=limits)
        thread = Thread(target=server.run, args=([listening],), name="server")
        thread.start()
        try:
            assert listens.wait(START_SECONDS)
            yield Address(f"https://localhost:{listening.getsockname()[1]}", files.authority)
        finally:
            server.should_exit = True
            thread.join(STOP_SECONDS)
