"""Addresses: number, street and ZIP must agree; what is left out or abbreviated need not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistor_console.domain.addresses import canonical_address, same_address
from assistor_console.domain.records import Address
from tests.domain.made import HOME, tables


def same(answer: str, address: Address) -> bool:
    return same_address(answer, canonical_address(address), tables())


def at(*lines: str, city: str = "FRESNO", state: str = "CA", zip_code: str = "93706") -> Address:
    return Address(lines, city, state, zip_code)


UNIT = at("12 N OAK ST APT 4B")
TWO_LINES = at("12 OAK ST", "UNIT 5")
BOX = at("PO BOX 815")
MILITARY = at("PSC 3 BOX 1120", city="APO", state="AE", zip_code="09012")
PUERTO_RICO = at("URB LAS LOMAS", "123 CALLE 4", city="SAN JUAN", state="PR", zip_code="00921")
RURAL = at("RR 2 BOX 152")
NO_KIND = at("100 BROADWAY", city="NEW YORK", state="NY", zip_code="10005")
ROAD = at("CARR 2 KM 14.5", city="BAYAMON", state="PR", zip_code="00959")
CARE = at("C/O JOHN DOE", "12 OAK ST")
FLORIDA = at("12 OAK ST APT 4", city="MIAMI", state="FL", zip_code="33101")


@pytest.mark.parametrize(
    ("answer", "address"),
    [
        ("1184 Larkspur Lane, Fresno, California 93706", HOME),
        ("1184 larkspur ln 93706", HOME),
        ("1184 Larkspur, Fresno CA 93706-1234", HOME),
        ("1184 Larkspur Fresno California 93706", HOME),
        ("1184 Larkspur Ln. Easton CA 93706", HOME),
        ("12 North Oak Street #4B, Fresno CA 93706", UNIT),
        ("12 N. Oak St Apt. 4b Fresno CA 93706", UNIT),
        ("12 Oak St, 93706", UNIT),
        ("12 Oak Street, Apartment # 4B, 93706", UNIT),
        ("12 Oak St Unit 5 Fresno CA 93706", TWO_LINES),
        ("12 Oak St Fresno CA 93706", TWO_LINES),
        ("P.O. Box 815, Fresno CA 93706", BOX),
        ("Post Office Box 815 Fresno CA 93706", BOX),
        ("Box 815 Fresno CA 93706", BOX),
        ("Apartado 815, Fresno CA 93706", BOX),
        ("PSC 3, Box 1120, APO AE 09012", MILITARY),
        ("Urb. Las Lomas, 123 Calle 4, San Juan PR 00921", PUERTO_RICO),
        ("123 Calle 4 San Juan Puerto Rico 00921", PUERTO_RICO),
        ("Rural Route 2 Box 152 Fresno CA 93706", RURAL),
        ("100 Broadway, New York 10005", NO_KIND),
        ("100 Broadway New York NY 10005", NO_KIND),
        ("Carretera 2 km 14.5 Bayamón PR 00959", ROAD),
        ("12 Oak St Fresno CA 93706", CARE),
        ("12 Oak St FL 33101", FLORIDA),
        ("1184 Larkspur Ln, Fresno CA 937061234", HOME),
        ("22 Fifth Avenue 10005", at("22 5TH AVE", city="NEW YORK", state="NY", zip_code="10005")),
        ("9 Saint James Court 93706", at("9 ST JAMES CT")),
    ],
)
def test_the_same_place(answer: str, address: Address) -> None:
    assert same(answer, address)


@pytest.mark.parametrize(
    ("answer", "address"),
    [
        ("1148 Larkspur Lane, Fresno, California 93706", HOME),
        ("1184 Larkspur Lane, Fresno, California 93760", HOME),
        ("1184 Larkspur Lane, Fresno, California", HOME),
        ("1184 Larkspur Court, Fresno, California 93706", HOME),
        ("1184 Lark Lane, Fresno, California 93706", HOME),
        ("1184 Fresno 93706", HOME),
        ("Larkspur Lane Fresno 93706", HOME),
        ("77 1184 Larkspur Lane Fresno 93706", HOME),
        ("1184 Larkspur Ln 55 Elm St Fresno CA 93706", HOME),
        ("1184 Larkspur Hollow Way, Fresno CA 93706", HOME),
        ("12 South Oak Street, Fresno CA 93706", UNIT),
        ("12 N Oak St Apt 5, Fresno CA 93706", UNIT),
        ("12 N Oak Ave, Fresno CA 93706", UNIT),
        ("12 Oak St Unit 6 Fresno CA 93706", TWO_LINES),
        ("PO Box 851, Fresno CA 93706", BOX),
        ("815 Oak St, Fresno CA 93706", BOX),
        ("PO Box 815, 22 Oak St, Fresno CA 93706", BOX),
        ("PSC 3 Box 1121, APO AE 09012", MILITARY),
        ("PSC 4 Box 1120, APO AE 09012", MILITARY),
        ("123 Calle 5, San Juan PR 00921", PUERTO_RICO),
        ("100 Broadway Terrace, New York 10005", NO_KIND),
        ("12 Oak St NE Fresno CA 93706", at("12 OAK ST")),
        ("12 N Oak St Fresno CA 93706", at("12 OAK ST")),
        ("", HOME),
        ("93706", HOME),
    ],
)
def test_another_place(answer: str, address: Address) -> None:
    assert not same(answer, address)


@given(
    st.integers(1, 99_999),
    st.sampled_from(sorted(tables().suffixes.items())),
    st.sampled_from(("LARKSPUR", "OAK", "MARTIN LUTHER KING", "PENA", "SAN JOSE")),
    st.integers(501, 99_950),
)
def test_every_kind_of_street_is_read_in_every_spelling(
    number: int, kind: tuple[str, str], name: str, code: int
) -> None:
    address = at(f"{number} {name} {kind[1]}", zip_code=f"{code:05}")
    assert same(f"{number} {name.title()} {kind[0].title()}, Fresno CA {code:05}", address)
    assert not same(f"{number + 1} {name} {kind[0]}, Fresno CA {code:05}", address)
    assert not same(f"{number} {name} {kind[0]}, Fresno CA {code + 1:05}", address)


@given(st.text(max_size=80), st.lists(st.text(max_size=20), max_size=2), st.text(max_size=9))
def test_no_text_breaks_it(answer: str, lines: list[str], code: str) -> None:
    assert same(answer, Address(tuple(lines), "X", "CA", code)) in (True, False)
