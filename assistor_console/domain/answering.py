"""Which questions of an interview may still be answered, or answered again."""

from .call import Interview, Stage
from .script import Question
from .terms import Section

IDENTIFYING = (1, 2)
"""The first two identity items: TIN and name, tested together before any other."""


def may_change(interview: Interview, question: Question) -> bool:
    """Whether an answer is taken: each part freezes once it was tested (NIST SP 800-63A-3 5.3.2)."""
    if interview.frozen:
        return False
    match interview.stage:
        case Stage.IDENTIFY:
            return question.number in IDENTIFYING
        case Stage.IDENTITY:
            tested = interview.identified and question.number in IDENTIFYING
            return question.section is Section.IDENTITY and not tested
        case Stage.TAX:
            return question.section is not Section.IDENTITY
        case Stage.OVER:
            return False
