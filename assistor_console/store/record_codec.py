"""Records as bytes and back: what is sealed in one blob per record.

A blob is a format byte and a JSON list of positions, the first of which says what it is. Other positions take
another format byte.
"""

import json
from datetime import date
from typing import Any

from assistor_console.domain.errors import Trouble
from assistor_console.domain.records import (
    Address,
    Dependent,
    EServicesUser,
    Filer,
    IncomeDocument,
    Record,
    SecureAccess,
    TaxReturn,
)
from assistor_console.domain.terms import FilingStatus, Form, Origin, UserKind

FORMAT = b"\x01"

# Amounts go by position, without their names. Append only: a moved name would be read as another.
_BOXES: dict[Form, tuple[str, ...]] = {
    Form.W2: (
        *("wages", "withheld", "social_security_wages", "social_security_tax"),
        *("medicare_wages", "medicare_tax", "tips"),
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
_RETURN, _DOCUMENT, _USER = "return", "document", "user"
_text = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode


def encode(record: Record) -> bytes:
    """A record as bytes; exact for every record of the domain."""
    if isinstance(record, IncomeDocument):
        values = _document(record)
    elif isinstance(record, TaxReturn):
        values = _return(record)
    else:
        values = _user(record)
    return FORMAT + _text(values).encode()


def decode(data: bytes) -> Record:
    """The record of `encode`; Trouble("records.codec") for bytes of another format or another maker."""
    if data[:1] != FORMAT:
        raise Trouble("records.codec")
    try:
        kind, *values = json.loads(data[1:])
        record: Record = _READERS[kind](*values)
    except (KeyError, TypeError, ValueError):
        raise Trouble("records.codec") from None
    return record


def _document(r: IncomeDocument) -> list[object]:
    p, a = r.recipient, r.recipient_address
    who = (p.tin, p.name, p.name_control, p.birth and p.birth.isoformat())
    where = (a.lines, a.city, a.state, a.zip)
    rest = (r.payer_tin, r.payer_name, _boxes(r), r.account_last_four, r.corrected)
    return [_DOCUMENT, r.tax_year, r.form, *who, *where, *rest]


def _boxes(r: IncomeDocument) -> list[int | None] | dict[str, int]:
    """Amounts by position; with their names where one is not of the table."""
    amounts = r.amounts
    names = _BOXES.get(r.form, ())
    values = [amounts.get(name) for name in names]
    return values if len(names) - values.count(None) == len(amounts) else amounts


def _return(r: TaxReturn) -> list[object]:
    spouse = r.spouse and _filer(r.spouse)
    dependents = [(d.name, d.tin, d.relationship) for d in r.dependents]
    a = (r.address.lines, r.address.city, r.address.state, r.address.zip)
    return [
        *(_RETURN, r.tax_year, r.form, r.status),
        *(_filer(r.primary), spouse, a, r.amounts, dependents, r.exemptions),
    ]


def _user(r: EServicesUser) -> list[object]:
    account = r.account and (r.account.username, r.account.origin, r.account.created.isoformat())
    return [_USER, r.tin, r.name, r.name_control, r.birth.isoformat(), r.kind, r.phone, account]


def _filer(f: Filer) -> tuple[object, ...]:
    return f.tin, f.name, f.name_control, f.birth and f.birth.isoformat()


def _read_filer(tin: str, name: str, control: str, birth: str | None) -> Filer:
    return Filer(tin, name, control, date.fromisoformat(birth) if birth else None)


def _read_address(lines: list[str], city: str, state: str, code: str) -> Address:
    return Address(tuple(lines), city, state, code)


def _read_document(year: int, form: str, *rest: Any) -> IncomeDocument:
    payer_tin, payer_name, amounts, account, corrected = rest[8:]
    if isinstance(amounts, list):
        named = zip(_BOXES[Form(form)], amounts, strict=False)
        amounts = {name: value for name, value in named if value is not None}
    return IncomeDocument(
        *(year, Form(form), _read_filer(*rest[:4]), _read_address(*rest[4:8])),
        *(payer_tin, payer_name, amounts, account, corrected),
    )


def _read_return(year: int, form: str, status: str, primary: Any, spouse: Any, *rest: Any) -> TaxReturn:
    address, amounts, dependents, exemptions = rest
    return TaxReturn(
        *(year, Form(form), FilingStatus(status), _read_filer(*primary)),
        spouse=_read_filer(*spouse) if spouse else None,
        address=_read_address(*address),
        amounts=amounts,
        dependents=tuple(Dependent(*each) for each in dependents),
        exemptions=exemptions,
    )


def _read_user(tin: str, name: str, control: str, birth: str, kind: str, *rest: Any) -> EServicesUser:
    phone, account = rest
    held = account and SecureAccess(account[0], Origin(account[1]), date.fromisoformat(account[2]))
    return EServicesUser(tin, name, control, date.fromisoformat(birth), UserKind(kind), phone, held)


_READERS: dict[str, Any] = {_RETURN: _read_return, _DOCUMENT: _read_document, _USER: _read_user}
