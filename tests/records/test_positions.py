"""The position tables: no overlap, and the edges that the layouts say."""

import pytest

from assistor_console.domain.lines import DOCUMENT_AMOUNTS
from assistor_console.domain.terms import Form
from assistor_console.records import positions as p
from assistor_console.records.p1220_codes import BOXES, FORMS, boxes, state_code

TABLES = {
    "RE": (p.EFW2_RE, p.EFW2_LENGTH),
    "RW": (p.EFW2_RW, p.EFW2_LENGTH),
    "RT": (p.EFW2_RT, p.EFW2_LENGTH),
    "RF": (p.EFW2_RF, p.EFW2_LENGTH),
    "T": (p.P1220_T, p.P1220_LENGTH),
    "A": (p.P1220_A, p.P1220_LENGTH),
    "B 2020": ({**p.P1220_B_2020, **p.payee_amounts(p.CODES_2020)}, p.P1220_LENGTH),
    "B 2021": ({**p.P1220_B_2021, **p.payee_amounts(p.CODES_2021)}, p.P1220_LENGTH),
    "C 2020": ({**p.P1220_C, **p.payer_totals(p.CODES_2020)}, p.P1220_LENGTH),
    "C 2021": ({**p.P1220_C, **p.payer_totals(p.CODES_2021)}, p.P1220_LENGTH),
    "F": (p.P1220_F, p.P1220_LENGTH),
}


@pytest.mark.parametrize("name", TABLES)
def test_no_field_overlaps_another_or_leaves_the_record(name: str) -> None:
    table, length = TABLES[name]
    spans = sorted(table.values())
    assert all(1 < first <= last <= length for first, last in spans)
    assert all(before[1] < after[0] for before, after in zip(spans, spans[1:], strict=False))


@pytest.mark.parametrize("name", TABLES)
def test_a_slicer_takes_each_field_from_its_edges(name: str) -> None:
    table, length = TABLES[name]
    record = "".join(chr(0x100 + at) for at in range(1, length + 1))
    for (first, last), field in zip(table.values(), p.slicer(table)(record), strict=True):
        assert (ord(field[0]) - 0x100, ord(field[-1]) - 0x100) == (first, last)


@pytest.mark.parametrize(
    ("table", "field", "span"),
    [
        (p.EFW2_RW, "ssn", (3, 11)),
        (p.EFW2_RW, "zip4", (139, 142)),
        (p.EFW2_RW, "wages", (188, 198)),
        (p.EFW2_RW, "tips", (254, 264)),
        (p.EFW2_RT, "tips", (100, 114)),
        (p.payee_amounts(p.CODES_2020), "1", (55, 66)),
        (p.payee_amounts(p.CODES_2020), "G", (235, 246)),
        (p.payee_amounts(p.CODES_2021), "H", (247, 258)),
        (p.payee_amounts(p.CODES_2021), "J", (259, 270)),
        (p.payer_totals(p.CODES_2020), "1", (16, 33)),
        (p.payer_totals(p.CODES_2021), "H", (304, 321)),
        (p.payer_totals(p.CODES_2021), "J", (322, 339)),
        (p.P1220_B_2020, "name", (248, 287)),
        (p.P1220_B_2021, "name", (288, 327)),
    ],
)
def test_the_edges_are_those_of_the_publications(
    table: p.Positions, field: str, span: tuple[int, int]
) -> None:
    assert table[field] == span


def test_every_box_has_a_name_of_the_domain() -> None:
    assert set(FORMS.values()) == set(BOXES)
    for form, codes in BOXES.items():
        assert set(codes.values()) <= set(DOCUMENT_AMOUNTS[form])
        assert set(codes) <= set(p.CODES_2020)
    assert set(p.W2_BOXES) == set(DOCUMENT_AMOUNTS[Form.W2])


def test_nonemployee_compensation_left_its_form_after_2019() -> None:
    assert "nonemployee" in boxes(Form.MISC, 2019).values()
    assert "nonemployee" not in boxes(Form.MISC, 2020).values()


def test_a_state_is_known_by_letters_and_by_code() -> None:
    assert state_code("AL") == state_code("01") == "01"
    assert state_code("ZZ") == "ZZ"
