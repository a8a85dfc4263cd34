"""Which elements of a MeF 1040 return are kept: paths below `Return`, without namespaces.

The schemas are not public; the names are those of returns seen. `returnVersion` is not used: it disagrees
with the tax year in a third of them.
"""

from dataclasses import dataclass

from assistor_console.domain.terms import FilingStatus, Form

FORMS = {"IRS1040": Form.F1040, "IRS1040A": Form.F1040A, "IRS1040EZ": Form.F1040EZ, "IRS1040SR": Form.F1040}

STATUSES = {
    "1": FilingStatus.SINGLE,
    "2": FilingStatus.MARRIED_JOINTLY,
    "3": FilingStatus.MARRIED_SEPARATELY,
    "4": FilingStatus.HEAD_OF_HOUSEHOLD,
    "5": FilingStatus.WIDOWED,
}

AMOUNTS: dict[str, tuple[str, ...]] = {
    "wages": ("WagesSalariesAndTipsAmt", "WagesAmt"),
    "interest": ("TaxableInterestAmt",),
    "dividends": ("OrdinaryDividendsAmt",),
    "total_income": ("TotalIncomeAmt",),
    "agi": ("AdjustedGrossIncomeAmt",),
    "taxable_income": ("TaxableIncomeAmt",),
    "total_tax": ("TotalTaxAmt",),
    "withholding": ("WithholdingTaxAmt",),
    "refund": ("RefundAmt",),
    "owed": ("OwedAmt",),
}
"""A return's amounts and their elements, the first present one counts; whole dollars."""

HEADER = "ReturnHeader/"
FILER = HEADER + "Filer/"
DEPENDENT = "DependentDetail"


@dataclass(frozen=True, slots=True)
class Inside:
    """An information return inside a return: where its parts stand, below its own element."""

    form: Form
    tin: str
    name: str
    address: str
    payer_tin: str
    payer_name: str
    amounts: dict[str, str]


INSIDE = {
    "IRSW2": Inside(
        Form.W2,
        "EmployeeSSN",
        "EmployeeNm",
        "EmployeeUSAddress/",
        "EmployerEIN",
        "EmployerName/BusinessNameLine1Txt",
        {
            "wages": "WagesAmt",
            "withheld": "WithholdingAmt",
            "social_security_wages": "SocialSecurityWagesAmt",
            "social_security_tax": "SocialSecurityTaxAmt",
            "medicare_wages": "MedicareWagesAndTipsAmt",
            "medicare_tax": "MedicareTaxWithheldAmt",
            "tips": "SocialSecurityTipsAmt",
        },
    ),
    "IRS1099R": Inside(
        Form.R,
        "RecipientSSN",
        "RecipientNm",
        "RecipientUSAddress/",
        "PayerEIN",
        "PayerName/BusinessNameLine1Txt",
        {"gross": "GrossDistributionAmt", "taxable": "TaxableAmt", "withheld": "FederalIncomeTaxWithheldAmt"},
    ),
}
