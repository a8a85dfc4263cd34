"""The desk as a web application: a route for every request of a console, the live stream, its health."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from typing import Protocol

from anyio import to_thread
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request as Http
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from ..desk.pipeline import Pipeline
from ..domain.errors import refused
from ..requests import wire
from .acts import Lanes, act
from .answers import problem
from .live import Streams


class Served(Protocol):
    """A desk to be served: its pipeline, and whether its database can be used now."""

    @property
    def pipeline(self) -> Pipeline:
        """What answers requests."""
        ...

    def ready(self) -> bool:
        """Whether the database answers and its schema fits."""
        ...


def make_app(desk: Served) -> Starlette:
    """The application. `app.state.streams` are its live streams, to be stopped before it is."""
    lanes = Lanes()
    streams = Streams(desk.pipeline, lanes.plain)
    routes = [
        Route(wire.path(kind), partial(act, kind, desk.pipeline, lanes), methods=["POST"])
        for kind in wire.served()
    ]
    routes.append(Route(wire.LIVE, streams.live))
    routes.append(Route("/v1/openapi.json", _openapi))
    routes.append(Route("/health", _health))
    routes.append(Route("/ready", partial(_ready, desk)))

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        streams.stop()

    app = Starlette(routes=routes, exception_handlers={HTTPException: _no_route}, lifespan=lifespan)
    app.state.streams = streams
    return app


async def _openapi(_: Http) -> Response:
    """How to speak with it."""
    from .openapi import document, text  # made when somebody asks

    return Response(await to_thread.run_sync(lambda: text(document())), media_type=wire.JSON)


async def _health(_: Http) -> Response:
    """The process lives."""
    return JSONResponse({"status": "alive"})


async def _ready(desk: Served, _: Http) -> Response:
    """The desk can be used."""
    ready = await to_thread.run_sync(desk.ready)
    return JSONResponse({"status": "ready" if ready else "not ready"}, 200 if ready else 503)


async def _no_route(_: Http, error: Exception) -> Response:
    """Nothing is here, or not by this method."""
    status = error.status_code if isinstance(error, HTTPException) else 404
    return problem(refused("request.method" if status == 405 else "request.unknown"), status)
