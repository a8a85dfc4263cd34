"""W-2s as an SSA EFW2 report."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import BinaryIO

from assistor_console.domain.records import IncomeDocument
from assistor_console.records.name_lines import parted
from assistor_console.records.positions import (
    EFW2_LENGTH,
    EFW2_RE,
    EFW2_RF,
    EFW2_RT,
    EFW2_RW,
    W2_BOXES,
)

from .fixed import fixed

_SUBMITTER = {"ein": (3, 11)}


def write_efw2(file: BinaryIO, documents: Iterable[IncomeDocument]) -> int:
    """Writes W-2s, those of an employer and year that follow one another under one RE; returns how many.

    Refused("records.cannot_hold") where a value has no room.
    """
    whole = 0
    _put(file, fixed("RA", EFW2_LENGTH, _SUBMITTER, {"ein": "000000000"}))
    for (year, ein, employer), group in groupby(documents, _employer):
        _put(file, fixed("RE", EFW2_LENGTH, EFW2_RE, {"tax_year": year, "ein": ein, "name": employer}))
        whole += _employees(file, group)
    _put(file, fixed("RF", EFW2_LENGTH, EFW2_RF, {"count": whole}))
    return whole


def _employer(document: IncomeDocument) -> tuple[int, str, str]:
    return document.tax_year, document.payer_tin, document.payer_name


def _employees(file: BinaryIO, documents: Iterator[IncomeDocument]) -> int:
    sums = dict.fromkeys(W2_BOXES, 0)
    count = 0
    for document in documents:
        boxes = {box: document.amounts.get(box, 0) for box in W2_BOXES}
        _put(file, fixed("RW", EFW2_LENGTH, EFW2_RW, {**_employee(document), **boxes}))
        for box, cents in boxes.items():
            sums[box] += cents
        count += 1
    _put(file, fixed("RT", EFW2_LENGTH, EFW2_RT, {"count": count, **sums}))
    return count


def _employee(document: IncomeDocument) -> dict[str, str]:
    address = document.recipient_address
    given, surname, suffix = parted(document.recipient.name, document.recipient.name_control)
    first, _, middle = given.partition(" ")
    delivery, location = (*address.lines, "", "")[:2]
    return {
        "ssn": document.recipient.tin,
        "first": first,
        "middle": middle,
        "last": surname,
        "suffix": suffix,
        "delivery": delivery,
        "location": location,
        "city": address.city,
        "state": address.state,
        "zip": address.zip[:5],
        "zip4": address.zip[5:],
    }


def _put(file: BinaryIO, record: bytes) -> None:
    file.write(record + b"\r\n")
