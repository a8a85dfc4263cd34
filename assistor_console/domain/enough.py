"""Whether a script asks as much as policy demands, whichever forms the caller filed."""

from collections.abc import Iterator
from itertools import combinations

from .faults import Fault, fault
from .lines import DOCUMENT_AMOUNTS, RETURN_FORMS, find_place, is_filed
from .policy import Policy
from .script import Item, Script, Source
from .terms import AnswerKind, Form


def enough(script: Script, policy: Policy) -> Iterator[Fault]:
    """Forms of the current and the prior tax year about which fewer items can be asked than policy demands.

    Supplements count for nothing, and relations are kept. Of income documents there must be names and numbers
    to ask by turns, for each form: a caller may have no other.
    """
    years = (
        (policy.current_tax_year, policy.least_current_return),
        (policy.current_tax_year - 1, policy.least_prior_return),
    )
    for year, least in years:
        for form in RETURN_FORMS:
            if is_filed(form, year) and (can := most(script, Source.RETURN, form, year, least)) < least:
                yield fault("script.too_few", "items", form=form.value, year=year, least=least, can=can)
    for year, _ in years:
        for form in DOCUMENT_AMOUNTS:
            if is_filed(form, year):
                yield from _document(script, form, year, policy.least_income_documents)


def askable(script: Script, source: Source, form: Form, year: int) -> list[Item]:
    """The items that may be asked about a form of a tax year and that count."""
    return [
        item
        for item in script.items
        if item.source is source
        and not item.supplement
        and form in item.forms
        and find_place(script.places.get(item.id, ()), form, year)
    ]


def most(script: Script, source: Source, form: Form, year: int, least: int) -> int:
    """How many items can be asked together about one paper, looked for up to `least`."""
    items = askable(script, source, form, year)
    for size in range(min(least, len(items)), 0, -1):
        if any(_fit(script, {item.id for item in some}) for some in combinations(items, size)):
            return size
    return 0


def _fit(script: Script, ids: set[str]) -> bool:
    return all(len(ids & relation.items) <= relation.at_most for relation in script.relations)


def _document(script: Script, form: Form, year: int, least: int) -> Iterator[Fault]:
    """A name is asked first, then a number, and so on."""
    items = askable(script, Source.DOCUMENT, form, year)
    names = [item for item in items if item.kind is AnswerKind.BUSINESS_NAME]
    values: dict[str, str | int] = {"form": form.value, "year": year, "least": least}
    if not names:
        yield Fault("script.no_name", "items", values)
    if least > 1 and len(names) == len(items):
        yield Fault("script.no_number", "items", values)
