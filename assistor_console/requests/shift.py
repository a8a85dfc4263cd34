"""The shift: when new calls may be taken, and a supervisor who extends a day."""

from datetime import datetime

from pydantic import AwareDatetime, Field

from ..domain.terms import Topic
from .base import STAFF, SUPERVISORS, Command, Query, Reply

SHIFT = frozenset({Topic.FLOOR, Topic.RECORDS})


class ShiftSeen(Reply):
    """Whether new calls may be taken now, until when, and when next (UTC).

    `closes_at` is None on a day without work, `opens_at` the next opening where it is closed.
    `extended_by` and `reason` are of today's extension. `usual_minutes` is how long a call usually takes:
    with less time left than that, a new one may not end before closing. `may_close_at` are the closings a
    supervisor may give today, ascending.
    """

    now: datetime
    open: bool
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    extended_by: str = ""
    reason: str = ""
    usual_minutes: int
    may_close_at: tuple[datetime, ...] = ()


class SeeShift(Query[ShiftSeen], allow=STAFF):
    """How the day stands."""


class ExtendShift(Command[ShiftSeen], allow=SUPERVISORS, touches=SHIFT):
    """New calls may be taken until then today, with a reason.

    Refused: shift.past, shift.too_long (with the most minutes), shift.not_today.
    """

    until: AwareDatetime
    reason: str = Field(min_length=3, max_length=200)
