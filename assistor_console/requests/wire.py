"""How requests are found by name, and how requests, replies and refusals look on the wire."""

from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping
from datetime import datetime
from enum import StrEnum
from importlib import import_module
from typing import Any
from urllib.parse import quote, unquote
from uuid import UUID

from pydantic import Field

from ..domain.errors import AlreadyDone, Refusal, Refused, Trouble, refused
from ..domain.terms import Role
from .base import Envelope, Reply, Request

MODULES = (
    "sign_in",
    "staff",
    "intake",
    "interview",
    "accounts",
    "appointments",
    "visits",
    "letters",
    "registration",
    "scripts",
    "review",
    "operate",
    "shift",
    "access",
    "trail",
    "keys",
)
BESIDE = frozenset({Role.OPERATOR, Role.SYSTEM})
"""Roles that work beside the database: what only they may send does not go over the wire."""

AUTHORIZATION, REQUEST_ID, REPLY_KEY = "authorization", "idempotency-key", "reply-key"
CONSOLE, CONSOLE_VERSION = "console", "console-version"
ONCE = (AUTHORIZATION, REQUEST_ID, REPLY_KEY, CONSOLE, CONSOLE_VERSION)
"""Headers that come at most once: what stands between might go by one of two and the desk by the other."""
LIVE = "/v1/live"
"""Topics as they are touched (`?topic=queue&topic=floor`), as server-sent events."""
JSON, LINES, EVENTS = "application/json", "application/x-ndjson", "text/event-stream"
"""One reply or problem; progress and then a reply, a `Line` each; topics."""
OLDEST_CONSOLE = "0.1.0"
"""Older consoles are told to be replaced; a desk serves those of the release before its own."""
_KEY_BYTES, _LONGEST_VERSION = 32, 20


def kinds() -> Iterator[type[Request[Reply]]]:
    """Every concrete request: one that declares `allow`."""
    for name in MODULES:
        module = import_module(f"{__package__}.{name}")
        for thing in vars(module).values():
            if isinstance(thing, type) and issubclass(thing, Request) and _declared(thing, module.__name__):
                yield thing


def served() -> Iterator[type[Request[Reply]]]:
    """Every request that a console may send over the wire."""
    return (kind for kind in kinds() if not kind.beside and (not kind.allow or kind.allow - BESIDE))


def _declared(kind: type[Request[Reply]], module: str) -> bool:
    return kind.__module__ == module and "allow" in vars(kind)


def path(kind: type[Request[Any]]) -> str:
    """Where a request goes on the wire: /v1/area/act."""
    return f"/v1/{kind.__module__.rsplit('.', 1)[-1]}/{kind.act()}"


def headers(envelope: Envelope) -> dict[str, str]:
    """The envelope as headers; the console's name is percent-encoded."""
    return {
        AUTHORIZATION: f"Bearer {envelope.token}",
        REQUEST_ID: str(envelope.id),
        REPLY_KEY: b64encode(envelope.key).decode(),
        CONSOLE: quote(envelope.console),
    }


def envelope(headers: Mapping[str, str]) -> Envelope:
    """The envelope of headers (names in lower case); Refused("request.envelope") where one cannot be read."""
    try:
        key = b64decode(headers[REPLY_KEY], validate=True)
        id = UUID(headers[REQUEST_ID])
    except (KeyError, ValueError):
        raise refused("request.envelope") from None
    if len(key) != _KEY_BYTES:
        raise refused("request.envelope")
    return Envelope(token(headers), id, key, unquote(headers.get(CONSOLE, "")))


def token(headers: Mapping[str, str]) -> str:
    """The session's token; "" where there is none."""
    scheme, _, token = headers.get(AUTHORIZATION, "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


def check_console(headers: Mapping[str, str]) -> None:
    """Trouble("console.too_old") for a console older than the oldest one served; who does not say, passes."""
    version = headers.get(CONSOLE_VERSION)
    if version is not None and number(version) < number(OLDEST_CONSOLE):
        raise Trouble("console.too_old", version=version[:_LONGEST_VERSION], oldest=OLDEST_CONSOLE)


def number(version: str) -> tuple[int, ...]:
    """A version to compare with others; what is none is older than all."""
    return tuple(int(part) for part in version[:_LONGEST_VERSION].split(".") if part.isdecimal())


class Kind(StrEnum):
    """What came instead of a reply."""

    REFUSED = "refused"
    ALREADY_DONE = "already_done"
    TROUBLE = "trouble"


class Problem(Reply):
    """A refusal, a reply that is no longer kept, or trouble; the console has the words for `code`."""

    kind: Kind
    code: str = ""
    values: dict[str, str | int] = Field(default_factory=dict)
    clears_at: datetime | None = None


class Line(Reply):
    """One line of a long answer: how far it is, and at last the reply or what came instead of it."""

    part: float | None = None
    reply: Any = None
    problem: Problem | None = None


def problem(error: Refused | AlreadyDone | Trouble) -> Problem:
    """What goes over the wire for an error."""
    if isinstance(error, Refused):
        told = error.refusal
        return Problem(kind=Kind.REFUSED, code=told.rule, values=told.values, clears_at=told.clears_at)
    if isinstance(error, Trouble):
        return Problem(kind=Kind.TROUBLE, code=error.code, values=error.values)
    return Problem(kind=Kind.ALREADY_DONE)


def error(problem: Problem) -> Refused | AlreadyDone | Trouble:
    """The error a problem stands for."""
    if problem.kind is Kind.REFUSED:
        return Refused(Refusal(problem.code, problem.values, problem.clears_at))
    if problem.kind is Kind.TROUBLE:
        return Trouble(problem.code, **problem.values)
    return AlreadyDone()
