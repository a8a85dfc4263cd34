"""The amounts a record may hold, by name, and where a caller finds each on paper.

The names are the keys of `TaxReturn.amounts` and `IncomeDocument.amounts`; places are published with the
script.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from .terms import Form, Text

RETURN_FORMS = (Form.F1040, Form.F1040A, Form.F1040EZ)

RETURN_AMOUNTS = (
    "wages",
    "total_income",
    "agi",
    "taxable_income",
    "total_tax",
    "withholding",
    "refund",
    "owed",
)
"""Keys of `TaxReturn.amounts`, in cents."""

RETURN_COUNTS = ("exemptions", "dependents")
"""What is counted on a return."""

DOCUMENT_FIELDS = ("payer_name", "account_last_four")
"""What an income document of every form holds beside its amounts."""

LAST_YEAR = {Form.F1040A: 2017, Form.F1040EZ: 2017}
FIRST_YEAR = {Form.NEC: 2020}
"""The tax years a form ended with, or began with; every other one is there in all years that are asked about
(IRS: Forms 1040A and 1040EZ end after 2017, Form 1099-NEC returns for 2020)."""

DOCUMENT_AMOUNTS: dict[Form, tuple[str, ...]] = {
    Form.W2: (
        "wages",
        "withheld",
        "social_security_wages",
        "social_security_tax",
        "medicare_wages",
        "medicare_tax",
        "tips",
    ),
    Form.INT: ("interest", "early_withdrawal_penalty", "us_bonds", "withheld", "exempt"),
    Form.DIV: ("ordinary", "qualified", "capital_gain", "withheld"),
    Form.R: ("gross", "taxable", "withheld", "ira"),
    Form.G: ("unemployment", "state_refund", "withheld"),
    Form.MISC: ("rents", "royalties", "other", "withheld", "nonemployee"),
    Form.NEC: ("compensation", "withheld"),
    Form.K: ("gross", "withheld"),
    Form.MORTGAGE: ("interest", "principal"),
    Form.W2G: ("winnings", "withheld"),
}
"""Keys of `IncomeDocument.amounts` for each form, in cents (EFW2; Publication 1220 amount codes)."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an item stands on forms of some tax years (both ends included): line or box, and words for it."""

    forms: tuple[Form, ...]
    first: int
    last: int
    line: str
    where: Text


def find_place(places: Iterable[Place], form: Form, year: int) -> Place | None:
    """An item's place on a form of a tax year; None where the form of that year has none."""
    for place in places:
        if form in place.forms and place.first <= year <= place.last:
            return place
    return None


def is_filed(form: Form, year: int) -> bool:
    """Whether there is a form for a tax year."""
    return FIRST_YEAR.get(form, year) <= year <= LAST_YEAR.get(form, year)
