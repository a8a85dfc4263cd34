"""What somebody may choose as a password, and the reason why not."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistor_console.domain.errors import Refused
from assistor_console.domain.passwords import MOST, Chooser, check, normal
from assistor_console.published.common_passwords import common_passwords

LEAST = 12
DANA = Chooser("1000384172", "Dana Whitfield", current="five green bottles")
WORDS = st.sampled_from(
    "pebble lantern gravel mosaic thimble anchor meadow velvet cobalt saffron ember willow".split()
)


def told(password: str, chooser: Chooser = DANA, least: int = LEAST) -> str:
    """The rule that refuses a password, "" for none."""
    try:
        check(password, chooser, least, common_passwords())
    except Refused as no:
        return no.refusal.rule
    return ""


@pytest.mark.parametrize(
    "password",
    [
        "correct horse 42",
        "pebble lantern gravel",
        "482913560184",  # digits alone are no rule of composition
        "ññññ añil güero",
        "x7#Qv!m2Lp0z",
        "w" + "hat a long sentence to say every morning, isn't it" * 3,
        "пароль из слов да",
        "two chairs and a lamp",
        "🐢🐘🦊🐙🌵🍋🎈🚲🧭🪁🎻🧶",
        "first stairs",  # holds "irs" within words
        "analogue wit field",
        "velvet cobalvelvet cobal",  # what is said twice is long enough said once
        "tackle the stairs",  # holds "tac" within a word
    ],
)
def test_allowed(password: str) -> None:
    assert told(password) == ""


@pytest.mark.parametrize(
    ("rule", "password"),
    [
        ("short", ""),
        ("short", "elevenchars"),
        ("short", "🐢" * 11),
        ("short", "e\u0301" * 11),  # 22 code points typed, 11 once they are composed
        ("long", "ab cd ef gh " * 21 + "xyz12"),
        ("long", "ﷺ" * 20),  # one code point typed, 18 in the normal form
        ("same", "five green bottles"),
        ("same", "\uff46ive green bottles"),
        ("repeated", "aaaaaaaaaaaa"),
        ("repeated", "abcabcabcabc"),
        ("repeated", "Xy7!Xy7!Xy7!"),
        ("repeated", "passwordpassword"),
        ("repeated", "abcdefghijkl"),
        ("repeated", "LKJIHGFEDCBA"),
        ("repeated", "123456789012"),
        ("repeated", "210987654321"),
        ("repeated", "qwertyuiopasdf"),
        ("repeated", "1qaz2wsx3edc"),
        ("repeated", "aaaabbbbcccc"),
        ("repeated", "abcdefgh12345678"),
        ("context", "my 1000384172!!"),
        ("context", "100-038-4172 x"),
        ("context", "Whitfield-2017"),
        ("context", "my dana boat 77"),
        ("context", "a tac in town"),
        ("context", "wh1tf13ld-2017"),
        ("context", "the whit field"),
        ("context", "danawhitfield!"),
        ("context", "Assistor 2017!"),
        ("context", "a$$istor-20178"),
        ("context", "E-Services 2017"),
        ("context", "internal revenue 9"),
        ("context", "IRS pebble lamp"),
        ("context", "the irs is nice"),
        ("common", "password12345"),
        ("common", "Password2017!"),
        ("common", "2017 sunshine 12"),
        ("common", "p4ssw0rd!2017"),
        ("common", "$unshine2017!"),
        ("common", "Washington2017"),
        ("common", "pass word 2017"),
        ("common", "massachusetts"),
    ],
)
def test_refused_with_the_reason(rule: str, password: str) -> None:
    assert told(password) == f"password.{rule}"


def test_a_word_counts_where_what_stands_beside_it_would_do_alone() -> None:
    assert told("sunshine 4829 1356 0184") == ""
    assert told("sunshine 4829 1356") == "password.common"


def test_a_name_too_short_to_look_for_within_words_is_no_reason() -> None:
    assert told("analogue list", Chooser("1000000000", "Ana Li")) == ""
    assert told("li ana li ana 9", Chooser("1000000000", "Ana Li")) == "password.context"


def test_the_reason_names_what_it_found() -> None:
    with pytest.raises(Refused) as no:
        check("Whitfield-2017", DANA, LEAST, ())
    assert no.value.refusal.values == {"word": "whitfield"}
    with pytest.raises(Refused) as no:
        check("x" * 300, DANA, LEAST, ())
    assert no.value.refusal.values == {"most": MOST}


@given(st.lists(WORDS, min_size=3, max_size=12, unique=True))
def test_several_words_are_allowed(words: list[str]) -> None:
    assert told(" ".join(words)) == ""


@given(st.text(max_size=MOST))
def test_every_text_is_allowed_or_refused_with_a_rule(password: str) -> None:
    assert told(password) in {
        "",
        *(f"password.{rule}" for rule in "short long same repeated context common".split()),
    }


@given(st.text(max_size=40), st.integers(1, 30))
def test_code_points_of_the_normal_form_are_counted(password: str, least: int) -> None:
    assert (told(password, least=least) == "password.short") == (len(normalize("NFKC", password)) < least)


@given(st.text(max_size=60))
def test_how_it_is_typed_makes_no_difference(password: str) -> None:
    assert normal(normal(password)) == normal(password)
    assert told(normalize("NFD", password)) == told(password) == told(normal(password))


@given(st.text(alphabet="abcXYZ019 !", min_size=1, max_size=LEAST - 1), st.integers(2, 20))
def test_a_pattern_over_and_over_is_refused(pattern: str, times: int) -> None:
    password = pattern * times
    assert told(password) == ("password.repeated" if len(password) >= LEAST else "password.short")


@given(st.sampled_from(sorted(w for w in common_passwords() if 5 <= len(w) <= 20 and w.isalpha())))
def test_a_listed_word_with_a_year_is_refused(word: str) -> None:
    assert told(f"{word.title()}2017!!!") in {
        *("password.common", "password.context", "password.repeated", "password.short"),
    }
