"""Where the fields of fixed-width records stand: tables of (first, last) positions, counted from 1.

Sources: SSA EFW2 (Publication 42-007, tax years 2016 on: these positions have not moved since) and IRS
Publication 1220 (revisions up to tax year 2020, and from tax year 2021).
"""

from collections.abc import Callable
from operator import itemgetter

Positions = dict[str, tuple[int, int]]
Slicer = Callable[[str], tuple[str, ...]]

EFW2_LENGTH = 512

EFW2_RE: Positions = {
    "tax_year": (3, 6),
    "ein": (8, 16),
    "name": (40, 96),
}

EFW2_RW: Positions = {
    "ssn": (3, 11),
    "first": (12, 26),
    "middle": (27, 41),
    "last": (42, 61),
    "suffix": (62, 65),
    "location": (66, 87),
    "delivery": (88, 109),
    "city": (110, 131),
    "state": (132, 133),
    "zip": (134, 138),
    "zip4": (139, 142),
    "wages": (188, 198),
    "withheld": (199, 209),
    "social_security_wages": (210, 220),
    "social_security_tax": (221, 231),
    "medicare_wages": (232, 242),
    "medicare_tax": (243, 253),
    "tips": (254, 264),
}

EFW2_RT: Positions = {
    "count": (3, 9),
    "wages": (10, 24),
    "withheld": (25, 39),
    "social_security_wages": (40, 54),
    "social_security_tax": (55, 69),
    "medicare_wages": (70, 84),
    "medicare_tax": (85, 99),
    "tips": (100, 114),
}

EFW2_RF: Positions = {"count": (8, 16)}

W2_BOXES = tuple(name for name in EFW2_RT if name != "count")
"""The amounts of a W-2 that RW holds and RT totals, in the order of both."""

P1220_LENGTH = 750

P1220_T: Positions = {"tax_year": (2, 5), "payees": (296, 303)}

P1220_A: Positions = {
    "tax_year": (2, 5),
    "tin": (12, 20),
    "type": (26, 27),
    "name": (53, 92),
}

_B_FIXED: Positions = {
    "tax_year": (2, 5),
    "corrected": (6, 6),
    "name_control": (7, 10),
    "tin_type": (11, 11),
    "tin": (12, 20),
    "account": (21, 40),
    "address": (368, 407),
    "city": (448, 487),
    "state": (488, 489),
    "zip": (490, 498),
    "state_code": (747, 748),
}

P1220_B_2020: Positions = {**_B_FIXED, "foreign": (247, 247), "name": (248, 287), "name2": (288, 327)}
P1220_B_2021: Positions = {**_B_FIXED, "foreign": (287, 287), "name": (288, 327), "name2": (328, 367)}

P1220_SNIFF = (247, 258)
"""All digits in a payee record from tax year 2021 on; foreign indicator and name before."""

P1220_F: Positions = {"payers": (2, 9), "payees": (50, 57)}
P1220_C: Positions = {"count": (2, 9), "state_code": (747, 748)}
"""Of C and K records alike; their totals follow from position 16."""

CODES_2020 = "123456789ABCDEFG"
CODES_2021 = "123456789ABCDEFGHJ"


def amounts_at(codes: str, start: int, width: int) -> Positions:
    """Where the amounts of Publication 1220 stand: one after another, each under its amount code."""
    places = range(start, start + width * len(codes), width)
    return {code: (first, first + width - 1) for code, first in zip(codes, places, strict=True)}


def payee_amounts(codes: str) -> Positions:
    """The amounts of a B record."""
    return amounts_at(codes, 55, 12)


def payer_totals(codes: str) -> Positions:
    """The totals of a C or K record."""
    return amounts_at(codes, 16, 18)


def slices(positions: Positions) -> list[slice]:
    """The table as Python slices, in its order."""
    return [slice(first - 1, last) for first, last in positions.values()]


def slicer(positions: Positions) -> Slicer:
    """A function from a record to its fields in the table's order: one call slices them all."""
    spans = slices(positions)
    if len(spans) == 1:
        return lambda record: (record[spans[0]],)
    return itemgetter(*spans)
