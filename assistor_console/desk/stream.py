"""The live stream of a desk elsewhere: topics, read from connections of their own, through every break."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse
from random import uniform
from threading import Event, Lock
from time import monotonic
from urllib.parse import urlencode

from .. import __version__
from ..domain.errors import Refused, Trouble
from ..domain.terms import Topic
from ..requests import wire
from .connection import Connection, Unreachable
from .exchange import MOST_BYTES, Answer
from .keeper import Keeper

SILENCE_SECONDS = 3.0
"""A desk that is here sends a heartbeat each second."""
FIRST_PAUSE, LONGEST_PAUSE = 0.1, 2.0
"""Seconds between two tries to connect, spread so that consoles come back one by one."""
_DATA = b"data: "


@dataclass(frozen=True, slots=True)
class Stream:
    """A live stream and the connection it comes on."""

    connection: Connection
    response: HTTPResponse


class Streams:
    """The watches of one console. What they find out of the desk, here or away, the keeper is told."""

    def __init__(self, connect: Callable[[], Connection], keeper: Keeper) -> None:
        self._connect, self._keeper = connect, keeper
        self._closed = Event()
        self._lock = Lock()
        self._session = Event()
        self._open: set[Connection] = set()
        self._unread: set[Connection] = set()

    def close(self) -> None:
        """Ends every watch, and those that begin later."""
        self._closed.set()
        self.leave()

    def leave(self) -> None:
        """Ends every watch: the session is over."""
        with self._lock:
            self._session.set()
            if not self._closed.is_set():
                self._session = Event()
            for connection in self._open:
                connection.cut()
            unread = list(self._unread)
        for connection in unread:  # nobody is there to drop it
            self._left(connection)

    def watch(self, token: str, topics: tuple[Topic, ...]) -> Iterator[Topic]:
        """Every topic once whenever a stream begins, then those that are touched.

        Raises, at once or from the iterator, Refused where the session may not watch or is over, and
        Trouble("desk.certificate").
        """
        first, over = None, self._session
        try:
            first = self._begun(token, topics)
            with self._lock:
                self._unread.add(first.connection)
        except Unreachable:
            self._keeper.away()
        return self._through_breaks(first, over, token, topics)

    def _through_breaks(
        self, stream: Stream | None, over: Event, token: str, topics: tuple[Topic, ...]
    ) -> Iterator[Topic]:
        pause = FIRST_PAUSE
        while not over.is_set():
            began = monotonic()
            if stream is not None:
                try:
                    self._reads(stream)
                    yield from topics
                    yield from self._read(stream.response)
                finally:
                    self._left(stream.connection)
            if monotonic() - began > LONGEST_PAUSE:
                pause = FIRST_PAUSE
            over.wait(uniform(pause / 2, pause))
            pause = min(2 * pause, LONGEST_PAUSE)
            stream = None if over.is_set() else self._begun_again(token, topics)

    def _reads(self, stream: Stream) -> None:
        with self._lock:
            self._unread.discard(stream.connection)

    def _begun_again(self, token: str, topics: tuple[Topic, ...]) -> Stream | None:
        try:
            return self._begun(token, topics)
        except Unreachable:
            self._keeper.away()
            return None

    def _begun(self, token: str, topics: tuple[Topic, ...]) -> Stream:
        """A stream that has begun; what fails on the way leaves nothing open."""
        connection = self._connected()
        try:
            stream = Stream(connection, self._asked(connection, token, topics))
        except BaseException:
            self._left(connection)
            raise
        self._keeper.back()
        return stream

    def _connected(self) -> Connection:
        connection = self._connect()
        with self._lock:
            self._open.add(connection)
            if self._closed.is_set():
                connection.cut()
        return connection

    def _left(self, connection: Connection) -> None:
        with self._lock:
            self._open.discard(connection)
            self._unread.discard(connection)
        connection.drop()

    def _asked(self, connection: Connection, token: str, topics: tuple[Topic, ...]) -> HTTPResponse:
        path = f"{wire.LIVE}?{urlencode([('topic', topic.value) for topic in topics])}"
        headers = {wire.AUTHORIZATION: f"Bearer {token}", wire.CONSOLE_VERSION: __version__}
        response = connection.ask("GET", path, headers, None, SILENCE_SECONDS)
        if response.status == 200:
            return response
        try:
            problem = Answer(response.status, response.read(MOST_BYTES)).problem()
        except (OSError, HTTPException):
            raise Unreachable(True) from None
        except Trouble as told:
            raise Unreachable(True) from told
        assert problem is not None
        error = wire.error(problem)
        if isinstance(error, Refused) and error.refusal.rule != "request.too_many":
            raise error
        raise Unreachable(True)

    def _read(self, response: HTTPResponse) -> Iterator[Topic]:
        """Topics until the stream breaks or is silent; topics of a newer desk are passed over."""
        while True:
            try:
                line = response.readline(1024)
            except TimeoutError:
                self._keeper.away()
                return
            except (OSError, HTTPException, ValueError):
                return
            if not line:
                return
            if line.startswith(_DATA):
                name = line[len(_DATA) :].strip().decode(errors="replace")
                if name in set(Topic):
                    yield Topic(name)
