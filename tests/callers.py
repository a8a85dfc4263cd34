"""Callers: people on file, and the telephone calls they make, question by question.

caller = Caller(world, MARISOL)
caller.reach_verdict()              # every answer true
caller.reach_verdict(wrong=1)       # one tax item wrong
"""

from dataclasses import dataclass, replace
from datetime import date

from assistor_console.domain.records import (
    Address,
    EServicesUser,
    Filer,
    IncomeDocument,
    Record,
    SecureAccess,
    TaxReturn,
)
from assistor_console.domain.script import Question
from assistor_console.domain.terms import (
    AnswerKind,
    FilingStatus,
    Form,
    Language,
    Origin,
    Reason,
    Response,
    UserKind,
)
from assistor_console.requests.accounts import AccountIssued, IssueAccount
from assistor_console.requests.base import Request
from assistor_console.requests.intake import CallSeen, RecordEligibility, StartCall
from assistor_console.requests.interview import (
    AnswerQuestion,
    CallerReady,
    CheckIdentity,
    IdentifyCaller,
    ScoreInterview,
)
from tests.worlds import World

HOME = Address(("1184 LARKSPUR LN",), "FRESNO", "CA", "937061234")


@dataclass(frozen=True)
class Persona:
    """Somebody who may phone: what is on file for them, and how they say who they are."""

    filer: Filer
    records: tuple[Record, ...]
    address: str = "1184 Larkspur Ln, Fresno, CA 93706"
    status: str = "single"

    @property
    def tin(self) -> str:
        """As it is said."""
        return f"{self.filer.tin[:3]}-{self.filer.tin[3:5]}-{self.filer.tin[5:]}"

    @property
    def name(self) -> str:
        """As it is said."""
        return self.filer.name.replace("<", " ").title()

    @property
    def identity(self) -> dict[int, str]:
        """True answers to the identity items by number."""
        assert self.filer.birth
        born = self.filer.birth.strftime("%m/%d/%Y")
        return {1: self.tin, 2: self.name, 3: born, 4: self.address, 5: self.status}


def tax_return(filer: Filer, year: int, agi: int, address: Address = HOME) -> TaxReturn:
    """A single person's return whose amounts follow from its AGI (cents)."""
    amounts = {
        "wages": agi - 1_234_00,
        "agi": agi,
        "taxable_income": agi - 10_350_00,
        "total_tax": agi // 10,
        "withholding": agi // 10 + 777_00,
        "refund": 777_00,
        "owed": 0,
    }
    return TaxReturn(year, Form.F1040, FilingStatus.SINGLE, filer, None, address, amounts, exemptions=1)


def w2(filer: Filer, year: int, employer: str, payer_tin: str, wages: int) -> IncomeDocument:
    """A W-2 with its boxes filled from the wages (cents)."""
    boxes = {"wages": wages, "withheld": wages // 9, "social_security_tax": wages // 16}
    return IncomeDocument(year, Form.W2, filer, HOME, payer_tin, employer, boxes)


def _dividends(filer: Filer, year: int, payer: str, payer_tin: str, cents: int) -> IncomeDocument:
    return IncomeDocument(year, Form.DIV, filer, HOME, payer_tin, payer, {"ordinary": cents}, "5544")


def persona(
    tin: str, name: str, control: str, agi: int, kind: UserKind | None = UserKind.E_SERVICES
) -> Persona:
    """Somebody whose records carry two interviews: two returns and seven income documents; `kind` None is no
    e-Services user."""
    me = Filer(tin, name, control, date(1978, 3, 4))
    bank = {"interest": 45_67 + agi % 1000}
    papers: tuple[Record, ...] = (
        tax_return(me, 2016, agi),
        tax_return(me, 2015, agi - 2_307_00),
        w2(me, 2016, "VALLEY PACKING INC", "110000001", agi * 2 // 3 + 11),
        w2(me, 2016, "HARBOR FREIGHT HANDLING LLC", "110000002", agi // 5 + 67),
        w2(me, 2015, "VALLEY PACKING INC", "110000001", agi * 3 // 5 + 78),
        IncomeDocument(2016, Form.INT, me, HOME, "110000003", "FIRST SIERRA BANK NA", bank, "4321"),
        IncomeDocument(
            2015, Form.INT, me, HOME, "110000004", "DELTA SAVINGS BANK", {"interest": 38_12}, "8765"
        ),
        _dividends(me, 2016, "PACIFIC GROWTH FUND", "110000005", 212_40 + agi % 1000),
        _dividends(me, 2015, "OLD MILL EQUITY FUND", "110000006", 187_55 + agi % 1000),
    )
    user = EServicesUser(tin, name.replace("<", " "), control, date(1978, 3, 4), kind) if kind else None
    return Persona(me, (*papers, *((user,) if user else ())))


def registered(one: Persona, origin: Origin) -> Persona:
    """The same person with a Secure Access account that some tool made."""
    account = SecureAccess("someone", origin, date(2017, 6, 1))
    records = [replace(r, account=account) if isinstance(r, EServicesUser) else r for r in one.records]
    return replace(one, records=tuple(records))


def thin(one: Persona) -> Persona:
    """The same person without an income document: too little on file for an interview."""
    return replace(one, records=tuple(r for r in one.records if not isinstance(r, IncomeDocument)))


MARISOL = persona("123004417", "MARISOL A<QUINTERO", "QUIN", 61_214_00)
TEODOR = persona("123004567", "TEODOR MIHAI<ALBESCU", "ALBE", 48_309_00)


class Caller:
    """One person on the line with one assistor; `seen` is the call as it stands."""

    seen: CallSeen

    def __init__(self, world: World, who: Persona, assistor: str = "ana") -> None:
        self.world, self.who, self.assistor = world, who, assistor

    def send(self, request: Request[CallSeen]) -> CallSeen:
        """Sends and keeps what comes back."""
        self.seen = self.world.send(self.assistor, request)
        return self.seen

    def start(self, reason: Reason = Reason.NEW_PROOFING, language: Language = Language.EN) -> CallSeen:
        """The greeting."""
        return self.send(StartCall(language=language, reason=reason))

    def eligible(self, **changes: bool) -> CallSeen:
        """What the caller says of themselves; all yes unless changed."""
        yes = dict.fromkeys(("individual", "own_behalf", "eservices_user", "tried_online"), True)
        return self.send(RecordEligibility(call_id=self.seen.call_id, **{**yes, **changes}))

    def answer(self, number: int, text: str, response: Response = Response.ANSWERED) -> CallSeen:
        """One answer as typed."""
        return self.send(
            AnswerQuestion(call_id=self.seen.call_id, number=number, text=text, response=response)
        )

    def identify(self, tin: str = "", name: str = "") -> CallSeen:
        """TIN and name, and the test of them."""
        self.answer(1, tin or self.who.tin)
        self.answer(2, name or self.who.name)
        return self.send(IdentifyCaller(call_id=self.seen.call_id))

    def identity(self, **changes: str) -> CallSeen:
        """The identity items not yet answered, and the test of them: `identity(birth="01/02/1950")`."""
        self.answer_identity(**changes)
        return self.send(CheckIdentity(call_id=self.seen.call_id))

    def answer_identity(self, **changes: str) -> None:
        """The identity items not yet answered."""
        numbers = {"tin": 1, "name": 2, "birth": 3, "address": 4, "status": 5}
        said = {**self.who.identity, **{numbers[item]: text for item, text in changes.items()}}
        while self.seen.question:
            self.answer(self.seen.question.number, said[self.seen.question.number])

    def ready(self) -> CallSeen:
        """The caller has the papers: the first tax item is asked."""
        return self.send(CallerReady(call_id=self.seen.call_id))

    def tax(self, wrong: int = 0) -> CallSeen:
        """Every tax item, the first `wrong` of them wrongly."""
        for count, question in enumerate(self.questions()[5:]):
            self.answer(question.number, lie(question) if count < wrong else truth(question))
        return self.seen

    def finish(self) -> CallSeen:
        """A true answer to every item that has none yet, and the verdict."""
        left = {question.number: question for question in self.questions()}
        if self.seen.papers:
            self.ready()
        while self.seen.question:
            self.answer(self.seen.question.number, truth(left[self.seen.question.number]))
        return self.send(ScoreInterview(call_id=self.seen.call_id))

    def questions(self) -> list[Question]:
        """Every question drawn, with what it accepts: read beside the desk."""
        with self.world.reading() as store:
            interview = store.interviews.of_call(self.seen.call_id)
            return store.interviews.questions(interview.id) if interview else []

    def reach_tax(self) -> CallSeen:
        """From the greeting to where the tax items are drawn."""
        self.start()
        self.eligible()
        self.identify()
        return self.identity()

    def reach_verdict(self, wrong: int = 0) -> CallSeen:
        """From the greeting to the verdict."""
        self.reach_tax()
        self.tax(wrong)
        return self.send(ScoreInterview(call_id=self.seen.call_id))

    def issue(self) -> AccountIssued:
        """The account, once the caller is proved."""
        issued = self.world.send(self.assistor, IssueAccount(call_id=self.seen.call_id))
        self.seen = issued.call
        return issued


def truth(question: Question) -> str:
    """A right answer as it is typed."""
    right = question.accepted[0]
    return f"{int(right) / 100:.2f}" if question.kind is AnswerKind.MONEY else right


def lie(question: Question) -> str:
    """A wrong answer that can be read as its kind."""
    if question.kind is AnswerKind.MONEY:
        return f"{int(question.accepted[0]) / 100 + 1000:.2f}"
    wrong = {AnswerKind.BUSINESS_NAME: "Nowhere Foundry Company", AnswerKind.COUNT: "19"}
    return wrong.get(question.kind, "0000")
