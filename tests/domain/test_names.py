"""Names of people and businesses: what is the same, and what is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistor_console.domain.businesses import same_business
from assistor_console.domain.names import canonical_name, fold, same_control, same_name
from tests.domain.made import tables


@pytest.mark.parametrize(
    ("name", "control", "canonical"),
    [
        ("MARISOL A QUINTERO", "QUIN", "QUINTERO, MARISOL A"),
        ("José Peña", "PENA", "PENA, JOSE"),
        ("MARIA GARCIA LOPEZ", "GARC", "GARCIA LOPEZ, MARIA"),
        ("ANA DE LA CRUZ", "DELA", "DE LA CRUZ, ANA"),
        ("JOHN SMITH JR", "SMIT", "SMITH, JOHN"),
        ("JOHN A<SMITH<JR", "", "SMITH, JOHN A"),
        ("JOHN <SMITH", "", "SMITH, JOHN"),
        ("O'NEIL, SHAUN", "ONEI", "ONEIL, SHAUN"),
        ("QUINTERO MARISOL", "QUIN", "QUINTERO, MARISOL"),
        ("WEI LI", "LI", "LI, WEI"),
        ("MARY-ANN SMITH-JONES", "SMIT", "SMITHJONES, MARYANN"),
    ],
)
def test_the_control_finds_the_surname(name: str, control: str, canonical: str) -> None:
    assert canonical_name(name, control) == canonical


def same(answer: str, accepted: str) -> bool:
    return same_name(answer, accepted, tables().nicknames)


@pytest.mark.parametrize(
    ("answer", "accepted"),
    [
        ("Marisol Quintero", "QUINTERO, MARISOL A"),
        ("marisol ana quintero", "QUINTERO, MARISOL A"),
        ("Quintero, Marisol", "QUINTERO, MARISOL A"),
        ("Quintero Marisol", "QUINTERO, MARISOL A"),
        ("Bob Smith", "SMITH, ROBERT"),
        ("Rob Smith", "SMITH, BOB"),
        ("Robert Smith, Jr.", "SMITH, BOB"),
        ("Lupe García", "GARCIA LOPEZ, GUADALUPE"),
        ("Guadalupe García-López", "GARCIA LOPEZ, GUADALUPE"),
        ("José Peña", "PENA, JOSE"),
        ("Robert Smith", "SMITH, R"),
        ("Ana De La Cruz", "DE LA CRUZ, ANA"),
        ("Mary Ann Smith", "SMITH, MARYANN"),
        ("Shaun O’Neil", "ONEIL, SHAUN"),
        ("Liz Smithe", "SMITH, ELIZABETH"),
    ],
)
def test_the_same_person(answer: str, accepted: str) -> None:
    assert same(answer, accepted)


@pytest.mark.parametrize(
    ("answer", "accepted"),
    [
        ("John Quintero", "QUINTERO, MARISOL A"),
        ("Marisol Cintero", "QUINTERO, MARISOL A"),
        ("Marisol Quilter", "QUINTERO, MARISOL A"),
        ("M Quintero", "QUINTERO, MARISOL A"),
        ("Mary Smith", "SMITH, MARYANN"),
        ("Maria Smith", "SMITH, MARIANA"),
        ("Jane Smith", "SMITH, JOHN"),
        ("Christine Smith", "SMITH, CHRISTOPHER"),
        ("Tom Smith", "SMITH, R"),
        ("Marisol", "QUINTERO, MARISOL"),
        ("Smith, Jr.", "SMITH, JOHN"),
        ("", "QUINTERO, MARISOL"),
    ],
)
def test_not_the_same_person(answer: str, accepted: str) -> None:
    assert not same(answer, accepted)


WORDS = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=4, max_size=12).filter(
    lambda w: w not in ("ATTN", "COMPANY") and w not in tables().nicknames
)


@given(WORDS, WORDS)
def test_case_accents_and_order_do_not_count(given_name: str, surname: str) -> None:
    accepted = canonical_name(f"{given_name} {surname}", surname[:4])
    accented = f"{given_name.lower().replace('e', 'é')} {surname.title().replace('n', 'ñ')}"
    for answer in (
        accented,
        f"{surname}, {given_name}",
        f"{given_name} X. {surname} Jr",
        f"{surname} {given_name}",
    ):
        assert same(answer, accepted)
        assert same_control(answer, accepted)


@given(WORDS, WORDS, WORDS)
def test_another_given_name_or_surname_does_not_agree(given_name: str, surname: str, other: str) -> None:
    accepted = canonical_name(f"{given_name} {surname}", surname[:4])
    if other != given_name:
        assert same(f"{other} {surname}", accepted) is (other[:4] == surname[:4] and surname == given_name)
    if other[:4] != surname[:4]:
        assert same(f"{given_name} {other}", accepted) is (
            given_name[:4] == surname[:4] and other == given_name
        )


@pytest.mark.parametrize(
    ("answer", "accepted"),
    [
        ("Valley Packing", "VALLEY PACKING INC"),
        ("The Valley Packing Company", "VALLEY PACKING CO"),
        ("valley packing, Incorporated", "VALLEY PACKING INC"),
        ("AT&T", "A T & T CORP"),
        ("AT and T Corporation", "AT&T CORP."),
        ("Walmart", "WAL-MART INC"),
        ("Joe's Diner", "SMITH HOLDINGS LLC DBA JOES DINER"),
        ("Smith Holdings", "SMITH HOLDINGS LLC D/B/A JOES DINER"),
        ("First Sierra Bank", "FIRST SIERRA BANK N.A."),
        ("Saint Mary's Hospital", "ST MARYS HOSP"),
        ("Peña Brothers Manufacturing", "PENA BROS MFG LLC"),
        ("Tiffany", "TIFFANY & CO"),
        ("Acme", "ACME INC C/O PAYROLL SERVICES"),
        ("University of Fresno", "UNIV OF FRESNO"),
        ("The Company", "COMPANY"),
    ],
)
def test_the_same_business(answer: str, accepted: str) -> None:
    assert same_business(answer, accepted, tables())


@pytest.mark.parametrize(
    ("answer", "accepted"),
    [
        ("Valley Packaging", "VALLEY PACKING INC"),
        ("Valley", "VALLEY PACKING INC"),
        ("Packing", "VALLEY PACKING INC"),
        ("Inc", "VALLEY PACKING INC"),
        ("Vall", "VALLEY PACKING INC"),
        ("Payroll Services", "ACME INC C/O PAYROLL SERVICES"),
        ("First Sierra", "FIRST SIERRA BANK NA"),
        ("", "ACME"),
        ("...", "..."),
    ],
)
def test_another_business(answer: str, accepted: str) -> None:
    assert not same_business(answer, accepted, tables())


@given(st.lists(WORDS, min_size=1, max_size=4), st.sampled_from(("INC", "LLC", "Corporation", "CO")))
def test_case_form_of_company_and_punctuation_do_not_count(words: list[str], legal: str) -> None:
    accepted = " ".join(words)
    for answer in (accepted.title(), f"The {accepted}, {legal}.", accepted.replace(" ", "-").lower()):
        assert same_business(answer, accepted, tables())


@given(st.text(max_size=40))
def test_folding_is_stable(text: str) -> None:
    assert fold(fold(text)) == fold(text)
