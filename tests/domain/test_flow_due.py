"""What a call needs next, in every stage and state."""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from assistor_console.domain.call import Call, Interview, Stage
from assistor_console.domain.case import Case
from assistor_console.domain.errors import Refused
from assistor_console.domain.flow import REFERRED_ON, Matter, Progress, due, next_number, shown_case
from assistor_console.domain.terms import CallState, Due, Language, Reason, State, Verdict
from tests.domain.test_case_table import case

NOW = datetime(2017, 12, 11, 15, tzinfo=UTC)
ALL = Progress(frozenset({1, 2, 3}), frozenset({1, 2, 3}))
SOME = Progress(frozenset({1, 2, 3}), frozenset({1}))


def call(reason: Reason = Reason.NEW_PROOFING, **values: object) -> Call:
    one = Call(UUID(int=1), UUID(int=2), CallState.OPEN, reason, Language.EN, NOW, 1)
    return one.changed(**values)


def interview(stage: Stage, verdict: Verdict | None = None) -> Interview:
    return Interview(UUID(int=3), UUID(int=1), stage, "2017.1", verdict=verdict)


def needs(
    one: Call, about: Case | None = None, held: Interview | None = None, progress: Progress = SOME
) -> Due:
    return due(Matter(one, about, held, progress))


def test_before_anything_is_known() -> None:
    assert needs(call()) is Due.ELIGIBILITY
    assert needs(call(Reason.RETURN_AFTER_VISIT)) is Due.FIND_CASE


def test_a_call_that_is_not_open_needs_nothing_but_its_caller() -> None:
    held = interview(Stage.TAX)
    assert needs(call(state=CallState.DROPPED), case(State.INTERRUPTED), held) is Due.RESUME
    assert needs(call(state=CallState.ENDED), case(State.INTERRUPTED), held) is Due.NOTHING
    assert needs(call(closing="not_found"), case(State.OPENED), held) is Due.CLOSE


@pytest.mark.parametrize(
    ("stage", "state", "wanted"),
    [
        (Stage.IDENTITY, State.OPENED, Due.CHECK_IDENTITY),
        (Stage.TAX, State.INTERVIEWING, Due.SCORE),
    ],
)
def test_a_part_is_tested_once_every_question_is_answered(stage: Stage, state: State, wanted: Due) -> None:
    assert needs(call(), case(state), interview(stage), SOME) is Due.ANSWER
    assert needs(call(), case(state), interview(stage), ALL) is wanted


def test_tin_and_name_are_tested_before_the_rest_is_asked() -> None:
    asked = frozenset({1, 2, 3, 4, 5})
    for answered, wanted in ((set(), Due.ANSWER), ({1}, Due.ANSWER), ({1, 2}, Due.IDENTIFY)):
        progress = Progress(asked, frozenset(answered))
        assert needs(call(), None, interview(Stage.IDENTIFY), progress) is wanted


@pytest.mark.parametrize("state", sorted(set(State) - {State.INTERVIEWING}))
def test_tax_items_are_over_once_the_case_has_left_the_interview(state: State) -> None:
    assert needs(call(), case(state), interview(Stage.TAX), ALL) is Due.CLOSE


@pytest.mark.parametrize("state", sorted(State))
def test_an_unproved_caller_must_prove_first_whatever_the_case(state: State) -> None:
    assert needs(call(Reason.RETURN_AFTER_VISIT), case(state)) is Due.PROVE


@pytest.mark.parametrize(
    ("state", "wanted"),
    [
        (State.PASSED, Due.ISSUE_ACCOUNT),
        (State.VERIFIED_IN_PERSON, Due.ISSUE_ACCOUNT),
        (State.REFERRED, Due.BOOK),
        (State.NO_SHOW, Due.BOOK),
        (State.NOT_VERIFIED, Due.BOOK),
        (State.APPOINTMENT_BOOKED, Due.READ_OUT),
        (State.ACCOUNT_ISSUED, Due.READ_OUT),
        (State.HELD, Due.CLOSE),
        (State.LETTER_MAILED, Due.CLOSE),
    ],
)
def test_after_the_proof_the_case_says_what_is_next(state: State, wanted: Due) -> None:
    assert needs(call(proven=True), case(state)) is wanted
    assert needs(call(), case(state), interview(Stage.OVER, Verdict.PASSED)) is wanted
    referred = wanted if state in REFERRED_ON else Due.CLOSE
    assert needs(call(), case(state), interview(Stage.OVER, Verdict.REFERRED)) is referred


@pytest.mark.parametrize("reason", Reason)
@pytest.mark.parametrize(
    "held",
    [None, interview(Stage.IDENTIFY), interview(Stage.IDENTITY), interview(Stage.TAX), interview(Stage.OVER)],
)
def test_nothing_tells_how_the_case_of_an_unproved_caller_stands(
    reason: Reason, held: Interview | None
) -> None:
    """Whatever another call, a visit or a letter has made of it meanwhile."""
    untold = sorted(set(State) - {State.INTERVIEWING})
    seen = {shown_case(Matter(call(reason), case(state), held, SOME)) for state in untold}
    assert len({(one.state, one.since, one.back_to) for one in seen if one}) == 1


@pytest.mark.parametrize("state", sorted(set(State) - REFERRED_ON))
def test_who_was_referred_gains_nothing_from_what_another_call_proved(state: State) -> None:
    matter = Matter(call(), case(state), interview(Stage.OVER, Verdict.REFERRED), ALL)
    shown = shown_case(matter)
    assert (due(matter), shown and shown.state) == (Due.CLOSE, State.OPENED)


def test_the_next_question_is_the_first_without_an_answer() -> None:
    assert next_number(Matter(call(), None, None, SOME)) == 2
    assert next_number(Matter(call(), None, None, ALL)) is None
    assert not Progress().complete


def test_a_call_ends_once() -> None:
    ended = call().ended(NOW)
    assert (ended.state, ended.ended_at) == (CallState.ENDED, NOW)
    with pytest.raises(Refused, match=r"call\.ended"):
        ended.ended(NOW)
