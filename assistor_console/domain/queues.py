"""The supervisor's queues: which states stand in which, and which need a person now."""

from dataclasses import dataclass
from datetime import datetime

from .case import FINAL, OPEN
from .terms import State

S = State

NEEDS_PERSON = frozenset(
    {S.INTERRUPTED, S.NO_SHOW, S.NOT_VERIFIED, S.LETTER_RETURNED, S.LETTER_EXPIRED, S.HELD, S.PASSED}
)

QUEUES: dict[str, frozenset[State]] = {
    "needs_person": NEEDS_PERSON,
    "interrupted": frozenset({S.INTERRUPTED}),
    "referred": frozenset({S.REFERRED}),
    "appointments": frozenset({S.APPOINTMENT_BOOKED}),
    "missed": frozenset({S.NO_SHOW, S.NOT_VERIFIED}),
    "verified": frozenset({S.VERIFIED_IN_PERSON}),
    "letters": frozenset({S.ACCOUNT_ISSUED, S.LETTER_MAILED, S.LETTER_EXPIRED, S.LETTER_RETURNED}),
    "held": frozenset({S.HELD}),
    "open": OPEN,
    "closed": FINAL,
}


@dataclass(frozen=True, slots=True)
class Filter:
    """What a queue page asks for: states, opened before (UTC), a part of the number, order."""

    states: frozenset[State]
    before: datetime | None = None
    number: str = ""
    newest_first: bool = False
