"""Who may end a visit, and when."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from assistor_console.assets import resource
from assistor_console.domain.appointment import Appointment, AppointmentState, may_look, may_miss, may_verify
from assistor_console.domain.case import Case
from assistor_console.domain.terms import Language, State
from assistor_console.published.policy import read_policy

POLICY = read_policy(resource("policy", "2017-12-10.yaml").read_text("utf-8"))
STARTS = datetime(2017, 12, 15, 18, 0, tzinfo=UTC)
ASSISTOR, BOOKER, STAFF = uuid4(), uuid4(), uuid4()
CASE = Case(
    uuid4(), "EP-17-000001", State.APPOINTMENT_BOOKED, 3, "123004567", "ANA ALBESCU", Language.EN,
    STARTS, STARTS, "1", "1", interviewer=ASSISTOR,
)  # fmt: skip
VISIT = Appointment(
    uuid4(), CASE.id, "fresno-ca", STARTS, 1, 30, AppointmentState.BOOKED, STARTS - timedelta(days=4), BOOKER
)


@pytest.mark.parametrize(
    ("who", "rule"),
    [
        (STAFF, None),
        (ASSISTOR, "authority.interviewer"),
        (BOOKER, "authority.same_person"),
        (None, "authority.same_person"),
    ],
)
def test_whoever_was_on_the_call_does_not_verify(who: UUID | None, rule: str | None) -> None:
    no = may_verify(VISIT, CASE, who, STARTS, POLICY)
    assert (no.rule if no else None) == rule


def test_a_visit_begins_at_most_an_hour_early_and_may_be_late() -> None:
    opens = STARTS - timedelta(minutes=POLICY.visit_early_minutes)
    early = may_verify(VISIT, CASE, STAFF, opens - timedelta(microseconds=1), POLICY)
    assert early and (early.rule, early.clears_at) == ("visit.too_early", opens)
    assert may_verify(VISIT, CASE, STAFF, opens, POLICY) is None
    assert may_verify(VISIT, CASE, STAFF, STARTS + timedelta(days=3), POLICY) is None


@pytest.mark.parametrize(
    "state", [state for state in AppointmentState if state is not AppointmentState.BOOKED]
)
def test_what_is_over_cannot_be_verified(state: AppointmentState) -> None:
    no = may_verify(replace(VISIT, state=state), CASE, STAFF, STARTS, POLICY)
    assert no and no.rule == "visit.over"
    moved = may_verify(VISIT, replace(CASE, state=State.HELD), STAFF, STARTS, POLICY)
    assert moved and moved.rule == "visit.over"


def test_nobody_is_missed_before_their_time_is_over() -> None:
    no = may_miss(VISIT, STARTS + timedelta(minutes=29))
    assert no and no.clears_at == STARTS + timedelta(minutes=30)
    assert may_miss(VISIT, STARTS + timedelta(minutes=30)) is None


@pytest.mark.parametrize("days", [-400, -5, -4, 0, 14, 15])
def test_visitors_are_looked_at_near_their_day(days: int) -> None:
    today = STARTS.date()
    no = may_look(today + timedelta(days=days), today, POLICY)
    assert (no is None) == (-POLICY.visits_days_back <= days <= POLICY.visits_days_ahead)
    assert no is None or (no.rule, no.values) == ("visit.day", {"back": 4, "ahead": 14})
