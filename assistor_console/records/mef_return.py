"""One MeF return's parts to the domain's records: the return itself, then the information returns inside."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from assistor_console.domain.names import name_control
from assistor_console.domain.records import Dependent, Filer, IncomeDocument, Record, TaxReturn
from assistor_console.domain.terms import FilingStatus

from .mef_items import AMOUNTS, FORMS, INSIDE, STATUSES, Inside
from .mef_parts import Part
from .name_lines import split_names, surname_of


@dataclass(slots=True)
class Parts:
    """What was kept of one return."""

    header: Part
    documents: list[Part] = field(default_factory=list)


def records_of(parts: Parts) -> Iterator[Record]:
    """The return and the documents inside; nothing where it is no individual income tax return."""
    form = next((document for document in parts.documents if document.name in FORMS), None)
    if form is None:
        parts.header.job.totals.skip(f"return {parts.header.text('ReturnTypeCd')}".strip())
        return
    tax_return = _return(parts.header, form)
    yield tax_return
    for document in parts.documents:
        if document.name in INSIDE:
            yield _inside(document, INSIDE[document.name], tax_return)


def _return(header: Part, form: Part) -> TaxReturn:
    status = _status(header, form)
    primary, spouse = _filers(header, status)
    address = "Filer/ForeignAddress/" if header.text("Filer/ForeignAddress/CityNm") else "Filer/USAddress/"
    found = {name: form.amount(*elements) for name, elements in AMOUNTS.items()}
    return TaxReturn(
        header.year("TaxYr"),
        FORMS[form.name],
        status,
        primary,
        spouse,
        header.address(address),
        {name: cents for name, cents in found.items() if cents is not None},
        tuple(_dependent(group) for group in form.groups),
        form.count("TotalExemptionsCnt"),
    )


def _status(header: Part, form: Part) -> FilingStatus:
    """The filing status; a 1040EZ has none and is a joint return if it has a spouse."""
    code = form.text("IndividualReturnFilingStatusCd")
    if code in STATUSES:
        return STATUSES[code]
    if code:
        raise form.wrong("status", "IndividualReturnFilingStatusCd")
    return FilingStatus.MARRIED_JOINTLY if header.text("Filer/SpouseSSN") else FilingStatus.SINGLE


def _filers(header: Part, status: FilingStatus) -> tuple[Filer, Filer | None]:
    """Who filed: a spouse who is only named on a separate return did not."""
    control = header.text("Filer/PrimaryNameControlTxt")
    first, second = split_names(header.text("Filer/NameLine1Txt"), control)
    birth = header.day("SelfSelectPINGrp/PrimaryBirthDt")
    primary = Filer(header.tin("Filer/PrimarySSN"), first, control or _control(first), birth)
    if status is not FilingStatus.MARRIED_JOINTLY:
        return primary, None
    control = header.text("Filer/SpouseNameControlTxt") or _control(second)
    birth = header.day("SelfSelectPINGrp/SpouseBirthDt")
    return primary, Filer(header.tin("Filer/SpouseSSN"), second, control, birth)


def _control(name: str) -> str:
    return name_control(surname_of(name, ""))


def _dependent(group: Part) -> Dependent:
    name = f"{group.text('DependentFirstNm')} {group.text('DependentLastNm')}".strip()
    tin = group.tin("DependentSSN") if group.text("DependentSSN") else ""
    return Dependent(name, tin, group.text("DependentRelationshipCd"))


def _inside(document: Part, inside: Inside, tax_return: TaxReturn) -> IncomeDocument:
    """An information return; whose it is and where they live are the filer's where it does not say."""
    filers = [filer for filer in (tax_return.primary, tax_return.spouse) if filer]
    tin = document.tin(inside.tin) if document.text(inside.tin) else tax_return.primary.tin
    filer = next((filer for filer in filers if filer.tin == tin), tax_return.primary)
    name = document.text(inside.name) or filer.name
    control = filer.name_control if filer.tin == tin else _control(name)
    amounts = {box: document.amount(element) for box, element in inside.amounts.items()}
    has_address = document.text(inside.address + "CityNm")
    return IncomeDocument(
        tax_return.tax_year,
        inside.form,
        Filer(tin, name, control, filer.birth if filer.tin == tin else None),
        document.address(inside.address) if has_address else tax_return.address,
        document.payer_tin(inside.payer_tin),
        document.text(inside.payer_name),
        {box: cents for box, cents in amounts.items() if cents},
    )
