"""A practice desk with one caller who was referred, an assistor on the line and staff at two offices."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any
from uuid import UUID, uuid4

from assistor_console.assets import resource
from assistor_console.desk.library import Library
from assistor_console.desk.pipeline import Pipeline, handlers
from assistor_console.domain.call import Answer, Call, Interview, Stage
from assistor_console.domain.case import Case
from assistor_console.domain.records import Address, Filer, TaxReturn
from assistor_console.domain.script import Question
from assistor_console.domain.terms import (
    AnswerKind,
    CallState,
    FilingStatus,
    Form,
    Language,
    Realm,
    Reason,
    Response,
    Role,
    Section,
    State,
    Text,
)
from assistor_console.published.identity_documents import read_identity_documents
from assistor_console.published.policy import read_policy
from assistor_console.published.script import read_script
from assistor_console.published.tac import read_closed_days, read_offices
from assistor_console.requests.appointments import Brought
from assistor_console.requests.base import Envelope, R, Request
from assistor_console.requests.visits import Shown
from assistor_console.services import appointments, visits
from assistor_console.store.database import Database
from assistor_console.store.people import Person
from assistor_console.store.publications import Publication
from assistor_console.store.store import Store
from assistor_console.store.tables import meta

START = datetime(2017, 12, 11, 15, 0, tzinfo=UTC)  # Monday, 10:00 Eastern
TEXTS: dict[str, tuple[tuple[str, str], Callable[[str], Any]]] = {
    "policy": (("policy", "2017-12-10.yaml"), cache(read_policy)),
    "script": (("scripts", "exception-2017.yaml"), cache(read_script)),
    "offices": (("tac", "offices-2017.yaml"), cache(read_offices)),
    "closed_days": (("tac", "closed-days.yaml"), cache(read_closed_days)),
    "identity_documents": (("policy", "identity-documents-2017.yaml"), cache(read_identity_documents)),
}

LICENSE = Brought(kind="drivers_license", issuer="California", expires=date(2021, 3, 4), same_name=True)
PASSPORT = Brought(
    kind="us_passport", issuer="U.S. Department of State", expires=date(2019, 8, 31), same_name=True
)


def shown(brought: Brought, **changes: object) -> Shown:
    """A document as it is put on the desk at the window."""
    values = {"kind": brought.kind, "issuer": brought.issuer, "expires": brought.expires}
    seen = {"last_four": "4471", "name": "Teodor Mihai Albescu", "photo": True}
    return Shown.model_validate({**values, **seen, **changes})


@dataclass
class World:
    """The desk, who is signed in, and a clock that a test moves."""

    database: Database
    now: datetime = START
    tokens: dict[str, str] = field(default_factory=dict)
    people: dict[str, UUID] = field(default_factory=dict)

    def __post_init__(self) -> None:
        library = Library({kind: reader for kind, (_, reader) in TEXTS.items()})
        self.pipeline = Pipeline(self.database, handlers((appointments, visits)), library, lambda: self.now)
        self.policy = read_policy(resource("policy", "2017-12-10.yaml").read_text("utf-8"))

    def send(self, who: str, request: Request[R]) -> R:
        """Sends as one of the people."""
        return self.pipeline.run(Envelope(self.tokens[who]), request)

    def hire(self, name: str, role: Role, office: str | None = None) -> None:
        """Somebody new who is signed in for years."""
        person = Person(uuid4(), f"{len(self.people):010d}", name, role, office, "", "")
        with self.database.write() as store:
            store.people.add(person)
            store.people.open_session(person.id, name, START, START + timedelta(days=9999), "")
        self.people[name], self.tokens[name] = person.id, name

    def referred(self, tin: str = "123004567", assistor: str = "assistor") -> tuple[UUID, UUID]:
        """A new referred case and the call it is on, by id."""
        person = self.people[assistor]
        case = Case(
            id=uuid4(),
            number=f"EP-17-{tin[-6:]}",
            state=State.REFERRED,
            version=1,
            tin=tin,
            name="TEODOR<ALBESCU",
            language=Language.EN,
            opened_at=START,
            since=START,
            script_version=self.version("script"),
            policy_version=self.version("policy"),
            interviewer=person,
        )
        call = Call(
            uuid4(), person, CallState.OPEN, Reason.NEW_PROOFING, Language.EN, START, 1, case.id, proven=True
        )
        with self.database.write() as store:
            store.cases.add(case, "ALBE", date(1978, 3, 4))
            store.calls.add(call)
        return case.id, call.id

    def said(self, call_id: UUID, kind: AnswerKind, text: str) -> None:
        """An interview on a call in which one identity item was answered."""
        interview = Interview(uuid4(), call_id, Stage.OVER, self.version("script"))
        heading = Text("Identity", "Identidad")
        question = Question(4, "address", Section.IDENTITY, kind, heading, heading, heading)
        with self.database.write() as store:
            store.interviews.add(interview)
            store.interviews.ask(interview.id, [question])
            store.interviews.answer(interview.id, Answer(4, Response.ANSWERED, text, self.now), 0)

    def version(self, kind: str) -> str:
        """The version in force."""
        with self.database.read() as store:
            return store.publications.newest(kind, self.now)

    @contextmanager
    def reading(self) -> Iterator[Store]:
        """The store, to look at what rests."""
        with self.database.read() as store:
            yield store


def make_world(url: str, realm: Realm = Realm.PRACTICE) -> World:
    """A fresh desk on an empty database."""
    database = Database(url, bytes(32))
    meta.create_all(database.engine)
    with database.write() as store:
        store.realm.make(realm, START, timedelta())
        for kind, (path, reader) in TEXTS.items():
            text = resource(*path).read_text("utf-8")
            effective = datetime(2017, 12, 10, tzinfo=UTC)
            store.publications.add(Publication(kind, reader(text).version, effective, text.encode()))
    world = World(database)
    world.hire("assistor", Role.ASSISTOR)
    world.hire("colleague", Role.ASSISTOR)
    world.hire("fresno", Role.TAC, "fresno-ca")
    world.hire("visalia", Role.TAC, "visalia-ca")
    world.hire("nowhere", Role.TAC)
    return world


def tax_return(zip_code: str = "937061234", tin: str = "123004567") -> TaxReturn:
    """A return that says where the caller lives."""
    return TaxReturn(
        tax_year=2016,
        form=Form.F1040,
        status=FilingStatus.SINGLE,
        primary=Filer(tin, "TEODOR<ALBESCU", "ALBE", date(1978, 3, 4)),
        spouse=None,
        address=Address(("1 ELM ST",), "FRESNO", "CA", zip_code),
        amounts={"agi": 4_217_300},
    )
