"""Appointment times, generated from an office's hours in its own zone."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from .offices import Office
from .policy import Policy


@dataclass(frozen=True, slots=True)
class Reach:
    """What may be booked at a moment: instants from `earliest` (UTC), days up to `last` (office's zone)."""

    earliest: datetime
    first: date
    last: date


def day_slots(office: Office, day: date, holidays: Container[date]) -> tuple[datetime, ...]:
    """The instants (UTC, ascending) at which appointments start on one day; none on a holiday or closure.

    Hours are wall-clock, steps are real minutes: on a day with a clock change every instant exists once,
    two appointments never overlap and the last one ends by closing time.
    """
    hours = office.hours(day)
    if hours is None or day in holidays:
        return ()
    step = timedelta(minutes=office.minutes)
    start = _instant(office, day, hours.opens)
    end = _instant(office, day, hours.closes)
    return tuple(start + n * step for n in range(max(0, (end - start) // step)))


def _instant(office: Office, day: date, wall: time) -> datetime:
    # A wall time that a clock change skips is read with the offset before the change, which exists;
    # one that comes twice is its first. Comparisons are safe only in UTC: Python compares wall clocks
    # where both sides share a zone.
    return datetime.combine(day, wall, office.tz).astimezone(UTC)


def reach(office: Office, now: datetime, policy: Policy) -> Reach:
    """From when to when appointments at an office may be booked at `now` (UTC)."""
    earliest = now + timedelta(hours=policy.slot_lead_hours)
    today = now.astimezone(office.tz).date()
    first = earliest.astimezone(office.tz).date()
    return Reach(earliest, first, today + timedelta(days=policy.slot_days_ahead))


def bookable(office: Office, day: date, holidays: Container[date], within: Reach) -> tuple[datetime, ...]:
    """The instants (UTC) of a day that lie within reach."""
    if not within.first <= day <= within.last:
        return ()
    return tuple(at for at in day_slots(office, day, holidays) if at >= within.earliest)


def days(office: Office, since: date | None, holidays: Container[date], within: Reach) -> tuple[date, ...]:
    """The days within reach, from `since` on, on which an office has times."""
    start = max(since or within.first, within.first)
    span = range((within.last - start).days + 1)
    all_days = (start + timedelta(days=n) for n in span)
    return tuple(day for day in all_days if bookable(office, day, holidays, within))


def day_bounds(office: Office, day: date) -> tuple[datetime, datetime]:
    """The first instant of a day in the office's zone and of the day after, in UTC."""
    return _instant(office, day, time.min), _instant(office, day + timedelta(days=1), time.min)
