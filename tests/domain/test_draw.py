"""The draw: from the caller's own records, enough of each part, nothing that gives another away."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistor_console.domain.candidates import is_same
from assistor_console.domain.draw import TooThin, draw
from assistor_console.domain.names import fold
from assistor_console.domain.records import IncomeDocument, TaxReturn
from assistor_console.domain.script import Question
from assistor_console.domain.subject import Subject
from assistor_console.domain.terms import AnswerKind, Form, Section
from tests.domain.made import (
    MARISOL,
    ME,
    SPOUSE,
    SPOUSE_TIN,
    TIN,
    interest,
    policy,
    script,
    tax_return,
    w2,
)

SEEDS = st.integers(0, 2**64 - 1)
CENTS = st.integers(100, 30_000_000)


def drawn(subject: Subject, seed: int) -> tuple[Question, ...]:
    questions = draw(script(), subject, policy(), seed)
    assert not isinstance(questions, TooThin), questions
    return questions


def count(questions: tuple[Question, ...], section: Section) -> int:
    return sum(q.section is section for q in questions)


@st.composite
def documents(pick: st.DrawFn) -> tuple[IncomeDocument, ...]:
    some = pick(st.lists(st.tuples(st.sampled_from((2015, 2016)), st.integers(0, 5), CENTS), max_size=6))
    papers = [w2(year, f"EMPLOYER {n}", f"11000000{n}", cents) for year, n, cents in some]
    more = pick(st.lists(st.tuples(st.sampled_from((2015, 2016)), st.integers(4, 8), CENTS), max_size=3))
    return tuple(papers + [interest(year, f"EMPLOYER {n}", f"11000000{n}", cents) for year, n, cents in more])


@st.composite
def subjects(pick: st.DrawFn) -> Subject:
    forms = st.sampled_from((Form.F1040, Form.F1040A, Form.F1040EZ))
    returns = tuple(tax_return(year, pick(CENTS), form=pick(forms)) for year in (2016, 2015))
    kept = tuple(r for r in returns if pick(st.integers(0, 9)))
    return replace(MARISOL, returns=kept, documents=pick(documents()))


@given(subjects(), SEEDS)
def test_every_interview_asks_what_policy_demands_and_nothing_twice(subject: Subject, seed: int) -> None:
    questions = draw(script(), subject, policy(), seed)
    if isinstance(questions, TooThin):
        return
    assert [q.number for q in questions] == list(range(6, 6 + len(questions)))
    assert 1 <= count(questions, Section.CURRENT_RETURN) <= policy().draw_current_return
    assert 1 <= count(questions, Section.PRIOR_RETURN) <= policy().draw_prior_return
    assert count(questions, Section.INCOME_DOCUMENTS) == policy().draw_income_documents
    papers = [q for q in questions if q.section is Section.INCOME_DOCUMENTS]
    assert sum(q.kind is AnswerKind.BUSINESS_NAME for q in papers) == policy().least_names
    for place, one in enumerate(questions):
        assert one.accepted and all(one.accepted)
        for other in questions[place + 1 :]:
            same_kind = one.kind is other.kind
            assert not (same_kind and is_same(one.kind, one.accepted, other.accepted, policy())), (one, other)


@given(subjects(), SEEDS)
def test_no_two_questions_of_one_return_answer_each_other(subject: Subject, seed: int) -> None:
    questions = draw(script(), subject, policy(), seed)
    for section in (Section.CURRENT_RETURN, Section.PRIOR_RETURN):
        asked = {q.item for q in questions if q.section is section} if isinstance(questions, tuple) else set()
        assert len(asked & {"agi", "taxable_income", "total_tax"}) <= 1
        assert len(asked & {"total_tax", "withholding", "refund", "owed"}) <= 2
        assert not {"refund", "owed"} <= asked


@given(subjects(), SEEDS, st.randoms())
def test_the_same_seed_draws_the_same_whatever_the_order_of_records(
    subject: Subject, seed: int, order: Random
) -> None:
    returns, papers = list(subject.returns), list(subject.documents)
    order.shuffle(returns)
    order.shuffle(papers)
    mixed = replace(subject, returns=tuple(returns), documents=tuple(papers))
    assert draw(script(), subject, policy(), seed) == draw(script(), mixed, policy(), seed)


def test_seeds_draw_different_interviews() -> None:
    assert len({tuple(q.item for q in drawn(MARISOL, seed)) for seed in range(50)}) > 20


@given(subjects(), SEEDS)
def test_no_text_holds_a_value_of_the_record(subject: Subject, seed: int) -> None:
    questions = draw(script(), subject, policy(), seed)
    for q in questions if isinstance(questions, tuple) else ():
        said = " ".join(t.en + t.es for t in (q.heading, q.label, q.text, q.hint, q.rephrase) if t)
        assert "EMPLOYER" not in said and "QUINTERO" not in fold(said)
        assert not any(len(value) > 4 and value in said for value in q.accepted)
        assert "{" not in said and q.accepted and str(q.accepted) not in repr(q)


@given(SEEDS)
def test_questions_name_line_form_and_year_of_the_callers_own_paper(seed: int) -> None:
    for q in drawn(MARISOL, seed):
        if q.item == "withholding" and q.section is Section.CURRENT_RETURN:
            assert q.heading.en == "2016 return"
            assert q.label.en == "2016 return: federal income tax withheld"
            assert q.text.en == (
                "Please look at your 2016 Form 1040. What amount is on line 64, federal income tax withheld?"
            )
            assert q.text.es == (
                "Busque su Formulario 1040 de 2016. ¿Qué cantidad aparece en la línea 64, "
                "impuesto federal sobre los ingresos retenido?"
            )
            assert q.hint and q.hint.en.endswith("page 2, under Payments, the first line.")


@given(SEEDS)
def test_the_spouse_is_asked_about_the_joint_return_and_their_own_documents(seed: int) -> None:
    joint = tuple(tax_return(year, 90_000_00 + year * 100, spouse=SPOUSE) for year in (2016, 2015))
    papers = (
        w2(2016, "MINE INC", "110000001", 30_000_00),
        w2(2016, "THEIRS INC", "110000002", 40_000_00, SPOUSE),
        w2(2015, "THEIRS TOO INC", "110000003", 41_000_00, SPOUSE),
    )
    spouse = Subject(SPOUSE_TIN, None, joint, papers)
    names = {a for q in drawn(spouse, seed) if q.kind is AnswerKind.BUSINESS_NAME for a in q.accepted}
    assert names and names <= {"THEIRS INC", "THEIRS TOO INC"}


@given(SEEDS)
def test_any_of_several_documents_of_a_kind_is_right(seed: int) -> None:
    for q in drawn(MARISOL, seed):
        if q.item == "w2_employer" and "2016" in q.text.en:
            assert q.accepted == ("HARBOR FREIGHT HANDLING LLC", "VALLEY PACKING INC")
            assert "any Form W-2" in q.text.en


def test_the_only_wages_are_asked_once() -> None:
    wages = 50_000_00
    returns = tuple(
        replace(
            tax_return(year, wages + year * 1000), amounts={"wages": wages + year * 1000, "refund": year * 7}
        )
        for year in (2016, 2015)
    )
    papers = tuple(
        w2(year, f"EMPLOYER {year}", f"11000{year}", wages + year * 1000 + 49) for year in (2016, 2015)
    )
    for seed in range(40):
        asked = drawn(replace(MARISOL, returns=returns, documents=papers), seed)
        by_year = [q.text.en for q in asked if q.item in ("wages", "w2_wages")]
        assert sum("2016" in text for text in by_year) <= 1 and sum("2015" in text for text in by_year) <= 1


def test_nothing_that_is_the_same_in_both_years_is_asked() -> None:
    returns = (tax_return(2016, 60_000_00), tax_return(2015, 50_000_00))
    for seed in range(40):
        items = {q.item for q in drawn(replace(MARISOL, returns=returns), seed)}
        assert items.isdisjoint({"refund", "owed", "exemptions"})


def test_nothing_at_or_below_zero_is_asked() -> None:
    returns = (
        replace(MARISOL.returns[0], amounts=MARISOL.returns[0].amounts | {"agi": -5_000_00, "wages": 0}),
        MARISOL.returns[1],
    )
    papers = (replace(MARISOL.documents[3], amounts={"interest": 0}), *MARISOL.documents[:3])
    for seed in range(60):
        values = [int(a) for q in drawn(replace(MARISOL, returns=returns, documents=papers), seed)
                  if q.kind is AnswerKind.MONEY for a in q.accepted]  # fmt: skip
        assert min(values) > 0


def test_a_box_that_one_of_several_documents_leaves_empty_is_not_asked() -> None:
    empty = replace(MARISOL.documents[1], amounts={"wages": 12_345_67})
    subject = replace(MARISOL, documents=(MARISOL.documents[0], empty, *MARISOL.documents[2:]))
    for seed in range(60):
        texts = [
            q.text.en for q in drawn(subject, seed) if q.item in ("w2_withheld", "w2_social_security_tax")
        ]
        assert not any("2016" in text for text in texts)


def test_the_same_interest_in_both_years_is_not_asked() -> None:
    papers = (*MARISOL.documents[:3], interest(2016, "BANK", "1", 20_00), interest(2015, "BANK", "1", 20_00))
    for seed in range(60):
        assert "int_interest" not in {q.item for q in drawn(replace(MARISOL, documents=papers), seed)}


def test_the_questions_are_about_different_documents() -> None:
    papers = (MARISOL.documents[0], MARISOL.documents[3])
    for seed in range(60):
        questions = draw(script(), replace(MARISOL, documents=papers), policy(), seed)
        assert isinstance(questions, tuple)
        asked = {"W-2" in q.text.en for q in questions if q.section is Section.INCOME_DOCUMENTS}
        assert asked == {True, False}


def thin(subject: Subject) -> tuple[Section, ...]:
    found = draw(script(), subject, policy(), 1)
    assert isinstance(found, TooThin)
    return found.lacking


@pytest.mark.parametrize(
    ("subject", "lacking"),
    [
        (replace(MARISOL, documents=()), (Section.INCOME_DOCUMENTS,)),
        (replace(MARISOL, returns=MARISOL.returns[:1]), (Section.PRIOR_RETURN,)),
        (replace(MARISOL, returns=MARISOL.returns[1:]), (Section.CURRENT_RETURN,)),
        (replace(MARISOL, documents=MARISOL.documents[:1]), ()),
        (Subject(TIN), (Section.CURRENT_RETURN, Section.PRIOR_RETURN, Section.INCOME_DOCUMENTS)),
    ],
)
def test_thin_records_are_told_from_enough(subject: Subject, lacking: tuple[Section, ...]) -> None:
    assert thin(subject) == lacking


def test_a_year_without_published_lines_is_not_asked() -> None:
    old: tuple[TaxReturn, ...] = tuple(replace(r, tax_year=r.tax_year - 10) for r in MARISOL.returns)
    early = replace(policy(), current_tax_year=2006)
    papers = tuple(replace(d, tax_year=d.tax_year - 10, recipient=ME) for d in MARISOL.documents)
    assert isinstance(draw(script(), Subject(TIN, None, old, papers), early, 1), TooThin)
