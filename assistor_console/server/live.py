"""The live stream: topics as somebody touches them, as server-sent events; never data."""

import asyncio
import time
from collections.abc import AsyncGenerator, Callable, Iterable

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request as Http
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from ..desk.pipeline import Pipeline
from ..domain.errors import Refused, Trouble, refused
from ..domain.terms import Topic
from ..requests import wire
from .answers import problem
from .rates import Rates

HEARTBEAT_SECONDS = 1.0
LOOK_AGAIN_SECONDS = 30.0
"""How long a session that has ended may go on listening to topics."""
_HEADERS = {"cache-control": "no-store", "x-accel-buffering": "no"}


class Streams:
    """The open live streams of this process; `stop` ends them all."""

    def __init__(self, pipeline: Pipeline, lane: CapacityLimiter, rates: Rates) -> None:
        self._pipeline, self._lane, self._rates = pipeline, lane, rates
        self._open: dict[int, asyncio.Queue[Topic | None]] = {}
        self._stopped = False

    @property
    def count(self) -> int:
        """How many are open."""
        return len(self._open)

    async def live(self, http: Http) -> Response:
        """A stream of the topics that are asked for; what its session may not watch is refused."""
        token = http.headers.get(wire.AUTHORIZATION, "").removeprefix("Bearer").strip()
        try:
            wire.check_console(http.headers)
            topics = frozenset(map(Topic, http.query_params.getlist("topic")))
            await self._may(token, topics)
        except ValueError:
            return problem(refused("request.malformed", where="topic"))
            self._rates.begin_stream(token)
        except (Refused, Trouble) as no:
            return problem(no)
        return _Stream(self._events(token, topics), lambda: self._rates.end_stream(token))

    def stop(self) -> None:
        """Ends every stream, and those that begin later."""
        self._stopped = True
        for queue in self._open.values():
            queue.put_nowait(None)

    async def _may(self, token: str, topics: Iterable[Topic]) -> None:
        await to_thread.run_sync(self._pipeline.may_watch, token, topics, limiter=self._lane)

    async def _events(self, token: str, topics: frozenset[Topic]) -> AsyncGenerator[str, None]:
        queue: asyncio.Queue[Topic | None] = asyncio.Queue()
        leave = self._pipeline.board.listen(topics, _from_any_thread(queue))
        self._open[id(queue)] = queue
        looked = time.monotonic()
        try:
            yield ": ready\n\n"
            while not self._stopped:
                touched = await _next(queue)
                if None in touched:
                    return
                yield "".join(f"data: {topic}\n\n" for topic in sorted(filter(None, touched))) or ":\n\n"
                if time.monotonic() - looked > LOOK_AGAIN_SECONDS:
                    await self._may(token, topics)
                    looked = time.monotonic()
        except (Refused, Trouble):
            return  # the console connects again and is told why
        finally:
            leave()
            self._open.pop(id(queue), None)


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


def _from_any_thread(queue: "asyncio.Queue[Topic | None]") -> Callable[[Topic], None]:
    loop = asyncio.get_running_loop()

    def put(topic: Topic) -> None:
        if not loop.is_closed():
            loop.call_soon_threadsafe(queue.put_nowait, topic)

    return put


async def _next(queue: "asyncio.Queue[Topic | None]") -> set[Topic | None]:
    """What was touched since, each topic once; nothing when a heartbeat is due. None is the end."""
    try:
        found = {await asyncio.wait_for(queue.get(), HEARTBEAT_SECONDS)}
    except TimeoutError:
        return set()
    while not queue.empty():
        found.add(queue.get_nowait())
    return found
