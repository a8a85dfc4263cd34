"""Appointment times on ordinary days, on days with a clock change, on leap days and holidays."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistor_console.domain.offices import Hours, Office
from assistor_console.domain.records import Address
from assistor_console.domain.slots import Reach, bookable, day_bounds, day_slots, days

ZONES = (
    "America/New_York",
    "America/Detroit",
    "America/Indiana/Indianapolis",
    "America/Chicago",
    "America/Denver",
    "America/Phoenix",
    "America/Los_Angeles",
    "America/Anchorage",
    "America/Adak",
    "Pacific/Honolulu",
    "America/Puerto_Rico",
    "Pacific/Guam",
    "Pacific/Pago_Pago",
)
CLOCK_CHANGES = tuple(
    date(*ymd)
    for ymd in (
        (2017, 3, 12), (2017, 11, 5), (2018, 3, 11), (2018, 11, 4), (2024, 3, 10), (2024, 11, 3), (2006, 4, 2)
    )
)  # fmt: skip


def office(
    zone: str, opens: time, closes: time, minutes: int = 30, closures: tuple[date, ...] = ()
) -> Office:
    """An office that keeps the same hours on all seven days."""
    address = Address(("1 Main St",), "Anywhere", "CA", "93721")
    week = (Hours(opens, closes),) * 7
    return Office("any", "Any", address, "", zone, week, 2, minutes, frozenset(closures))


clock = st.builds(time, st.integers(0, 23), st.sampled_from((0, 15, 30, 45, 59)))
special = st.sampled_from((*CLOCK_CHANGES, date(2020, 2, 29), date(2024, 2, 29), date(2016, 12, 31)))
any_day = st.one_of(special, st.dates(date(2007, 1, 1), date(2037, 12, 31)))


@given(st.sampled_from(ZONES), any_day, clock, clock, st.integers(5, 240))
def test_every_time_exists_once_and_none_overlap(
    zone: str, day: date, opens: time, closes: time, minutes: int
) -> None:
    place = office(zone, opens, closes, minutes)
    slots = day_slots(place, day, ())
    step = timedelta(minutes=minutes)
    assert all(at.astimezone(place.tz).astimezone(UTC) == at for at in slots)
    assert all(later - earlier == step for earlier, later in zip(slots, slots[1:], strict=False))
    first, after = day_bounds(place, day)
    assert all(first <= at < after for at in slots)
    if slots:
        closing = datetime.combine(day, closes, place.tz).astimezone(UTC)
        assert slots[-1] + step <= closing < slots[-1] + 2 * step


@given(st.sampled_from(ZONES), any_day, st.integers(15, 60))
def test_times_within_daytime_read_as_on_the_door(zone: str, day: date, minutes: int) -> None:
    place = office(zone, time(8, 30), time(16, 30), minutes)
    local = [at.astimezone(place.tz) for at in day_slots(place, day, ())]
    wall = [
        datetime.combine(day, time(8, 30)) + timedelta(minutes=minutes * n) for n in range(480 // minutes)
    ]
    assert [at.replace(tzinfo=None) for at in local] == wall


@pytest.mark.parametrize(
    ("day", "opens", "closes", "count"),
    [
        (date(2017, 3, 12), time(1), time(4), 4),  # 2:00 to 3:00 is skipped: three hours are two
        (date(2017, 11, 5), time(0), time(3), 8),  # 1:00 to 2:00 comes twice: three hours are four
        (date(2017, 3, 12), time(2, 30), time(5), 3),  # opens at a time that does not exist: 3:30
        (date(2017, 12, 15), time(0), time(3), 6),
    ],
)
def test_hours_over_a_clock_change_are_real_hours(day: date, opens: time, closes: time, count: int) -> None:
    slots = day_slots(office("America/Los_Angeles", opens, closes), day, ())
    assert len(set(slots)) == len(slots) == count


@given(st.sampled_from(ZONES), any_day)
def test_a_closed_day_has_no_times(zone: str, day: date) -> None:
    hours = time(8, 30), time(16, 30)
    assert day_slots(office(zone, *hours), day, {day}) == ()
    assert day_slots(office(zone, *hours, closures=(day,)), day, ()) == ()
    assert len(day_slots(office(zone, *hours), day, {day + timedelta(days=1)})) == 16


@given(st.sampled_from(ZONES), any_day, st.integers(0, 72), st.integers(0, 20))
def test_nothing_out_of_reach_is_bookable(zone: str, day: date, lead: int, ahead: int) -> None:
    place = office(zone, time(8, 30), time(16, 30))
    now = datetime.combine(day, time(12), place.tz).astimezone(UTC)
    earliest = now + timedelta(hours=lead)
    within = Reach(earliest, earliest.astimezone(place.tz).date(), day + timedelta(days=ahead))
    offered = [at for one in days(place, None, (), within) for at in bookable(place, one, (), within)]
    assert all(at >= earliest for at in offered)
    assert all(at.astimezone(place.tz).date() <= within.last for at in offered)
    assert days(place, within.last + timedelta(days=1), (), within) == ()
