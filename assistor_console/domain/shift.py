"""The shift: when new calls may be taken.

e-Services notice, December 2017: 7:30 a.m. to 7 p.m. Eastern. Working days are Monday to Friday without the
holidays of 5 U.S.C. 6103; dated overrides come before both.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from .errors import Refusal
from .policy import Policy

SATURDAY = 5
STEP_MINUTES = 15
DAYS_AHEAD = 366
"""How far the next opening is looked for; a desk that is closed for so long tells none."""


class Closures(Protocol):
    """The days on which the desk is closed (`day in closures`), and those on which it is open all the same,
    weekends too."""

    @property
    def open(self) -> frozenset[date]:
        """Dated overrides."""
        ...

    def __contains__(self, day: object, /) -> bool: ...


@dataclass(frozen=True, slots=True)
class Extension:
    """A supervisor's later closing (UTC) of one day (policy's zone); the latest given counts."""

    day: date
    until: datetime
    by: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Shift:
    """How a moment lies in the days of work; every instant is UTC.

    `closes_at` is today's closing, extension included, over or not; None on a day without work. `opens_at` is
    the next opening where the desk is closed; None where it is open, or closed for longer than a year.
    """

    open: bool
    closes_at: datetime | None
    opens_at: datetime | None
    extended: Extension | None = None


def works(day: date, closures: Closures) -> bool:
    """Whether the desk works on a date (policy's zone)."""
    return day in closures.open or (day.weekday() < SATURDAY and day not in closures)


def local_day(now: datetime, policy: Policy) -> date:
    """The date in the policy's zone at an instant."""
    return now.astimezone(ZoneInfo(policy.zone)).date()


def shift(now: datetime, policy: Policy, closures: Closures, extension: Extension | None = None) -> Shift:
    """How `now` (UTC) lies; an extension counts on its own day, and never closes earlier than policy."""
    today = local_day(now, policy)
    if not works(today, closures):
        return Shift(False, None, _next_opening(today, policy, closures))
    opens, closes = _instant(today, policy.opens, policy), _instant(today, policy.closes, policy)
    given = extension if extension and extension.day == today and extension.until > closes else None
    ends = given.until if given else closes
    if now < opens:
        return Shift(False, ends, opens, given)
    if now < ends:
        return Shift(True, ends, None, given)
    return Shift(False, ends, _next_opening(today, policy, closures), given)


def may_start(seen: Shift) -> Refusal | None:
    """Why no new call may be taken; a call under way is not asked about."""
    return None if seen.open else Refusal("shift.closed", {}, seen.opens_at)


def may_extend(until: datetime, now: datetime, policy: Policy, closures: Closures) -> Refusal | None:
    """Why new calls may not be taken until then today (UTC).

    It must lie ahead, on today's date, after the usual closing and at most policy's minutes after it.
    """
    if until <= now:
        return Refusal("shift.past")
    today = local_day(now, policy)
    if not works(today, closures) or until >= _instant(today + timedelta(days=1), time.min, policy):
        return Refusal("shift.not_today")
    closes, most = _instant(today, policy.closes, policy), policy.extension_most_minutes
    if until <= closes:
        return Refusal("shift.past")
    if until > closes + timedelta(minutes=most):
        return Refusal("shift.too_long", {"minutes": most})
    return None


def closings(now: datetime, policy: Policy, closures: Closures) -> tuple[datetime, ...]:
    """The closings (UTC, ascending) a supervisor may give today: quarters of an hour, and policy's latest."""
    closes, most = _instant(local_day(now, policy), policy.closes, policy), policy.extension_most_minutes
    minutes = {*range(STEP_MINUTES, most, STEP_MINUTES), most}
    all_of_them = (closes + timedelta(minutes=n) for n in sorted(minutes))
    return tuple(at for at in all_of_them if may_extend(at, now, policy, closures) is None)


def _next_opening(today: date, policy: Policy, closures: Closures) -> datetime | None:
    ahead = (today + timedelta(days=n) for n in range(1, DAYS_AHEAD + 1))
    return next((_instant(day, policy.opens, policy) for day in ahead if works(day, closures)), None)


def _instant(day: date, wall: time, policy: Policy) -> datetime:
    # A wall time that a clock change skips is read with the offset before the change; one that comes twice is
    # its first. Compared in UTC only: Python compares wall clocks where both sides share a zone.
    return datetime.combine(day, wall, ZoneInfo(policy.zone)).astimezone(UTC)
