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
_PROBES = {"TCP_KEEPIDLE": 4, "TCP_KEEPINTVL": 2, "TCP_KEEPCNT": 3, "TCP_USER_TIMEOUT": 8_000}
"""What tells a machine that is gone from a desk that lets a sign-in wait for its turn: the other end's system
answers probes however busy the desk is. Seconds and a number, the last in milliseconds; about 10 s in all."""


class Unreachable(Exception):
    """No answer came. `fresh` says that the connection was new: an old one may have been idle too long."""

    def __init__(self, fresh: bool) -> None:
        super().__init__()
        self.fresh = fresh


def trusting(trust: Path | None) -> ssl.SSLContext:
    """TLS 1.2 or newer, host names checked, against the certificates of a file or the system's.

    Raises Trouble("desk.trust") for a file that cannot be used.
    """
    # By hand: the ready-made context writes its secrets to the file that SSLKEYLOGFILE names.
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    try:
        if trust is None:
            context.load_default_certs()
        else:
            context.load_verify_locations(trust)
    except (OSError, ssl.SSLError) as failed:
        reason = getattr(failed, "reason", None) or failed.strerror or type(failed).__name__
        raise Trouble("desk.trust", file=str(trust), reason=str(reason)) from None
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
        self._socket: socket.socket | None = None
        self._cut = False

    def ask(
        self, method: str, path: str, headers: Mapping[str, str], body: bytes | None, seconds: float
    ) -> HTTPResponse:
        """The head of an answer; Unreachable, or Trouble("desk.certificate") where the desk is not who it
        should be. `seconds` bounds every wait for its next bytes."""
        http, fresh = self._opened()
        try:
            http.sock.settimeout(seconds)
            http.request(method, path, body, dict(headers))
            return http.getresponse()
        except (OSError, HTTPException, ValueError):
            self.drop()
            raise Unreachable(fresh) from None

    def drop(self) -> None:
        """Closes it; the next question opens it anew. Only for the thread that asks."""
        with self._lock:
            http, self._http, self._socket = self._http, None, None
        if http is not None:
            http.close()

    def cut(self) -> None:
        """Ends it for good, and whatever waits for its other end."""
        with self._lock:
            self._cut = True
            if self._socket is not None:
                with suppress(OSError):  # it is not connected yet, or no longer
                    # Not TLS's own shutdown: that would take away what another thread reads from.
                    socket.socket.shutdown(self._socket, socket.SHUT_RDWR)

    def _opened(self) -> tuple[HTTPSConnection, bool]:
        if self._http is not None and self._http.sock is not None:
            return self._http, False
        self.drop()  # the desk may have said that it closes it
        sock = self._connected()
        http = HTTPSConnection(self._host, self._port, context=self._context)
        http.auto_open, http.sock = 0, sock
        with self._lock:
            self._http = http
        return http, True

    def _connected(self) -> ssl.SSLSocket:
        """A socket to the first address that takes one."""
        try:
            found = socket.getaddrinfo(self._host, self._port, type=socket.SOCK_STREAM)
        except (OSError, ValueError):
            raise Unreachable(True) from None
        for family, _, _, _, address in found:
            try:
                return self._tried(family, address)
            except ssl.SSLCertVerificationError as failed:
                raise Trouble("desk.certificate", host=self._host, reason=failed.verify_message) from None
            except (OSError, ValueError):
                pass
        raise Unreachable(True)

    def _tried(self, family: int, address: object) -> ssl.SSLSocket:
        """TCP and TLS together on one socket, which `cut` knows from the beginning."""
        sock = self._context.wrap_socket(
            socket.socket(family, socket.SOCK_STREAM), server_hostname=self._host
        )
        try:
            self._known(sock)
            sock.settimeout(CONNECT_SECONDS)
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
            for name in _PROBES.keys() & vars(socket).keys():  # as far as this system knows them
                sock.setsockopt(socket.IPPROTO_TCP, getattr(socket, name), _PROBES[name])
            sock.connect(address)  # type: ignore[arg-type]
            self._known(sock)
        except BaseException:
            with self._lock:
                self._socket = None
                sock.close()
            raise
        return sock

    def _known(self, sock: socket.socket) -> None:
        with self._lock:
            if self._cut:
                raise ConnectionAbortedError
            self._socket = sock
