"""Answers of the server: a reply, or what came instead of it with the status that fits."""

from functools import cache
from typing import Any

from pydantic import ValidationError
from starlette.requests import Request as Http
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from ..domain.errors import AlreadyDone, Refused, Trouble, refused
from ..requests import wire
from ..requests.base import Reply, Request

Told = Refused | AlreadyDone | Trouble
_STATUS = {
    "authority.signed_out": 401,
    "request.unknown": 404,
    "request.method": 405,
    "request.slow": 408,
    "request.too_large": 413,
    "request.malformed": 422,
    "request.envelope": 422,
    "request.characters": 422,
    "reason.tin": 422,
    "console.too_old": 426,
    "request.too_many": 429,
    "desk.bug": 500,
}
KEEP_NONE = {"cache-control": "no-store"}


CODE = "assistor.code"
"""Where a request's scope holds the code of the problem it ended with."""


class ProblemResponse(Response):
    """What came instead of a reply; leaves its code in the scope for whoever counts."""

    def __init__(self, body: wire.Problem, status: int) -> None:
        headers = dict(KEEP_NONE)
        if "seconds" in body.values:
            headers["retry-after"] = str(body.values["seconds"])
        super().__init__(body.model_dump_json(), status, headers, wire.JSON)
        self._code = code_of(body)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Sends it."""
        scope[CODE] = self._code
        await super().__call__(scope, receive, send)


def answer(reply: Reply) -> Response:
    """A reply as JSON."""
    return Response(reply.model_dump_json(), 200, KEEP_NONE, wire.JSON)


def problem(told: Told, status: int | None = None) -> Response:
    """What came instead of a reply; `status` where the code's own does not fit."""
    body = wire.problem(told)
    return ProblemResponse(body, status or status_of(body))


def code_of(body: wire.Problem) -> str:
    """The rule or trouble; what was done already has a word of its own."""
    return body.code or body.kind.value


def status_of(body: wire.Problem) -> int:
    """The HTTP status of a problem; a console goes by the body, this is for what stands between."""
    if body.code in _STATUS:
        return _STATUS[body.code]
    if body.kind is wire.Kind.TROUBLE:
        return 503
    return 403 if body.code.startswith("authority.") else 409


def malformed(kind: type[Request[Any]], error: ValidationError) -> Refused:
    """Where a body is not what the request is; never what stands there, nor a name that came with it."""
    known = _names(kind)
    places = {
        ".".join(str(part) for part in each["loc"] if isinstance(part, int) or part in known)
        for each in error.errors(include_input=False, include_url=False)
    }
    return refused("request.malformed", where=", ".join(sorted(places - {""}))[:200])


@cache
def _names(kind: type[Request[Any]]) -> frozenset[str]:
    """Every name that a request gives to one of its fields, however deep."""
    schema = kind.model_json_schema()
    models = (schema, *schema.get("$defs", {}).values())
    return frozenset(name for model in models for name in model.get("properties", ()))


def check_once(http: Http) -> None:
    """Refused("request.envelope") where a header of the envelope comes twice."""
    if any(len(http.headers.getlist(name)) > 1 for name in wire.ONCE):
        raise refused("request.envelope")
