"""Records as bytes and back: what is sealed in one blob per record.

A blob is a format byte and a JSON list of positions, the first of which says what it is. Income documents, of
which there are millions, have a form of their own: another format byte and their fields, parted by a control
character, in half the time and two thirds of the size. Other positions take another format byte.
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

_LIST, _FIELDS = b"\x01", b"\x02"
_BREAK = "\x1f"
_HEAD = 13  # fields of an income document before its amounts

# Amounts go by position, without their names. Never change one: a moved name would be read as another.
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
        return _fields(record) or _LIST + _text(_document(record)).encode()
    values = _return(record) if isinstance(record, TaxReturn) else _user(record)
    return _LIST + _text(values).encode()


def decode(data: bytes) -> Record:
    """The record of `encode`; Trouble("records.codec") for bytes of another format or another maker."""
    try:
        if data[:1] == _FIELDS:
            return _read_fields(data[1:].decode().split(_BREAK))
        kind, *values = json.loads(data[1:]) if data[:1] == _LIST else [""]
        record: Record = _READERS[kind](*values)
    except (IndexError, KeyError, TypeError, ValueError):
        raise Trouble("records.codec") from None
    return record


def _fields(r: IncomeDocument) -> bytes | None:
    """A document's fields one after another; None where a form, an amount or a character is unusual."""
    boxes = _BOXES.get(r.form)
    if boxes is None:
        return None
    p, a = r.recipient, r.recipient_address
    amounts = list(map(r.amounts.get, boxes))
    parts = [
        *(str(r.tax_year), r.form, p.tin, p.name, p.name_control, p.birth.isoformat() if p.birth else ""),
        *(a.city, a.state, a.zip, r.payer_tin, r.payer_name, r.account_last_four, "1" if r.corrected else ""),
        *map(str, amounts),
        *a.lines,
    ]
    text = _BREAK.join(parts)
    whole = text.count(_BREAK) == len(parts) - 1 and text.isascii()
    return _FIELDS + text.encode() if whole and len(amounts) - amounts.count(None) == len(r.amounts) else None


def _read_fields(parts: list[str]) -> IncomeDocument:
    year, form, tin, name, control, birth, city, state, code, *payer = parts[:_HEAD]
    boxes = _BOXES[Form(form)]
    lines = tuple(parts[_HEAD + len(boxes) :])
    amounts = {box: int(text) for box, text in zip(boxes, parts[_HEAD:], strict=False) if text != "None"}
    recipient, address = _read_filer(tin, name, control, birth), Address(lines, city, state, code)
    payer_tin, payer_name, account, corrected = payer
    rest = (payer_tin, payer_name, amounts, account, corrected == "1")
    return IncomeDocument(int(year), Form(form), recipient, address, *rest)


def _document(r: IncomeDocument) -> list[object]:
    a = r.recipient_address
    rest = (r.payer_tin, r.payer_name, r.amounts, r.account_last_four, r.corrected)
    return [_DOCUMENT, r.tax_year, r.form, _filer(r.recipient), (a.lines, a.city, a.state, a.zip), *rest]


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


def _read_document(year: int, form: str, recipient: Any, address: Any, *rest: Any) -> IncomeDocument:
    return IncomeDocument(year, Form(form), _read_filer(*recipient), _read_address(*address), *rest)


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
