"""The draw beside other draws: nothing shown before, guessable or worn out, and one paper at a time."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistor_console.domain.businesses import business_keys
from assistor_console.domain.call import Answer
from assistor_console.domain.draw import Beside, TooThin, draw
from assistor_console.domain.scoring import scores
from assistor_console.domain.script import Question
from assistor_console.domain.subject import Subject
from assistor_console.domain.terms import AnswerKind, Form, Response, Section
from tests.domain.made import MARISOL, interest, policy, script, tables, tax_return, w2

NOW = datetime(2017, 12, 11, 15, tzinfo=UTC)
SEEDS = st.integers(0, 2**64 - 1)
RICH = replace(
    MARISOL,
    documents=(
        *MARISOL.documents,
        interest(2015, "SECOND VALLEY BANK", "110000004", 95_10),
        w2(2015, "FRESNO TRUCKING LLC", "110000005", 9_876_54),
    ),
)


def drawn(seed: int, beside: Beside | None = None, subject: Subject = RICH) -> tuple[Question, ...]:
    questions = draw(script(), subject, policy(), seed, beside or Beside())
    assert not isinstance(questions, TooThin), questions
    return questions


def asked(questions: tuple[Question, ...]) -> frozenset[tuple[str, Form, int]]:
    return frozenset(question.asks for question in questions if question.asks)


@given(SEEDS, SEEDS)
def test_what_was_shown_to_this_caller_is_never_drawn_again(first: int, second: int) -> None:
    shown = asked(drawn(first))
    again = draw(script(), RICH, policy(), second, Beside(shown=shown))
    assert isinstance(again, TooThin) or asked(again).isdisjoint(shown)


@given(st.lists(SEEDS, min_size=6, max_size=6))
def test_records_are_used_up_and_then_too_thin(seeds: list[int]) -> None:
    shown: frozenset[tuple[str, Form, int]] = frozenset()
    for seed in seeds:
        found = draw(script(), RICH, policy(), seed, Beside(shown=shown))
        if isinstance(found, TooThin):
            return
        shown |= asked(found)
    raise AssertionError("six interviews of eight questions each from six documents and two returns")


def test_what_was_asked_too_often_gives_way_where_the_records_allow() -> None:
    worn = {("agi", Form.F1040, 2016): 0.6, ("w2_employer", Form.W2, 2016): 0.9}
    for seed in range(60):
        assert ("agi", Form.F1040, 2016) not in asked(drawn(seed, Beside(exposure=worn)))
    everything = {each: 1.0 for seed in range(60) for each in asked(drawn(seed))}
    assert len(drawn(1, Beside(exposure=everything))) == len(drawn(1))


def test_a_share_up_to_the_budget_changes_nothing() -> None:
    used = {("agi", Form.F1040, 2016): policy().exposure_percent / 100}
    for seed in range(30):
        assert drawn(seed, Beside(exposure=used)) == drawn(seed)


def test_a_count_never_makes_an_interview() -> None:
    few = {"refund": 700_00}
    returns = tuple(replace(tax_return(year, 1), amounts={}, exemptions=year - 2010) for year in (2016, 2015))
    found = draw(script(), replace(RICH, returns=returns), policy(), 1)
    assert isinstance(found, TooThin)
    assert found.lacking == (Section.CURRENT_RETURN, Section.PRIOR_RETURN)
    one = replace(returns[0], amounts=few)
    found = draw(script(), replace(RICH, returns=(one, returns[1])), policy(), 1)
    assert isinstance(found, TooThin) and found.lacking == (Section.PRIOR_RETURN,)


def test_an_amount_that_can_be_guessed_counts_for_nothing() -> None:
    cents = tuple(replace(r, amounts={"agi": 9_00 - r.tax_year % 2 * 200}) for r in RICH.returns)
    found = draw(script(), replace(RICH, returns=cents), policy(), 1)
    assert isinstance(found, TooThin)
    assert found.lacking == (Section.CURRENT_RETURN, Section.PRIOR_RETURN)


@pytest.mark.parametrize(
    ("common", "thin"), [(("VALLEY PACKING",), False), (("VALLEY PACKING", "HARBOR"), True)]
)
def test_common_payers_count_for_nothing(common: tuple[str, ...], thin: bool) -> None:
    names = ("FIRST SIERRA BANK", "SECOND VALLEY BANK", "FRESNO TRUCKING", *common)
    known = frozenset().union(*(business_keys(name, tables()) for name in names[(0 if thin else 2) :]))
    found = draw(script(), RICH, policy(), 1, Beside(replace(tables(), common=known)))
    assert isinstance(found, TooThin) is thin


def test_a_marked_account_is_asked_more() -> None:
    usual, more = drawn(1), drawn(1, Beside(extra=policy().extra_probes))
    assert len(more) == len(usual) + policy().extra_probes == len(asked(more))
    assert isinstance(draw(script(), RICH, policy(), 1, Beside(extra=60)), TooThin)


def follower() -> tuple[tuple[Question, ...], Question, Question]:
    """An interview in which one question is about the paper that another has chosen."""
    for seed in range(500):
        questions = drawn(seed)
        for question in questions:
            if question.follows:
                return questions, questions[question.follows - 6], question
    raise AssertionError("none follows another")


def test_what_is_about_the_same_papers_follows_and_says_so() -> None:
    _, first, then = follower()
    assert then.number == first.number + 1 and (first.form, first.year) == (then.form, then.year)
    assert "that same Form" in then.text.en and "ese mismo Formulario" in then.text.es
    assert not any(name.title() in then.text.en for name, _ in then.pairs)
    assert [one for one, _ in then.pairs] == list(first.accepted) and str(then.pairs) not in repr(then)


def test_only_the_paper_that_was_chosen_is_right_then() -> None:
    questions, first, then = follower()
    for chosen, _ in then.pairs:
        for named, amount in then.pairs:
            answers = {
                number: Answer(number, Response.ANSWERED, text, NOW)
                for number, text in ((first.number, chosen), (then.number, amount))
            }
            found = scores(questions, answers, policy(), tables())
            assert found[first.number] and found[then.number] is (named == chosen)
    alone = {then.number: Answer(then.number, Response.ANSWERED, then.accepted[0], NOW)}
    assert not scores(questions, alone, policy(), tables())[then.number]
    assert scores((then,), alone, policy(), tables())[then.number], "the first was burnt and replaced"


@given(SEEDS)
def test_of_two_questions_about_the_same_papers_one_follows(seed: int) -> None:
    questions = drawn(seed)
    by_number = {question.number: question for question in questions}
    several = [q for q in questions if len(q.accepted) > 1]
    for one in several:
        for other in several:
            if one.number < other.number and (one.form, one.year) == (other.form, other.year):
                assert other.follows and by_number[other.follows].form is one.form
    for q in questions:
        assert (q.kind is not AnswerKind.BUSINESS_NAME) or q.follows is None


@given(SEEDS)
def test_the_only_document_behind_a_line_of_the_return_is_not_asked_beside_it(seed: int) -> None:
    withheld = RICH.returns[0].amounts["withholding"]
    paper = replace(w2(2016, "ONLY INC", "110000009", 50_000_00), amounts={"withheld": withheld + 49})
    subject = replace(RICH, documents=(paper, *RICH.documents[2:]))
    items = {(q.item, q.year) for q in drawn(seed, subject=subject)}
    assert not {("withholding", 2016), ("w2_withheld", 2016)} <= items
