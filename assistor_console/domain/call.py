"""One contact with a caller, and the one run of a script it may hold."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from .errors import refused
from .terms import CallState, Language, Reason, Response, Verdict


class Stage(StrEnum):
    """Which part of its script an interview is in."""

    IDENTIFY = "identify"
    IDENTITY = "identity"
    TAX = "tax"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Interview:
    """One run of a script. `frozen` once its answers are being scored: none is taken after that.

    `identified` tells that TIN and name were tested on this call: they are not asked or changed again.
    `asked_at` is since when the question that is next has stood (None while the line is dead, or where none
    does), `paused_at` when the one pause to fetch papers began, `expired` that a question's time ran out.
    """

    id: UUID
    call_id: UUID
    stage: Stage
    script_version: str
    identified: bool = False
    frozen: bool = False
    verdict: Verdict | None = None
    scored_at: datetime | None = None
    asked_at: datetime | None = None
    paused_at: datetime | None = None
    expired: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """One committed answer; `text` is canonical for its kind (`answers.parse`), empty unless answered."""

    number: int
    response: Response
    text: str = field(repr=False)
    at: datetime


@dataclass(frozen=True, slots=True)
class Call:
    """One contact. `closing` names the text that ends it; `proven` that this caller was proved on it.

    `eligible` is None until the caller has said who they are.
    """

    id: UUID
    assistor: UUID
    state: CallState
    reason: Reason
    language: Language
    opened_at: datetime
    version: int
    case_id: UUID | None = None
    eligible: bool | None = None
    asked_again: bool = False
    proven: bool = False
    closing: str = ""
    ended_at: datetime | None = None

    def changed(self, **values: object) -> "Call":
        """A copy with values changed and the version one on."""
        return replace(self, version=self.version + 1, **values)  # type: ignore[arg-type]

    def ended(self, now: datetime) -> "Call":
        """The call after the line was put down for good."""
        if self.state is CallState.ENDED:
            raise refused("call.ended")
        return self.changed(state=CallState.ENDED, ended_at=now)
