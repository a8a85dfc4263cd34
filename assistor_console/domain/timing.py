"""The clock of a question: two minutes of inactivity (NIST SP 800-63A-3 5.3.2), judged by the desk.

A console tells how long the caller said nothing, by its monotonic clock; the desk knows since when the
question stands. The console's figure decides, as a desk that was away cannot know better; where the two
differ, review is told.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from .call import Interview
from .policy import Policy
from .terms import Signal


@dataclass(frozen=True, slots=True)
class Waited:
    """What a console says about one question: milliseconds since it stood there, and the longest stretch of
    them in which nothing was typed (None: a console that does not tell)."""

    whole_ms: int
    idle_ms: int | None = None

    @property
    def silent_ms(self) -> int:
        """The stretch that counts against the two minutes."""
        return self.whole_ms if self.idle_ms is None else self.idle_ms


def too_late(waited: Waited, policy: Policy) -> bool:
    """Whether the question's time had run out."""
    return waited.silent_ms >= policy.question_seconds * 1000


def stood(interview: Interview, now: datetime) -> timedelta | None:
    """How long the question that is next has stood by the desk's clock; None while none does."""
    return now - interview.asked_at if interview.asked_at else None


def resting_until(interview: Interview, begun: bool, policy: Policy) -> datetime | None:
    """Until when the caller may fetch papers (UTC); None once the tax items have `begun`, or without a pause.

    The pause ends by itself: from then on the clock runs.
    """
    if begun or interview.paused_at is None:
        return None
    return interview.paused_at + timedelta(minutes=policy.papers_minutes)


def left_standing(policy: Policy, now: datetime) -> datetime:
    """A question that stood before this moment on an open call is nobody's any more (UTC)."""
    return now - timedelta(minutes=policy.standing_minutes)


def noticed(
    interview: Interview, waited: Waited, changed: bool, policy: Policy, now: datetime
) -> Iterator[Signal]:
    """What an answer shows to review. One that is `changed` was not the question that stood: its clock cannot
    be compared with the desk's."""
    if changed:
        yield Signal.CHANGED_ANSWER
    if waited.whole_ms >= policy.long_pause_seconds * 1000:
        yield Signal.LONG_PAUSE
    here = stood(interview, now)
    told = timedelta(milliseconds=waited.whole_ms)
    if not changed and here is not None and abs(here - told) > timedelta(seconds=policy.clock_gap_seconds):
        yield Signal.CLOCK_GAP
