"""A peer that says whatever it likes over TLS, and what may come back to it."""

import ssl
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse
from socket import create_connection
from urllib.parse import urlsplit

from assistor_console.requests import wire
from assistor_console.requests.base import Envelope
from tests.serving import Address

MARK = "zq7hostile7qz"
"""Stands in whatever is sent; nothing that comes back, and no line of the log, holds it."""
SECONDS = 10.0
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


def heard(sock: ssl.SSLSocket, method: str = "POST") -> Answer | None:
    """The next answer on a connection."""
    response = HTTPResponse(sock, method=method)
    try:
        response.begin()
        names = {name.lower(): value for name, value in response.getheaders()}
        return Answer(response.status, names, response.read())
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


def check(answer: Answer | None, *statuses: int) -> None:
    """AssertionError for what no answer may be; `statuses` are those that fit."""
    assert answer is not None
    assert answer.status in statuses, (answer.status, answer.body[:200])
    assert answer.headers.get("cache-control") == "no-store"
    assert MARK not in repr((answer.headers, answer.body))
    if answer.status != 200:
        assert answer.problem().kind is wire.Kind.REFUSED
        assert answer.headers["content-type"] == wire.JSON
