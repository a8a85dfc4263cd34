"""What could be asked of a subject: every item of the script that the subject's own records answer."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from .lines import Place, find_place
from .money import same_money
from .names import fold
from .policy import Policy
from .records import IncomeDocument, TaxReturn
from .script import Item, Question, Script, Source, fill, join
from .subject import Subject
from .terms import AnswerKind, Form, Section, Text

Document = tuple[Form, int, str]
"""What tells income documents apart: form, year, payer's TIN."""

_COMPARED = (AnswerKind.MONEY, AnswerKind.COUNT)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item with the paper it is asked about; `accepted` holds the answer of every paper that fits."""

    item: Item
    section: Section
    year: int
    form: Form
    place: Place
    accepted: tuple[str, ...] = field(repr=False)
    documents: frozenset[Document] = field(default=frozenset(), repr=False)

    @property
    def is_name(self) -> bool:
        """Whether it asks for a name rather than for a number."""
        return self.item.kind is AnswerKind.BUSINESS_NAME

    def question(self, script: Script, number: int) -> Question:
        """The item as it is asked, with the year, form and line of its paper."""
        values: dict[str, str | Text] = {
            "year": str(self.year),
            "form": self.form.value,
            "line": self.place.line,
            "where": self.place.where,
        }
        item, heading = self.item, script.heading(self.section, self.year)
        return Question(
            number,
            item.id,
            self.section,
            item.kind,
            heading,
            join(heading, fill(item.label, values), ": "),
            fill(item.text, values),
            fill(item.hint, values) if item.hint else None,
            fill(item.rephrase, values) if item.rephrase else None,
            item.choices,
            self.accepted,
        )


def candidates(script: Script, subject: Subject, policy: Policy) -> list[Candidate]:
    """All candidates in an order that depends on the script alone, from the current and the prior year."""
    current = policy.current_tax_year
    returns = {r.tax_year: r for r in subject.returns if subject.filer(r)}
    found = list(_of_return(script, returns, current, Section.CURRENT_RETURN, policy))
    found += _of_return(script, returns, current - 1, Section.PRIOR_RETURN, policy)
    return found + list(_of_documents(script, subject.own_documents, (current, current - 1), policy))


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
    for document in documents:
        alike[document.form, document.tax_year].append(document)
    for item in script.items:
        for form in item.forms:
            for year in years:
                place = _place(script, item, Source.DOCUMENT, form, year)
                group = alike.get((form, year), [])
                answers = [_document_value(item, document) for document in group]
                other = [_document_value(item, d) for d in alike.get((form, sum(years) - year), ())]
                if place and answers and all(answers) and not _unchanged(item, answers, other, policy):
                    papers = frozenset((form, year, d.payer_tin) for d in group)
                    accepted = tuple(sorted(set(answers)))
                    yield Candidate(item, Section.INCOME_DOCUMENTS, year, form, place, accepted, papers)


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
        return " ".join(fold(document.payer_name).split())
    if item.value == "account_last_four":
        return document.account_last_four.upper()
    return _positive(document.amounts.get(item.value, 0))


def _positive(cents: int) -> str:
    return str(cents) if cents > 0 else ""
