"""A wire between a console and a server on this machine that fails when and where a test says.

    with flaky(port) as wire:
        wire.fail(Fault.CUT_AFTER)      # the next request is done, its answer is lost
        wire.away()                     # nobody gets through
        wire.back()

It moves bytes only, so TLS goes through it. Faults other than `away` hit what is sent after they were armed:
bytes of the console beyond those of the handshake count as a request.
"""

import socket
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from threading import Condition, Event, Thread

CHUNK = 65_536
_APPLICATION_DATA = 23
SECONDS = 20.0
"""How long anything of a test may take."""


class Fault(StrEnum):
    """What happens to one request."""

    REFUSE = "the next connection is not taken"
    CUT_BEFORE = "the connection ends before the server has the request"
    CUT_AFTER = "the server has done it and its answer is lost"
    CUT_IN_ANSWER = "the connection ends within the answer"
    DELAY = "the answer is late"
    HANG = "the answer never comes"


_LOSING = frozenset({Fault.CUT_AFTER, Fault.CUT_IN_ANSWER, Fault.HANG})


class Flaky:
    """Passes bytes from its own port to another's, but for the faults in its queue.

    An answer is there when its first bytes are: what was asked is done then.
    """

    def __init__(self, port: int) -> None:
        self._to = ("127.0.0.1", port)
        self._change = Condition()
        self._faults: deque[Fault] = deque()
        self._open: set[socket.socket] = set()
        self._threads: list[Thread] = []
        self._is_away = self._ended = self._holding = False
        self.taken = self.failed = 0
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self._start(self._take)

    @property
    def url(self) -> str:
        """Where a console finds it."""
        return f"https://localhost:{self.port}"

    @property
    def open(self) -> int:
        """How many ends of connections are open."""
        with self._change:
            return len(self._open)

    def fail(self, *faults: Fault) -> None:
        """What happens to the next requests, one fault each."""
        with self._change:
            self._faults.extend(faults)

    @property
    def leads_to(self) -> int:
        """The port of the server it leads to."""
        return self._to[1]

    def lead_to(self, port: int) -> None:
        """From now on it leads to another server."""
        self._to = ("127.0.0.1", port)

    def away(self) -> None:
        """Every connection ends, and none gets through."""
        with self._change:
            self._is_away = True
        self.cut()

    def back(self) -> None:
        """Everything goes through again."""
        with self._change:
            self._is_away = self._holding = False
            self._faults.clear()
            self._change.notify_all()

    def hold(self) -> None:
        """From now on nothing passes, without a word, until `back`."""
        with self._change:
            self._holding = True

    def cut(self) -> None:
        """Every connection ends."""
        with self._change:
            for one in self._open:
                with suppress(OSError):
                    one.shutdown(socket.SHUT_RDWR)

    def wait_for(self, what: Callable[[], bool]) -> bool:
        """Waits until something that this counts is so."""
        with self._change:
            return self._change.wait_for(what, SECONDS)

    def end(self) -> None:
        """Nothing goes on."""
        with self._change:
            self._ended = True
            self._change.notify_all()
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self.cut()
        for thread in self._threads:
            thread.join(SECONDS)

    def _start(self, work: Callable[..., None], *given: object) -> None:
        thread = Thread(target=work, args=given, name="flaky", daemon=True)
        self._threads.append(thread)
        thread.start()

    def _take(self) -> None:
        while True:
            try:
                near, _ = self._listening.accept()
            except OSError:
                return
            with self._change:
                self.taken += 1
                self._change.notify_all()
            if self._refuses():
                near.close()
                continue
            try:
                far = socket.create_connection(self._to)
            except OSError:  # the server itself is away
                near.close()
                continue
            with self._change:
                self._open |= {near, far}
            self._start(_Passing(self, near, far).run)

    def _refuses(self) -> bool:
        with self._change:
            if self._faults and self._faults[0] is Fault.REFUSE:
                self._popped()
                return True
            return self._is_away or self._ended

    def _popped(self) -> Fault:
        self.failed += 1
        self._change.notify_all()
        return self._faults.popleft()

    def fault(self) -> Fault | None:
        """What shall happen to a request that has just come."""
        with self._change:
            wanted = bool(self._faults) and self._faults[0] is not Fault.REFUSE
            return self._popped() if wanted else None

    def refusing_next(self) -> bool:
        """Whether an old connection must end so that the next request comes on a new one."""
        with self._change:
            return bool(self._faults) and self._faults[0] is Fault.REFUSE

    def held(self) -> None:
        """Waits while nothing passes."""
        with self._change:
            self._change.wait_for(lambda: not self._holding or self._ended)

    def hang(self) -> None:
        """Waits until everything goes through again."""
        with self._change:
            self._holding = True
        self.held()

    def late(self, seconds: float) -> None:
        """Waits a while."""
        with self._change:
            self._change.wait_for(lambda: self._ended, seconds)

    def left(self, *ends: socket.socket) -> None:
        """A connection is over."""
        with self._change:
            for one in ends:
                with suppress(OSError):
                    one.shutdown(socket.SHUT_RDWR)
                one.close()
                self._open.discard(one)
            self._change.notify_all()


class _Passing:
    """One connection: the console's bytes on one thread, the server's on another."""

    def __init__(self, wire: Flaky, near: socket.socket, far: socket.socket) -> None:
        self._wire, self._near, self._far = wire, near, far
        self._shaken = self._asking = self._lost = False
        self._tickets = Event()
        self._after: Fault | None = None

    def run(self) -> None:
        """Until either end is closed."""
        back = Thread(target=self._answers, name="flaky back", daemon=True)
        back.start()
        with suppress(OSError):
            self._requests()
        for end in (self._near, self._far):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
        back.join(SECONDS)
        self._wire.left(self._near, self._far)

    def _requests(self) -> None:
        seen = b""
        while data := self._near.recv(CHUNK):
            self._wire.held()
            if self._lost:  # the rest of what was asked here is no other request
                return
            if not self._shaken:
                seen += data
                data = self._handshake(seen, data)
            if self._shaken and data and not self._asking:
                self._asking = True
                if self._wire.refusing_next():
                    return
                self._after = self._wire.fault()
                if self._after is Fault.CUT_BEFORE:
                    return
            self._far.sendall(data)

    def _handshake(self, seen: bytes, data: bytes) -> bytes:
        """Passes a handshake on; what follows it (records of application data after the first) is a request.

        In TLS 1.3 a console's first record of application data is its Finished; the server says then,
        unasked, how to come back, which is no answer.
        """
        finished = next((end for kind, end in _records(seen) if kind == _APPLICATION_DATA), None)
        if finished is None:
            return data
        self._shaken = True
        before = len(seen) - len(data)
        self._far.sendall(seen[before:finished])
        self._tickets.wait(SECONDS)
        return seen[max(finished, before) :]

    def _answers(self) -> None:
        with suppress(OSError):
            while data := self._far.recv(CHUNK):
                self._wire.held()
                if not (self._answer(data) if self._tickets.is_set() else self._shaking(data)):
                    break
        for end in (self._near, self._far):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def _shaking(self, data: bytes) -> bool:
        self._near.sendall(data)
        if self._shaken:
            self._tickets.set()
        return True

    def _answer(self, data: bytes) -> bool:
        fault, self._after = self._after, None
        self._lost = fault in _LOSING
        self._asking = False
        if fault is Fault.CUT_AFTER:
            return False
        if fault is Fault.CUT_IN_ANSWER:
            self._near.sendall(data[: len(data) // 2])
            return False
        if fault is Fault.DELAY:
            self._wire.late(0.3)
        if fault is Fault.HANG:
            self._wire.hang()
            return False
        self._near.sendall(data)
        return True


def _records(seen: bytes) -> list[tuple[int, int]]:
    """The whole TLS records in these bytes: the type of each and where it ends."""
    found: list[tuple[int, int]] = []
    at = 0
    while at + 5 <= len(seen):
        end = at + 5 + int.from_bytes(seen[at + 3 : at + 5], "big")
        if end > len(seen):
            break
        found.append((seen[at], end))
        at = end
    return found


@contextmanager
def flaky(port: int) -> Iterator[Flaky]:
    """A wire to a port, ended with the block."""
    wire = Flaky(port)
    try:
        yield wire
    finally:
        wire.end()
