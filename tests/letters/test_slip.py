"""The appointment slip: the office's own time, two IDs by name, the code in groups, and no tax data."""

from dataclasses import fields, replace
from datetime import UTC, datetime

import pytest

from assistor_console.domain.errors import Refused
from assistor_console.domain.terms import Language, Text
from assistor_console.letters.slip import Slip, draw_slip, grouped
from tests.letters.samples import SLIP, STATIONERY, embedded, fonts, language, read, words

LONG = replace(
    SLIP,
    language=Language.ES,
    name="María de los Ángeles Fernández de la Torre Ñuñoa y Quintero-Villaseñor",
    documents=tuple(
        Text(f"Kind {row}", f"Identificación expedida por el estado, clase número {row}") for row in range(4)
    ),
)


def draw(slip: Slip, practice: bool = False) -> bytes:
    return draw_slip(slip, STATIONERY, practice=practice)


def rule(slip: Slip) -> str:
    with pytest.raises(Refused) as caught:
        draw(slip)
    return caught.value.refusal.rule


def test_an_english_slip_says_everything() -> None:
    said = words(draw(SLIP))
    for expected in (
        "EP-17-004190",
        "Teodor Albescu",
        "Fresno Taxpayer Assistance Center",
        "2525 Capitol Street Suite 200 Fresno, CA 93721",
        "Friday, December 15, 2017",
        "10:00 a.m. Pacific time",
        "Allow 60 minutes",
        "Driver’s license, issued by California",
        "U.S. passport",
        "1-888-841-4648",
        "844-545-5640",
        "7Q4M9 XKCT 2WZ8",
    ):
        assert expected in said
    assert "Practice data" not in said


def test_a_spanish_slip_with_long_names_fits_one_page() -> None:
    pdf = draw(LONG, practice=True)
    said = words(pdf)
    assert len(read(pdf).pages) == 1
    for expected in (
        "Ñuñoa y Quintero-Villaseñor, venga en persona",
        "Viernes, 15 de diciembre de 2017",
        "10:00 a. m., hora del Pacífico",
        "Identificación expedida por el estado, clase número 3",
        "Datos de práctica. No es un aviso.",
    ):
        assert expected in said
    assert language(pdf) == "es-US"


def test_the_time_is_the_offices_own() -> None:
    summer = replace(SLIP, starts=datetime(2018, 7, 2, 19, tzinfo=UTC))
    assert "12:00 p.m. Pacific time" in words(draw(summer))
    assert "12:00 p.m. Arizona time" in words(draw(replace(summer, zone="America/Phoenix")))
    late = replace(SLIP, starts=datetime(2018, 7, 2, 3, tzinfo=UTC), zone="Pacific/Honolulu")
    assert "Sunday, July 1, 2018 5:00 p.m. Hawaii time" in words(draw(late))


def test_every_font_is_embedded() -> None:
    found = fonts(draw(SLIP))
    assert found
    assert all(embedded(font) for font in found)


def test_the_same_slip_gives_the_same_bytes() -> None:
    assert draw(SLIP) == draw(replace(SLIP))
    assert b"7Q4M9" not in draw(SLIP)


def test_a_slip_has_no_place_for_tax_data() -> None:
    assert {field.name for field in fields(Slip)}.isdisjoint({"tin", "birth", "amounts", "verdict", "reason"})
    assert "7Q4M9" not in repr(SLIP)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("7Q4M9XKCT2WZ8", "7Q4M9 XKCT 2WZ8"),
        ("7Q4M-9XKC-T2WZ-8", "7Q4M 9XKC T2WZ 8"),
        ("ABCDEFGH", "ABCD EFGH"),
        ("ABC", "ABC"),
        ("ABCDEFGHIJKLMNOP", "ABCD EFGH IJKL MNOP"),
    ],
)
def test_a_code_is_written_in_groups(code: str, expected: str) -> None:
    assert grouped(code) == expected


@pytest.mark.parametrize(
    ("slip", "expected"),
    [
        (replace(SLIP, starts=SLIP.starts.replace(tzinfo=None)), "letters.starts"),
        (replace(SLIP, documents=SLIP.documents[:1]), "letters.documents"),
        (replace(SLIP, continuation_code=""), "letters.code"),
        (replace(SLIP, continuation_code="漢"), "letters.code"),
        (replace(SLIP, zone="Mars/Olympus"), "letters.zone"),
        (replace(SLIP, name="a\u202eb"), "letters.glyph"),
        (replace(SLIP, office_name="W" * 80), "letters.overflow"),
        (replace(SLIP, documents=("A government card of some kind",) * 60), "letters.overflow"),
    ],
)
def test_what_would_mislead_is_refused(slip: Slip, expected: str) -> None:
    assert rule(slip) == expected
