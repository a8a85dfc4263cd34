"""A composed practice desk on either database, with staff, records on file and a clock moved by hand.

    def test_something(world: World) -> None:
        seen = world.send("ana", StartCall(language=Language.EN, reason=Reason.NEW_PROOFING))

`ana` and `ben` are assistors, `tac` works at the Fresno office, `sup` and `ship` are supervisors.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID, uuid4

import pytest
from argon2 import PasswordHasher

from assistor_console.app import compose
from assistor_console.desk.library import Library
from assistor_console.desk.local import LocalDesk, OperatorDesk
from assistor_console.domain.policy import Policy
from assistor_console.domain.records import Record
from assistor_console.domain.terms import Realm, Role
from assistor_console.first_versions import READERS
from assistor_console.requests.base import Envelope, R, Request
from assistor_console.requests.operate import BeginLoad, FinishLoad
from assistor_console.services.second_factor import code_at
from assistor_console.store.bulk import add_records
from assistor_console.store.database import Database
from assistor_console.store.people import Person
from assistor_console.store.store import Store

START = datetime(2017, 12, 11, 15, 0, tzinfo=UTC)
"""Monday, 10:00 Eastern."""
KEY = bytes(range(32))
PASSWORD = "correct horse 42"
TOTP = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
STAFF = {
    "ana": (Role.ASSISTOR, None),
    "ben": (Role.ASSISTOR, None),
    "tac": (Role.TAC, "fresno-ca"),
    "sup": (Role.SUPERVISOR, None),
    "ship": (Role.SUPERVISOR, None),
}
# Published texts are the same in every world and slow to read.
_LIBRARY = Library(READERS)
# The weakest argon2id there is: a hash says itself how costly it is to check.
_QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)


@dataclass
class World:
    """The desk, who is signed in (`tokens`), and `now`, which stands still until a test moves it."""

    url: str
    realm: Realm = Realm.PRACTICE
    key: bytes = field(default=KEY, repr=False)
    now: datetime = START
    people: dict[str, UUID] = field(init=False)
    tokens: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.database = Database(self.url, self.key)
        self.pipeline = compose(self.database, self.realm, lambda: self.now)
        self.pipeline.library = _LIBRARY
        self.operator = OperatorDesk(self.pipeline, "operator")
        self._files = 0
        with self.reading() as store:
            found = {name: store.people.find(self.staff_id(name)) for name in STAFF}
        self.people = {name: person.id for name, person in found.items() if person}
        self.tokens = {name: name for name in self.people}

    def send(self, who: str, request: Request[R], envelope: Envelope | None = None) -> R:
        """Sends as one of the people; "" is nobody."""
        return self.pipeline.run(envelope or self.envelope(who), request)

    def envelope(self, who: str) -> Envelope:
        """A fresh envelope of somebody's console."""
        return Envelope(self.tokens.get(who, ""), console=f"console of {who}")

    def desk(self, who: str) -> LocalDesk:
        """A desk as a window has it, signed in."""
        desk = LocalDesk(self.pipeline, f"console of {who}")
        desk.token = self.tokens[who]
        return desk

    def hire(self, name: str, role: Role, office: str | None = None) -> None:
        """Somebody new with PASSWORD and TOTP, who is signed in for years."""
        person = Person(uuid4(), self.staff_id(name), name.title(), role, office, _QUICK, TOTP)
        with self.database.write() as store:
            store.people.add(person)
            store.people.open_session(person.id, name, START, START + timedelta(days=9999), "")
        self.people[name], self.tokens[name] = person.id, name

    @staticmethod
    def staff_id(name: str) -> str:
        """The ten digits somebody signs in with."""
        return str(int.from_bytes(hashlib.sha256(name.encode()).digest()[:5]) % 10**10).zfill(10)

    def code(self, at: datetime | None = None) -> str:
        """The code everybody's authenticator app shows."""
        return code_at(TOTP, at or self.now)

    def load(self, *records: Record) -> None:
        """Puts records on file as an operator does: whole or not at all."""
        self._files += 1
        digest = hashlib.sha256(str(self._files).encode()).hexdigest()
        begun = self.operator.send(BeginLoad(name="made.txt", digest=digest, format="made"))
        with self.database.write() as store:
            add_records(store.connection, self.database.vault, begun.file_id, begun.first_id, records)
        self.operator.send(FinishLoad(file_id=begun.file_id, records=len(records)))

    @property
    def policy(self) -> Policy:
        """The policy in force."""
        with self.reading() as store:
            return self.pipeline.library.policy(store, self.now)

    @contextmanager
    def reading(self) -> Iterator[Store]:
        """The store, to look at what rests."""
        with self.database.read() as store:
            yield store

    def later(self, **span: float) -> None:
        """Moves the clock: `later(minutes=5)`."""
        self.now += timedelta(**span)


def make_world(url: str, realm: Realm = Realm.PRACTICE, key: bytes = KEY) -> World:
    """A desk on an empty database with all staff."""
    path = url.partition(":///")[2]
    if url.startswith("sqlite") and (realm, key) == (Realm.PRACTICE, KEY) and not Path(path).exists():
        Path(path).write_bytes(_staffed())
        return World(url)
    return _make(url, realm, key)


@cache
def _staffed() -> bytes:
    """An SQLite file with a practice desk and its staff, made once a process: migrating takes its time."""
    with TemporaryDirectory() as folder:
        _make(f"sqlite:///{folder}/desk.db", Realm.PRACTICE, KEY).database.close()
        return (Path(folder) / "desk.db").read_bytes()


def _make(url: str, realm: Realm, key: bytes) -> World:
    made = World(url, realm, key)
    for name, (role, office) in STAFF.items():
        made.hire(name, role, office)
    return made


@pytest.fixture
def world(database_url: str) -> Iterator[World]:
    """A fresh desk, on SQLite and on PostgreSQL."""
    made = make_world(database_url)
    yield made
    made.database.close()
