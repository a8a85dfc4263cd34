"""What could be asked of a subject: every item of the script that the subject's own records answer."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from .businesses import is_common
from .lines import Place, find_place
from .money import same_money
from .names import fold
from .policy import Policy
from .records import IncomeDocument, TaxReturn
from .script import AskedItem, Item, Question, Script, Source, fill, join
from .subject import Subject
from .tables import Tables
from .terms import AnswerKind, Form, Section, Text

Document = tuple[Form, int, str]
"""What tells income documents apart: form, year, payer's TIN."""

_COMPARED = (AnswerKind.MONEY, AnswerKind.COUNT)


Answered = tuple[Document, str]
"""An income document and what it answers."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item with the paper it is asked about; `accepted` holds the answer of every paper that fits.

    `answered` says which document answers what, in an order that all items of the same papers share. One that
    is not `strong` could be guessed: it fills up an interview and counts toward nothing policy demands.
    """

    item: Item
    section: Section
    year: int
    form: Form
    place: Place
    accepted: tuple[str, ...] = field(repr=False)
    answered: tuple[Answered, ...] = field(default=(), repr=False)
    strong: bool = True

    @property
    def documents(self) -> frozenset[Document]:
        """The income documents that answer it; none for a return."""
        return frozenset(document for document, _ in self.answered)

    @property
    def is_name(self) -> bool:
        """Whether it asks for a name rather than for a number."""
        return self.item.kind is AnswerKind.BUSINESS_NAME

    @property
    def asks(self) -> AskedItem:
        """What it asks, whoever is asked: item, form and year."""
        return self.item.id, self.form, self.year

    def follows(self, first: "Candidate") -> bool:
        """Whether it is about the very papers of which `first` lets the caller choose one."""
        return len(self.documents) > 1 and self.documents == first.documents

    def question(self, script: Script, number: int, first: "tuple[int, Candidate] | None" = None) -> Question:
        """The item as it is asked, with the year, form and line of its paper.

        `first` is what was asked (under which number) to choose one of several papers: this is bound to it.
        """
        values: dict[str, str | Text] = {
            "year": str(self.year),
            "form": self.form.value,
            "line": self.place.line,
            "where": self.place.where,
        }
        item, heading = self.item, script.heading(self.section, self.year)
        text, other = (item.again, None) if first and item.again else (item.text, item.rephrase)
        return Question(
            number,
            item.id,
            self.section,
            item.kind,
            heading,
            join(heading, fill(item.label, values), ": "),
            fill(text, values),
            fill(item.hint, values) if item.hint else None,
            fill(other, values) if other else None,
            item.choices,
            self.accepted,
            self.form,
            self.year,
            *self._bound(first),
        )

    def _bound(self, first: "tuple[int, Candidate] | None") -> tuple[int | None, tuple[tuple[str, str], ...]]:
        """The number it follows, and for every paper the right answer to each."""
        if first is None:
            return None, ()
        number, leader = first
        both = zip(leader.answered, self.answered, strict=True)
        return number, tuple((chosen, then) for (_, chosen), (_, then) in both)


def candidates(
    script: Script, subject: Subject, policy: Policy, tables: Tables | None = None
) -> list[Candidate]:
    """All candidates in an order that depends on the script alone, from the current and the prior year.

    A count, an amount below policy's least and, given `tables`, the name of a common payer are not strong.
    """
    current = policy.current_tax_year
    returns = {r.tax_year: r for r in subject.returns if subject.filer(r)}
    found = list(_of_return(script, returns, current, Section.CURRENT_RETURN, policy))
    found += _of_return(script, returns, current - 1, Section.PRIOR_RETURN, policy)
    found += _of_documents(script, subject.own_documents, (current, current - 1), policy)
    return [replace(each, strong=_is_strong(each, policy, tables)) for each in found]


def _is_strong(candidate: Candidate, policy: Policy, tables: Tables | None) -> bool:
    """Whether no right answer of it is easily guessed."""
    kind = candidate.item.kind
    if candidate.item.supplement or kind is AnswerKind.COUNT:
        return False
    if kind is AnswerKind.MONEY:
        return min(map(int, candidate.accepted)) >= policy.guessable_below_cents
    if candidate.is_name and tables:
        return not any(is_common(name, tables) for name in candidate.accepted)
    return True


def is_same(kind: AnswerKind, some: Sequence[str], others: Sequence[str], policy: Policy) -> bool:
    """Whether an answer to the one could be accurate for the other."""
    if kind is AnswerKind.MONEY:
        tolerance = policy.money_tolerance_cents
        return any(same_money(int(a), int(b), tolerance) for a in some for b in others)
    return not set(some).isdisjoint(others)


def _of_return(
    script: Script, returns: dict[int, TaxReturn], year: int, section: Section, policy: Policy
) -> Iterator[Candidate]:
    if year not in returns:
        return
    tax_return = returns[year]
    beside = [r for r in (returns.get(year - 1), returns.get(year + 1)) if r]
    for item in script.items:
        place = _place(script, item, Source.RETURN, tax_return.form, year)
        answer = _return_value(item, tax_return)
        others = [_return_value(item, r) for r in beside]
        if place and answer and not _unchanged(item, (answer,), others, policy):
            yield Candidate(item, section, year, tax_return.form, place, (answer,))


def _of_documents(
    script: Script, documents: Sequence[IncomeDocument], years: tuple[int, int], policy: Policy
) -> Iterator[Candidate]:
    """Documents of one form and year are asked about together: any of them is a right answer."""
    alike: dict[tuple[Form, int], list[IncomeDocument]] = defaultdict(list)
    for document in sorted(documents, key=_order):
        alike[document.form, document.tax_year].append(document)
    for item in script.items:
        for form in item.forms:
            for year in years:
                place = _place(script, item, Source.DOCUMENT, form, year)
                group = alike.get((form, year), [])
                answers = [_document_value(item, document) for document in group]
                other = [_document_value(item, d) for d in alike.get((form, sum(years) - year), ())]
                if place and answers and all(answers) and not _unchanged(item, answers, other, policy):
                    papers = ((form, year, d.payer_tin) for d in group)
                    answered = tuple(zip(papers, answers, strict=True))
                    accepted = tuple(dict.fromkeys(answers))
                    yield Candidate(item, Section.INCOME_DOCUMENTS, year, form, place, accepted, answered)


def _order(document: IncomeDocument) -> tuple[object, ...]:
    """An order of one person's documents that does not depend on how they were loaded."""
    amounts = tuple(sorted(document.amounts.items()))
    return _payer(document), document.payer_tin, document.account_last_four, amounts


def _payer(document: IncomeDocument) -> str:
    return " ".join(fold(document.payer_name).split())


def _place(script: Script, item: Item, source: Source, form: Form, year: int) -> Place | None:
    if item.source is not source or form not in item.forms:
        return None
    return find_place(script.places.get(item.id, ()), form, year)


def _unchanged(item: Item, answers: Sequence[str], other: Sequence[str], policy: Policy) -> bool:
    """Whether the other year has the same number: then it is not worth asking."""
    return item.kind in _COMPARED and is_same(item.kind, answers, [o for o in other if o], policy)


def _return_value(item: Item, tax_return: TaxReturn) -> str:
    """The canonical answer on a return; empty where there is none, or nothing above zero."""
    if item.value == "exemptions":
        return str(tax_return.exemptions or "")
    if item.value == "dependents":
        return str(len(tax_return.dependents) or "")
    return _positive(tax_return.amounts.get(item.value, 0))


def _document_value(item: Item, document: IncomeDocument) -> str:
    """The canonical answer on an income document; empty where there is none, or nothing above zero."""
    if item.value == "payer_name":
        return _payer(document)
    if item.value == "account_last_four":
        return document.account_last_four.upper()
    return _positive(document.amounts.get(item.value, 0))


def _positive(cents: int) -> str:
    return str(cents) if cents > 0 else ""
