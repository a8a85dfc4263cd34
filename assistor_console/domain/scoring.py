"""Whether answers are accurate, and the one-word verdict. Pure, and the same work for right and wrong."""

from collections.abc import Iterable, Mapping, Sequence

from .addresses import same_address
from .businesses import same_business
from .call import Answer
from .money import same_money
from .names import same_name
from .policy import Policy
from .script import IDENTITY, Question
from .tables import Tables
from .terms import AnswerKind, Response, Section, Verdict


def accurate(kind: AnswerKind, answer: str, accepted: Iterable[str], policy: Policy, tables: Tables) -> bool:
    """Whether a canonical answer agrees with any accepted one; every accepted one is compared."""
    return sum(_agrees(kind, answer, right, policy, tables) for right in accepted) > 0


def _agrees(kind: AnswerKind, answer: str, right: str, policy: Policy, tables: Tables) -> bool:
    match kind:
        case AnswerKind.MONEY:
            return same_money(int(answer), int(right), policy.money_tolerance_cents)
        case AnswerKind.PERSON_NAME:
            return same_name(answer, right, tables.nicknames)
        case AnswerKind.BUSINESS_NAME:
            return same_business(answer, right, tables)
        case AnswerKind.ADDRESS:
            return same_address(answer, right, tables)
        case _:
            return answer == right


def scores(
    questions: Sequence[Question], answers: Mapping[int, Answer], policy: Policy, tables: Tables
) -> dict[int, bool]:
    """For each question's number whether its answer is accurate; a missing answer is not.

    Of a question that follows another only what the papers say which the other's answer fits is accepted.
    """
    asked = {question.number: question for question in questions}
    return {q.number: _is_right(q, asked.get(q.follows or 0), answers, policy, tables) for q in questions}


def _is_right(
    question: Question, first: Question | None, answers: Mapping[int, Answer], policy: Policy, tables: Tables
) -> bool:
    """`first` chose among the papers this question is about; without it any of them is right."""
    said = _said(answers, question)
    if first is None:
        return said is not None and accurate(question.kind, said, question.accepted, policy, tables)
    chosen = _said(answers, first)
    if said is None or chosen is None:
        return False
    return (
        sum(
            _agrees(first.kind, chosen, one, policy, tables)
            & _agrees(question.kind, said, then, policy, tables)
            for one, then in question.pairs
        )
        > 0
    )


def _said(answers: Mapping[int, Answer], question: Question) -> str | None:
    """What was answered; None where nothing was."""
    answer = answers.get(question.number)
    return answer.text if answer and answer.response is Response.ANSWERED else None


def all_accurate(
    questions: Sequence[Question], answers: Mapping[int, Answer], policy: Policy, tables: Tables
) -> bool:
    """Whether there are questions and every one was answered accurately."""
    found = scores(questions, answers, policy, tables)
    return bool(found) and sum(found.values()) == len(questions)


def verdict(
    questions: Sequence[Question], answers: Mapping[int, Answer], policy: Policy, tables: Tables
) -> Verdict:
    """PASSED where every question of a whole interview was answered accurately, otherwise REFERRED."""
    right = all_accurate(questions, answers, policy, tables)
    whole = is_whole(questions, policy)
    return Verdict.PASSED if right and whole else Verdict.REFERRED


def is_whole(questions: Sequence[Question], policy: Policy) -> bool:
    """Whether an interview asks at least what policy demands of each section, identity items included."""
    least = {
        Section.IDENTITY: len(IDENTITY),
        Section.CURRENT_RETURN: policy.least_current_return,
        Section.PRIOR_RETURN: policy.least_prior_return,
        Section.INCOME_DOCUMENTS: policy.least_income_documents,
    }
    names = sum(q.kind is AnswerKind.BUSINESS_NAME for q in questions)
    of_sections = (sum(q.section is each for q in questions) >= number for each, number in least.items())
    return names >= policy.least_names and all(of_sections)
