"""The shift on every day of several years: clock changes, leap days, year ends, overrides, extensions."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistor_console.assets import resource
from assistor_console.domain.policy import Policy
from assistor_console.domain.shift import (
    Extension,
    Shift,
    closings,
    local_day,
    may_extend,
    may_start,
    shift,
    works,
)
from assistor_console.published.policy import read_policy
from assistor_console.published.tac import read_closed_days

POLICY = read_policy(resource("policy", "2017-12-10.yaml").read_text("utf-8"))
FEDERAL = read_closed_days(resource("tac", "closed-days.yaml").read_text("utf-8"))
EASTERN, MINUTE, DAY = ZoneInfo(POLICY.zone), timedelta(minutes=1), timedelta(days=1)
MOST = timedelta(minutes=POLICY.extension_most_minutes)
FIRST, LAST = date(2016, 1, 1), date(2025, 12, 31)


@dataclass(frozen=True)
class Overrides:
    """Closed and open days of a test alone."""

    closed: frozenset[date] = frozenset()
    open: frozenset[date] = frozenset()

    def __contains__(self, day: object) -> bool:
        return day in self.closed and day not in self.open


def eastern(day: date, hour: int, minute: int = 0, second: int = 0) -> datetime:
    """A wall-clock time on the East Coast, in UTC."""
    return datetime.combine(day, time(hour, minute, second), EASTERN).astimezone(UTC)


any_day = st.dates(FIRST, LAST)
any_moment = st.builds(eastern, any_day, st.integers(0, 23), st.integers(0, 59), st.integers(0, 59))


def test_every_day_of_ten_years_opens_and_closes_by_the_wall_clock() -> None:
    day, worked = FIRST, 0
    while day <= LAST:
        seen = shift(eastern(day, 12), POLICY, FEDERAL)
        assert seen.open is (day.weekday() < 5 and day not in FEDERAL)
        if seen.open:
            worked += 1
            edges = eastern(day, 7, 30), eastern(day, 19)
            assert seen == Shift(True, edges[1], None)
            assert [shift(at - MINUTE / 60, POLICY, FEDERAL).open for at in edges] == [False, True]
            assert [shift(at, POLICY, FEDERAL).open for at in edges] == [True, False]
            assert edges[1] - edges[0] == timedelta(hours=11, minutes=30)
        day += DAY
    # 2,609 weekdays less 105 holidays of 5 U.S.C. 6103 and eight days given by executive order.
    assert worked == 2496


@pytest.mark.parametrize(
    ("day", "opens_utc"),
    [
        (date(2017, 3, 10), "12:30"),
        (date(2017, 3, 13), "11:30"),  # after the spring change
        (date(2017, 11, 3), "11:30"),
        (date(2017, 11, 6), "12:30"),  # after the autumn change
        (date(2016, 2, 29), "12:30"),
        (date(2024, 2, 29), "12:30"),
    ],
)
def test_the_clock_change_moves_the_opening_by_an_hour_of_utc(day: date, opens_utc: str) -> None:
    assert shift(eastern(day, 3), POLICY, FEDERAL).opens_at == datetime.combine(
        day, time.fromisoformat(opens_utc), UTC
    )


@pytest.mark.parametrize(
    ("now", "opens"),
    [
        ((date(2017, 12, 22), 19), date(2017, 12, 26)),  # Friday evening: Christmas is on Monday
        ((date(2017, 12, 29), 23), date(2018, 1, 2)),  # over the end of the year
        ((date(2018, 1, 1), 12), date(2018, 1, 2)),
        ((date(2017, 7, 4), 12), date(2017, 7, 5)),
        ((date(2017, 12, 12), 7), date(2017, 12, 12)),
        ((date(2017, 12, 12), 19), date(2017, 12, 13)),
        ((date(2016, 2, 28), 12), date(2016, 2, 29)),
        ((date(2017, 3, 11), 23), date(2017, 3, 13)),
    ],
)
def test_the_next_opening_is_told(now: tuple[date, int], opens: date) -> None:
    seen = shift(eastern(*now), POLICY, FEDERAL)
    refusal = may_start(seen)
    assert refusal is not None and refusal.rule == "shift.closed"
    assert refusal.clears_at == seen.opens_at == eastern(opens, 7, 30)


@given(any_moment)
def test_a_closed_desk_opens_at_the_moment_it_tells_and_not_before(now: datetime) -> None:
    seen = shift(now, POLICY, FEDERAL)
    assert seen.open is (may_start(seen) is None) is (seen.opens_at is None)
    if seen.opens_at is not None:
        assert now < seen.opens_at <= now + 6 * DAY
        assert shift(seen.opens_at, POLICY, FEDERAL).open
        assert not shift(seen.opens_at - MINUTE / 60, POLICY, FEDERAL).open
        hours = range(int((seen.opens_at - now) / timedelta(hours=1)))
        assert not any(shift(now + timedelta(hours=h), POLICY, FEDERAL).open for h in hours)


def test_a_dated_override_comes_before_weekdays_and_holidays() -> None:
    saturday, christmas, tuesday = date(2017, 12, 16), date(2017, 12, 25), date(2017, 12, 19)
    text = f'version: "t"\neffective: 2017-01-01\nclosed: [{tuesday}]\nopen: [{saturday}, {christmas}]\n'
    closures = read_closed_days(text)
    assert [works(day, closures) for day in (saturday, christmas, tuesday)] == [True, True, False]
    assert [works(day, FEDERAL) for day in (saturday, christmas, tuesday)] == [False, False, True]
    assert shift(eastern(saturday, 10), POLICY, closures).open
    assert shift(eastern(tuesday, 10), POLICY, closures) == Shift(False, None, eastern(tuesday + DAY, 7, 30))


def test_a_desk_closed_for_more_than_a_year_tells_no_opening() -> None:
    closed = frozenset(FIRST + n * DAY for n in range(800))
    assert shift(eastern(FIRST, 10), POLICY, Overrides(closed)) == Shift(False, None, None)


@given(any_moment, st.timedeltas(-2 * DAY, 3 * DAY))
def test_an_extension_is_refused_or_holds_the_day_open_until_then(now: datetime, ahead: timedelta) -> None:
    until, day = now + ahead, local_day(now, POLICY)
    refusal = may_extend(until, now, POLICY, FEDERAL)
    closes = eastern(day, 19)
    allowed = works(day, FEDERAL) and closes < until <= closes + MOST and until > now
    assert (refusal is None) is allowed
    if allowed:
        given_now = shift(now, POLICY, FEDERAL, Extension(day, until, "K", "queue"))
        assert given_now.closes_at == until and given_now.extended
        assert given_now.open is (now >= eastern(day, 7, 30))
        assert shift(until - MINUTE / 60, POLICY, FEDERAL, Extension(day, until)).open
        assert not shift(until, POLICY, FEDERAL, Extension(day, until)).open
    elif refusal is not None and refusal.rule == "shift.too_long":
        assert refusal.values == {"minutes": POLICY.extension_most_minutes}


@pytest.mark.parametrize(
    ("now", "until", "rule"),
    [
        ((12, 18, 0), (12, 17, 59), "shift.past"),
        ((12, 18, 0), (12, 18, 0), "shift.past"),
        ((12, 18, 0), (12, 19, 0), "shift.past"),
        ((12, 20, 0), (12, 19, 30), "shift.past"),
        ((12, 18, 0), (12, 19, 1), None),
        ((12, 20, 0), (12, 20, 30), None),
        ((12, 18, 0), (12, 21, 0), None),
        ((12, 18, 0), (12, 21, 1), "shift.too_long"),
        ((12, 18, 0), (13, 0, 0), "shift.not_today"),
        ((12, 18, 0), (14, 12, 0), "shift.not_today"),
        ((16, 12, 0), (16, 20, 0), "shift.not_today"),  # a Saturday
        ((16, 12, 0), (16, 11, 0), "shift.past"),
    ],
)
def test_why_an_extension_is_refused(
    now: tuple[int, int, int], until: tuple[int, int, int], rule: str | None
) -> None:
    at, end = (eastern(date(2017, 12, one[0]), *one[1:]) for one in (now, until))
    refusal = may_extend(end, at, POLICY, FEDERAL)
    assert (refusal.rule if refusal else None) == rule


@given(any_moment, st.integers(1, 400))
def test_every_closing_that_is_offered_may_be_given_and_the_latest_is_among_them(
    now: datetime, most: int
) -> None:
    policy = replace(POLICY, extension_most_minutes=most)
    offered, day = closings(now, policy, FEDERAL), local_day(now, policy)
    assert all(may_extend(at, now, policy, FEDERAL) is None for at in offered)
    assert list(offered) == sorted(set(offered))
    latest = eastern(day, 19) + most * MINUTE
    if may_extend(latest, now, policy, FEDERAL) is None:
        assert offered[-1] == latest
    if not works(day, FEDERAL):
        assert offered == ()


def test_the_closings_of_an_evening_are_quarters_of_an_hour() -> None:
    day = date(2017, 12, 12)
    offered = closings(eastern(day, 19, 40), POLICY, FEDERAL)
    assert offered == tuple(eastern(day, 19, 45) + n * 15 * MINUTE for n in range(6))


@given(any_moment, st.integers(-3, 3), st.timedeltas(-DAY, DAY))
def test_an_extension_of_another_day_or_before_closing_changes_nothing(
    now: datetime, days: int, after: timedelta
) -> None:
    day = local_day(now, POLICY) + days * DAY
    given_then = Extension(day, eastern(day, 19) + after)
    if days or after <= timedelta():
        assert shift(now, POLICY, FEDERAL, given_then) == shift(now, POLICY, FEDERAL)


@given(
    st.sampled_from(("America/New_York", "America/Anchorage", "Pacific/Honolulu", "Pacific/Guam")),
    st.sampled_from((date(2017, 3, 12), date(2017, 11, 5), date(2020, 2, 29), date(2016, 12, 31))),
    st.times(),
    st.times(),
)
def test_any_hours_in_any_zone_open_once_a_day(zone: str, day: date, one: time, other: time) -> None:
    """Days with a clock change among them, the skipped and the doubled hour too."""
    opens, closes = sorted((one.replace(microsecond=0), other.replace(microsecond=0)))
    policy = changed(zone, opens, closes)
    always = Overrides(open=frozenset({day}))
    start = datetime.combine(day, time.min, ZoneInfo(zone)).astimezone(UTC)
    states = [shift(start + n * 15 * MINUTE, policy, always).open for n in range(4 * 23)]
    turns = [before for before, after in zip(states, states[1:], strict=False) if before is not after]
    assert turns in ([], [False], [True], [False, True])


def changed(zone: str, opens: time, closes: time) -> Policy:
    """The policy with other hours."""
    return replace(POLICY, zone=zone, opens=opens, closes=closes)
