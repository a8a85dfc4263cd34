"""Individual returns as MeF 1040 XML, many in one file."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO
from xml.sax.saxutils import escape

from assistor_console.domain.errors import refused
from assistor_console.domain.records import Address, Dependent, TaxReturn
from assistor_console.domain.terms import Form
from assistor_console.records.mef_items import AMOUNTS, FORMS, STATUSES
from assistor_console.records.name_lines import joined_line

_ELEMENTS = {form: element for element, form in reversed(FORMS.items())}
_CODES = {status: code for code, status in STATUSES.items()}
_DOLLAR = 100


def write_mef1040(file: BinaryIO, returns: Iterable[TaxReturn]) -> int:
    """Writes returns; returns how many. Refused("records.cannot_hold") for an amount with cents."""
    count = 0
    file.write(b'<?xml version="1.0" encoding="UTF-8"?>\n<Returns xmlns="http://www.irs.gov/efile">\n')
    for each in returns:
        file.write("".join(f"{line}\n" for line in _return(each)).encode())
        count += 1
    file.write(b"</Returns>\n")
    return count


def _return(r: TaxReturn) -> Iterator[str]:
    form = _ELEMENTS[r.form]
    yield f'<Return returnVersion="{r.tax_year}v1.0">'
    yield from _header(r)
    yield f'<ReturnData documentCnt="1"><{form} documentId="{form}0001">'
    if r.form is not Form.F1040EZ:
        yield _element("IndividualReturnFilingStatusCd", _CODES[r.status])
    for dependent in r.dependents:
        yield from _dependent(dependent)
    yield _element("TotalExemptionsCnt", "" if r.exemptions is None else str(r.exemptions))
    for name, cents in r.amounts.items():
        yield _element(AMOUNTS[name][0], _dollars(name, cents))
    yield f"</{form}></ReturnData></Return>"


def _header(r: TaxReturn) -> Iterator[str]:
    spouse = r.spouse
    births = (("PrimaryBirthDt", r.primary.birth), ("SpouseBirthDt", spouse and spouse.birth))
    yield "<ReturnHeader>"
    yield _element("TaxYr", str(r.tax_year))
    if any(birth for _, birth in births):
        dates = "".join(_element(name, birth.isoformat()) for name, birth in births if birth)
        yield f"<SelfSelectPINGrp>{dates}</SelfSelectPINGrp>"
    yield _element("ReturnTypeCd", r.form.value)
    yield "<Filer>" + _element("PrimarySSN", r.primary.tin)
    yield _element("SpouseSSN", spouse.tin if spouse else "")
    yield _element("NameLine1Txt", joined_line(r.primary, spouse))
    yield _element("PrimaryNameControlTxt", r.primary.name_control)
    yield _element("SpouseNameControlTxt", spouse.name_control if spouse else "")
    yield f"{_address(r.address)}</Filer></ReturnHeader>"


def _address(a: Address) -> str:
    lines = "".join(_element(f"AddressLine{number}Txt", line) for number, line in enumerate(a.lines, 1))
    place = _element("CityNm", a.city) + _element("StateAbbreviationCd", a.state) + _element("ZIPCd", a.zip)
    return f"<USAddress>{lines}{place}</USAddress>"


def _dependent(d: Dependent) -> Iterator[str]:
    first, _, last = d.name.rpartition(" ")
    yield "<DependentDetail>" + _element("DependentFirstNm", first) + _element("DependentLastNm", last)
    yield _element("DependentSSN", d.tin)
    yield _element("DependentRelationshipCd", d.relationship) + "</DependentDetail>"


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(text)}</{name}>" if text else ""


def _dollars(name: str, cents: int) -> str:
    if cents % _DOLLAR:
        raise refused("records.cannot_hold", field=name)
    return str(cents // _DOLLAR)
