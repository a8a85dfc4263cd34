"""The call: greeting, reason, who may be helped, and finding the case of a caller who phones again."""

from datetime import date, datetime
from uuid import UUID

from pydantic import Field

from ..domain.codes import read_continuation
from ..domain.policy import Policy
from ..domain.terms import (
    AnswerKind,
    CallState,
    Due,
    Language,
    Reason,
    Response,
    Section,
    State,
    Text,
    Topic,
    Verdict,
)
from .base import ASSISTORS, Command, Query, Refusable, Reply, Secret, Trial


class ChoiceSeen(Reply):
    """One of the values a choice question can take, and how it is said."""

    value: str
    text: Text


class QuestionSeen(Reply):
    """A question to ask: what is read aloud and how the answer is typed; never what is expected."""

    number: int
    section: Section
    kind: AnswerKind
    label: Text
    text: Text
    hint: Text | None = None
    rephrase: Text | None = None
    choices: tuple[ChoiceSeen, ...] = ()


class Recorded(Reply):
    """An answer that is in: which question, how the caller met it and when; never its value."""

    number: int
    label: Text
    response: Response
    at: datetime
    frozen: bool


class StepSeen(Reply):
    """A part of the interview and how far it is."""

    section: Section
    label: Text
    done: int
    total: int


class CaseFacts(Reply):
    """The case a call is about, as the assistor may see it."""

    id: UUID
    number: str
    state: State
    since: datetime
    name: str
    tin_last_four: str
    call: int
    attempt: int
    attempts: int
    verified_at: datetime | None = None
    verified_where: str = ""
    verified_until: datetime | None = None


class AppointmentFacts(Reply):
    """A booked appointment in the office's own zone."""

    office: str
    starts: datetime
    zone: str
    minutes: int


class CallSeen(Reply):
    """Everything the call page shows. Every request about a call answers with it.

    `papers` says that the tax items are drawn and none was shown yet: the caller may be given time to fetch
    papers, unless `papers_fetched` says that this was done. The clock rests at most until `resting_until`.

    `numbers` are those of all questions drawn, `asked` the words of those that a console may have: identity
    items, tax items that were shown or answered, the one that stands and the next.
    """

    call_id: UUID
    opened_at: datetime
    now: datetime
    state: CallState
    reason: Reason
    language: Language
    script: str
    due: Due
    lines: dict[str, Text] = Field(default_factory=dict)
    case: CaseFacts | None = None
    question: QuestionSeen | None = None
    draft: str = Field(default="", repr=False)
    question_seconds: int
    question_warning_seconds: int
    papers: bool = False
    papers_fetched: bool = False
    resting_until: datetime | None = None
    papers_seconds: int = 0
    thanks: Text
    steps: tuple[StepSeen, ...] = ()
    numbers: tuple[int, ...] = ()
    asked: tuple[QuestionSeen, ...] = ()
    recorded: tuple[Recorded, ...] = ()
    verdict: Verdict | None = None
    verdict_at: datetime | None = None
    appointment: AppointmentFacts | None = None
    offers: tuple[Refusable, ...] = ()
    asked_again: bool = False


class StartCall(Command[CallSeen], allow=ASSISTORS, touches=frozenset({Topic.FLOOR})):
    """Opens a call. Refused: call.one_at_a_time while this assistor has another one open; shift.closed."""

    language: Language
    reason: Reason


class NoCall(Reply):
    """The call this assistor has open, or None."""

    call: CallSeen | None


class MyCall(Query[NoCall], allow=ASSISTORS):
    """The call to go on with, after a crash too."""


class SeeCall(Query[CallSeen], allow=ASSISTORS):
    """The call as it stands."""

    call_id: UUID


class SetLanguage(Command[CallSeen], allow=ASSISTORS):
    """The caller goes on in the other language; the place is kept."""

    call_id: UUID
    language: Language


class RecordEligibility(Command[CallSeen], allow=ASSISTORS):
    """What the caller says of themselves: refused kinds of caller get their closing text."""

    call_id: UUID
    individual: bool
    own_behalf: bool
    eservices_user: bool
    tried_online: bool


class DropCall(Command[CallSeen], allow=ASSISTORS, touches=frozenset({Topic.QUEUE, Topic.FLOOR})):
    """The line went dead: the place is kept."""

    call_id: UUID


class ResumeCall(Command[CallSeen], allow=ASSISTORS, touches=frozenset({Topic.QUEUE, Topic.FLOOR})):
    """The caller is back on the line."""

    call_id: UUID


class EndCall(Command[CallSeen], allow=ASSISTORS, touches=frozenset({Topic.QUEUE, Topic.FLOOR})):
    """Ends the call with its disposition; an unfinished interview is interrupted."""

    call_id: UUID


class CaseFound(Reply):
    """A case that fits a name and a date of birth: enough to choose by, no more; the name is masked."""

    case_id: UUID
    number: str
    name: str
    opened_at: datetime


class CasesFound(Reply):
    """Open cases that fit; it proves nothing about the caller."""

    cases: tuple[CaseFound, ...]


class FindCases(Trial[CasesFound], allow=ASSISTORS, limit="find", by_person=True, opens=True):
    """Finds open cases by name and date of birth, or by case number.

    A date of birth is an identity item: searches that find nothing are counted for the assistor. Those that
    find open every case they show.
    """

    call_id: UUID
    name: str = Field(default="", max_length=120, repr=False)
    born: date | None = Field(default=None, repr=False)
    number: str = Field(default="", max_length=20)


class TakeCase(Command[CallSeen], allow=ASSISTORS, opens=True, touches=frozenset({Topic.QUEUE})):
    """This call is about that case. Nothing is proved by it."""

    call_id: UUID
    case_id: UUID


class ProveContinuation(
    Trial[CallSeen], allow=ASSISTORS, limit="continuation", touches=frozenset({Topic.QUEUE})
):
    """Tests the continuation code of the slip; counted for the case."""

    call_id: UUID
    code: Secret

    def check(self, policy: Policy) -> None:
        """A mistyped code shows by its length or check symbol: it is typed again, and costs nothing."""
        read_continuation(self.code, policy.continuation_code_bits)


class AskIdentity(Command[CallSeen], allow=ASSISTORS):
    """The caller has no continuation code: the identity items are asked again."""

    call_id: UUID
