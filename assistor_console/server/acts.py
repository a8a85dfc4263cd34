"""Requests over HTTPS: read envelope and body, let the pipeline answer on a thread of the right lane."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from dataclasses import dataclass, field
from threading import Event
from typing import Any

from anyio import CapacityLimiter, to_thread
from pydantic import ValidationError
from starlette.requests import ClientDisconnect
from starlette.requests import Request as Http
from starlette.responses import Response, StreamingResponse
from starlette.types import Scope

from ..desk.pipeline import AT_ONCE, Pipeline
from ..domain.errors import AlreadyDone, Cancelled, Refused, Trouble, refused
from ..requests import wire
from ..requests.base import Envelope, Reply, Request, Trial
from ..requests.sign_in import Hello
from .answers import CODE, answer, check_once, code_of, malformed, problem

MOST_BYTES = 65_536
BODY_SECONDS = 10
PLAIN_THREADS, LONG_THREADS = 32, 2
Kind = type[Request[Reply]]


@dataclass(frozen=True, slots=True)
class Lanes:
    """How many requests of a sort run at once: who waits to test a password keeps nobody else waiting."""

    plain: CapacityLimiter = field(default_factory=lambda: CapacityLimiter(PLAIN_THREADS))
    costly: CapacityLimiter = field(default_factory=lambda: CapacityLimiter(AT_ONCE))
    long: CapacityLimiter = field(default_factory=lambda: CapacityLimiter(LONG_THREADS))
    threads: CapacityLimiter = field(default_factory=lambda: CapacityLimiter(PLAIN_THREADS + AT_ONCE))

    def of(self, kind: Kind) -> CapacityLimiter:
        """The lane of a request."""
        return {"plain": self.plain, "costly": self.costly, "long": self.long}[lane(kind)]


def lane(kind: Kind) -> str:
    """What the lane of a request is called."""
    if kind.long:
        return "long"
    return "costly" if issubclass(kind, Trial) and kind.costly else "plain"


async def act(kind: Kind, pipeline: Pipeline, lanes: Lanes, http: Http) -> Response:
    """The reply to one request, or what came instead of it."""
    try:
        if kind is not Hello:  # whoever is too old is told so by what Hello answers
            wire.check_console(http.headers)
        check_once(http)
        envelope = wire.envelope(http.headers)
        request = kind.model_validate_json(await _body(http))
        if kind.long:
            return await _long(pipeline, lanes, envelope, request, http.scope)
        async with lanes.of(kind):
            if await http.is_disconnected():
                raise ClientDisconnect  # nobody waits for it any more
            reply = await to_thread.run_sync(pipeline.run, envelope, request, limiter=lanes.threads)
    except ValidationError as error:
        return problem(malformed(kind, error))
    except (Refused, AlreadyDone, Trouble) as told:
        return problem(told)
    return answer(reply)


async def _body(http: Http) -> bytes:
    """The body; Refused("request.too_large") as soon as it is, Trouble("request.slow")."""
    body = bytearray()
    if int(http.headers.get("content-length", "0")) > MOST_BYTES:
        raise refused("request.too_large", most=MOST_BYTES)
    try:
        async with asyncio.timeout(BODY_SECONDS):
            async for part in http.stream():
                body += part
                if len(body) > MOST_BYTES:
                    raise refused("request.too_large", most=MOST_BYTES)
    except TimeoutError:
        raise Trouble("request.slow") from None
    return bytes(body)


async def _long(
    pipeline: Pipeline, lanes: Lanes, envelope: Envelope, request: Request[Any], scope: Scope
) -> Response:
    """Lines of progress and at last the reply; what is refused at once is a plain problem."""
    lines = _lines(pipeline, lanes, envelope, request)
    first = await anext(lines)
    if isinstance(first, wire.Problem):
        return problem(wire.error(first))
    return StreamingResponse(_written(first, lines, scope), 200, {"cache-control": "no-store"}, wire.LINES)


Piece = float | Reply | wire.Problem


async def _lines(
    pipeline: Pipeline, lanes: Lanes, envelope: Envelope, request: Request[Any]
) -> AsyncGenerator[Piece, None]:
    """How far it is, as the handler tells it, and at last what came of it; who goes away cancels it."""
    loop = asyncio.get_running_loop()
    told: asyncio.Queue[float | None] = asyncio.Queue()
    gone = Event()

    def tell(part: float) -> None:
        if gone.is_set():
            raise Cancelled
        loop.call_soon_threadsafe(told.put_nowait, part)

    def run() -> Piece | None:
        try:
            reply: Reply = pipeline.run(envelope, request, progress=tell)
        except (Refused, AlreadyDone, Trouble) as no:
            return wire.problem(no)
        except Cancelled:
            return None  # there is nobody to be told
        return reply

    running = asyncio.ensure_future(to_thread.run_sync(run, limiter=lanes.long))
    running.add_done_callback(lambda _: told.put_nowait(None))
    try:
        while (part := await told.get()) is not None:
            yield part
        if (last := running.result()) is not None:
            yield last
    finally:
        gone.set()


async def _written(first: Piece, others: AsyncGenerator[Piece, None], scope: Scope) -> AsyncIterator[str]:
    try:
        yield _line(first)
        async for piece in others:
            if isinstance(piece, wire.Problem):
                scope[CODE] = code_of(piece)
            yield _line(piece)
    finally:
        await others.aclose()


def _line(piece: Piece) -> str:
    if isinstance(piece, float):
        return wire.Line(part=round(piece, 3)).model_dump_json(exclude_none=True) + "\n"
    if isinstance(piece, wire.Problem):
        return wire.Line(problem=piece).model_dump_json(exclude_none=True) + "\n"
    # A reply writes itself as its own class says (bytes in base 64), not as a field of any type.
    return f'{{"reply":{piece.model_dump_json()}}}\n'
