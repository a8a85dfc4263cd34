"""A cable between a console and a server on this machine, which can be pulled and put back."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Lock, Thread

CHUNK = 65_536


class Relay:
    """Passes bytes both ways between its own port and another's; after `cut` nobody gets through."""

    def __init__(self, port: int) -> None:
        self._to = ("127.0.0.1", port)
        self._lock = Lock()
        self._open: list[socket.socket] = []
        self._listening = self._listen(0)
        self.port: int = self._listening.getsockname()[1]

    def cut(self) -> None:
        """The cable is pulled: every connection ends, and none is taken."""
        with self._lock:
            for one in (self._listening, *self._open):
                with suppress(OSError):
                    one.shutdown(socket.SHUT_RDWR)
                one.close()
            self._open.clear()

    def mend(self) -> None:
        """It is plugged in again."""
        self._listening = self._listen(self.port)

    def _listen(self, port: int) -> socket.socket:
        listening = socket.create_server(("127.0.0.1", port), reuse_port=False)
        Thread(target=self._take, args=(listening,), name="relay", daemon=True).start()
        return listening

    def _take(self, listening: socket.socket) -> None:
        while True:
            try:
                near, _ = listening.accept()
            except OSError:
                return
            far = socket.create_connection(self._to)
            with self._lock:
                if listening.fileno() < 0:
                    near.close()
                    far.close()
                    return
                self._open += [near, far]
            for one, other in ((near, far), (far, near)):
                Thread(target=_pass, args=(one, other), name="relay pass", daemon=True).start()


def _pass(one: socket.socket, other: socket.socket) -> None:
    with suppress(OSError):
        while data := one.recv(CHUNK):
            other.sendall(data)
    for end in (one, other):
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)


@contextmanager
def relayed(port: int) -> Iterator[Relay]:
    """A cable to a port, pulled at the end."""
    relay = Relay(port)
    try:
        yield relay
    finally:
        relay.cut()
