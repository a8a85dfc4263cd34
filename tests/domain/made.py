"""The published first versions, and people made for the interview tests."""

from datetime import date
from functools import lru_cache
from pathlib import Path

from assistor_console.domain.policy import Policy
from assistor_console.domain.records import (
    Address,
    EServicesUser,
    Filer,
    IncomeDocument,
    TaxReturn,
)
from assistor_console.domain.script import Script
from assistor_console.domain.subject import Subject
from assistor_console.domain.tables import Tables
from assistor_console.domain.terms import FilingStatus, Form, UserKind
from assistor_console.published.policy import read_policy
from assistor_console.published.script import read_script
from assistor_console.published.tables import read_tables

RESOURCES = Path(__file__).parents[2] / "resources"
TODAY = date(2017, 12, 11)
TIN, SPOUSE_TIN = "123004417", "123004418"
HOME = Address(("1184 LARKSPUR LN",), "FRESNO", "CA", "937061234")
BIRTH = date(1978, 3, 4)


def text_of(path: str) -> str:
    """A first version as it is shipped."""
    return (RESOURCES / path).read_text(encoding="utf-8")


@lru_cache
def policy() -> Policy:
    """The policy of December 2017."""
    return read_policy(text_of("policy/2017-12-10.yaml"))


@lru_cache
def script() -> Script:
    """The script of exception processing."""
    return read_script(text_of("scripts/exception-2017.yaml"))


@lru_cache
def tables() -> Tables:
    """The word tables."""
    return read_tables(text_of("tables/words-2017.yaml"))


ME = Filer(TIN, "MARISOL A QUINTERO", "QUIN", BIRTH)
SPOUSE = Filer(SPOUSE_TIN, "JOHN B QUINTERO", "QUIN", date(1976, 1, 2))


def tax_return(year: int, agi: int, *, form: Form = Form.F1040, spouse: Filer | None = None) -> TaxReturn:
    """A return whose amounts follow from its AGI (cents) and are all different."""
    amounts = {
        "wages": agi - 1_234_00,
        "agi": agi,
        "taxable_income": agi - 10_350_00,
        "total_tax": agi // 10,
        "withholding": agi // 10 + 777_00,
        "refund": 777_00,
        "owed": 0,
    }
    status = FilingStatus.MARRIED_JOINTLY if spouse else FilingStatus.SINGLE
    return TaxReturn(year, form, status, ME, spouse, HOME, amounts, exemptions=1)


def w2(year: int, employer: str, payer_tin: str, wages: int, recipient: Filer = ME) -> IncomeDocument:
    """A W-2 with all boxes filled from its wages (cents)."""
    boxes = {"wages": wages, "withheld": wages // 9, "social_security_tax": wages // 16}
    return IncomeDocument(year, Form.W2, recipient, HOME, payer_tin, employer, boxes)


def interest(year: int, bank: str, payer_tin: str, cents: int) -> IncomeDocument:
    """A 1099-INT."""
    return IncomeDocument(year, Form.INT, ME, HOME, payer_tin, bank, {"interest": cents}, "4321")


USER = EServicesUser(TIN, "Marisol Quintero", "QUIN", BIRTH, UserKind.E_SERVICES)

MARISOL = Subject(
    TIN,
    USER,
    (tax_return(2016, 61_214_00), tax_return(2015, 58_907_00)),
    (
        w2(2016, "VALLEY PACKING INC", "110000001", 40_000_11),
        w2(2016, "HARBOR FREIGHT HANDLING LLC", "110000002", 12_345_67),
        w2(2015, "VALLEY PACKING INC", "110000001", 38_456_78),
        interest(2016, "FIRST SIERRA BANK NA", "110000003", 45_67),
    ),
)
