"""Which question stands while answers are on their way: never one twice, never one left out."""

from datetime import UTC, datetime
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from assistor_console.domain.terms import (
    AnswerKind,
    CallState,
    Due,
    Language,
    Reason,
    Response,
    Section,
    Text,
)
from assistor_console.gui.pages.call.answers import Answers
from assistor_console.gui.pages.call.side import steps_of
from assistor_console.gui.texts import Say
from assistor_console.gui.widgets.steps import At
from assistor_console.requests.intake import CallSeen, QuestionSeen, Recorded, StepSeen

NOW = datetime(2017, 12, 11, 15, tzinfo=UTC)
WORDS = Text("words", "palabras")


def seen(asked: int, recorded: set[int], frozen: set[int] = frozenset()) -> CallSeen:  # type: ignore[assignment]
    """A call in the middle of its questions."""
    questions = tuple(
        QuestionSeen(number=n, section=Section.IDENTITY, kind=AnswerKind.MONEY, label=WORDS, text=WORDS)
        for n in range(1, asked + 1)
    )
    return CallSeen(
        call_id=UUID(int=1),
        opened_at=NOW,
        now=NOW,
        state=CallState.OPEN,
        reason=Reason.NEW_PROOFING,
        language=Language.EN,
        script="Exception 2017.1",
        due=Due.ANSWER,
        question_seconds=120,
        question_warning_seconds=30,
        thanks=WORDS,
        numbers=tuple(question.number for question in questions),
        asked=questions,
        recorded=tuple(
            Recorded(number=n, label=WORDS, response=Response.ANSWERED, at=NOW, frozen=n in frozen)
            for n in sorted(recorded)
        ),
    )


@given(st.integers(1, 13), st.data())
def test_the_first_question_neither_recorded_nor_on_its_way_stands(asked: int, data: st.DataObject) -> None:
    numbers = st.sets(st.integers(1, asked))
    recorded, sent = data.draw(numbers), data.draw(numbers)
    answers = Answers()
    for number in sent:
        answers.send(number, "typed")
    left = set(range(1, asked + 1)) - recorded - sent
    current = answers.current(seen(asked, recorded))
    assert (current.number if current else None) == min(left, default=None)


@given(st.integers(2, 13), st.data())
def test_a_refused_answer_stands_first_with_what_was_typed(asked: int, data: st.DataObject) -> None:
    number = data.draw(st.integers(1, asked))
    answers = Answers()
    for each in range(1, asked + 1):
        answers.send(each, f"typed {each}")
    answers.refused(number, "why")
    current = answers.current(seen(asked, set()))
    assert current is not None and current.number == number
    assert (answers.back[number].typed, answers.back[number].why) == (f"typed {number}", "why")
    answers.send(number, "better")
    assert not answers.back and answers.current(seen(asked, set())) is None


@given(st.integers(1, 13), st.data())
def test_going_back_skips_what_is_frozen(asked: int, data: st.DataObject) -> None:
    recorded = data.draw(st.sets(st.integers(1, asked)))
    frozen = data.draw(st.sets(st.sampled_from(sorted(recorded)))) if recorded else set()
    call = seen(asked, recorded, frozen)
    current = Answers().current(call)
    edge = current.number if current else asked + 1
    expected = max((n for n in recorded - frozen if n < edge), default=None)
    before = Answers().before(call)
    assert (before.number if before else None) == expected


def test_changing_an_answer_returns_to_the_open_question_once_it_is_sent() -> None:
    answers, call = Answers(changing=2), seen(5, {1, 2, 3})
    current = answers.current(call)
    assert current is not None and current.number == 2
    answers.send(2, "anew")
    current = answers.current(call)
    assert current is not None and current.number == 4


def test_nothing_of_what_was_typed_shows_in_a_trace() -> None:
    answers = Answers(typed={1: "4417"})
    answers.send(2, "900-00-1234")
    answers.refused(2, "why")
    assert "4417" not in repr(answers) and "900-00-1234" not in repr(answers)


@given(st.integers(0, 5), st.integers(0, 3))
def test_exactly_one_step_is_current_until_all_are_done(identity: int, tax: int) -> None:
    labels = [StepSeen(section=Section.IDENTITY, label=WORDS, done=identity, total=5)]
    if identity == 5:
        labels.append(StepSeen(section=Section.CURRENT_RETURN, label=WORDS, done=tax, total=3))
    steps = steps_of(seen(5, set()).model_copy(update={"steps": tuple(labels)}), Say())
    places = [step.at for step in steps]
    assert places.count(At.CURRENT) == 1
    current = places.index(At.CURRENT)
    assert all(place is At.DONE for place in places[:current])
