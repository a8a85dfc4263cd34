"""A peer that says whatever it likes over TLS, and what may come back to it."""

import ssl
import struct
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse
from socket import SO_LINGER, SOL_SOCKET, create_connection
from time import monotonic
from urllib.parse import urlsplit

from assistor_console.domain.terms import Topic
from assistor_console.requests import wire
from assistor_console.requests.base import Envelope
from tests.serving import Address

MARK = "zq7hostile7qz"
"""Stands in whatever is sent; nothing that comes back, and no line of the log, holds it."""
SECONDS = 30.0
HELLO = "/v1/sign_in/hello"
Headers = list[tuple[str, bytes]]


@dataclass(frozen=True, slots=True)
class Answer:
    """What came: status, headers with names in lower case, body."""

    status: int
    headers: dict[str, str]
    body: bytes

    def problem(self) -> wire.Problem:
        """What it says came instead of a reply; ValidationError where it is none."""
        return wire.Problem.model_validate_json(self.body)


class Peer:
    """Opens connections to one server."""

    def __init__(self, address: Address) -> None:
        self._host, self.port = "localhost", urlsplit(address.url).port
        self._context = ssl.create_default_context(cafile=address.trust)

    @contextmanager
    def connected(self) -> Iterator[ssl.SSLSocket]:
        """Within the block a TLS connection is open."""
        plain = create_connection((self._host, self.port), SECONDS)
        with closing(plain), self._context.wrap_socket(plain, server_hostname=self._host) as secure:
            yield secure

    def say(self, data: bytes) -> Answer | None:
        """What comes first in answer to these bytes; None where the server closes without a word."""
        with self.connected() as sock:
            with suppress(OSError):  # it may have heard enough; what it said is still to be read
                sock.sendall(data)
            return heard(sock, data.partition(b" ")[0].decode("latin-1"))

    def serves(self) -> bool:
        """Whether a proper request is answered properly."""
        answer = self.say(post(HELLO))
        return answer is not None and answer.status == 200

    @contextmanager
    def watching(self, *topics: Topic, who: str = "sup", forget: bool = False) -> Iterator[HTTPResponse]:
        """Within the block a live stream is open, its first comment read; whoever forgets just disappears."""
        with self.connected() as sock:
            sock.sendall(watch("&".join(f"topic={topic}" for topic in topics), who))
            response = HTTPResponse(sock)
            response.begin()
            assert (response.status, response.readline(), response.readline()) == (200, b": ready\n", b"\n")
            try:
                yield response
            finally:
                if forget:
                    sock.setsockopt(SOL_SOCKET, SO_LINGER, struct.pack("ii", 1, 0))  # a reset, no farewell
                response.close()

    def until(self, true: Callable[[], bool]) -> None:
        """Asks the server for its health until something is so; AssertionError where it is not in time."""
        end = monotonic() + SECONDS
        while not true():
            assert monotonic() < end, "it never came"
            assert self.say(post("/health", b"", method="GET")) is not None


def heard(sock: ssl.SSLSocket, method: str = "POST") -> Answer | None:
    """The next answer on a connection."""
    response = HTTPResponse(sock, method=method)
    try:
        response.begin()
        names = {name.lower(): value for name, value in response.getheaders()}
        endless = names.get("content-type", "").startswith(wire.EVENTS)
        return Answer(response.status, names, b"" if endless else response.read())
    except (OSError, HTTPException):
        return None
    finally:
        response.close()


def proper(who: str = "ana") -> Headers:
    """The headers of a proper envelope."""
    made = wire.headers(Envelope(who, console=f"console of {who}"))
    return [(name, value.encode("latin-1")) for name, value in made.items()]


def without(name: str, *instead: bytes) -> Headers:
    """A proper envelope but for one header, which comes as often as there are other values."""
    kept = [header for header in proper() if header[0] != name]
    return kept + [(name, value) for value in instead]


def post(
    path: str, body: bytes = b"{}", headers: Headers | None = None, method: str = "POST", length: str = ""
) -> bytes:
    """A request as it goes over the wire; `length` says how long its body claims to be."""
    framed: Headers = [("host", b"localhost"), ("content-length", (length or str(len(body))).encode())]
    lines = [name.encode() + b": " + value for name, value in framed + (headers or proper())]
    return b"\r\n".join([f"{method} {path} HTTP/1.1".encode(), *lines, b"", body])


def watch(query: str, who: str = "sup") -> bytes:
    """A request for a live stream."""
    return post(f"{wire.LIVE}?{query}", b"", proper(who), "GET")


def told(stream: HTTPResponse) -> Iterator[str]:
    """The topics of a stream until it ends; AssertionError where it does not."""
    end = monotonic() + SECONDS
    try:
        while line := stream.readline():
            assert monotonic() < end, "it goes on"
            if line.startswith(b"data: "):
                yield line.removeprefix(b"data: ").strip().decode()
    except (OSError, HTTPException):
        return


def check(answer: Answer | None, *statuses: int) -> None:
    """AssertionError for what no answer may be; `statuses` are those that fit."""
    assert answer is not None
    assert answer.status in statuses, (answer.status, answer.body[:200])
    assert answer.headers.get("cache-control") == "no-store"
    assert MARK not in repr((answer.headers, answer.body))
    if answer.status != 200:
        assert answer.problem().kind is wire.Kind.REFUSED
        assert answer.headers["content-type"] == wire.JSON
