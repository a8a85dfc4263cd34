"""Replies of commands, sealed under a key only their own console has."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, insert, select

from . import tables as t
from .pack import us

AT_ONCE = 10_000
"""So many replies are forgotten in one transaction, which stays short."""

_R = t.remembered
_GET = select(_R.c.sealed).where(_R.c.request == bindparam("request"))
_KEEP = insert(_R)
_OLD = select(_R.c.request).where(_R.c.at < bindparam("before")).limit(bindparam("most"))
_PURGE = delete(_R).where(_R.c.request.in_(_OLD))


class Remembered:
    """Repository of sealed replies."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, request: UUID) -> bytes | None:
        """The sealed reply of a request that was done, or None."""
        return self._connection.execute(_GET, {"request": request}).scalar_one_or_none()

    def keep(self, request: UUID, sealed: bytes, now: datetime) -> None:
        """Keeps a sealed reply."""
        self._connection.execute(_KEEP, {"request": request, "sealed": sealed, "at": us(now)})

    def purge(self, before: datetime, most: int = AT_ONCE) -> int:
        """Forgets replies older than that, no more than `most` at a time; how many."""
        return self._connection.execute(_PURGE, {"before": us(before), "most": most}).rowcount
