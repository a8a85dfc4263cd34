"""The interview: answers as they are given, and the trials that decide."""

from typing import Literal
from uuid import UUID

from pydantic import Field

from ..domain.terms import Response, Signal, Topic
from .base import ASSISTORS, Command, Done, Secret, Trial
from .intake import CallSeen

QUEUE = frozenset({Topic.QUEUE})
MOST_MS = 2**53 - 1
"""No database and no JSON rounds it, even where a whole interview is added up."""


class AnswerQuestion(Command[CallSeen], allow=ASSISTORS, kept=True):
    """Keeps one answer; refused where it cannot be read as its kind.

    `waited_ms` is how long the question stood, `idle_ms` the longest stretch in which nothing was typed,
    both by the console's monotonic clock. One that comes after its time ends the interview and is not kept.
    """

    call_id: UUID
    number: int = Field(ge=1, le=99)
    response: Response = Response.ANSWERED
    text: Secret = ""
    waited_ms: int = Field(default=0, ge=0, le=MOST_MS)
    idle_ms: int | None = Field(default=None, ge=0, le=MOST_MS)


class ExpireInterview(Command[CallSeen], allow=ASSISTORS, touches=QUEUE):
    """The time of the question that stands has run out: a failed attempt (NIST SP 800-63A-3 5.3.2).

    No trial: nothing secret is tested, and it must be possible where no attempt is left. The attempt is spent
    in the transaction that ends the interview, under the ticket its scoring would have.
    Refused: interview.time_left while `idle_ms` says so, interview.no_such_question for any but the next.
    """

    call_id: UUID
    number: int = Field(ge=1, le=99)
    waited_ms: int = Field(ge=0, le=MOST_MS)
    idle_ms: int = Field(ge=0, le=MOST_MS)


class FetchPapers(Command[CallSeen], allow=ASSISTORS):
    """The caller fetches papers before the first tax item is shown: once, and the clock rests meanwhile."""

    call_id: UUID


class CallerReady(Command[CallSeen], allow=ASSISTORS):
    """The caller is back, or needs no papers: the first tax item is shown, and its clock runs."""

    call_id: UUID


class NoteSignal(Command[Done], allow=ASSISTORS):
    """Another voice was heard: noted for review, never scored."""

    call_id: UUID
    kind: Literal[Signal.ANOTHER_VOICE] = Signal.ANOTHER_VOICE


class KeepDraft(Command[Done], allow=ASSISTORS, kept=True):
    """Keeps what is being typed, so that a crash loses at most a keystroke."""

    call_id: UUID
    number: int = Field(ge=1, le=99)
    text: Secret

    def replaces(self) -> str:
        """Only the last draft of a question matters."""
        return f"{self.call_id} {self.number}"


class IdentifyCaller(Trial[CallSeen], allow=ASSISTORS, limit="identify", opens=True, touches=QUEUE):
    """Tests TIN and name together; opens the caller's case, or joins the one that is open."""

    call_id: UUID

    def subject(self) -> str:
        """Counted for the call: a mismatch is asked once more, then the call ends."""
        return str(self.call_id)


class CheckIdentity(
    Trial[CallSeen], allow=ASSISTORS, limit="identity", once=True, by_taxpayer=True, touches=QUEUE
):
    """Tests the identity items, looks for an existing account and draws the tax items.

    Counted for the taxpayer: a case that nothing came of is abandoned, and the next one gives no new guesses.
    """

    call_id: UUID


class ScoreInterview(Trial[CallSeen], allow=ASSISTORS, limit="interview", once=True, touches=QUEUE):
    """Freezes the answers and decides; the verdict is one word."""

    call_id: UUID
