"""A trail of many rows, made fast: a database with its schema, rows with true leaves, seals."""

import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, insert, text

from assistor_console.domain.terms import Realm
from assistor_console.domain.trail import Finding
from assistor_console.store import signing
from assistor_console.store import tables as t
from assistor_console.store.checking import Checked, Checker, Expected
from assistor_console.store.database import Database
from assistor_console.store.leaves import leaf
from assistor_console.store.opening import found, open_keys
from assistor_console.store.pack import us
from assistor_console.store.schema import bring_up_to_date
from assistor_console.store.seals import MOST, Seal

KEY = bytes(range(32))
START = datetime(2017, 12, 11, 15, 0, tzinfo=UTC)
ACTS = ("answer_question", "keep_draft", "see_call", "sign_in", "score_interview")
OUTCOMES = ("done", "seen", "authority.role")
_BY_ID = text("select * from audit where id = :id")
_DELETE = text("delete from audit where id = :id")
ALL = Expected()


def rows(count: int, first: datetime = START, seed: int = 1, every_us: int = 1_000) -> list[dict[str, Any]]:
    """So many rows of a trail, a millisecond apart; the same seed, the same rows."""
    made = random.Random(seed)
    people = [UUID(int=made.getrandbits(128)) for _ in range(20)]
    return [_row(made, us(first) + number * every_us, made.choice(people)) for number in range(count)]


def _row(made: random.Random, at: int, person: UUID) -> dict[str, Any]:
    row = {
        "at": at,
        "request": UUID(int=made.getrandbits(128)),
        "act": made.choice(ACTS),
        "person": made.choice((person, None)),
        "role": made.choice(("assistor", "supervisor", None)),
        "console": made.choice(("console 17", "mesón nº 5", "")),
        "call_id": made.choice((UUID(int=made.getrandbits(128)), None)),
        "case_id": made.choice((UUID(int=made.getrandbits(128)), None)),
        "outcome": made.choice(OUTCOMES),
        "reason": made.choice(("case_review", None, None)),
        "about": made.choice((UUID(int=7), None, None)),
    }
    salt = made.randbytes(16)
    return {**row, "salt": salt, "leaf": leaf(salt, row)}


@dataclass
class MadeTrail:
    """A database with a trail in it."""

    database: Database

    def add(self, rows: Sequence[dict[str, Any]]) -> None:
        """Writes rows as they are; one transaction."""
        with self.database.write() as store:
            store.connection.execute(insert(t.audit), list(rows))

    def add_fast(self, rows: Sequence[dict[str, Any]], ids: Sequence[int]) -> None:
        """As `add`, with ids, by the driver of SQLite alone."""
        names = ["id", *rows[0]]
        hexed = ({"id": id, **_plain(row)} for id, row in zip(ids, rows, strict=True))
        slots = ", ".join(f":{name}" for name in names)
        with self.database.write() as store:
            raw: Any = store.connection.connection.driver_connection
            raw.executemany(f"insert into audit ({', '.join(names)}) values ({slots})", hexed)

    def seal(self, now: datetime = START + timedelta(minutes=5), most: int = MOST) -> Seal | None:
        """One seal, if there is anything to seal."""
        with self.database.write() as store:
            return store.seals.seal(now, most)

    def seal_all(self, now: datetime = START + timedelta(minutes=5), most: int = MOST) -> list[Seal]:
        """As many seals as it takes."""
        made = []
        while seal := self.seal(now, most):
            made.append(seal)
        return made

    def check(self, expected: Expected = ALL) -> Checked:
        """The whole verification."""
        with self.database.read() as store:
            return checker(store.connection, self.database, expected).check(lambda part: None)

    def findings(self, expected: Expected = ALL) -> list[Finding]:
        """What the whole verification finds."""
        return self.check(expected).findings

    def ids(self) -> list[int]:
        """Every row's id."""
        with self.database.read() as store:
            return list(store.connection.execute(text("select id from audit order by id")).scalars())

    def run(self, statement: str, **values: object) -> None:
        """What somebody with every right does."""
        with self.database.write() as store:
            store.connection.execute(text(statement), values)

    @contextmanager
    def undone(self) -> Iterator[Connection]:
        """A transaction that is rolled back in the end."""
        with self.database.engine.connect() as connection, connection.begin() as transaction:
            yield connection
            transaction.rollback()


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value.hex if isinstance(value, UUID) else value for name, value in row.items()}


def checker(connection: Connection, database: Database, expected: Expected = ALL) -> Checker:
    """A verification on an open transaction."""
    from assistor_console.store.store import Store

    store = Store(connection, database.vault)
    return Checker(connection, store.seals, signing.verifier(store.keys), expected)


def row_of(connection: Connection, id: int) -> dict[str, Any]:
    """A row as it rests."""
    return dict(connection.execute(_BY_ID, {"id": id}).one()._mapping)


def put_back(connection: Connection, id: int, row: dict[str, Any]) -> None:
    """Another row under this id, as it rests."""
    connection.execute(_DELETE, {"id": id})
    values = {**row, "id": id}
    slots = ", ".join(f":{name}" for name in values)
    statement = text(f"insert into audit ({', '.join(values)}) values ({slots})")
    connection.execute(statement.bindparams(*(bindparam(name) for name in values)), values)


def made_trail(url: str) -> MadeTrail:
    """An empty trail."""
    database = Database(url, KEY)
    bring_up_to_date(database.engine)
    with database.write() as store:
        open_keys(store, START, found(store, Realm.PRACTICE, START, None))
    return MadeTrail(database)
