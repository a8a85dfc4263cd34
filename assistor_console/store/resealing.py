"""Every column that holds sealed values, and sealing them anew under the current key.

Who gives a table a sealed column names it here: what a rotation does not know, it would leave behind.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Column,
    Connection,
    LargeBinary,
    Row,
    Select,
    Table,
    Update,
    bindparam,
    func,
    select,
    text,
    update,
)

from ..domain.errors import Trouble
from . import bulk
from . import tables as t
from .database import Database
from .tables_appointments import appointments
from .vault import FORMAT, HEAD_BYTES, ID_BYTES, Vault

AT_ONCE = 500
"""So many values in one transaction of a few hundredths of a second."""
_NO_UUID = UUID(int=0)
_NEXT = text("select pg_snapshot_xmax(pg_current_snapshot())::text::bigint")
_OLDEST = text("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")


def _uuid_bytes(row_id: UUID) -> bytes:
    return row_id.bytes


@dataclass(frozen=True)
class Sealed:
    """A column of sealed values. `place` is what they are bound to besides their row, `row` the bytes of its
    id, `before` an id before all others."""

    column: Column[bytes]
    place: str
    row: Callable[[Any], bytes] = _uuid_bytes
    before: UUID | int = _NO_UUID

    @property
    def table(self) -> Table:
        """The column's table."""
        assert isinstance(self.column.table, Table)
        return self.column.table

    @property
    def name(self) -> str:
        """As people know it: "appointments.code"."""
        return f"{self.table.name}.{self.column.name}"

    @cached_property
    def counts(self) -> Select[bytes, int]:
        """How many values each key has sealed, by its id."""
        key = func.substr(self.column, len(FORMAT) + 1, ID_BYTES, type_=LargeBinary).label("key_id")
        return select(key, func.count()).where(self.column.is_not(None)).group_by(key)

    @cached_property
    def under(self) -> Select[Any]:
        """Ids and values that begin with any of `heads`."""
        head = func.substr(self.column, 1, HEAD_BYTES, type_=LargeBinary)
        return select(self.table.c.id, self.column.label("sealed")).where(
            head.in_(bindparam("heads", expanding=True))
        )

    @cached_property
    def others(self) -> Select[Any]:
        """Ids of values that do not begin with `head`, from the one after `after` on."""
        head = func.substr(self.column, 1, HEAD_BYTES, type_=LargeBinary)
        id = self.table.c.id
        wanted = (id > bindparam("after"), head != bindparam("head"))
        return select(id).where(*wanted).order_by(id).limit(bindparam("most"))

    @cached_property
    def taken(self) -> Select[Any]:
        """These rows, locked, but for those that somebody is working on."""
        id = self.table.c.id
        rows = select(id, self.column.label("sealed")).where(id.in_(bindparam("ids", expanding=True)))
        return rows.order_by(id).with_for_update(skip_locked=True)

    @cached_property
    def put(self) -> Update:
        """Changes a value that is still what it was."""
        same = (self.table.c.id == bindparam("row"), self.column == bindparam("was"))
        return update(self.table).where(*same).values({self.column: bindparam("anew")})


SEALED = (
    Sealed(t.records.c.sealed, bulk.PLACE, bulk.row_bytes, 0),
    Sealed(t.people.c.sealed, "people"),
    Sealed(t.cases.c.sealed, "cases"),
    Sealed(t.questions.c.sealed, "questions"),
    Sealed(t.answers.c.sealed, "answers"),
    Sealed(t.drafts.c.sealed, "drafts"),
    Sealed(t.letters.c.sealed, "letters"),
    Sealed(appointments.c.sealed, "appointments"),
    Sealed(appointments.c.code, "appointments.code"),
)


@dataclass(frozen=True, slots=True)
class Step:
    """What came of some values: how many were found and the id of the last one, how many were sealed anew,
    and those that open under no key, as "table.column id"."""

    seen: int
    last: UUID | int
    done: int
    broken: Sequence[str] = field(default=())


def count(connection: Connection) -> dict[str, dict[bytes, int]]:
    """How many values each key has sealed, by column and by the key's id."""
    return {
        each.name: {bytes(key): int(many) for key, many in connection.execute(each.counts)} for each in SEALED
    }


def left(connection: Connection, vault: Vault) -> int:
    """How many values another key than the current one has sealed."""
    current = vault.head()[len(FORMAT) :]
    counted = count(connection).values()
    return sum(many for keys in counted for key, many in keys.items() if key != current)


def rests(connection: Connection, vault: Vault, keys: Collection[bytes]) -> bool:
    """Whether a value rests that one of these keys (their ids) opens; damaged ones it does not."""
    heads = {"heads": [FORMAT + key for key in keys]}
    return any(
        _opens(vault, each, row) for each in SEALED for row in connection.execute(each.under, heads)
    )  # fmt: skip


def _opens(vault: Vault, sealed: Sealed, row: Row[Any]) -> bool:
    try:
        vault.open(sealed.place, sealed.row(row.id), row.sealed)
    except Trouble:
        return False
    return True


def next_transaction(connection: Connection) -> int:
    """A number above those of all transactions that have written by now; 0 where there is one writer."""
    return int(connection.execute(_NEXT).scalar_one()) if connection.dialect.name == "postgresql" else 0


def are_over(connection: Connection, next_one: int) -> bool:
    """Whether all transactions below that number have ended; then a later statement sees what they wrote."""
    return next_one == 0 or int(connection.execute(_OLDEST).scalar_one()) >= next_one


def reseal(database: Database, sealed: Sealed, after: UUID | int, most: int) -> Step | None:
    """Seals up to `most` values after an id under the current key; None where there are none.

    They are looked for without holding anything up. Each is changed only if it still is what was opened, so
    nothing that somebody writes meanwhile is lost; who holds a row keeps it, and it is left for later.
    """
    values = {"after": after, "head": database.vault.head(), "most": most}
    with database.read() as store:
        ids = store.connection.execute(sealed.others, values).scalars().all()
    if not ids:
        return None
    with database.write() as store:
        done, broken = _put_anew(store.connection, database.vault, sealed, ids)
    return Step(len(ids), ids[-1], done, broken)


def _put_anew(
    connection: Connection, vault: Vault, sealed: Sealed, ids: Sequence[UUID | int]
) -> tuple[int, list[str]]:
    changes, broken = [], []
    for row in connection.execute(sealed.taken, {"ids": ids}):
        if row.sealed is None or row.sealed.startswith(vault.head()):
            continue  # somebody was quicker
        bound = sealed.row(row.id)
        try:
            data = vault.open(sealed.place, bound, row.sealed)
        except Trouble:
            broken.append(f"{sealed.name} {row.id}")
            continue
        changes.append(
            {"row": row.id, "was": row.sealed, "anew": vault.seal(sealed.place, bound, data)}
        )  # fmt: skip
    done = connection.execute(sealed.put, changes).rowcount if changes else 0
    return done, broken
