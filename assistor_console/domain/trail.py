"""What verification of the trail can find, when a row's time fits its seal, and how long rows are kept."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

SLOWEST = timedelta(hours=1)
"""So much older than an earlier seal may a row be that was not there yet: far longer than any transaction
lasts and than clocks of one desk differ."""
AHEAD = timedelta(minutes=10)
"""So much younger than its seal may a row be: far more than clocks of one desk differ."""
LEAST_YEARS = 7
"""No policy keeps rows for less: seven years are the retention of audit records."""


class Flaw(StrEnum):
    """One way in which the trail is not what was sealed."""

    EDITED = "edited"
    SWAPPED = "swapped"
    DELETED = "deleted"
    INSERTED = "inserted"
    BACKDATED = "backdated"
    POSTDATED = "postdated"
    UNSEALED = "unsealed"
    PURGED = "purged"
    SEAL_MISSING = "seal_missing"
    SEAL_FORGED = "seal_forged"
    SEAL_ORDER = "seal_order"
    KEY_UNKNOWN = "key_unknown"
    CHECKPOINT = "checkpoint"


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with one row of the trail, or with one seal. `row` is the row's id (None where a whole
    seal is meant), `other` that of the row it was swapped with, `seal` the seal's number (None for a row that
    is under none)."""

    flaw: Flaw
    seal: int | None = None
    row: int | None = None
    other: int | None = None


def dated(at: int, earlier: int | None, sealed: int) -> Flaw | None:
    """Whether a row's time fits its seal's; all in microseconds since 1970.

    `earlier` is when the last seal was made before which nothing was left to seal: what that seal did not
    have was written later, or by a transaction under way then. None where there is no such seal.
    """
    if at > sealed + AHEAD // timedelta(microseconds=1):
        return Flaw.POSTDATED
    if earlier is not None and at < min(earlier, sealed) - SLOWEST // timedelta(microseconds=1):
        return Flaw.BACKDATED
    return None


@dataclass(frozen=True, slots=True)
class PurgeNote:
    """What stands on the trail of a purge: rows under seals up to `seal` are gone, all from before a day."""

    seal: int
    before: date

    def words(self) -> str:
        """As the outcome of its row: "to seal 812, before 2010-12-10"."""
        return f"to seal {self.seal}, before {self.before.isoformat()}"


def purge_note(outcome: str) -> PurgeNote | None:
    """What such an outcome says; None for any other."""
    said = _PURGED.fullmatch(outcome)
    try:
        return PurgeNote(int(said[1]), date.fromisoformat(said[2])) if said else None
    except ValueError:
        return None


def purge_before(now: datetime, years: int) -> date:
    """The first day (UTC) whose rows are kept, so many years back; 29 February becomes the 28th."""
    today = now.date()
    if (today.month, today.day) == (2, 29):
        today = today.replace(day=28)
    return today.replace(year=today.year - years)


_PURGED = re.compile(r"to seal ([0-9]{1,18}), before ([0-9]{4}-[0-9]{2}-[0-9]{2})")
