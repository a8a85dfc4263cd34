"""One kept-alive HTTPS connection to a desk elsewhere."""

import socket
import ssl
from collections.abc import Mapping
from contextlib import suppress
from http.client import HTTPException, HTTPResponse, HTTPSConnection
from pathlib import Path
from threading import Lock
from urllib.parse import urlsplit

from ..domain.errors import Trouble

CONNECT_SECONDS = 2.0


class Unreachable(Exception):
    """No answer came. `fresh` says that the connection was new: an old one may have been idle too long."""

    def __init__(self, fresh: bool) -> None:
        super().__init__()
        self.fresh = fresh


def trusting(trust: Path | None) -> ssl.SSLContext:
    """TLS 1.2 or newer, host names checked, against the certificates of a file or the system's.

    Raises Trouble("desk.trust") for a file that cannot be used.
    """
    try:
        context = ssl.create_default_context(cafile=trust)
    except (OSError, ssl.SSLError) as failed:
        reason = getattr(failed, "reason", None) or failed.strerror or type(failed).__name__
        raise Trouble("desk.trust", file=str(trust), reason=str(reason)) from None
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


class Connection:
    """Asks one thing after another; `cut` may be called from any thread and ends a wait."""

    def __init__(self, address: str, context: ssl.SSLContext) -> None:
        """`address` is https://host:port."""
        parts = urlsplit(address)
        self._host, self._port = parts.hostname or "", parts.port or 443
        self._context = context
        self._lock = Lock()
        self._http: HTTPSConnection | None = None
        self._cut = False

    def ask(
        self, method: str, path: str, headers: Mapping[str, str], body: bytes | None, seconds: float
    ) -> HTTPResponse:
        """The head of an answer; Unreachable, or Trouble("desk.certificate") where the desk is not who it
        should be. `seconds` bounds every wait for its next bytes."""
        http, fresh = self._opened()
        try:
            assert http.sock is not None
            http.sock.settimeout(seconds)
            http.request(method, path, body, dict(headers))
            return http.getresponse()
        except (OSError, HTTPException, AssertionError):
            self.drop()
            raise Unreachable(fresh) from None

    def drop(self) -> None:
        """Closes it; the next question opens it anew."""
        with self._lock:
            http, self._http = self._http, None
        if http is not None:
            http.close()

    def cut(self) -> None:
        """Ends it for good, and whatever waits for an answer."""
        with self._lock:
            self._cut = True
            waiting = self._http.sock if self._http else None
        if waiting is not None:
            with suppress(OSError):  # it was closed already
                waiting.shutdown(socket.SHUT_RDWR)

    def _opened(self) -> tuple[HTTPSConnection, bool]:
        if self._http is not None:
            return self._http, False
        http = HTTPSConnection(self._host, self._port, timeout=CONNECT_SECONDS, context=self._context)
        try:
            http.connect()
        except ssl.SSLCertVerificationError as failed:
            raise Trouble("desk.certificate", host=self._host, reason=failed.verify_message) from None
        except (OSError, ValueError):
            raise Unreachable(True) from None
        with self._lock:
            if self._cut:
                http.close()
                raise Unreachable(True)
            self._http = http
        return http, True
