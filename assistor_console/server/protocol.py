"""HTTP on one connection, with bounds on what a peer may hold: connections, its head, and its time for it."""

from asyncio import TimerHandle, Transport
from collections import Counter
from typing import Any

import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from ..domain.errors import refused
from .answers import problem
from .rates import Limits

HEAD_SECONDS = 10.0
"""How long a request's first line and headers may take to arrive, counted from their first byte."""
MOST_HEAD_BYTES = 16_384
_BAD = "Invalid HTTP request received."
_MALFORMED = problem(refused("request.malformed", where=""), 400)


class Config(uvicorn.Config):
    """uvicorn's, with our limits and how many connections each address has."""

    def __init__(self, app: Any, limits: Limits, **settings: Any) -> None:
        super().__init__(app, http=Protocol, **settings)
        self.limits = limits
        self.held: Counter[str] = Counter()


class Protocol(HttpToolsProtocol):
    """A connection beyond a limit is closed at once; one whose request does not come is, after a while."""

    config: Config
    _address = ""
    _head = _grown = 0
    _late: TimerHandle | None = None

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]
        """A peer has come."""
        super().connection_made(transport)
        limits, held = self.config.limits, self.config.held
        self._address = self.client[0] if self.client else ""
        held[self._address] += 1
        if held.total() > limits.connections or held[self._address] > limits.connections_of_address:
            transport.abort()
            return
        self._expect()

    def connection_lost(self, exc: Exception | None) -> None:
        """The peer is gone."""
        self._arrived()
        held = self.config.held
        held[self._address] -= 1
        if held[self._address] <= 0:
            del held[self._address]
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Something came; a head that is still not whole must not grow for ever."""
        super().data_received(data)
        if self._idle() and not self.transport.is_closing():
            self._head += len(data)
            self._expect()
            if self._head > MOST_HEAD_BYTES:
                self.send_400_response(_BAD)

    def send_400_response(self, msg: str) -> None:
        """What is no HTTP is answered as everything else, and the connection closed."""
        if self.cycle is not None and self.cycle.response_started and not self.cycle.response_complete:
            self.transport.close()  # in the middle of an answer a second one would be taken for its rest
            return
        body = _MALFORMED.body
        head = b"HTTP/1.1 400 Bad Request\r\ncontent-length: %d\r\nconnection: close\r\n" % len(body)
        lines = (b"%s: %s\r\n" % pair for pair in _MALFORMED.raw_headers if pair[0] != b"content-length")
        self.transport.write(b"".join((head, *lines, b"\r\n", bytes(body))))
        self.transport.close()

    def on_url(self, url: bytes) -> None:
        """A piece of the first line."""
        self._grow(len(url))
        super().on_url(url)

    def on_header(self, name: bytes, value: bytes) -> None:
        """A header; a ValueError is answered with 400."""
        self._grow(len(name) + len(value))
        super().on_header(name, value)

    def on_headers_complete(self) -> None:
        """The head is whole."""
        self._arrived()
        self._grown = self._head = 0
        super().on_headers_complete()

    def _grow(self, more: int) -> None:
        self._grown += more
        if self._grown > MOST_HEAD_BYTES:
            raise ValueError("head")

    def _idle(self) -> bool:
        """Whether no request is under way whose head has come, and no wait for the next one is."""
        waiting = self.cycle is None or self.cycle.response_complete
        return waiting and self.timeout_keep_alive_task is None

    def _expect(self) -> None:
        if self._late is None:
            self._late = self.loop.call_later(HEAD_SECONDS, self.transport.abort)

    def _arrived(self) -> None:
        if self._late is not None:
            self._late.cancel()
            self._late = None
