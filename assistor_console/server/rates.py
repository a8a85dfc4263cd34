"""How much one session and one address may ask of a process; counted in its memory."""

import hashlib
import ipaddress
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from time import time

from limits import RateLimitItem, RateLimitItemPerMinute, RateLimitItemPerSecond
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import FixedWindowRateLimiter

from ..domain.errors import Trouble

WRONG_MINUTES = 5
STRANGERS_SECONDS = 10
"""Strangers are counted over so long: after a restart a whole office comes within a second or two."""
MOST_KNOWN = 10_000
"""How many sessions that were let in are remembered."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one process takes. A console that types sends about seven requests a second, and an office of a
    hundred consoles may stand behind one address: neither comes near.
    """

    session_a_second: int = 100
    strangers_a_second: int = 50
    """Requests of one address without a session, or with one that was not let in before; on average over
    STRANGERS_SECONDS."""
    sign_ins_at_once: int = 30
    """Of one address."""
    wrong_sign_ins: int = 100
    """Of one address within WRONG_MINUTES; beyond them one at a time is tested. Each person has far fewer by
    policy."""
    streams_of_session: int = 8
    connections: int = 2000
    connections_of_address: int = 1000


LIMITS = Limits()


def session_key(token: str) -> str:
    """What a session is counted under; the token cannot be found from it."""
    return hashlib.sha256(token.encode()).hexdigest()[:32]


class Rates:
    """Counts; whatever is over its limit is Trouble("request.too_many") with the seconds to wait."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._limiter = FixedWindowRateLimiter(MemoryStorage())
        self._session = RateLimitItemPerSecond(limits.session_a_second, namespace="session")
        strangers = limits.strangers_a_second * STRANGERS_SECONDS
        self._strangers = RateLimitItemPerSecond(strangers, STRANGERS_SECONDS, namespace="strangers")
        self._wrong = RateLimitItemPerMinute(limits.wrong_sign_ins, WRONG_MINUTES, namespace="wrong")
        self._streams: Counter[str] = Counter()
        self._signing_in: Counter[str] = Counter()
        self._known: dict[str, None] = {}

    async def ask(self, address: str, token: str) -> None:
        """Somebody asks something: who has no session uses up nothing of what those with one may ask."""
        key = session_key(token) if token else ""
        if key in self._known:
            await self._hit(self._session, key)
        else:
            await self._hit(self._strangers, _network(address))

    def let_in(self, token: str) -> None:
        """A session was good for what it asked."""
        if token:
            self._known[session_key(token)] = None
            if len(self._known) > MOST_KNOWN:
                del self._known[next(iter(self._known))]

    def turned_away(self, token: str) -> None:
        """A session is none, or over."""
        self._known.pop(session_key(token), None)

    @asynccontextmanager
    async def signing_in(self, address: str) -> AsyncIterator[None]:
        """Somebody signs in: so many of an address at once, and one by one after many wrong tries."""
        network = _network(address)
        calm = await self._limiter.test(self._wrong, network)
        if self._signing_in[network] >= (self._limits.sign_ins_at_once if calm else 1):
            raise Trouble("request.too_many", seconds=1)
        self._signing_in[network] += 1
        try:
            yield
        finally:
            self._signing_in[network] -= 1
            if not self._signing_in[network]:
                del self._signing_in[network]

    async def wrong_sign_in(self, address: str) -> None:
        """It was not the right password."""
        await self._limiter.hit(self._wrong, _network(address))

    def begin_stream(self, token: str) -> None:
        """A session opens one more live stream."""
        key = session_key(token)
        if self._streams[key] >= self._limits.streams_of_session:
            raise Trouble("request.too_many", seconds=1)
        self._streams[key] += 1

    def end_stream(self, token: str) -> None:
        """One of its streams has ended."""
        key = session_key(token)
        self._streams[key] -= 1
        if not self._streams[key]:
            del self._streams[key]

    async def _hit(self, item: RateLimitItem, key: str) -> None:
        if not await self._limiter.hit(item, key):
            raise await self._too_many(item, key)

    async def _too_many(self, item: RateLimitItem, key: str) -> Trouble:
        until = (await self._limiter.get_window_stats(item, key)).reset_time
        return Trouble("request.too_many", seconds=max(1, ceil(until - time())))


@lru_cache(4096)
def _network(address: str) -> str:
    """Who has one IPv6 address has 2^64 of them."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    if found.version == 4:
        return address
    return str(ipaddress.ip_network((found, 64), strict=False))
