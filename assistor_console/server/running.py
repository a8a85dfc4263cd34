"""One process that serves: uvicorn, ended in order."""

import asyncio
import os
import signal
import socket
import ssl
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from threading import Timer
from typing import Any

import uvicorn
from starlette.applications import Starlette

from .protocol import Config
from .rates import LIMITS, Limits

GRACE_SECONDS = 8
"""How long running requests may still take once the server was asked to end; as long as a console waits."""
LAST_SECONDS = 20.0
"""After so long the process ends whatever still runs: the database rolls back what was not committed."""
KEEP_ALIVE_SECONDS = 75
HANDSHAKE_SECONDS, GOODBYE_SECONDS = 10.0, 1.0
"""How long a peer may take to begin TLS, and to confirm its end."""


class Loop(asyncio.SelectorEventLoop):
    """Does not wait long for peers that neither begin nor end their TLS."""

    async def create_server(self, *arguments: Any, **named: Any) -> asyncio.Server:
        """As the loop's own, with bounds of ours on TLS."""
        if named.get("ssl") is not None:
            named |= {"ssl_handshake_timeout": HANDSHAKE_SECONDS, "ssl_shutdown_timeout": GOODBYE_SECONDS}
        return await super().create_server(*arguments, **named)


class Server(uvicorn.Server):
    """Serves one application; `begun` is called when it listens.

    It ends when one of the signals `ends` comes, or `should_exit` is set: streams at once, running requests
    when they are done, at most GRACE_SECONDS later.
    """

    def __init__(
        self,
        app: Starlette,
        tls: ssl.SSLContext | None = None,
        begun: Callable[[], None] = lambda: None,
        ends: Iterable[signal.Signals] = (),
        limits: Limits = LIMITS,
    ) -> None:
        super().__init__(_config(app, tls, limits))
        self._app, self._begun, self._ends = app, begun, tuple(ends)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Listens."""
        await super().startup(sockets)
        self._begun()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Ends the live streams first: uvicorn waits for whatever is open."""
        self._app.state.streams.stop()
        await super().shutdown(sockets)

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Within the block the signals end the server in order, however often they come."""
        before = {sign: signal.signal(sign, self._asked_to_end) for sign in self._ends}
        try:
            yield
        finally:
            for sign, handler in before.items():
                signal.signal(sign, handler)

    def _asked_to_end(self, *_: object) -> None:
        self.end()

    def end(self) -> None:
        """Begins the end; from any thread."""
        if not self.should_exit:
            self.should_exit = True
            last = Timer(LAST_SECONDS, os._exit, (1,))
            last.daemon = True
            last.start()


def _config(app: Starlette, tls: ssl.SSLContext | None, limits: Limits) -> Config:
    return Config(
        app,
        limits,
        loop=f"{__name__}:Loop",
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=True,
        forwarded_allow_ips=["127.0.0.1", "::1"],
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=GRACE_SECONDS,
        ssl_context_factory=(lambda *_: tls) if tls else None,
    )
