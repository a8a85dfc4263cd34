"""The desk as a web application: a route for every request of a console, the live stream, its health."""

from functools import cache, partial
from ipaddress import ip_address
from typing import TYPE_CHECKING, Protocol

from anyio import to_thread
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request as Http
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from ..desk.pipeline import Pipeline
from ..domain.errors import refused
from ..requests import wire
from .acts import Lanes, act
from .answers import KEEP_NONE, problem
from .gate import Gate
from .live import LOOK_AGAIN_SECONDS, Streams
from .rates import LIMITS, Limits, Rates

if TYPE_CHECKING:
    from .metrics import Metrics

FORWARDED = ("x-forwarded-for", "forwarded", "via")
"""What a proxy on this machine says it forwards comes from elsewhere."""


class Served(Protocol):
    """A desk to be served: its pipeline, and whether its database can be used now."""

    @property
    def pipeline(self) -> Pipeline:
        """What answers requests."""
        ...

    def ready(self) -> bool:
        """Whether the database answers and its schema fits."""
        ...

    def unsealed(self) -> float:
        """For how many seconds the oldest row of the trail has waited to be sealed."""
        ...


def make_app(
    desk: Served,
    limits: Limits = LIMITS,
    metrics: "Metrics | None" = None,
    look_again: float = LOOK_AGAIN_SECONDS,
) -> Starlette:
    """The application. `app.state.streams` are its live streams, to be stopped before it is; they end at most
    `look_again` seconds after their session."""
    from .metrics import Metrics  # whoever counts with others says where before this is imported

    metrics = metrics or Metrics()
    lanes, rates = Lanes(), Rates(limits)
    streams = Streams(desk.pipeline, lanes.plain, rates, look_again)
    routes = [
        Route(wire.path(kind), partial(act, kind, desk.pipeline, lanes), methods=["POST"])
        for kind in wire.served()
    ]
    routes.append(_without_head(Route(wire.LIVE, streams.live)))
    routes.append(Route("/v1/openapi.json", _openapi))
    routes.append(Route("/health", _health))
    routes.append(Route("/ready", partial(_ready, desk)))
    routes.append(Route("/metrics", partial(_metrics, desk, metrics)))
    gate = Middleware(Gate, rates, metrics)
    app = Starlette(routes=routes, exception_handlers={HTTPException: _no_route}, middleware=[gate])
    app.router.redirect_slashes = False  # a redirect repeats what was asked for
    app.state.streams = streams
    return app


def _without_head(route: Route) -> Route:
    """A stream has no end for whoever asks for its head only."""
    route.methods = {"GET"}
    return route


async def _openapi(_: Http) -> Response:
    """How to speak with it."""
    return Response(await to_thread.run_sync(_document), headers=KEEP_NONE, media_type=wire.JSON)


@cache
def _document() -> str:
    from .openapi import document, text  # made when somebody asks

    return text(document())


async def _health(_: Http) -> Response:
    """The process lives."""
    return JSONResponse({"status": "alive"}, headers=KEEP_NONE)


async def _ready(desk: Served, _: Http) -> Response:
    """The desk can be used."""
    ready = await to_thread.run_sync(desk.ready)
    return JSONResponse({"status": "ready" if ready else "not ready"}, 200 if ready else 503, KEEP_NONE)


async def _metrics(desk: Served, metrics: "Metrics", http: Http) -> Response:
    """What Prometheus reads; for programs on this machine alone."""
    from .metrics import MEDIA_TYPE

    if not _from_here(http):
        return problem(refused("request.unknown"))
    metrics.unsealed(desk.unsealed())
    return Response(await to_thread.run_sync(metrics.text), headers=KEEP_NONE, media_type=MEDIA_TYPE)


def _from_here(http: Http) -> bool:
    try:
        here = http.client is not None and ip_address(http.client.host).is_loopback
    except ValueError:
        return False
    return here and not any(name in http.headers for name in FORWARDED)


async def _no_route(_: Http, error: Exception) -> Response:
    """Nothing is here, or not by this method."""
    status = error.status_code if isinstance(error, HTTPException) else 404
    return problem(refused("request.method" if status == 405 else "request.unknown"), status)
