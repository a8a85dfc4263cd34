"""Recovery codes: each a keyed digest, bound to its person, that is used once."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from . import tables_staff as t
from .pack import us
from .vault import Vault

_C = t.recovery_codes
_UNUSED = select(_C.c.id).where(
    _C.c.person == bindparam("person"), _C.c.digest == bindparam("digest"), _C.c.used_at.is_(None)
)
_ADD = insert(_C)
_USE = update(_C).where(_C.c.id == bindparam("code")).values(used_at=bindparam("at"))
_DROP = delete(_C).where(_C.c.person == bindparam("who"))


class RecoveryCodeRows:
    """Repository of recovery codes; whoever uses one holds the lock of its person's row."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault

    def replace(self, person: UUID, codes: Iterable[str]) -> None:
        """These codes in place of all that were left."""
        self.drop(person)
        rows = [{"id": uuid4(), "person": person, "digest": self._digest(person, code)} for code in codes]
        self._connection.execute(_ADD, [{**row, "used_at": None} for row in rows])

    def drop(self, person: UUID) -> None:
        """Takes all of a person's codes away."""
        self._connection.execute(_DROP, {"who": person})

    def unused(self, person: UUID, code: str) -> UUID | None:
        """Which of a person's codes this is; None for a wrong or a used one."""
        values = {"person": person, "digest": self._digest(person, code)}
        return self._connection.execute(_UNUSED, values).scalar_one_or_none()

    def use(self, code: UUID, now: datetime) -> None:
        """It is used up."""
        self._connection.execute(_USE, {"code": code, "at": us(now)})

    def _digest(self, person: UUID, code: str) -> bytes:
        return self._vault.index("recovery_codes", f"{person} {code}")
