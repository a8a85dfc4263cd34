"""Letter runs: lease a batch, draw it, confirm that it was printed, confirm that it was mailed."""

from datetime import datetime
from uuid import UUID

from pydantic import Field

from ..domain.letter import LetterState
from ..domain.terms import Language, Topic
from .base import SUPERVISORS, Command, Document, Query, Reply

LETTERS = frozenset({Topic.LETTERS, Topic.QUEUE})


class LetterSeen(Reply):
    """One letter in the ledger; never its code."""

    letter_id: UUID
    number: str
    case_number: str
    name_masked: str
    language: Language
    state: LetterState
    queued_at: datetime
    run: str | None


class RunSeen(Reply):
    """One run and how many of its letters stand where."""

    run_id: UUID
    number: str
    state: LetterState
    leased_at: datetime
    lease_ends: datetime
    leased_by: str
    letters: int
    mine: bool

    def about(self) -> UUID:
        """The run."""
        return self.run_id


class LetterDesk(Reply):
    """The queue and the runs that are not finished."""

    now: datetime
    queued: int
    uncertain: int
    letters: tuple[LetterSeen, ...]
    runs: tuple[RunSeen, ...]


class SeeLetters(Query[LetterDesk], allow=SUPERVISORS):
    """What waits to be printed and mailed."""


class LeaseRun(Command[RunSeen], allow=SUPERVISORS, touches=LETTERS):
    """Takes the oldest queued letters (at most policy's number) as one run."""

    most: int = Field(default=1000, ge=1, le=1000)


class RunDocument(Query[Document], allow=SUPERVISORS, long=True):
    """The run as one PDF; for whoever holds the lease, while it holds."""

    run_id: UUID


class ConfirmPrinted(Command[RunSeen], allow=SUPERVISORS, touches=LETTERS):
    """Every page was printed: the codes are erased."""

    run_id: UUID
    letters: int = Field(ge=1)


class ConfirmMailed(Command[RunSeen], allow=SUPERVISORS, touches=LETTERS):
    """The envelopes are with the post: the cases go on to letter mailed."""

    run_id: UUID
    letters: int = Field(ge=1)


class ReplaceRun(Command[RunSeen], allow=SUPERVISORS, touches=LETTERS):
    """What was printed of the run is destroyed: its codes are void and new letters wait in the queue."""

    run_id: UUID
