"""The activation letter as it is printed: what it says, in what type, and what is refused instead."""

from dataclasses import replace
from datetime import date

import pytest

from assistor_console.domain.errors import Refused
from assistor_console.domain.records import Address
from assistor_console.domain.terms import Language
from assistor_console.letters.activation import ActivationLetter, draw_activation_letters
from tests.letters.samples import LETTER, STATIONERY, content, embedded, fonts, language, read, words

SPANISH = replace(LETTER, language=Language.ES)
LONG = replace(
    SPANISH,
    name="María de los Ángeles Fernández Ñuñoa",
    address=Address(("Urb. Las Gladiolas", "1184 Calle San Jerónimo Apt 6"), "San Juan", "PR", "00926"),
    account_name="mariadelosangelesfernandez2017",
    notice_date=date(2018, 9, 30),
    deadline=date(2018, 10, 30),
)


def draw(*letters: ActivationLetter, practice: bool = False) -> bytes:
    return draw_activation_letters(letters, STATIONERY, practice=practice)


def refusal(*letters: ActivationLetter) -> tuple[str, str | int | None]:
    with pytest.raises(Refused) as caught:
        draw(*letters)
    return caught.value.refusal.rule, caught.value.refusal.values.get("letter")


def test_an_english_letter_says_everything() -> None:
    said = words(draw(LETTER))
    for expected in (
        "December 13, 2017",
        "EP-17-004182",
        "L-17-020916",
        "MARISOL QUINTERO 1184 LARKMEAD AVE APT 6 FRESNO CA 93706-3104",
        "mquintero47",
        "Use it by",
        "January 12, 2018",
        "If you did not ask for this letter",
        "7:30 a.m. to 7:00 p.m. Eastern time, Monday to Friday",
        "Para pedir esta carta en español, llame al 1-888-841-4648.",
    ):
        assert expected in said
    assert "48271936" in said.replace(" ", "")


def test_a_spanish_letter_says_it_in_spanish() -> None:
    said = words(draw(LONG))
    for expected in (
        "30 de septiembre de 2018",
        "MARÍA DE LOS ÁNGELES FERNÁNDEZ ÑUÑOA URB. LAS GLADIOLAS",
        "SAN JUAN PR 00926",
        "mariadelosangelesfernandez2017",
        "30 de octubre de 2018",
        "de 7:30 a. m. a 7:00 p. m., hora del Este, de lunes a viernes",
        "To get this letter in English",
    ):
        assert expected in said
    assert "Your activation code" not in said


@pytest.mark.parametrize(
    ("language", "mark"),
    [(Language.EN, "Practice data. Not a notice."), (Language.ES, "Datos de práctica. No es un aviso.")],
)
def test_only_practice_letters_bear_the_mark(language: Language, mark: str) -> None:
    letter = replace(LETTER, language=language)
    assert mark in words(draw(letter, practice=True))
    assert mark not in words(draw(letter, practice=False))


def test_every_font_is_embedded() -> None:
    found = fonts(draw(LETTER, LONG, practice=True))
    assert {str(font["/BaseFont"])[8:] for font in found} == {
        "SourceSansPro-Regular",
        "SourceSansPro-Semibold",
    }
    assert all(embedded(font) for font in found)


def test_a_run_keeps_each_code_on_its_own_page() -> None:
    codes = [f"{number:08d}" for number in range(90_000_000, 90_000_012)]
    run = [
        replace(LETTER if row % 2 else SPANISH, code=code, serial=row, letter_number=f"L-17-{row:06d}")
        for row, code in enumerate(codes)
    ]
    pdf = draw(*run)
    pages = [words(pdf, page).replace(" ", "") for page in range(len(run))]
    assert len(read(pdf).pages) == len(run)
    for row, code in enumerate(codes):
        assert [page for page, said in enumerate(pages) if code in said] == [row]


def test_the_same_letters_give_the_same_bytes() -> None:
    first = draw(LETTER, SPANISH)
    draw(LONG)
    assert draw(LETTER, SPANISH) == first
    assert draw(replace(LETTER, code="48271937"), SPANISH) != first


@pytest.mark.parametrize(("letter", "expected"), [(LETTER, "en-US"), (SPANISH, "es-US")])
def test_the_file_names_its_title_and_language(letter: ActivationLetter, expected: str) -> None:
    pdf = draw(letter)
    reader = read(pdf)
    assert reader.metadata is not None
    assert "L-17-020916" in str(reader.metadata.title)
    assert "48271936" not in str(reader.metadata)
    assert language(pdf) == expected
    assert f"/Lang ({expected})".encode() in content(pdf)


def test_no_type_is_smaller_than_eight_points() -> None:
    sizes: list[float] = []
    for page in read(draw(LONG, LETTER, practice=True)).pages:
        page.extract_text(
            visitor_text=lambda text, cm, tm, font, size: sizes.append(size if text.strip() else 8)
        )
    assert sizes and min(sizes) >= 8
    assert max(sizes) == 50


@pytest.mark.parametrize("code", ["4827193", "482719366", "4827193a", "４８２７１９３６", "4827 193"])
def test_a_code_is_eight_digits(code: str) -> None:
    assert refusal(replace(LETTER, code=code)) == ("letters.code", "L-17-020916")


def test_a_deadline_lies_after_the_notice() -> None:
    assert refusal(replace(LETTER, deadline=LETTER.notice_date))[0] == "letters.deadline"


def test_an_account_name_is_never_cut() -> None:
    assert refusal(replace(LETTER, account_name="w" * 60))[0] == "letters.overflow"


@pytest.mark.parametrize("account", ["漢字", "a\u202eb", "a\u0301\u0323b\u0336", "a\nb"])
def test_what_cannot_be_drawn_is_refused(account: str) -> None:
    assert refusal(replace(LETTER, account_name=account))[0] == "letters.glyph"


def test_one_bad_letter_is_named_and_nothing_is_drawn() -> None:
    bad = replace(LETTER, letter_number="L-17-000002", address=replace(LETTER.address, state="ZZ"))
    assert refusal(LETTER, bad) == ("letters.address_state", "L-17-000002")
    assert refusal() == ("letters.none", None)


def test_a_zone_without_words_is_refused() -> None:
    assert refusal(replace(LETTER, zone="Mars/Olympus")) == ("letters.zone", None)


def test_a_letter_does_not_show_its_secret() -> None:
    assert "48271936" not in repr(LETTER)
    assert "Larkmead" not in str([LETTER])
