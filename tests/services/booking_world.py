"""A practice desk with one caller who was referred, an assistor on the line and staff at two offices."""

from datetime import date
from uuid import UUID, uuid4

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
    Reason,
    Response,
    Role,
    Section,
    State,
    Text,
)
from assistor_console.requests.appointments import Brought
from assistor_console.requests.visits import Shown
from tests.worlds import START, World

LICENSE = Brought(kind="drivers_license", issuer="California", expires=date(2021, 3, 4), same_name=True)
PASSPORT = Brought(
    kind="us_passport", issuer="U.S. Department of State", expires=date(2019, 8, 31), same_name=True
)


def shown(brought: Brought, **changes: object) -> Shown:
    """A document as it is put on the desk at the window."""
    values = {"kind": brought.kind, "issuer": brought.issuer, "expires": brought.expires}
    seen = {"last_four": "4471", "name": "Teodor Mihai Albescu", "photo": True}
    return Shown.model_validate({**values, **seen, **changes})


STAFF = {
    "assistor": (Role.ASSISTOR, None),
    "colleague": (Role.ASSISTOR, None),
    "fresno": (Role.TAC, "fresno-ca"),
    "visalia": (Role.TAC, "visalia-ca"),
    "nowhere": (Role.TAC, None),
}


class BookingWorld(World):
    """The desk with staff at two offices, and callers who were referred before the test begins."""

    def __post_init__(self) -> None:
        super().__post_init__()
        for name, (role, office) in STAFF.items():
            self.hire(name, role, office)

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
