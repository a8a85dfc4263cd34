"""Whatever comes in passes here: counted, limited, measured and logged, whichever way it ends."""

import asyncio
import logging
import secrets
import time
from typing import TYPE_CHECKING, Any
from uuid import UUID

from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ..domain.errors import Trouble
from ..requests import wire
from ..requests.sign_in import SignIn
from .acts import lane
from .answers import CODE, problem
from .rates import Rates

if TYPE_CHECKING:
    from .metrics import Metrics

SEND_SECONDS = 20
"""How long a peer may keep the server from sending it more."""
PROBES = {"/health": "health", "/ready": "ready", "/metrics": "metrics", "/v1/openapi.json": "openapi"}
LIVE, OTHER = "live", "other"
LOG = logging.getLogger("assistor_console.requests")
_SIGN_IN = wire.path(SignIn)
_LET_IN = frozenset({200, 403, 409})
"""What the desk answers to somebody it knows, for acts that need a session."""


class Stalled(Exception):
    """The peer takes nothing any more."""


class Gate:
    """An ASGI application around another."""

    def __init__(self, app: ASGIApp, rates: Rates, metrics: "Metrics") -> None:
        self._app, self._rates, self._metrics = app, rates, metrics
        self._acts = {wire.path(kind): wire.path(kind).removeprefix("/v1/") for kind in wire.served()}
        self._acts |= PROBES | {wire.LIVE: LIVE}
        self._lanes = {wire.path(kind): lane(kind) for kind in wire.served()} | {wire.LIVE: ""}
        self._sessions = {wire.path(kind) for kind in wire.served() if kind.allow}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        act, begun, sent = self._acts.get(scope["path"], OTHER), time.perf_counter(), _Sent(send)
        try:
            with self._metrics.running(self._lanes.get(scope["path"], OTHER)):
                await self._passed(scope, receive, sent)
        except (Stalled, ClientDisconnect):
            pass
        except Exception as bug:
            await _bug(bug, act, scope, receive, sent)
        finally:
            self._told(act, scope, sent.status, time.perf_counter() - begun)

    async def _passed(self, scope: Scope, receive: Receive, sent: "_Sent") -> None:
        address = scope["client"][0] if scope["client"] else ""
        token = wire.token(Headers(scope=scope))
        try:
            await self._rates.ask(address, token)
            if scope["path"] == _SIGN_IN:
                await self._signed_in(address, scope, receive, sent)
                return
        except Trouble as too_many:
            await problem(too_many)(scope, receive, sent)
            return
        await self._app(scope, receive, sent)
        if sent.status == 401:
            self._rates.turned_away(token)
        elif scope["path"] in self._sessions and sent.status in _LET_IN:
            self._rates.let_in(token)

    async def _signed_in(self, address: str, scope: Scope, receive: Receive, sent: "_Sent") -> None:
        async with self._rates.signing_in(address):
            await self._app(scope, receive, sent)
        if scope.get(CODE) == "sign_in.wrong":
            await self._rates.wrong_sign_in(address)

    def _told(self, act: str, scope: Scope, status: int, seconds: float) -> None:
        code = scope.get(CODE, "")
        outcome = _outcome(status, code)
        if act != LIVE:
            self._metrics.request(act, outcome, seconds)
        level = _level(status, code, scope["path"] in PROBES)
        if LOG.isEnabledFor(level):
            fields: dict[str, Any] = {"act": act, "status": status, "ms": round(seconds * 1000, 1)}
            if number := _number(_header(scope, wire.REQUEST_ID.encode())):
                fields["request"] = number
            if code:
                fields["rule"] = code
            LOG.log(level, "request", extra={"fields": fields})


async def _bug(bug: Exception, act: str, scope: Scope, receive: Receive, sent: "_Sent") -> None:
    """A fault of the server itself: its place is logged under a number that whoever asked is told."""
    number = secrets.token_hex(4)
    LOG.error("bug %s in %s", number, act, exc_info=bug)
    scope[CODE] = "desk.bug"
    if not sent.status:
        await problem(Trouble("desk.bug", id=number))(scope, receive, sent)


class _Sent:
    """Sends on and keeps the status; 0 where nothing was answered."""

    def __init__(self, send: Send) -> None:
        self._send, self.status = send, 0

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
        try:
            async with asyncio.timeout(SEND_SECONDS):
                await self._send(message)
        except TimeoutError:
            raise Stalled from None


def _header(scope: Scope, name: bytes) -> str:
    for key, value in scope["headers"]:
        if key == name:
            return str(value, "latin-1")
    return ""


def _number(written: str) -> str:
    """A request's number as it is written always; whatever else stands there is nobody's business."""
    try:
        return str(UUID(written)) if len(written) <= 40 else ""
    except ValueError:
        return ""


def _outcome(status: int, code: str) -> str:
    if status == 0:
        return "gone"
    if code == "desk.bug" or (status >= 400 and not code):
        return "bug"
    if status == 503:
        return "trouble"
    return "refused" if code else "done"


def _level(status: int, code: str, probe: bool) -> int:
    if code == "desk.bug" or status == 500:
        return logging.ERROR
    if status in (429, 503):
        return logging.WARNING
    return logging.DEBUG if probe else logging.INFO
