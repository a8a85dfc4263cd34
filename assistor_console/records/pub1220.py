"""IRS Publication 1220: information returns, records T A B C K F of 750 positions, in both layouts."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from assistor_console.domain.names import name_control
from assistor_console.domain.records import Address, Filer, IncomeDocument, Record
from assistor_console.domain.terms import Form

from .fields import Fields
from .frames import frames
from .job import Job
from .p1220_codes import CODES, FIRST_2021_LAYOUT_YEAR, FORMS, PAYEES, boxes, state_code
from .positions import (
    P1220_A,
    P1220_C,
    P1220_F,
    P1220_LENGTH,
    P1220_SNIFF,
    P1220_T,
    payee_amounts,
    payer_totals,
)

_BEFORE = {
    "T": {""},
    "A": {"T", "C", "K"},
    "B": {"A", "B"},
    "C": {"A", "B"},
    "K": {"C", "K"},
    "F": {"C", "K"},
}
"""Which records may come before one of a kind."""

_CORRECTIONS = "GC"


@dataclass(slots=True)
class _Sums:
    """Payees counted, and their amounts by code in cents."""

    payees: int = 0
    amounts: dict[str, int] = field(default_factory=dict)

    def add(self, amounts: dict[str, int]) -> None:
        """Counts one payee."""
        self.payees += 1
        for code, cents in amounts.items():
            self.amounts[code] = self.amounts.get(code, 0) + cents


@dataclass(slots=True)
class _Transmission:
    """Where in the transmission the reader stands; `named` is the layout the operator named, "" for none."""

    job: Job
    named: str
    last: str = ""
    layout: str = ""
    year: int = 0
    payer_tin: str = ""
    payer: str = ""
    form: Form | None = None
    type: str = ""
    sums: _Sums = field(default_factory=_Sums)
    states: dict[str, _Sums] = field(default_factory=dict)
    payers: int = 0
    payees: int = 0
    promised: int | None = None


def read_pub1220(job: Job, layout: str = "") -> Iterator[list[Record]]:
    """Batches of income documents; `layout` "2020" or "2021" where the operator names it.

    Refused for anything the layout does not allow, totals and counts included, and where the payment year
    calls for another layout than the records are in.
    """
    state = _Transmission(job, layout)
    for frame in frames(job, P1220_LENGTH):
        found: list[Record] = []
        for number, text in enumerate(frame.texts, frame.first):
            if record := _record(state, number, text):
                found.append(record)
        yield found
    if state.last != "F":
        raise job.wrong("no_end", expected="F")


def _record(state: _Transmission, number: int, text: str) -> IncomeDocument | None:
    kind = text[:1]
    if state.last not in _BEFORE.get(kind, ()):
        _misplaced(state, number, text)
        return None
    state.last = kind
    if kind == "B":
        return _payee(state, number, text)
    _CONTROL[kind](state, number, text)
    return None


def _misplaced(state: _Transmission, number: int, text: str) -> None:
    if state.last == "F" and not text.strip():
        return
    if not state.last:
        raise state.job.wrong("no_transmitter", record=number, expected="T")
    if text[:1] not in _BEFORE:
        raise state.job.wrong("kind", record=number, position="1")
    raise state.job.wrong("order", record=number, kind=text[:1], after=state.last)


def _open_file(state: _Transmission, number: int, text: str) -> None:
    fields = Fields(state.job, number, text, P1220_T)
    state.year = fields.year("tax_year")
    state.promised = fields.amount("payees") if fields.digits("payees") else None


def _open_payer(state: _Transmission, number: int, text: str) -> None:
    fields = Fields(state.job, number, text, P1220_A)
    state.year = fields.year("tax_year")
    state.payer_tin, state.payer = fields.payer_tin("tin"), fields.text("name")
    state.type = fields.text("type")
    state.form = FORMS.get(state.type)
    state.sums, state.states = _Sums(), {}
    state.payers += 1


def _payee(state: _Transmission, number: int, text: str) -> IncomeDocument | None:
    """One document; None where no interview can use it: the payer's totals count it all the same."""
    layout = _layout(state, number, text)
    fields = Fields(state.job, number, text, PAYEES[layout])
    if fields.year("tax_year") != state.year:
        raise fields.wrong("year_differs", "tax_year")
    amounts = Fields(state.job, number, text, payee_amounts(CODES[layout])).amounts()
    state.sums.add(amounts)
    if fields.raw("state_code").strip():
        state.states.setdefault(state_code(fields.raw("state_code")), _Sums()).add(amounts)
    if reason := _unusable(state, fields):
        state.job.totals.skip(reason)
        return None
    document = _document(state, fields, amounts)
    state.job.totals.add(document.form, document.amounts)
    return document


def _layout(state: _Transmission, number: int, text: str) -> str:
    """The layout of a payee record by its content, which must be the one named or the one of its year."""
    first, last = P1220_SNIFF
    seen = "2021" if text[first - 1 : last].isdecimal() else "2020"
    due = state.named or ("2021" if state.year >= FIRST_2021_LAYOUT_YEAR else "2020")
    if seen != due:
        where = Fields(state.job, number, text, {"layout": P1220_SNIFF})
        rule = "layout_named" if state.named else "layout_year"
        raise where.wrong(rule, "layout", year=state.year, seen=seen, due=due)
    state.layout = seen
    return seen


def _unusable(state: _Transmission, fields: Fields) -> str:
    if state.form is None:
        return f"type {state.type}"
    return "" if fields.raw("tin").strip(" 0") else "no_tin"


def _document(state: _Transmission, fields: Fields, amounts: dict[str, int]) -> IncomeDocument:
    assert state.form is not None
    named = {name: amounts[code] for code, name in boxes(state.form, state.year).items() if amounts[code]}
    return IncomeDocument(
        state.year,
        state.form,
        _recipient(fields),
        _address(fields),
        state.payer_tin,
        state.payer,
        named,
        account_last_four=fields.text("account")[-4:],
        corrected=fields.raw("corrected") in _CORRECTIONS,
    )


def _recipient(fields: Fields) -> Filer:
    name = " ".join(filter(None, (fields.text("name"), fields.text("name2"))))
    control = fields.text("name_control") or name_control(name.split()[-1] if name else "")
    return Filer(fields.tin("tin"), name, control)


def _address(fields: Fields) -> Address:
    """The address; the ZIP of a foreign one is whatever stands there."""
    foreign = fields.raw("foreign").strip()
    code = fields.text("zip") if foreign else fields.zip("zip")
    street = fields.text("address")
    return Address((street,) if street else (), fields.text("city"), fields.text("state"), code)


def _close_payer(state: _Transmission, number: int, text: str) -> None:
    _agree(state, number, text, state.sums)
    state.payees += state.sums.payees


def _close_state(state: _Transmission, number: int, text: str) -> None:
    code = state_code(Fields(state.job, number, text, P1220_C).raw("state_code"))
    _agree(state, number, text, state.states.get(code, _Sums()))


def _agree(state: _Transmission, number: int, text: str, sums: _Sums) -> None:
    """A C or K record's count and totals are what was read."""
    Fields(state.job, number, text, P1220_C).agree("count", sums.payees)
    due = state.layout or ("2021" if state.year >= FIRST_2021_LAYOUT_YEAR else "2020")
    totals = Fields(state.job, number, text, payer_totals(CODES[due]))
    for code in CODES[due]:
        totals.agree(code, sums.amounts.get(code, 0))


def _close_file(state: _Transmission, number: int, text: str) -> None:
    fields = Fields(state.job, number, text, P1220_F)
    fields.agree("payers", state.payers)
    if fields.digits("payees"):
        fields.agree("payees", state.payees)
    if state.promised not in (None, state.payees):
        raise state.job.wrong("total", record=1, position="296-303", item="payees")


_CONTROL = {"T": _open_file, "A": _open_payer, "C": _close_payer, "K": _close_state, "F": _close_file}
