"""Guesses at secrets: committed before anybody looks at them, settled only by success."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, insert, select, update

from ..domain.limits import Limit
from . import tables as t
from .pack import moment, us
from .vault import Vault

_A = t.attempts
_EARLIER = select(_A.c.bound, _A.c.at).where(_A.c.ticket == bindparam("ticket"))
_FAILED = select(func.count(), func.min(_A.c.at)).where(
    _A.c.subject == bindparam("subject"), _A.c.at > bindparam("since"), _A.c.good.is_not(True)
)
_RIGHT = select(func.coalesce(func.max(_A.c.at), 0)).where(
    _A.c.subject == bindparam("subject"), _A.c.good.is_(True)
)
_FAILED_SINCE_RIGHT = select(func.count()).where(
    _A.c.subject == bindparam("subject"),
    _A.c.at > _RIGHT.scalar_subquery(),
    _A.c.good.is_not(True),
    _A.c.ticket != bindparam("but"),
)
_LOCKED = (
    select(_A.c.subject, func.min(_A.c.at))
    .where(_A.c["limit"] == bindparam("name"), _A.c.at > bindparam("since"), _A.c.good.is_not(True))
    .group_by(_A.c.subject)
    .having(func.count() >= bindparam("most"))
)
_SPEND = insert(_A)
_SETTLE = update(_A).where(_A.c.ticket == bindparam("settled")).values(good=True)


class Attempts:
    """Repository of attempts."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault

    def spent(self, ticket: UUID) -> tuple[bytes, datetime] | None:
        """What an attempt already spent under this ticket is bound to, and when it was spent; or None."""
        row = self._connection.execute(_EARLIER, {"ticket": ticket}).one_or_none()
        return (bytes(row.bound), moment(row.at)) if row else None

    def clears_at(self, name: str, subject: str, limit: Limit, now: datetime) -> datetime | None | bool:
        """False while an attempt is left; otherwise when one is again (None: never by itself)."""
        key = self._subject(name, subject)
        self._lock(key)
        since = us(now - timedelta(seconds=limit.seconds)) if limit.seconds else 0
        count, oldest = self._connection.execute(_FAILED, {"subject": key, "since": since}).one()
        if count < limit.most:
            return False
        return moment(oldest) + timedelta(seconds=limit.seconds) if limit.seconds else None

    def failed(self, name: str, subject: str) -> int:
        """How many attempts that ever were did not succeed."""
        key = self._subject(name, subject)
        return int(self._connection.execute(_FAILED, {"subject": key, "since": 0}).one()[0])

    def failed_since_right(self, name: str, subject: str, but: UUID) -> int:
        """How many attempts failed since the last right one, leaving out the one of the ticket `but`."""
        values = {"subject": self._subject(name, subject), "but": but}
        return int(self._connection.execute(_FAILED_SINCE_RIGHT, values).scalar_one())

    def locked(self, name: str, subjects: Iterable[str], limit: Limit, now: datetime) -> dict[str, datetime]:
        """Which of some subjects have no attempt left now, and when they have one again."""
        span = timedelta(seconds=limit.seconds or 0)
        values = {"name": name, "since": us(now - span), "most": limit.most}
        rows = {bytes(subject): at for subject, at in self._connection.execute(_LOCKED, values)}
        keys = {subject: self._subject(name, subject) for subject in subjects}
        return {subject: moment(rows[key]) + span for subject, key in keys.items() if key in rows}

    def spend(self, ticket: UUID, name: str, subject: str, bound: bytes, now: datetime) -> None:
        """Commits to an attempt; unsettled it counts as failed."""
        row = {"ticket": ticket, "limit": name, "subject": self._subject(name, subject), "at": us(now)}
        self._connection.execute(_SPEND, {**row, "bound": bound, "good": None})

    def settle(self, ticket: UUID) -> None:
        """The guess was right: it no longer counts."""
        self._connection.execute(_SETTLE, {"settled": ticket})

    def _subject(self, name: str, subject: str) -> bytes:
        return self._vault.index("attempts." + name, subject)

    def _lock(self, key: bytes) -> None:
        # Two guesses at one secret must not both see the last attempt free.
        if self._connection.dialect.name == "postgresql":
            number = int.from_bytes(key[:8], "big", signed=True)
            self._connection.execute(select(func.pg_advisory_xact_lock(number)))
