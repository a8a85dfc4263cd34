"""The live stream: topics as somebody touches them, as server-sent events; never data."""

import asyncio
import time
from collections.abc import AsyncGenerator, Callable, Iterable
from contextlib import suppress
from threading import Lock

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request as Http
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from ..desk.pipeline import Pipeline
from ..domain.errors import Refused, Trouble, refused
from ..domain.terms import Topic
from ..requests import wire
from .answers import check_once, problem
from .rates import Rates

HEARTBEAT_SECONDS = 1.0
LOOK_AGAIN_SECONDS = 30.0
"""How long a session that has ended may go on listening to topics."""
_HEADERS = {"cache-control": "no-store", "x-accel-buffering": "no"}


class Streams:
    """The open live streams of this process; `stop` ends them all."""

    def __init__(
        self,
        pipeline: Pipeline,
        lane: CapacityLimiter,
        rates: Rates,
        look_again: float = LOOK_AGAIN_SECONDS,
    ) -> None:
        self._pipeline, self._lane, self._rates = pipeline, lane, rates
        self._look_again = look_again
        self._open: set[_Touched] = set()
        self._stopped = False

    @property
    def count(self) -> int:
        """How many are open."""
        return len(self._open)

    async def live(self, http: Http) -> Response:
        """A stream of the topics that are asked for; what its session may not watch is refused."""
        token = wire.token(http.headers)
        try:
            wire.check_console(http.headers)
            check_once(http)
            topics = _topics(http)
            await self._may(token, topics)
            self._rates.begin_stream(token)
        except (Refused, Trouble) as no:
            return problem(no)
        touched = _Touched()  # listening before the answer begins: what happens then is told, too
        leave = self._pipeline.board.listen(topics, touched.add)
        self._open.add(touched)

        def left() -> None:
            leave()
            self._open.discard(touched)

        def ended() -> None:
            left()  # of a stream, too, that nobody began to read
            self._rates.end_stream(token)

        return _Stream(self._events(token, topics, touched, left), ended)

    def stop(self) -> None:
        """Ends every stream, and those that begin later."""
        self._stopped = True
        for touched in self._open:
            touched.end()

    async def _may(self, token: str, topics: Iterable[Topic]) -> None:
        await to_thread.run_sync(self._pipeline.may_watch, token, topics, limiter=self._lane)

    async def _events(
        self, token: str, topics: frozenset[Topic], touched: "_Touched", left: Callable[[], None]
    ) -> AsyncGenerator[str, None]:
        looked = time.monotonic()
        try:
            yield ": ready\n\n"
            while not self._stopped:
                told = await touched.next()
                if time.monotonic() - looked >= self._look_again:
                    await self._may(token, topics)
                    looked = time.monotonic()
                if not self._stopped:
                    yield "".join(f"data: {topic}\n\n" for topic in told) or ":\n\n"
        except (Refused, Trouble):
            return  # the console connects again and is told why
        finally:
            left()


class _Stream(StreamingResponse):
    """Server-sent events; `ended` is called when they have ended, whichever way."""

    def __init__(self, events: AsyncGenerator[str, None], ended: Callable[[], None]) -> None:
        super().__init__(events, 200, _HEADERS, wire.EVENTS)
        self._ended = ended

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Sends them."""
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._ended()


def _topics(http: Http) -> frozenset[Topic]:
    """What is asked for, at least one."""
    with suppress(ValueError):
        if topics := frozenset(map(Topic, http.query_params.getlist("topic"))):
            return topics
    raise refused("request.malformed", where="topic")


class _Touched:
    """What was touched and is not told yet, each topic once: it does not grow, however slowly it is read."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._topics: set[Topic] = set()
        self._lock = Lock()
        self._some = asyncio.Event()

    def add(self, topic: Topic) -> None:
        """Somebody touched it; from any thread."""
        with self._lock:
            known = bool(self._topics)
            self._topics.add(topic)
        if not known:
            with suppress(RuntimeError):  # the loop has ended, and nobody listens any more
                self._loop.call_soon_threadsafe(self._some.set)

    def end(self) -> None:
        """Ends the wait for the next."""
        self._some.set()

    async def next(self) -> list[Topic]:
        """What was touched since; nothing when a heartbeat is due or the end was asked for."""
        with suppress(TimeoutError):
            async with asyncio.timeout(HEARTBEAT_SECONDS):
                await self._some.wait()
        with self._lock:
            self._some.clear()
            touched, self._topics = self._topics, set()
        return sorted(touched)
