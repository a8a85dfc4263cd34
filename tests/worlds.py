"""A composed practice desk: in this process on either database, or at the other end of HTTPS; with staff,
records on file and a clock moved by hand.

    def test_something(world: World) -> None:
        seen = world.send("ana", StartCall(language=Language.EN, reason=Reason.NEW_PROOFING))

`ana` and `ben` are assistors, `tac` works at the Fresno office, `sup` and `ship` are supervisors.
"""

import hashlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import local
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID, uuid4

import pytest
from argon2 import PasswordHasher

from assistor_console.app import compose
from assistor_console.composing import pipeline_over
from assistor_console.desk.library import Library
from assistor_console.desk.local import LocalDesk, OperatorDesk
from assistor_console.desk.pipeline import Pipeline
from assistor_console.domain.policy import Policy
from assistor_console.domain.records import Record
from assistor_console.domain.terms import Realm, Role
from assistor_console.first_versions import READERS
from assistor_console.requests.base import Desk, Envelope, R, Request
from assistor_console.requests.operate import BeginLoad, FinishLoad
from assistor_console.services.second_factor import code_at
from assistor_console.store.bulk import add_records
from assistor_console.store.database import Database
from assistor_console.store.people import Person
from assistor_console.store.store import Store
from tests import postgres

if TYPE_CHECKING:
    from tests.serving import Address

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
WHERE = ("local-sqlite", "local-postgresql", "remote-postgresql")
"""Where the desk of a test may be."""
# Published texts are the same in every world and slow to read.
_LIBRARY = Library(READERS)
# The weakest argon2id there is: a hash says itself how costly it is to check.
_QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)


@dataclass
class World:
    """The desk, who is signed in (`tokens`), and `now`, which stands still until a test moves it.

    `pipeline` is where people's requests go, `beside` that of who works beside the database. A desk that is
    `copied` from one that was opened needs no more than its keys.
    """

    url: str
    realm: Realm = Realm.PRACTICE
    key: bytes = field(default=KEY, repr=False)
    now: datetime = START
    copied: bool = False
    people: dict[str, UUID] = field(init=False)
    tokens: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.pipeline = self._over_copy() if self.copied else self.opened()
        self.database = self.pipeline.database
        self.pipeline.library = _LIBRARY
        self.beside = self.pipeline
        self.operator = OperatorDesk(self.beside, "operator")
        self._address: Address | None = None
        self._desks: list[Desk] = []
        self._thread = local()
        self._files = 0
        with self.reading() as store:
            found = {name: store.people.find(self.staff_id(name)) for name in STAFF}
        self.people = {name: person.id for name, person in found.items() if person}
        self.tokens = {name: name for name in self.people}

    def opened(self) -> Pipeline:
        """A pipeline over the database, by this world's clock."""
        return compose(Database(self.url, self.key), self.realm, lambda: self.now)

    def _over_copy(self) -> Pipeline:
        database = Database(self.url, self.key)
        with database.read() as store:
            store.keys.open()
        return pipeline_over(database, lambda: self.now)

    def send(self, who: str, request: Request[R], envelope: Envelope | None = None) -> R:
        """Sends as one of the people; "" is nobody."""
        envelope = envelope or self.envelope(who)
        if self._address is None:
            return self.pipeline.run(envelope, request)
        return self._desk_of_thread().send(request, envelope)

    def _desk_of_thread(self) -> Desk:
        """A console sends one request after another: threads that race need a desk each."""
        if not hasattr(self._thread, "desk"):
            self._thread.desk = self._remote("test")
        desk: Desk = self._thread.desk
        return desk

    def _remote(self, console: str) -> Desk:
        from assistor_console.desk.remote import RemoteDesk

        assert self._address is not None
        desk = RemoteDesk(self._address.url, self._address.trust, console)
        self._desks.append(desk)
        return desk

    @contextmanager
    def served(self, folder: Path) -> Iterator[None]:
        """Within the block everything that people send goes over HTTPS, to a server over this same desk."""
        from tests.serving import served

        with served(self.pipeline, folder) as self._address:
            try:
                yield
            finally:
                for desk in self._desks:
                    desk.close()
                self._address = None

    def envelope(self, who: str) -> Envelope:
        """A fresh envelope of somebody's console."""
        return Envelope(self.tokens.get(who, ""), console=f"console of {who}")

    def desk(self, who: str) -> Desk:
        """A desk as a window has it, signed in."""
        name = f"console of {who}"
        desk: Desk = self._remote(name) if self._address else LocalDesk(self.pipeline, name)
        desk.token = self.tokens[who]
        return desk

    def hire(self, name: str, role: Role, office: str | None = None) -> None:
        """Somebody new with PASSWORD and TOTP, who is signed in for years."""
        person = Person(uuid4(), self.staff_id(name), name.title(), role, office, _QUICK, TOTP)
        with self.database.write() as store:
            store.people.add(person)
            store.sessions.open(person.id, name, START, START + timedelta(days=9999), "")
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


W = TypeVar("W", bound=World)


def make_world(url: str, realm: Realm = Realm.PRACTICE, key: bytes = KEY) -> World:
    """A desk on an empty database with all staff."""
    path = url.partition(":///")[2]
    if url.startswith("sqlite") and (realm, key) == (Realm.PRACTICE, KEY) and not Path(path).exists():
        Path(path).write_bytes(_staffed_file())
        return World(url, copied=True)
    return _make(url, realm, key)


@cache
def _staffed_file() -> bytes:
    """An SQLite file with a practice desk and its staff, made once a process: migrating takes its time."""
    with TemporaryDirectory() as folder:
        _make(f"sqlite:///{folder}/desk.db", Realm.PRACTICE, KEY).database.close()
        return (Path(folder) / "desk.db").read_bytes()


def _make(url: str, realm: Realm, key: bytes) -> World:
    made = World(url, realm, key)
    for name, (role, office) in STAFF.items():
        made.hire(name, role, office)
    return made


@contextmanager
def somewhere(
    request: pytest.FixtureRequest, folder: Path, made: type[W], staffed: bool = True
) -> Iterator[W]:
    """A fresh desk where `request.param` says: one of WHERE."""
    with ExitStack() as stack:
        world = made(stack.enter_context(_database(request, folder, staffed)), copied=staffed)
        stack.callback(world.database.close)
        if request.param.startswith("remote"):
            from tests.serving_login import as_serving

            stack.enter_context(as_serving(world, granted=staffed))
            stack.enter_context(world.served(folder))
        yield world


@contextmanager
def _database(request: pytest.FixtureRequest, folder: Path, staffed: bool) -> Iterator[str]:
    if request.param.endswith("sqlite"):
        if staffed:
            (folder / "desk.db").write_bytes(_staffed_file())
        yield f"sqlite:///{folder / 'desk.db'}"
    elif staffed:
        copied = request.getfixturevalue("staffed_url")
        with postgres.database(copied, like=copied) as url:
            yield url
    else:
        with postgres.database(request.getfixturevalue("postgres_url")) as url:
            yield url


@pytest.fixture(params=(WHERE[0], WHERE[2]))
def world(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    """A fresh desk with staff: in this process on SQLite, and over HTTPS on PostgreSQL as the serving login.

    A test that wants the desk in this process on PostgreSQL asks for it (`WHERE[1]`, indirect).
    """
    with somewhere(request, tmp_path, World) as made:
        yield made


@pytest.fixture(params=WHERE[:2])
def bare(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    """A desk where nobody works yet: it is founded on the machine of its database."""
    with somewhere(request, tmp_path, World, staffed=False) as made:
        yield made
