"""One year of a synthetic household: income documents, and a return that agrees with them.

The tax is near enough for made-up people (2016 brackets for both years); what matters is that every amount of
the return follows from the documents: wages and withholding are their sums, rounded to dollars as on paper.
"""

from dataclasses import dataclass, replace
from random import Random

from assistor_console.domain.records import Address, Dependent, Filer, IncomeDocument, TaxReturn
from assistor_console.domain.terms import FilingStatus, Form

from .made_payers import Payer, Payers

_DOLLAR = 100
_SOCIAL_SECURITY_BASE = 118_500 * _DOLLAR
_EXEMPTION = 4_050 * _DOLLAR
_WIDE = (FilingStatus.MARRIED_JOINTLY, FilingStatus.WIDOWED)
_DEDUCTION = {**dict.fromkeys(_WIDE, 12_600), FilingStatus.HEAD_OF_HOUSEHOLD: 9_300}
_BRACKETS = ((9_275, 0.10), (37_650, 0.15), (91_150, 0.25), (190_150, 0.28), (413_350, 0.33), (10**9, 0.396))
_SHORT_FORM = 100_000 * _DOLLAR
_EZ_STATUSES = (FilingStatus.SINGLE, FilingStatus.MARRIED_JOINTLY)
_EZ_INTEREST = 1_500 * _DOLLAR

_INCOME: dict[Form, tuple[str, ...]] = {
    Form.W2: ("wages",),
    Form.INT: ("interest",),
    Form.DIV: ("ordinary", "capital_gain"),
    Form.R: ("taxable",),
    Form.G: ("unemployment", "state_refund"),
    Form.MISC: ("rents", "royalties", "other", "nonemployee"),
    Form.W2G: ("winnings",),
}
"""The amounts of each document that are income on the return."""


Documents = tuple[IncomeDocument, ...]


@dataclass(frozen=True, slots=True)
class Household:
    """Who files together, and how; `jobs` is each filer's number of employers, 0 for their own business."""

    filers: tuple[Filer, ...]
    status: FilingStatus
    address: Address
    dependents: tuple[Dependent, ...]
    jobs: int
    extras: tuple[Form, ...]


def make_documents(random: Random, payers: Payers, household: Household, year: int) -> Documents:
    """A year's income documents of everybody in a household."""
    found = []
    for filer in household.filers:
        employers = {payers.employer(random) for _ in range(household.jobs)}
        for employer in sorted(employers, key=lambda each: each.tin):
            found.append(_document(random, household, filer, year, Form.W2, employer))
    for form in household.extras if household.jobs else ():
        payer = payers.employer(random) if form in (Form.MISC, Form.G) else payers.bank(random)
        found.append(_document(random, household, household.filers[0], year, form, payer))
    return tuple(found)


def make_return(random: Random, household: Household, documents: Documents, year: int) -> TaxReturn:
    """The return of a year whose documents are given; a household without any lives on its own business."""
    business = 0 if documents else random.randrange(8_000, 90_000) * _DOLLAR
    total = business + sum(_dollars(documents, form, box) for form, boxes in _INCOME.items() for box in boxes)
    form = _form(random, household, documents, total, business)
    adjustment = random.randrange(0, 2_500) * _DOLLAR if form is Form.F1040 and random.random() < 0.3 else 0
    agi = max(0, total - adjustment)
    exemptions = len(household.filers) + len(household.dependents)
    deduction = _DEDUCTION.get(household.status, 6_300) * _DOLLAR
    taxable = max(0, agi - deduction - exemptions * _EXEMPTION)
    withheld = _round(sum(each.amounts.get("withheld", 0) for each in documents))
    amounts = {
        "wages": _dollars(documents, Form.W2, "wages"),
        "interest": _dollars(documents, Form.INT, "interest"),
        "dividends": _dollars(documents, Form.DIV, "ordinary"),
        "total_income": 0 if form is Form.F1040EZ else total,
    }
    amounts = {name: cents for name, cents in amounts.items() if cents}
    amounts |= {"agi": agi, "taxable_income": taxable, **_settled(household.status, taxable, withheld)}
    spouse = household.filers[1] if len(household.filers) > 1 else None
    people = household.status, household.filers[0], spouse, household.address
    return TaxReturn(year, form, *people, amounts, household.dependents, exemptions)


def _settled(status: FilingStatus, taxable: int, withheld: int) -> dict[str, int]:
    tax = _tax(status, taxable)
    refund, owed = max(0, withheld - tax), max(0, tax - withheld)
    return {"total_tax": tax, "withholding": withheld, "refund": refund, "owed": owed}


def _form(random: Random, household: Household, documents: Documents, total: int, business: int) -> Form:
    """The shortest form the household may use, or the long one, as people like."""
    kinds = {each.form for each in documents}
    short = total < _SHORT_FORM and not business and kinds <= {Form.W2, Form.INT, Form.DIV, Form.R}
    plain = household.status in _EZ_STATUSES and not household.dependents
    little = _dollars(documents, Form.INT, "interest") <= _EZ_INTEREST
    if short and plain and little and kinds <= {Form.W2, Form.INT} and random.random() < 0.5:
        return Form.F1040EZ
    return Form.F1040A if short and random.random() < 0.4 else Form.F1040


def _tax(status: FilingStatus, taxable: int) -> int:
    width = 2 if status in _WIDE else 1
    tax, below = 0.0, 0
    for top, rate in _BRACKETS:
        upper = top * width * _DOLLAR
        tax += max(0, min(taxable, upper) - below) * rate
        below = upper
    return _round(int(tax))


def _dollars(documents: Documents, form: Form, box: str) -> int:
    """The sum of a box over all documents of a form, in cents, rounded to dollars."""
    return _round(sum(each.amounts.get(box, 0) for each in documents if each.form is form))


def _round(cents: int) -> int:
    return (cents + _DOLLAR // 2) // _DOLLAR * _DOLLAR


def _document(
    random: Random, household: Household, filer: Filer, year: int, form: Form, payer: Payer
) -> IncomeDocument:
    amounts = {box: cents for box, cents in _amounts(random, form).items() if cents}
    account = f"{random.randrange(10_000):04d}" if form in (Form.INT, Form.DIV, Form.MORTGAGE) else ""
    recipient = Filer(filer.tin, filer.name, filer.name_control)
    address = household.address
    if form is not Form.W2:  # all others have one street line
        address = replace(address, lines=(" ".join(address.lines),))
    return IncomeDocument(
        *(year, form, recipient, address, payer.tin, payer.name, amounts), account_last_four=account
    )


def _amounts(random: Random, form: Form) -> dict[str, int]:
    """The boxes of a document."""
    cents = random.randrange
    if form is Form.W2:
        return _w2(random)
    if form is Form.DIV:
        ordinary = cents(2_000, 600_000)
        qualified = ordinary * cents(30, 100) // 100
        return {"ordinary": ordinary, "qualified": qualified, "capital_gain": cents(0, 90_000)}
    if form is Form.R:
        gross = cents(400_000, 3_500_000)
        return {"gross": gross, "taxable": gross, "withheld": gross * cents(8, 15) // 100}
    if form is Form.G:
        benefits = {"unemployment": cents(100_000, 900_000)}
        return benefits if random.random() < 0.4 else {"state_refund": cents(3_000, 90_000)}
    if form is Form.MORTGAGE:
        return {"interest": cents(150_000, 1_600_000), "principal": cents(6_000_000, 40_000_000)}
    boxes = {Form.INT: ("interest", 2_000, 140_000), Form.W2G: ("winnings", 60_000, 500_000)}
    box, low, high = boxes.get(form, ("nonemployee", 60_000, 2_500_000))
    return {box: cents(low, high)}


def _w2(random: Random) -> dict[str, int]:
    wages = int(random.lognormvariate(10.6, 0.5) * _DOLLAR)
    capped = min(wages, _SOCIAL_SECURITY_BASE)
    tips = random.randrange(50_000, 900_000) if random.random() < 0.05 else 0
    return {
        "wages": wages,
        "withheld": wages * random.randrange(7, 19) // 100,
        "social_security_wages": max(0, capped - tips),
        "social_security_tax": capped * 62 // 1000,
        "medicare_wages": wages,
        "medicare_tax": wages * 145 // 10_000,
        "tips": min(tips, capped),
    }
