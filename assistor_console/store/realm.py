"""The one row that says what a database is for."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, insert, select, update

from ..domain.errors import Trouble
from ..domain.terms import Realm
from . import tables as t
from .kept_vault import KeptVault
from .locks import FOUNDING, wait_for
from .pack import us

_ROW = select(t.realm)
_MAKE = insert(t.realm)
_MOVE = update(t.realm).values(clock_offset=bindparam("offset"))
_CHECK = update(t.realm).values(key_check=bindparam("check"))
_SERVES = update(t.realm).values(serves=bindparam("oldest"))


class RealmRow:
    """Realm, key check and practice clock."""

    def __init__(self, connection: Connection, vault: KeptVault) -> None:
        self._connection = connection
        self._vault = vault

    def make(self, realm: Realm, now: datetime, offset: timedelta, serves: str) -> None:
        """Writes the row; once. `serves` is the oldest schema whose programs can work with this one."""
        row = {
            "id": 1,
            "realm": realm.value,
            "made_at": us(now),
            "clock_offset": offset // timedelta(microseconds=1),
            "key_check": self._vault.wrapping.check(),
            "serves": serves,
        }
        self._connection.execute(_MAKE, row)

    def made(self) -> bool:
        """Whether the row exists."""
        return realm_of(self._connection) is not None

    def read(self) -> tuple[Realm, timedelta]:
        """The realm, and what its clock adds to real time."""
        row = self._connection.execute(_ROW).one()
        return Realm(row.realm), timedelta(microseconds=row.clock_offset)

    def check(self, wanted: Realm) -> None:
        """Raises Trouble("realm.other") for another realm, Trouble("key.wrong") for another key."""
        row = self._connection.execute(_ROW).one()
        if row.realm != wanted.value:
            raise Trouble("realm.other", found=row.realm, wanted=wanted.value)
        if not self._vault.fits(row.key_check):
            raise Trouble("key.wrong")

    def key_check(self) -> bytes:
        """What only the database's wrapping key opens."""
        return bytes(self._connection.execute(_ROW).one().key_check)

    def take_check(self, check: bytes) -> None:
        """From now on another wrapping key is the database's."""
        self._connection.execute(_CHECK, {"check": check})

    def serves_no_older(self, oldest: str) -> None:
        """Programs of older schemas than `oldest` can no longer work with this database."""
        if (self._connection.execute(_ROW).one().serves or "") < oldest:
            self._connection.execute(_SERVES, {"oldest": oldest})

    def lock(self) -> None:
        """Lets nobody else past here until this transaction ends."""
        wait_for(self._connection, FOUNDING)  # the row itself is not a server's to lock

    def move_clock(self, offset: timedelta) -> None:
        """Sets what the practice clock adds to real time."""
        self._connection.execute(_MOVE, {"offset": offset // timedelta(microseconds=1)})


def realm_of(connection: Connection) -> str | None:
    """The realm a database was founded for; None where it was not. No key is needed to know."""
    row = connection.execute(_ROW).one_or_none()
    return row.realm if row else None
