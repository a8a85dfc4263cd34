"""Where a server listens, and whether it may do so without TLS."""

import errno
import ipaddress
import os
import socket
from dataclasses import dataclass

from ..domain.errors import Trouble

BACKLOG = 1024


@dataclass(frozen=True, slots=True)
class Place:
    """A host name or address and a port, as `HOST:PORT` or `[HOST]:PORT` says it."""

    host: str
    port: int

    @property
    def loopback(self) -> bool:
        """Whether only this machine can reach it."""
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"

    def url(self, secure: bool) -> str:
        """The address a console is given."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http{'s' if secure else ''}://{host}:{self.port}"


def place(written: str) -> Place:
    """The place that the setting `listen` names."""
    host, _, port = written.rpartition(":")
    return Place(host.removeprefix("[").removesuffix("]"), int(port))


def listen(where: Place) -> socket.socket:
    """A listening socket, to be shared by several processes; port 0 takes a free one.

    Raises Trouble: serve.in_use, serve.cannot_listen.
    """
    at = f"{where.host}:{where.port}"
    try:
        family, _, _, _, address = socket.getaddrinfo(where.host, where.port, type=socket.SOCK_STREAM)[0]
        # Named as TCP, or asyncio leaves Nagle's algorithm on: a long reply then waits 40 ms for its rest.
        made = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    except OSError as failed:
        raise _cannot(at, failed) from None
    try:
        if os.name == "posix":
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            made.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        made.bind(address)
        made.listen(BACKLOG)
    except OSError as failed:
        made.close()
        raise _cannot(at, failed) from None
    return made


def _cannot(at: str, failed: OSError) -> Trouble:
    if failed.errno == errno.EADDRINUSE:
        return Trouble("serve.in_use", at=at)
    return Trouble("serve.cannot_listen", at=at, reason=failed.strerror or type(failed).__name__)
