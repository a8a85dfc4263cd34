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
    """For each question's number whether its answer is accurate; a missing answer is not."""
    return {q.number: _accurate_answer(q, answers.get(q.number), policy, tables) for q in questions}


def _accurate_answer(question: Question, answer: Answer | None, policy: Policy, tables: Tables) -> bool:
    if answer is None or answer.response is not Response.ANSWERED:
        return False
    return accurate(question.kind, answer.text, question.accepted, policy, tables)


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
    return all(sum(q.section is section for q in questions) >= number for section, number in least.items())
