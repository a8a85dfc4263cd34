"""Information returns of one tax year as a transmission of IRS Publication 1220, in its year's layout."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count, groupby
from typing import BinaryIO

from assistor_console.domain.records import IncomeDocument
from assistor_console.domain.terms import Form
from assistor_console.records.p1220_codes import CODES, FIRST_2021_LAYOUT_YEAR, FORMS, PAYEES, boxes
from assistor_console.records.positions import (
    P1220_A,
    P1220_C,
    P1220_F,
    P1220_LENGTH,
    P1220_T,
    Positions,
    payee_amounts,
    payer_totals,
)

from .fixed import fitting, fixed

_TYPES = {form: code for code, form in FORMS.items()}
_SEQUENCE: Positions = {"sequence": (500, 507)}
_NAME_WIDTH = 40
_SSN = "2"


def write_pub1220(file: BinaryIO, documents: Sequence[IncomeDocument]) -> int:
    """Writes documents of one tax year, those of a payer and form that follow one another under one A record.

    Refused("records.cannot_hold") where a value has no room. Returns how many were written.
    """
    year = documents[0].tax_year if documents else 0
    sequence = count(1)
    payers = 0
    _put(file, sequence, "T", P1220_T, {"tax_year": year, "payees": len(documents)})
    for (tin, name, form), group in groupby(documents, _payer):
        payers += 1
        values: dict[str, str | int] = {"tax_year": year, "tin": tin, "type": _TYPES[form], "name": name}
        _put(file, sequence, "A", P1220_A, values)
        _payees(file, sequence, group, year)
    _put(file, sequence, "F", P1220_F, {"payers": payers, "payees": len(documents)})
    return len(documents)


def _payer(document: IncomeDocument) -> tuple[str, str, Form]:
    return document.payer_tin, document.payer_name, document.form


def _payees(file: BinaryIO, sequence: Iterator[int], documents: Iterable[IncomeDocument], year: int) -> None:
    layout = "2021" if year >= FIRST_2021_LAYOUT_YEAR else "2020"
    codes = CODES[layout]
    positions = {**PAYEES[layout], **payee_amounts(codes), "tin_type": (11, 11)}
    sums = dict.fromkeys(codes, 0)
    payees = 0
    for document in documents:
        named = {code: document.amounts.get(name, 0) for code, name in boxes(document.form, year).items()}
        amounts = {code: named.get(code, 0) for code in codes}
        _put(file, sequence, "B", positions, {**_payee(document), **amounts})
        sums = {code: sums[code] + cents for code, cents in amounts.items()}
        payees += 1
    _put(file, sequence, "C", {**P1220_C, **payer_totals(codes)}, {"count": payees, **sums})


def _payee(document: IncomeDocument) -> dict[str, str | int]:
    who, address = document.recipient, document.recipient_address
    name, more = fitting(who.name, _NAME_WIDTH)
    return {
        "tax_year": document.tax_year,
        "corrected": "G" if document.corrected else "",
        "name_control": who.name_control,
        "tin_type": _SSN,
        "tin": who.tin,
        "account": document.account_last_four,
        "name": name,
        "name2": more,
        "address": " ".join(address.lines),
        "city": address.city,
        "state": address.state,
        "zip": address.zip,
    }


def _put(
    file: BinaryIO, sequence: Iterator[int], kind: str, positions: Positions, values: dict[str, str | int]
) -> None:
    numbered = {**values, "sequence": next(sequence)}
    file.write(fixed(kind, P1220_LENGTH, {**positions, **_SEQUENCE}, numbered) + b"\r\n")
