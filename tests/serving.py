"""The real server with TLS, in a thread of this process, over a pipeline a test has."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from threading import Event, Thread

import uvicorn

from assistor_console.desk.pipeline import Pipeline
from assistor_console.server.app import make_app
from assistor_console.server.certificates import Files, make_certificates
from assistor_console.server.listening import Place, listen

START_SECONDS = 30


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


class _Server(uvicorn.Server):
    """Says when it listens, and catches no signals: it is not alone in its process."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.listens = Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.listens.set()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@cache
def certificates() -> Files:
    """A certificate for this machine's own names, made once a process."""
    return make_certificates(Path(mkdtemp(prefix="certificates-")))


@contextmanager
def served(pipeline: Pipeline, folder: Path) -> Iterator[Address]:
    """Within the block a server answers over HTTPS at a free port of this machine."""
    files = certificates()
    app = make_app(Ready(pipeline))
    config = uvicorn.Config(
        app,
        ssl_certfile=str(files.certificate),
        ssl_keyfile=str(files.private_key),
        log_config=None,
        access_log=False,
        timeout_graceful_shutdown=5,
    )
    with listen(Place("127.0.0.1", 0)) as listening:
        server = _Server(config)
        thread = Thread(target=server.run, args=([listening],), name="server")
        thread.start()
        try:
            assert server.listens.wait(START_SECONDS)
            yield Address(f"https://localhost:{listening.getsockname()[1]}", files.authority)
        finally:
            server.should_exit = True
            app.state.streams.stop()
            thread.join(START_SECONDS)
