"""Conditions: rows over answers to asks, with all and any."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistor_console.domain.conditions import (
    NO,
    YES,
    Ask,
    AskKind,
    Condition,
    Ending,
    Opening,
    Operator,
    When,
    counted,
    enabled,
    ending,
)
from assistor_console.domain.terms import Proof, Reason, Text

WORDS = Text("a", "b")


def row(question: str, answer: str, operator: Operator = Operator.EQUALS) -> Condition:
    return Condition(question, operator, answer)


def ask(name: str, *rows: Condition, every: bool = True) -> Ask:
    return Ask(name, AskKind.YES_NO, WORDS, WORDS, when=When(rows, every) if rows else None)


@pytest.mark.parametrize(
    ("condition", "answers", "holds"),
    [
        (row("a", YES), {"a": YES}, True),
        (row("a", YES), {"a": NO}, False),
        (row("a", YES), {}, False),
        (row("a", YES, Operator.DIFFERS), {"a": NO}, True),
        (row("a", YES, Operator.DIFFERS), {"a": YES}, False),
        (row("a", YES, Operator.DIFFERS), {}, False),
        (Condition("a", Operator.EXISTS), {"a": "1234"}, True),
        (Condition("a", Operator.EXISTS), {"b": YES}, False),
    ],
)
def test_a_row_looks_at_what_was_answered(condition: Condition, answers: dict[str, str], holds: bool) -> None:
    assert condition.holds(answers) is holds


@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from((YES, NO))), min_size=1, max_size=4), st.data()
)
def test_every_row_or_any(rows: list[tuple[str, str]], data: st.DataObject) -> None:
    answers = data.draw(st.dictionaries(st.sampled_from("abc"), st.sampled_from((YES, NO))))
    held = [answers.get(question) == answer for question, answer in rows]
    conditions = tuple(row(question, answer) for question, answer in rows)
    assert When(conditions).holds(answers) is (False not in held)
    assert When(conditions, every=False).holds(answers) is (True in held)


CHAIN = (ask("a"), ask("b", row("a", YES)), ask("c", row("b", YES)))


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ({}, "a"),
        ({"a": NO}, "a"),
        ({"a": YES}, "ab"),
        ({"a": YES, "b": YES}, "abc"),
        ({"a": NO, "b": YES}, "a"),  # b was answered before a was changed
    ],
)
def test_what_is_asked_follows_the_answers_that_count(answers: Mapping[str, str], asked: str) -> None:
    assert "".join(each.id for each in enabled(CHAIN, answers)) == asked
    assert set(counted(CHAIN, answers)) <= set(asked)


def test_the_first_ending_that_holds_closes_the_call() -> None:
    ends = (
        Ending("one", When((row("b", NO),))),
        Ending("two", When((row("a", NO), row("b", NO)), every=False)),
    )
    opening = Opening(Reason.MOVED, WORDS, Proof.PROBES, (), ("a", "b"), ends)
    assert ending(opening, {"a": YES}) is None
    assert ending(opening, {"a": NO}) == "two"
    assert ending(opening, {"a": NO, "b": NO}) == "one"
