"""SSA EFW2: W-2 wage reports, records RA RE RW RO RS RT RU RF of 512 positions."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from assistor_console.domain.names import name_control
from assistor_console.domain.records import Address, Filer, IncomeDocument, Record
from assistor_console.domain.terms import Form

from .fields import Fields
from .frames import Frame, frames
from .job import SYNTHETIC_GROUP, Job, Mode
from .positions import EFW2_LENGTH, EFW2_RE, EFW2_RF, EFW2_RT, EFW2_RW, W2_BOXES, slicer

_TEXTS = {name: span for name, span in EFW2_RW.items() if name not in W2_BOXES}
_texts = slicer(_TEXTS)
_boxes = slicer({box: EFW2_RW[box] for box in W2_BOXES})
_AMOUNTS = slice(EFW2_RW["wages"][0] - 1, EFW2_RW["tips"][1])

_BEFORE = {
    "RA": {""},
    "RE": {"RA", "RT", "RU"},
    "RW": {"RE", "RW", "RO", "RS"},
    "RO": {"RW"},
    "RS": {"RW", "RO", "RS"},
    "RT": {"RW", "RO", "RS"},
    "RU": {"RT"},
    "RV": {"RT", "RU", "RV"},
    "RF": {"RT", "RU", "RV"},
}
"""Which records may come before one of a kind."""


_NO_TIN = "000000000"  # "applied for"
_FORM = Form.W2


@dataclass(slots=True)
class _Report:
    """Where in the report the reader stands, and what it has read of the open employer."""

    job: Job
    synthetic: bool
    last: str = ""
    year: int = 0
    ein: str = ""
    employer: str = ""
    employees: int = 0
    whole: int = 0
    boxes: list[list[int]] = field(default_factory=list)
    sums: list[int] = field(default_factory=list)

    def settle(self) -> None:
        """Adds the boxes read since the last time to the employer's sums."""
        if self.boxes:
            columns = zip(*self.boxes, strict=True)
            self.sums = [have + sum(new) for have, new in zip(self.sums, columns, strict=True)]
            self.employees += len(self.boxes)
            self.boxes = []


def read_efw2(job: Job) -> Iterator[list[Record]]:
    """Batches of W-2s; Refused for anything the layout does not allow, totals and counts included."""
    report = _Report(job, job.mode is Mode.SYNTHETIC)
    for frame in frames(job, EFW2_LENGTH):
        yield _batch(report, frame)
    if report.last != "RF":
        raise job.wrong("no_end", expected="RF")


def _batch(report: _Report, frame: Frame) -> list[Record]:
    found: list[Record] = []
    for number, text in enumerate(frame.texts, frame.first):
        kind = text[:2]
        if report.last not in _BEFORE.get(kind, ()):
            _misplaced(report, number, text)
        elif kind == "RW":
            report.last = kind
            if record := _employee(report, number, text, frame.plain):
                found.append(record)
        else:
            report.last = kind
            _CONTROL.get(kind, _pass_over)(report, number, text)
    report.settle()
    return found


def _misplaced(report: _Report, number: int, text: str) -> None:
    if report.last == "RF" and not text.strip():
        return
    if not report.last:
        raise report.job.wrong("no_transmitter", record=number, expected="RA")
    if text[:2] not in _BEFORE:
        raise report.job.wrong("kind", record=number, position="1-2")
    raise report.job.wrong("order", record=number, kind=text[:2], after=report.last)


def _employee(report: _Report, number: int, text: str, plain: bool) -> IncomeDocument | None:
    """One W-2; None for an employee without SSN, who is counted all the same."""
    texts, boxes = _texts(text), _boxes(text)
    if not (plain and text[_AMOUNTS].encode().isdigit() and _usual(report, texts)):
        texts, boxes = _checked(Fields(report.job, number, text, EFW2_RW))
    cents = list(map(int, boxes))
    report.boxes.append(cents)
    ssn, first, middle, last, suffix, location, delivery, city, state, code, plus = texts
    if ssn == _NO_TIN:
        report.job.totals.skip("no_tin")
        return None
    return IncomeDocument(
        report.year,
        _FORM,
        Filer(ssn, " ".join(f"{first} {middle} {last} {suffix}".split()), _control(last)),
        Address(_lines(delivery, location), city.rstrip(), state.rstrip(), (code + plus).rstrip()),
        report.ein,
        report.employer,
        _amounts(cents),
    )


def _usual(report: _Report, texts: tuple[str, ...]) -> bool:
    """Whether the numbers of a record need no second look; its texts and amounts are looked at elsewhere."""
    ssn, code, plus = texts[0], texts[9], texts[10]
    good = not report.synthetic or ssn[3:5] == SYNTHETIC_GROUP
    return good and (ssn + code).isdecimal() and (plus == "    " or plus.isdecimal())


def _amounts(cents: list[int]) -> dict[str, int]:
    """The boxes that are not zero. Hardly anybody has tips, and hardly anybody another zero."""
    if not cents[-1]:
        cents = cents[:-1]
    amounts = dict(zip(W2_BOXES, cents, strict=False))
    return {box: each for box, each in amounts.items() if each} if 0 in cents else amounts


def _lines(delivery: str, location: str) -> tuple[str, ...]:
    """The street, then what is beside it; some writers put the street into the location."""
    street, beside = delivery.strip(), location.strip()
    if street and beside:
        return street, beside
    return (street or beside,) if street or beside else ()


def _checked(fields: Fields) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The record's texts and amounts one by one, or the refusal of the first that is wrong."""
    readers = {"ssn": fields.tin, "zip": fields.zip, "zip4": fields.digits}
    texts = tuple(readers.get(name, fields.text)(name) for name in _TEXTS)
    return texts, tuple(str(fields.amount(box)) for box in W2_BOXES)


def _control(last: str) -> str:
    head = last[:4]
    return head.upper() if head.isascii() and head.isalpha() else name_control(last)


def _open_employer(report: _Report, number: int, text: str) -> None:
    fields = Fields(report.job, number, text, EFW2_RE)
    report.year, report.ein = fields.year("tax_year"), fields.payer_tin("ein")
    report.employer = fields.text("name")
    report.employees, report.sums = 0, [0] * len(W2_BOXES)


def _close_employer(report: _Report, number: int, text: str) -> None:
    report.settle()
    fields = Fields(report.job, number, text, EFW2_RT)
    fields.agree("count", report.employees)
    for box, cents in zip(W2_BOXES, report.sums, strict=True):
        fields.agree(box, cents)
    sums = {box: cents for box, cents in zip(W2_BOXES, report.sums, strict=True) if cents}
    report.job.totals.add(Form.W2, sums, report.employees)
    report.whole += report.employees


def _close_file(report: _Report, number: int, text: str) -> None:
    Fields(report.job, number, text, EFW2_RF).agree("count", report.whole)


def _pass_over(report: _Report, number: int, text: str) -> None:
    if text[:2] != "RA":
        report.job.totals.skip(text[:2])


_CONTROL = {"RE": _open_employer, "RT": _close_employer, "RF": _close_file}
