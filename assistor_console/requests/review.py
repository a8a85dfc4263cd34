"""The supervisor's queues and a case's timeline."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from pydantic import Field

from ..domain.terms import AccessReason, Language, Signal, State, Topic
from .base import SUPERVISORS, Command, Query, Refusable, Reply

QUEUE = frozenset({Topic.QUEUE})


class Queue(StrEnum):
    """The queues, first of them what needs a person now."""

    NEEDS_PERSON = "needs_person"
    INTERRUPTED = "interrupted"
    REFERRED = "referred"
    APPOINTMENTS = "appointments"
    MISSED = "missed"
    VERIFIED = "verified"
    LETTERS = "letters"
    HELD = "held"
    OPEN = "open"
    CLOSED = "closed"


class QueueSeen(Reply):
    """A queue and how many cases stand in it."""

    queue: Queue
    count: int
    needs_person: bool = False


class Queues(Reply):
    """Every queue."""

    now: datetime
    queues: tuple[QueueSeen, ...]


class SeeQueues(Query[Queues], allow=SUPERVISORS):
    """The queues and their counts."""


class CaseRow(Reply):
    """A row of a queue: values are masked."""

    case_id: UUID
    number: str
    name_masked: str
    tin_last_four: str
    state: State
    opened_at: datetime
    since: datetime
    language: Language
    owner: str
    last_event: str
    last_at: datetime


class CasePage(Reply):
    """One page of a queue; `after` is the cursor of the next, None at the end.

    Cases of one's own household count in `total`, unless a number is searched, and are not among the rows.
    """

    now: datetime
    rows: tuple[CaseRow, ...]
    total: int
    after: UUID | None


class SeeQueue(Query[CasePage], allow=SUPERVISORS):
    """A page of a queue, oldest first; filters by state, least age in days and case number."""

    queue: Queue
    states: frozenset[State] = frozenset()
    least_days: int = Field(default=0, ge=0, le=3650)
    number: str = Field(default="", max_length=20)
    newest_first: bool = False
    after: UUID | None = None
    limit: int = Field(default=50, ge=1, le=200)


class TimelineEvent(Reply):
    """One thing that happened: a code the console has text for, and the values in that text."""

    at: datetime
    event: str
    values: dict[str, str | int] = Field(default_factory=dict)
    who: str = ""


class SignalCount(Reply):
    """How often something was noticed on the calls of a case; for review alone, never scored."""

    kind: Signal
    times: int


class CaseSeen(Reply):
    """A case and its timeline, newest first, and what was noticed while its items were asked."""

    now: datetime
    row: CaseRow
    version: int
    timeline: tuple[TimelineEvent, ...]
    flagged: bool = False
    signals: tuple[SignalCount, ...] = ()
    offers: tuple[Refusable, ...]


class SeeCase(Query[CaseSeen], allow=SUPERVISORS, opens=True):
    """One case; the look is on the trail, with its reason."""

    case_id: UUID
    why: AccessReason = AccessReason.CASE_REVIEW


class HoldCase(Command[CaseSeen], allow=SUPERVISORS, touches=QUEUE):
    """Holds a case, with a reason."""

    case_id: UUID
    reason: str = Field(min_length=3, max_length=200)


class ReleaseCase(Command[CaseSeen], allow=SUPERVISORS, touches=QUEUE):
    """Lets a held case go on where it stood; not by whoever interviewed."""

    case_id: UUID
    reason: str = Field(min_length=3, max_length=200)


class CloseCase(Command[CaseSeen], allow=SUPERVISORS, touches=QUEUE):
    """Closes a held case for good, with a reason."""

    case_id: UUID
    reason: str = Field(min_length=3, max_length=200)
