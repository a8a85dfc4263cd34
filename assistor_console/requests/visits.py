"""The visit: TAC staff check two forms of government-issued ID."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import Field

from ..domain.terms import State, Topic
from .appointments import PairSeen
from .base import TAC_STAFF, Command, Part, Query, Reply

QUEUES = frozenset({Topic.QUEUE, Topic.APPOINTMENTS})


class Outcome(StrEnum):
    """How a visit ends."""

    VERIFIED = "verified"
    NOT_VERIFIED = "not_verified"
    INCOMPLETE = "incomplete"


class Check(StrEnum):
    """What the verifier looks at, ticked one by one."""

    CAME_IN_PERSON = "came_in_person"
    NAMES_AGREE = "names_agree"
    ORIGINALS = "originals"
    SECURITY_FEATURES = "security_features"


class VisitSeen(Reply):
    """One appointment of the day; no tax data. `name` is "" where it is not this person's to see."""

    case_id: UUID
    number: str
    name: str
    starts: datetime
    minutes: int
    state: State
    outcome: Outcome | None = None


class VisitList(Reply):
    """The appointments of one day at the staff member's own office, in its zone."""

    office: str
    zone: str
    day: date
    visits: tuple[VisitSeen, ...]


class SeeVisits(Query[VisitList], allow=TAC_STAFF):
    """The day's list; today where no day is named. Refused("visit.day") for one that is not near: policy's
    `visits_days_back` and `visits_days_ahead`."""

    day: date | None = None


class VisitFacts(Reply):
    """One visitor: who is expected, and what they said they would bring (kinds only)."""

    visit: VisitSeen
    born: date | None
    expected: tuple[str, ...]
    may_verify: bool
    why_not: str | None = None


class SeeVisit(Query[VisitFacts], allow=TAC_STAFF, opens=True):
    """One appointment at the staff member's own office; Refused("visit.day") as for the day's list."""

    case_id: UUID


class Shown(Part):
    """An identity document as it was shown: the number's last four only."""

    kind: str
    issuer: str = Field(max_length=80)
    last_four: Annotated[str, Field(max_length=4, repr=False)]
    expires: date | None
    name: Annotated[str, Field(max_length=120, repr=False)]
    photo: bool


class ExamineDocuments(Query[PairSeen], allow=TAC_STAFF):
    """Are these two accepted today? Says which rule refuses which."""

    case_id: UUID
    first: Shown | None
    second: Shown | None


class RecordVisit(Command[VisitFacts], allow=TAC_STAFF, touches=QUEUES):
    """Ends the visit. Verified needs two accepted documents of different kinds and every check."""

    case_id: UUID
    outcome: Outcome
    first: Shown | None = None
    second: Shown | None = None
    checks: frozenset[Check] = frozenset()
    reason: str = Field(default="", max_length=40)


class MarkNoShow(Command[VisitFacts], allow=TAC_STAFF, touches=QUEUES):
    """The visitor did not come."""

    case_id: UUID
