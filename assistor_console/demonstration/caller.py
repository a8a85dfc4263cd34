"""Somebody on the telephone with their own papers before them."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from ..domain.candidates import candidates
from ..domain.policy import Policy
from ..domain.records import Address, EServicesUser, IncomeDocument, Record, TaxReturn
from ..domain.script import Script
from ..domain.subject import Subject, identity_questions, with_expected
from ..domain.terms import AnswerKind, Text

if TYPE_CHECKING:
    from ..requests.intake import QuestionSeen


class Caller:
    """Answers what is read aloud from the papers of one person.

    `mistaken` answers one tax item wrongly, as somebody does who reads the wrong line.
    """

    def __init__(
        self, tin: str, records: Sequence[Record], script: Script, policy: Policy, mistaken: bool = False
    ) -> None:
        self.subject = subject(tin, records)
        self.mistaken = mistaken
        asked = with_expected(identity_questions(script), self.subject)
        drawn = (c.question(script, 0) for c in candidates(script, self.subject, policy))
        self._asked = (*asked, *drawn)
        self._answers = {q.label.en: q.accepted for q in self._asked}

    @property
    def name(self) -> str:
        """The name as the caller says it."""
        return self.subject.name[0].replace("<", " ").strip()

    @property
    def born(self) -> date:
        """The date of birth; every caller of the demonstration has one on record."""
        assert self.subject.born is not None
        return self.subject.born

    def say(self, question: "QuestionSeen") -> str:
        """What is typed for this caller's answer: keys of the editor made for the kind of question."""
        if question.kind is AnswerKind.ADDRESS and self.subject.address:
            return said_address(self.subject.address)
        if question.kind is AnswerKind.PERSON_NAME:
            return self.name
        right = self._answers[question.label.en][0]
        if question.kind is AnswerKind.CHOICE:
            return str([choice.value for choice in question.choices].index(right) + 1)
        return said(question.kind, self._slip(question.kind, right))

    def card(self) -> list[tuple[Text, str]]:
        """Everything this caller can be asked, with the answer as they would say it."""
        address = said_address(self.subject.address) if self.subject.address else ""
        return [
            (q.label, address if q.kind is AnswerKind.ADDRESS else said(q.kind, q.accepted[0]))
            for q in self._asked
            if q.accepted
        ]

    def _slip(self, kind: AnswerKind, right: str) -> str:
        if not self.mistaken or kind is not AnswerKind.MONEY:
            return right
        self.mistaken = False
        return str(int(right) + 100_000)


def said(kind: AnswerKind, canonical: str) -> str:
    """A canonical answer as somebody says and an assistor types it."""
    match kind:
        case AnswerKind.MONEY:
            dollars, cents = divmod(int(canonical), 100)
            return f"{dollars}.{cents:02d}" if cents else str(dollars)
        case AnswerKind.DATE:
            return f"{date.fromisoformat(canonical):%m%d%Y}"
        case _:
            return canonical


def said_address(address: Address) -> str:
    """An address in one line."""
    return f"{', '.join(address.lines)}, {address.city} {address.state} {address.zip[:5]}"


def subject(tin: str, records: Iterable[Record]) -> Subject:
    """Everything among records that names a TIN."""
    mine = [record for record in records if names(record, tin)]
    users = [record for record in mine if isinstance(record, EServicesUser)]
    returns = tuple(record for record in mine if isinstance(record, TaxReturn))
    documents = tuple(record for record in mine if isinstance(record, IncomeDocument))
    return Subject(tin, users[-1] if users else None, returns, documents)


def names(record: Record, tin: str) -> bool:
    """Whether a record is about a person."""
    if isinstance(record, TaxReturn):
        return tin in {record.primary.tin, record.spouse.tin if record.spouse else ""}
    return tin == (record.recipient.tin if isinstance(record, IncomeDocument) else record.tin)
