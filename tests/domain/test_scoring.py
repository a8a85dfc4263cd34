"""Scoring: truthful callers pass however they say it; one wrong answer refers; so does a missing one."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistor_console.domain.answers import parse
from assistor_console.domain.call import Answer
from assistor_console.domain.draw import TooThin, draw
from assistor_console.domain.scoring import accurate, all_accurate, scores, verdict
from assistor_console.domain.script import Question
from assistor_console.domain.subject import Subject, identified, identity_questions, with_expected
from assistor_console.domain.terms import AnswerKind, Response, Section, Verdict
from tests.domain.made import (
    HOME,
    MARISOL,
    SPOUSE,
    SPOUSE_TIN,
    TIN,
    TODAY,
    USER,
    policy,
    script,
    tables,
    tax_return,
)

SEEDS = st.integers(0, 2**64 - 1)
Answers = dict[int, Answer]
NOW = datetime(2017, 12, 11, 15, tzinfo=UTC)


def answered(number: int, text: str, response: Response = Response.ANSWERED) -> Answer:
    return Answer(number, response, text, NOW)


def interview(seed: int) -> tuple[Question, ...]:
    asked = draw(script(), MARISOL, policy(), seed)
    assert not isinstance(asked, TooThin)
    return with_expected(identity_questions(script()), MARISOL) + asked


def said(question: Question, right: str, rng: random.Random) -> str:
    """A truthful answer as a caller may say it."""
    match question.kind:
        case AnswerKind.MONEY:
            cents = int(right)
            return rng.choice((f"${cents / 100:,.2f}", str(cents // 100), f"{(cents + 50) // 100:,}"))
        case AnswerKind.PERSON_NAME:
            return rng.choice(
                ("Marisol Quintero", "QUINTERO, MARISOL", "quintero marisol", "Marisol A. Quintero")
            )
        case AnswerKind.BUSINESS_NAME:
            return rng.choice(
                (right, right.title(), f"The {right}", right.removesuffix(" INC").removesuffix(" NA"))
            )
        case AnswerKind.ADDRESS:
            return rng.choice(("1184 Larkspur Lane, Fresno, CA 93706", "1184 larkspur ln fresno 93706"))
        case AnswerKind.DATE:
            day = date.fromisoformat(right)
            return rng.choice((f"{day.month}/{day.day}/{day.year}", day.strftime("%B %d, %Y")))
        case AnswerKind.TIN:
            return rng.choice((right, f"{right[:3]}-{right[3:5]}-{right[5:]}"))
        case _:
            return right


def truthful(questions: tuple[Question, ...], rng: random.Random) -> Answers:
    """Right answers; who has chosen one of several papers stays with it."""
    chosen: dict[int, str] = {}
    for q in questions:
        stays = [then for one, then in q.pairs if one == chosen[q.follows or 0]]
        chosen[q.number] = rng.choice(stays or q.accepted)
    return {q.number: given_to(q, said(q, chosen[q.number], rng)) for q in questions}


def given_to(question: Question, text: str) -> Answer:
    choices = [choice.value for choice in question.choices]
    return answered(question.number, parse(question.kind, text, TODAY, choices))


def decide(questions: tuple[Question, ...], answers: Answers) -> Verdict:
    return verdict(questions, answers, policy(), tables())


@given(SEEDS, st.randoms())
def test_truthful_callers_pass_however_they_say_it(seed: int, rng: random.Random) -> None:
    questions = interview(seed)
    answers = truthful(questions, rng)
    wrong = [q for q in questions if not scores([q], answers, policy(), tables())[q.number]]
    assert not wrong and decide(questions, answers) is Verdict.PASSED


def wrongs(question: Question) -> list[str]:
    """Plausible wrong answers: swapped digits, one cent past the tolerance, the spouse, another payer."""
    right = question.accepted[0]
    match question.kind:
        case AnswerKind.MONEY:
            past = policy().money_tolerance_cents + 1
            cents = sorted(map(int, question.accepted))
            return [str(cents[0] - past), str(cents[-1] + past), str(cents[-1] * 10), "0"]
        case AnswerKind.TIN:
            return [right[:-2] + right[-1] + right[-2] if right[-1] != right[-2] else "123004410", SPOUSE_TIN]
        case AnswerKind.PERSON_NAME:
            return ["John Quintero", "Marisol Quesada", "M Quintero"]
        case AnswerKind.BUSINESS_NAME:
            return ["Valley Packaging", "Harbor", "Bank of America", "Valley"]
        case AnswerKind.ADDRESS:
            return ["1148 Larkspur Ln, Fresno, CA 93706", "1184 Larkspur Ln, Fresno, CA 93760"]
        case AnswerKind.DATE:
            return ["1978-04-03", "1987-03-04", "1978-03-05"]
        case AnswerKind.CHOICE:
            return [choice.value for choice in question.choices if choice.value not in question.accepted]
        case _:
            return [right[::-1] if right != right[::-1] else "9999"]


@given(SEEDS, st.randoms())
def test_one_wrong_answer_of_any_sort_refers(seed: int, rng: random.Random) -> None:
    questions = interview(seed)
    answers = truthful(questions, rng)
    for question in questions:
        for wrong in wrongs(question):
            one = answers | {question.number: answered(question.number, wrong)}
            assert decide(questions, one) is Verdict.REFERRED, (question.item, wrong)


@given(SEEDS, st.randoms())
def test_the_other_years_value_is_wrong(seed: int, rng: random.Random) -> None:
    other = Subject(TIN, None, tuple(replace(r, tax_year=4031 - r.tax_year) for r in MARISOL.returns))
    values = {(r.tax_year, item): cents for r in other.returns for item, cents in r.amounts.items()}
    questions = interview(seed)
    answers = truthful(questions, rng)
    for q in questions:
        year = {Section.CURRENT_RETURN: 2016, Section.PRIOR_RETURN: 2015}.get(q.section)
        if year and q.kind is AnswerKind.MONEY:
            mixed = answers | {q.number: answered(q.number, str(values[year, q.item]))}
            assert decide(questions, mixed) is Verdict.REFERRED


@given(SEEDS, st.randoms(), st.sampled_from((Response.DOES_NOT_KNOW, Response.DECLINES)))
def test_not_knowing_declining_and_silence_are_not_accurate(
    seed: int, rng: random.Random, response: Response
) -> None:
    questions = interview(seed)
    answers = truthful(questions, rng)
    for number in answers:
        right = answers[number].text
        assert decide(questions, answers | {number: answered(number, right, response)}) is Verdict.REFERRED
        assert decide(questions, {n: a for n, a in answers.items() if n != number}) is Verdict.REFERRED


@given(SEEDS, st.randoms())
def test_a_part_of_an_interview_never_passes(seed: int, rng: random.Random) -> None:
    questions = interview(seed)
    answers = truthful(questions, rng)
    for section in Section:
        some = tuple(q for q in questions if q.section is not section)
        assert decide(some, answers) is Verdict.REFERRED
    assert decide((), answers) is Verdict.REFERRED
    assert not all_accurate((), {}, policy(), tables())


@given(st.integers(1, 10**9), st.sampled_from((0, 98, 99, 100, 101)), st.sampled_from((1, -1)))
def test_money_is_accurate_up_to_the_tolerance_and_no_cent_further(cents: int, off: int, sign: int) -> None:
    found = accurate(AnswerKind.MONEY, str(cents + sign * off), (str(cents),), policy(), tables())
    assert found is (off <= 99 == policy().money_tolerance_cents)


def test_an_item_the_records_lack_accepts_nothing() -> None:
    questions = with_expected(identity_questions(script()), Subject(TIN, USER))
    by_item = {q.item: q for q in questions}
    assert by_item["tin"].accepted == (TIN,) and by_item["birth"].accepted == ("1978-03-04",)
    assert by_item["filing_status"].accepted == () and by_item["address"].accepted == ()
    status = by_item["filing_status"].number
    answer = {status: answered(status, "single")}
    assert not any(scores(questions, answer, policy(), tables()).values())


def test_identity_comes_from_the_newest_return() -> None:
    moved = replace(HOME, lines=("9 OLD RD",))
    subject = replace(MARISOL, returns=(replace(MARISOL.returns[1], address=moved), MARISOL.returns[0]))
    asked = {q.item: q.accepted for q in with_expected(identity_questions(script()), subject)}
    assert asked["address"] == ("1184 LARKSPUR LN|FRESNO|CA|93706",)
    assert asked["name"] == ("QUINTERO, MARISOL A",)
    joint = Subject(SPOUSE_TIN, None, (tax_return(2016, 90_000_00, spouse=SPOUSE),))
    spouse = {q.item: q.accepted for q in with_expected(identity_questions(script()), joint)}
    assert spouse["name"] == ("QUINTERO, JOHN B",) and spouse["birth"] == ("1976-01-02",)
    assert spouse["filing_status"] == ("married_jointly",)


def test_nothing_is_accepted_before_the_caller_is_known() -> None:
    questions = identity_questions(script())
    assert [q.number for q in questions] == [1, 2, 3, 4, 5]
    assert all(q.accepted == () for q in questions)
    assert questions[2].label.en == "Identity: date of birth"


@pytest.mark.parametrize(
    ("tin", "name", "is_them"),
    [
        (TIN, "Marisol Quintero", True),
        (TIN, "Quintero, Maria", True),
        (TIN, "John Quintero", False),
        (TIN, "Marisol Quesada", False),
        (TIN, "Marisol", False),
        ("123004471", "Marisol Quintero", False),
    ],
)
def test_tin_and_name_are_matched_together(tin: str, name: str, is_them: bool) -> None:
    assert identified(tin, name, MARISOL) is is_them
