"""The transition table: everything can be reached, everything has a way out, nothing else can happen."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistor_console.domain.case import FINAL, OPEN, TRANSITIONS, Case
from assistor_console.domain.errors import Refused
from assistor_console.domain.terms import Language, State

NOW = datetime(2017, 12, 11, 15, tzinfo=UTC)
EVENTS = sorted({event for _, event in TRANSITIONS}) + ["hold", "release", "close", "rubbish", ""]


def case(state: State, back_to: State | None = None) -> Case:
    return Case(
        id=UUID(int=1),
        number="EP-17-000001",
        state=state,
        version=3,
        tin="123004417",
        name="A<B",
        language=Language.EN,
        opened_at=NOW,
        since=NOW,
        script_version="2017.1",
        policy_version="2017.1",
        back_to=back_to,
    )


def steps(state: State) -> dict[str, State]:
    """Where each event leads from a state."""
    found = {}
    for event in EVENTS:
        try:
            found[event] = (
                case(state, State.REFERRED if state is State.HELD else None).after(event, NOW).state
            )
        except Refused as no:
            assert no.refusal.rule == "case.state"
    return found


def reached(start: State) -> set[State]:
    seen, todo = {start}, [start]
    while todo:
        new = set(steps(todo.pop()).values()) - seen
        seen |= new
        todo += new
    return seen


def test_every_state_is_reached_from_the_first() -> None:
    assert reached(State.OPENED) == set(State)


@pytest.mark.parametrize("state", sorted(OPEN))
def test_every_open_state_has_a_way_to_the_end_without_a_supervisor_s_close(state: State) -> None:
    assert reached(state) & FINAL
    if state is not State.HELD:
        own = {target for (source, _), target in TRANSITIONS.items() if source is state}
        assert own, "only a hold leads out"


@pytest.mark.parametrize("state", sorted(OPEN))
def test_every_open_state_may_still_end_well(state: State) -> None:
    """Whatever went wrong, the caller can come to an activated account."""
    assert State.ACTIVATED in reached(state)


@pytest.mark.parametrize("state", sorted(FINAL))
def test_nothing_happens_to_a_final_case(state: State) -> None:
    assert steps(state) == {}
    assert not case(state).is_open


def test_states_are_open_or_final() -> None:
    assert set(State) == OPEN | FINAL and not OPEN & FINAL


@given(st.sampled_from(State), st.sampled_from(EVENTS))
def test_an_event_outside_the_table_changes_nothing(state: State, event: str) -> None:
    before = case(state)
    allowed = (state, event) in TRANSITIONS or (
        (event == "hold" and state in OPEN - {State.HELD}) or (event == "close" and state is State.HELD)
    )
    if not allowed:
        with pytest.raises(Refused) as told:
            before.after(event, NOW)
        assert told.value.refusal.values == {"state": state, "event": event}
        return
    after = before.after(event, NOW + timedelta(hours=1))
    assert (after.version, after.since) == (before.version + 1, NOW + timedelta(hours=1))
    assert (after.id, after.tin, after.opened_at) == (before.id, before.tin, before.opened_at)


@pytest.mark.parametrize("state", sorted(OPEN - {State.HELD}))
def test_a_held_case_goes_on_where_it_stood(state: State) -> None:
    held = case(state).after("hold", NOW)
    assert held.state is State.HELD and held.is_open
    with pytest.raises(Refused):
        held.after("hold", NOW)
    released = held.after("release", NOW)
    # Its call may be over by then: an interview is taken up again, not gone on with.
    assert released.state is (State.INTERRUPTED if state is State.INTERVIEWING else state)
    assert released.back_to is None
    assert held.after("close", NOW).state is State.CLOSED


def test_a_letter_mailed_meanwhile_moves_a_held_case_behind_its_hold() -> None:
    held = case(State.ACCOUNT_ISSUED).after("hold", NOW).after("mail", NOW)
    assert held.state is State.HELD
    assert held.after("release", NOW).state is State.LETTER_MAILED
    with pytest.raises(Refused):
        case(State.REFERRED).after("hold", NOW).after("mail", NOW)


@given(st.lists(st.sampled_from(EVENTS), max_size=40))
def test_no_account_without_a_pass_or_a_visit(events: list[str]) -> None:
    """However events come: an issued account follows a pass or a verification in person."""
    now, seen = case(State.OPENED), [State.OPENED]
    for event in events:
        try:
            now = now.after(event, NOW)
        except Refused:
            continue
        seen.append(now.state)
    if State.ACCOUNT_ISSUED in seen:
        first = seen[: seen.index(State.ACCOUNT_ISSUED)]
        assert State.PASSED in first or State.VERIFIED_IN_PERSON in first
    if State.LETTER_MAILED in seen:
        assert State.ACCOUNT_ISSUED in seen[: seen.index(State.LETTER_MAILED)]
